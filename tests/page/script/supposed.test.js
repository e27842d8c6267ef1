"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { world } = require("./world.js");

const fact = (dataset, checked) => ({ dataset, sources: [], checked });

test("what only a scenario has counts neither as compared with a source nor as not", () => {
  const [checked, unchecked, supposed] = [fact("core", "2024-07-01"), fact("core", null), fact("supposed", null)];
  assert.equal(comparedOf([checked, supposed]), "checked");
  assert.equal(comparedOf([checked, supposed, unchecked]), "unchecked");
  assert.equal(comparedOf([supposed, supposed]), "supposed");
  assert.equal(comparedOf([]), "unchecked");
});

test("a promise is changed in part where some of its arrows are and others are not", () => {
  const facts = world();
  facts.arrows = facts.arrows.map(({ obligation }) => ({ obligation, change: null }));
  assert.equal(changesInPart(facts), false);
  for (const arrow of facts.arrows) if (arrow.obligation === 0) arrow.change = "lost";
  assert.equal(changesInPart(facts), false, "all of one and nothing of the other");
  facts.arrows.find(({ obligation }) => obligation === 1).change = "gained";
  assert.equal(changesInPart(facts), true);
});

"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { world } = require("./world.js");

test("the state is plain data: written as JSON and read again it is the same", () => {
  const state = opening(world());
  assert.deepEqual(JSON.parse(JSON.stringify(state)), state);
  assert.equal(state.day, 200);
});

test("who watches is told at once and after a change of what it watches, and of nothing else", () => {
  const page = createPage(world(), opening(world()));
  const told = [];
  page.watch(["selected"], () => told.push(page.state.selected));
  page.change({ as: "table" });
  page.change({ selected: "party:JPN" });
  page.change({ selected: "party:JPN" });
  assert.deepEqual(told, [null, "party:JPN"]);
});

test("what shows is worked out anew for the day and the filter only", () => {
  const page = createPage(world(), opening(world()));
  const before = page.shown;
  page.change({ selected: "party:JPN", camera: { x: 1, y: 2, scale: 3 } });
  assert.equal(page.shown, before);
  page.change({ day: 0 });
  assert.equal(page.shown.count.obligations, 0);
  page.change({ day: 200, off: { kinds: ["reform"], forces: [], changes: [] } });
  assert.equal(page.shown.count.obligations, 1);
});

test("every line has a key of its own that leads back to it", () => {
  const facts = world();
  const keys = facts.lines.map((_, index) => lineKey(facts, index));
  assert.deepEqual(keys, ["line:pact|JPN|USA", "line:help|USA|UKR", "line:candidacy|UKR|USA|promised|300"]);
  assert.deepEqual(keys.map((key) => thingOf(facts, key).index), [0, 1, 2]);
});

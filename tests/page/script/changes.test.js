"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { world, SIGHT } = require("./world.js");

test("changes are the days on which something begins or ends, and the slider reaches", () => {
  const facts = world();
  assert.deepEqual(changes(facts), [100, 300]);
  assert.deepEqual([changeFrom(facts, 0, 1), changeFrom(facts, 100, 1), changeFrom(facts, 200, 1)], [100, 300, 300]);
  assert.deepEqual([changeFrom(facts, 365, -1), changeFrom(facts, 300, -1), changeFrom(facts, 301, -1)], [300, 100, 300]);
  assert.deepEqual([changeFrom(facts, 300, 1), changeFrom(facts, 100, -1), changeFrom(facts, 50, -1)], [300, 100, 50]);
});

test("the next node that way is the nearest that lies ahead", () => {
  const facts = world();
  const scene = createScene(facts, show(facts, opening(facts)), {});
  const beside = (from, way) => nodeBeside(scene, SIGHT, from, way);
  assert.deepEqual([beside(0, [1, 0]), beside(1, [-1, 0]), beside(1, [0, 1]), beside(2, [0, -1])], [1, 0, 2, 1]);
  assert.equal(beside(0, [-1, 0]), -1);
  assert.ok(beside(-1, [1, 0]) >= 0);
  assert.deepEqual(linesAt(facts, show(facts, opening(facts)), 1), [0, 1]);
});

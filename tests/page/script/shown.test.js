"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { world, NOTHING_OFF } = require("./world.js");

const on = (facts, day, off = NOTHING_OFF) => show(facts, { day, off });

test("what has not begun does not show, what is disputed shows as possible", () => {
  const facts = world();
  assert.deepEqual([...on(facts, 99).arrows], [0, 0, 0, 0, 0, 0]);
  assert.deepEqual([...on(facts, 100).arrows], [2, 2, 2, 2, 1, 2]);
  assert.deepEqual([...on(facts, 299).ties], [0]);
  assert.deepEqual([...on(facts, 300).ties], [2]);
});

test("lines, degrees and counts follow from the same states", () => {
  const shown = on(world(), 200);
  assert.deepEqual([...shown.lines], [2, 2, 0]);
  assert.deepEqual([...shown.degrees], [1, 2, 1]);
  assert.deepEqual(shown.count, { obligations: 2, parties: 3, ties: 0, possibly: 1 });
});

test("a kind that is switched off takes its lines with it, and its count says what it would add", () => {
  const facts = world();
  const off = { kinds: ["defense"], forces: [], changes: [] };
  const shown = on(facts, 200, off);
  assert.deepEqual([...shown.lines], [0, 2, 0]);
  assert.deepEqual([...shown.degrees], [-1, 1, 1]);
  const found = counts(facts, { day: 200, off }, shown);
  assert.deepEqual([...found.kinds], [["defense", 1], ["reform", 1]]);
  assert.deepEqual([...found.forces], [["political", 1]]);
});

test("one step around a party takes its own promises, two those of its neighbours", () => {
  const around = (hops) => [...on(world({ kind: "around", centre: ["UKR"], hops, pairs: [] }), 200).lines];
  assert.deepEqual(around(1), [0, 2, 0]);
  assert.deepEqual(around(2), [2, 2, 0]);
});

test("a pair of the question shows one way only", () => {
  const view = { kind: "pairs", centre: ["JPN", "USA"], hops: 1, pairs: [["JPN", "USA"]] };
  assert.deepEqual([...on(world(view), 200).arrows], [2, 2, 0, 0, 0, 0]);
});

test("a focus leaves what is within its steps, and its party even where nothing is", () => {
  const facts = world();
  const lines = (focus, day = 200) => [...show(facts, { day, off: NOTHING_OFF, focus }).lines];
  assert.deepEqual(lines({ party: "UKR", hops: 1 }), [0, 2, 0]);
  assert.deepEqual(lines({ party: "UKR", hops: 2 }), [2, 2, 0]);
  assert.deepEqual(lines({ party: "JPN", hops: 1 }), [2, 0, 0]);
  assert.deepEqual(lines({ party: "JPN", hops: 1 }, 300), [2, 0, 0]);
  assert.deepEqual(lines({ party: "UKR", hops: 1 }, 300), [0, 2, 2]);
  assert.deepEqual([...show(facts, { day: 0, off: NOTHING_OFF, focus: { party: "JPN", hops: 1 } }).degrees], [0, -1, -1]);
});

"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { world, NOTHING_OFF, SIGHT } = require("./world.js");

test("stops are the days on which what shows changes, and the last that the datasets cover", () => {
  const facts = world();
  const days = stops(facts, opening(facts));
  assert.deepEqual(days, [100, 300, 365]);
  assert.deepEqual([0, 100, 200, 365].map((day) => stopFrom(days, day, 1)), [100, 300, 300, 365]);
  assert.deepEqual([365, 300, 301, 100, 50].map((day) => stopFrom(days, day, -1)), [300, 100, 300, 100, 50]);
  assert.deepEqual([50, 100, 299, 400].map((day) => stopAt(days, day)), [-1, 0, 0, 2]);
});

test("what is switched off, or outside a focus, changes nothing", () => {
  const facts = world();
  const under = (more) => stops(facts, { ...opening(facts), ...more });
  assert.deepEqual(under({ off: { ...NOTHING_OFF, kinds: ["candidacy"] } }), [100, 365]);
  assert.deepEqual(under({ off: { ...NOTHING_OFF, kinds: ["defense", "reform"] } }), [300, 365]);
  assert.deepEqual(under({ focus: { party: "JPN", hops: 1 } }), [100, 365]);
  assert.deepEqual(under({ focus: { party: "JPN", hops: 2 } }), [100, 300, 365]);
  assert.deepEqual(under({ times: ["ended"] }), [365], "nothing ends");
  assert.deepEqual(under({ times: ["ahead"] }), [100, 300, 365]);
});

test("stops are just the days on which show shows something else, under every view and filter", () => {
  const views = [{ kind: "all" }, { kind: "around", centre: ["UKR"], hops: 1 }, { kind: "around", centre: ["JPN"], hops: 2 },
    { kind: "owed", centre: ["UKR"] }, { kind: "pairs", centre: [], pairs: [["USA", "JPN"]] }, { kind: "given" }];
  const spans = [{ since: null }, { until: 200 }, { since: 50, since_latest: 120, until: 250, until_latest: 260 }, { until_known: false }, { status: "suspended" }, { since: 140, until: 310 }, { goesOn: true, until: 220 }, { follows: true, since: 220, status: "suspended" }];
  const filters = [{}, { times: ["certain"] }, { times: ["possible"] }, { times: ["certain", "possible", "ended", "ahead", "suspended"] },
    { focus: { party: "JPN", hops: 1 } }, { focus: { party: "JPN", hops: 2 } }, { focus: { party: "UKR", hops: 2 }, times: ["ended", "certain"] }];
  const open = { since: 100, since_latest: null, until: null, until_latest: null, until_known: true, status: null };
  const told = ({ arrows, ties, foundings }) => [arrows, ties, foundings].join();
  for (const view of views) {
    for (let turn = 0; turn < spans.length; turn += 1) {
      const facts = world({ centre: [], hops: 1, pairs: [], ...view });
      facts.arrows.forEach((arrow, i) => Object.entries({ ...open, ...spans[(i + turn) % spans.length] }).forEach(([name, value]) => Object.defineProperty(arrow, name, { value })));
      for (const filter of filters) {
        const state = { ...opening(facts), ...filter };
        const at = (day) => told(show(facts, { ...state, day }));
        const wanted = [...Array(365).keys()].filter((day) => at(day) !== at(day - 1));
        assert.deepEqual(stops(facts, state).filter((day) => day >= 0 && day < 365), wanted, JSON.stringify([view, turn, filter]));
      }
    }
  }
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

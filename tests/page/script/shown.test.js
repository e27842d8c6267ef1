"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { constant, world, NOTHING_OFF } = require("./world.js");

/** A world whose arrows can be changed. */
const loose = () => {
  const facts = world();
  facts.arrows = facts.arrows.map(({ obligation, party, owes, line, since, since_latest, until, until_latest, until_known, status }) =>
    ({ obligation, party, owes, line, since, since_latest, until, until_latest, until_known, status }));
  return facts;
};
const on_ = (facts, day, times) => show(facts, { day, off: NOTHING_OFF, focus: null, times });
const on = (facts, day, off = NOTHING_OFF) => show(facts, { day, off });

test("what has not begun does not show, what is disputed shows as possible", () => {
  const facts = world();
  assert.deepEqual([...on(facts, 99).arrows], [0, 0, 0, 0, 0, 0]);
  assert.deepEqual([...on(facts, 100).arrows], [5, 5, 5, 5, 4, 4]);
  assert.deepEqual([...on(facts, 299).ties], [0]);
  assert.deepEqual([...on(facts, 300).ties], [5]);
});

test("lines, degrees and counts follow from the same states", () => {
  const shown = on(world(), 200);
  assert.deepEqual([...shown.lines], [5, 4, 0]);
  assert.deepEqual([...shown.degrees], [1, 2, 1]);
  assert.deepEqual(shown.count, { obligations: 2, parties: 3, ties: 0, possibly: 1, dormant: 0, others: 0 });
});

test("a kind that is switched off takes its lines with it, and its count says what it would add", () => {
  const facts = world();
  const off = { kinds: ["defense"], forces: [], changes: [] };
  const shown = on(facts, 200, off);
  assert.deepEqual([...shown.lines], [0, 4, 0]);
  assert.deepEqual([...shown.degrees], [-1, 1, 1]);
  const found = counts(facts, { day: 200, off }, shown);
  assert.deepEqual([...found.kinds], [["defense", 1], ["reform", 1]]);
  assert.deepEqual([...found.forces], [["political", 1]]);
});

test("one step around a party takes its own promises, two those of its neighbours", () => {
  const around = (hops) => [...on(world({ kind: "around", centre: ["UKR"], hops, pairs: [] }), 200).lines];
  assert.deepEqual(around(1), [0, 4, 0]);
  assert.deepEqual(around(2), [5, 4, 0]);
});

test("a pair of the question shows one way only", () => {
  const view = { kind: "pairs", centre: ["JPN", "USA"], hops: 1, pairs: [["JPN", "USA"]] };
  assert.deepEqual([...on(world(view), 200).arrows], [5, 5, 0, 0, 0, 0]);
});

test("a focus leaves what is within its steps, and its party even where nothing is", () => {
  const facts = world();
  const lines = (focus, day = 200) => [...show(facts, { day, off: NOTHING_OFF, focus }).lines];
  assert.deepEqual(lines({ party: "UKR", hops: 1 }), [0, 4, 0]);
  assert.deepEqual(lines({ party: "UKR", hops: 2 }), [5, 4, 0]);
  assert.deepEqual(lines({ party: "JPN", hops: 1 }), [5, 0, 0]);
  assert.deepEqual(lines({ party: "JPN", hops: 1 }, 300), [5, 0, 0]);
  assert.deepEqual(lines({ party: "UKR", hops: 1 }, 300), [0, 4, 5]);
  assert.deepEqual([...show(facts, { day: 0, off: NOTHING_OFF, focus: { party: "JPN", hops: 1 } }).degrees], [0, -1, -1]);
});

test("whom a focus is on stands out beside whom the page is about, and nobody else", () => {
  const large = (view, focus) => {
    const facts = world(view);
    const scene = createScene(facts, show(facts, { day: 200, off: NOTHING_OFF, focus }), {});
    return scene.nodes.filter(({ rimWidth }) => rimWidth > 1).map(({ node }) => facts.parties[node].id).sort();
  };
  const about = { kind: "around", centre: ["UKR"], hops: 2, pairs: [] };
  assert.deepEqual([large(undefined, null), large(undefined, { party: "JPN", hops: 1 }), large(about, null), large(about, { party: "USA", hops: 1 })],
    [[], ["JPN"], ["UKR"], ["UKR", "USA"]]);
});

test("what is not in force shows where it is asked for, told apart, and is not counted with the rest", () => {
  const facts = loose();
  const all = constant("[...TIMES.keys()]");
  const at = (day, times) => on_(facts, day, times);
  assert.deepEqual([...at(99, all).arrows], [1, 1, 1, 1, 1, 1]);
  assert.deepEqual([...at(99, all).lines], [1, 1, 1]);
  assert.deepEqual([...at(200, all).lines], [5, 4, 1]);
  facts.arrows.forEach((arrow) => { if (arrow.line === 0) [arrow.until, arrow.until_latest] = [150, 150]; });
  assert.deepEqual([...at(200, all).lines], [2, 4, 1]);
  assert.deepEqual([...at(200, ["certain", "possible", "ahead"]).lines], [0, 4, 1]);
  assert.deepEqual(at(200, all).count, { obligations: 1, parties: 2, ties: 0, possibly: 1, dormant: 0, others: 2 });
  assert.deepEqual([...timeCounts(facts, { day: 200, off: NOTHING_OFF, focus: null })],
    [["certain", 0], ["possible", 1], ["ended", 1], ["ahead", 1], ["suspended", 0]]);
});

test("a promise is possibly in force too where one party's part is, in the line above as in the legend", () => {
  const facts = loose();
  const counted = () => [on_(facts, 200, constant("TIMES_AT_FIRST")).count.possibly,
    timeCounts(facts, { day: 200, off: NOTHING_OFF, focus: null }).get("possible")];
  assert.deepEqual(counted(), [1, 1]);
  facts.arrows[0].status = "disputed";
  assert.deepEqual(counted(), [2, 2]);
  assert.equal(timeCounts(facts, { day: 200, off: NOTHING_OFF, focus: null }).get("certain"), 1);
  facts.arrows[0].status = "suspended";
  assert.deepEqual(counted(), [1, 1]);
});

test("what is dormant is in force, and counted besides", () => {
  const facts = loose();
  facts.arrows[0].status = "dormant";
  const { count, lines } = on_(facts, 200);
  assert.deepEqual([count.dormant, count.obligations, count.possibly, lines[0]], [1, 2, 1, 5]);
  assert.equal(on_(loose(), 200).count.dormant, 0);
});

test("what is suspended is neither ended nor ahead", () => {
  const facts = loose();
  facts.arrows.forEach((arrow) => { if (arrow.line === 0) arrow.status = "suspended"; });
  assert.deepEqual([...on_(facts, 200, ["certain", "suspended"]).lines], [3, 0, 0]);
  assert.deepEqual([...on_(facts, 200, ["certain", "ended", "ahead"]).lines], [0, 0, 1]);
});

test("the number beside a time is that of the promises and ties that show if it alone is switched on", () => {
  const names = constant("[...TIMES.keys()]");
  const open = { since: 100, since_latest: null, until: null, until_latest: null, until_known: true, status: null };
  const spans = [{ since: null }, { until: 200 }, { since: 50, since_latest: 120, until: 250, until_latest: 260 }, { until_known: false }, { status: "suspended" }, { since: 140, until: 310 }, {}];
  const views = [{ kind: "all" }, { kind: "around", centre: ["UKR"], hops: 2 }, { kind: "owed", centre: ["UKR"] }, { kind: "pairs", pairs: [["USA", "JPN"]] }, { kind: "given" }];
  const seen = new Set();
  for (const view of views) {
    for (let turn = 0; turn < spans.length; turn += 1) {
      const facts = world({ centre: [], hops: 1, pairs: [], ...view });
      facts.arrows.forEach((arrow, i) => Object.entries({ ...open, ...spans[(i + turn) % spans.length] }).forEach(([name, value]) => Object.defineProperty(arrow, name, { value })));
      for (const focus of [null, { party: "UKR", hops: 1 }, { party: "JPN", hops: 2 }]) {
        for (const day of [60, 110, 199, 255, 320]) {
          const alone = names.map((name) => {
            const { obligations, ties, count } = show(facts, { day, off: NOTHING_OFF, focus, times: [name] });
            if (name === "possible") assert.equal(count.possibly, [...obligations, ...ties].filter(Boolean).length);
            return [name, [...obligations, ...ties].filter(Boolean).length];
          });
          assert.deepEqual([...timeCounts(facts, { day, off: NOTHING_OFF, focus })], alone, JSON.stringify([view, turn, focus, day]));
          for (const [name, number] of alone) if (number) seen.add(name);
        }
      }
    }
  }
  assert.deepEqual([...seen].sort(), [...names].sort());
});

test("a part that goes on at once under another status has not ended, nor was the next phase of it yet to begin", () => {
  const phases = (second) => {
    const facts = loose();
    const [owing] = facts.arrows.splice(4, 1, { ...facts.arrows[4], status: null, until: 150, until_latest: 160 });
    facts.arrows.push({ ...owing, since_latest: second, status: "suspended", since: second });
    joinPhases(facts.arrows, ({ obligation, party, owes }) => [obligation, party, owes].join());
    return facts;
  };
  const states = (facts, day) => [4, 6].map((i) => on_(facts, day, constant("[...TIMES.keys()]")).arrows[i]);
  const [joined, apart] = [phases(155), phases(161)];
  assert.deepEqual([99, 120, 200].map((day) => states(joined, day)), [[1, 0], [5, 0], [0, 3]]);
  assert.deepEqual([99, 120, 200].map((day) => states(apart, day)), [[1, 1], [5, 1], [2, 3]]);
  assert.deepEqual([4, 6].map((i) => spanText(joined.arrows[i])),
    ["since 1970-04-11, until some day from 1970-05-31 to 1970-06-10, then suspended", "since 1970-06-05, suspended, in all since 1970-04-11"]);
  assert.equal(spanText(apart.arrows[6]), "since 1970-06-11, suspended");
  const told = (facts) => timeCounts(facts, { day: 200, off: NOTHING_OFF, focus: null });
  assert.deepEqual([told(joined).get("ended"), told(apart).get("ended")], [0, 1]);
});

test("what a scenario loses is as it was until the day for which it is supposed", () => {
  const facts = world();
  for (const arrow of facts.arrows) if (arrow.obligation === 0) Object.defineProperty(arrow, "change", { value: "lost" });
  const changes = (day) => [...counts(facts, { day, off: NOTHING_OFF }, on(facts, day)).changes];
  assert.deepEqual(changes(199), [["gained", 0], ["lost", 0], ["unchanged", 2]]);
  assert.deepEqual(changes(200), [["gained", 0], ["lost", 1], ["unchanged", 1]]);
  const lines = (day, off) => [...on(facts, day, { ...NOTHING_OFF, changes: [off] }).lines];
  assert.deepEqual([lines(199, "lost"), lines(200, "lost")], [[5, 4, 0], [0, 4, 0]]);
  assert.deepEqual([lines(199, "unchanged"), lines(200, "unchanged")], [[0, 0, 0], [5, 0, 0]]);
  const chain = (day) => searched(facts, on(facts, day), { from: "JPN", to: "USA", any: false, nth: 0 }).chains.length;
  assert.deepEqual([chain(199), chain(200)], [1, 0]);
  assert.ok(changeDays(facts, { day: 0, off: NOTHING_OFF, focus: null }).includes(200));
});

test("doubt is remarked after whom it is of, not after those who are bound to them", () => {
  const facts = world({ kind: "around", centre: ["UKR"], hops: 1, pairs: [] });
  const shown = on(facts, 200);
  assert.deepEqual([4, 5].map((i) => [shown.arrows[i], timeRemark(facts.arrows[i], shown.day)]),
    [[4, " (only possibly in force on that day)"], [4, ""]]);
});

test("who is owed what is suspended shows with it, and not where another owes it still", () => {
  const facts = loose();
  facts.arrows[4].status = "suspended";
  assert.deepEqual([...on_(facts, 200, ["suspended"]).arrows], [0, 0, 0, 0, 3, 3]);
  assert.deepEqual([...on_(facts, 200, ["certain", "possible"]).arrows], [5, 5, 5, 5, 0, 0]);
  const other = loose();
  Object.assign(other.arrows[4], { obligation: 0, party: 2, status: "suspended" });
  assert.deepEqual([...on_(other, 200, ["suspended"]).arrows], [0, 0, 0, 0, 3, 0], "Japan and the United States owe one another too");
});

test("without the possible, what rests on it goes too; without the certain, the possible stays", () => {
  const facts = world();
  assert.deepEqual([...on_(facts, 200, ["certain"]).arrows], [5, 5, 5, 5, 0, 0]);
  assert.deepEqual([...on_(facts, 200, ["possible"]).arrows], [0, 0, 0, 0, 4, 4]);
});

test("who is owed what is suspended is named with it, though another owes it to them still", () => {
  const facts = loose();
  Object.assign(facts.arrows[4], { obligation: 0, party: 2, status: "suspended" });
  const named = (day, times) => {
    const shown = on_(facts, day, times);
    return acrossFrom({ facts, shown, state: { day } }, [...shown.arrows.keys()].filter((i) => shown.arrows[i] && facts.arrows[i].obligation === 0));
  };
  assert.deepEqual(named(200, ["suspended"]), [1, 3]);
  assert.deepEqual(named(200, ["certain", "suspended"]), [], "they show themselves");
  facts.arrows[3].since = 300;
  assert.deepEqual(named(200, ["suspended"]), [1], "to Japan it begins later");
});

test("that a fact is suspended is said once, and that it has ended is said", () => {
  const ended = { since: 100, until: 150, until_latest: 150, until_known: true, status: null };
  assert.deepEqual([{ ...ended, until: null, status: "suspended" }, ended].map((fact) => timeRemark(fact, 200)), ["", " (ended by that day)"]);
});

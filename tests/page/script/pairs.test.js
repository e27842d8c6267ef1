"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { world, NOTHING_OFF } = require("./world.js");

const span = { since: 100, since_latest: 100, until: null, until_latest: null, until_known: true, status: null, note: null, change: null, sources: [] };
const owing = (obligation, party, line) => ({ obligation, party, owes: true, line, ...span });
const owed = (obligation, party, line) => ({ obligation, party, owes: false, line, ...span });
const promise = (kind, rank) => ({ id: kind, agreement: 0, name: kind, kind, force: "binding", rank, details: [], sources: [] });
const country = (id) => ({ id, name: id, label: "Country", names: [] });

/**
 * A treaty between all of some countries, and an arrow more each way if it has a helper and a helped one.
 * @param {string[]} ids
 * @param {object} view
 */
function treatyOf(ids, view) {
  const facts = world(view);
  facts.parties = ids.map(country);
  facts.partyOf = new Map(ids.map((id, i) => [id, i]));
  facts.nodes = [...ids.map((_, party) => ({ party, agreement: null, x: party, y: 0 })), { party: null, agreement: 0, x: 0, y: 0 }];
  facts.obligations = [promise("defense", 5), promise("reform", 1)];
  facts.lines = ids.map((_, from) => ({ from, to: ids.length, bend: 0, arrows: [], tie: null, founding: null }));
  facts.arrows = ids.flatMap((_, i) => [owing(0, i, i), owed(0, i, i)]);
  facts.ties = [];
  return facts;
}

/** Japan, the United States and Ukraine owe each other one thing, and the United States Ukraine another under the same treaty. */
function treaty(view) {
  const facts = treatyOf(["JPN", "USA", "UKR"], view);
  facts.arrows.push(owing(1, 1, 1), owed(1, 2, 2));
  facts.arrows.forEach(({ line }, i) => facts.lines[line].arrows.push(i));
  return facts;
}
const figure = (facts, off = NOTHING_OFF) => figureOf(facts, show(facts, { day: 200, off }), true);
const ends = ({ facts, shown }) => facts.lines.flatMap(({ from, to }, i) => (shown.lines[i] ? [`${from}-${to}`] : []));

test("a treaty of three is a line between each two of them, and no hub", () => {
  const found = figure(treaty());
  assert.deepEqual(ends(found), ["0-1", "0-2", "1-2"]);
  assert.deepEqual([found.pairs, found.left, [...found.shown.degrees]], [3, 0, [2, 2, 2, -1]]);
});

test("without the switch nothing changes", () => {
  const facts = treaty();
  const shown = show(facts, { day: 200, off: NOTHING_OFF });
  const found = figureOf(facts, shown, false);
  assert.ok(found.facts === facts && found.shown === shown);
});

test("a line has the arrows of what the two owe each other, and no others", () => {
  const { facts } = figure(treaty());
  const [, , last] = facts.lines.slice(3);
  const parties = new Set(last.arrows.map((i) => facts.arrows[i].party));
  assert.deepEqual([parties, last.arrows.length], [new Set([1, 2]), 6]);
});

test("a line shows only what answers the question: around Ukraine none between the others", () => {
  const around = { kind: "around", centre: ["UKR"], hops: 1, pairs: [] };
  assert.deepEqual(ends(figure(treaty(around))), ["0-2", "1-2"]);
  assert.deepEqual(ends(figure(treaty({ kind: "pairs", centre: [], hops: 1, pairs: [["JPN", "USA"]] }))), ["0-1"]);
});

test("a filter that takes the mutual promise leaves the one that is not, with a head at who is owed", () => {
  const found = figure(treaty(), { kinds: ["defense"], forces: [], changes: [] });
  assert.deepEqual(ends(found), ["1-2"]);
  const scene = createScene(found.facts, found.shown, new Proxy({}, { get: (_, name) => String(name) }));
  assert.deepEqual([...scene.heads].slice(3), [1]);
  assert.deepEqual(scene.batches.map(({ stroke, width }) => [stroke, width]), [["help", 1]]);
});

test("a line that only possibly holds at one end only possibly holds", () => {
  const facts = treaty();
  facts.arrows[1].status = "disputed"; // Japan is owed
  const { shown } = figure(facts, { kinds: ["reform"], forces: [], changes: [] });
  assert.deepEqual([...shown.lines].slice(3), [5, 5, 5], "Japan still owes for certain");
  facts.arrows[0].status = "disputed";
  assert.deepEqual([...figure(facts, { kinds: ["reform"], forces: [], changes: [] }).shown.lines].slice(3), [4, 4, 5]);
});

test("every line has a key that leads back to it", () => {
  const { facts } = figure(treaty());
  facts.lines.forEach((_, index) => assert.deepEqual(thingOf(facts, lineKey(facts, index)), { kind: "line", index }));
});

test("more lines than can be told apart are not drawn, and it is said how many there are", () => {
  assert.equal(pairsText({ pairs: 4000, left: 17 }), "4,000 lines from country to country for agreements of several, the firmest of 4,017");
  const count = 120;
  const facts = treatyOf(Array.from({ length: count }, (_, i) => `P${i}`));
  const found = figure(facts);
  assert.deepEqual([found.pairs, found.left], [4000, (count * (count - 1)) / 2 - 4000]);
});

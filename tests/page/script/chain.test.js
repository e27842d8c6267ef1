"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { world } = require("./world.js");

const asked = (from, to, any = false) => ({ from, to, any, nth: 0 });
const ids = (facts, { chains }) => chains.map((hops) => [hops[0].from, ...hops.map(({ to }) => to)].map((i) => facts.parties[i].id).join());
const ask = (facts, chain, filter = {}) => chainsOf(facts, show(facts, { ...opening(facts), ...filter }), chain);

test("a chain that is not certain is told to be possible only, where none is certain", () => {
  const facts = world();
  const found = ask(facts, asked("JPN", "UKR"));
  assert.deepEqual(ids(facts, found), ["JPN,USA,UKR"]);
  assert.equal(found.certain, false);
  const direct = ask(facts, asked("JPN", "USA"));
  assert.deepEqual([direct.certain, ids(facts, direct)], [true, ["JPN,USA"]]);
});

test("there is no chain against the promises, before they begin, or over what is switched off", () => {
  const facts = world();
  assert.deepEqual(ask(facts, asked("UKR", "JPN")).chains, []);
  assert.deepEqual(ask(facts, asked("JPN", "UKR"), { day: 99 }).chains, []);
  assert.deepEqual(ask(facts, asked("JPN", "UKR"), { off: { kinds: ["reform"], forces: [], changes: [] } }).chains, []);
});

test("nothing is searched before two parties are named", () => {
  const facts = world();
  for (const chain of [null, asked("JPN", null), asked(null, "JPN"), asked("JPN", "JPN")]) assert.equal(ask(facts, chain), null);
});

test("what is no support is followed only where it is asked for", () => {
  const facts = world();
  facts.notSupport.add("defense");
  assert.deepEqual(ask(facts, asked("JPN", "USA")).chains, []);
  assert.deepEqual(ids(facts, ask(facts, asked("JPN", "USA", true))), ["JPN,USA"]);
});

test("a hop is a sentence with its sources, and the verdict says among what it was found", () => {
  const facts = world();
  const found = ask(facts, asked("JPN", "UKR"));
  const sentences = found.chains[0].map(({ commitments: [first] }) => sentenceOf(facts, first));
  assert.deepEqual(sentences, [
    "Japan owes the United States defense (binding, rank 5), under Treaty pact, pact/5, since 1970-04-11",
    "The United States owes Ukraine reform (political, rank 1), under Treaty help, help/1, since 1970-04-11, disputed, only possibly on that day",
  ]);
  assert.deepEqual(found.chains[0][0].commitments[0].sources, ["treaty#1"]);
  assert.equal(verdictOf(found, 0), "only possibly in force, among the 2 promises of support in force or possibly so here, a chain of 2 hops,"
    + " weakest link rank 1; it is not a commitment of the first party to the last.");
  assert.equal(verdictOf(ask(facts, asked("UKR", "JPN")), 0), "no chain of at most 4 hops among the 2 promises of support in force or possibly so here.");
});

test("a chain over what is dormant says so, as foedera path does", () => {
  const facts = world();
  const { since, since_latest, until, until_latest, until_known, sources } = facts.arrows[1];
  facts.arrows[1] = { obligation: 0, party: 1, owes: false, line: 0, change: null, note: null, checked: null,
    status: "dormant", since, since_latest, until, until_latest, until_known, sources };
  assert.match(verdictOf(ask(facts, asked("JPN", "USA")), 0), /, a direct commitment, rank 5, dormant\.$/);
  assert.match(verdictOf(ask(facts, asked("JPN", "UKR")), 0), /, weakest link rank 1, dormant; it is not a commitment/);
  assert.match(verdictOf(ask(facts, asked("USA", "JPN")), 0), /, a direct commitment, rank 5\.$/);
});

test("a party stands in a sentence with its article, and owns something by its name", () => {
  const [japan, states] = world().parties;
  assert.deepEqual([called(japan), called(japan, true), whose(japan)], ["Japan", "Japan", "Japan's"]);
  assert.deepEqual([called(states), called(states, true), whose(states)], ["the United States", "The United States", "the United States'"]);
  assert.deepEqual([calledOf(world(), "USA"), calledOf(world(), "nobody")], ["the United States", ""]);
});

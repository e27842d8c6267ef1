"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { world, constant } = require("./world.js");

const facts = world();
const first = opening(facts);
const through = (state) => fromLink(facts, linkOf(state, first), first);

test("the page as it opens has an empty link", () => {
  assert.equal(linkOf(first, first), "");
  assert.deepEqual(fromLink(facts, "", first), { state: first, bad: [], asked: null });
});

test("every part of the state is in the link, in words, and comes back from it", () => {
  const state = {
    day: 210,
    off: { kinds: ["defense"], forces: ["political"], changes: [] },
    times: ["certain", "ended"],
    as: "table",
    layout: "map",
    pairs: true,
    selected: "line:pact|JPN|USA",
    focus: { party: "UKR", hops: 2 },
    chain: { from: "JPN", to: "UKR", any: true, nth: 1 },
    camera: { x: -12, y: 40, scale: 0.875 },
  };
  assert.equal(linkOf(state, first), "day=1970-07-30&off=kinds:defense;forces:political&times=certain,ended&as=table&layout=map"
    + "&pairs=true&selected=line:pact~JPN~USA&focus=UKR,2&chain=JPN,UKR,any,no.2&camera=-12,40,0.875");
  assert.deepEqual(through(state), { state, bad: [], asked: "1970-07-30" });
  assert.deepEqual(Object.keys(constant("FIELDS")).sort(), Object.keys(first).sort());
});

test("nothing switched off comes back too", () => {
  const state = { ...first, off: { kinds: [], forces: ["binding"], changes: [] } };
  assert.deepEqual(through(state), { state, bad: [], asked: null });
});

test("a chain is in a link once both its ends are named, and not before", () => {
  for (const [from, to] of [[null, "UKR"], ["JPN", null]]) {
    assert.equal(linkOf({ ...first, chain: { from, to, any: true, nth: 0 } }, first), "");
  }
  const state = { ...first, chain: { from: "JPN", to: "UKR", any: true, nth: 0 } };
  assert.deepEqual(through(state), { state, bad: [], asked: null });
});

test("a link that a mail program has written with percent signs means the same", () => {
  const link = "chain=JPN%2CUKR&off=kinds%3Adefense&times=certain%2Cended&focus=UKR%2C2";
  assert.deepEqual(fromLink(facts, link, first), fromLink(facts, decodeURIComponent(link), first));
  assert.deepEqual(fromLink(facts, link, first).bad, []);
  assert.deepEqual(fromLink(facts, "chain=JPN%2", first).bad, ["chain=JPN%2"]);
});

test("a page that opens with a chain is left without one by its link", () => {
  const own = world();
  own.about.chain = ["JPN", "USA"];
  const open = opening(own);
  assert.deepEqual(open.chain, { from: "JPN", to: "USA", any: false, nth: 0 });
  assert.equal(linkOf(open, open), "");
  assert.equal(linkOf({ ...open, chain: null }, open), "chain=");
  assert.equal(linkOf({ ...open, chain: { ...open.chain, from: null } }, open), "chain=");
  assert.deepEqual(fromLink(own, "chain=", open), { state: { ...open, chain: null }, bad: [], asked: null });
});

test("what the page does not have is told and left out; the rest is followed", () => {
  const links = {
    "selected=party:XYZ&as=table": ["selected=party:XYZ"],
    "day=1970-02-31&as=table": ["day=1970-02-31"],
    "day=0000-12-31&as=table": ["day=0000-12-31"],
    "day=10000-01-01&as=table": ["day=10000-01-01"],
    "as=table&off=kinds:nothing": ["off=kinds:nothing"],
    "as=table&off=constructor:defense": ["off=constructor:defense"],
    "as=table&times=certain,never": ["times=certain,never"],
    "as=table&focus=UKR,99": ["focus=UKR,99"],
    "as=table&chain=JPN": ["chain=JPN"],
    "as=table&chain=,UKR": ["chain=,UKR"],
    "as=table&chain=JPN,": ["chain=JPN,"],
    "as=table&chain=JPN,UKR,maybe": ["chain=JPN,UKR,maybe"],
    "as=table&camera=1,2": ["camera=1,2"],
    "as=table&camera=1,2,NaN": ["camera=1,2,NaN"],
    "as=table&%E0%A4%A": ["%E0%A4%A"],
    "as=table&selected=%E0%A4%A": ["selected=%E0%A4%A"],
    "as=table&__proto__=1": ["__proto__=1"],
    "as=table&toString=1": ["toString=1"],
    "as=table&layout=": ["layout="],
    "as=table&heading": ["heading"],
  };
  for (const [link, bad] of Object.entries(links)) {
    assert.deepEqual(fromLink(facts, link, first), { state: { ...first, as: "table" }, bad, asked: null }, link);
  }
});

test("a link goes to every day that the command line takes, and after the last to the last", () => {
  for (const [asked, shown] of [["0001-01-01", "0001-01-01"], ["1970-12-31", "1970-12-31"], ["1971-01-02", "1971-01-01"], ["9999-12-31", "1971-01-01"]]) {
    const found = fromLink(facts, `day=${asked}`, first);
    assert.deepEqual([dayOf(found.state.day), found.bad, found.asked], [shown, [], asked]);
  }
  assert.equal(fromLink(facts, "day=9999%2D12%2D31", first).asked, "9999-12-31");
});

test("a key of any characters survives", () => {
  for (const key of ["line:a~b|c,d&e=f", "party:<b>%41", "agreement:ä/ö;#"]) assert.equal(unescaped(escaped(key)), key);
});

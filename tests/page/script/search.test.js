"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { world } = require("./world.js");

const found = (text) => matches(searchable(world()), text).map(({ key }) => key);

test("names are found without case and accents, whole names first, agreements after parties", () => {
  assert.deepEqual(found("ÚKR"), ["party:UKR"]);
  assert.deepEqual(found("u"), ["party:USA", "party:UKR"]);
  assert.deepEqual(found("states"), ["party:USA"]);
  assert.deepEqual(found("pact"), ["agreement:pact"]);
  assert.deepEqual(found("atlantis"), []);
  assert.deepEqual(found("  "), []);
  assert.deepEqual(found("uk\u202Er\u202C"), ["party:UKR"]);
});

const near = (text) => nearest(searchable(world()), text).map(({ key }) => key);

test("a name that is misspelled, at its beginning or in a word, is near to what it may mean", () => {
  assert.deepEqual(near("ukrane"), ["party:UKR"]);
  assert.deepEqual(near("Ukrian"), ["party:UKR"]);
  assert.deepEqual(near("Untied Sttaes"), ["party:USA"]);
  assert.deepEqual(near("satets"), ["party:USA"]);
  assert.deepEqual(near("jpan"), ["party:JPN"]);
  assert.deepEqual(near("treaty pcat"), ["agreement:pact"]);
});

test("what is like no name, or too short to tell, is near to nothing", () => {
  for (const text of ["atlantis", "zzzz", "uka", "  ", "\u0000", "raine of the east", "x".repeat(100_000)]) assert.deepEqual(near(text), [], text.slice(0, 9));
});

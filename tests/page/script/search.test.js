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

"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
require("./world.js");

test("counts stand in groups of three, their nouns in the plural but for one", () => {
  assert.deepEqual([0, 999, 1000, 12345, 1234567].map(countText), ["0", "999", "1,000", "12,345", "1,234,567"]);
  assert.deepEqual([1, 2000].map((count) => plural(count, "party", "parties")), ["1 party", "2,000 parties"]);
});

"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
require("./world.js");

const of = (earliest, latest = earliest) => dayText(dayNumber(earliest), dayNumber(latest));

test("a day is the same day there and back, before 1970 too", () => {
  for (const day of ["1815-06-09", "1970-01-01", "2024-02-29", "9999-12-31"]) assert.equal(dayOf(dayNumber(day)), day);
});

test("a day known to the month or the year is told so, others as between two days", () => {
  assert.equal(of("2004-03-29"), "2004-03-29");
  assert.equal(of("2004-02-01", "2004-02-29"), "2004-02");
  assert.equal(of("2004-01-01", "2004-12-31"), "2004");
  assert.equal(of("2004-02-01", "2004-02-28"), "some day from 2004-02-01 to 2004-02-28");
});

test("an unknown beginning and an unknown end are told apart from none", () => {
  const span = { since: null, since_latest: null, until: null, until_latest: null, until_known: true, status: null };
  assert.equal(spanText(span), "since an unknown day");
  assert.equal(spanText({ ...span, since: 0, until_known: false }), "since 1970-01-01, whether it ended is not known");
  assert.equal(spanText({ ...span, since: 0, until: 365, status: "disputed" }), "since 1970-01-01, until 1971-01-01, disputed");
});

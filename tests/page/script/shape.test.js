"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { constant } = require("./world.js");

const BAND = [{ x: 0, y: 0 }, { x: 1000, y: 0 }, { x: 500, y: 500 }];
const PHONE = { width: 400, height: 480 };

test("a band lies across a wide window, and stands upright on a phone, drawn out to fill it", () => {
  assert.deepEqual(shapeFor(BAND, { width: 1000, height: 600 }, false), constant("AS_LAID"));
  assert.deepEqual(shapeFor(BAND, { width: 600, height: 1000 }, false), { turned: true, across: 1, down: 1 });
  const { turned, across, down } = shapeFor(BAND, PHONE, true);
  assert.deepEqual([turned, down], [true, 1]);
  assert.ok(Math.abs((500 * across) / 1000 - PHONE.width / PHONE.height) < 1e-9, "as wide to high as the phone");
});

test("what is as wide as high is not turned, and nothing is drawn out more than twice", () => {
  assert.equal(shapeFor([{ x: 0, y: 0 }, { x: 500, y: 480 }], PHONE, true).turned, false);
  assert.deepEqual(shapeFor([{ x: 0, y: 0 }, { x: 1000, y: 0 }], { width: 400, height: 390 }, true), { turned: false, across: 1, down: 2 });
  assert.deepEqual(shapeFor([], PHONE, true), constant("AS_LAID"));
});

test("a place in the window leads back to where it was laid", () => {
  for (const turned of [true, false]) {
    const shape = { turned, across: 2, down: 1.5 };
    assert.deepEqual(asLaid(shape, shaped(shape, { x: 30, y: -20 })), { x: 30, y: -20 });
  }
});

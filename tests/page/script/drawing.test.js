"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { constant, world, NOTHING_OFF, SIGHT } = require("./world.js");

const COLOURS = new Proxy({}, { get: (_, name) => `the ${String(name)} colour` });
const scene = (day, off = NOTHING_OFF) => {
  const facts = world();
  return createScene(facts, show(facts, { day, off }), COLOURS);
};

/** Writes down what is drawn on it. */
function surface() {
  const calls = [];
  const note = (name) => (...values) => calls.push([name, ...values]);
  return new Proxy({ calls, measureText: (text) => ({ width: 7 * text.length }) }, {
    get: (target, name) => target[name] ?? note(name),
    set: (target, name, value) => Boolean(calls.push([name, value])) || target,
  });
}

test("lines of one look are one batch; a possible one is paler", () => {
  const { batches } = scene(200);
  assert.deepEqual(batches.map(({ stroke, opacity, dashes, lines }) => [stroke, opacity, dashes.length, lines]), [
    ["the help colour", UNSURE_OPACITY, 2, [1]],
    ["the defence colour", 0.85, 0, [0]],
  ]);
});

test("a line that holds only possibly has a ring in its middle, and a certain one none", () => {
  const on = surface();
  drawLines(on, scene(200), SIGHT);
  const { start, end } = course(world(), 1, SIGHT);
  assert.deepEqual(on.calls.filter(([name]) => name === "arc").map(([, x, y]) => [x, y]), [[(start.x + end.x) / 2, (start.y + end.y) / 2]]);
});

test("heads point to who is owed: at both ends of a mutual promise, at one of another", () => {
  assert.deepEqual([...scene(300).heads], [3, 1, 1]);
});

test("a place in the plane lands where the camera has it", () => {
  assert.deepEqual(onScreen(SIGHT, { x: 50, y: 50 }), { x: 200, y: 200 });
  assert.deepEqual(onScreen(SIGHT, { x: 100, y: 0 }), { x: 300, y: 100 });
});

test("what is out of sight is not drawn", () => {
  const drawn = (sight) => {
    const on = surface();
    drawLines(on, scene(200), sight);
    return on.calls.filter(([name]) => name === "moveTo").length;
  };
  assert.ok(drawn(SIGHT) > 0);
  assert.equal(drawn({ ...SIGHT, x: 5000 }), 0);
});

test("the nearest line within reach is found, straight or bent, and none beyond", () => {
  const facts = world();
  const shown = show(facts, { day: 300, off: NOTHING_OFF });
  assert.equal(lineAt(facts, shown, SIGHT, { x: 200, y: 103 }), 0);
  assert.equal(lineAt(facts, shown, SIGHT, { x: 298, y: 200 }), 1);
  assert.equal(lineAt(facts, shown, SIGHT, { x: 270, y: 200 }), 2);
  assert.equal(lineAt(facts, shown, SIGHT, { x: 200, y: 120 }), -1);
});

test("no label lies over another", () => {
  const near = scene(200);
  near.facts.nodes.forEach((node, i) => Object.assign(node, { x: 50 + i, y: 50 }));
  const labels = placeLabels(surface(), near, SIGHT);
  const height = 1.2 * constant("LABEL").size;
  const boxes = labels.map(({ node, dx, dy, text }) => {
    const { x, y } = onScreen(SIGHT, near.facts.nodes[node]);
    return [x + dx, y + dy, x + dx + 7 * text.length, y + dy + height];
  });
  boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) =>
    assert.ok(a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] || b[3] <= a[1])));
  assert.equal(labels[0].text, "United States");
});

test("a layer covers what it was drawn for and a margin, not more and not another scale", () => {
  const layer = wider(SIGHT);
  assert.ok(covers(layer, { ...SIGHT, x: SIGHT.x + 90 }));
  assert.ok(!covers(layer, { ...SIGHT, x: SIGHT.x + 110 }));
  assert.ok(!covers(layer, { ...SIGHT, scale: 0.9 }));
});

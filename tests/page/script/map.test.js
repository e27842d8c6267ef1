"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { constant, world, NOTHING_OFF, SIGHT } = require("./world.js");

const EDGE = { edge: [[-500, 600], [0, 1000], [500, 600]] };

test("the map ends nearer to its middle towards the poles", () => {
  assert.deepEqual([-900, -500, -250, 0, 500, 900].map((y) => edgeAt(EDGE, y)), [600, 600, 800, 1000, 600, 600]);
});

test("a line goes around the back of the globe where that is clearly shorter, and only there", () => {
  assert.deepEqual(aroundTheBack(EDGE, { x: 900, y: 0 }, { x: -900, y: 0 }, 0),
    { leaves: { x: 1000, y: 0 }, returns: { x: -1000, y: 0 } });
  assert.equal(aroundTheBack(EDGE, { x: 400, y: 0 }, { x: -400, y: 0 }, 0), null);
  assert.equal(aroundTheBack(EDGE, { x: 900, y: 0 }, { x: 100, y: 0 }, 0), null);
  const westward = aroundTheBack(EDGE, { x: -900, y: 0 }, { x: 900, y: 100 }, 0);
  assert.ok(westward.leaves.x < 0 && westward.returns.x === -westward.leaves.x && westward.leaves.y > 0);
});

test("parallel lines leave the map apart", () => {
  const [one, two] = [0, 0.15].map((bend) => aroundTheBack(EDGE, { x: 900, y: 0 }, { x: -900, y: 0 }, bend));
  assert.notEqual(one.leaves.y, two.leaves.y);
});

test("the layout moves every node, and back; a network has its shape in the window, a map has not", () => {
  const side = { turned: true, across: 1, down: 2 };
  const facts = world();
  const at = () => facts.nodes.map(({ x, y }) => [x, y]);
  const network = at();
  arrange(facts, "map", side);
  assert.deepEqual(at(), [[900, 0], [-900, 100], [100, 0]]);
  assert.deepEqual([...facts.around.keys()], [0]);
  arrange(facts, "network", constant("AS_LAID"));
  assert.deepEqual([at(), facts.around.size], [network, 0]);
  arrange(facts, "network", side);
  assert.deepEqual(at(), network.map(([x, y]) => [y, 2 * x]));
});

test("a line around the back has a head at each end only, and is found on both sides", () => {
  const facts = world();
  arrange(facts, "map", constant("AS_LAID"));
  const shown = show(facts, { day: 200, off: NOTHING_OFF });
  const sight = { x: 0, y: 0, scale: 0.2, width: 400, height: 400 };
  const [out, back] = coursesOf(facts, [0], sight);
  assert.deepEqual([out.heads, back.heads], [constant("AT_START"), constant("AT_END")]);
  assert.deepEqual([out.start.x, out.end.x > 385, back.start.x < 15, back.end.x], [380, true, true, 20]);
  assert.equal(lineAt(facts, shown, sight, { x: 384, y: 205 }), 0);
  assert.equal(lineAt(facts, shown, sight, { x: 16, y: 217 }), 0);
  assert.equal(lineAt(facts, shown, sight, { x: 200, y: 160 }), -1);
});

test("the map's camera has every place in sight and no more of what is not the map than it must", () => {
  const size = { width: 800, height: 400 };
  const near = mapCamera(EDGE, [{ x: -100, y: -480 }, { x: 100, y: -400 }], false, size);
  assert.ok(near.y - size.height / 2 / near.scale >= -500 - 20);
  const whole = mapCamera(EDGE, [{ x: 900, y: 0 }, { x: -900, y: 0 }], true, size);
  assert.ok(whole.scale * 2000 <= 800 && whole.x === 0);
});

test("coasts come back from their steps, and sea and land are drawn in their own tones", () => {
  const facts = world();
  assert.deepEqual([...facts.world.coasts[0]], [0, 0, 10, 0, 10, 10]);
  const calls = [];
  const note = (name) => (...values) => calls.push([name, ...values]);
  const on = new Proxy({}, { get: (_, name) => note(name), set: (_, name, value) => Boolean(calls.push([name, value])) });
  drawWorld(on, { facts, colours: { sea: "sea", land: "land", shore: "shore" } }, SIGHT);
  assert.deepEqual(calls.filter(([name]) => name === "fillStyle").map(([, value]) => value), ["sea", "land"]);
  assert.equal(calls.filter(([name]) => name === "closePath").length, 2);
});

"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { world, NOTHING_OFF, SIGHT } = require("./world.js");

test("what XML cannot hold is left out, and what it would read is escaped", () => {
  assert.equal(xmlText('<a b="c">&amp;\u0000\u202E\uD800\uFFFF'), "&lt;a b=&quot;c&quot;&gt;&amp;amp;");
});

test("a circle, a dashed line and a text with its halo are one element each, in the style of their time", () => {
  const surface = createSvgSurface(100, 50, "A <title>");
  surface.fillStyle = "red";
  surface.beginPath();
  surface.arc(10, 20, 3.04, 0, 7);
  surface.fill();
  surface.save();
  surface.globalAlpha = 0.35;
  surface.setLineDash([6, 5]);
  surface.beginPath();
  surface.moveTo(0, 0);
  surface.lineTo(10.04, 20);
  surface.stroke();
  surface.restore();
  surface.font = "italic 10px serif";
  surface.strokeText("x", 1, 2);
  surface.fillText("x", 1, 2);
  const lines = surface.text().split("\n");
  assert.match(lines[1], /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="100" height="50" viewBox="0 0 100 50" role="img"><title>A &lt;title&gt;<\/title>$/);
  assert.equal(lines[2], '<path d="M13 20a3 3 0 1 1-6 0a3 3 0 1 1 6 0Z" fill="red"/>');
  assert.equal(lines[3], '<path d="M0 0L10 20" fill="none" stroke="#000" stroke-width="1" stroke-dasharray="6 5" opacity="0.35"/>');
  assert.equal(lines[4], '<text x="1" y="10.6" font-size="10" font-family="serif" font-style="italic" fill="red"'
    + ' stroke="#000" stroke-width="1" stroke-linejoin="miter" paint-order="stroke">x</text>');
});

test("on paper a text has a box behind it that lines are seen through, and no halo, which would be text too", () => {
  const surface = createSvgSurface(100, 50, "", (text, font) => text.length * Number(font.slice(7, 9)));
  surface.font = "normal 10px serif";
  surface.strokeStyle = "white";
  surface.strokeText("abc", 1, 2);
  surface.fillText("abc", 1, 2);
  const [, , box, text] = surface.text().split("\n");
  assert.equal(box, '<rect x="0" y="2" width="32" height="12" rx="2" fill="white" opacity="0.75"/>');
  assert.equal(text, '<text x="1" y="10.6" font-size="10" font-family="serif" fill="#000">abc</text>');
});

test("groups that a clip or a shift opens are closed with the state that opened them", () => {
  const surface = createSvgSurface(10, 10, "");
  surface.save();
  surface.beginPath();
  surface.rect(0, 1, 10, 5);
  surface.clip();
  surface.translate(0, 1);
  surface.save();
  surface.restore();
  surface.restore();
  const text = surface.text();
  assert.equal(text.match(/<g /g)?.length, 2);
  assert.ok(text.trimEnd().endsWith("</g></g>\n</svg>"));
});

test("the drawing needs of a surface only what the SVG one has", () => {
  const facts = world();
  const scene = createScene(facts, show(facts, { day: 300, off: NOTHING_OFF }), new Proxy({}, { get: (_, name) => String(name) }));
  const surface = createSvgSurface(400, 400, "");
  drawWorld(surface, scene, SIGHT);
  drawLines(surface, scene, SIGHT);
  drawNodes(surface, scene, SIGHT);
  drawLabels(surface, scene, SIGHT, [{ node: 0, text: "Japan", font: "normal 12.5px sans-serif", muted: false, dx: 0, dy: 0 }]);
  assert.match(surface.text(), />Japan<\/text>/);
});

test("text is cut into lines of whole words, a long word anywhere, and the last line says that there is more", () => {
  const wide = (text) => text.length;
  assert.deepEqual(wrapped("who owes what to whom", 10, 9, wide), ["who owes", "what to", "whom"]);
  assert.deepEqual(wrapped("abcdefghij", 4, 9, wide), ["abcd", "efgh", "ij"]);
  assert.deepEqual(wrapped("who owes what to whom", 10, 2, wide), ["who owes", "what …"]);
  assert.deepEqual(wrapped("", 10, 2, wide), []);
});

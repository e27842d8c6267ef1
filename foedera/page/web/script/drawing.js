/*
 * The one drawing, for the screen and for whatever else has a surface: it uses of a 2D context only save, restore,
 * beginPath, moveTo, lineTo, quadraticCurveTo, arc, closePath, setLineDash, stroke, fill, strokeText and fillText.
 */

const HAIRLINES_A_STROKE = 500;
/** More lines than this in sight are drawn as hairlines. */
const LINES_IN_DETAIL = 4000;
/** Up to so many lines in sight stay wide, however small the scale. */
const FEW_LINES = 600;
/** No line is thinner than this, in pixels, unless one of the device is. */
const THINNEST = 0.8;
/** Nodes grow with the scale up to this one. */
const LARGEST = 1.5;

/**
 * From a place in the plane to the surface, in pixels.
 * @param {Sight} sight
 * @param {Point} place
 */
function onScreen(sight, { x, y }) {
  return { x: (x - sight.x) * sight.scale + sight.width / 2, y: (y - sight.y) * sight.scale + sight.height / 2 };
}

/** @param {NodeLook} look @param {Sight} sight */
function radiusOf({ size }, { scale }) {
  return Math.max(size * Math.min(scale, LARGEST), 3);
}

/**
 * A line on the surface; the middle point bends it, if it is bent.
 * @param {Facts} facts
 * @param {number} index
 * @param {Sight} sight
 * @returns {Course}
 */
function course(facts, index, sight) {
  const { from, to, bend } = facts.lines[index];
  const start = onScreen(sight, facts.nodes[from]);
  const end = onScreen(sight, facts.nodes[to]);
  if (!bend) return { start, end, middle: null };
  const middle = {
    x: (start.x + end.x) / 2 + (end.y - start.y) * bend,
    y: (start.y + end.y) / 2 - (end.x - start.x) * bend,
  };
  return { start, end, middle };
}

/**
 * Lines, batch by batch. Where very many are in sight they are hairlines without dashes and heads: a line of up to one
 * pixel is drawn ten times as fast as a wider one, and the rest could not be told apart. Whether they are not.
 * @param {CanvasRenderingContext2D} surface
 * @param {Scene} scene
 * @param {Sight} sight
 * @param {number} ratio  device pixels to one of the surface
 */
function drawLines(surface, scene, sight, ratio = 1) {
  const batches = scene.batches.map((batch) => ({ ...batch, courses: coursesOf(scene.facts, batch.lines, sight) }));
  const count = batches.reduce((sum, { courses }) => sum + courses.length, 0);
  const fine = count <= LINES_IN_DETAIL;
  const breadth = Math.min(Math.max(sight.scale, count <= FEW_LINES ? 0.9 : 0.5), 1.6);
  surface.save();
  const thinnest = Math.min(THINNEST, 1 / ratio);
  for (const { courses, opacity, stroke, width, dashes, unsure } of batches) {
    surface.globalAlpha = opacity;
    surface.strokeStyle = stroke;
    surface.fillStyle = stroke;
    surface.lineWidth = fine ? Math.max(width * breadth, thinnest) : 1 / ratio;
    surface.setLineDash(fine ? dashes.map((each) => each * breadth) : []);
    strokeCourses(surface, courses, surface.lineWidth * ratio > 1 ? 1 : HAIRLINES_A_STROKE);
    if (fine) drawHeads(surface, scene, sight, courses, (HEAD + width) * breadth);
    if (fine && unsure) drawRings(surface, scene.colours.paper, courses, Math.max(RING * breadth, SMALLEST_RING));
  }
  surface.restore();
  return fine;
}

/**
 * @param {CanvasRenderingContext2D} surface
 * @param {Course[]} courses
 * @param {number} together  how many to a path: wide lines that meet are slow in one
 */
function strokeCourses(surface, courses, together) {
  for (let i = 0; i < courses.length; i += together) {
    surface.beginPath();
    for (const { start, middle, end } of courses.slice(i, i + together)) {
      surface.moveTo(start.x, start.y);
      if (middle) surface.quadraticCurveTo(middle.x, middle.y, end.x, end.y);
      else surface.lineTo(end.x, end.y);
    }
    surface.stroke();
  }
}

/**
 * The courses of lines that are in sight; one that goes around the back of the globe has two.
 * @param {Facts} facts
 * @param {number[]} lines
 * @param {Sight} sight
 */
function coursesOf(facts, lines, sight) {
  const seen = inSight(sight);
  /** @type {Drawn[]} */
  const found = [];
  for (const index of lines) {
    const { start, middle, end } = course(facts, index, sight);
    const around = facts.around.get(index);
    if (around) {
      const [leaves, returns] = [onScreen(sight, around.leaves), onScreen(sight, around.returns)];
      if (seen(start, start, leaves)) found.push({ index, start, middle: null, end: leaves, heads: AT_START });
      if (seen(returns, returns, end)) found.push({ index, start: returns, middle: null, end, heads: AT_END });
    } else if (seen(start, middle ?? start, end)) found.push({ index, start, middle, end, heads: AT_START | AT_END });
  }
  return found;
}

/**
 * Whether a course can be seen: the box about its points meets the surface.
 * @param {Sight} sight
 * @returns {(start: Point, middle: Point, end: Point) => boolean}
 */
function inSight({ width, height }) {
  return (start, middle, end) =>
    Math.min(start.x, middle.x, end.x) < width && Math.max(start.x, middle.x, end.x) > 0
    && Math.min(start.y, middle.y, end.y) < height && Math.max(start.y, middle.y, end.y) > 0;
}

/**
 * Nodes, the last of them first: the most connected lie on top.
 * @param {CanvasRenderingContext2D} surface
 * @param {Scene} scene
 * @param {Sight} sight
 * @param {NodeLook[]} looks
 */
function drawNodes(surface, scene, sight, looks = scene.nodes) {
  surface.save();
  for (let i = looks.length - 1; i >= 0; i -= 1) {
    const look = looks[i];
    surface.fillStyle = look.fill;
    surface.strokeStyle = look.rim;
    surface.lineWidth = look.rimWidth;
    surface.beginPath();
    addShape(surface, look, onScreen(sight, scene.facts.nodes[look.node]), radiusOf(look, sight), sight);
    surface.fill();
    surface.stroke();
  }
  surface.restore();
}

/**
 * All lines and nodes, without what is marked and without names; whether the lines are in detail.
 * @param {CanvasRenderingContext2D} surface
 * @param {Scene} scene
 * @param {Sight} sight
 * @param {number} ratio
 */
function drawPlane(surface, scene, sight, ratio = 1) {
  const fine = drawLines(surface, scene, sight, ratio);
  drawNodes(surface, scene, sight);
  return fine;
}

/**
 * @param {CanvasRenderingContext2D} surface
 * @param {NodeLook} look
 * @param {Point} at
 * @param {number} radius
 * @param {Sight} sight
 */
function addShape(surface, { shape }, { x, y }, radius, { width, height }) {
  if (x < -radius || y < -radius || x > width + radius || y > height + radius) return;
  if (shape === "dot") {
    surface.moveTo(x + radius, y);
    surface.arc(x, y, radius, 0, 2 * Math.PI);
    return;
  }
  const corners = shape === "square" ? [[-1, -1], [1, -1], [1, 1], [-1, 1]]
    : shape === "triangle" ? [[0, -1.1], [1.1, 0.9], [-1.1, 0.9]] : [[0, -1], [1, 0], [0, 1], [-1, 0]];
  corners.forEach(([dx, dy], i) => {
    if (i) surface.lineTo(x + dx * radius, y + dy * radius);
    else surface.moveTo(x + dx * radius, y + dy * radius);
  });
  surface.closePath();
}

/**
 * What is marked once more, in a colour of its own: lines with the nodes at their ends, and nodes.
 * @param {CanvasRenderingContext2D} surface
 * @param {Scene} scene
 * @param {Sight} sight
 */
function drawMarked(surface, scene, sight) {
  const { facts, marked, colours } = scene;
  if (!marked.lines.length && !marked.nodes.length) return;
  const batch = { stroke: colours.pick, width: 3, dashes: [], opacity: 1, unsure: false, lines: marked.lines };
  drawLines(surface, { ...scene, batches: [batch] }, sight);
  const ends = new Set(marked.lines.flatMap((index) => [facts.lines[index].from, facts.lines[index].to]));
  const nodes = new Set([...ends, ...marked.nodes]);
  const looks = scene.nodes.filter(({ node }) => nodes.has(node));
  drawNodes(surface, scene, sight, looks.map((look) =>
    (marked.nodes.includes(look.node) ? Object.assign({}, look, { rim: colours.pick, rimWidth: 2.5 }) : look)));
}

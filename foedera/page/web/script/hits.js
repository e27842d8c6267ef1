/* Which node or line is under the pointer. */

const REACH = 6;
/** A node can be hit that far from its middle, however small it is drawn. */
const NODE_REACH = 5;

/**
 * The node under a point of the surface, of those that overlap the one on top; or -1.
 * @param {Scene} scene
 * @param {Sight} sight
 * @param {Point} point
 */
function nodeAt(scene, sight, point) {
  const found = scene.nodes.find((look) => {
    const { x, y } = onScreen(sight, scene.facts.nodes[look.node]);
    const reach = Math.max(radiusOf(look, sight), NODE_REACH);
    return Math.abs(x - point.x) <= reach && Math.abs(y - point.y) <= reach;
  });
  return found ? found.node : -1;
}

/**
 * The nearest line that shows within reach of a point of the surface, or -1.
 * @param {Facts} facts
 * @param {Shown} shown
 * @param {Sight} sight
 * @param {Point} point
 */
function lineAt(facts, shown, sight, point) {
  let found = -1;
  let nearest = REACH;
  const lines = [...shown.lines.keys()].filter((index) => shown.lines[index]);
  for (const { index, ...course } of coursesOf(facts, lines, sight)) {
    const distance = distanceTo(course, point, nearest);
    if (distance < nearest) [found, nearest] = [index, distance];
  }
  return found;
}

/**
 * Distance of a point from a course, or Infinity where it is surely more than `within`.
 * @param {Course} course
 * @param {Point} point
 * @param {number} within
 */
function distanceTo({ start, middle, end }, point, within) {
  const bend = middle ?? start;
  if (point.x < Math.min(start.x, end.x, bend.x) - within || point.x > Math.max(start.x, end.x, bend.x) + within
    || point.y < Math.min(start.y, end.y, bend.y) - within || point.y > Math.max(start.y, end.y, bend.y) + within) return Infinity;
  if (!middle) return fromSegment(start, end, point);
  let nearest = Infinity;
  let before = start;
  for (let step = 1; step <= 12; step += 1) {
    const t = step / 12;
    const along = (/** @type {"x" | "y"} */ axis) =>
      (1 - t) ** 2 * start[axis] + 2 * t * (1 - t) * middle[axis] + t ** 2 * end[axis];
    const next = { x: along("x"), y: along("y") };
    nearest = Math.min(nearest, fromSegment(before, next, point));
    before = next;
  }
  return nearest;
}

/**
 * @param {Point} start
 * @param {Point} end
 * @param {Point} point
 */
function fromSegment(start, end, point) {
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const along = ((point.x - start.x) * dx + (point.y - start.y) * dy) / (dx * dx + dy * dy || 1);
  const t = Math.min(Math.max(along, 0), 1);
  return Math.hypot(start.x + t * dx - point.x, start.y + t * dy - point.y);
}

/* How a network lies in its window: in one that is upright on its side where it is larger so, on a phone drawn out to fill it. */

const CLEARLY = 1.1;
const MOST_DRAWN_OUT = 2;
/** Units of the plane; less than that is no width to draw out. */
const NARROWEST = 100;
/** @type {Shape} */
const AS_LAID = { turned: false, across: 1, down: 1 };

/**
 * The shape in which the places of nodes are best seen.
 * @param {Point[]} places
 * @param {{width: number, height: number}} size  of the window
 * @param {boolean} drawnOut
 * @returns {Shape}
 */
function shapeFor(places, { width, height }, drawnOut) {
  if (!places.length || !width || !height) return AS_LAID;
  const reach = (/** @type {number[]} */ along) => Math.max(Math.max(...along) - Math.min(...along), NARROWEST);
  const [wide, high] = [reach(places.map(({ x }) => x)), reach(places.map(({ y }) => y))];
  const fits = (/** @type {number} */ across, /** @type {number} */ down) => Math.min(width / across, height / down);
  const turned = height > width && fits(high, wide) > CLEARLY * fits(wide, high);
  const [across, down] = turned ? [width / high, height / wide] : [width / wide, height / high];
  if (!drawnOut) return { ...AS_LAID, turned };
  const out = (/** @type {number} */ own, /** @type {number} */ other) => Math.min(Math.max(own / other, 1), MOST_DRAWN_OUT);
  return { turned, across: out(across, down), down: out(down, across) };
}

/**
 * @param {Shape} shape
 * @param {Point} place
 * @returns {Point}
 */
function shaped({ turned, across, down }, { x, y }) {
  return turned ? { x: y * across, y: x * down } : { x: x * across, y: y * down };
}

/**
 * The inverse.
 * @param {Shape} shape
 * @param {Point} place
 * @returns {Point}
 */
function asLaid({ turned, across, down }, { x, y }) {
  return turned ? { x: y / down, y: x / across } : { x: x / across, y: y / down };
}

/* The map: coasts and where the nodes stand on it, and lines that leave it at one edge and come back at the other. */

/** A line goes around the back of the globe where that is clearly shorter. */
const SHORTER = 0.8;
/** Pixels below the middle of what stands under the map: for itself and its name. */
const UNDER_THE_LOWEST = 44;

/**
 * @param {any} block  as it was packed
 * @returns {WorldMap}
 */
function readWorld(block) {
  const coasts = block.coasts.map((/** @type {number[]} */ steps) => {
    const ring = new Int32Array(steps);
    for (let i = 2; i < ring.length; i += 1) ring[i] += ring[i - 2];
    return ring;
  });
  return { places: rowsOf(block.places), nowhere: block.nowhere, coasts, edge: block.edge };
}

/**
 * Puts the nodes where they stand in a layout.
 * @param {Facts} facts
 * @param {Layout} layout
 * @param {Shape} shape  of a network in the window
 */
function arrange(facts, layout, shape) {
  facts.nodes.forEach((node, i) => {
    const { x, y } = layout === "map" ? facts.world.places[i] : shaped(shape, facts.places[i]);
    [node.x, node.y] = [x, y];
  });
  facts.around = new Map(layout === "map" ? facts.lines.flatMap(({ from, to, bend }, index) => {
    const found = aroundTheBack(facts.world, facts.nodes[from], facts.nodes[to], bend);
    return found ? [/** @type {[number, Around]} */ ([index, found])] : [];
  }) : []);
}

/**
 * How far from its middle the map ends, at a height.
 * @param {WorldMap} world
 * @param {number} y
 */
function edgeAt({ edge }, y) {
  const below = edge.findIndex(([height]) => height >= y);
  if (below <= 0) return edge[below ? edge.length - 1 : 0][1];
  const [[y1, x1], [y2, x2]] = [edge[below - 1], edge[below]];
  return x1 + ((x2 - x1) * (y - y1)) / (y2 - y1);
}

/**
 * Where a line leaves the map and where it comes back, if it does.
 * @param {WorldMap} world
 * @param {Point} from
 * @param {Point} to
 * @param {number} bend  moves it aside, as it bends others
 * @returns {Around | null}
 */
function aroundTheBack(world, from, to, bend) {
  const side = Math.sign(from.x) || 1;
  const [before, after] = [edgeAt(world, from.y) - Math.abs(from.x), edgeAt(world, to.y) - Math.abs(to.x)];
  if (from.x * to.x >= 0 || before < 0 || after < 0) return null;
  const [dx, dy] = [before + after, to.y - from.y];
  if (Math.hypot(dx, dy) > SHORTER * Math.hypot(to.x - from.x, dy)) return null;
  const y = from.y + (dy * before) / dx - side * dx * bend;
  const x = side * edgeAt(world, y);
  return { leaves: { x, y }, returns: { x: -x, y } };
}

/**
 * Sea and land, in quiet tones.
 * @param {CanvasRenderingContext2D} surface
 * @param {Scene} scene
 * @param {Sight} sight
 */
function drawWorld(surface, { facts: { world }, colours }, sight) {
  surface.save();
  surface.lineWidth = 1;
  surface.strokeStyle = colours.shore;
  surface.fillStyle = colours.sea;
  surface.beginPath();
  addRing(surface, rimOf(world), sight);
  surface.fill();
  surface.stroke();
  surface.fillStyle = colours.land;
  surface.beginPath();
  for (const ring of world.coasts) addRing(surface, ring, sight);
  surface.fill();
  surface.stroke();
  surface.restore();
}

/**
 * The whole edge, down the east and up the west.
 * @param {WorldMap} world
 */
function rimOf({ edge }) {
  const west = edge.map((_, i) => edge[edge.length - 1 - i]);
  return [...edge.flatMap(([y, x]) => [x, y]), ...west.flatMap(([y, x]) => [-x, y])];
}

/**
 * The camera that has all of some places in sight, and beyond them no more of the page around the map than it must.
 * @param {WorldMap} world
 * @param {Point[]} places
 * @param {boolean} whole  from edge to edge
 * @param {{width: number, height: number}} sight
 * @returns {Camera}
 */
function mapCamera(world, places, whole, { width, height }) {
  const wide = Math.max(...world.edge.map(([, x]) => x));
  const [top, bottom] = [world.edge[0][0], Math.max(world.edge[world.edge.length - 1][0], ...places.map(({ y }) => y))];
  const xs = whole || !places.length ? [-wide, wide] : places.map(({ x }) => x);
  const ys = places.length ? places.map(({ y }) => y) : [top, bottom];
  const [west, east, north, south] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const room = whole ? 0.97 : 0.8;
  const scale = Math.min((room * width) / Math.max(east - west, 300), (0.8 * height) / Math.max(south - north, 300), 1.4);
  const within = (/** @type {number} */ middle, /** @type {number} */ low, /** @type {number} */ high, /** @type {number} */ seen) =>
    seen > high - low ? (low + high) / 2 : Math.min(Math.max(middle, low + seen / 2), high - seen / 2);
  const margin = 12 / scale;
  const under = bottom > world.edge[world.edge.length - 1][0] ? UNDER_THE_LOWEST / scale : margin;
  return {
    x: within((west + east) / 2, -wide - margin, wide + margin, width / scale),
    y: within((north + south) / 2, top - margin, bottom + under, height / scale),
    scale,
  };
}

/**
 * @param {CanvasRenderingContext2D} surface
 * @param {ArrayLike<number>} ring  x and y in turn
 * @param {Sight} sight
 */
function addRing(surface, ring, { x, y, scale, width, height }) {
  const [left, top] = [width / 2 - x * scale, height / 2 - y * scale];
  surface.moveTo(ring[0] * scale + left, ring[1] * scale + top);
  for (let i = 2; i < ring.length; i += 2) surface.lineTo(ring[i] * scale + left, ring[i + 1] * scale + top);
  surface.closePath();
}

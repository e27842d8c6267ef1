/* Names on the canvas: of one size at every zoom, the most connected first, none over another or a node. */

const LABEL = { size: 12.5, length: 30, gap: 3 };

/**
 * A name short enough to draw, without control characters.
 * @param {string} text
 */
function shortened(text) {
  const plain = text.replace(/[\p{Cc}\p{Cf}]/gu, "").slice(0, 200);
  return plain.length > LABEL.length ? `${plain.slice(0, LABEL.length - 1).trimEnd()}…` : plain;
}

/** Boxes on the screen, in rows, so that a new one is compared with its neighbours only. */
function createBoxes() {
  /** @type {Map<number, number[][]>} */
  const rows = new Map();
  const rowsOf = (/** @type {number[]} */ [, top, , bottom]) => {
    const found = [];
    for (let row = Math.floor(top / 24); row <= Math.floor(bottom / 24); row += 1) found.push(row);
    return found;
  };
  /** @param {number[]} box  left, top, right, bottom */
  function add(box) {
    for (const row of rowsOf(box)) rows.set(row, [...(rows.get(row) ?? []), box]);
  }
  /** @param {number[]} box */
  function free(box) {
    const meets = (/** @type {number[]} */ other) =>
      box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3];
    return rowsOf(box).every((row) => !(rows.get(row) ?? []).some(meets));
  }
  return { add, free };
}

/**
 * Where a label may stand about its node: below, above, right, left.
 * @param {{x: number, y: number}} at
 * @param {number} radius
 * @param {number} width
 */
function sites(at, radius, width) {
  const height = LABEL.size * 1.2;
  const reach = radius + LABEL.gap;
  const corners = [
    [at.x - width / 2, at.y + reach],
    [at.x - width / 2, at.y - reach - height],
    [at.x + reach, at.y - height / 2],
    [at.x - reach - width, at.y - height / 2],
  ];
  return corners.map(([left, top]) => [left, top, left + width, top + height]);
}

/**
 * Draws what names have room. The context is in canvas units; the labels are laid out in screen pixels.
 * @param {CanvasRenderingContext2D} context
 * @param {{network: any, degrees: Map<number, number>, hovered: number, colours: Record<string, string>}} graph
 * @param {Facts} facts
 * @param {(node: number) => string} name
 */
function drawLabels(context, graph, facts, name) {
  const { network } = graph;
  const frame = /** @type {HTMLCanvasElement} */ (context.canvas);
  const order = labelOrder(graph, facts);
  const boxes = createBoxes();
  const scale = network.getScale();
  const spots = network.getPositions(order);
  const ratio = frame.width / frame.clientWidth;
  const inside = (/** @type {number[]} */ [left, top, right, bottom]) =>
    left >= 0 && top >= 0 && right <= frame.clientWidth && bottom <= frame.clientHeight;
  const picked = new Set([...network.getSelectedNodes(), graph.hovered]);
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.textBaseline = "top";
  context.lineJoin = "round";
  context.lineWidth = 3;
  context.strokeStyle = graph.colours.paper;
  const places = order.map((node) => {
    const radius = Math.max(network.body.nodes[node].options.size * scale, 2);
    const at = network.canvasToDOM(spots[node]);
    boxes.add([at.x - radius, at.y - radius, at.x + radius, at.y + radius]);
    return { node, at, radius };
  });
  for (const { node, at, radius } of places) {
    const hub = facts.nodes[node].agreement !== undefined;
    context.font = `${hub ? "italic" : picked.has(node) ? "bold" : "normal"} ${LABEL.size}px system-ui, sans-serif`;
    context.fillStyle = hub ? graph.colours.muted : graph.colours.ink;
    const text = shortened(name(node));
    const box = sites(at, radius, context.measureText(text).width).find((each) => boxes.free(each) && inside(each));
    if (!box) continue;
    boxes.add(box);
    context.strokeText(text, box[0], box[1]);
    context.fillText(text, box[0], box[1]);
  }
  context.restore();
}

/**
 * Nodes that show, in the order in which their names get room: picked, of the question, most connected.
 * @param {{network: any, degrees: Map<number, number>, hovered: number}} graph
 * @param {Facts} facts
 */
function labelOrder(graph, facts) {
  const picked = new Set([...graph.network.getSelectedNodes(), graph.hovered]);
  const weight = (/** @type {number} */ index) => {
    const { party } = facts.nodes[index];
    const centre = party !== undefined && facts.view.centre.includes(facts.parties[party].id);
    return (picked.has(index) ? 1e6 : 0) + (centre ? 1e5 : 0) + (graph.degrees.get(index) ?? 0);
  };
  return [...graph.degrees.keys()].sort((a, b) => weight(b) - weight(a) || a - b);
}

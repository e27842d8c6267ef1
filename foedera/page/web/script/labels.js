/* Names on the drawing: of one size at every scale, the most connected first, none over another. */

/** So many names, those of the question and what is marked may lie over small nodes. */
const FOREMOST = 8;
/** Pixels between a name and the edge of the drawing. */
const EDGE = 3;
const LABEL = { size: 12.5, length: 30, whole: 48, gap: 3 };

/** @typedef {{node: number, text: string, font: string, muted: boolean, dx: number, dy: number}} Label  from its node */

/**
 * A name short enough to draw, without control characters.
 * @param {string} text
 * @param {number} longest  in characters
 */
function shortened(text, longest = LABEL.length) {
  const plain = plainText(text).slice(0, 200);
  return plain.length > longest ? `${plain.slice(0, longest - 1).trimEnd()}…` : plain;
}

/** Boxes on the screen, in cells, so that a new one is compared with its neighbours only. */
function createBoxes() {
  /** @type {Map<number, number[][]>} */
  const cells = new Map();
  /** @param {number[]} box @param {(cell: number) => boolean} visit  until it says true */
  function over([left, top, right, bottom], visit) {
    for (let row = Math.floor(top / 24); row <= Math.floor(bottom / 24); row += 1) {
      for (let column = Math.floor(left / 96); column <= Math.floor(right / 96); column += 1) {
        if (visit(row * 4096 + column)) return true;
      }
    }
    return false;
  }
  /** @param {number[]} box  left, top, right, bottom */
  function add(box) {
    over(box, (cell) => {
      const known = cells.get(cell);
      if (known) known.push(box);
      else cells.set(cell, [box]);
      return false;
    });
  }
  /** @param {number[]} box */
  function free(box) {
    const meets = (/** @type {number[]} */ other) =>
      box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3];
    return !over(box, (cell) => cells.get(cell)?.some(meets) ?? false);
  }
  return { add, free };
}

/**
 * Where a label may stand about its node: below, above, right, left; left and top of its box.
 * @param {number} radius
 * @param {number} width
 */
function sites(radius, width) {
  const height = LABEL.size * 1.2;
  const reach = radius + LABEL.gap;
  return [[-width / 2, reach], [-width / 2, -reach - height], [reach, -height / 2], [-reach - width, -height / 2]];
}

/** @type {Map<string, number>} */
const textWidths = new Map();

/**
 * @param {CanvasRenderingContext2D} surface
 * @param {string} text
 * @param {string} font
 */
function widthOf(surface, text, font) {
  const key = `${font}\n${text}`;
  const known = textWidths.get(key);
  if (known !== undefined) return known;
  surface.font = font;
  const { width } = surface.measureText(text);
  textWidths.set(key, width);
  return width;
}

/**
 * The names that have room, marked nodes first.
 * @param {CanvasRenderingContext2D} surface  to measure text
 * @param {Scene} scene
 * @param {Sight} sight
 * @param {number} longest  in characters, where there is room for so many
 * @returns {Label[]}
 */
function placeLabels(surface, scene, sight, longest = LABEL.length) {
  const [boxes, names] = [createBoxes(), createBoxes()];
  const { facts, marked } = scene;
  const first = marked.nodes.flatMap((node) => scene.nodes.find((each) => each.node === node) ?? []);
  const order = [...first, ...scene.nodes.filter(({ node }) => !marked.nodes.includes(node))];
  const spots = order.map((look) => {
    const { x, y } = onScreen(sight, facts.nodes[look.node]);
    return { node: look.node, x, y, radius: radiusOf(look, sight) };
  }).filter(({ x, y }) => x > -40 && y > -40 && x < sight.width + 40 && y < sight.height + 40);
  for (const { x, y, radius } of spots) boxes.add([x - radius, y - radius, x + radius, y + radius]);
  const height = LABEL.size * 1.2;
  /** @type {Label[]} */
  const found = [];
  for (const { node, x, y, radius } of spots) {
    const muted = facts.nodes[node].party === null;
    const font = `${muted ? "italic" : marked.nodes.includes(node) ? "bold" : "normal"} ${LABEL.size}px system-ui, sans-serif`;
    const around = (/** @type {string} */ text) => {
      const width = widthOf(surface, text, font);
      return sites(radius, width).map(([dx, dy]) => [x + dx, y + dy, x + dx + width, y + dy + height])
        .filter((box) => box[0] >= EDGE && box[1] >= EDGE && box[2] <= sight.width - EDGE && box[3] <= sight.height - EDGE && names.free(box));
    };
    const name = nodeName(facts, node);
    const long = longest > LABEL.length ? around(shortened(name, longest)).find(boxes.free) : undefined;
    const text = shortened(name, long ? longest : LABEL.length);
    const room = long ? [long] : around(text);
    const needed = scene.about.has(node) || marked.nodes.includes(node) || found.length < FOREMOST;
    const box = room.find(boxes.free) ?? (needed ? room[0] : undefined);
    if (!box) continue;
    names.add(box);
    found.push({ node, text, font, muted, dx: box[0] - x, dy: box[1] - y });
  }
  return found;
}

/**
 * @param {CanvasRenderingContext2D} surface
 * @param {Scene} scene
 * @param {Sight} sight
 * @param {Label[]} labels
 */
function drawLabels(surface, scene, sight, labels) {
  const { colours, facts } = scene;
  surface.save();
  surface.textBaseline = "top";
  surface.lineJoin = "round";
  surface.lineWidth = 3;
  surface.strokeStyle = colours.paper;
  for (const { node, text, font, muted, dx, dy } of labels) {
    const { x, y } = onScreen(sight, facts.nodes[node]);
    surface.font = font;
    surface.fillStyle = muted ? colours.muted : colours.ink;
    surface.strokeText(text, x + dx, y + dy);
    surface.fillText(text, x + dx, y + dy);
  }
  surface.restore();
}

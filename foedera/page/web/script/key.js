/* The legend of a sheet: what is on the picture, with its look and its count. */

const KEY = { sample: 32, gap: 8, between: 18 };

/** @typedef {{text: string, stroke?: string, width?: number, dashes?: number[], opacity?: number, unsure?: boolean, shape?: NodeLook["shape"], fill?: string, rim?: string}} KeyEntry */

/**
 * Of changes, kinds, forces and ways to stand on the day those that show; of shapes those that are drawn.
 * @param {PageState} page
 * @param {Scene} scene
 * @returns {KeyEntry[]}
 */
function keyEntries(page, { colours, nodes, marked }) {
  const { facts, state, shown } = page;
  const number = counts(facts, state, shown);
  const there = (/** @type {Map<string, number>} */ numbers, /** @type {readonly string[]} */ off) =>
    [...numbers].filter(([name, count]) => count && !off.includes(name));
  const inOrder = (/** @type {[string, number][]} */ found, /** @type {string[]} */ order) =>
    found.sort(([a], [b]) => (order.indexOf(a) + 1 || 99) - (order.indexOf(b) + 1 || 99));
  const changes = hasChanges(facts) ? there(number.changes, state.off.changes) : [];
  const kinds = inOrder(there(number.kinds, state.off.kinds), Object.values(GROUPS).flat());
  const forces = inOrder(there(number.forces, state.off.forces), FORCE_ORDER);
  const times = there(timeCounts(facts, state), [...TIMES.keys()].filter((name) => !state.times.includes(name)));
  const shapes = /** @type {[NodeLook["shape"], string][]} */ ([
    ["dot", "country"], ["square", "organization"], ["diamond", "agreement of several"], ["triangle", "other"],
  ]);
  return [
    ...changes.map(([name, count]) => Object.assign(changeLook(name), { text: `${name} ${count}`, stroke: colours[name] })),
    ...kinds.map(([name, count]) =>
      ({ text: `${name} ${count}`, stroke: colours[kindColour(facts, name)], width: 3, dashes: name === "candidacy" ? CANDIDACY_DASHES : [] })),
    ...forces.map(([name, count]) => ({ text: `${name} ${count}`, stroke: colours.ink, width: 2, dashes: DASHES.get(name) ?? [] })),
    ...(times.some(([name]) => name !== "certain") ? times : []).map(([name, count]) => timeKey(name, count, colours)),
    ...(state.chain && marked.lines.length && chainsOf(facts, shown, state.chain)?.chains.length ? [{ text: "the chain", stroke: colours.pick, width: 3 }] : []),
    ...shapes.flatMap(([shape, text]) => {
      const look = nodes.find((each) => each.shape === shape && !facts.roles.has(each.node));
      return look ? { text, shape, fill: look.fill } : [];
    }),
    ...(facts.obligations.some(({ perhaps }, i) => perhaps && shown.obligations[i]) ? [{ text: "perhaps not there", stroke: colours.ink, width: 2, unsure: true, fill: colours.paper, opacity: UNSURE_OPACITY }] : []),
    ...[["attacked", "who is attacked"], ["attacker", "who attacks; its lines are grey"]].flatMap(([role, text]) => {
      const look = nodes.find(({ node }) => facts.roles.get(node) === role);
      return look ? { text, shape: look.shape, fill: look.fill, rim: look.rim } : [];
    }),
  ];
}

/** @param {string} name @param {number} count @param {Palette} colours */
function timeKey(name, count, colours) {
  const { state, name: said } = /** @type {{state: number, name: string}} */ (TIMES.get(name));
  const look = state < POSSIBLY ? { stroke: colours.muted, dashes: TIME_DASHES[state] } : { stroke: colours.ink, dashes: [] };
  const unsure = state === POSSIBLY;
  return { text: `${said} ${count}`, width: 2, unsure, fill: colours.paper, opacity: unsure ? UNSURE_OPACITY : 1, ...look };
}

/**
 * How wide a column has to be for every entry, space between columns included.
 * @param {CanvasRenderingContext2D} measure
 * @param {KeyEntry[]} entries
 */
function keyWidth(measure, entries) {
  measure.font = `13px ${FACE}`;
  const widest = Math.max(...entries.map(({ text }) => measure.measureText(shortened(text, LABEL.whole)).width), 0);
  return Math.ceil(KEY.sample + KEY.gap + 1.08 * widest + KEY.between); // vectors may be shown in a wider face
}

/**
 * @param {CanvasRenderingContext2D} surface
 * @param {KeyEntry} entry
 * @param {Point} place
 * @param {string} ink
 */
function drawKey(surface, { text, stroke, width, dashes, opacity, unsure, shape, fill, rim }, { x, y }, ink) {
  surface.save();
  surface.beginPath();
  if (shape && fill) {
    surface.fillStyle = fill;
    addShape(surface, { node: 0, shape, size: 6, fill, rim: fill, rimWidth: 0 }, { x: x + KEY.sample / 2, y: y + 8 }, 6,
      { x: 0, y: 0, scale: 1, width: Infinity, height: Infinity });
    surface.fill();
    surface.strokeStyle = rim ?? fill;
    surface.lineWidth = rim ? 2.5 : 0;
    if (rim) surface.stroke();
  } else {
    surface.strokeStyle = stroke ?? ink;
    surface.lineWidth = width ?? 1;
    surface.globalAlpha = opacity ?? 1;
    surface.setLineDash(dashes ?? []);
    surface.moveTo(x, y + 8);
    surface.lineTo(x + KEY.sample, y + 8);
    surface.stroke();
    if (unsure && fill) drawRings(surface, fill, [{ start: { x, y: y + 8 }, middle: null, end: { x: x + KEY.sample, y: y + 8 } }], RING);
  }
  surface.restore();
  surface.font = `13px ${FACE}`;
  surface.fillStyle = ink;
  surface.fillText(shortened(text, LABEL.whole), x + KEY.sample + KEY.gap, y);
}

/* What is to be drawn for what shows: lines in batches of one look, nodes in order of weight. */

const AT_END = 1;
const AT_START = 2;

/**
 * @param {Facts} facts
 * @param {Shown} shown
 * @param {Palette} colours
 * @returns {Scene}
 */
function createScene(facts, shown, colours) {
  const order = firmness(facts);
  const heads = new Uint8Array(facts.lines.length);
  /** @type {Map<string, Batch>} */
  const batches = new Map();
  facts.lines.forEach((line, index) => {
    if (!shown.lines[index]) return;
    const { obligation, head } = firmest(facts, line, shown, order);
    heads[index] = head;
    const look = lineLook(facts, line, obligation, shown.lines[index], colours);
    const key = `${look.stroke}${look.width}/${look.opacity}/${look.dashes.length}${look.dashes[0]}`;
    const batch = batches.get(key);
    if (batch) batch.lines.push(index);
    else batches.set(key, { ...look, lines: [index] });
  });
  const nodes = [...shown.degrees.keys()].filter((node) => shown.degrees[node] >= 0)
    .map((node) => nodeLook(facts, node, shown.degrees[node], colours));
  const weight = (/** @type {NodeLook} */ { node }) => shown.degrees[node] + (facts.centre.has(node) ? 1e5 : 0);
  nodes.sort((a, b) => weight(b) - weight(a) || a.node - b.node);
  const sizes = new Float32Array(facts.nodes.length);
  for (const { node, size } of nodes) sizes[node] = size;
  const thin = [...batches.values()].sort((a, b) => a.width - b.width || a.opacity - b.opacity);
  return { facts, batches: thin, heads, nodes, sizes, colours, marked: { nodes: [], lines: [] } };
}

/**
 * The firmest promise of a line that shows, and its heads: from who owes to who is owed; a party that does
 * both under a hub has none.
 * @param {Facts} facts
 * @param {Line} line
 * @param {Shown} shown
 * @param {Int32Array} order
 */
function firmest(facts, line, shown, order) {
  if (line.tie !== null) return { obligation: -1, head: facts.ties[line.tie].kind === "membership" ? 0 : AT_END };
  if (line.founding !== null) return { obligation: -1, head: 0 };
  const start = facts.nodes[line.from].party;
  let obligation = -1;
  let head = 0;
  for (const i of line.arrows) {
    if (!shown.arrows[i]) continue;
    const arrow = facts.arrows[i];
    if (obligation < 0 || order[arrow.obligation] < order[obligation]) obligation = arrow.obligation;
    if (arrow.party === start) head |= arrow.owes ? AT_END : AT_START;
  }
  const both = head === (AT_END | AT_START) && facts.nodes[line.to].agreement !== null;
  return { obligation, head: both ? 0 : head || AT_END };
}

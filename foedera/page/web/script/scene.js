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
  const classes = lookClasses(facts);
  /** @type {Batch[]} */
  const known = [];
  facts.lines.forEach((line, index) => {
    const stands = shown.lines[index];
    if (!stands) return;
    const { obligation, head, dormant } = firmest(facts, line, shown, order, Math.min(stands, POSSIBLY));
    const state = dormant ? Math.min(stands, POSSIBLY) : stands;
    heads[index] = head;
    const change = changeOn(shown, { change: changeOf(facts, line) });
    const own = obligation < 0 || line.pair || ofAttacker(facts, line) || change !== null;
    const look = own ? -1 : (CERTAINLY + 1) * classes[obligation] + state;
    const batch = known[look] ?? batchOf(batches, lineLook(facts, line, { obligation, state, change }, colours));
    if (look >= 0) known[look] = batch;
    batch.lines.push(index);
  });
  const nodes = [...shown.degrees.keys()].filter((node) => shown.degrees[node] >= 0)
    .map((node) => nodeLook(facts, node, shown, colours));
  const weight = (/** @type {NodeLook} */ { node }) => shown.degrees[node] + (shown.about.has(node) ? 1e5 : 0);
  nodes.sort((a, b) => weight(b) - weight(a) || a.node - b.node);
  const sizes = new Float32Array(facts.nodes.length);
  for (const { node, size } of nodes) sizes[node] = size;
  const thin = [...batches.values()].sort((a, b) => a.width - b.width || a.opacity - b.opacity);
  return { facts, batches: thin, heads, nodes, sizes, colours, about: shown.about, marked: { nodes: [], lines: [] } };
}

/**
 * The lines of that look, so far.
 * @param {Map<string, Batch>} batches
 * @param {Omit<Batch, "lines">} look
 */
function batchOf(batches, look) {
  const key = `${look.stroke}/${look.width}/${look.opacity}/${look.unsure}/${look.dashes.join()}`;
  const found = batches.get(key) ?? { ...look, lines: [] };
  batches.set(key, found);
  return found;
}

/** @type {WeakMap<Facts, Uint16Array>} */
const classesOf = new WeakMap();

/**
 * A number for each obligation, the same for those of one kind, force, rank and doubt: they look alike.
 * @param {Facts} facts
 */
function lookClasses(facts) {
  const known = classesOf.get(facts);
  if (known) return known;
  /** @type {Map<string, number>} */
  const numbers = new Map();
  const found = Uint16Array.from(facts.obligations, ({ kind, force, rank, perhaps }) => {
    const key = `${rank}/${force}/${kind}/${perhaps}`;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
  classesOf.set(facts, found);
  return found;
}

/**
 * The firmest promise of a line that shows, whether it is dormant, and its heads: from who owes to who is owed; a party that does
 * both under a hub has none, nor has a line that stands for all between two who both owe.
 * @param {Facts} facts
 * @param {Line} line
 * @param {Shown} shown
 * @param {Int32Array} order
 * @param {number} least  what is not in force counts only where nothing on the line is
 */
function firmest(facts, line, shown, order, least) {
  if (line.tie !== null) return { obligation: -1, head: facts.ties[line.tie].kind === "membership" ? 0 : AT_END, dormant: false };
  if (line.founding !== null) return { obligation: -1, head: 0, dormant: false };
  const start = facts.nodes[line.from].party;
  let obligation = -1;
  let head = 0;
  let dormant = false;
  for (const i of line.arrows) {
    if (!shown.arrows[i] || shown.arrows[i] < least) continue;
    const arrow = facts.arrows[i];
    if (obligation < 0 || order[arrow.obligation] < order[obligation]) {
      obligation = arrow.obligation;
      dormant = arrow.status === "dormant";
    }
    if (arrow.party === start) head |= arrow.owes ? AT_END : AT_START;
  }
  const both = head === (AT_END | AT_START) && (line.pair || facts.nodes[line.to].agreement !== null);
  return { obligation, head: both ? 0 : head || AT_END, dormant };
}

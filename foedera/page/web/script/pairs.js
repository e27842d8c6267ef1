/* From country to country: for agreements of several parties a line for each two who owe each other something, not a hub. */

/** More lines than this are not drawn; the firmest are. */
const MOST_PAIRS = 4000;

/**
 * What is drawn for what shows, with hubs or, where the reader wants it, without.
 * @param {Facts} facts
 * @param {Shown} shown
 * @param {boolean} pairs
 * @returns {Figure}
 */
function figureOf(facts, shown, pairs) {
  if (!pairs) return { facts, shown, pairs: 0, left: 0 };
  const { lines, states, left } = pairLines(facts, shown);
  const all = { ...facts, lines: [...facts.lines, ...lines], around: new Map() };
  firmnesses.set(all, firmness(facts));
  classesOf.set(all, lookClasses(facts));
  const hub = facts.nodes.map(({ agreement }) => agreement !== null);
  const visible = new Uint8Array(all.lines.length);
  facts.lines.forEach(({ from, to }, i) => { if (!hub[from] && !hub[to]) visible[i] = shown.lines[i]; });
  visible.set(states, facts.lines.length);
  const degrees = shown.degrees.map((degree, node) => (hub[node] ? -1 : Math.min(degree, 0)));
  all.lines.forEach(({ from, to }, i) => {
    if (!visible[i]) return;
    degrees[from] += 1;
    degrees[to] += 1;
  });
  return { facts: all, shown: { ...shown, lines: visible, degrees }, pairs: lines.length, left };
}

/**
 * A line for each two parties, one of whom owes the other something under an agreement of several that shows.
 * @param {Facts} facts
 * @param {Shown} shown
 */
function pairLines(facts, shown) {
  const nodeOfParty = new Map(facts.nodes.flatMap(({ party }, node) => (party === null ? [] : [[party, node]])));
  const bilateral = new Set(facts.lines.flatMap(({ from, to }, i) => (shown.lines[i] ? [pairKey(facts, from, to)] : [])));
  /** @type {Map<number, {line: Line, state: number, arrows: Set<number>}>} */
  const found = new Map();
  /** @type {Set<number>} */
  const beyond = new Set();
  eachPromise(facts, shown, (owing, owed) => {
    const ends = [owing, owed].map((i) => Number(nodeOfParty.get(facts.arrows[i].party))).sort((a, b) => a - b);
    const key = pairKey(facts, ends[0], ends[1]);
    const known = found.get(key);
    if (!known && found.size >= MOST_PAIRS) beyond.add(key);
    if (!known && found.size >= MOST_PAIRS) return;
    const bend = bilateral.has(key) ? -0.06 : 0;
    const entry = known ?? { line: { from: ends[0], to: ends[1], bend, arrows: [], tie: null, founding: null, pair: true }, state: 0, arrows: new Set() };
    found.set(key, entry);
    entry.state = Math.max(entry.state, Math.min(shown.arrows[owing], shown.arrows[owed]));
    entry.arrows.add(owing).add(owed);
  });
  const entries = [...found.values()];
  const lines = entries.map(({ line, arrows }) => ({ ...line, arrows: [...arrows] }));
  return { lines, states: Uint8Array.from(entries, ({ state }) => state), left: beyond.size };
}

/**
 * Both arrows of each promise from one party to another that shows and runs over a hub, the firmest first.
 * @param {Facts} facts
 * @param {Shown} shown
 * @param {(owing: number, owed: number) => void} visit
 */
function eachPromise(facts, shown, visit) {
  const hubs = new Set(facts.nodes.flatMap(({ agreement }) => agreement ?? []));
  const order = firmness(facts);
  const { owing, owed } = sides(facts);
  const obligations = [...shown.obligations.keys()].filter((i) => shown.obligations[i] && hubs.has(facts.obligations[i].agreement));
  obligations.sort((a, b) => order[a] - order[b]);
  for (const obligation of obligations) {
    for (const one of owing[obligation]) {
      if (!shown.arrows[one]) continue;
      for (const two of owed[obligation]) {
        const [debtor, beneficiary] = [facts.arrows[one].party, facts.arrows[two].party];
        if (shown.arrows[two] && debtor !== beneficiary && shown.wanted(debtor, beneficiary)) visit(one, two);
      }
    }
  }
}

/** @param {Facts} facts @param {number} one @param {number} two */
function pairKey(facts, one, two) {
  return Math.min(one, two) * facts.nodes.length + Math.max(one, two);
}

/**
 * How many lines there are, in words.
 * @param {Figure} figure
 */
function pairsText({ pairs, left }) {
  const all = `${plural(pairs, "line")} from country to country for agreements of several`;
  return left ? `${all}, the firmest of ${countText(pairs + left)}` : all;
}

/**
 * The line between two parties that stands for agreements of several, if it is drawn.
 * @param {Figure} figure
 * @param {number} one
 * @param {number} other
 */
function pairLine({ facts, shown }, one, other) {
  const ends = new Set([one, other]);
  const found = facts.lines.findIndex(({ from, to, pair }, i) =>
    pair && shown.lines[i] && ends.has(facts.nodes[from].party ?? -1) && ends.has(facts.nodes[to].party ?? -1));
  return found < 0 ? [] : [found];
}

/**
 * Whether a key is that of a line between two parties of the page, drawn or not.
 * @param {Facts} facts
 * @param {string} key
 */
function isPairKey({ partyOf }, key) {
  const [start, ...ids] = key.split("|");
  return start === "line:" && ids.length === 2 && ids.every((id) => partyOf.has(id));
}

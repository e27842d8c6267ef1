/* What shows on a day under a filter: the one rule behind drawing, counts, details and table. `shown.py` has it too. */

/**
 * @param {Facts} facts
 * @param {Filter} filter
 * @returns {Shown}
 */
function show(facts, filter) {
  const { arrows, ties, wanted, centre } = standings(facts, filter);
  const { day } = filter;
  const obligations = new Uint8Array(facts.obligations.length);
  const agreements = new Uint8Array(facts.agreements.length);
  facts.arrows.forEach(({ obligation }, i) => {
    if (!arrows[i]) return;
    obligations[obligation] = Math.max(obligations[obligation], arrows[i]);
    const { agreement } = facts.obligations[obligation];
    agreements[agreement] = Math.max(agreements[agreement], arrows[i]);
  });
  const foundings = Uint8Array.from(facts.foundings, ({ agreement }) => (agreements[agreement] < POSSIBLY ? agreements[agreement] : CERTAINLY));
  return withLines(facts, { day, lost: day >= supposedDay(facts), arrows, ties, foundings, obligations, wanted }, centre);
}

/**
 * How the arrows and ties stand that show. What is only possible decides who is near if it shows itself.
 * @param {Facts} facts
 * @param {Filter} filter
 * @returns {Pick<Shown, "arrows" | "ties" | "wanted"> & {centre: Set<number>}}
 */
function standings(facts, { day, off, focus, times = TIMES_AT_FIRST }) {
  const asked = askedFor(facts, off);
  const seen = timesWanted(times);
  const least = seen[POSSIBLY] ? POSSIBLY : CERTAINLY;
  const stand = seen.subarray(0, POSSIBLY).some(Boolean) ? standOf : holds;
  const standing = Uint8Array.from(facts.arrows, (arrow) => (inSpans(asked.arrow(arrow), day) ? stand(arrow, day) : 0));
  const asks = wantedBy(facts, facts.view, atLeast(least, standing));
  const answering = inView(facts, standing, asks);
  const near = focus && viewAround(focus);
  const nearby = near && wantedBy(facts, near, atLeast(least, answering));
  const arrows = (nearby ? inView(facts, answering, nearby) : answering).map((state) => seen[state] && state);
  const within = near && tiesWithin(facts, near, atLeast(least, answering));
  const ties = Uint8Array.from(facts.ties, (tie) => (!inSpans(asked.tie(tie), day) || within?.(tie) === false ? 0 : tieStand(tie, day)))
    .map((state) => seen[state] && state);
  const wanted = (/** @type {number} */ debtor, /** @type {number} */ beneficiary) =>
    asks.pair(debtor, beneficiary) && (!nearby || nearby.pair(debtor, beneficiary));
  return { arrows, ties, wanted, centre: near ? nodesOf(facts, near.centre) : facts.centre };
}

/**
 * When an arrow or a tie is of a kind, a force and a change that are not switched off.
 * @param {Facts} facts
 * @param {Off} off
 * @returns {{arrow: (arrow: Arrow) => Spans, tie: (tie: Tie) => Spans}}
 */
function askedFor(facts, off) {
  const [kinds, forces, changes] = [off.kinds, off.forces, off.changes].map((names) => new Set(names));
  const supposed = supposedDay(facts);
  const kept = (/** @type {string} */ change) => (changes.has(change) ? AT_NO_TIME : ALWAYS);
  const lost = eitherSpans(bothSpans(kept(UNCHANGED), [EVER_SINCE, supposed]), bothSpans(kept("lost"), [supposed, Infinity]));
  const when = (/** @type {string | null} */ change) => (change === "lost" ? lost : kept(change ?? UNCHANGED));
  const asked = facts.obligations.map(({ kind, force }) => !kinds.has(kind) && !forces.has(force));
  return {
    arrow: ({ obligation, change }) => (asked[obligation] ? when(change) : AT_NO_TIME),
    tie: ({ kind, change }) => (kinds.has(kind) ? AT_NO_TIME : when(change)),
  };
}

/**
 * @param {Facts} facts
 * @param {Omit<Shown, "lines" | "degrees" | "about" | "count">} shown
 * @param {Set<number>} centre  nodes that show without lines too
 * @returns {Shown}
 */
function withLines(facts, shown, centre) {
  const { arrows, ties, foundings, obligations } = shown;
  const lines = Uint8Array.from(facts.lines, ({ tie, founding }) =>
    (tie !== null ? ties[tie] : founding !== null ? foundings[founding] : 0));
  const parties = new Uint8Array(facts.parties.length);
  const [unsure, dormant] = [new Set(), new Set()];
  facts.arrows.forEach(({ obligation, party, line, status }, i) => {
    if (!arrows[i]) return;
    if (arrows[i] >= POSSIBLY) parties[party] = POSSIBLY;
    if (arrows[i] >= POSSIBLY && status === "dormant") dormant.add(obligation);
    if (line !== null) lines[line] = Math.max(lines[line], arrows[i]);
    if (arrows[i] === POSSIBLY) unsure.add(obligation);
  });
  const degrees = new Int32Array(facts.nodes.length).fill(-1);
  for (const node of [...centre, ...(centre === facts.centre ? facts.alone : [])]) degrees[node] = 0;
  facts.lines.forEach(({ from, to }, i) => {
    if (!lines[i]) return;
    for (const end of [from, to]) degrees[end] = Math.max(degrees[end], 0) + 1;
  });
  const others = [obligations, ties].reduce((sum, states) => sum + states.filter((state) => state && state < POSSIBLY).length, 0);
  const possibly = unsure.size + ties.filter((state) => state === POSSIBLY).length;
  const disused = dormant.size + facts.ties.filter(({ status }, i) => ties[i] >= POSSIBLY && status === "dormant").length;
  const count = { obligations: inForce(obligations), parties: inForce(parties), ties: inForce(ties), possibly, dormant: disused, others };
  const about = new Set([...facts.centre, ...centre]);
  return { ...shown, lines, degrees, about, count };
}

/** @param {Uint8Array} states */
function inForce(states) {
  return states.reduce((sum, state) => sum + Number(state >= POSSIBLY), 0);
}

/**
 * The arrows of each obligation by their side: who owes it, who is owed it.
 * @param {Facts} facts
 */
function sides(facts) {
  const known = sidesOf.get(facts);
  if (known) return known;
  const owing = facts.obligations.map(() => /** @type {number[]} */ ([]));
  const owed = facts.obligations.map(() => /** @type {number[]} */ ([]));
  facts.arrows.forEach((arrow, i) => (arrow.owes ? owing : owed)[arrow.obligation].push(i));
  const found = { owing, owed };
  sidesOf.set(facts, found);
  return found;
}

/** @type {WeakMap<Facts, {owing: number[][], owed: number[][]}>} */
const sidesOf = new WeakMap();

function everyPair() {
  return true;
}

/**
 * Of the standing arrows those that belong to a view, as they stand with the firmest of those across from them: what a party
 * owes is no firmer than that somebody is owed it, and the other way round.
 * @param {Facts} facts
 * @param {Uint8Array} standing
 * @param {Wanted} wanted
 */
function inView(facts, standing, { pair, alone }) {
  if (facts.view.kind === "given" && pair === everyPair) return standing;
  const { owing, owed } = sides(facts);
  return standing.map((state, i) => {
    if (!state) return 0;
    const { obligation, party, owes } = facts.arrows[i];
    if (owes && !owed[obligation].length) return alone(party) ? state : 0;
    let found = 0;
    for (const j of (owes ? owed : owing)[obligation]) {
      if (standing[j] <= found) continue;
      const other = facts.arrows[j].party;
      if (other === party || !(owes ? pair(party, other) : pair(other, party))) continue;
      found = Math.min(standing[j], state);
      if (found === state) break;
    }
    return found;
  });
}

/**
 * A view as two questions: is this promise, from one party to another, in it; is a promise to a class?
 * @param {Facts} facts
 * @param {View} view
 * @param {Uint8Array} standing
 * @returns {Wanted}
 */
function wantedBy(facts, { kind, centre, hops, pairs }, standing) {
  const index = (/** @type {string} */ id) => facts.partyOf.get(id) ?? -1;
  const centres = new Set(centre.map(index));
  if (kind === "around") {
    const near = nearTo(facts, centres, hops, standing);
    return { pair: (one, two) => near.has(one) || near.has(two), alone: (one) => near.has(one) };
  }
  if (kind === "owed") return { pair: (_, two) => centres.has(two), alone: () => false };
  if (kind === "pairs") {
    const wanted = new Set(pairs.map(([one, two]) => `${index(one)}>${index(two)}`));
    return { pair: (one, two) => wanted.has(`${one}>${two}`), alone: () => false };
  }
  return { pair: everyPair, alone: () => true };
}

/**
 * Parties fewer than `hops` steps from a centre; a step follows a standing promise, either way.
 * @param {Facts} facts
 * @param {Set<number>} centres
 * @param {number} hops
 * @param {Uint8Array} standing
 */
function nearTo(facts, centres, hops, standing) {
  const { owing, owed } = sides(facts);
  const near = new Set(centres);
  let edge = centres;
  for (let step = 1; step < hops && edge.size; step += 1) {
    /** @type {Set<number>} */
    const reached = new Set();
    const cross = (/** @type {number[]} */ from, /** @type {number[]} */ to) => {
      if (!from.some((i) => standing[i] && edge.has(facts.arrows[i].party))) return;
      for (const i of to) if (standing[i]) reached.add(facts.arrows[i].party);
    };
    owing.forEach((side, obligation) => {
      cross(side, owed[obligation]);
      cross(owed[obligation], side);
    });
    edge = new Set([...reached].filter((party) => !near.has(party)));
    edge.forEach((party) => near.add(party));
  }
  return near;
}

/**
 * How many obligations and ties each kind, each force and each change would show if it alone were switched on besides.
 * @param {Facts} facts
 * @param {Filter} filter
 * @param {Shown} shown  under that filter
 */
function counts(facts, filter, shown) {
  const { off } = filter;
  const anyKind = off.kinds.length ? show(facts, { ...filter, off: { ...off, kinds: [] } }) : shown;
  const anyForce = off.forces.length ? show(facts, { ...filter, off: { ...off, forces: [] } }) : shown;
  const kinds = tally([facts.obligations, anyKind.obligations], [facts.ties, anyKind.ties]);
  const forces = /** @type {Map<string, number>} */ (new Map());
  facts.obligations.forEach(({ force }, i) => {
    if (anyForce.obligations[i]) forces.set(force, (forces.get(force) ?? 0) + 1);
  });
  const anyChange = off.changes.length ? show(facts, { ...filter, off: { ...off, changes: [] } }) : shown;
  return { kinds, forces, changes: changeCounts(facts, anyChange) };
}

/** @param {...[{kind: string}[], Uint8Array]} tables */
function tally(...tables) {
  /** @type {Map<string, number>} */
  const found = new Map();
  for (const [rows, states] of tables) {
    rows.forEach(({ kind }, i) => { if (states[i]) found.set(kind, (found.get(kind) ?? 0) + 1); });
  }
  return found;
}

/**
 * The arrows of a line that show, the firmest first; what it shares with another line is of it where what is its own shows.
 * @param {Facts} facts
 * @param {Line} line
 * @param {Shown} shown
 */
function shownOn(facts, line, shown) {
  const order = firmness(facts);
  const found = line.arrows.filter((i) => shown.arrows[i]);
  if (found.every((i) => facts.arrows[i].line === null)) return [];
  return found.sort((a, b) => order[facts.arrows[a].obligation] - order[facts.arrows[b].obligation]);
}

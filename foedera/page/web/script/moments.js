/* When things show, at any time: what `show` says of one day, worked out as spans of days. */

/** @typedef {number[]} Spans  the first day of each and the first day after it, in turn; in order and apart */

const EVER_SINCE = -Infinity;
/** @type {Spans} */
const ALWAYS = [EVER_SINCE, Infinity];
/** @type {Spans} */
const AT_NO_TIME = [];

/** @param {Spans} one @param {Spans} other */
function bothSpans(one, other) {
  if (one === ALWAYS) return other;
  if (other === ALWAYS) return one;
  /** @type {Spans} */
  const found = [];
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    const [from, to] = [Math.max(one[i], other[j]), Math.min(one[i + 1], other[j + 1])];
    if (from < to) found.push(from, to);
    if (one[i + 1] < other[j + 1]) i += 2;
    else j += 2;
  }
  return found;
}

/** @param {Spans} one @param {Spans} other */
function eitherSpans(one, other) {
  if (!other.length || one === ALWAYS) return one;
  if (!one.length || other === ALWAYS) return other;
  /** @type {Spans} */
  const found = [];
  for (let i = 0, j = 0; i < one.length || j < other.length;) {
    const mine = j >= other.length || (i < one.length && one[i] <= other[j]);
    const [from, to] = mine ? [one[i], one[i + 1]] : [other[j], other[j + 1]];
    if (mine) i += 2;
    else j += 2;
    const last = found.length - 1;
    if (last > 0 && from <= found[last]) found[last] = Math.max(found[last], to);
    else found.push(from, to);
  }
  return found;
}

/** @param {Spans} spans @param {number} day */
function inSpans(spans, day) {
  for (let i = 0; i < spans.length; i += 2) if (spans[i] <= day && day < spans[i + 1]) return true;
  return false;
}

/**
 * When a fact holds, certainly or, where that is wanted, possibly.
 * @param {Spanned} fact
 * @param {boolean} possibly
 * @returns {Spans}
 */
function heldSpans({ since, since_latest: surely, until, until_latest: latest, until_known: known, status }, possibly) {
  if (status === "suspended" || (!possibly && (status === "disputed" || since === null || (until === null && !known)))) return AT_NO_TIME;
  const from = since === null ? EVER_SINCE : possibly ? since : surely ?? since;
  const to = until === null ? Infinity : possibly ? latest ?? until : until;
  return from < to ? [from, to] : AT_NO_TIME;
}

/**
 * When each arrow belongs to a view, given when those that stand with it do.
 * @param {Facts} facts
 * @param {Spans[]} standing  by arrow
 * @param {View} view
 * @param {Spans[]} holding  by arrow, what decides who is near
 * @returns {Spans[]}
 */
function spansInView(facts, standing, view, holding = standing) {
  if (view.kind === "given") return standing;
  const { owing, owed } = sides(facts);
  const { pair, alone } = spansWanted(facts, holding, view);
  const found = standing.map(() => AT_NO_TIME);
  const full = (/** @type {number} */ i) => found[i].length === standing[i].length && found[i].every((day, n) => day === standing[i][n]);
  owing.forEach((debtors, obligation) => {
    for (const i of debtors) {
      const { party } = facts.arrows[i];
      if (!owed[obligation].length) found[i] = bothSpans(standing[i], alone(party));
      for (const j of standing[i].length ? owed[obligation] : []) {
        const other = facts.arrows[j].party;
        if (other === party || !standing[j].length || (full(i) && full(j))) continue;
        const held = bothSpans(bothSpans(standing[i], standing[j]), pair(party, other));
        found[i] = eitherSpans(found[i], held);
        found[j] = eitherSpans(found[j], held);
      }
    }
  });
  return found;
}

/**
 * `wantedBy` for all time: when a promise from one party to another is in a view, and when one to a class is.
 * @param {Facts} facts
 * @param {Spans[]} standing
 * @param {View} view
 * @returns {{pair: (debtor: number, beneficiary: number) => Spans, alone: (debtor: number) => Spans}}
 */
function spansWanted(facts, standing, view) {
  if (view.kind === "all") return { pair: () => ALWAYS, alone: () => ALWAYS };
  if (view.kind === "around") {
    const near = spansNear(facts, standing, view);
    return { pair: (one, two) => eitherSpans(near[one], near[two]), alone: (one) => near[one] };
  }
  const wanted = wantedBy(facts, view, new Uint8Array(0));
  return { pair: (one, two) => (wanted.pair(one, two) ? ALWAYS : AT_NO_TIME), alone: () => AT_NO_TIME };
}

/**
 * When each party is fewer than `hops` steps from a centre.
 * @param {Facts} facts
 * @param {Spans[]} standing
 * @param {View} view
 */
function spansNear(facts, standing, { centre, hops }) {
  const { owing, owed } = sides(facts);
  const centres = new Set(centre.map((id) => facts.partyOf.get(id)));
  let near = facts.parties.map((_, i) => (centres.has(i) ? ALWAYS : AT_NO_TIME));
  for (let step = 1; step < hops; step += 1) {
    const reached = [...near];
    const cross = (/** @type {number[]} */ from, /** @type {number[]} */ to) => {
      const there = from.reduce((spans, i) => eitherSpans(spans, bothSpans(standing[i], near[facts.arrows[i].party])), AT_NO_TIME);
      for (const i of there.length ? to : []) {
        const { party } = facts.arrows[i];
        reached[party] = eitherSpans(reached[party], bothSpans(standing[i], there));
      }
    };
    owing.forEach((side, obligation) => {
      cross(side, owed[obligation]);
      cross(owed[obligation], side);
    });
    near = reached;
  }
  return near;
}

/**
 * When a fact stands at least so firmly.
 * @param {Spanned} fact
 * @param {number} least
 * @returns {Spans}
 */
function spansFrom(fact, least) {
  if (least >= POSSIBLY) return heldSpans(fact, least === POSSIBLY);
  const from = fact.since === null || (least === AHEAD && !fact.follows) ? EVER_SINCE : fact.since;
  const to = fact.until === null || (least <= ENDED && !fact.goesOn) ? Infinity : fact.until_latest ?? fact.until;
  return from < to ? [from, to] : AT_NO_TIME;
}

/**
 * Every day on which what shows under a filter changes, in order.
 * @param {Facts} facts
 * @param {Filter} filter
 */
function changeDays(facts, { off, focus, times = TIMES_AT_FIRST }) {
  const asked = askedFor(facts, off);
  const seen = timesWanted(times);
  const around = focus && viewAround(focus);
  const standing = (/** @type {number} */ least) => facts.arrows.map((arrow) => bothSpans(asked.arrow(arrow), spansFrom(arrow, least)));
  const holding = standing(seen[POSSIBLY] ? POSSIBLY : CERTAINLY);
  const answering = spansInView(facts, holding, facts.view);
  const near = around && spansNear(facts, answering, around);
  const levels = [CERTAINLY, POSSIBLY, SUSPENDED, ENDED, AHEAD].filter((state) => seen[state] || seen[state - 1]);
  const spans = levels.map((level) => {
    const inQuestion = spansInView(facts, standing(level), facts.view, holding);
    return around ? spansInView(facts, inQuestion, around, answering) : inQuestion;
  });
  /** @type {Set<number>} */
  const days = new Set();
  facts.arrows.forEach((_, i) => {
    addChanges(days, spans.flatMap((each) => each[i]), (day) => {
      const state = levels[spans.findIndex((each) => inSpans(each[i], day))] ?? 0;
      return seen[state] && state;
    });
  });
  for (const tie of facts.ties) {
    const wished = asked.tie(tie);
    const { from, to } = facts.lines[tie.line];
    const [one, two] = [from, to].map((end) => near?.[facts.nodes[end].party ?? -1] ?? AT_NO_TIME);
    const within = near ? eitherSpans(one, two) : ALWAYS;
    addChanges(days, [tie.since, tie.since_latest, tie.until, tie.until_latest, ...wished, ...within],
      (day) => (inSpans(wished, day) && inSpans(within, day) && seen[tieStand(tie, day)] ? tieStand(tie, day) : 0));
  }
  const supposed = supposedDay(facts);
  if (supposed < Infinity) days.add(supposed);
  return [...days].sort((a, b) => a - b);
}

/**
 * Of some days those on which something shows otherwise than on the day before.
 * @param {Set<number>} days
 * @param {(number | null)[]} among
 * @param {(day: number) => number} state
 */
function addChanges(days, among, state) {
  for (const day of among) {
    if (day !== null && Number.isFinite(day) && !days.has(day) && state(day) !== state(day - 1)) days.add(day);
  }
}

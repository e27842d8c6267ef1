/* How a fact stands on a day: in force, only possibly, ended, not yet begun, suspended. The firmer has the higher number. */

const AHEAD = 1;
const ENDED = 2;
const SUSPENDED = 3;
const POSSIBLY = 4;
const CERTAINLY = 5;

/**
 * By the name that links and the legend have: its number, in words, and after a fact in brackets.
 * @type {Map<string, {state: number, name: string, meaning: string, remark: string}>}
 */
const TIMES = new Map([
  ["certain", { state: CERTAINLY, name: "in force", meaning: "in force on this day on any reading of its dates", remark: "" }],
  ["possible", { state: POSSIBLY, name: "possibly in force", remark: "only possibly in force on that day",
    meaning: "when it began or ended is not known for sure, or it is disputed whether it holds; of a promise, for some party's part at least" }],
  ["ended", { state: ENDED, name: "ended", meaning: "no longer in force on this day", remark: "ended by that day" }],
  ["ahead", { state: AHEAD, name: "not yet begun", meaning: "in force only after this day", remark: "not yet begun on that day" }],
  ["suspended", { state: SUSPENDED, name: "suspended", meaning: "put off, without having ended", remark: "suspended on that day" }],
]);
const TIMES_AT_FIRST = ["certain", "possible"];

/** Of what is not in force; in grey. @type {number[][]} */
const TIME_DASHES = [];
TIME_DASHES[AHEAD] = [10, 6];
TIME_DASHES[ENDED] = [1.5, 4];
TIME_DASHES[SUSPENDED] = [8, 3, 1.5, 3];

/**
 * Whether a fact holds on a day: certainly, possibly or, 0, not.
 * @param {Spanned} fact
 * @param {number} on
 */
function holds(fact, on) {
  const { since, until, status } = fact;
  if (since !== null && since > on) return 0;
  if (until !== null && (fact.until_latest ?? until) <= on) return 0;
  if (status === "suspended") return 0;
  const begun = since !== null && (fact.since_latest ?? since) <= on;
  const running = until === null ? fact.until_known : until > on;
  return begun && running && status !== "disputed" ? CERTAINLY : POSSIBLY;
}

/**
 * The same, and for what does not hold why.
 * @param {Spanned} fact
 * @param {number} on
 */
function standOf(fact, on) {
  const held = holds(fact, on);
  if (held) return held;
  if (fact.since !== null && fact.since > on) return AHEAD;
  return fact.until !== null && (fact.until_latest ?? fact.until) <= on ? ENDED : SUSPENDED;
}

/**
 * The same for a tie: one without dates holds at all times.
 * @param {Tie} tie
 * @param {number} on
 */
function tieStand(tie, on) {
  return tie.lasting ? standOf(tie, on) : CERTAINLY;
}

/**
 * Without those of one state, if they are not wanted. What is only possible goes before what depends on it is chosen, what is certain after.
 * @param {number} state
 * @param {Uint8Array} wanted  by number
 * @param {Uint8Array} states
 */
function without(state, wanted, states) {
  return wanted[state] ? states : states.map((each) => (each === state ? 0 : each));
}

/**
 * What is not in force, where it is to show: what is in force stays as it is.
 * @param {Uint8Array} arrows  in force, in view
 * @param {Uint8Array} others  in view, however they stand
 * @param {Uint8Array} wanted  by number
 */
function withOthers(arrows, others, wanted) {
  return arrows.map((state, i) => (state || (others[i] < POSSIBLY && wanted[others[i]] ? others[i] : 0)));
}

/**
 * By number, whether it is to show.
 * @param {readonly string[]} times
 */
function timesWanted(times) {
  const found = new Uint8Array(CERTAINLY + 1);
  for (const name of times) found[TIMES.get(name)?.state ?? 0] = 1;
  found[0] = 0;
  return found;
}

/**
 * What is remarked after a fact that is not certainly in force.
 * @param {number} state
 */
function timeRemark(state) {
  const remark = [...TIMES.values()].find((each) => each.state === state)?.remark;
  return remark ? ` (${remark})` : "";
}

/**
 * How many obligations and ties of each time would show if it were switched on: an obligation stands as its weaker side,
 * and as possibly in force too where any part of it does.
 * @param {Facts} facts
 * @param {Filter} filter
 */
function timeCounts(facts, filter) {
  const { arrows, ties } = standings(facts, filter);
  const addressed = new Uint8Array(facts.obligations.length);
  const [owing, owed] = [new Uint8Array(addressed.length), new Uint8Array(addressed.length)];
  const unsure = new Set();
  facts.arrows.forEach(({ obligation, owes }, i) => {
    const side = owes ? owing : owed;
    if (!owes) addressed[obligation] = 1;
    side[obligation] = Math.max(side[obligation], arrows[i]);
    if (arrows[i] === POSSIBLY) unsure.add(obligation);
  });
  const numbers = new Int32Array(CERTAINLY + 1);
  addressed.forEach((named, i) => { numbers[named ? Math.min(owing[i], owed[i]) : owing[i]] += 1; });
  numbers[POSSIBLY] = unsure.size;
  for (const state of ties) numbers[state] += 1;
  return new Map([...TIMES].map(([name, { state }]) => [name, numbers[state]]));
}

/**
 * How all that answers the question stands on the day; where everything does, without asking which.
 * @param {Facts} facts
 * @param {Filter} filter
 * @returns {{arrows: Uint8Array, ties: Uint8Array}}
 */
function standings(facts, filter) {
  const { day, off, focus } = filter;
  if (facts.view.kind !== "all" || focus) return show(facts, { ...filter, times: [...TIMES.keys()] });
  const asked = askedFor(facts, off);
  return {
    arrows: Uint8Array.from(facts.arrows, (arrow) => (asked.arrow(arrow) ? standOf(arrow, day) : 0)),
    ties: Uint8Array.from(facts.ties, (tie) => (asked.tie(tie) ? tieStand(tie, day) : 0)),
  };
}

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
  if (fact.since !== null && fact.since > on) return fact.follows ? 0 : AHEAD;
  if (fact.until !== null && (fact.until_latest ?? fact.until) <= on) return fact.goesOn ? 0 : ENDED;
  return SUSPENDED;
}

/**
 * Marks facts that are phases of one: where the next begins as the last ends, only the first is yet to begin and only the
 * last ends.
 * @template {Spanned} Fact
 * @param {Fact[]} facts
 * @param {(fact: Fact) => string | number} keyOf  what phases of one have in common; of most facts there is one phase
 */
function joinPhases(facts, keyOf) {
  const [known, several] = [new Set(), new Set()];
  for (const key of facts.map(keyOf)) (known.has(key) ? several : known).add(key);
  if (!several.size) return;
  for (const phases of grouped(facts.filter((fact) => several.has(keyOf(fact))), keyOf).values()) {
    for (const fact of phases) {
      const last = phases.find((each) => each !== fact && meets(each, fact));
      if (last) [fact.follows, last.goesOn] = [last, fact];
    }
  }
}

/**
 * Whether one may end on the day on which the next may begin.
 * @param {Spanned} one
 * @param {Spanned} next
 */
function meets({ until, until_latest: latest }, { since }) {
  return until !== null && since !== null && until <= since && since <= (latest ?? until);
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
 * Without those that are less firm.
 * @param {number} least
 * @param {Uint8Array} states
 */
function atLeast(least, states) {
  return states.map((state) => (state < least ? 0 : state));
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
 * What is remarked after a fact that is not certainly in force. It is of the fact itself: that those across from it are in doubt
 * is remarked after them. That it is suspended its status says.
 * @param {Spanned} fact
 * @param {number} on
 */
function timeRemark(fact, on) {
  const state = standOf(fact, on);
  return state === SUSPENDED ? "" : stateRemark(state);
}

/** @param {number} state */
function stateRemark(state) {
  const remark = [...TIMES.values()].find((each) => each.state === state)?.remark;
  return remark ? ` (${remark})` : "";
}

/**
 * How many obligations and ties of each time show if it alone is switched on. The possible is asked for by itself where it
 * decides who is near.
 * @param {Facts} facts
 * @param {Filter} filter
 */
function timeCounts(facts, filter) {
  const names = [...TIMES.keys()];
  const nears = facts.view.kind === "around" || filter.focus;
  const turns = nears ? [names.filter((name) => name !== "possible"), ["possible"]] : [names];
  const numbers = new Int32Array(CERTAINLY + 1);
  for (const times of turns) {
    const { arrows, ties } = standings(facts, { ...filter, times });
    const counted = new Uint8Array(facts.obligations.length);
    facts.arrows.forEach(({ obligation }, i) => {
      const state = arrows[i];
      if (!state || counted[obligation] & (1 << state)) return;
      counted[obligation] |= 1 << state;
      numbers[state] += 1;
    });
    for (const state of ties) numbers[state] += 1;
  }
  return new Map([...TIMES].map(([name, { state }]) => [name, numbers[state]]));
}

/**
 * Who is across from an arrow in a promise that answers the question, on any day: whom its party owes, or who owes it.
 * @param {Facts} facts
 * @param {Shown} shown
 * @param {number} arrow
 */
function facing(facts, shown, arrow) {
  const { owing, owed } = sides(facts);
  const { obligation, party, owes } = facts.arrows[arrow];
  return (owes ? owed : owing)[obligation].filter((j) => {
    const other = facts.arrows[j].party;
    return other !== party && (owes ? shown.wanted(party, other) : shown.wanted(other, party));
  });
}

/**
 * Those across from arrows that show, where none of them shows: they stand more firmly with others. A party that left is
 * told with those whom it owed, though these are bound still.
 * @param {PageState} page
 * @param {number[]} arrows  that show
 */
function acrossFrom({ facts, shown, state: { day } }, arrows) {
  const found = new Set();
  for (const i of arrows) {
    const others = facing(facts, shown, i);
    if (others.some((j) => shown.arrows[j])) continue;
    for (const j of others) if (standOf(facts.arrows[j], day) >= shown.arrows[i]) found.add(j);
  }
  return /** @type {number[]} */ ([...found]);
}

/**
 * All of them: those that show, and where none does those that stand more firmly.
 * @param {PageState} page
 * @param {number[]} arrows  that show
 */
function allAcross(page, arrows) {
  const { facts, shown } = page;
  const shows = arrows.flatMap((i) => facing(facts, shown, i)).filter((j) => shown.arrows[j]);
  return [...new Set([...shows, ...acrossFrom(page, arrows)])];
}

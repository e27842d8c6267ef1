/* What a scenario changes, and from which day on. */

const UNCHANGED = "unchanged";

/** @type {WeakMap<Facts, boolean>} */
const scenarios = new WeakMap();

/**
 * Whether the page draws a scenario: then colour is for what changes.
 * @param {Facts} facts
 */
function hasChanges(facts) {
  const known = scenarios.get(facts) ?? [...facts.arrows, ...facts.ties].some(({ change }) => change !== null);
  scenarios.set(facts, known);
  return known;
}

/**
 * The day for which a scenario is supposed; never on a page of facts alone.
 * @param {Facts} facts
 */
function supposedDay(facts) {
  return hasChanges(facts) ? dayNumber(facts.about.as_of) : Infinity;
}

/**
 * What a scenario does with a fact on the day that is shown: before the day for which it is supposed nothing is lost yet.
 * @param {Pick<Shown, "lost">} shown
 * @param {{change: string | null}} fact
 */
function changeOn({ lost }, { change }) {
  return change === "lost" && !lost ? null : change;
}

/**
 * How far some facts are compared with their sources; what only the scenario has needs no source, and counts for nothing.
 * @param {Grounded[]} grounded
 * @returns {"checked" | "unchecked" | "supposed"}
 */
function comparedOf(grounded) {
  const known = grounded.filter(({ dataset }) => dataset !== SUPPOSED);
  if (grounded.length && !known.length) return "supposed";
  return known.length && known.every(({ checked }) => checked) ? "checked" : "unchecked";
}

/**
 * Whether some promise is gained or lost for some of its parties, and stays for others.
 * @param {Facts} facts
 */
function changesInPart({ arrows, obligations }) {
  const [changed, kept] = [true, false].map((wanted) => new Set(arrows.filter(({ change }) => (change !== null) === wanted).map(({ obligation }) => obligation)));
  return obligations.some((_, index) => changed.has(index) && kept.has(index));
}

/**
 * Whether a scenario gains or loses what a line stands for, or something of it where that is a pair of parties.
 * @param {Facts} facts
 * @param {Line} line
 * @returns {string | null}
 */
function changeOf(facts, { tie, arrows }) {
  if (tie !== null) return facts.ties[tie].change;
  for (const i of arrows) if (facts.arrows[i].change !== null) return facts.arrows[i].change;
  return null;
}

/**
 * Obligations and ties with something that is gained, lost or unchanged.
 * @param {Facts} facts
 * @param {Shown} shown
 */
function changeCounts(facts, shown) {
  const found = new Map([...CHANGES.keys()].map((change) => [change, /** @type {Set<string>} */ (new Set())]));
  const add = (/** @type {string | null} */ change, /** @type {string} */ key) => found.get(change ?? UNCHANGED)?.add(key);
  facts.arrows.forEach((arrow, i) => { if (shown.arrows[i]) add(changeOn(shown, arrow), `promise ${arrow.obligation}`); });
  facts.ties.forEach((tie, i) => { if (shown.ties[i]) add(changeOn(shown, tie), `tie ${i}`); });
  return new Map([...found].map(([change, keys]) => [change, keys.size]));
}

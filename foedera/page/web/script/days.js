/* Days as numbers since 1970-01-01, and as words. */

const DAY = 86_400_000;
/** The days that can be asked for, in a link, in the field and on the command line. */
const [FIRST_DAY, LAST_DAY] = ["0001-01-01", "9999-12-31"];

/** @param {string} day  2004-03-29 */
function dayNumber(day) {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY);
}

/** @param {number} day */
function dayOf(day) {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/**
 * Days as words: `2004`, `2004-03`, `2004-03-29`, or from one to another.
 * @param {number} earliest
 * @param {number | null} latest
 */
function dayText(earliest, latest) {
  const first = dayOf(earliest);
  const last = dayOf(latest ?? earliest);
  if (first === last) return first;
  if (last === LAST_DAY) return `${first} or later`;
  if (first.endsWith("-01-01") && last === `${first.slice(0, 4)}-12-31`) return first.slice(0, 4);
  const end = new Date(Date.UTC(Number(first.slice(0, 4)), Number(first.slice(5, 7)), 0));
  if (first.endsWith("-01") && last === end.toISOString().slice(0, 10)) return first.slice(0, 7);
  return `some day from ${first} to ${last}`;
}

/**
 * From when until when, and of a phase what was before it and what comes next.
 * @param {Spanned} fact
 */
function spanText(fact) {
  const words = [sinceText(fact)];
  if (fact.until !== null) words.push(`until ${dayText(fact.until, fact.until_latest)}`);
  else if (!fact.until_known) words.push("whether it ended is not known");
  if (fact.status) words.push(fact.status);
  if (fact.goesOn) words.push(`then ${fact.goesOn.status ?? "in force"}`);
  if (fact.follows) words.push(`in all ${sinceText(firstPhase(fact.follows))}`);
  return words.join(", ");
}

/** @param {Spanned} fact */
function sinceText({ since, since_latest: latest }) {
  return since === null ? "since an unknown day" : `since ${dayText(since, latest)}`;
}

/**
 * @param {Spanned} fact
 * @returns {Spanned}
 */
function firstPhase(fact) {
  return fact.follows ? firstPhase(fact.follows) : fact;
}

/* The days on which something begins or ends, and the way through them. */

/** @type {WeakMap<Facts, number[]>} */
const changesOf = new WeakMap();

/**
 * Every day of the slider on which what shows can change, in order.
 * @param {Facts} facts
 */
function changes(facts) {
  const known = changesOf.get(facts);
  if (known) return known;
  const [first, last] = [facts.about.first, facts.about.last].map(dayNumber);
  /** @type {Set<number>} */
  const days = new Set();
  for (const { since, since_latest: surely, until, until_latest: latest } of [...facts.arrows, ...facts.ties]) {
    for (const day of [since, surely, until, latest]) if (day !== null && day >= first && day <= last) days.add(day);
  }
  const found = [...days].sort((a, b) => a - b);
  changesOf.set(facts, found);
  return found;
}

/**
 * The next change after a day, or the one before it; the day itself where there is none.
 * @param {Facts} facts
 * @param {number} day
 * @param {1 | -1} way
 */
function changeFrom(facts, day, way) {
  const days = changes(facts);
  const next = days.findIndex((each) => each > day);
  if (way > 0) return next < 0 ? day : days[next];
  const before = (next < 0 ? days.length : next) - 1;
  return days[days[before] === day ? before - 1 : before] ?? day;
}

/** From the first day to the last in so many seconds, so many times a second; calmly where less motion is wished. */
const PLAYED = { seconds: 30, steps: 5, calmly: 1 };

/** @param {PageState} page */
function createPlay(page) {
  const { about } = page.facts;
  const [first, last] = [about.first, about.last].map(dayNumber);
  const button = part("play");
  let waiting = 0;
  let reached = NaN;

  function stop() {
    clearTimeout(waiting);
    waiting = 0;
    button.textContent = "Play";
    button.setAttribute("aria-label", "Play from this day to the last");
    part("status").setAttribute("aria-live", "polite");
  }
  function step() {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const steps = calm ? PLAYED.calmly : PLAYED.steps;
    reached = Math.min(page.state.day + Math.max(Math.ceil((last - first) / (PLAYED.seconds * steps)), 1), last);
    page.change({ day: reached });
    if (reached >= last) stop();
    else waiting = setTimeout(step, 1000 / steps);
  }
  function toggle() {
    if (waiting) {
      stop();
      return;
    }
    button.textContent = "Pause";
    button.setAttribute("aria-label", "Pause");
    part("status").setAttribute("aria-live", "off");
    reached = page.state.day >= last ? first : page.state.day;
    waiting = setTimeout(step, 300);
    page.change({ day: reached });
  }
  button.addEventListener("click", toggle);
  part("earlier").addEventListener("click", () => page.change({ day: changeFrom(page.facts, page.state.day, -1) }));
  part("later").addEventListener("click", () => page.change({ day: changeFrom(page.facts, page.state.day, 1) }));
  page.watch(["day"], () => {
    const { day } = page.state;
    if (waiting && day !== reached) stop();
    part("earlier").toggleAttribute("disabled", changeFrom(page.facts, day, -1) === day);
    part("later").toggleAttribute("disabled", changeFrom(page.facts, day, 1) === day);
  });
  stop();
}

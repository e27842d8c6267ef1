/* The days on which what shows changes, and the way through them. */

/** @type {WeakMap<Facts, {under: string, days: number[]}>} */
const stopsOf = new WeakMap();

/**
 * Where the slider stops: each day on which what shows changes, and the last that the datasets cover.
 * @param {Facts} facts
 * @param {Filter} filter
 */
function stops(facts, { day, off, focus, times }) {
  const under = JSON.stringify([off, focus, times]);
  const known = stopsOf.get(facts);
  if (known?.under === under) return known.days;
  const last = dayNumber(facts.about.last);
  const days = [...changeDays(facts, { day, off, focus, times }).filter((each) => each < last), last];
  stopsOf.set(facts, { under, days });
  return days;
}

/**
 * The stop that a day is at or after, by index; -1 before the first.
 * @param {number[]} days
 * @param {number} day
 */
function stopAt(days, day) {
  const next = days.findIndex((each) => each > day);
  return (next < 0 ? days.length : next) - 1;
}

/**
 * The next stop after a day, or the one before it; the day itself where there is none.
 * @param {number[]} days
 * @param {number} day
 * @param {1 | -1} way
 */
function stopFrom(days, day, way) {
  const at = stopAt(days, day);
  return days[way > 0 ? at + 1 : days[at] === day ? at - 1 : at] ?? day;
}

/** From the first stop to the last in at most so many seconds, so many stops a second; calmly where less motion is wished. */
const PLAYED = { seconds: 30, steps: 4, calmly: 1 };

/** @param {PageState} page */
function createPlay(page) {
  const button = part("play");
  let waiting = 0;
  let reached = NaN;
  const days = () => stops(page.facts, page.state);

  function stop() {
    clearTimeout(waiting);
    waiting = 0;
    button.textContent = "Play";
    button.setAttribute("aria-label", "Play from change to change, to the last day");
    part("status").setAttribute("aria-live", "polite");
  }
  function step() {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const steps = calm ? PLAYED.calmly : PLAYED.steps;
    const all = days();
    const stride = Math.max(Math.ceil(all.length / (PLAYED.seconds * steps)), 1);
    reached = all[Math.min(stopAt(all, page.state.day) + stride, all.length - 1)];
    page.change({ day: reached });
    if (reached >= all[all.length - 1]) stop();
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
    const all = days();
    reached = page.state.day >= all[all.length - 1] ? all[0] : page.state.day;
    waiting = setTimeout(step, 300);
    page.change({ day: reached });
  }
  button.addEventListener("click", toggle);
  part("earlier").addEventListener("click", () => page.change({ day: stopFrom(days(), page.state.day, -1) }));
  part("later").addEventListener("click", () => page.change({ day: stopFrom(days(), page.state.day, 1) }));
  page.watch(["shown"], () => {
    const { day } = page.state;
    if (waiting && day !== reached) stop();
    for (const [id, way] of /** @type {const} */ ([["earlier", -1], ["later", 1]])) {
      const over = stopFrom(days(), day, way) === day;
      // a button that rests would lose the keyboard to nowhere
      if (over && part(id) === document.activeElement) part("slider").focus();
      part(id).toggleAttribute("disabled", over);
    }
  });
  stop();
}

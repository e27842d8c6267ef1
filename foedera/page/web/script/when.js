/* The day that the page speaks of: a field, and a slider from change to change. */

/** How long a day that the page does not reach may stand in the field, in milliseconds: it may be half typed. */
const HALF_TYPED = 1500;

/** @param {PageState} page */
function createWhen(page) {
  const { about } = page.facts;
  const slider = field("slider");
  const day = field("day");
  const days = () => stops(page.facts, page.state);
  let waiting = 0;
  let remarked = NaN;
  day.max = "9999-12-31";

  /** @param {string} remark */
  function remarkOn(remark) {
    say(remark);
    remarked = page.state.day;
  }
  /** What stands in the field, taken at its word as far as the datasets go. */
  function settle() {
    clearTimeout(waiting);
    waiting = 0;
    const { value } = day;
    if (value === dayOf(page.state.day)) return;
    if (!value) {
      day.value = dayOf(page.state.day);
      remarkOn(`That is no day; the page stays as of ${day.value}.`);
    } else if (value > about.last) {
      page.change({ day: dayNumber(about.last) });
      day.value = about.last;
      remarkOn(`${beyond(about)}, not of ${value}.`);
    } else {
      page.change({ day: dayNumber(value) });
      if (!spokenOf(about, page.state.day)) remarkOn(`${notCovered(value)}.`);
    }
  }
  /** @param {number} years */
  function shift(years) {
    const at = new Date(page.state.day * DAY);
    at.setUTCFullYear(at.getUTCFullYear() + years);
    const all = days();
    page.change({ day: Math.min(Math.max(Math.round(at.getTime() / DAY), all[0]), all[all.length - 1]) });
  }
  slider.addEventListener("input", () => page.change({ day: days()[Number(slider.value)] }));
  slider.addEventListener("keydown", (event) => {
    const years = event.key === "PageUp" ? 1 : event.key === "PageDown" ? -1 : 0;
    if (!years || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    shift(years);
  });
  day.addEventListener("change", () => {
    const known = day.value >= dayOf(days()[0]) || (day.value && spokenOf(about, dayNumber(day.value)));
    clearTimeout(waiting);
    waiting = 0;
    if (known && day.value <= about.last) settle();
    else waiting = setTimeout(settle, HALF_TYPED);
  });
  day.addEventListener("blur", settle);
  day.addEventListener("keydown", ({ key }) => { if (key === "Enter") settle(); });
  page.watch(["shown"], () => {
    const text = dayOf(page.state.day);
    if (day.value !== text) day.value = text;
    if (!Number.isNaN(remarked) && remarked !== page.state.day) {
      part("notice").replaceChildren();
      remarked = NaN;
    }
    const all = days();
    const at = stopAt(all, page.state.day);
    slider.max = String(all.length - 1);
    slider.value = String(Math.max(at, 0));
    slider.disabled = all.length < 2;
    slider.setAttribute("aria-valuetext", stopText(all, at, page.state.day));
  });
}

/**
 * A day among the stops, in words.
 * @param {number[]} days
 * @param {number} at
 * @param {number} day
 */
function stopText(days, at, day) {
  if (at < 0) return `${dayOf(day)}, before the first change`;
  if (at === days.length - 1) return `${dayOf(day)}, the last day`;
  const nth = `change ${at + 1} of ${days.length - 1}`;
  return days[at] === day ? `${dayOf(day)}, ${nth}` : `${dayOf(day)}, after ${nth}`;
}

/**
 * Whether some dataset speaks of a day.
 * @param {About} about
 * @param {number} day
 */
function spokenOf({ spoken }, day) {
  return spoken.some(([since, until]) => (since === null || since <= day) && (until === null || day < until));
}

/** @param {string} day */
function notCovered(day) {
  return `not covered: no loaded dataset speaks of ${day}`;
}

/**
 * What is said of a day after the last, as the commands say it.
 * @param {About} about
 */
function beyond({ datasets, last }) {
  return `${datasets.map(({ id }) => id).join(", ")} covers until ${last}; this is the answer as of that day`;
}

/* The day that the page speaks of: a field, and a slider from change to change. */

/** How long a day may stand typed in the field before the page says how to go there, in milliseconds. */
const TYPED = 1500;

/** The day that the line of notice speaks of, or NaN. */
let remarked = NaN;

/**
 * One line about the day that shows: it goes with that day.
 * @param {PageState} page
 * @param {string} remark
 */
function sayOfDay(page, remark) {
  say(remark);
  remarked = page.state.day;
}

function forget() {
  if (!Number.isNaN(remarked)) unsay();
  remarked = NaN;
}

/** @param {PageState} page */
function createWhen(page) {
  const { about } = page.facts;
  const slider = field("slider");
  const day = field("day");
  const days = () => stops(page.facts, page.state);
  let typing = false;
  let waiting = 0;
  [day.min, day.max] = [FIRST_DAY, LAST_DAY];

  /** The field says again as of which day the page is. */
  function restore() {
    clearTimeout(waiting);
    if (typing) forget();
    typing = false;
    const text = dayOf(page.state.day);
    if (day.value !== text || day.validity.badInput) day.value = text;
  }
  /**
   * What stands in the field is taken at its word as far as the datasets go; a year of one digit or two only where it was confirmed.
   * @param {boolean} left
   */
  function settle(left) {
    const { value, validity: { badInput } } = day;
    const was = dayOf(page.state.day);
    const half = left && typing && value < "1000";
    const stays = `the page stays as of ${was}.`;
    if (value === was) {
      restore();
      return;
    }
    if (value && !half) page.change({ day: Math.min(dayNumber(value), dayNumber(about.last)) });
    restore();
    const remark = badInput ? `That is no day of the calendar; ${stays}` : !value ? `That is no day; ${stays}`
      : half ? `${value} looks half typed; ${stays}` : remarkOf(about, value);
    if (remark) sayOfDay(page, remark);
  }
  function tellHow() {
    if (day.value && day.value !== dayOf(page.state.day)) sayOfDay(page, `Enter takes the page to ${day.value}.`);
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
  // typed digit by digit the field goes through other days, a calendar or an arrow key sets the one that is meant
  day.addEventListener("change", () => {
    clearTimeout(waiting);
    if (typing) waiting = setTimeout(tellHow, TYPED);
    else if (!day.validity.badInput) settle(false);
  });
  day.addEventListener("blur", () => settle(true));
  day.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Enter") settle(false);
    else if (event.key === "Escape" && typing) {
      restore();
      event.preventDefault();
    } else if (/^([^ ]|Backspace|Delete)$/u.test(event.key)) {
      typing = true;
      if (part("play").textContent === "Pause") part("play").click(); // its next day would take the place of what is typed
    }
  });
  page.watch(["shown"], () => {
    restore();
    if (remarked !== page.state.day) forget();
    const all = days();
    const at = stopAt(all, page.state.day);
    slider.max = String(all.length - 1);
    slider.value = String(Math.max(at, 0));
    slider.disabled = all.length < 2;
    slider.setAttribute("aria-valuetext", stopText(all, at, page.state.day));
  });
}

/**
 * What is to be said of a day that was asked for, if anything: that the datasets end before it, or that none speaks of it.
 * @param {About} about
 * @param {string} asked
 */
function remarkOf(about, asked) {
  if (asked > about.last) return `${beyond(about)}, not of ${asked}.`;
  return spokenOf(about, dayNumber(asked)) ? "" : `${notCovered(asked)}.`;
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

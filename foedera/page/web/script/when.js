/* The day that the page speaks of: a field and a slider. */

/** @param {PageState} page */
function createWhen(page) {
  const { first, last } = page.facts.about;
  const slider = field("slider");
  const day = field("day");
  [day.min, day.max] = [first, last];
  [slider.min, slider.max] = [first, last].map((each) => String(dayNumber(each)));
  slider.addEventListener("input", () => page.change({ day: Number(slider.value) }));
  day.addEventListener("change", () => {
    if (day.value && day.checkValidity()) page.change({ day: dayNumber(day.value) });
  });
  page.watch(["day"], () => {
    const text = dayOf(page.state.day);
    if (day.value !== text) day.value = text;
    slider.value = String(page.state.day);
    slider.setAttribute("aria-valuetext", text);
  });
}

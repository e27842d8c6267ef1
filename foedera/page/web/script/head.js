/* The head of the page: on a phone it is cut after some lines, until the reader wants all of it. */

/** @param {PageState} page */
function createHead(page) {
  const [head, more, question] = [part("head"), part("more-said"), part("question")];
  const texts = [...head.querySelectorAll("h1, p")];
  const measure = () => {
    more.hidden = head.classList.contains("folded") && !texts.some(isCut);
    if (isCut(question) && getComputedStyle(question).overflowY === "auto") question.tabIndex = 0; // it is scrolled by keyboard too
    else question.removeAttribute("tabindex");
  };
  more.addEventListener("click", () => {
    const folded = head.classList.toggle("folded");
    more.textContent = folded ? "More" : "Less";
    more.setAttribute("aria-expanded", String(!folded));
  });
  new ResizeObserver(measure).observe(question);
  page.watch(["day"], () => { if (onPhone()) measure(); });
}

/** @param {Element} element */
function isCut({ scrollHeight, clientHeight }) {
  return scrollHeight > clientHeight;
}

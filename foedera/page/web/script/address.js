/* The address of the page follows its state, and the state follows the address: links, back and forward. */

const WRITTEN_AFTER = 250;

/**
 * The page as its address says it is to open, and what the address says that the page does not have.
 * @param {Facts} facts
 */
function addressed(facts) {
  return fromLink(facts, location.hash.slice(1), opening(facts));
}

/**
 * @param {PageState} page
 * @param {FromLink} opened
 * @param {() => void} look  brings the camera where the state has it
 */
function createAddress(page, opened, look) {
  const first = opening(page.facts);
  let last = page.state;
  let walking = false;
  let waiting = 0;

  /** A change of the camera makes no entry to go back to; a walk through time makes one. */
  function write() {
    clearTimeout(waiting);
    const { state } = page;
    const changed = statesOf(FIELDS).filter((name) => !same(state[name], last[name]));
    if (!changed.length) return;
    const still = changed.every((name) => name === "camera");
    const walk = changed.every((name) => name === "camera" || name === "day");
    const link = linkOf(state, first);
    const address = location.href.split("#")[0] + (link ? `#${link}` : "");
    last = state;
    if (link === location.hash.slice(1)) return; // half a chain is in no link
    attempt(() => (still || (walk && walking) ? history.replaceState(null, "", address) : history.pushState(null, "", address)));
    walking = still ? walking : walk;
  }
  /** @param {FromLink} found */
  function follow(found) {
    const { state } = found;
    page.change(state);
    look();
    last = page.state;
    walking = false;
    tellOf(page, found);
  }
  addEventListener("hashchange", () => {
    clearTimeout(waiting);
    if (location.hash.slice(1) !== linkOf(page.state, first)) follow(addressed(page.facts));
  });
  page.watch(statesOf(FIELDS), () => {
    clearTimeout(waiting);
    waiting = setTimeout(write, WRITTEN_AFTER);
  });
  part("copy-link").addEventListener("click", async () => {
    write();
    const link = `${location.href.split("#")[0]}#${linkOf(page.state, first)}`;
    if (await copied(link)) say("Link copied: it opens this page as it is now.");
    else offer(link);
  });
  // a page without an address of its own, in a notebook, has no links either
  part("copy-link").hidden = location.protocol === "about:";
  tellOf(page, opened);
}

/**
 * What is to be said of a link that was followed.
 * @param {PageState} page
 * @param {FromLink} found
 */
function tellOf(page, { bad, asked }) {
  const remark = asked ? remarkOf(page.facts.about, asked) : "";
  const missing = bad.length ? `The link asks for what this page does not have: ${bad.join(", ")}. The rest is shown.${bad.some((each) => each.startsWith("day=")) ? " A day is written as 2024-07-15." : ""}` : "";
  if (remark) sayOfDay(page, `${remark} ${missing}`.trim());
  else if (missing) say(missing);
}

/** @param {string} text */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * A link to copy by hand.
 * @param {string} link
 */
function offer(link) {
  const input = /** @type {HTMLInputElement} */ (make("input", { type: "text", readonly: "", "aria-label": "Link", value: link }));
  say("Copy this link:", input);
  input.focus();
  input.select();
}

/**
 * One quiet line, until the next or until it is closed.
 * @param {...(Node | string)} said
 */
function say(...said) {
  const close = make("button", { type: "button", "aria-label": "Close message" }, "×");
  close.addEventListener("click", () => {
    unsay();
    toView(page);
  });
  part("notice").replaceChildren(make("span", { class: "data" }, ...said), " ", close);
}

function unsay() {
  part("notice").replaceChildren();
}

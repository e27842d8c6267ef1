/* The neighbourhood of a party: what is within some steps of it on the day, as `foedera render --around` has it. */

const FOCUS_HOPS = [1, 2, 3];

/**
 * @param {Focus} focus
 * @returns {View}
 */
function viewAround({ party, hops }) {
  return { kind: "around", centre: [party], hops, pairs: [] };
}

/**
 * The nodes of some parties.
 * @param {Facts} facts
 * @param {string[]} ids
 */
function nodesOf(facts, ids) {
  const wanted = new Set(ids.map((id) => facts.partyOf.get(id)));
  return new Set(facts.nodes.flatMap(({ party }, node) => (party !== null && wanted.has(party) ? node : [])));
}

/**
 * Whether a tie has an end in the neighbourhood.
 * @param {Facts} facts
 * @param {View} view
 * @param {Uint8Array} standing
 * @returns {(tie: Tie) => boolean}
 */
function tiesWithin(facts, { centre, hops }, standing) {
  const near = nearTo(facts, new Set(centre.map((id) => facts.partyOf.get(id) ?? -1)), hops, standing);
  return ({ line }) => [facts.lines[line].from, facts.lines[line].to].some((end) => near.has(facts.nodes[end].party ?? -1));
}

/**
 * The line above the drawing that says what is left out, and the way back.
 * @param {PageState} page
 */
function createFocus(page) {
  const hops = /** @type {HTMLSelectElement} */ (part("focus-hops"));
  hops.append(...FOCUS_HOPS.map((each) => make("option", { value: String(each) }, plural(each, "step"))));
  hops.addEventListener("change", () => {
    const { focus } = page.state;
    if (focus) page.change({ focus: { ...focus, hops: Number(hops.value) }, camera: null });
  });
  part("unfocus").addEventListener("click", () => leaveFocus(page));
  page.watch(["focus"], () => {
    const { focus } = page.state;
    part("focus").hidden = !focus;
    if (!focus) return;
    part("focus-name").textContent = calledOf(page.facts, focus.party);
    hops.value = String(focus.hops);
  });
}

/**
 * Shows only what is near to the selected party; says so where none is selected.
 * @param {PageState} page
 */
function focusOnSelected(page) {
  const thing = thingOf(page.facts, page.state.selected);
  if (thing?.kind !== "party") {
    say("Select a country or an organization first: then f shows only what is near to it.");
    return;
  }
  page.change({ focus: { party: page.facts.parties[thing.index].id, hops: page.state.focus?.hops ?? 1 }, camera: null });
}

/** @param {PageState} page */
function leaveFocus(page) {
  if (!page.state.focus) return;
  const inside = part("focus").contains(document.activeElement);
  page.change({ focus: null, camera: null });
  if (inside) toView(page);
}

/**
 * Takes the keyboard to what is looked at: the drawing or the table.
 * @param {PageState} page
 */
function toView(page) {
  part(page.state.as === "table" ? "table" : "graph").focus();
}

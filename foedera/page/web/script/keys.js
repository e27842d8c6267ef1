/* Keys for the whole page, and the list of them. */

/**
 * @param {PageState} page
 */
function createKeys(page) {
  const help = /** @type {HTMLDialogElement} */ (part("help"));
  const press = (/** @type {string} */ id) => () => part(id).click();
  /** @param {string} id */
  const open = (id) => () => {
    const place = part(id).closest("details");
    if (place) place.open = true;
    part(id).focus();
  };
  /** @type {[string, string, () => void][]} */
  const keys = [
    ["/", "find a country, organization or agreement", open("find")],
    ["c", "find a chain from one party to another", open("chain-from")],
    ["f", "show only what is near to the selected party", () => focusOnSelected(page)],
    [",", "back to the last change", press("earlier")],
    [".", "on to the next change", press("later")],
    ["p", "play, pause", press("play")],
    ["g", "the network", press("as-graph")],
    ["m", "the map", press("as-map")],
    ["t", "the table", press("as-table")],
    ["0", "the whole graph in sight", press("fit")],
    ["d", "to the drawing", () => { page.change({ as: "graph" }); part("graph").focus(); }],
    ["l", "copy a link to what is shown", press("copy-link")],
    ["s", "save or print", () => {
      part("save").setAttribute("open", "");
      part("save-png").focus();
    }],
    ["?", "these keys", () => help.showModal()],
  ];
  /** @type {[string, string][]} */
  const onDrawing = [
    ["← → ↑ ↓", "to the next node that way"],
    ["n, N", "along the lines of the selected node, and back"],
    ["o", "over the selected line to its other end"],
    ["Enter", "to the details of what is selected"],
    ["Shift and arrows", "move the drawing"],
    ["+ −", "nearer, farther"],
    ["Escape", "select nothing; then, show all again"],
  ];
  part("keys-page").append(...keyRows([...keys, ["Escape", "back: out of Find, a menu or the details, to where these were opened"]]));
  part("keys-drawing").append(...keyRows(onDrawing));
  part("help-open").addEventListener("click", () => help.showModal());
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || help.open) return;
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.key === "Escape") {
      if (target === part("find")) toView(page);
      else if (page.state.focus) leaveFocus(page);
      else page.change({ selected: null });
      return;
    }
    if (target.matches("input:not([type=checkbox]):not([type=range]), select, textarea") || !field("keys-on").checked) return;
    const found = keys.find(([key]) => key === event.key);
    if (!found) return;
    event.preventDefault();
    found[2]();
  });
}

/** @param {[string, string, ...unknown[]][]} keys */
function keyRows(keys) {
  return keys.flatMap(([key, meaning]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, meaning)]);
}

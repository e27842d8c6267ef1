/* Who says so: sources with their locators, and whether somebody has compared them. */

/**
 * The sources of some facts, each with its locators, and a mark where nobody has compared it.
 * @param {Facts} facts
 * @param {Grounded[]} grounded
 */
function citations(facts, grounded) {
  /** @type {Map<string, Set<string>>} */
  const locators = new Map();
  for (const citation of grounded.flatMap((each) => each.sources)) {
    const cut = citation.indexOf("#");
    const id = cut < 0 ? citation : citation.slice(0, cut);
    const known = locators.get(id) ?? new Set();
    if (cut >= 0) known.add(citation.slice(cut + 1));
    locators.set(id, known);
  }
  const items = [...locators].map(([id, places]) => {
    const source = facts.sources.get(id);
    const item = make("li", {}, link(source?.title || id, source?.url));
    if (source) item.append(data([`, ${source.publisher}`, source.on ?? ""].filter(Boolean).join(", ")));
    if (places.size) item.append(data(`: ${[...places].join("; ")}`));
    item.append(" ", make("code", { class: "data" }, id));
    return item;
  });
  const found = make("div", { class: "sources" }, checkedMark(grounded));
  if (items.length) found.append(make("ul", {}, ...items));
  else if (comparedOf(grounded) !== "supposed") found.append(make("p", {}, "No source is on record."));
  return found;
}

/**
 * Citations, of a source that is cited with a place in it only those with the place.
 * @param {string[]} sources
 */
function distinct(sources) {
  const placed = new Set(sources.filter((each) => each.includes("#")).map((each) => each.split("#")[0]));
  return sources.filter((each) => !placed.has(each));
}

/** @param {Grounded[]} grounded */
function checkedMark(grounded) {
  const compared = comparedOf(grounded);
  const days = grounded.map((each) => each.checked).filter(Boolean).sort();
  const said = {
    checked: `Checked against its source on ${days[0]}.`,
    unchecked: "Unchecked: cited, but not yet compared with its source.",
    supposed: grounded.some(({ sources }) => sources.length) ? "Supposed, on these grounds:" : "Supposed: no document says so.",
  };
  return make("p", { class: compared }, said[compared]);
}

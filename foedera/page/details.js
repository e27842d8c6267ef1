/* What is known of a party, an agreement or a line, with its citations. Text gets in as text, never as HTML. */

/**
 * An element with text or other elements in it.
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/**
 * A link that leaves the page only when it is followed, and only by https; else plain text.
 * @param {string} text
 * @param {string | null | undefined} address
 */
function link(text, address) {
  if (!address || !/^https:\/\/[^\s/?#]/i.test(address)) return make("span", { class: "data" }, text);
  const found = make("a", { class: "data", target: "_blank", rel: "noopener noreferrer" }, text);
  found.setAttribute("href", address);
  return found;
}

/** @param {string} text */
function data(text) {
  return make("span", { class: "data" }, text);
}

/**
 * The sources of some facts, each with its locators, and a mark where nobody has compared it.
 * @param {Facts} facts
 * @param {Grounded[]} grounded
 */
function citations(facts, grounded) {
  /** @type {Map<string, Set<string>>} */
  const locators = new Map();
  for (const citation of grounded.flatMap((each) => each.sources ?? [])) {
    const cut = citation.indexOf("#");
    const id = cut < 0 ? citation : citation.slice(0, cut);
    const known = locators.get(id) ?? new Set();
    if (cut >= 0) known.add(citation.slice(cut + 1));
    locators.set(id, known);
  }
  const items = [...locators].map(([id, places]) => {
    const source = Object.hasOwn(facts.sources, id) ? facts.sources[id] : null;
    const item = make("li", {}, link(source?.title || id, source?.url));
    if (source) item.append(data([`, ${source.publisher}`, source.on ?? ""].filter(Boolean).join(", ")));
    if (places.size) item.append(data(`: ${[...places].join("; ")}`));
    item.append(" ", make("code", { class: "data" }, id));
    return item;
  });
  const found = make("div", { class: "sources" }, checkedMark(grounded));
  found.append(items.length ? make("ul", {}, ...items) : make("p", {}, "No source is on record."));
  return found;
}

/** @param {Grounded[]} grounded */
function checkedMark(grounded) {
  const days = grounded.map((each) => each.checked).filter(Boolean).sort();
  if (grounded.length && days.length === grounded.length) {
    return make("p", { class: "checked" }, `Checked against its source on ${days[0]}.`);
  }
  return make("p", { class: "unchecked" }, "Unchecked: cited, but not yet compared with its source.");
}

/** @param {Facts} facts @param {number} index */
function badges(facts, index) {
  const { kind, force, rank } = facts.obligations[index];
  const kindBadge = make("span", { class: `badge ${groupOf(kind)}`, title: facts.kinds[kind] ?? "" }, kind);
  const forceBadge = make("span", { class: "badge", title: facts.forces[force] ?? "" }, force);
  return make("p", { class: "badges" }, kindBadge, " ", forceBadge, " ", make("span", { class: "badge" }, `rank ${rank}`));
}

/** @param {[string, string][]} pairs */
function properties(pairs) {
  return make("dl", {}, ...pairs.flatMap(([name, value]) => [make("dt", {}, name), make("dd", { class: "data" }, value)]));
}

/**
 * Text whose dates do not break at their hyphens.
 * @param {string} text
 */
function whole(text) {
  return text.split(/(\d{4}-\d\d(?:-\d\d)?)/).map((bit, i) => (i % 2 ? make("span", { class: "date" }, bit) : bit));
}

/**
 * The parties at one end of an obligation, with the time of each; long lists fold.
 * @param {Facts} facts
 * @param {number[]} arrows
 * @param {Shown} shown
 */
function ends(facts, arrows, shown) {
  const items = arrows.map((i) => {
    const arrow = facts.arrows[i];
    const possibly = shown.arrows.get(i) ? "" : " (only possibly in force on that day)";
    const note = arrow.note ? ` – ${arrow.note}` : "";
    return make("li", { class: "data" }, `${facts.parties[arrow.party].name}, `, ...whole(spanText(arrow)), `${possibly}${note}`);
  });
  const list = make("ul", {}, ...items);
  if (items.length <= 4) return list;
  return make("details", {}, make("summary", {}, `${new Set(arrows.map((i) => facts.arrows[i].party)).size} parties`), list);
}

/**
 * An obligation, as far as the given arrows go.
 * @param {Facts} facts
 * @param {number} index
 * @param {number[]} arrows
 * @param {Shown} shown
 */
function obligationCard(facts, index, arrows, shown) {
  const obligation = facts.obligations[index];
  const agreement = facts.agreements[obligation.agreement];
  const owing = arrows.filter((i) => facts.arrows[i].owes);
  const owed = arrows.filter((i) => !facts.arrows[i].owes);
  const card = make("article", { class: "card" }, make("h3", { class: "data" }, obligation.name), badges(facts, index));
  card.append(make("p", { class: "data" }, obligation.summary));
  if (owing.length) card.append(make("p", { class: "end" }, "Owed by"), ends(facts, owing, shown));
  if (owed.length) card.append(make("p", { class: "end" }, "Owed to"), ends(facts, owed, shown));
  card.append(properties(obligation.details), make("p", { class: "end" }, "Sources"));
  card.append(citations(facts, [obligation, ...arrows.map((i) => facts.arrows[i])]));
  card.append(make("p", { class: "under data" }, `${agreement.title} `, make("code", { class: "data" }, obligation.id)));
  return card;
}

/**
 * Cards of the obligations that some arrows belong to, the firmest first.
 * @param {Facts} facts
 * @param {number[]} arrows
 * @param {Shown} shown
 */
function cards(facts, arrows, shown) {
  const indexes = [...new Set(arrows.map((i) => facts.arrows[i].obligation))];
  indexes.sort(firmest(facts));
  return indexes.map((index) =>
    obligationCard(facts, index, arrows.filter((i) => facts.arrows[i].obligation === index), shown));
}

/* Promises as cards: what is owed, by whom, to whom, since when, and by which source. */

/** @param {Facts} facts @param {number} index */
function badges(facts, index) {
  const { kind, force, rank } = facts.obligations[index];
  const kindBadge = make("span", { class: `badge ${groupOf(kind)}`, title: facts.kinds.get(kind) ?? "" }, kind);
  const forceBadge = make("span", { class: "badge", title: facts.forces.get(force) ?? "" }, force);
  return make("p", { class: "badges" }, kindBadge, " ", forceBadge, " ", make("span", { class: "badge" }, `rank ${rank}`));
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
    const remark = timeRemark(shown.arrows[i], arrow);
    const note = arrow.note ? ` – ${arrow.note}` : "";
    const change = arrow.change ? make("strong", { class: `change ${arrow.change}` }, `${arrow.change}: `) : "";
    return make("li", { class: "data" }, change, `${facts.parties[arrow.party].name}, `, ...whole(spanText(arrow)), `${remark}${note}`);
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
  const order = firmness(facts);
  indexes.sort((a, b) => order[a] - order[b]);
  return indexes.map((index) =>
    obligationCard(facts, index, arrows.filter((i) => facts.arrows[i].obligation === index), shown));
}

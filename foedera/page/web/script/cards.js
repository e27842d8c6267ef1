/* Promises as cards: what is owed, by whom, to whom, since when, and by which source. */

/** More parties than this are folded away, and counted. */
const FEW_ENDS = 4;

/** @param {Facts} facts @param {number} index */
function badges(facts, index) {
  const { kind, force, rank } = facts.obligations[index];
  const kindBadge = make("span", { class: `badge ${groupOf(kind)}`, title: facts.kinds.get(kind) ?? "" }, kind);
  const forceBadge = make("span", { class: "badge", title: facts.forces.get(force) ?? "" }, force);
  return make("p", { class: "badges" }, kindBadge, " ", forceBadge, " ", make("span", { class: "badge" }, `rank ${rank}`));
}

/** @param {string | null} change @param {string} after */
function changeMark(change, after) {
  return change === null ? [] : [make("strong", { class: `change ${change}` }, `${change}${after}`)];
}

/**
 * The parties at one end of an obligation, with the time of each; long lists fold, and name whom a scenario gains or loses.
 * @param {Facts} facts
 * @param {number[]} arrows
 * @param {Shown} shown
 */
function ends(facts, arrows, shown) {
  const items = arrows.map((i) => {
    const arrow = facts.arrows[i];
    const remark = timeRemark(arrow, shown.day);
    const note = arrow.note ? ` – ${arrow.note}` : "";
    return make("li", { class: "data" }, ...changeMark(changeOn(shown, arrow), ": "), `${facts.parties[arrow.party].name}, `, ...whole(spanText(arrow)), `${remark}${note}`);
  });
  const list = make("ul", {}, ...items);
  if (items.length <= FEW_ENDS) return list;
  const parties = new Set(arrows.map((i) => facts.arrows[i].party));
  return make("details", {}, make("summary", {}, `${parties.size} parties`, ...foldedChanges(facts, arrows, shown)), list);
}

/**
 * `; gained: Ukraine`; of many their number.
 * @param {Facts} facts
 * @param {number[]} arrows
 * @param {Shown} shown
 */
function foldedChanges(facts, arrows, shown) {
  const changed = grouped(arrows, (i) => changeOn(shown, facts.arrows[i]));
  return [...CHANGES.keys()].flatMap((change) => {
    const names = [...new Set((changed.get(change) ?? []).map((i) => facts.parties[facts.arrows[i].party].name))];
    const told = names.length > FEW_ENDS ? countText(names.length) : data(names.join(", "));
    return names.length ? /** @type {(Node | string)[]} */ (["; "]).concat(changeMark(change, ": "), told) : [];
  });
}

/**
 * An obligation, as far as the given arrows go; what is said of its sides stands in it, and what these rest on.
 * @param {Facts} facts
 * @param {number} index
 * @param {Node[]} told
 * @param {number[]} cited  arrows
 */
function obligationCard(facts, index, told, cited) {
  const obligation = facts.obligations[index];
  const agreement = facts.agreements[obligation.agreement];
  return make("article", { class: "card" }, make("h3", { class: "data" }, obligation.name), badges(facts, index),
    make("p", { class: "data" }, obligation.summary), ...remarksOn(facts, obligation), ...told,
    properties(obligation.details), make("p", { class: "end" }, "Sources"),
    citations(facts, [obligation, ...cited.map((i) => facts.arrows[i])]),
    make("p", { class: "under data" }, `${agreement.title} `, make("code", { class: "data" }, obligation.id)));
}

/** @param {string} heading @param {Node} list */
function side(heading, list) {
  return [make("p", { class: "end" }, heading), list];
}

/**
 * Cards of the obligations that some arrows belong to, the firmest first.
 * @param {Facts} facts
 * @param {number[]} arrows
 * @param {(arrows: number[], index: number) => HTMLElement} card
 */
function cardsBy(facts, arrows, card) {
  const order = firmness(facts);
  const own = [...grouped(arrows, (i) => facts.arrows[i].obligation)].sort(([a], [b]) => order[a] - order[b]);
  return own.map(([index, each]) => card(each, index));
}

/**
 * With who owes it and who is owed it, of the arrows that are given.
 * @param {Facts} facts
 * @param {number[]} arrows
 * @param {Shown} shown
 */
function cards(facts, arrows, shown) {
  return cardsBy(facts, arrows, (own, index) => {
    const [owing, owed] = bySide(facts, own);
    const told = owing.length > 1 && alike(facts, shown, owing, owed)
      ? side(`Each owes it to the other${owing.length > 2 ? "s" : ""}`, ends(facts, owing, shown))
      : [...(owing.length ? side("Owed by", ends(facts, owing, shown)) : []), ...(owed.length ? side("Owed to", ends(facts, owed, shown)) : [])];
    return obligationCard(facts, index, told, own);
  });
}

/** @param {Facts} facts @param {number[]} arrows */
function bySide(facts, arrows) {
  return [true, false].map((owes) => arrows.filter((i) => facts.arrows[i].owes === owes));
}

/**
 * Whether they are of the same parties, and say the same of each.
 * @param {Facts} facts
 * @param {Shown} shown
 * @param {number[]} one
 * @param {number[]} other
 */
function alike({ arrows }, shown, one, other) {
  const said = (/** @type {number} */ i) => [arrows[i].party, spanText(arrows[i]), shown.arrows[i], arrows[i].note, arrows[i].change].join();
  return same(one.map(said).sort(), other.map(said).sort());
}

/**
 * One party's part in an agreement of several: what it owes and is owed, and to and by whom. Many of these are folded away,
 * with their sources.
 * @param {PageState} page
 * @param {number[]} arrows  of the party, that show
 */
function partCards(page, arrows) {
  const { facts } = page;
  return cardsBy(facts, arrows, (own, index) => {
    const [owing, owed] = bySide(facts, own);
    const others = [owing, owed].map((each) => allAcross(page, each));
    const few = others.flatMap((found) => (found.length > FEW_ENDS ? [] : found));
    return obligationCard(facts, index, partSides(page, facts.obligations[index], [owing, owed], others), [...own, ...new Set(few)]);
  });
}

/**
 * @param {PageState} page
 * @param {Obligation} obligation
 * @param {number[][]} own  what the party owes of it and is owed
 * @param {number[][]} others  who is across from each
 */
function partSides({ facts, shown }, { details }, [owing, owed], [beneficiaries, debtors]) {
  if (owing.length && alike(facts, shown, owing, owed) && alike(facts, shown, beneficiaries, debtors)) {
    return [...side("Each owes it to the others", ends(facts, owing, shown)), othersList(facts, beneficiaries, shown)];
  }
  const nobody = data(details.find(([name]) => name === "owed to class")?.[1] ?? "nobody named");
  return [
    ...(owing.length ? side("Owed by", ends(facts, owing, shown)) : []),
    ...(owing.length ? side("To", beneficiaries.length ? othersList(facts, beneficiaries, shown) : nobody) : []),
    ...(owed.length ? side("Owed to", ends(facts, owed, shown)) : []),
    ...(owed.length ? side("By", othersList(facts, debtors, shown)) : []),
  ];
}

/**
 * Parties with their times; where they are many folded, with their sources.
 * @param {Facts} facts
 * @param {number[]} arrows
 * @param {Shown} shown
 */
function othersList(facts, arrows, shown) {
  const list = ends(facts, arrows, shown);
  if (arrows.length > FEW_ENDS) list.append(citations(facts, arrows.map((i) => facts.arrows[i])));
  return list;
}

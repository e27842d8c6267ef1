/* The same facts as a table: a row an obligation that shows, and a row a tie. */

const ROWS_AT_ONCE = 300;

/**
 * @param {HTMLElement} place
 * @param {Facts} facts
 * @param {Shown} shown
 * @param {(obligation: number) => void} open
 */
function drawTable(place, facts, shown, open) {
  /** @type {Map<number, number[]>} */
  const arrows = new Map();
  for (const index of shown.arrows.keys()) {
    const { obligation } = facts.arrows[index];
    arrows.set(obligation, [...(arrows.get(obligation) ?? []), index]);
  }
  const order = [...arrows.keys()].sort(firmest(facts));
  const makers = order.map((index) => () => obligationRow(facts, index, arrows.get(index) ?? [], shown, open));
  makers.push(...[...shown.ties.keys()].map((index) => () => tieRow(facts, index)));
  const heads = ["Promise", "Kind", "Legal force", "Owed by", "Owed to", "Sources"];
  const head = make("tr", {}, ...heads.map((text) => make("th", { scope: "col" }, text)));
  const body = make("tbody", {});
  const table = make("table", {}, make("caption", {}, `${makers.length} rows`), make("thead", {}, head), body);
  const more = make("button", { type: "button" }, "Show more rows");
  const grow = () => {
    body.append(...makers.splice(0, ROWS_AT_ONCE).map((row) => row()));
    more.hidden = makers.length === 0;
  };
  more.addEventListener("click", grow);
  grow();
  place.replaceChildren(table, more);
}

/**
 * @param {Facts} facts
 * @param {number} index
 * @param {number[]} arrows
 * @param {Shown} shown
 * @param {(obligation: number) => void} open
 */
function obligationRow(facts, index, arrows, shown, open) {
  const obligation = facts.obligations[index];
  const agreement = facts.agreements[obligation.agreement];
  const owing = arrows.filter((i) => facts.arrows[i].owes);
  const owed = arrows.filter((i) => !facts.arrows[i].owes);
  const button = make("button", { type: "button", class: "entry" }, data(`${obligation.name}, ${agreement.title}`));
  button.addEventListener("click", () => open(index));
  const grounded = [obligation, ...arrows.map((i) => facts.arrows[i])];
  const toClass = obligation.details.find(([name]) => name === "owed to class")?.[1] ?? "–";
  return make("tr", {},
    make("th", { scope: "row" }, button),
    make("td", {}, obligation.kind),
    make("td", {}, `${obligation.force}, rank ${obligation.rank}`),
    make("td", {}, owing.length ? ends(facts, owing, shown) : "–"),
    make("td", {}, owed.length ? ends(facts, owed, shown) : data(toClass)),
    make("td", { class: "data" }, cited(grounded)));
}

/** @param {Facts} facts @param {number} index */
function tieRow(facts, index) {
  const tie = facts.ties[index];
  return make("tr", {},
    make("th", { scope: "row" }, data(tie.stage ? `candidate: ${tie.stage}` : "member")),
    make("td", {}, tie.kind),
    make("td", {}, "–"),
    make("td", { class: "data" }, `${facts.parties[tie.party].name}, `, ...whole(spanText(tie))),
    make("td", { class: "data" }, facts.parties[tie.organization].name),
    make("td", { class: "data" }, cited([tie])));
}

/**
 * Citations by their ids, for the table's narrow column; the details have titles and links.
 * @param {Grounded[]} grounded
 */
function cited(grounded) {
  const own = grounded[0].sources ?? [];
  const others = new Set(grounded.slice(1).flatMap((each) => each.sources ?? []).filter((each) => !own.includes(each)));
  const more = others.size > 2 ? [`and ${others.size} more`] : [...others];
  const mark = grounded.every((each) => each.checked) ? "" : " (unchecked)";
  return [...own, ...more].join("; ") + mark;
}

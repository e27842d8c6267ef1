/* The same facts as a table: a row an obligation that shows, and a row a tie. */

const ROWS_AT_ONCE = 300;

/** @param {PageState} page */
function createTable(page) {
  const place = part("table");
  page.watch(["shown", "as"], () => {
    if (page.state.as === "table") place.replaceChildren(...tableOf(page));
    else place.replaceChildren();
  });
}

/**
 * The first rows, and a button for the next.
 * @param {PageState} page
 */
function tableOf(page) {
  const { facts } = page;
  const makers = rowMakers(page);
  const table = tableFor(makers.length);
  const body = /** @type {HTMLElement} */ (table.querySelector("tbody"));
  const more = make("button", { type: "button" }, "Show more rows");
  const grow = () => {
    body.append(...makers.splice(0, ROWS_AT_ONCE).map((row) => row()));
    more.hidden = makers.length === 0;
  };
  more.addEventListener("click", grow);
  grow();
  return facts.arrows.length + facts.ties.length ? [table, more] : [];
}

const HEADS = ["Promise", "Kind", "Legal force", "Owed by", "Owed to", "Sources"];

/**
 * Without rows yet; the roles are written out, since on a phone its rows are laid out as cards.
 * @param {number} count  of all rows
 */
function tableFor(count) {
  const head = make("tr", { role: "row" }, ...HEADS.map((text) => make("th", { scope: "col", role: "columnheader" }, text)));
  return make("table", { role: "table" }, make("caption", {}, plural(count, "row")),
    make("thead", { role: "rowgroup" }, head), make("tbody", { role: "rowgroup" }));
}

/**
 * @param {HTMLElement} head
 * @param {...(Node | string)[]} cells
 */
function rowOf(head, ...cells) {
  return make("tr", { role: "row" }, make("th", { scope: "row", role: "rowheader" }, head),
    ...cells.map((cell, i) => make("td", { "role": "cell", "class": "data", "data-head": HEADS[i + 1] }, ...cell)));
}

/** @param {PageState} page */
function rowMakers(page) {
  const { facts, shown } = page;
  const order = firmness(facts);
  /** @type {Map<number, number[]>} */
  const arrows = new Map();
  facts.arrows.forEach(({ obligation }, i) => {
    if (!shown.arrows[i]) return;
    const known = arrows.get(obligation);
    if (known) known.push(i);
    else arrows.set(obligation, [i]);
  });
  const sorted = [...arrows].sort(([a], [b]) => order[a] - order[b]);
  return [
    ...sorted.map(([index, own]) => () => obligationRow(page, index, own)),
    ...facts.ties.flatMap((_, i) => (shown.ties[i] ? () => tieRow(page, i) : [])),
  ];
}

/**
 * @param {PageState} page
 * @param {number} index
 * @param {number[]} own  its arrows that show
 */
function obligationRow(page, index, own) {
  const { facts, shown } = page;
  const arrows = [...own, ...acrossFrom(page, own)];
  const obligation = facts.obligations[index];
  const agreement = facts.agreements[obligation.agreement];
  const owing = arrows.filter((i) => facts.arrows[i].owes);
  const owed = arrows.filter((i) => !facts.arrows[i].owes);
  const button = entryButton(page, `agreement:${agreement.id}`, data(`${obligation.name}, ${agreement.title}`), obligation.id);
  const grounded = [obligation, ...arrows.map((i) => facts.arrows[i])];
  const toClass = obligation.details.find(([name]) => name === "owed to class")?.[1] ?? "–";
  const head = obligation.remarks.length ? make("div", {}, button, ...remarksOn(facts, obligation)) : button;
  return rowOf(head, [obligation.kind], [`${obligation.force}, rank ${obligation.rank}`],
    [owing.length ? ends(facts, owing, shown) : "–"], [owed.length ? ends(facts, owed, shown) : toClass], [cited(grounded)]);
}

/** @param {PageState} page @param {number} index */
function tieRow(page, index) {
  const { facts, shown } = page;
  const tie = facts.ties[index];
  const { from, to } = facts.lines[tie.line];
  const what = tie.stage ? `candidate: ${tie.stage}` : tie.kind === "membership" ? "member" : tie.kind;
  const button = entryButton(page, lineKey(facts, tie.line), data(what), `table ${lineKey(facts, tie.line)}`);
  const held = tie.lasting ? [", ", ...whole(spanText(tie)), timeRemark(tie, shown.day)] : [];
  return rowOf(button, [tie.kind], ["–"], [...changeMark(changeOn(shown, tie), ": "), nodeName(facts, from), ...held], [nodeName(facts, to)], [cited([tie])]);
}

/**
 * Citations by their ids, one a line, for the table's narrow column; the details have titles and links.
 * @param {Grounded[]} grounded
 */
function cited(grounded) {
  const own = grounded[0].sources;
  const others = new Set(grounded.slice(1).flatMap((each) => each.sources).filter((each) => !own.includes(each)));
  const more = others.size > 2 ? [`and ${others.size} more`] : [...others];
  const compared = comparedOf(grounded);
  const mark = compared === "checked" ? [] : [make("li", { class: compared }, compared)];
  return make("ul", { class: "cited" }, ...[...own, ...more].map((each) => make("li", { class: "data" }, each)), ...mark);
}

/* Puts the page together: one state, one `update` after each change of it. */

/** @param {string} id @returns {HTMLElement} */
function part(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/** @param {string} id */
function block(id) {
  return JSON.parse(part(id).textContent ?? "null");
}

const DAY = 86400000;
const dayNumber = (/** @type {string} */ day) => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY);
const dayOf = (/** @type {number} */ number) => new Date(number * DAY).toISOString().slice(0, 10);

/** @type {Facts} */
const facts = block("facts");
/** @type {Filter} */
const filter = { on: facts.about.as_of, kinds: new Set(), forces: new Set() };
/** @type {Shown} */
let shown = show(facts, filter);
/** @type {{kind: "node" | "line" | "agreement", index: number} | null} */
let picked = null;

const graph = createGraph(part("graph"), facts, { nodes: block("nodes"), edges: block("edges"), options: block("options") },
  { pick: (kind, index) => pick(kind && { kind, index }), name: nodeName });
const legend = createLegend(facts, filter, update);

/** @param {number} index */
function nodeName(index) {
  const node = facts.nodes[index];
  return node.party === undefined ? facts.agreements[node.agreement ?? 0].title : facts.parties[node.party].name;
}

/** After a change of the day or of the filter: everything that shows facts. */
function update() {
  shown = show(facts, filter);
  graph.paint(shown);
  legend.refresh();
  const day = /** @type {HTMLInputElement} */ (part("day"));
  if (day.value !== filter.on) day.value = filter.on;
  /** @type {HTMLInputElement} */ (part("slider")).value = String(dayNumber(filter.on));
  part("status").textContent = statusText();
  if (!part("table").hidden) tabulate();
  if (picked) detail();
}

function statusText() {
  const { arrows, ties, obligations } = shown;
  const parties = new Set([...arrows.keys()].map((i) => facts.arrows[i].party)).size;
  const possibly = [...arrows.values()].filter((certain) => !certain).length;
  const words = [`On ${filter.on}: ${plural(obligations.size, "promise")} of ${plural(parties, "party", "parties")}`];
  if (ties.size) words.push(plural(ties.size, "membership or candidacy", "memberships and candidacies"));
  if (possibly) words.push(`${plural(possibly, "party's part", "parties' parts")} only possibly in force`);
  const left = facts.obligations.length - obligations.size;
  const outside = facts.about.total - facts.obligations.length;
  words.push(`left out: ${left} of another time or filtered, ${outside} outside the question`);
  return words.join(" · ");
}

/** @param {number} count @param {string} one @param {string} many */
function plural(count, one, many = `${one}s`) {
  return `${count} ${count === 1 ? one : many}`;
}

function tabulate() {
  drawTable(part("table"), facts, shown, (index) =>
    pick({ kind: "agreement", index: facts.obligations[index].agreement }, true));
}

/**
 * @param {typeof picked} what
 * @param {boolean} focus  whether the panel takes the focus: by keyboard yes, by a click on the canvas no
 */
function pick(what, focus = false) {
  picked = what;
  if (!what) {
    part("details").hidden = true;
    return;
  }
  detail();
  if (focus) part("details").focus();
}

function closeDetails() {
  picked = null;
  part("details").hidden = true;
  graph.network.unselectAll();
  part("find").focus();
}

/** Fills the panel for what is picked. */
function detail() {
  if (!picked) return;
  const { kind, index } = picked;
  const node = kind === "node" ? facts.nodes[index] : {};
  const panel = part("details");
  const agreement = kind === "agreement" ? index : node.agreement;
  if (agreement !== undefined) {
    fill(panel, facts.agreements[agreement].title, "Agreement", agreementContent(facts, agreement, shown), closeDetails);
  } else if (node.party !== undefined) {
    const party = facts.parties[node.party];
    const content = partyContent(facts, node.party, shown, (line) => pick({ kind: "line", index: line }, true));
    fill(panel, party.name, party.label, content, closeDetails);
  } else {
    const line = facts.lines[index];
    fill(panel, lineTitle(facts, line), line.arrows ? "Commitment" : "Tie", lineContent(facts, line, shown), closeDetails);
  }
}

/** @param {{party?: number, agreement?: number}} entry  from the search */
function goTo(entry) {
  const index = facts.nodes.findIndex((node) =>
    entry.party === undefined ? node.agreement === entry.agreement : node.party === entry.party);
  if (index < 0) return pick({ kind: "agreement", index: entry.agreement ?? 0 }, true);
  pick({ kind: "node", index }, true);
  part("stage").scrollIntoView({ block: "nearest" });
  // the panel takes its room from the canvas, which must have its new size before it is moved
  return requestAnimationFrame(() => requestAnimationFrame(() => graph.degrees.has(index) && graph.go(index)));
}

/** @param {boolean} table */
function showAs(table) {
  part("table").hidden = !table;
  part("graph").hidden = table;
  part("as-table").setAttribute("aria-pressed", String(table));
  part("as-graph").setAttribute("aria-pressed", String(!table));
  if (table) tabulate();
  else graph.network.redraw();
}

/** What the page says of itself. */
function describe() {
  const { about } = facts;
  const names = about.datasets.map((/** @type {any} */ each) => each.title).join(", ");
  const asked = about.on === about.as_of ? "" : `asked for ${about.on}, answered as of ${about.as_of}. `;
  part("reach").append(data(`${asked}Datasets: ${names}. ${about.note ? `${about.note}.` : ""}`));
  for (const each of about.datasets) {
    part("about-text").append(make("h2", { class: "data" }, `${each.title}, version ${each.version}`),
      properties([["covers", `${each.from ?? "?"} to ${each.until ?? "?"}`], ["terms", each.licence], ["cite as", each.citation]]
        .flatMap(([name, value]) => (value ? [/** @type {[string, string]} */ ([name, value])] : []))),
      make("p", {}, link("Where it comes from", each.url)));
  }
  part("about-text").append(make("p", { class: "data" }, `Made by Foedera ${about.version}${about.command ? `: ${about.command}` : ""}`),
    make("p", {}, "Drawn with pyvis and vis-network (Apache-2.0 or MIT). The page asks the network for nothing."));
}

function start() {
  describe();
  for (const [id, rows] of /** @type {const} */ ([["kinds", legend.kindRows], ["forces", legend.forceRows]])) {
    part(id).append(...[...rows.values()].map((row) => row.row));
  }
  part("shapes").append(shapesKey());
  const slider = /** @type {HTMLInputElement} */ (part("slider"));
  const day = /** @type {HTMLInputElement} */ (part("day"));
  [day.min, day.max] = [facts.about.first, facts.about.last];
  [slider.min, slider.max] = [facts.about.first, facts.about.last].map((each) => String(dayNumber(each)));
  const turnTo = (/** @type {string} */ on) => { filter.on = on; update(); };
  slider.addEventListener("input", () => turnTo(dayOf(Number(slider.value))));
  day.addEventListener("change", () => { if (day.value && day.checkValidity()) turnTo(day.value); });
  part("as-graph").addEventListener("click", () => showAs(false));
  part("as-table").addEventListener("click", () => showAs(true));
  part("fit").addEventListener("click", () => { showAs(false); graph.fit(); });
  part("reset").addEventListener("click", () => { filter.kinds.clear(); filter.forces.clear(); update(); });
  part("details").addEventListener("keydown", (event) => { if (event.key === "Escape") closeDetails(); });
  createSearch(/** @type {HTMLInputElement} */ (part("find")), part("found"), facts, goTo);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", update);
  if (matchMedia("(max-width: 700px)").matches) part("legend").removeAttribute("open");
  part("graph").setAttribute("aria-label", `Network: ${facts.about.title}. The table shows the same facts.`);
  update();
  graph.fit();
}

start();

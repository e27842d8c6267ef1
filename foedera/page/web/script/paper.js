/* The page on paper: the drawing with its legend, what shows in a dense table by agreement, its sources by number, and about the page. */

/** More promises and ties than this are not printed. */
const PRINTED_ROWS = 2000;
const PRINTED = { width: 1000, height: 640 };

/**
 * In the colours of a light page.
 * @param {PageState} page
 * @param {Scene} scene
 * @param {Sight} sight
 * @returns {Node[]}
 */
function printed(page, scene, sight) {
  const { facts } = page;
  const colours = Object.fromEntries(Object.keys(scene.colours).map((name) => [name, `var(--${name})`]));
  const light = { ...createScene(page.figure.facts, page.figure.shown, colours), marked: scene.marked };
  const scale = sight.scale * Math.min(PRINTED.width / sight.width, PRINTED.height / sight.height);
  const sheet = createSheet(page, light, { ...sight, ...PRINTED, scale });
  const drawn = new DOMParser().parseFromString(asVectors(sheet, facts.about.title), "image/svg+xml").documentElement;
  const about = make("section", { class: "about" }, make("h2", {}, "About"), ...[...part("about-text").childNodes].map((node) => node.cloneNode(true)));
  for (const each of about.querySelectorAll("details")) each.setAttribute("open", "");
  return [document.importNode(drawn, true), ...printedFacts(page), about];
}

/**
 * @param {PageState} page
 * @returns {Node[]}
 */
function printedFacts(page) {
  const { facts, shown } = page;
  const numbers = /** @type {Map<string, number>} */ (new Map());
  const order = firmness(facts);
  const arrows = facts.obligations.map(() => /** @type {number[]} */ ([]));
  facts.arrows.forEach(({ obligation }, i) => { if (shown.arrows[i]) arrows[obligation].push(i); });
  const promises = [...facts.obligations.keys()].filter((index) => arrows[index].length).sort((a, b) => order[a] - order[b]);
  const kept = promises.slice(0, PRINTED_ROWS);
  const agreements = [...new Set(kept.map((index) => facts.obligations[index].agreement))];
  const ties = facts.ties.flatMap((_, i) => (shown.ties[i] ? i : []));
  const keptTies = ties.slice(0, PRINTED_ROWS - kept.length);
  const bodies = [
    ...agreements.map((agreement) => paperBody(facts.agreements[agreement].title,
      paperRows(page, kept.filter((index) => facts.obligations[index].agreement === agreement), arrows, numbers))),
    ...(keptTies.length ? [paperBody("Ties", keptTies.map((i) => paperTie(page, i, numbers)))] : []),
  ];
  const left = promises.length + ties.length - kept.length - keptTies.length;
  const heads = ["Promise", "Kind, force, rank", "Owed by", "Owed to", "Sources"].map((text) => make("th", { scope: "col" }, text));
  const counted = [...(promises.length ? [plural(promises.length, "promise")] : []), ...(ties.length ? [tieCount(facts, ties.length)] : [])];
  return [
    make("h2", {}, "What shows"),
    make("p", {}, `${counted.join(", ") || "Nothing"}. Sources are numbered, with the place in them; * is not yet compared with its source.`),
    make("table", {}, make("thead", {}, make("tr", {}, ...heads)), ...bodies),
    ...(left > 0 ? [make("p", {}, `${left} more are not printed; narrow the page by its filters to print them.`)] : []),
    citedSources(facts, numbers),
  ];
}

/** @param {string} title @param {HTMLElement[]} rows */
function paperBody(title, rows) {
  return make("tbody", {}, make("tr", { class: "group" }, make("th", { scope: "rowgroup", colspan: "5" }, data(title))), ...rows);
}

/**
 * The promises of one agreement; parties that are those of the row above are not told again.
 * @param {PageState} page
 * @param {number[]} promises
 * @param {number[][]} arrows  by promise
 * @param {Map<string, number>} numbers
 */
function paperRows({ facts, shown }, promises, arrows, numbers) {
  const before = ["", ""];
  return promises.map((index) => {
    const { name, kind, force, rank, details } = facts.obligations[index];
    const toClass = details.find(([each]) => each === "owed to class")?.[1] ?? "–";
    const sidesOfIt = [true, false].map((owes) => paperEnds(facts, arrows[index].filter((i) => facts.arrows[i].owes === owes), shown) || (owes ? "–" : toClass));
    const cells = sidesOfIt.map((text, i) => (text === before[i] ? "as above" : text));
    [before[0], before[1]] = sidesOfIt;
    const grounded = [facts.obligations[index], ...arrows[index].map((i) => facts.arrows[i])];
    return make("tr", { class: "fact" }, make("th", { scope: "row" }, data(name)), make("td", {}, `${kind}, ${force}, ${rank}`),
      ...cells.map((text) => make("td", { class: "data" }, text)), make("td", { class: "data" }, numbered(grounded, numbers)));
  });
}

/** @param {PageState} page @param {number} index @param {Map<string, number>} numbers */
function paperTie({ facts, shown }, index, numbers) {
  const tie = facts.ties[index];
  const { from, to } = facts.lines[tie.line];
  const held = tie.lasting ? `, ${spanText(tie)}${timeRemark(shown.ties[index])}` : "";
  return make("tr", { class: "fact" }, make("th", { scope: "row" }, data(tie.stage ?? tie.kind)), make("td", {}, tie.kind),
    make("td", { class: "data" }, `${tie.change ? `${tie.change}: ` : ""}${nodeName(facts, from)}${held}`),
    make("td", { class: "data" }, nodeName(facts, to)), make("td", { class: "data" }, numbered([tie], numbers)));
}

/**
 * Parties of one time together: `Japan, United States, since 1960-06-23; France, since 1966`.
 * @param {Facts} facts
 * @param {number[]} arrows
 * @param {Shown} shown
 */
function paperEnds(facts, arrows, shown) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const i of arrows) {
    const arrow = facts.arrows[i];
    const { change, note, party } = arrow;
    const time = `${spanText(arrow)}${timeRemark(shown.arrows[i])}${note ? ` – ${note}` : ""}${change ? `, ${change}` : ""}`;
    const known = found.get(time) ?? [];
    known.push(facts.parties[party].name);
    found.set(time, known);
  }
  return [...found].map(([time, names]) => `${names.join(", ")}, ${time}`).join("; ");
}

/**
 * Citations by the numbers of their sources.
 * @param {Grounded[]} grounded
 * @param {Map<string, number>} numbers  grows
 */
function numbered(grounded, numbers) {
  /** @type {Map<number, Set<string>>} */
  const places = new Map();
  for (const citation of grounded.flatMap(({ sources }) => sources)) {
    const [id, ...locator] = citation.split("#");
    const number = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, number);
    const known = places.get(number) ?? new Set();
    places.set(number, locator.length ? known.add(locator.join("#")) : known);
  }
  const told = [...places].map(([number, locators]) => (locators.size ? `${number}: ${[...locators].join(", ")}` : String(number)));
  return told.join("; ") + (grounded.every(({ checked }) => checked) ? "" : " *");
}

/**
 * The documents behind what is printed, by number.
 * @param {Facts} facts
 * @param {Map<string, number>} numbers
 */
function citedSources(facts, numbers) {
  const items = [...numbers.keys()].map((id) => {
    const source = facts.sources.get(id);
    return make("li", {}, data(source ? [source.title, source.publisher, source.on, source.url].filter(Boolean).join(", ") : id));
  });
  return make("section", { class: "documents" }, make("h2", {}, "Sources"), make("ol", {}, ...items));
}

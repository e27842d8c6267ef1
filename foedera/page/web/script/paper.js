/*
 * The page on paper: the drawing with its legend; what shows, by agreement, by who owes whom and since when, and by kind, so that
 * nothing is said twice; the sources by number; how to cite the datasets.
 */

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
  const drawn = new DOMParser().parseFromString(asVectors(sheet, facts.about.title, true), "image/svg+xml").documentElement;
  const remarks = facts.about.remarks.length ? [make("section", { class: "remarks" }, make("p", {}, remarksBrief(facts.about)), ...remarkSections(facts))] : [];
  return [document.importNode(drawn, true), ...remarks, ...printedFacts(page), make("section", { class: "about" }, ...facts.about.datasets.flatMap(datasetOnPaper))];
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
  for (const index of kept) arrows[index].push(...acrossFrom(page, arrows[index]));
  const ties = facts.ties.flatMap((_, i) => (shown.ties[i] ? i : []));
  const keptTies = ties.slice(0, PRINTED_ROWS - kept.length);
  const bodies = [
    ...[...grouped(kept, (index) => facts.obligations[index].agreement)].map(([agreement, own]) => paperAgreement(page, agreement, own, arrows, numbers)),
    ...(keptTies.length ? [paperTies(page, keptTies, numbers)] : []),
  ];
  const left = promises.length + ties.length - kept.length - keptTies.length;
  const counted = [...(promises.length ? [plural(promises.length, "promise")] : []), ...(ties.length ? [tieCount(facts, ties.length)] : [])];
  return [
    make("h2", {}, "What shows"),
    make("p", {}, `${counted.join(", ") || "Nothing"}. A promise counts once, however many owe it to however many. In brackets are the`
      + " numbers of its sources, with the place in them; * is not yet compared with its source."),
    make("div", { class: "pair" }, make("table", {}, make("colgroup", {}, make("col", {}), make("col", {})), ...bodies)),
    ...(left > 0 ? [make("p", {}, `${left} more are not printed; narrow the page by its filters to print them.`)] : []),
    citedSources(facts, numbers),
  ];
}

/** @param {string} text @param {string} name  of the class */
function paperHead(text, name) {
  return make("tr", { class: name }, make("th", { scope: "rowgroup", colspan: "2" }, data(text)));
}

/**
 * One row: what its facts have in common, and each of them with its sources.
 * @param {string} common
 * @param {HTMLElement[]} told
 */
function paperRow(common, told) {
  return make("tr", {}, make("th", { scope: "row" }, data(common)), make("td", {}, ...told.flatMap((each, i) => (i ? ["; ", each] : [each]))));
}

/** @param {string} text @param {Grounded[]} grounded @param {Map<string, number>} numbers */
function paperFact(text, grounded, numbers) {
  return make("span", { class: "fact data" }, `${text} [${numbered(grounded, numbers)}]`);
}

/**
 * The promises of one agreement; its legal force is told once, where they have one.
 * @param {PageState} page
 * @param {number} agreement
 * @param {number[]} promises
 * @param {number[][]} arrows  by promise
 * @param {Map<string, number>} numbers
 */
function paperAgreement({ facts, shown }, agreement, promises, arrows, numbers) {
  const of = (/** @type {number} */ index) => facts.obligations[index];
  const forces = new Set(promises.map((index) => of(index).force));
  const kindOf = (/** @type {number} */ index) => [of(index).kind, ...(forces.size > 1 ? [of(index).force] : []), `rank ${of(index).rank}`].join(", ");
  const fact = (/** @type {number} */ index) =>
    paperFact(of(index).name, [of(index), ...arrows[index].map((i) => facts.arrows[i])], numbers);
  const rows = [...grouped(promises, (index) => paperSides(facts, of(index), arrows[index], shown))].flatMap(([sides, own]) =>
    [paperHead(sides, "sides")].concat([...grouped(own, kindOf)].map(([kind, alike]) => paperRow(kind, alike.map(fact)))));
  return make("tbody", {}, paperHead(`${facts.agreements[agreement].title}${forces.size > 1 ? "" : ` (${[...forces][0]})`}`, "group"), ...rows);
}

/** @param {PageState} page @param {number[]} ties @param {Map<string, number>} numbers */
function paperTies({ facts, shown }, ties, numbers) {
  const rows = [...grouped(ties, (i) => facts.ties[i].stage ?? facts.ties[i].kind)].map(([kind, alike]) => paperRow(kind, alike.map((i) => {
    const tie = facts.ties[i];
    const { from, to } = facts.lines[tie.line];
    const held = tie.lasting ? `, ${spanText(tie)}${timeRemark(tie, shown.day)}` : "";
    const change = changeOn(shown, tie);
    return paperFact(`${change ? `${change}: ` : ""}${nodeName(facts, from)} → ${nodeName(facts, to)}${held}`, [tie], numbers);
  })));
  return make("tbody", {}, paperHead("Ties", "group"), ...rows);
}

/**
 * Who owes a promise to whom, since when: `Japan → Ukraine, since 2024-06-13`, `Japan, United States: each to the other, since 1960-06-23`.
 * @param {Facts} facts
 * @param {Obligation} obligation
 * @param {number[]} arrows
 * @param {Shown} shown
 */
function paperSides(facts, { details }, arrows, shown) {
  const [owing, owed] = [true, false].map((owes) => paperTimes(facts, arrows.filter((i) => facts.arrows[i].owes === owes), shown));
  const whole = (/** @type {[string, string[]][]} */ times) => times.map(([time, names]) => `${names.join(", ")}, ${time}`).join("; ");
  if (!owed.length) return `${whole(owing)} → ${details.find(([each]) => each === "owed to class")?.[1] ?? "nobody named"}`;
  if (!owing.length) return `→ ${whole(owed)}`;
  const [[time, names], [other, others]] = [owing[0], owed[0]];
  const once = owing.length === 1 && owed.length === 1 && time === other;
  if (whole(owing) === whole(owed)) return once ? `${names.join(", ")}: each to the other, ${time}` : `Each to the other: ${whole(owing)}`;
  return once ? `${names.join(", ")} → ${others.join(", ")}, ${time}` : `${whole(owing)} → ${whole(owed)}`;
}

/**
 * Parties by their time.
 * @param {Facts} facts
 * @param {number[]} arrows
 * @param {Shown} shown
 */
function paperTimes(facts, arrows, shown) {
  const time = (/** @type {number} */ i) => {
    const change = changeOn(shown, facts.arrows[i]);
    const { note } = facts.arrows[i];
    return `${spanText(facts.arrows[i])}${timeRemark(facts.arrows[i], shown.day)}${note ? ` – ${note}` : ""}${change ? `, ${change}` : ""}`;
  };
  return [...grouped(arrows, time)].map(([key, own]) => /** @type {[string, string[]]} */ ([key, own.map((i) => facts.parties[facts.arrows[i].party].name)]));
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
  const compared = comparedOf(grounded);
  if (compared === "supposed") told.unshift(compared);
  return told.join("; ") + (compared === "unchecked" ? " *" : "");
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

/**
 * What the drawing's foot does not say of a dataset.
 * @param {Dataset} dataset
 */
function datasetOnPaper({ title, citation, url, complete }) {
  const cite = [citation, url].filter(Boolean).join(", ");
  return make("p", {}, make("strong", {}, data(title)), data(`${cite ? `, cited as: ${cite}` : ""}. `), complete.length
    ? data(`Complete for ${complete.join("; ")}. Elsewhere, that something is not here does not mean that it is not so.`)
    : "That something is not here does not mean that it is not so.");
}

/* The legend is the filter: each kind and each legal force with its look, its count and its switch. */

/** @param {string} stroke @param {number[] | undefined} dashes @param {number} width */
function sample(stroke, dashes, width) {
  const space = "http://www.w3.org/2000/svg";
  const picture = document.createElementNS(space, "svg");
  const line = document.createElementNS(space, "line");
  const set = (/** @type {Element} */ on, /** @type {Record<string, string | number>} */ values) =>
    Object.entries(values).forEach(([name, value]) => on.setAttribute(name, String(value)));
  set(picture, { width: 34, height: 10, "aria-hidden": "true", class: stroke });
  set(line, { x1: 1, y1: 5, x2: 33, y2: 5, "stroke-width": width, "stroke-dasharray": (dashes ?? []).join(" ") });
  picture.append(line);
  return picture;
}

/**
 * One switch: look, name, count.
 * @param {string} name
 * @param {string} meaning
 * @param {SVGElement} picture
 * @param {(on: boolean) => void} turn
 */
function toggle(name, meaning, picture, turn) {
  const box = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox" }));
  box.checked = true;
  box.addEventListener("change", () => turn(box.checked));
  const count = make("span", { class: "count" }, "0");
  const row = make("label", { title: meaning, class: "toggle" }, box, picture, make("span", {}, name), count);
  return { row, box, count };
}

/**
 * @param {Facts} facts
 * @param {Filter} filter
 * @param {() => void} changed
 */
function createLegend(facts, filter, changed) {
  const used = new Set([...facts.obligations.map((each) => each.kind), ...facts.ties.map((each) => each.kind)]);
  const forces = new Set(facts.obligations.map((each) => each.force));
  /** @type {Map<string, ReturnType<typeof toggle>>} */
  const kindRows = new Map();
  /** @type {Map<string, ReturnType<typeof toggle>>} */
  const forceRows = new Map();
  const turn = (/** @type {Set<string>} */ off, /** @type {string} */ name) => (/** @type {boolean} */ on) => {
    if (on) off.delete(name);
    else off.add(name);
    changed();
  };
  const known = { ...facts.kinds, ...TIES };
  for (const [group, kinds] of Object.entries(GROUPS)) {
    for (const kind of kinds.filter((each) => used.has(each))) {
      const dashes = kind === "candidacy" ? [2, 5] : undefined;
      kindRows.set(kind, toggle(kind, known[kind], sample(`stroke ${group}`, dashes, 3), turn(filter.kinds, kind)));
    }
  }
  for (const force of FORCE_ORDER.filter((each) => forces.has(each))) {
    const picture = sample("stroke plain", DASHES[force], 2);
    forceRows.set(force, toggle(force, facts.forces[force], picture, turn(filter.forces, force)));
  }
  /** Counts, and switches as the filter has them. */
  function refresh() {
    const found = counts(facts, filter);
    for (const [rows, numbers, off] of /** @type {const} */ ([[kindRows, found.kinds, filter.kinds], [forceRows, found.forces, filter.forces]])) {
      for (const [name, row] of rows) {
        row.count.textContent = String(numbers.get(name) ?? 0);
        row.box.checked = !off.has(name);
        row.row.classList.toggle("empty", !numbers.get(name));
      }
    }
  }
  return { kindRows, forceRows, refresh };
}

/** What the shapes and heads mean, in words. */
function shapesKey() {
  const entries = [
    ["●", "country"],
    ["■", "organization"],
    ["◆", "agreement of more than two parties, with a line to each"],
    ["━", "an agreement and the organization that it founds"],
    ["→", "from who owes to who is owed; at an agreement no head means both"],
    ["—", "the thicker, the firmer; pale where it is only possibly in force"],
  ];
  return make("ul", { class: "shapes" }, ...entries.map(([sign, text]) =>
    make("li", {}, make("span", { "aria-hidden": "true" }, sign), make("span", {}, text))));
}

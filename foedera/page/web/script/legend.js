/* The legend is the filter: each kind and each legal force with its look, its count and its switch. */

/** @param {string} stroke @param {number[] | undefined} dashes @param {number} width @param {boolean} unsure */
function sample(stroke, dashes, width, unsure = false) {
  const space = "http://www.w3.org/2000/svg";
  const picture = document.createElementNS(space, "svg");
  const line = document.createElementNS(space, "line");
  const set = (/** @type {Element} */ on, /** @type {Record<string, string | number>} */ values) =>
    Object.entries(values).forEach(([name, value]) => on.setAttribute(name, String(value)));
  set(picture, { width: 34, height: 10, "aria-hidden": "true", class: stroke });
  set(line, { x1: 1, y1: 5, x2: 33, y2: 5, "stroke-width": width, "stroke-dasharray": (dashes ?? []).join(" ") });
  picture.append(line);
  if (unsure) {
    const ring = document.createElementNS(space, "circle");
    set(ring, { cx: 17, cy: 5, r: RING });
    picture.append(ring);
  }
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

/** @param {PageState} page */
function createLegend(page) {
  const kinds = createRows(page, "kinds", kindEntries(page.facts));
  const forces = createRows(page, "forces", forceEntries(page.facts));
  const changes = createRows(page, "changes", changeEntries(page.facts));
  part("changes").append(...[...changes.values()].map(({ row }) => row));
  part("changes").hidden = !changes.size;
  part("forces").hidden = !forces.size;
  part("kinds").append(...[...kinds.values()].map(({ row }) => row));
  part("forces").append(...[...forces.values()].map(({ row }) => row));
  part("shapes").append(shapesKey(page.facts));
  part("pairs-switch").hidden = !hasHubs(page.facts);
  const counted = [...(page.facts.obligations.length ? ["promises"] : []), ...(page.facts.ties.length ? ["ties"] : [])];
  const besides = [page.facts.roles.size ? ", whoever owes them; those in the question count parties" : "", changesInPart(page.facts) ? ". A promise that is gained or lost for only some of its parties counts as unchanged too" : ""];
  part("counted").textContent = counted.length ? `Numbers count ${counted.join(" and ")}${besides.join("")}.` : "Nothing here has a kind or a time to count.";
  const times = timeRows(page);
  part("times").append(...[...times.values()].map(({ row }) => row));
  part("reset").addEventListener("click", () => page.change({ off: { kinds: [], forces: [], changes: [] }, times: TIMES_AT_FIRST }));
  page.watch(["shown"], () => {
    const found = counts(page.facts, page.state, page.shown);
    refresh(kinds, found.kinds, page.state.off.kinds);
    refresh(forces, found.forces, page.state.off.forces);
    refresh(changes, found.changes, page.state.off.changes);
    refresh(times, timeCounts(page.facts, page.state), [...TIMES.keys()].filter((name) => !page.state.times.includes(name)));
  });
}

/** @typedef {{name: string, meaning: string, picture: SVGElement}} LegendEntry */

/**
 * The kinds that the page has, by group.
 * @param {Facts} facts
 * @returns {LegendEntry[]}
 */
function kindEntries(facts) {
  const used = new Set([...facts.obligations, ...facts.ties].map(({ kind }) => kind));
  const known = Object.values(GROUPS).flat().filter((kind) => used.has(kind));
  const others = [...used].filter((kind) => !known.includes(kind)).sort();
  return [...known, ...others].map((name) => {
    const dashes = name === "candidacy" ? CANDIDACY_DASHES : undefined;
    const meaning = facts.kinds.get(name) ?? facts.tieKinds.get(name) ?? "";
    return { name, meaning, picture: sample(`stroke ${kindColour(facts, name)}`, dashes, 3) };
  });
}

/**
 * What a scenario gains and loses; none on a page of facts alone.
 * @param {Facts} facts
 * @returns {LegendEntry[]}
 */
function changeEntries(facts) {
  if (!hasChanges(facts)) return [];
  return [...CHANGES].map(([name, meaning]) =>
    ({ name, meaning, picture: sample(`stroke ${name}`, changeLook(name).dashes, changeLook(name).width) }));
}

/**
 * @param {Facts} facts
 * @returns {LegendEntry[]}
 */
function forceEntries(facts) {
  const used = new Set(facts.obligations.map(({ force }) => force));
  return FORCE_ORDER.filter((force) => used.has(force)).map((name) =>
    ({ name, meaning: facts.forces.get(name) ?? "", picture: sample("stroke plain", DASHES.get(name), 2) }));
}

/**
 * A switch for each entry, which turns its name off in the state.
 * @param {PageState} page
 * @param {keyof Off} which
 * @param {LegendEntry[]} entries
 */
function createRows(page, which, entries) {
  return new Map(entries.map(({ name, meaning, picture }) => {
    const turn = (/** @type {boolean} */ on) => {
      const others = page.state.off[which].filter((each) => each !== name);
      page.change({ off: { ...page.state.off, [which]: on ? others : [...others, name] } });
    };
    return [name, toggle(name, meaning, picture, turn)];
  }));
}

/**
 * A switch for each way to stand on the day.
 * @param {PageState} page
 */
function timeRows(page) {
  const suspended = [...page.facts.arrows, ...page.facts.ties].some(({ status }) => status === "suspended");
  return new Map([...TIMES].filter(([name]) => name !== "suspended" || suspended).map(([name, { state, name: said, meaning }]) => {
    const look = state === CERTAINLY ? "stroke plain" : state === POSSIBLY ? "stroke plain pale" : "stroke plain other";
    const turn = (/** @type {boolean} */ on) =>
      page.change({ times: [...TIMES.keys()].filter((each) => (each === name ? on : page.state.times.includes(each))) });
    return [name, toggle(said, meaning, sample(look, TIME_DASHES[state], 2, state === POSSIBLY), turn)];
  }));
}

/**
 * Counts, and switches as the filter has them.
 * @param {ReturnType<typeof createRows>} rows
 * @param {Map<string, number>} numbers
 * @param {readonly string[]} off
 */
function refresh(rows, numbers, off) {
  for (const [name, { row, box, count }] of rows) {
    count.textContent = countText(numbers.get(name) ?? 0);
    box.checked = !off.includes(name);
    row.classList.toggle("empty", !numbers.get(name));
  }
}

/** @param {Facts} facts */
function hasHubs({ nodes }) {
  return nodes.some(({ agreement }) => agreement !== null);
}

/**
 * What the shapes and heads mean, in words, of those that the page has.
 * @param {Facts} facts
 */
function shapesKey(facts) {
  const labels = new Set(facts.parties.map(({ label }) => label));
  const others = [...labels].filter((label) => !PARTIES.has(label));
  const roles = new Set(facts.roles.values());
  const entries = [
    ...(labels.has("Country") ? [["●", "country"]] : []),
    ...(labels.has("Organization") ? [["■", "organization"]] : []),
    ...(others.length ? [["▲", others.sort().join(", ").toLowerCase()]] : []),
    ...(hasHubs(facts) ? [["◆", "agreement of more than two parties, with a line to each"]] : []),
    ...(roles.has("attacked") ? [["◉", "who is attacked"]] : []),
    ...(roles.has("attacker") ? [["○", "who attacks; its lines are grey, since what it has promised or is promised is no help"]] : []),
    ...(facts.obligations.some(({ perhaps }) => perhaps) ? [["–", "pale and with a ring: a promise that perhaps does not hold there, too"]] : []),
    ...(facts.foundings.length ? [["━", "an agreement and the organization that it founds"]] : []),
    ...(facts.obligations.length ? [["→", "from who owes to who is owed; at an agreement no head means both"], ["—", "the thicker, the firmer"]] : []),
    ...(facts.arrows.some(({ status }) => status === "dormant") ? [["—", "drawn as what is only possibly in force: dormant, formally in force without effect in practice"]] : []),
  ];
  return make("ul", { class: "shapes" }, ...entries.map(([sign, text]) =>
    make("li", {}, make("span", { "aria-hidden": "true" }, sign), make("span", {}, text))));
}

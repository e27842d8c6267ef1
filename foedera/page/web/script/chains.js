/* A chain from one party to another: two names to fill in, and the chains found, a sentence and its sources a hop. */

/** @param {PageState} page */
function createChains(page) {
  const { facts } = page;
  const parties = () => searchable(facts).filter(({ key }) => key.startsWith("party:"));
  /** @param {Partial<Chain>} patch */
  const ask = (patch) => {
    const asked = { from: null, to: null, any: false, ...page.state.chain, nth: 0, ...patch };
    page.change({ chain: asked.from || asked.to ? asked : null });
    if (onPhone() && asked.from && asked.to) part("chain").scrollIntoView({ block: "start" }); // with the answer beneath
  };
  const fields = /** @type {const} */ (["from", "to"]).map((end) => {
    const choose = (/** @type {string} */ key) => {
      const id = key.slice("party:".length);
      ask({ [end]: id });
      return nameOf(facts, id);
    };
    return { end, box: createCombobox(field(`chain-${end}`), part(`chain-${end}-found`), parties, choose, () => ask({ [end]: null })) };
  });
  field("chain-any").addEventListener("change", () => ask({ any: field("chain-any").checked }));
  part("chain-turn").addEventListener("click", () => ask({ from: page.state.chain?.to ?? null, to: page.state.chain?.from ?? null }));
  part("chain-clear").addEventListener("click", () => {
    page.change({ chain: null });
    part("chain-from").focus();
  });
  page.watch(["chain"], () => {
    const { chain } = page.state;
    for (const { end, box } of fields) box.set(nameOf(facts, chain?.[end] ?? null));
    field("chain-any").checked = Boolean(chain?.any);
    if (chain) part("chain").setAttribute("open", "");
  });
  page.watch(["chain", "shown"], () => {
    const { chain } = page.state;
    part("chain-clear").hidden = !chain;
    part("chain-turn").hidden = !chain;
    part("chain-said").textContent = saidOf(page);
    part("chain-hops").replaceChildren(...hopsContent(page));
  });
}

/**
 * @param {Facts} facts
 * @param {string | null} id
 */
function nameOf(facts, id) {
  const index = facts.partyOf.get(id ?? "");
  return index === undefined ? "" : facts.parties[index].name;
}

/** @param {PageState} page */
function saidOf({ facts, shown, state: { chain, day } }) {
  const found = chainsOf(facts, shown, chain);
  if (found && !found.chains.length && !spokenOf(facts.about, day)) return `${notCovered(dayOf(day))}.`;
  if (found) return `On ${dayOf(day)}: ${verdictOf(found, nthOf(found, chain))}${hasChanges(facts) && shown.lost ? " What would be lost is not followed." : ""}`;
  return chain?.from && chain.from === chain.to ? "A chain needs two parties; both ends are the same." : "";
}

/** @param {Chains} found @param {Chain | null} chain */
function nthOf({ chains }, chain) {
  return Math.min(chain?.nth ?? 0, Math.max(chains.length - 1, 0));
}

/**
 * The hops of the chain that is told, and buttons for the others.
 * @param {PageState} page
 */
function hopsContent(page) {
  const { facts, shown, state: { chain } } = page;
  const found = chainsOf(facts, shown, chain);
  if (!found || !found.chains.length) return [];
  const nth = nthOf(found, chain);
  const list = make("ol", { class: "hops", "aria-label": "The chain, hop by hop" }, ...found.chains[nth].map((hop) => hopItem(page, hop)));
  const direct = found.direct ? [make("p", { class: "beside" }, "Directly, and weaker:"), make("ul", { class: "hops direct" }, hopItem(page, found.direct))] : [];
  if (found.chains.length === 1) return [list, ...direct];
  const others = found.chains.map((hops, index) => {
    const names = [hops[0].from, ...hops.map(({ to }) => to)].map((party) => facts.parties[party].name).join(" → ");
    const button = make("button", { type: "button", class: "entry", "aria-pressed": String(index === nth) }, data(`${index + 1}. ${names}`));
    button.addEventListener("click", () => {
      page.change({ chain: chain && { ...chain, nth: index } });
      /** @type {HTMLElement | undefined} */ ([...part("chain-hops").querySelectorAll("button[aria-pressed]")].map((each) => /** @type {HTMLElement} */ (each))[index])?.focus();
    });
    return button;
  });
  return [list, make("div", { class: "others", role: "group", "aria-label": "Chains, the best first" }, ...others), ...direct];
}

/**
 * @param {PageState} page
 * @param {ChainHop} hop
 */
function hopItem(page, { commitments }) {
  const { facts } = page;
  const [first, ...others] = commitments;
  const key = lineKey(facts, linesOf(facts, first)[0]);
  const button = entryButton(page, key, make("span", { class: "data" }, ...whole(sentenceOf(facts, first))), `hop ${key}`);
  const more = others.length ? [make("p", { class: "kinds" }, `and ${plural(others.length, "further promise")} on this hop`)] : [];
  const mark = first.checked ? "" : " (unchecked)";
  const conditions = conditionsOf(first.promise).map(([name, text]) => make("p", { class: "kinds qualified data" }, `${name}: ${text}`));
  return make("li", {}, button, ...conditions, make("p", { class: "kinds data" }, distinct(first.sources).join("; ") + mark), ...more);
}

/**
 * The lines that a promise of one party to another is drawn by; of arrows that two lines share, the other arrow says which.
 * @param {Facts} facts
 * @param {Pick<Commitment, "owing" | "owed">} commitment
 */
function linesOf(facts, { owing, owed }) {
  return [owing, owed].flatMap((i) => facts.arrows[i].line ?? []);
}

/**
 * What of the drawing the chain runs over: the lines of each hop's strongest promise, and the parties.
 * @param {PageState} page
 * @returns {Marked}
 */
function chainMarks({ facts, shown, figure, state: { chain } }) {
  const found = chainsOf(facts, shown, chain);
  const hops = found?.chains[nthOf(found, chain)] ?? [];
  const lines = hops.flatMap(({ from, to, commitments: [{ owing, owed }] }) => {
    const own = linesOf(facts, { owing, owed });
    return own.every((line) => figure.shown.lines[line]) ? own : pairLine(figure, from, to);
  });
  const parties = new Set(hops.flatMap(({ from, to }) => [from, to]));
  const nodes = facts.nodes.flatMap(({ party }, node) => (party !== null && parties.has(party) ? node : []));
  return { nodes, lines: [...new Set(lines)] };
}

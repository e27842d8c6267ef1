/* One state for the whole page: what a reader can change, and who wants to be told. */

/**
 * The page as it opens.
 * @param {Facts} facts
 * @returns {State}
 */
function opening(facts) {
  const [from, to] = facts.about.chain ?? [];
  const chain = from && to ? { from, to, any: false, nth: 0 } : null;
  return { day: dayNumber(facts.about.as_of), off: { kinds: [], forces: [], changes: [] }, times: TIMES_AT_FIRST, as: "graph", layout: facts.about.layout, pairs: false, selected: null, focus: null, chain, camera: null };
}

/**
 * A state is never altered: a change makes a new one, and what shows is worked out once for all who watch.
 * @param {Facts} facts
 * @param {State} first
 * @returns {PageState}
 */
function createPage(facts, first) {
  let state = Object.freeze({ ...first });
  let shown = show(facts, state);
  let figure = figureOf(facts, shown, state.pairs);
  /** @type {{of: Changed[], tell: () => void}[]} */
  const watchers = [];
  /** @param {Set<Changed>} changed */
  function announce(changed) {
    for (const { of, tell } of watchers) if (of.some((each) => changed.has(each))) tell();
  }
  return {
    facts,
    get state() { return state; },
    get shown() { return shown; },
    get figure() { return figure; },
    change(patch) {
      const names = /** @type {(keyof State)[]} */ (Object.keys(patch));
      const differs = (/** @type {keyof State} */ name) => !same(patch[name], state[name]);
      const changed = /** @type {Set<Changed>} */ (new Set(names.filter(differs)));
      if (!changed.size) return;
      state = Object.freeze({ ...state, ...patch });
      if (["day", "off", "times", "focus"].some((name) => changed.has(/** @type {Changed} */ (name)))) {
        shown = show(facts, state);
        changed.add("shown");
      }
      if (changed.has("shown") || changed.has("pairs")) {
        figure = figureOf(facts, shown, state.pairs);
        changed.add("figure");
      }
      announce(changed);
    },
    watch(of, tell) {
      watchers.push({ of, tell });
      tell();
    },
    themeChanged: () => announce(new Set(["theme"])),
  };
}

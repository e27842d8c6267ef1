/* Finding a party or an agreement by any of its names. */

/** @typedef {{key: string, title: string, hint: string, folded: string[]}} Entry */

/**
 * @param {Facts} facts
 * @returns {Entry[]}
 */
function searchable(facts) {
  return [
    ...facts.parties.map(({ id, name, names }) =>
      ({ key: `party:${id}`, title: name, hint: id, folded: [name, ...names].map(fold) })),
    ...facts.agreements.map(({ id, title }) =>
      ({ key: `agreement:${id}`, title, hint: "agreement", folded: [title, id].map(fold) })),
  ];
}

/**
 * The best dozen: a whole name, then a name's beginning, then a word's, then any part; what something is called
 * before what it is called too, and parties first.
 * @param {Entry[]} entries
 * @param {string} text
 */
function matches(entries, text) {
  const wanted = fold(text);
  if (!wanted) return [];
  const score = (/** @type {string} */ key) => {
    if (key === wanted) return 0;
    if (key.startsWith(wanted)) return 1;
    return key.includes(` ${wanted}`) ? 2 : key.includes(wanted) ? 3 : 9;
  };
  const scored = entries.map((entry, order) => ({ entry, order, score: Math.min(...entry.folded.map((key, other) => score(key) + (other ? 0.5 : 0))) }));
  const found = scored.filter((each) => each.score < 9);
  return found.sort((a, b) => a.score - b.score || a.order - b.order).slice(0, 12).map((each) => each.entry);
}

/**
 * @param {Facts} facts
 * @param {(key: string) => void} choose
 */
function createSearch(facts, choose) {
  createCombobox(field("find"), part("found"), () => searchable(facts), (key) => {
    choose(key);
    return "";
  });
}

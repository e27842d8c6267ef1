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
 * For where nothing matches: up to three that are called nearly so, or begin so, or have a word that does.
 * @param {Entry[]} entries
 * @param {string} text
 */
function nearest(entries, text) {
  const wanted = fold(text.slice(0, 60));
  if (wanted.length < 4) return [];
  const scored = entries.map((entry) => {
    const each = entry.folded.map((key) => ({ slips: slips(wanted, key), longer: Math.abs(key.length - wanted.length) }));
    return { entry, ...each.sort((a, b) => a.slips - b.slips || a.longer - b.longer)[0] };
  });
  return scored.filter((each) => each.slips <= wanted.length / 3).sort((a, b) => a.slips - b.slips || a.longer - b.longer)
    .slice(0, 3).map((each) => each.entry);
}

/**
 * How many letters are left out, put in, wrong or swapped, from the beginning of some word of the key on.
 * @param {string} wanted
 * @param {string} key
 */
function slips(wanted, key) {
  let [before, row, next] = [1, 2, 3].map(() => new Uint8Array(key.length + 1));
  for (let j = 1; j <= key.length; j += 1) row[j] = key[j - 1] === " " ? 0 : Math.min(row[j - 1] + 1, 99);
  for (let i = 1; i <= wanted.length; i += 1) {
    next[0] = i;
    for (let j = 1; j <= key.length; j += 1) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + Number(wanted[i - 1] !== key[j - 1]));
      if (i > 1 && j > 1 && wanted[i - 1] === key[j - 2] && wanted[i - 2] === key[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    [before, row, next] = [row, next, before];
  }
  return Math.min(...row);
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

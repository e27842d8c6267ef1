/* Finding a party or an agreement by any of its names, by keyboard: a combobox with a list. */

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
 * The best dozen: a whole name, then a name's beginning, then a word's, then any part; parties first.
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
  const scored = entries.map((entry, order) => ({ entry, order, score: Math.min(...entry.folded.map(score)) }));
  const found = scored.filter((each) => each.score < 9);
  return found.sort((a, b) => a.score - b.score || a.order - b.order).slice(0, 12).map((each) => each.entry);
}

/**
 * @param {Facts} facts
 * @param {(key: string) => void} choose
 */
function createSearch(facts, choose) {
  const input = field("find");
  const list = part("found");
  /** @type {Entry[] | null} */
  let entries = null;
  /** @type {Entry[]} */
  let found = [];
  let current = 0;

  function draw() {
    list.replaceChildren(...found.map((entry, index) => {
      const option = make("li", { role: "option", id: `match-${index}`, "aria-selected": String(index === current) },
        data(shortened(entry.title)), " ", make("span", { class: "hint data" }, shortened(entry.hint)));
      option.addEventListener("pointerdown", (event) => { event.preventDefault(); take(index); });
      return option;
    }));
    if (!found.length && input.value.trim()) list.append(make("li", { class: "none" }, "Nothing of that name on this page"));
    const open = Boolean(input.value.trim());
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    if (found.length) input.setAttribute("aria-activedescendant", `match-${current}`);
    else input.removeAttribute("aria-activedescendant");
  }
  /** @param {number} index */
  function take(index) {
    const entry = found[index];
    if (!entry) return;
    input.value = "";
    found = [];
    draw();
    choose(entry.key);
  }
  input.addEventListener("input", () => {
    entries ??= searchable(facts);
    found = matches(entries, input.value);
    current = 0;
    draw();
  });
  input.addEventListener("blur", () => { list.hidden = true; input.setAttribute("aria-expanded", "false"); });
  input.addEventListener("focus", draw);
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length) { current = (current + step + found.length) % found.length; draw(); }
    else if (event.key === "Enter") take(current);
    else if (event.key === "Escape") { input.value = ""; found = []; draw(); }
    else return;
    event.preventDefault();
  });
}

/* Finding a party or an agreement by any of its names, by keyboard: a combobox with a list. */

/**
 * @param {Facts} facts
 * @returns {{title: string, hint: string, keys: string[], party?: number, agreement?: number}[]}
 */
function searchable(facts) {
  const parties = facts.parties.map((party, index) => ({
    title: party.name, hint: party.id, keys: [party.name, ...party.names].map(fold), party: index,
  }));
  const agreements = facts.agreements.map((agreement, index) => ({
    title: agreement.title, hint: "agreement", keys: [agreement.title, agreement.id].map(fold), agreement: index,
  }));
  return [...parties, ...agreements];
}

/**
 * The best dozen: a whole name, then a name's beginning, then a word's, then any part; parties first.
 * @param {ReturnType<typeof searchable>} entries
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
  const scored = entries.map((entry, order) => ({ entry, order, score: Math.min(...entry.keys.map(score)) }));
  const found = scored.filter((each) => each.score < 9);
  return found.sort((a, b) => a.score - b.score || a.order - b.order).slice(0, 12).map((each) => each.entry);
}

/**
 * @param {HTMLInputElement} input
 * @param {HTMLElement} list
 * @param {Facts} facts
 * @param {(entry: {party?: number, agreement?: number}) => void} choose
 */
function createSearch(input, list, facts, choose) {
  const entries = searchable(facts);
  /** @type {ReturnType<typeof searchable>} */
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
    choose(entry);
  }
  input.addEventListener("input", () => { found = matches(entries, input.value); current = 0; draw(); });
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

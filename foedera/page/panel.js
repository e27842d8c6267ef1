/* The details panel: what was picked on the graph, in the table or by search. */

/**
 * @param {HTMLElement} panel
 * @param {string} title
 * @param {string} kicker
 * @param {Node[]} content
 * @param {() => void} close
 */
function fill(panel, title, kicker, content, close) {
  const button = make("button", { type: "button", class: "close", "aria-label": "Close details" }, "×");
  button.addEventListener("click", close);
  const heading = make("h2", { id: "details-title", class: "data" }, title);
  panel.replaceChildren(button, make("p", { class: "kicker" }, kicker), heading, ...content);
  panel.scrollTop = 0;
  panel.hidden = false;
}

/** @param {Facts} facts @param {number} index */
function agreementFacts(facts, index) {
  const agreement = facts.agreements[index];
  const found = [make("p", {}, `${agreement.kind}, ${agreement.force}`), properties(agreement.details)];
  if (agreement.url) found.push(make("p", {}, link("Text of the agreement", agreement.url)));
  found.push(make("p", { class: "end" }, "Sources"), citations(facts, [agreement]));
  return found;
}

/**
 * Everything that shows of one agreement.
 * @param {Facts} facts
 * @param {number} index
 * @param {Shown} shown
 */
function agreementContent(facts, index, shown) {
  const arrows = [...shown.arrows.keys()].filter((i) => facts.obligations[facts.arrows[i].obligation].agreement === index);
  return [...agreementFacts(facts, index), ...nothing(arrows), ...cards(facts, arrows, shown)];
}

/** @param {unknown[]} found */
function nothing(found) {
  return found.length ? [] : [make("p", {}, "Nothing of it shows on this day, with this filter.")];
}

/**
 * What a party owes and is owed, an entry for each agreement, to be opened.
 * @param {Facts} facts
 * @param {number} index
 * @param {Shown} shown
 * @param {(line: number) => void} open
 */
function partyContent(facts, index, shown, open) {
  const own = facts.lines.flatMap((line, id) => {
    const mine = facts.nodes[line.from].party === index || facts.nodes[line.to].party === index;
    return mine && draws(line, shown) ? [{ id, line, arrows: shownOn(facts, line, shown) }] : [];
  });
  const items = own.map(({ id, line, arrows }) => {
    const button = make("button", { type: "button", class: "entry" }, data(lineTitle(facts, line)));
    button.addEventListener("click", () => open(id));
    const kinds = [...new Set(arrows.map((i) => facts.obligations[facts.arrows[i].obligation].kind))];
    return make("li", {}, button, make("p", { class: "kinds" }, kinds.join(", ")));
  });
  const party = facts.parties[index];
  const names = party.names.filter((name) => name !== party.name);
  return [make("p", { class: "data" }, names.join(" · ")), ...nothing(items), make("ul", { class: "entries" }, ...items)];
}

/** @param {Facts} facts @param {Line} line */
function lineTitle(facts, line) {
  if (line.tie !== undefined) {
    const tie = facts.ties[line.tie];
    const what = tie.kind === "membership" ? "member of" : `${tie.stage ?? "candidate"}:`;
    return `${facts.parties[tie.party].name}, ${what} ${facts.parties[tie.organization].name}`;
  }
  if (line.founding !== undefined) {
    const founding = facts.foundings[line.founding];
    return `${facts.parties[founding.organization].name}, constituted by ${facts.agreements[founding.agreement].title}`;
  }
  const [first] = line.arrows ?? [];
  const agreement = facts.agreements[facts.obligations[facts.arrows[first].obligation].agreement];
  const hub = facts.nodes[line.to].agreement !== undefined;
  const names = [line.from, line.to].flatMap((node) => facts.nodes[node].party ?? []).map((i) => facts.parties[i].name);
  return hub ? `${names[0]} under ${agreement.title}` : `${names.join(" and ")}: ${agreement.title}`;
}

/**
 * What one line stands for: a tie, a founding, a party's part in a hub, or a bilateral agreement.
 * @param {Facts} facts
 * @param {Line} line
 * @param {Shown} shown
 */
function lineContent(facts, line, shown) {
  if (line.tie !== undefined) {
    const tie = facts.ties[line.tie];
    const found = [make("p", {}, ...whole(spanText(tie))), ...(tie.note ? [make("p", { class: "data" }, tie.note)] : [])];
    return [...found, make("p", { class: "end" }, "Sources"), citations(facts, [tie])];
  }
  if (line.founding !== undefined) return [citations(facts, [facts.foundings[line.founding]])];
  const arrows = shownOn(facts, line, shown);
  return [...nothing(arrows), ...cards(facts, arrows, shown)];
}

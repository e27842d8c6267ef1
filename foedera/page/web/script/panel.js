/* The details panel: what is selected on the graph, in the table or by search. */

/** @typedef {{selected: string | null, from: Element | null}} Step  what was selected, and where the keyboard was */

/** The way into the details: from outside, then from one to the next. @type {Step[]} */
let trail = [];
let stepping = false;

/** @param {PageState} page */
function createPanel(page) {
  const panel = part("details");
  page.watch(["selected", "figure"], () => {
    const thing = thingOf(page.figure.facts, page.state.selected);
    const inside = panel.contains(document.activeElement);
    panel.hidden = !thing;
    if (!thing) {
      if (inside) toView(page);
      return;
    }
    const { title, kicker, content } = detailsOf(page, thing);
    const button = make("button", { type: "button", class: "close", "aria-label": "Close details" }, "×");
    button.addEventListener("click", () => leave(page, true));
    const heading = make("h2", { id: "details-title", class: "data" }, title);
    panel.replaceChildren(button, make("p", { class: "kicker" }, kicker), heading, ...content);
    if (inside) panel.focus();
  });
  page.watch(["selected"], () => {
    if (!stepping) trail = [];
    panel.scrollTop = 0;
  });
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    leave(page, false);
  });
}

/**
 * Selects a thing and takes the reader there: by keyboard yes, by a click on the canvas no.
 * @param {PageState} page
 * @param {string} key
 */
function openDetails(page, key) {
  const panel = part("details");
  const from = document.activeElement;
  if (!panel.contains(from)) trail = [];
  trail.push({ selected: page.state.selected, from });
  step(page, key);
  panel.focus();
}

/** @param {PageState} page @param {string | null} key */
function step(page, key) {
  stepping = true;
  page.change({ selected: key });
  stepping = false;
}

/**
 * Out of the details, back to where they were opened: from those of another thing to these, unless all are closed.
 * @param {PageState} page
 * @param {boolean} all
 */
function leave(page, all) {
  const [first] = trail;
  const last = trail.pop();
  const within = !all && trail.length > 0;
  step(page, within && last ? last.selected : null);
  if (!within) trail = [];
  returnTo(page, (within ? last : first)?.from ?? null);
}

/**
 * To an entry or a button, though it may have been drawn anew; else to what is looked at: a key pressed then is no text for a field.
 * @param {PageState} page
 * @param {Element | null} from
 */
function returnTo(page, from) {
  const name = from instanceof HTMLElement ? from.dataset.entry : undefined;
  const again = [...document.querySelectorAll("[data-entry]")].find((each) => each instanceof HTMLElement && each.dataset.entry === name);
  const there = from?.isConnected ? from : again;
  if (there instanceof HTMLElement && there.offsetParent && !there.matches("body, input[type=text]")) there.focus();
  else if (part("details").hidden) toView(page);
  else part("details").focus();
}

/**
 * A button that opens the details of something.
 * @param {PageState} page
 * @param {string} key  of what
 * @param {Node} content
 * @param {string} name  its own among such buttons
 */
function entryButton(page, key, content, name = key) {
  const button = make("button", { "type": "button", "class": "entry", "data-entry": name }, content);
  button.addEventListener("click", () => openDetails(page, key));
  return button;
}

/**
 * @param {PageState} page
 * @param {Thing} thing
 * @returns {{title: string, kicker: string, content: Node[]}}
 */
function detailsOf(page, { kind, index }) {
  const { facts } = page;
  if (kind === "agreement") {
    return { title: facts.agreements[index].title, kicker: "Agreement", content: agreementContent(page, index) };
  }
  if (kind === "party") {
    const { name, label } = facts.parties[index];
    return { title: name, kicker: label, content: partyContent(page, index) };
  }
  const line = page.figure.facts.lines[index];
  const kicker = line.arrows.length ? "Commitment" : "Tie";
  return { title: lineTitle(facts, line), kicker, content: lineContent(page, line) };
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
 * Everything that shows of one agreement: its promises, and what joins it to others.
 * @param {PageState} page
 * @param {number} index
 */
function agreementContent(page, index) {
  const { facts, shown } = page;
  const arrows = facts.arrows.flatMap(({ obligation }, i) =>
    (shown.arrows[i] && facts.obligations[obligation].agreement === index ? i : []));
  const ties = entries(page, (node) => node.agreement === index, (line) => line.tie !== null);
  const tied = ties.length ? [make("ul", { class: "entries" }, ...ties)] : [];
  return [...agreementFacts(facts, index), ...(tied.length ? [] : nothing(arrows)), ...tied, ...cards(facts, arrows, shown)];
}

/** @param {unknown[]} found */
function nothing(found) {
  return found.length ? [] : [make("p", {}, "Nothing of it shows on this day, with this filter.")];
}

/**
 * The lines of a node that show, an entry for each, to be opened.
 * @param {PageState} page
 * @param {(node: GraphNode) => boolean} own
 * @param {(line: Line) => boolean} wanted
 */
function entries(page, own, wanted = () => true) {
  const { facts, shown } = page;
  return facts.lines.flatMap((line, id) => {
    if (!shown.lines[id] || !wanted(line) || ![line.from, line.to].some((end) => own(facts.nodes[end]))) return [];
    const button = entryButton(page, lineKey(facts, id), data(lineTitle(facts, line)));
    const mark = changeMark(changeOn(shown, { change: changeOf(facts, line) }), " ");
    return [make("li", {}, button, make("p", { class: "kinds" }, ...mark, kindsText(facts, line, shown, shown.lines[id])))];
  });
}

/**
 * The kinds of what shows on a line, each with how it stands at the firmest; of a line without promises how it stands itself.
 * @param {Facts} facts
 * @param {Line} line
 * @param {Shown} shown
 * @param {number} state  of the line
 */
function kindsText(facts, line, shown, state) {
  const kinds = [...grouped(shownOn(facts, line, shown), (i) => facts.obligations[facts.arrows[i].obligation].kind)];
  if (!kinds.length) return (stateRemark(state) || dormantRemark(line.tie === null ? [] : [facts.ties[line.tie]])).trim();
  return kinds.map(([kind, own]) =>
    `${kind}${stateRemark(Math.max(...own.map((i) => shown.arrows[i]))) || dormantRemark(own.map((i) => facts.arrows[i]))}`).join(", ");
}

/** @param {Spanned[]} facts */
function dormantRemark(facts) {
  return facts.length && facts.every(({ status }) => status === "dormant") ? " (dormant)" : "";
}

/**
 * What a party owes and is owed, an entry for each agreement, to be opened.
 * @param {PageState} page
 * @param {number} index
 */
function partyContent(page, index) {
  const { facts, shown } = page;
  const items = entries(page, (node) => node.party === index);
  const party = facts.parties[index];
  const names = party.names.filter((name) => name !== party.name);
  const alone = page.state.focus?.party === party.id;
  const near = make("button", { type: "button" }, alone ? "Show all again" : "Show only what is near");
  near.addEventListener("click", () => { if (alone) leaveFocus(page); else focusOnSelected(page); });
  const said = [make("p", { class: "data" }, names.join(" · ")), properties(party.details)];
  if (party.grounds) said.push(make("p", { class: "end" }, "Sources"), citations(facts, [party.grounds]));
  const none = facts.lines.some((line) => [line.from, line.to].some((end) => facts.nodes[end].party === index)) ? nothing(items) : [];
  return [...said, near, ...none, make("ul", { class: "entries" }, ...items)];
}

/**
 * What one line stands for: a tie, a founding, a party's part in a hub, or a bilateral agreement.
 * @param {PageState} page
 * @param {Line} line
 */
function lineContent(page, line) {
  const { facts, shown } = page;
  if (line.tie !== null) {
    const tie = facts.ties[line.tie];
    const time = tie.change ? make("strong", { class: `change ${tie.change}` }, `${tie.change}: `) : "";
    const span = tie.lasting ? [make("p", {}, time, ...whole(spanText(tie)), timeRemark(tie, shown.day))] : [];
    const found = [...span, properties(tie.details), ...(tie.note ? [make("p", { class: "data" }, tie.note)] : [])];
    return [...found, make("p", { class: "end" }, "Sources"), citations(facts, [tie])];
  }
  if (line.founding !== null) return [citations(facts, [facts.foundings[line.founding]])];
  const arrows = shownOn(facts, line, shown);
  if (facts.nodes[line.to].agreement !== null) return [...nothing(arrows), ...partCards(page, arrows)];
  return [...nothing(arrows), ...cards(facts, [...arrows, ...acrossFrom(page, arrows)], shown)];
}

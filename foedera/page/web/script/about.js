/* What the page says of itself: its datasets, what shows of how much, and how it was made. */

/** @param {PageState} page */
function describe(page) {
  const { about } = page.facts;
  const names = about.datasets.map(({ title }) => title).join(", ");
  page.watch(["day"], () => {
    const asked = about.on === about.as_of || !asOpened(page) ? "" : `Asked for ${about.on}, answered as of ${about.as_of}. `;
    part("reach").replaceChildren(data(`${asked}Datasets: ${names}. ${noteOf(page)}`.trim()));
  });
  for (const each of about.datasets) {
    part("about-text").append(make("h2", { class: "data" }, `${each.title}, version ${each.version}`), properties([
      ["covers", `${each.from ?? "an unknown day"} to ${each.until ?? "an unknown day"}${each.closed ? "; it ends there, and says nothing of a later day" : ""}`],
      ["terms", each.licence ?? "not stated"],
      ...(each.citation ? [/** @type {[string, string]} */ (["cite as", each.citation])] : []),
    ]), ...completeFor(each), ...(each.url ? [make("p", {}, link(each.url, each.url))] : []));
  }
  part("about-text").append(make("h2", {}, "How it counts"), make("p", {}, "A promise is one obligation of an agreement: it counts"
    + " once, however many parties owe it to however many. A tie, such as a membership, counts once too. Where the parts"
    + " of its parties stand differently on a day, it counts at each time: the number beside a time is of what shows if only that is ticked."),
    make("h2", {}, "How it was made"), make("p", { class: "data" }, madeBy(about)),
    make("p", {}, "Map: coasts by Natural Earth, places of countries by The World Factbook, both in the public domain;"
      + " an organization stands among its members, an agreement among its parties."),
    make("p", {}, "Drawn with pyvis and vis-network (Apache-2.0 or MIT). The page asks the network for nothing."));
}

/**
 * Whether the day that shows is the one that the page was made for.
 * @param {PageState} page
 */
function asOpened({ facts: { about }, state }) {
  return dayOf(state.day) === about.as_of;
}

/**
 * What is noted of the answer, as far as it holds on the day that shows.
 * @param {PageState} page
 */
function noteOf(page) {
  const { note, unfinished } = page.facts.about;
  const told = asOpened(page) ? note : unfinished;
  return told ? `${told}.` : "";
}

/** @param {Dataset} dataset */
function completeFor({ complete }) {
  if (!complete.length) return [make("p", {}, "That something is not on this page does not mean that it is not so.")];
  const parts = complete.map((each) => make("li", { class: "data" }, each));
  return [make("details", {}, make("summary", {}, `Complete for ${plural(complete.length, "part")} of its field`), make("ul", {}, ...parts)),
    make("p", {}, "Elsewhere, that something is not on this page does not mean that it is not so.")];
}

/** @param {About} about */
function madeBy({ version, command }) {
  return `Made by Foedera ${version}${command ? `: ${command}` : ""}`;
}

/**
 * The datasets that say nothing of a day.
 * @param {About} about
 * @param {string} day
 */
function uncovered({ datasets }, day) {
  const late = datasets.filter(({ closed, until }) => closed && until && until < day).map(({ title, until }) => `${title}, which ends on ${until}`);
  const early = datasets.filter(({ closed, from }) => closed && from && day < from).map(({ title, from }) => `${title}, which begins on ${from}`);
  return late.length + early.length ? [`not covered by ${[...late, ...early].join("; ")}`] : [];
}

/**
 * What shows, in one line, and what of the page and of its datasets does not.
 * @param {PageState} page
 */
function statusText(page) {
  const { facts, state, figure, shown: { count, degrees, obligations } } = page;
  const near = state.focus ? `, within ${plural(state.focus.hops, "step")} of ${calledOf(facts, state.focus.party)}` : "";
  const words = [];
  if (count.obligations) words.push(`${plural(count.obligations, "promise")} of ${plural(count.parties, "party", "parties")}`);
  if (count.ties) words.push(tieCount(facts, count.ties));
  if (facts.alone.size) words.push(`${plural(facts.alone.size, "node")} by ${facts.alone.size === 1 ? "itself" : "themselves"}`);
  words[0] = `On ${dayOf(state.day)}${near}: ${[words[0] ?? nothingText(facts, state), ...absentOn(facts.about, state.day, words.length)].join("; ")}`;
  if (facts.about.answered && !asOpened(page)) {
    words.push(`only of what the answer of ${facts.about.as_of} names; that of another day may name others`);
  }
  if (count.possibly) words.push(`of these ${countText(count.possibly)} possibly in force, at least in part`);
  if (count.dormant) words.push(`of these ${countText(count.dormant)} dormant, at least in part`);
  if (count.others) words.push(`besides, ${countText(count.others)} not in force`);
  const nobodys = owedByNobody(facts);
  const left = facts.obligations.length - obligations.filter(Boolean).length - nobodys.length;
  if (left) words.push(`not shown: ${plural(left, "other promise")} of this page, of another time or switched off`);
  if (nobodys.length) words.push(nobodysText(facts, nobodys));
  const outside = facts.about.total - facts.obligations.filter(({ dataset }) => dataset !== SUPPOSED).length;
  if (outside > 0) words.push(`not on this page: ${plural(outside, "promise")} of its datasets`);
  words.push(...uncovered(facts.about, dayOf(state.day)));
  if (state.pairs) words.push(pairsText(figure));
  const nowhere = facts.world.nowhere.filter((node) => degrees[node] >= 0).length;
  if (state.layout === "map" && nowhere) words.push(`${nowhere} without a place on the map, under it`);
  return words.join(" · ");
}

/** @param {Facts} facts @param {Readonly<State>} state */
function nothingText(facts, state) {
  const next = stopFrom(stops(facts, state), state.day, 1);
  return `nothing is in force here${next > state.day ? ` (the next change is on ${dayOf(next)})` : ""}`;
}

/**
 * The promises that nobody owes at any time, of agreements that were signed and are not in force. Of what a statement
 * returned that is not known.
 * @param {Facts} facts
 */
function owedByNobody(facts) {
  if (facts.view.kind === "given") return [];
  const { owing } = sides(facts);
  return facts.obligations.filter((_, i) => !owing[i].length);
}

/** @param {Facts} facts @param {Obligation[]} promises */
function nobodysText(facts, promises) {
  const agreements = [...new Set(promises.map(({ agreement }) => agreement))].map((i) => facts.agreements[i]);
  const signed = (/** @type {Agreement} */ { details }) => details.filter(([name]) => name === "signed").map(([, day]) => `signed ${day}`);
  const named = agreements.slice(0, 3).map((each) => [each.title, ...signed(each)].join(", "));
  const more = agreements.length > 3 ? [`and ${agreements.length - 3} more`] : [];
  return `${plural(promises.length, "promise")} that nobody owes yet: ${[...named, ...more].join("; ")}`;
}

/** @param {Facts} facts @param {number} count */
function tieCount(facts, count) {
  const kinds = new Set(facts.ties.map(({ kind }) => kind));
  if (kinds.size === 1 && kinds.has("membership")) return plural(count, "membership");
  const known = [...kinds].every((kind) => groupOf(kind) === "membership");
  return known ? plural(count, "membership or candidacy", "memberships and candidacies") : plural(count, "tie");
}

/**
 * Why there may be nothing on a day: whom the page is about was not there, or no dataset speaks of it.
 * @param {About} about
 * @param {number} day
 * @param {number} shown  how much shows all the same
 */
function absentOn(about, day, shown) {
  const absent = about.absences.flatMap(([since, until, told]) => ((since ?? -Infinity) <= day && day < (until ?? Infinity) ? told : []));
  if (spokenOf(about, day)) return absent;
  return [...absent, shown ? `beyond that no loaded dataset speaks of ${dayOf(day)}` : notCovered(dayOf(day))];
}

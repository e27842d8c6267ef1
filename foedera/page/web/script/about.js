/* What the page says of itself: its datasets, what shows of how much, and how it was made. */

/** @param {About} about */
function describe(about) {
  const names = about.datasets.map(({ title }) => title).join(", ");
  const asked = about.on === about.as_of ? "" : `asked for ${about.on}, answered as of ${about.as_of}. `;
  part("reach").append(data(`${asked}Datasets: ${names}. ${about.note ? `${about.note}.` : ""}`));
  for (const each of about.datasets) {
    part("about-text").append(make("h2", { class: "data" }, `${each.title}, version ${each.version}`), properties([
      ["covers", `${each.from ?? "an unknown day"} to ${each.until ?? "an unknown day"}`],
      ["terms", each.licence ?? "not stated"],
      ...(each.citation ? [/** @type {[string, string]} */ (["cite as", each.citation])] : []),
    ]), ...completeFor(each), ...(each.url ? [make("p", {}, link(each.url, each.url))] : []));
  }
  part("about-text").append(make("p", { class: "data" }, madeBy(about)),
    make("p", {}, "Map: coasts by Natural Earth, places of countries by The World Factbook, both in the public domain;"
      + " an organization stands among its members, an agreement among its parties."),
    make("p", {}, "Drawn with pyvis and vis-network (Apache-2.0 or MIT). The page asks the network for nothing."));
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

/** @param {PageState} page */
function statusText({ facts, state, figure, shown: { count, degrees, obligations } }) {
  const near = state.focus ? `, within ${plural(state.focus.hops, "step")} of ${nameOf(facts, state.focus.party)}` : "";
  const promises = `${plural(count.obligations, "promise")} of ${plural(count.parties, "party", "parties")}`;
  const known = facts.ties.every(({ kind }) => groupOf(kind) === "membership");
  const ties = known ? plural(count.ties, "membership or candidacy", "memberships and candidacies") : plural(count.ties, "tie");
  const words = [...(facts.obligations.length || !facts.ties.length ? [promises] : []), ...(count.ties ? [ties] : [])];
  if (facts.alone.size) words.push(`${plural(facts.alone.size, "node")} by ${facts.alone.size === 1 ? "itself" : "themselves"}`);
  words[0] = `On ${dayOf(state.day)}${near}: ${words[0] ?? "nothing"}`;
  if (count.possibly) words.push(`${plural(count.possibly, "party's part", "parties' parts")} only possibly in force`);
  if (count.others) words.push(`besides, ${count.others} not in force`);
  const left = facts.obligations.length - obligations.filter(Boolean).length;
  const outside = facts.about.total - facts.obligations.length;
  words.push(`left out: ${left} of another time or filtered, ${outside} outside the question`);
  if (state.pairs) words.push(pairsText(figure));
  const nowhere = facts.world.nowhere.filter((node) => degrees[node] >= 0).length;
  if (state.layout === "map" && nowhere) words.push(`${nowhere} without a place on the map, under it`);
  return words.join(" · ");
}

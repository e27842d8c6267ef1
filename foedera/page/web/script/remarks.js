/* What the answer says besides the promises that are drawn: of its own day, whatever the slider shows. */

/** @param {Facts} facts */
function createRemarks(facts) {
  part("remarks").hidden = !facts.about.remarks.length;
  part("remarks-brief").textContent = remarksBrief(facts.about);
  part("remarks-text").append(...remarkSections(facts));
}

/** @param {About} about */
function remarksBrief({ remarks, as_of }) {
  return `The answer of ${as_of} says besides: ${remarks.map(({ brief }) => brief).join("; ")}`;
}

/** @param {Facts} facts */
function remarkSections(facts) {
  return facts.about.remarks.map(({ title, told }) => make("section", {}, make("h2", { class: "data" }, title),
    make("ul", {}, ...told.map(({ text, under, sources }) => make("li", {}, data(text), ...cites(facts, sources),
      ...(under.length ? [make("ul", {}, ...under.map((each) => make("li", { class: "data" }, each)))] : []))))));
}

/** @param {Facts} facts @param {string[]} sources */
function cites(facts, sources) {
  if (!sources.length) return [];
  const links = sources.flatMap((each, i) => [i ? "; " : " [", link(each, facts.sources.get(each.split("#")[0])?.url)]);
  return [make("span", { class: "cites" }, ...links, "]")];
}

/** @param {About} about  as texts for a picture, what there is and then as much of it as has room */
function remarksText(about) {
  const { remarks } = about;
  const told = remarks.map(({ title, told: each }) => `${title}: ${each.map(({ text, under }) => [text, ...under].map((said) => said.replace(/\.$/, "")).join("; ")).join("; ")}`);
  return remarks.length ? [`${remarksBrief(about)}.`, `${told.join(". ")}.`] : [];
}

/** @param {Facts} facts @param {Obligation} obligation  what the answer says of it */
function remarksOn({ about }, { remarks }) {
  return remarks.length ? [make("p", { class: "end" }, `In the answer of ${about.as_of}`), properties(remarks)] : [];
}

/** @param {Facts} facts @param {Line} line  whether it ends at who attacks: it is no help to who is attacked */
function ofAttacker({ roles }, { from, to }) {
  return roles.size > 0 && (roles.get(from) === "attacker" || roles.get(to) === "attacker");
}

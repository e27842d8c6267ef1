"use strict";
/* The facts of the page and which of them show: no document, no canvas. `shown.py` has the same rule. */

/**
 * @typedef {{since?: string, since_latest?: string, until?: string, until_latest?: string,
 *   until_known?: boolean, status?: string, note?: string}} Spanned
 * @typedef {{dataset?: string, sources?: string[], checked?: string | null}} Grounded
 * @typedef {{id: string, name: string, label: string, names: string[]}} Party
 * @typedef {Grounded & {id: string, title: string, kind: string, force: string, url: string | null,
 *   details: [string, string][]}} Agreement
 * @typedef {Grounded & {id: string, agreement: number, name: string, kind: string, force: string,
 *   rank: number, summary: string, details: [string, string][]}} Obligation
 * @typedef {Spanned & Grounded & {obligation: number, party: number, owes?: boolean}} Arrow
 * @typedef {Spanned & Grounded & {kind: string, party: number, organization: number, stage: string | null}} Tie
 * @typedef {{party?: number, agreement?: number}} GraphNode
 * @typedef {Grounded & {agreement: number, organization: number}} Founding
 * @typedef {{id: string, from: number, to: number, arrows?: number[], tie?: number, founding?: number}} Line
 * @typedef {{kind: string, centre: string[], hops: number, pairs: [string, string][]}} View
 * @typedef {{title: string, publisher: string, url: string | null, on: string | null}} Source
 * @typedef {{about: any, view: View, kinds: Record<string, string>, forces: Record<string, string>,
 *   parties: Party[], agreements: Agreement[], obligations: Obligation[], arrows: Arrow[], ties: Tie[],
 *   foundings: Founding[], sources: Record<string, Source>, nodes: GraphNode[], lines: Line[]}} Facts
 * @typedef {{on: string, kinds: Set<string>, forces: Set<string>}} Filter  kinds and forces that are off
 * @typedef {{arrows: Map<number, boolean>, ties: Map<number, boolean>, foundings: Set<number>,
 *   obligations: Set<number>}} Shown
 *   by index, with true for what is certainly in force and false for what possibly is
 */

/**
 * Kinds by group: a group has a colour. Ties, which are no promises, have one too.
 * @type {Record<string, string[]>}
 */
const GROUPS = {
  defence: ["defense", "offense"],
  consultation: ["consultation", "guarantee"],
  help: ["security-assistance", "basing", "arms-access", "information-sharing", "exercises",
    "status-of-forces", "industry", "financial", "reform"],
  restraint: ["neutrality", "nonaggression", "restraint"],
  membership: ["open-door", "membership", "candidacy"],
};

/**
 * Ties and their meaning, as kinds beside the kinds of obligation.
 * @type {Record<string, string>}
 */
const TIES = { membership: "is a member of the organization", candidacy: "is on the way to membership" };

/** @param {string} kind */
function groupOf(kind) {
  return Object.keys(GROUPS).find((name) => GROUPS[name].includes(kind)) ?? "help";
}

/**
 * True: certainly in force on that day; false: possibly; null: not.
 * @param {Spanned} fact
 * @param {string} on
 */
function holds(fact, on) {
  const status = fact.status ?? "in force";
  const begun = !fact.since || fact.since <= on;
  const ended = fact.until && (fact.until_latest ?? fact.until) <= on;
  if (!begun || ended || status === "suspended") return null;
  const surelyBegun = fact.since && (fact.since_latest ?? fact.since) <= on;
  const running = fact.until ? fact.until > on : fact.until_known !== false;
  return Boolean(surelyBegun && running && status !== "disputed");
}

/**
 * What shows under a filter: the one function behind drawing, counts, details and table.
 * @param {Facts} facts
 * @param {Filter} filter
 * @returns {Shown}
 */
function show(facts, filter) {
  /** @type {Map<number, boolean>} */
  const standing = new Map();
  facts.arrows.forEach((arrow, index) => {
    const { kind, force } = facts.obligations[arrow.obligation];
    const state = filter.kinds.has(kind) || filter.forces.has(force) ? null : holds(arrow, filter.on);
    if (state !== null) standing.set(index, state);
  });
  const ends = endsOf(facts, standing.keys());
  const wanted = wantedBy(facts, ends);
  const arrows = new Map([...standing].filter(([index]) => wanted(facts.arrows[index])));
  const ties = new Map();
  facts.ties.forEach((tie, index) => {
    const state = filter.kinds.has(tie.kind) ? null : holds(tie, filter.on);
    if (state !== null) ties.set(index, state);
  });
  const obligations = new Set([...arrows.keys()].map((i) => facts.arrows[i].obligation));
  const agreements = new Set([...obligations].map((i) => facts.obligations[i].agreement));
  const foundings = new Set(facts.foundings.flatMap((each, i) => (agreements.has(each.agreement) ? i : [])));
  return { arrows, ties, foundings, obligations };
}

/**
 * Whether anything that a line stands for shows.
 * @param {Line} line
 * @param {Shown} shown
 */
function draws(line, shown) {
  if (line.tie !== undefined) return shown.ties.has(line.tie);
  if (line.founding !== undefined) return shown.foundings.has(line.founding);
  return (line.arrows ?? []).some((i) => shown.arrows.has(i));
}

/**
 * Who owes and who is owed each obligation, by index.
 * @param {Facts} facts
 * @param {Iterable<number>} arrows
 */
function endsOf(facts, arrows) {
  /** @type {Map<number, {owing: Set<number>, owed: Set<number>}>} */
  const ends = new Map();
  for (const index of arrows) {
    const arrow = facts.arrows[index];
    const both = ends.get(arrow.obligation) ?? { owing: new Set(), owed: new Set() };
    both[arrow.owes ? "owing" : "owed"].add(arrow.party);
    ends.set(arrow.obligation, both);
  }
  return ends;
}

/**
 * Whether an arrow belongs to the view of this page, given who owes and is owed on the day.
 * @param {Facts} facts
 * @param {ReturnType<typeof endsOf>} ends
 * @returns {(arrow: Arrow) => boolean}
 */
function wantedBy(facts, ends) {
  const addressed = new Set(facts.arrows.filter((arrow) => !arrow.owes).map((arrow) => arrow.obligation));
  const { pair, alone } = viewOf(facts, ends);
  return (arrow) => {
    const both = /** @type {{owing: Set<number>, owed: Set<number>}} */ (ends.get(arrow.obligation));
    if (arrow.owes && !addressed.has(arrow.obligation)) return alone(arrow.party);
    for (const other of arrow.owes ? both.owed : both.owing) {
      if (other === arrow.party) continue;
      if (arrow.owes ? pair(arrow.party, other) : pair(other, arrow.party)) return true;
    }
    return false;
  };
}

/**
 * The view as two questions: is this promise, from one party to another, in it; is a promise to a class?
 * @param {Facts} facts
 * @param {ReturnType<typeof endsOf>} ends
 * @returns {{pair: (debtor: number, beneficiary: number) => boolean, alone: (debtor: number) => boolean}}
 */
function viewOf(facts, ends) {
  const { kind, centre, hops, pairs } = facts.view;
  const index = new Map(facts.parties.map((party, i) => [party.id, i]));
  const centres = new Set(centre.flatMap((id) => index.get(id) ?? []));
  if (kind === "around") {
    const near = nearTo(centres, hops, ends);
    return { pair: (one, two) => near.has(one) || near.has(two), alone: (one) => near.has(one) };
  }
  if (kind === "owed") return { pair: (_, two) => centres.has(two), alone: () => false };
  if (kind === "pairs") {
    const wanted = new Set(pairs.map(([one, two]) => `${index.get(one)}>${index.get(two)}`));
    return { pair: (one, two) => wanted.has(`${one}>${two}`), alone: () => false };
  }
  return { pair: () => true, alone: () => true };
}

/**
 * Parties fewer than `hops` steps from a centre; a step follows a promise, either way.
 * @param {Set<number>} centres
 * @param {number} hops
 * @param {ReturnType<typeof endsOf>} ends
 */
function nearTo(centres, hops, ends) {
  const near = new Set(centres);
  let edge = centres;
  for (let step = 1; step < hops; step += 1) {
    /** @type {Set<number>} */
    const reached = new Set();
    for (const { owing, owed } of ends.values()) {
      if ([...edge].some((party) => owing.has(party))) owed.forEach((party) => reached.add(party));
      if ([...edge].some((party) => owed.has(party))) owing.forEach((party) => reached.add(party));
    }
    edge = new Set([...reached].filter((party) => !near.has(party)));
    edge.forEach((party) => near.add(party));
  }
  return near;
}

/**
 * How many obligations and ties each kind and each force would show if it alone were switched on besides.
 * @param {Facts} facts
 * @param {Filter} filter
 */
function counts(facts, filter) {
  /** @type {Map<string, number>} */
  const kinds = new Map();
  /** @type {Map<string, number>} */
  const forces = new Map();
  const anyKind = show(facts, { ...filter, kinds: new Set() });
  const anyForce = show(facts, { ...filter, forces: new Set() });
  const add = (/** @type {Map<string, number>} */ map, /** @type {string} */ key) =>
    map.set(key, (map.get(key) ?? 0) + 1);
  anyKind.obligations.forEach((index) => add(kinds, facts.obligations[index].kind));
  anyKind.ties.forEach((_, index) => add(kinds, facts.ties[index].kind));
  anyForce.obligations.forEach((index) => add(forces, facts.obligations[index].force));
  return { kinds, forces };
}

const FORCE_ORDER = ["binding", "domestic-law", "contested", "political", "unknown"];

/**
 * Sorts obligations, by index, the firmest first: by rank, legal force, kind.
 * @param {Facts} facts
 * @returns {(one: number, other: number) => number}
 */
function firmest(facts) {
  const kinds = Object.keys(facts.kinds);
  return (one, other) => {
    const [a, b] = [facts.obligations[one], facts.obligations[other]];
    return b.rank - a.rank || FORCE_ORDER.indexOf(a.force) - FORCE_ORDER.indexOf(b.force)
      || kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || one - other;
  };
}

/**
 * Days as words: `2004`, `2004-03`, `2004-03-29`, or from one to another.
 * @param {string} first
 * @param {string} last
 */
function dayText(first, last) {
  if (first === last) return first;
  if (first.endsWith("-01-01") && last === `${first.slice(0, 4)}-12-31`) return first.slice(0, 4);
  const end = new Date(Date.UTC(Number(first.slice(0, 4)), Number(first.slice(5, 7)), 0));
  if (first.endsWith("-01") && last === end.toISOString().slice(0, 10)) return first.slice(0, 7);
  return `between ${first} and ${last}`;
}

/** @param {Spanned} fact */
function spanText(fact) {
  const words = [fact.since ? `since ${dayText(fact.since, fact.since_latest ?? fact.since)}`
    : "since an unknown day"];
  if (fact.until) words.push(`until ${dayText(fact.until, fact.until_latest ?? fact.until)}`);
  else if (fact.until_known === false) words.push("whether it ended is not known");
  if (fact.status) words.push(fact.status);
  return words.join(", ");
}

/**
 * A name without case and accents, to look it up by.
 * @param {string} text
 */
function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

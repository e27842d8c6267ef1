/*
 * Chains of promises from one party to another among what the page shows, by the rule of `foedera path`: the
 * strongest weakest link, then the fewest hops, then the parties' ids; only where no chain is certain, a possible one.
 */

const MAX_HOPS = 4;
const MAX_CHAINS = 3;

/**
 * The chains that the state asks for, the best first, at most three; null where it asks for none.
 * @param {Facts} facts
 * @param {Shown} shown
 * @param {Chain | null} asked
 * @returns {Chains | null}
 */
function chainsOf(facts, shown, asked) {
  const known = chainsFound.get(shown);
  if (known && known.asked === asked) return known.found;
  const found = asked && asked.from && asked.to && asked.from !== asked.to ? searched(facts, shown, asked) : null;
  chainsFound.set(shown, { asked, found });
  return found;
}

/** @type {WeakMap<Shown, {asked: Chain | null, found: Chains | null}>} */
const chainsFound = new WeakMap();

/**
 * @param {Facts} facts
 * @param {Shown} shown
 * @param {Chain} asked
 * @returns {Chains}
 */
function searched(facts, shown, asked) {
  const [source, target] = [asked.from, asked.to].map((id) => facts.partyOf.get(id ?? "") ?? -1);
  const promises = promisesIn(facts, shown, asked.any);
  const doubtful = promises.some((i) => shown.obligations[i] === POSSIBLY);
  const searchedAmong = { any: asked.any, among: promises.length, doubtful, shown: shown.count.obligations };
  for (const least of [CERTAINLY, POSSIBLY]) {
    const links = linksOf(facts, shown, promises, least);
    const best = firstOf(bestWalks(facts, links, source, target), MAX_CHAINS);
    if (best.length) {
      const chains = best.map((parties) => parties.slice(1).map((end, i) => hopOf(facts, shown, promises, parties[i], end, least)));
      const direct = best.every((parties) => parties.length > 2) ? hopOf(facts, shown, promises, source, target, least) : null;
      return { certain: least === CERTAINLY, ...searchedAmong, chains, direct: direct?.commitments.length ? direct : null };
    }
  }
  return { certain: false, ...searchedAmong, chains: [], direct: null };
}

/**
 * The obligations in force that a chain may follow, by index: support, or any kind.
 * @param {Facts} facts
 * @param {Shown} shown
 * @param {boolean} any
 */
function promisesIn(facts, shown, any) {
  return facts.obligations.flatMap(({ kind }, i) =>
    (shown.obligations[i] >= POSSIBLY && (any || !facts.notSupport.has(kind)) ? i : []));
}

/**
 * Whether a chain may go over an arrow: it holds, and the page's scenario, if it has one, does not lose it.
 * @param {Facts} facts
 * @param {Shown} shown
 * @param {number} arrow  by index
 * @param {number} least
 */
function carries(facts, shown, arrow, least) {
  return shown.arrows[arrow] >= least && changeOn(shown, facts.arrows[arrow]) !== "lost";
}

/** @typedef {Map<number, number>[]} Links  of each party, to which others and with what rank at best */

/**
 * @param {Facts} facts
 * @param {Shown} shown
 * @param {number[]} promises
 * @param {number} least  how surely both its arrows are to hold
 * @returns {Links}
 */
function linksOf(facts, shown, promises, least) {
  const { owing, owed } = sides(facts);
  const links = facts.parties.map(() => /** @type {Map<number, number>} */ (new Map()));
  const there = (/** @type {number[]} */ arrows) =>
    new Set(arrows.flatMap((i) => (carries(facts, shown, i, least) ? facts.arrows[i].party : [])));
  for (const promise of promises) {
    const { rank } = facts.obligations[promise];
    const ends = there(owed[promise]);
    for (const start of there(owing[promise])) {
      for (const end of ends) {
        if (end !== start && (links[start].get(end) ?? -1) < rank) links[start].set(end, rank);
      }
    }
  }
  return links;
}

/**
 * Every chain as its parties, best first.
 * @param {Facts} facts
 * @param {Links} links
 * @param {number} source
 * @param {number} target
 */
function* bestWalks(facts, links, source, target) {
  const ids = facts.parties.map(({ id }) => id);
  const ranks = [...new Set(links.flatMap((ends) => [...ends.values()]))].sort((a, b) => b - a);
  for (const floor of ranks) {
    const firm = links.map((ends) => [...ends].flatMap(([end, rank]) => (rank >= floor ? end : [])));
    firm.forEach((ends) => ends.sort((a, b) => (ids[a] < ids[b] ? -1 : Number(ids[a] > ids[b]))));
    const left = stepsTo(firm, target);
    for (let length = Math.max(left[source], 1); length <= MAX_HOPS; length += 1) {
      for (const parties of walks(firm, left, [source], target, length)) {
        if (parties.some((end, i) => i && links[parties[i - 1]].get(end) === floor)) yield parties;
      }
    }
  }
}

/**
 * How many hops each party is from the target, at least.
 * @param {number[][]} firm
 * @param {number} target
 */
function stepsTo(firm, target) {
  const before = firm.map(() => /** @type {number[]} */ ([]));
  firm.forEach((ends, start) => ends.forEach((end) => before[end].push(start)));
  const found = new Float64Array(firm.length).fill(Infinity);
  found[target] = 0;
  let edge = [target];
  for (let step = 1; step <= MAX_HOPS && edge.length; step += 1) {
    edge = [...new Set(edge.flatMap((end) => before[end]))].filter((start) => found[start] === Infinity);
    for (const start of edge) found[start] = step;
  }
  return found;
}

/**
 * Walks of that length that pass nobody twice, in the order of the parties' ids.
 * @param {number[][]} firm
 * @param {Float64Array} left
 * @param {number[]} parties
 * @param {number} target
 * @param {number} length
 * @returns {Generator<number[]>}
 */
function* walks(firm, left, parties, target, length) {
  for (const end of firm[parties[parties.length - 1]]) {
    if (length === 1) {
      if (end === target) yield [...parties, end];
    } else if (end !== target && left[end] < length && !parties.includes(end)) {
      yield* walks(firm, left, [...parties, end], target, length - 1);
    }
  }
}

/**
 * @template Item
 * @param {Generator<Item>} all
 * @param {number} count
 */
function firstOf(all, count) {
  /** @type {Item[]} */
  const found = [];
  for (const each of all) {
    found.push(each);
    if (found.length === count) break;
  }
  return found;
}

/**
 * One step: its promises, the strongest first.
 * @param {Facts} facts
 * @param {Shown} shown
 * @param {number[]} promises
 * @param {number} from
 * @param {number} to
 * @param {number} least
 * @returns {ChainHop}
 */
function hopOf(facts, shown, promises, from, to, least) {
  const { owing, owed } = sides(facts);
  const of = (/** @type {number[]} */ arrows, /** @type {number} */ party) =>
    arrows.filter((i) => carries(facts, shown, i, least) && facts.arrows[i].party === party);
  const found = promises.flatMap((promise) => of(owing[promise], from).flatMap((one) =>
    of(owed[promise], to).map((other) => commitmentOf(facts, shown, one, other))));
  return { from, to, commitments: found.sort(stronger) };
}

/**
 * What one arrow and its counterpart come to: a promise of one party to another.
 * @param {Facts} facts
 * @param {Shown} shown
 * @param {number} owing
 * @param {number} owed
 * @returns {Commitment}
 */
function commitmentOf(facts, shown, owing, owed) {
  const [one, other] = [facts.arrows[owing], facts.arrows[owed]];
  const promise = facts.obligations[one.obligation];
  const status = STATUSES.find((each) => each === one.status || each === other.status) ?? null;
  const notes = [one, other].filter(({ note }) => note)
    .map(({ party, note }) => `of ${whose(facts.parties[party])} part: ${note}`);
  return {
    promise, owing, owed,
    span: { ...common(one, other), status, note: notes.join("; ") || null },
    certain: Math.min(shown.arrows[owing], shown.arrows[owed]) === CERTAINLY,
    checked: comparedOf([promise, one, other]) !== "unchecked",
    sources: [...new Set([promise, one, other].flatMap((each) => each.sources))],
  };
}

/** The worst first. */
const STATUSES = ["suspended", "disputed", "dormant"];

/** @param {Commitment} one @param {Commitment} other */
function stronger(one, other) {
  const weights = (/** @type {Commitment} */ { promise, span, checked }) =>
    [-promise.rank, Number(span.status !== null), FORCE_ORDER.indexOf(promise.force), Number(!checked)];
  const [a, b] = [weights(one), weights(other)];
  const differs = a.findIndex((weight, i) => weight !== b[i]);
  if (differs >= 0) return a[differs] - b[differs];
  return one.promise.id < other.promise.id ? -1 : Number(one.promise.id > other.promise.id);
}

const NEVER = dayNumber("9999-12-31");
const EVER = dayNumber("0001-01-01");

/**
 * The time in which both hold, as `Span.within` has it.
 * @param {Spanned} one
 * @param {Spanned} other
 */
function common(one, other) {
  const begins = [one, other].filter(({ since }) => since !== null);
  const ends = [one, other].filter(({ until }) => until !== null);
  const pick = (/** @type {Spanned[]} */ all, /** @type {"since" | "until"} */ name, /** @type {(...days: number[]) => number} */ of) =>
    (all.length ? [of(...all.map((each) => Number(each[name]))), of(...all.map((each) => Number(each[`${name}_latest`] ?? each[name])))] : [null, null]);
  const [since, sinceLatest] = pick(begins, "since", Math.max);
  const [until, untilLatest] = pick(ends, "until", Math.min);
  const known = one.until_known && other.until_known;
  return {
    since,
    since_latest: begins.length === 1 ? NEVER : sinceLatest,
    until: until !== null && !known ? (since ?? EVER) : until,
    until_latest: untilLatest,
    until_known: known || until !== null,
  };
}

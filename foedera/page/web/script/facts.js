/* The facts of the page, joined: rows that know one another by index, and a key for whatever can be selected. */

/**
 * @param {any} block  as it was packed
 * @returns {Facts}
 */
function readFacts(block) {
  const tables = ["parties", "agreements", "obligations", "arrows", "ties", "foundings"];
  /** @type {any} */
  const rows = Object.fromEntries(tables.map((name) => [name, rowsOf(block[name])]));
  const places = rowsOf(block.drawing.nodes);
  const ends = rowsOf(block.drawing.edges);
  const nodes = rowsOf(block.nodes).map(({ party = null, agreement = null }, i) =>
    ({ party, agreement, x: places[i].x, y: places[i].y }));
  const lines = rowsOf(block.lines).map(({ tie = null, founding = null, shares }, i) =>
    ({ from: ends[i].from, to: ends[i].to, bend: ends[i].bend, arrows: [...(shares ?? [])], tie, founding }));
  /** @type {Facts} */
  const facts = {
    ...rows,
    about: block.about,
    view: block.view,
    kinds: new Map(block.kinds),
    notSupport: new Set(block.not_support),
    nouns: block.nouns,
    forces: new Map(block.forces),
    tieKinds: new Map(block.ties_meaning),
    sources: new Map(rowsOf(block.sources).map((source) => [source.id, source])),
    nodes,
    lines,
    places,
    world: readWorld(block.map),
    around: new Map(),
    options: block.drawing.options,
    partyOf: new Map(),
    centre: new Set(),
    alone: new Set(nodes.keys()),
    roles: new Map(),
  };
  for (const { from, to } of lines) for (const end of [from, to]) facts.alone.delete(end);
  joinPhases(facts.arrows, ({ obligation, party, owes }) => 2 * (obligation * facts.parties.length + party) + Number(owes));
  joinPhases(facts.ties, ({ kind, stage, line }) => `${kind}|${stage}|${facts.lines[line].from}|${facts.lines[line].to}`);
  facts.arrows.forEach(({ line }, i) => { if (line !== null) facts.lines[line].arrows.push(i); });
  facts.parties.forEach(({ id }, i) => facts.partyOf.set(id, i));
  const centre = new Set(facts.view.centre.map((id) => facts.partyOf.get(id)));
  const roles = new Map(facts.about.roles.map(([id, role]) => [facts.partyOf.get(id), role]));
  nodes.forEach(({ party }, i) => {
    if (party !== null && centre.has(party)) facts.centre.add(i);
    const role = party === null ? undefined : roles.get(party);
    if (role) facts.roles.set(i, role);
  });
  return facts;
}

/**
 * @template Item, Key
 * @param {Item[]} items
 * @param {(item: Item) => Key} keyOf
 * @returns {Map<Key, Item[]>} in the order of their first items
 */
function grouped(items, keyOf) {
  const found = /** @type {Map<Key, Item[]>} */ (new Map());
  for (const item of items) {
    const key = keyOf(item);
    const known = found.get(key);
    if (known) known.push(item);
    else found.set(key, [item]);
  }
  return found;
}

/** @type {WeakMap<Facts, Map<string, Thing>>} */
const thingsOf = new WeakMap();

/**
 * What a key (`party:JPN`, `agreement:nato`, `line:nato|EST`) stands for, of whatever can be selected.
 * @param {Facts} facts
 * @param {string | null} key
 * @returns {Thing | undefined}
 */
function thingOf(facts, key) {
  if (key === null) return undefined;
  const found = thingsOf.get(facts) ?? new Map();
  if (!found.size) {
    facts.parties.forEach(({ id }, index) => found.set(`party:${id}`, { kind: "party", index }));
    facts.agreements.forEach(({ id }, index) => found.set(`agreement:${id}`, { kind: "agreement", index }));
    facts.lines.forEach((_, index) => found.set(lineKey(facts, index), { kind: "line", index }));
    thingsOf.set(facts, found);
  }
  return found.get(key);
}

/**
 * The key of a line: of what it stands for and of the parties at its ends.
 * @param {Facts} facts
 * @param {number} index
 */
function lineKey(facts, index) {
  const line = facts.lines[index];
  const ends = [line.from, line.to].flatMap((node) => facts.nodes[node].party ?? []).map((i) => facts.parties[i].id);
  if (line.tie !== null) {
    const tie = facts.ties[line.tie];
    const keys = [line.from, line.to].map((end) => nodeKey(facts, end).replace(/^party:/, ""));
    return `line:${[tie.kind, ...keys, tie.stage ?? "", tie.since ?? "", ...changed(tie.change)].join("|")}`;
  }
  if (line.pair) return `line:|${ends.join("|")}`;
  const { id } = facts.agreements[agreementOf(facts, line)];
  return `line:${[id, ...ends, ...(line.founding === null ? changed(changeOf(facts, line)) : ["founding"])].join("|")}`;
}

/** @param {string | null} change */
function changed(change) {
  return change === null ? [] : [change];
}

/**
 * The agreement behind a line that is no tie, by index.
 * @param {Facts} facts
 * @param {Line} line
 */
function agreementOf(facts, line) {
  if (line.founding !== null) return facts.foundings[line.founding].agreement;
  return facts.obligations[facts.arrows[line.arrows[0]].obligation].agreement;
}

/**
 * The key of a node: of the party or the agreement that it stands for.
 * @param {Facts} facts
 * @param {number} index
 */
function nodeKey(facts, index) {
  const { party, agreement } = facts.nodes[index];
  return party === null ? `agreement:${facts.agreements[agreement ?? 0].id}` : `party:${facts.parties[party].id}`;
}

/**
 * The node that stands for a thing, or -1.
 * @param {Facts} facts
 * @param {Thing | undefined} thing
 */
function nodeOf(facts, thing) {
  if (!thing || thing.kind === "line") return -1;
  const { kind, index } = thing;
  return facts.nodes.findIndex((node) => node[kind] === index);
}

/** @param {Facts} facts @param {number} index */
function nodeName(facts, index) {
  const { party, agreement } = facts.nodes[index];
  return party === null ? facts.agreements[agreement ?? 0].title : facts.parties[party].name;
}

/** @param {Facts} facts @param {Line} line */
function lineTitle(facts, line) {
  if (line.tie !== null) {
    const tie = facts.ties[line.tie];
    const what = tie.kind === "membership" ? "member of" : `${tie.kind === "candidacy" ? tie.stage ?? "candidate" : tie.kind}:`;
    return `${nodeName(facts, line.from)}, ${what} ${nodeName(facts, line.to)}`;
  }
  if (line.pair) {
    const names = [line.from, line.to].flatMap((node) => facts.nodes[node].party ?? []).map((i) => facts.parties[i].name);
    const agreements = new Set(line.arrows.map((i) => facts.obligations[facts.arrows[i].obligation].agreement));
    const one = agreements.size === 1 ? facts.agreements[[...agreements][0]].title : `${agreements.size} agreements with others`;
    return `${names.join(" and ")}: ${one}`;
  }
  const { title } = facts.agreements[agreementOf(facts, line)];
  if (line.founding !== null) {
    return `${facts.parties[facts.foundings[line.founding].organization].name}, constituted by ${title}`;
  }
  const names = [line.from, line.to].flatMap((node) => facts.nodes[node].party ?? []).map((i) => facts.parties[i].name);
  return facts.nodes[line.to].agreement === null ? `${names.join(" and ")}: ${title}` : `${names[0]} under ${title}`;
}

/** @type {WeakMap<Facts, Int32Array>} */
const firmnesses = new WeakMap();

/**
 * A number for each obligation, the lower the firmer: by rank, legal force, kind, order.
 * @param {Facts} facts
 */
function firmness(facts) {
  const known = firmnesses.get(facts);
  if (known) return known;
  const kinds = new Map([...facts.kinds.keys()].map((kind, i) => [kind, i + 1]));
  const count = facts.obligations.length;
  const weights = Float64Array.from(facts.obligations, ({ rank, force, kind }, i) =>
    (((9 - rank) * 16 + FORCE_ORDER.indexOf(force) + 1) * 64 + (kinds.get(kind) ?? 0)) * count + i);
  const found = new Int32Array(count);
  weights.sort().forEach((weight, place) => { found[weight % count] = place; });
  firmnesses.set(facts, found);
  return found;
}

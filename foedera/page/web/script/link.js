/* The state as a link: what differs from the page as it opens, in words, for the address after its #. */

/** @typedef {{state: State, bad: string[], asked: string | null}} FromLink  what the page has no such thing for is in `bad`; the day that was asked for, shown or not */

/**
 * How each part of the state is written and read; what cannot be read is undefined.
 * @type {{[Name in keyof State]: {write: (value: any) => string, read: (text: string, facts: Facts, first: State) => State[Name] | undefined}}}
 */
const FIELDS = {
  day: { write: dayOf, read: readDay },
  off: { write: writeOff, read: readOff },
  times: { write: (names) => names.join(), read: readTimes },
  as: { write: String, read: (text) => (text === "graph" || text === "table" ? text : undefined) },
  layout: { write: String, read: (text) => (text === "network" || text === "map" ? text : undefined) },
  pairs: { write: String, read: (text) => (text === "true" || text === "false" ? text === "true" : undefined) },
  selected: { write: escaped, read: readSelected },
  focus: { write: ({ party, hops }) => `${escaped(party)},${hops}`, read: readFocus },
  chain: { write: writeChain, read: readChain },
  camera: { write: ({ x, y, scale }) => [Math.round(x), Math.round(y), Number(scale.toPrecision(3))].join(), read: readCamera },
};

/**
 * What comes after the # in a link to this state; nothing where it is the page as it opens.
 * @param {State} state
 * @param {State} first
 */
function linkOf(state, first) {
  const said = { ...state, chain: state.chain?.from && state.chain.to ? state.chain : null };
  return statesOf(FIELDS).filter((name) => !same(said[name], first[name]))
    .map((name) => `${name}=${FIELDS[name].write(said[name])}`).join("&");
}

/**
 * The state that a link speaks of, as far as the page can follow it.
 * @param {Facts} facts
 * @param {string} link  what comes after the #
 * @param {State} first  for what the link does not speak of
 * @returns {FromLink}
 */
function fromLink(facts, link, first) {
  /** @type {Record<string, unknown>} */
  const found = { ...first };
  /** @type {string[]} */
  const bad = [];
  let asked = null;
  for (const part of asWritten(link).split("&").filter(Boolean)) {
    const [name, text] = [part.slice(0, part.indexOf("=")), part.slice(part.indexOf("=") + 1)];
    const read = (/** @type {string} */ said) => FIELDS[/** @type {keyof State} */ (name)].read(said, facts, first);
    const known = Object.hasOwn(FIELDS, name);
    // mail and chat programs write commas and colons of an address as %2C and %3A
    const value = known ? attempt(() => read(text)) ?? attempt(() => read(decodeURIComponent(text))) : undefined;
    if (value === undefined) bad.push(shortened(attempt(() => decodeURIComponent(part)) ?? part));
    else found[name] = value;
    if (name === "day" && value !== undefined) asked = decodeURIComponent(text);
  }
  return { state: /** @type {State} */ (/** @type {unknown} */ (found)), bad, asked };
}

/**
 * A link as it was before a mail program or a web page wrote all of it otherwise.
 * @param {string} link
 */
function asWritten(link) {
  const whole = link.includes("=") ? link : attempt(() => decodeURIComponent(link)) ?? link;
  return whole.replaceAll("&amp;", "&");
}

/** @param {object} record  with a field for each part of the state */
function statesOf(record) {
  return /** @type {(keyof State)[]} */ (Object.keys(record));
}

/** @param {unknown} one @param {unknown} other */
function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * @template Found
 * @param {() => Found} read
 */
function attempt(read) {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/**
 * A key in a link: what keys are made of stays readable.
 * @param {string} text
 */
function escaped(text) {
  return encodeURIComponent(text).replace(/~/g, "%7E").replace(/%7C/g, "~").replace(/%3A/g, ":").replace(/%2F/g, "/");
}

/** @param {string} text */
function unescaped(text) {
  return decodeURIComponent(text.replace(/~/g, "%7C"));
}

/** @param {string} text @param {Facts} facts */
function readSelected(text, facts) {
  const key = unescaped(text);
  return thingOf(facts, key) || isPairKey(facts, key) ? key : undefined;
}

/**
 * The day of a link; one after the last is answered as of that.
 * @param {string} text
 * @param {Facts} facts
 */
function readDay(text, { about }) {
  const known = /^\d{4}-\d\d-\d\d$/.test(text) && text >= FIRST_DAY && attempt(() => dayOf(dayNumber(text))) === text;
  return known ? Math.min(dayNumber(text), dayNumber(about.last)) : undefined;
}

/** @param {Off} off */
function writeOff(off) {
  return Object.entries(off).filter(([, names]) => names.length).map(([which, names]) => `${which}:${names.map(escaped).join()}`).join(";");
}

/** @param {string} text @param {Facts} facts @param {State} first */
function readOff(text, facts, first) {
  /** @type {Record<string, readonly string[]>} */
  const found = { ...first.off };
  const kinds = [...facts.obligations, ...facts.ties].map(({ kind }) => kind);
  const known = new Set([...kinds, ...facts.kinds.keys(), ...facts.tieKinds.keys(), ...facts.forces.keys(), ...CHANGES.keys()]);
  for (const group of text.split(";")) {
    const [which, list = ""] = group.split(":");
    const names = list.split(",").filter(Boolean).map(unescaped);
    if (!Object.hasOwn(found, which) || !names.every((name) => known.has(name))) return undefined;
    found[which] = names;
  }
  return /** @type {Off} */ (/** @type {unknown} */ (found));
}

/** @param {string} text */
function readTimes(text) {
  const names = text.split(",").filter(Boolean);
  return names.every((name) => TIMES.has(name)) ? names : undefined;
}

/** @param {string} text @param {Facts} facts */
function readFocus(text, facts) {
  const [id, hops] = text.split(",");
  const party = unescaped(id);
  return facts.partyOf.has(party) && FOCUS_HOPS.includes(Number(hops)) ? { party, hops: Number(hops) } : undefined;
}

/**
 * A chain with both ends; null, in a link as nothing, where the page opens with one.
 * @param {Chain | null} chain
 */
function writeChain(chain) {
  if (!chain) return "";
  const { from, to, any, nth } = chain;
  return [escaped(String(from)), escaped(String(to)), ...(any ? ["any"] : []), ...(nth ? [`no.${nth + 1}`] : [])].join();
}

/**
 * @param {string} text
 * @param {Facts} facts
 * @returns {Chain | null | undefined}
 */
function readChain(text, facts) {
  if (!text) return null;
  const [from, to, ...more] = text.split(",").map(unescaped);
  const nth = more.find((each) => /^no\.[23]$/.test(each));
  const known = [from, to].every((id) => facts.partyOf.has(id));
  if (!known || more.some((each) => each !== "any" && each !== nth)) return undefined;
  return { from, to, any: more.includes("any"), nth: nth ? Number(nth.slice(3)) - 1 : 0 };
}

/** @param {string} text */
function readCamera(text) {
  const [x, y, scale] = text.split(",").map(Number);
  const sound = [x, y, scale].every(Number.isFinite) && scale > 0.001 && scale < 100;
  return sound && Math.abs(x) < 1e6 && Math.abs(y) < 1e6 ? { x, y, scale } : undefined;
}

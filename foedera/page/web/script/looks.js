/* How lines and nodes look: colour by kind, dash by legal force, width by rank. */

/**
 * Dashes by legal force; none for what binds, since dashes are dear to draw.
 * @type {Map<string, number[]>}
 */
const DASHES = new Map([
  ["domestic-law", [14, 4]],
  ["contested", [9, 4, 2, 4]],
  ["political", [6, 5]],
  ["unknown", [2, 5]],
]);
const CANDIDACY_DASHES = [2, 5];
const LOST_DASHES = [8, 5];
const PARTIES = new Set(["Country", "Organization"]);
const WIDTHS = [1.2, 1.2, 1.4, 2, 2.6, 3.2];
/** How opaque a line is that holds only possibly; a ring in its middle tells it apart in print too, whatever its colour and dashes. */
const UNSURE_OPACITY = 0.6;

/**
 * The colours of the present theme, as the style sheet has them.
 * @returns {Palette}
 */
function palette() {
  const style = getComputedStyle(document.documentElement);
  const names = ["ink", "paper", "muted", "country", "organization", "hub", "pick", "sea", "land", "shore", "gained", "lost", "unchanged", ...Object.keys(GROUPS)];
  return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

/**
 * How a line looks that shows: by the firmest promise on it that does.
 * @param {Facts} facts
 * @param {Line} line
 * @param {{obligation: number, state: number, change: string | null}} now  the firmest obligation, by index, -1 for a line without
 *   promises; how the line stands on the day, and what a scenario does with it
 * @param {Palette} colours
 */
function lineLook(facts, line, { obligation, state, change }, colours) {
  if (state < POSSIBLY) return { stroke: colours.muted, width: 1.2, dashes: TIME_DASHES[state], opacity: 0.7, unsure: false };
  const unsure = state === POSSIBLY || (obligation >= 0 && facts.obligations[obligation].perhaps);
  const opacity = unsure ? UNSURE_OPACITY : 0.85;
  if (change !== null) return { stroke: colours[change], ...changeLook(change), opacity: 1, unsure };
  if (line.founding !== null) return { stroke: colours.hub, width: 4, dashes: [], opacity, unsure };
  if (line.tie !== null) {
    const { kind } = facts.ties[line.tie];
    const dashes = kind === "candidacy" ? CANDIDACY_DASHES : [];
    return { stroke: colours[kindColour(facts, kind)], width: groupOf(kind) === "membership" && facts.obligations.length ? 1 : 2, dashes, opacity, unsure };
  }
  const { kind, force, rank } = facts.obligations[obligation];
  if (hasChanges(facts)) return { stroke: colours.unchanged, width: 1.2, dashes: DASHES.get(force) ?? [], opacity: opacity / 2, unsure };
  const stroke = ofAttacker(facts, line) ? colours.unchanged : colours[groupOf(kind)];
  if (line.pair) return { stroke, width: 1, dashes: DASHES.get(force) ?? [], opacity: opacity * 0.75, unsure };
  return { stroke, width: WIDTHS[rank] ?? 1.2, dashes: DASHES.get(force) ?? [], opacity, unsure };
}

/**
 * How a node looks; hubs are small, parties grow with their lines.
 * @param {Facts} facts
 * @param {number} node
 * @param {Pick<Shown, "degrees" | "about">} shown
 * @param {Palette} colours
 * @returns {NodeLook}
 */
function nodeLook(facts, node, { degrees, about }, colours) {
  const { party } = facts.nodes[node];
  if (party === null) return { node, shape: "diamond", size: 6, fill: colours.hub, rim: colours.paper, rimWidth: 1 };
  const { label } = facts.parties[party];
  const organization = label === "Organization";
  const centre = about.has(node);
  return {
    node,
    shape: organization ? "square" : PARTIES.has(label) ? "dot" : "triangle",
    size: Math.min(7 + 0.8 * Math.sqrt(degrees[node]), 14) + (centre ? 4 : 0),
    fill: facts.roles.get(node) === "attacker" ? colours.paper : organization ? colours.organization : PARTIES.has(label) ? colours.country : colours.hub,
    rim: centre ? colours.ink : colours.paper,
    rimWidth: centre ? 2.5 : 1,
  };
}

/** @param {string} change */
function changeLook(change) {
  return { width: change === UNCHANGED ? 1.2 : 4, dashes: change === "lost" ? LOST_DASHES : [] };
}

/**
 * The colour of a kind, by its name in the palette: in a scenario colours are for what changes.
 * @param {Facts} facts
 * @param {string} kind
 */
function kindColour(facts, kind) {
  if (hasChanges(facts)) return "ink";
  const owed = facts.kinds.has(kind) || facts.obligations.some((each) => each.kind === kind);
  if (owed || GROUP_OF.has(kind)) return groupOf(kind);
  const others = otherTies(facts);
  return others.length ? TIE_COLOURS[others.indexOf(kind) % TIE_COLOURS.length] : "membership";
}

/** Where there are no promises, of ties that are no memberships, one after the other. */
const TIE_COLOURS = ["defence", "consultation", "help", "restraint"];

/** @type {WeakMap<Facts, string[]>} */
const tieKindsOf = new WeakMap();

/** @param {Facts} facts */
function otherTies(facts) {
  const kinds = facts.obligations.length ? [] : facts.ties.map(({ kind }) => kind);
  const known = tieKindsOf.get(facts) ?? [...new Set(kinds)].filter((kind) => !GROUP_OF.has(kind)).sort();
  tieKindsOf.set(facts, known);
  return known;
}

"use strict";
/* Kinds, ties and legal forces: their groups and their order. */

/**
 * Kinds by group: a group has a colour. Ties, which are no promises, have one too.
 * @type {Record<string, string[]>}
 */
const GROUPS = {
  defence: ["defense", "offense"],
  consultation: ["consultation", "guarantee"],
  help: ["security-assistance", "basing", "arms-access", "information-sharing", "exercises",
    "status-of-forces", "cooperation", "industry", "financial", "reform"],
  restraint: ["neutrality", "nonaggression", "restraint"],
  membership: ["open-door", "membership", "candidacy"],
};

/** What a scenario does to a fact, and what that means. */
const CHANGES = new Map([
  ["gained", "would hold, and does not now"],
  ["lost", "holds now, and would no longer"],
  ["unchanged", "holds now, and still would"],
]);

/** The dataset of what only a scenario has. */
const SUPPOSED = "supposed";

const FORCE_ORDER = ["binding", "domestic-law", "contested", "political", "unknown"];

const GROUP_OF = new Map(Object.entries(GROUPS).flatMap(([group, kinds]) => kinds.map((kind) => [kind, group])));

/** @param {string} kind */
function groupOf(kind) {
  return GROUP_OF.get(kind) ?? "help";
}

/** What turns the direction of text around; `packed.py` leaves it out of the facts. Marks that names need are not among them. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/gu;

/** @param {string} text */
function plainText(text) {
  return text.replace(TURNING, "").replace(/\p{Cc}/gu, "");
}

/**
 * A name without case and accents, to look it up by.
 * @param {string} text
 */
function fold(text) {
  return text.replace(TURNING, "").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** @param {number} count @param {string} one @param {string} many */
function plural(count, one, many = `${one}s`) {
  return `${countText(count)} ${count === 1 ? one : many}`;
}

/**
 * A whole number in groups of three; the browser's own takes 10 ms to begin, before anything is drawn.
 * @param {number} count
 */
function countText(count) {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

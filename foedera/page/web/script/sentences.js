/* Promises in a sentence, as `foedera path` says them. */

/**
 * A party as a sentence names it, with its article; at the beginning of one if it is the `first` word.
 * @param {Party} party
 */
function called({ name, said }, first = false) {
  if (!said) return name;
  return first ? said[0].toUpperCase() + said.slice(1) : said;
}

/** @param {Party} party  the same as an owner */
function whose(party) {
  return `${called(party)}${party.said?.endsWith("s") ? "'" : "'s"}`;
}

/** @param {Facts} facts @param {string} id */
function calledOf(facts, id) {
  const index = facts.partyOf.get(id);
  return index === undefined ? "" : called(facts.parties[index]);
}

/**
 * Who owes whom what, under what, since when.
 * @param {Facts} facts
 * @param {Commitment} commitment
 */
function sentenceOf(facts, { promise, owing, owed, span, certain }) {
  const [debtor, beneficiary] = [owing, owed].map((i) => facts.parties[facts.arrows[i].party]);
  const { title, signed } = facts.agreements[promise.agreement];
  const what = facts.nouns[promise.kind] ?? promise.kind;
  const words = [`${called(debtor, true)} owes ${called(beneficiary)} ${what} (${promise.force}, rank ${promise.rank})`,
    `under ${title}, ${promise.name}`, spanText({ ...span, status: null })];
  if (span.status) words.push(span.note ? `${span.status} (${span.note})` : span.status);
  if (!certain) words.push("only possibly on that day");
  if (signed && span.since !== null && dayNumber(signed) > (span.since_latest ?? span.since)) words.push(`adopted later, on ${signed}`);
  return words.join(", ");
}

/**
 * What qualifies a promise, as `foedera path` has it beneath the sentence.
 * @param {Obligation} promise
 * @returns {[string, string][]}
 */
function conditionsOf({ details }) {
  return details.filter(([name]) => QUALIFYING.has(name));
}

const QUALIFYING = new Set(["condition", "discretion", "force note"]);

/**
 * What the first chain amounts to, or that there is none.
 * @param {Chains} found
 * @param {number} nth
 */
function verdictOf({ certain, any, among, doubtful, shown, chains, direct }, nth) {
  const held = `in force${doubtful ? " or possibly so" : ""}`;
  const place = `among the ${plural(among, "promise")}${any ? "" : " of support"} ${held}${among < shown ? ` of the ${countText(shown)} that show` : " here"}`;
  if (!chains.length) return `no chain of at most ${MAX_HOPS} hops ${place}.`;
  const hops = chains[nth];
  const weakest = Math.min(...hops.map(({ commitments: [first] }) => first.promise.rank));
  const dormant = hops.some(({ commitments: [first] }) => first.span.status === "dormant") ? ", dormant" : "";
  const what = hops.length === 1
    ? `a direct commitment, rank ${weakest}${dormant}`
    : `a chain of ${hops.length} hops, weakest link rank ${weakest}${dormant}; it is not a commitment of the first party to the last`;
  const beside = direct ? `; there is a weaker direct one, rank ${direct.commitments[0].promise.rank}` : "";
  return `${certain ? "" : "only possibly in force, "}${place}, ${what}${beside}.`;
}

/* Promises in a sentence, as `foedera path` says them. */

/**
 * Who owes whom what, under what, since when.
 * @param {Facts} facts
 * @param {Commitment} commitment
 */
function sentenceOf(facts, { promise, owing, owed, span, certain }) {
  const [debtor, beneficiary] = [owing, owed].map((i) => facts.parties[facts.arrows[i].party].name);
  const { title, signed } = facts.agreements[promise.agreement];
  const what = facts.nouns[promise.kind] ?? promise.kind;
  const words = [`${debtor} owes ${beneficiary} ${what} (${promise.force}, rank ${promise.rank})`,
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

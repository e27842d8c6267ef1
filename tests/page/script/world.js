"use strict";
/* The script of the page in Node, all of it but the parts that need a document; and a small world for it. */

const { readFileSync } = require("node:fs");
const path = require("node:path");
const { runInThisContext } = require("node:vm");

const FOLDER = path.join(__dirname, "../../../foedera/page/web/script");
const PARTS = ["words", "days", "unpack", "world", "facts", "times", "supposed", "shown", "moments", "elements", "remarks", "link", "pairs", "state", "focus", "chain", "sentences", "when", "changes", "steps", "looks", "scene", "labels", "heads", "drawing", "hits", "layer", "shape", "search", "svg", "key", "sheet"];
for (const part of PARTS) runInThisContext(readFileSync(path.join(FOLDER, `${part}.js`), "utf8"), { filename: `${part}.js` });

/** A constant of the script: unlike its functions they are no globals. */
const constant = (name) => runInThisContext(name);

const table = (rows) => {
  const names = [...new Set(rows.flatMap(Object.keys))];
  return { rows: rows.length, columns: Object.fromEntries(names.map((name) => [name, { each: rows.map((row) => row[name] ?? null) }])) };
};
const grounds = { dataset: "core", sources: ["treaty#1"], checked: null };

/**
 * Japan, the United States and Ukraine: a defence pact of two, help for Ukraine that is disputed, a candidacy.
 * @param {object} view
 */
function world(view = { kind: "all", centre: [], hops: 1, pairs: [] }) {
  const party = (id, name, said = null) => ({ id, name, said, label: "Country", names: [id], details: [], grounds: null });
  const agreement = (id) => ({ id, title: `Treaty ${id}`, kind: "treaty", force: "binding", details: [], url: null, ...grounds });
  const promise = (id, index, kind, force, rank) => ({ id, agreement: index, name: id, kind, force, rank, summary: "", remarks: [], perhaps: false, details: [], ...grounds });
  const span = { since: 100, since_latest: 100, until: null, until_latest: null, until_known: true, status: null, note: null, ...grounds };
  const arrow = (obligation, who, owes, line, more = {}) => ({ obligation, party: who, owes, line, change: null, ...span, ...more });
  return readFacts({
    about: { title: "World", as_of: "1970-07-20", spoken: [[0, null]], absences: [], remarks: [], roles: [], last: "1971-01-01", datasets: [], total: 9, layout: "network" },
    view,
    kinds: [["defense", "fights"], ["reform", "changes"]],
    not_support: ["nonaggression"],
    nouns: {},
    ties_meaning: [["membership", "belongs"]],
    forces: [["binding", "binds"], ["political", "does not"]],
    parties: table([party("JPN", "Japan"), party("USA", "United States", "the United States"), party("UKR", "Ukraine")]),
    agreements: table([agreement("pact"), agreement("help")]),
    obligations: table([promise("pact/5", 0, "defense", "binding", 5), promise("help/1", 1, "reform", "political", 1)]),
    arrows: table([
      arrow(0, 0, true, 0), arrow(0, 1, false, 0), arrow(0, 1, true, 0), arrow(0, 0, false, 0),
      arrow(1, 1, true, 1, { status: "disputed" }), arrow(1, 2, false, 1),
    ]),
    ties: table([{ kind: "candidacy", stage: "promised", line: 2, lasting: true, change: null, details: [], ...span, since: 300 }]),
    foundings: table([]),
    sources: table([{ id: "treaty", title: "Treaty", publisher: "UN", url: null, on: null }]),
    nodes: table([{ party: 0 }, { party: 1 }, { party: 2 }]),
    lines: table([{ tie: null, founding: null }, { tie: null, founding: null }, { tie: 0, founding: null }]),
    drawing: {
      nodes: table([{ x: 0, y: 0 }, { x: 100, y: 0 }, { x: 100, y: 100 }]),
      edges: table([{ from: 0, to: 1, bend: 0 }, { from: 1, to: 2, bend: 0 }, { from: 2, to: 1, bend: 0.3 }]),
      options: {},
    },
    map: { places: table([{ x: 900, y: 0 }, { x: -900, y: 100 }, { x: 100, y: 0 }]), nowhere: [], coasts: [[0, 0, 10, 0, 0, 10]], edge: [[-500, 600], [0, 1000], [500, 600]] },
  });
}

const NOTHING_OFF = { kinds: [], forces: [], changes: [] };
const SIGHT = { x: 50, y: 50, scale: 2, width: 400, height: 400 };

module.exports = { constant, world, table, NOTHING_OFF, SIGHT };

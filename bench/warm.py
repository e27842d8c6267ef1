"""A warm `path` on core against networkx on the same facts, already in memory.

Run `python bench/warm.py`. networkx holds a MultiDiGraph of every pair that ever owes, each edge with its obligation, rank and
span, and answers by the product's rule: for each rank from 5 down, its shortest path on a view filtered to what is
certainly in force that day and of that rank at least; then the chain's other grounds, strongest first. It cites nothing.
The second line is the least that can be asked of it: one shortest path among what is in force, built before, of any rank.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import networkx

from foedera.graph import store as stores
from foedera.graph.dates import HOLDING, span_of
from foedera.graph.store import Store
from foedera.graph.vocabulary import NOT_SUPPORT
from foedera.loaders import load
from foedera.queries.context import Context, context
from foedera.queries.explored import Route
from foedera.queries.names import Party
from foedera.queries.paths import path

DAY = "2024-07-01"
PAIRS = [
    ("JPN", "UKR"), ("USA", "UKR"), ("EST", "PHL"), ("QAT", "UKR"), ("POL", "JPN"), ("KOR", "NZL"), ("FRA", "QAT"),
    ("PRK", "BLR"), ("EGY", "IRQ"), ("BRA", "JPN"), ("TUR", "PHL"), ("CAN", "AUS"), ("NOR", "KOR"), ("KAZ", "SRB"),
]  # fmt: skip
TURNS = 9
_ARROWS = """
MATCH (b:Obligation)
MATCH (p)-[o:OWES]->(b) WITH b, p, o MATCH (b)-[t:OWED_TO]->(q) WHERE p <> q
RETURN p.id AS p, q.id AS q, b.id AS id, b.kind AS kind, b.rank AS rank, properties(o) AS o, properties(t) AS t
"""
Graph = Any


def facts(store: Store) -> Graph:
    graph: Graph = networkx.MultiDiGraph()
    for row in store.read(_ARROWS):
        span = span_of(row["o"]).within(span_of(row["t"]))
        holds = all((row[arrow].get("status") or "in force") in HOLDING for arrow in "ot")
        if span and holds and row["kind"] not in NOT_SUPPORT:
            graph.add_edge(row["p"], row["q"], key=row["id"], rank=row["rank"], span=span)
    return graph


def by_rule(graph: Graph, day: Any, source: str, target: str) -> Any:
    for floor in range(5, 0, -1):

        def there(u: str, v: str, key: str, floor: int = floor) -> bool:
            edge = graph.edges[u, v, key]
            return bool(edge["rank"] >= floor and edge["span"].certainly(day))

        view = networkx.subgraph_view(graph, filter_edge=there)
        try:
            parties = networkx.shortest_path(view, source, target)
        except networkx.NetworkXNoPath:
            continue
        return [
            sorted((-edge["rank"], key) for key, edge in graph[a][b].items() if edge["span"].certainly(day))
            for a, b in pairwise(parties)
        ]
    return None


def timed(work: Callable[[], Any]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def measure(store: Store, asked: Context) -> None:
    graph = facts(store)
    standing = networkx.DiGraph(
        (a, b) for a, b, edge in graph.edges(data=True) if edge["span"].certainly(asked.as_of)
    )
    print(f"{store.engine.name}, {graph.number_of_edges():,} edges between {graph.number_of_nodes()} parties")
    ours, rule, least = [], [], []
    for _ in range(TURNS):
        for a, b in PAIRS:
            ends = Party(a, "Country", a), Party(b, "Country", b)
            ours.append(timed(lambda ends=ends: path(store, asked, *ends, Route(), count=1)))
            rule.append(timed(lambda a=a, b=b: by_rule(graph, asked.as_of, a, b)))
            least.append(timed(lambda a=a, b=b: networkx.has_path(standing, a, b)))
    for name, times in (("by the same rule", rule), ("any rank, built", least)):
        ratio = statistics.median(x / y for x, y in zip(ours[len(PAIRS) :], times[len(PAIRS) :], strict=True))
        total = sum(ours[len(PAIRS) :]) / sum(times[len(PAIRS) :])
        print(
            f"  path {statistics.median(ours) * 1000:.1f} ms, networkx {name} {statistics.median(times) * 1000:.2f} ms:"
            f" {ratio:.1f} x in the median, {total:.1f} x in all (goal 10 x)"
        )


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        os.environ["FOEDERA_HOME"] = home + "/home"
        with stores.open() as store:
            load(store, "core")
            measure(store, context(store, DAY))


if __name__ == "__main__":
    main()

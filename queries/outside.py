"""What a file of facts may name that the database holds, as the reader of core asks for it."""

from collections.abc import Iterable

from ..graph.dates import Bounds
from ..graph.parts import Instrument
from ..graph.store import Store
from ..loaders.core.index import Beside
from ..loaders.core.yaml_file import Rows, Table, Text
from .instruments import Names, agreements

_THINGS = """
MATCH (n:Country|Organization|Area|Agreement|Obligation|Event|Proposal)
RETURN n.id AS id, labels(n)[0] AS label, coalesce(n.name, n.title) AS name, coalesce(n.names, []) AS names
ORDER BY id
"""


def beside(store: Store, begins: Bounds) -> Beside:
    """Everything that facts can point at; agreements and their parties are read when one is followed."""

    def instruments(of: str) -> Iterable[Instrument]:
        return [each.instrument() for each in agreements(store, [of], Names()).values()]

    things = {row["id"]: (row["label"], _names(row["name"], row["names"])) for row in store.read(_THINGS)}
    sources = [row["id"] for row in store.read("MATCH (s:Source) RETURN s.id AS id ORDER BY id")]
    return Beside(things, sources, instruments, begins)


def _names(name: str, names: Iterable[str]) -> Table:
    return Table({Text("name"): Text(name), Text("names"): Rows(Text(each) for each in names)})

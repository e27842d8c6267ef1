"""What the graph holds of who owes what to whom is what its parties say."""

from foedera.graph.records import stored
from foedera.graph.store import Store
from foedera.queries.instruments import Names, agreements, promises


def test_arrows_that_follow_parties_are_derived_again_from_the_graph(core_store: Store) -> None:
    """What-if uses the loader's function on what the store holds: nothing but a change makes a difference."""
    names = Names()
    everything = [row["id"] for row in core_store.read("MATCH (a:Agreement) RETURN a.id AS id ORDER BY id")]
    found = promises(core_store, names, created_by=everything)
    following = {id: each for id, each in found.items() if each.follows}
    instruments = [each.instrument() for each in agreements(core_store, everything, names).values()]
    for id, each in following.items():
        again = each.following(instruments)
        derived, held = ({(row := stored(arrow))["id"]: row for arrow in of.arrows} for of in (again, each))
        assert (derived, len(again.arrows)) == (held, len(each.arrows)), id
    assert sum(len(each.arrows) for each in following.values()) > 1_000
    assert len(found) > len(following), "those whose parties are named are not derived"

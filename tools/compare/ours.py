"""What the core dataset says: agreements and organizations as pacts."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from foedera.graph.dates import Bounds, bounds_of
from foedera.graph.records import Node, Record, Relationship

from .spells import SAME_STATE, Pact, Spell

KINDS = ("defense", "offense", "neutrality", "nonaggression", "consultation")


class Core:
    """The records, by what a comparison asks for."""

    def __init__(self, records: Iterable[Record]) -> None:
        all_records = list(records)
        nodes = {each.id: each for each in all_records if isinstance(each, Node)}
        links = [each for each in all_records if isinstance(each, Relationship)]
        self.codes = {
            id: SAME_STATE.get(node.properties["cow"], node.properties["cow"])
            for id, node in nodes.items()
            if node.label == "Country" and node.properties.get("cow")
        }
        self.signed = {
            id: bounds_of(node.properties, "signed")
            for id, node in nodes.items()
            if node.label == "Agreement"
        }
        self._kind = {id: node.properties["kind"] for id, node in nodes.items() if node.label == "Obligation"}
        self._since = {id: node.properties.get("since") for id, node in nodes.items()}
        # a state that is suspended is out for them
        running = [each for each in links if each.properties.get("status") != "suspended"]
        self._parties = [
            each for each in running if each.type == "PARTY_TO" and each.properties["role"] == "party"
        ]
        self._members = [each for each in running if each.type == "MEMBER_OF"]
        self._owes = [each for each in links if each.type == "OWES" and "since" in each.properties]

    def agreement(self, id: str) -> Pact:
        """Parties and what they owe; where nobody is a party, those who owe something under it."""
        rows = [each for each in self._parties if each.end.id == id]
        owes = [each for each in self._owes if each.end.id.startswith(f"{id}/")]
        pact = Pact()
        for row in rows or owes:
            self._add(pact, row, self._signature(row, id))
        for each in owes:
            code = self.codes.get(each.start.id)
            if code is not None:
                pact.owes(code, {self._kind[each.end.id]} & set(KINDS))
        return pact

    def organization(self, id: str) -> Pact:
        pact = Pact()
        for row in self._members:
            if row.end.id == id:
                self._add(pact, row, None)
        return pact.joined()

    def agreements(self, ids: Iterable[str]) -> Pact:
        """Several agreements as one pact: a treaty and the one that took its place."""
        whole = Pact()
        for id in ids:
            pact = self.agreement(id)
            for code, spells in pact.spells.items():
                for spell in spells:
                    whole.add(code, spell)
            for code, kinds in pact.kinds.items():
                whole.owes(code, kinds)
            whole.names |= pact.names
        return whole.joined()

    def _signature(self, row: Relationship, id: str) -> Bounds | None:
        """Its own; the agreement's for those who are in it from its first day."""
        own = bounds_of(row.properties, "signed")
        original = row.properties.get("since") == self._since.get(id)
        return own or (self.signed.get(id) if original else None)

    def _add(self, pact: Pact, row: Relationship, signed: Bounds | None) -> None:
        code = self.codes.get(row.start.id)
        since = bounds_of(row.properties, "since")
        if code is None or since is None:
            return
        until = bounds_of(row.properties, "until")
        spell = Spell(since, until, signed, bool(row.properties.get("until_known", True)))
        pact.add(code, spell)
        names = [each for each in pact.names.get(code, "").split("/") if each]
        pact.names[code] = "/".join(dict.fromkeys([*names, row.start.id]))


def with_codes(pact: Pact, codes: Mapping[int, int]) -> Pact:
    """Theirs under our codes, for states that they count under another's."""
    return replace(
        pact,
        spells={codes.get(code, code): each for code, each in pact.spells.items()},
        kinds={codes.get(code, code): each for code, each in pact.kinds.items()},
    )

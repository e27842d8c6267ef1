"""The search for chains: from both ends, half a hop at a time, best chain first.

A half hop goes from parties to ties, or from ties to parties. What was looked at for firmer chains is not
looked at again, and a promise weaker than the link that is searched for is known but not followed: memory
and time follow what was explored. The engine's own shortest path is not asked: the embedded engine filters
after it has chosen one.
"""

from collections.abc import Iterator

from .explored import MEMBERSHIP, Explored, Node, Tie

_UNEVEN = 8
"""So many times more nodes at one side let the other go ahead alone."""


def chains(explored: Explored, source: str, target: str) -> Iterator[tuple[str, ...]]:
    """The parties of every chain: by falling weakest link, then by length, then by the parties' ids."""
    explored.look(ahead={source}, behind={target})
    floor = _highest(explored, source, target)
    while floor is not None:
        found = _Chains(explored, source, target, floor)
        for parties in found.in_order():
            if explored.weakest(parties) == floor:
                yield parties
        floor = max((rank for rank in explored.ranks.values() if rank < floor), default=None)


def shortest(explored: Explored, source: str, target: str) -> Iterator[tuple[str, ...]]:
    """The parties of every chain, by length alone, then by the parties' ids."""
    return _Chains(explored, source, target, MEMBERSHIP).in_order()


def _highest(explored: Explored, source: str, target: str) -> int | None:
    """The rank to begin with: the best that the last link can have, and the first; None where either has none."""
    first, last = (
        max((explored.ranks[tie] for tie in found if isinstance(tie, Tie)), default=None)
        for found in (explored.after(source, MEMBERSHIP), explored.before(target, MEMBERSHIP))
    )
    return None if first is None or last is None else min(first, last)


class _Chains:
    """The chains whose links are all of one rank at least.

    `ahead[n]` are the nodes that are n half hops from the source, `behind[n]` those n before the target.
    """

    def __init__(self, explored: Explored, source: str, target: str, floor: int) -> None:
        self.explored, self.source, self.target, self.floor = explored, source, target, floor
        self.ends = {source, target}
        self.ahead: list[set[Node]] = [{source}]
        self.behind: list[set[Node]] = [{target}]

    def in_order(self) -> Iterator[tuple[str, ...]]:
        """By length, then by the parties' ids."""
        for length in range(1, self.explored.route.max_hops + 1):
            while len(self.ahead) + len(self.behind) - 2 < 2 * length:
                self._advance()
                if not self.ahead[-1] or not self.behind[-1]:
                    return
            layers = self._layers()
            if layers[0]:
                yield from self._walks((self.source,), layers)

    def _advance(self) -> None:
        """Half a hop on both sides, in one query, or on the side with far fewer nodes alone."""
        ahead, behind = self.ahead[-1], self.behind[-1]
        odd = (len(self.ahead) + len(self.behind)) % 2
        on = (odd and len(ahead) <= len(behind)) or len(ahead) * _UNEVEN < len(behind)
        back = not on and (odd or len(behind) * _UNEVEN < len(ahead))
        self.explored.look(ahead=() if back else ahead, behind=() if on else behind)
        if not back:
            self.ahead.append(self._onward(ahead) - self.ends)
        if not on:
            self.behind.append(self._backward(behind) - self.ends)

    def _onward(self, nodes: set[Node]) -> set[Node]:
        return {after for node in nodes for after in self.explored.after(node, self.floor)}

    def _backward(self, nodes: set[Node]) -> set[Node]:
        return {before for node in nodes for before in self.explored.before(node, self.floor)}

    def _layers(self) -> list[set[Node]]:
        """The nodes that a walk of this length from source to target can pass, half hop by half hop."""
        layers = self.behind[::-1]
        layers[0] = layers[0] & self.ahead[-1]
        for nodes in self.ahead[-2::-1]:
            layers.insert(0, self._backward(layers[0]) & nodes)
        return layers

    def _walks(self, parties: tuple[str, ...], layers: list[set[Node]]) -> Iterator[tuple[str, ...]]:
        """Simple walks through these layers, in the order of their parties' ids."""
        place = 2 * len(parties) - 1
        if place == len(layers):
            yield parties
            return
        for party in sorted(self._next(parties[-1], layers[place], layers[place + 1])):
            if party not in parties and self._passes((*parties, party), len(layers) - place - 2):
                yield from self._walks((*parties, party), layers)

    def _next(self, party: str, ties: set[Node], parties: set[Node]) -> set[str]:
        explored, floor = self.explored, self.floor
        return {
            after
            for tie in explored.after(party, floor)
            if tie in ties
            for after in explored.after(tie, floor)
            if isinstance(after, str) and after in parties
        }

    def _passes(self, parties: tuple[str, ...], left: int) -> bool:
        """Whether what is left of the chain has room for those by which it must pass; `left` in half hops."""
        return len(self.explored.route.through.difference(parties, self.ends)) * 2 < max(left, 1)

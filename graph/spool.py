"""Records put by until all of them are known to be right, on disk: memory stays flat however many there are."""

import pickle
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack
from typing import IO, Final, Generic, Self, TypeVar

Key = tuple[str, ...]
T = TypeVar("T")


_TOGETHER: Final = 100
"""Things pickled at once: what they have in common, as the names of their fields, is then written once."""


class Spool(Generic[T]):
    """Things in order under a few keys; a temporary file for each, which goes when the spool is left."""

    def __init__(self) -> None:
        self._files: dict[Key, IO[bytes]] = {}
        self._coming: defaultdict[Key, list[T]] = defaultdict(list)
        self._open = ExitStack()
        self.count = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def add(self, key: Key, each: T) -> None:
        """Puts it last under its key."""
        coming = self._coming[key]
        coming.append(each)
        self.count += 1
        if len(coming) == _TOGETHER:
            self._put(key)

    def _put(self, key: Key) -> None:
        if key not in self._files:
            self._files[key] = self._open.enter_context(tempfile.TemporaryFile())  # noqa: SIM115
        pickle.dump(self._coming.pop(key), self._files[key], pickle.HIGHEST_PROTOCOL)

    def keys(self) -> list[Key]:
        """Under what there is anything."""
        return list(dict.fromkeys((*self._files, *self._coming)))

    def of(self, key: Key) -> Iterator[T]:
        """What was put under the key, in its order."""
        if key in self._coming:
            self._put(key)
        if (file := self._files.get(key)) is None:
            return
        file.seek(0)
        try:
            while True:
                yield from pickle.load(file)
        except EOFError:
            return

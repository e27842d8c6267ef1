"""Filling the database, looking after it, and its model."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from .opened import Opened

if TYPE_CHECKING:
    from ..graph.store import Engine
    from ..loaders import Checked
    from ..queries.doctor import Finding
    from ..queries.loaded import Loaded
    from ..queries.model import Model

Progress = Callable[[int, int | None], None]


class Upkeep(Opened):
    """What is done to the database as a whole."""

    @property
    def engine(self) -> Engine:
        """What answers now: its name, version and place.

        >>> db.engine.name
        'ArcadeDB'
        """
        return self.store.engine

    def load(
        self,
        dataset: str = "core",
        path: str | Path | None = None,
        *,
        called: str | None = None,
        progress: Progress | None = None,
    ) -> Loaded:
        """Reads a dataset whole, and makes the database hold just what it says; a second run changes nothing.

        Args:
            path: where its files are; core brings its own.
            called: of csv, what the dataset is called; else as the file.
            progress: is called with the number of facts read so far and None, then of those written and their total.

        Raises:
            BadInput: a file is wrong; every mistake is told, and nothing was written.
        """
        from .. import loaders
        from ..queries.loaded import loaded

        place = Path(path) if path is not None else None
        report = loaders.load(self.store, dataset, place, called=called, progress=progress)
        question = {"load": report.dataset, "path": str(place) if place else None}
        return loaded(report).asked(None, f"Loading {report.dataset}", question)

    def check(
        self, dataset: str = "core", path: str | Path | None = None, *, called: str | None = None
    ) -> Checked:
        """Only reads the files of a dataset: how many facts of each label and type they hold, what is left out and why.

        Raises:
            BadInput: a file is wrong; every mistake is told.
        """
        from .. import loaders

        return loaders.check(dataset, Path(path) if path is not None else None, called=called)

    def doctor(self) -> Finding:
        """The state of the database: engine, datasets, counts, and whether its facts agree with one another.

        >>> finding = db.doctor()
        >>> finding.healthy, [row["dataset"] for row in finding.loaded]
        (True, ['core'])
        """
        from ..queries.doctor import examine

        return examine(self.store).asked(None, "", {"doctor": "everything"})

    def schema(self) -> Model:
        """The model: labels, relationship types, and the properties of both.

        >>> [row["label"] for row in db.schema().labels][:4]
        ['Country', 'Organization', 'Agreement', 'Obligation']
        """
        from ..queries.model import model

        return model()

    def remove(self, dataset: str) -> int:
        """Takes one dataset out again, without asking; how many facts went.

        Raises:
            BadInput: it is not loaded, or facts of other datasets refer to its own; nothing was removed.
        """
        from ..loaders.removal import remove

        return remove(self.store, dataset)

    def reset(self) -> None:
        """Removes everything from the database, without asking."""
        self.store.reset(schema=True)

"""COW intergovernmental organizations, version 3: who was a full member of which, year by year from 1816 to 2014."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ...graph.dates import Date
from ...graph.records import Record
from .. import tabular
from ..files import find
from ..mistakes import Mistakes
from . import by_organization, by_state
from .memberships import memberships, organizations
from .source import MANIFEST

FILES: Final = ("igo_year_format3.csv", "state_year_format3.csv")


def records(path: Path | None = None, *, today: Date | None = None) -> Iterator[Record]:
    """MEMBER_OF for each unbroken run of years of full membership, and the organizations that core does not hold.

    Either file of the release is read. In a folder that has both it is the one by organizations: it has their
    names, and says which years were filled in and how far the years before 1965 can be trusted.

    Raises:
        BadInput: the file is missing or wrong; every mistake is told.
    """
    mistakes = Mistakes()
    file = find(path, FILES, MANIFEST)
    read = by_state.read if by_state.is_it(tabular.header(file)) else by_organization.read
    coded = read(file, mistakes)
    mistakes.raise_any()
    yield from MANIFEST.records()
    yield from organizations(coded)
    yield from memberships(coded)

"""What answers, and who may enter it."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Engine:
    """What answers: its name and version, and where it is."""

    name: str
    version: str
    embedded: bool
    address: str
    home: Path | None


@dataclass(frozen=True, slots=True)
class Login:
    """One of the users that other programs may be on the embedded database while it is open."""

    name: str
    password: str = field(repr=False)
    writes: bool

"""A Neo4j server, named by the variables that its users know."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from ..errors import BadInput, Unavailable
from . import failures
from .interrupts import closing
from .link import Link

OLDEST = 5
_COMPONENTS = "CALL dbms.components() YIELD versions RETURN versions[0] AS version"
_SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")


@dataclass(frozen=True, slots=True)
class Server:
    """Which server, as whom, and which of its databases; what is left out the variables say."""

    uri: str
    username: str = field(default_factory=lambda: os.environ.get("NEO4J_USERNAME") or "neo4j")
    password: str | None = field(default_factory=lambda: os.environ.get("NEO4J_PASSWORD"), repr=False)
    database: str | None = field(default_factory=lambda: os.environ.get("NEO4J_DATABASE") or None)


def configured() -> Server | None:
    """The server that the user asks for, if any."""
    uri = os.environ.get("NEO4J_URI")
    return Server(uri) if uri else None


def connect(server: Server) -> Link:
    """Connects to the server and asks for its version, so that what is wrong is said before anything else.

    Raises:
        BadInput: the URI is no address of a Neo4j server.
        Unavailable: it does not answer, refuses the user, has no such database or is too old.
    """
    address = server.uri
    if urlsplit(address).scheme not in _SCHEMES or not urlsplit(address).hostname:
        raise BadInput(f"NEO4J_URI: {address!r} is no address of a server; expected neo4j://HOST:PORT")
    login = (server.username, server.password) if server.password is not None else None
    link = Link(address, login, login, server.database, embedded=False)
    try:
        link.version = _version(link)
    except BaseException as error:
        link.close()
        if isinstance(error, (OSError, ValueError)):
            raise failures.unreachable(address) from error
        raise
    return link


def _version(link: Link) -> str:
    with failures.told(link), closing(link.session()) as session:
        record = session.run(_COMPONENTS).single()
    version = str(record["version"]) if record else ""
    if not version[:1].isdigit() or int(version.split(".")[0]) < OLDEST:
        raise Unavailable(
            f"the server at {link.address} is Neo4j {version or 'of an unknown version'}; "
            f"foedera needs Neo4j {OLDEST} or newer: point NEO4J_URI to one, or unset it for the embedded database"
        )
    return version

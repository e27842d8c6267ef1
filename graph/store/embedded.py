"""Starting the embedded engine, in this process, behind a Bolt listener that only this machine reaches."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import re
import socket
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import BadInput, Unavailable
from . import users
from .home import full
from .link import DATABASE

_HOST = "127.0.0.1"
_TRIES = 5

# Of scope "database": the engine takes them from the database alone, not from the server's settings.
# 1 is fdatasync of the write-ahead log at each commit (2 is fsync, which flushes its dates as well; 0 is neither).
# The reader may not read files of the machine, but without the second he may fetch from the network.
_SETTINGS = {"txWalFlush": 1, "opencypher.loadCsv.allowRemoteUrls": False}

# "Failed to start server: com.arcadedb.exception.ConfigurationException: …"
_JAVA = re.compile(r"^Failed to [\w ]+: |\b(?:\w+\.)+[A-Z]\w*: ")


@dataclass
class Running:
    """A started engine."""

    server: Any
    address: str
    secrets: users.Secrets
    version: str

    def stop(self) -> None:
        """Closes the database; a failure to do so leaves what a kill would, and the log recovers it."""
        with contextlib.suppress(Exception):
            self.server.stop()


def start(home: Path, port: int = 0) -> Running:
    """Opens the database of a folder, and creates an empty one where there is none.

    Args:
        port: where to listen; 0 for any free port.

    Raises:
        BadInput: the port cannot be had.
        Unavailable: no engine for this machine, or the database cannot be opened.
    """
    _check(home)
    if port:
        _check_port(port)
    arcadedb = _library(home)
    secrets = users.fresh(home / "config")
    server, port = _listening(arcadedb, home, port)
    running = Running(server, f"bolt://{_HOST}:{port}", secrets, str(arcadedb.__version__))
    try:
        _settle(server.create_database(DATABASE), home)
    except BaseException as error:
        running.stop()
        raise _unusable(home, error) from error
    return running


def _check(home: Path) -> None:
    """The engine itself passes over a damaged schema in silence, and what it then opens lacks data."""
    folder = home / "databases" / DATABASE
    if not any(folder.glob("*.bucket")):
        return
    try:
        json.loads((folder / "schema.json").read_text("utf-8"))
    except (OSError, ValueError):
        raise _unusable(home, ValueError("schema.json is missing or damaged")) from None


def _library(home: Path) -> Any:
    # read when the library is loaded: silent on the terminal unless asked for, and no log outside our folder
    os.environ.setdefault("ARCADEDB_LOG_CONSOLE", "0")
    os.environ.setdefault("ARCADEDB_LOG_DIR", str(home / "log"))
    # a short command's garbage is collected earlier: 10 % less memory, and no slower
    os.environ.setdefault("ARCADEDB_NATIVE_ISOLATE_ARGS", "-Xmn32m")
    try:
        import arcadedb
    except (ImportError, OSError):
        raise Unavailable("no embedded engine for this machine; set NEO4J_URI") from None
    return arcadedb


def _listening(arcadedb: Any, home: Path, wanted: int) -> tuple[Any, int]:
    """Between choosing a free port and listening on it another program may take it: then another port."""
    for left in reversed(range(1 if wanted else _TRIES)):
        port = wanted or _free_port()
        server = arcadedb.create_server(str(home), config=_config(port))
        try:
            server.start()
        except Exception as error:
            if not left or "unable to listen" not in str(error).lower():
                raise _unusable(home, error) from error
        else:
            return server, port
    raise AssertionError("unreachable")


def _config(port: int) -> dict[str, Any]:
    return {
        "host": _HOST,
        "http_port": "0",  # it has no switch: any free port, this machine only, behind the same passwords
        "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "bolt_port": port,
    }


def _check_port(port: int) -> None:
    """The engine would say no more than that it cannot listen."""
    with socket.socket() as probe:
        if os.name == "posix":  # as the engine does: connections that ended lately are no obstacle
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((_HOST, port))
        except OSError as error:
            why = (
                "is in use by another program"
                if error.errno == errno.EADDRINUSE
                else f"cannot be had ({error.strerror})"
            )
            raise BadInput(f"port {port} {why}; choose another with --port, or 0 for any free one") from None


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((_HOST, 0))
        return int(probe.getsockname()[1])


def _settle(database: Any, home: Path) -> None:
    """Puts our settings into the database, where they are not yet."""
    kept = home / "databases" / DATABASE / "configuration.json"
    try:
        present = json.loads(kept.read_text("utf-8"))["configuration"]
    except (OSError, ValueError, KeyError):
        present = {}
    for name, value in _SETTINGS.items():
        if present.get(name) != value:
            database.command("sql", f"ALTER DATABASE `arcadedb.{name}` {json.dumps(value)}")


def _unusable(home: Path, error: BaseException) -> BaseException:
    if not isinstance(error, Exception):
        return error
    if lacking := full(home):
        return lacking
    told = _JAVA.sub("", str(error)).strip().splitlines()
    return Unavailable(
        f"the database in {home} cannot be opened: {told[0][:200] if told else type(error).__name__}; "
        "put back a copy of the folder, or move it away and load again"
    )

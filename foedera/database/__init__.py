"""The database as an object: what the command line does, each command one call.

Names, days and options are those of the commands. Answers are frozen dataclasses with `to_dict()` (the command's
JSON), `to_pandas()`, `to_networkx()` and, in a notebook, a table. `foedera.open()` makes a `Database`.
"""

from .files import Files
from .pages import Pages
from .sides import Sides
from .upkeep import Upkeep

__all__ = ["Database"]


class Database(Pages, Sides, Files, Upkeep):
    """An open database. Close it, or use it in a `with` statement.

    While it is open, other processes and other `Database` objects connect to it instead of waiting; when it is
    closed, one of them takes over. Several threads may use it at once: every call reads in a transaction of its own, and
    those that write take turns. A stream of rows belongs to the thread that reads it. It does not survive a fork:
    open it in each process.
    """

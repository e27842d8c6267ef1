"""Everything that can go wrong for a user, as one line that says what to do next.

`exit_code` is what the command line ends with: 2 where the input was bad, 1 for anything else.
"""


class FoederaError(Exception):
    """One line for the user; never shown with a traceback."""

    exit_code = 1


class BadInput(FoederaError):
    """The user can mend this by asking differently."""

    exit_code = 2


class CypherError(BadInput):
    """The statement cannot be run: its syntax, a name, a type or a parameter is wrong."""


class WriteRefused(BadInput):
    """A reading command was given a statement that writes, reads files or changes the server."""


class Unavailable(FoederaError):
    """The engine cannot be reached or used: server down, wrong password, too old, no engine here."""


class InUse(Unavailable):
    """Another process holds the database and did not let go in time."""


class Interrupted(FoederaError):
    """An answer broke off after some of its rows had been passed on."""


class TimedOut(FoederaError):
    """The user's own limit of time was over before the answer was there."""

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
    """The statement cannot be run: its syntax, a name, a type or a parameter is wrong.

    `place` is the line and the column in `statement`, both from 1, where the engine names them.
    """

    def __init__(self, message: str, statement: str = "", place: tuple[int, int] | None = None) -> None:
        super().__init__(message)
        self.statement = statement
        self.place = place

    def __str__(self) -> str:
        message = super().__str__()
        if self.place is None:
            return message
        line, column = self.place
        return f"Cypher syntax error at line {line}, column {column}: {message}"


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

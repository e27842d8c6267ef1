"""The command line: parse, call, print. No knowledge of the graph lives here."""

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from foedera.graph.errors import FoederaError

PROGRAM = "foedera"
LONGEST, SHOWN = 1_000, 200


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit code: 0 answered, 2 bad input, 1 anything else.

    What a user can do wrong ends in one line on standard error, never in a traceback; so does what went
    wrong with us, unless FOEDERA_DEBUG is set.
    """
    _opened()
    if sys.stdout is None:
        return _end("standard output is closed; open it, or send it to a file", 1)
    _utf8()
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        return _end("stopped", 130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _run(arguments: Sequence[str] | None) -> int:
    import click
    import typer

    from foedera.graph.errors import FoederaError

    from .app import app
    from .usage import asked, told

    given = list(sys.argv[1:] if arguments is None else arguments)
    if (foreign := _not_utf8(given)) is not None:
        return _end(f"the argument {foreign} is not UTF-8 text; write it in UTF-8", 2)
    command = typer.main.get_command(app)
    try:
        code = command.main(args=given, prog_name=PROGRAM, standalone_mode=False)
    except FoederaError as error:
        return failed(error)
    except click.Abort:
        return _end("stopped", 130)
    except click.ClickException as error:
        return _end(told(error, asked(command, given)), 2)
    except (KeyboardInterrupt, BrokenPipeError):
        raise
    except Exception as error:
        if os.environ.get("FOEDERA_DEBUG"):
            raise
        return told_unforeseen(error)
    return _end("stopped", 130) if code == 130 else int(code or 0)


def failed(error: "FoederaError") -> int:
    """Says what went wrong, of a mistake in Cypher also where, and gives the exit code."""
    from .usage import excerpt

    code = _end(str(error), error.exit_code)
    for line in excerpt(error):
        print(line, file=sys.stderr, flush=True)
    return code


def told_unforeseen(error: Exception) -> int:
    """Says what a mistake of ours, or the system, did, and gives the exit code."""
    reason = " ".join(str(error).split())
    if isinstance(error, OSError):
        return _end(f"{error.filename or 'input or output'}: {error.strerror or reason}", 1)
    return _end(
        f"failed: {type(error).__name__}: {reason} (FOEDERA_DEBUG=1 shows where; please report it)", 1
    )


def _not_utf8(arguments: Sequence[str]) -> str | None:
    """The first argument that is not text; Python smuggles its bytes through as lone surrogates."""
    for argument in arguments:
        try:
            argument.encode("utf-8")
        except UnicodeEncodeError:
            return repr(os.fsencode(argument))[1:]
    return None


def _end(told: str, code: int) -> int:
    """One line; of the mistakes in a file, one line each."""
    for line in told.splitlines():
        print(f"{PROGRAM}: {_shortened(' '.join(line.split()))}", file=sys.stderr, flush=True)
    return code


def _shortened(line: str) -> str:
    """Of a line that repeats a very long argument the beginning and the end, which says what to do."""
    return line if len(line) <= LONGEST else f"{line[:SHOWN]} … {line[-SHOWN:]}"


def _opened() -> None:
    """What the caller closed is nothing to read, and nowhere to complain; else a database file gets its number."""
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115


def _utf8() -> None:
    """Names are spelled as they are, whatever the terminal or the pipe was set to."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")

"""Mistakes of the user: in the command line, one line that says what to do next; in Cypher, their place."""

from collections.abc import Sequence
from difflib import get_close_matches

import click

from foedera.graph.errors import CypherError, FoederaError

from .tables import clean, room, width

_ROOM = 100


def told(error: click.ClickException, asked: str = "foedera") -> str:
    """What was wrong with the command line, and the nearest that would have been right.

    Args:
        asked: the command that was asked for; Click does not always say.
    """
    message = " ".join(error.format_message().split()).rstrip(".")
    context = getattr(error, "ctx", None)
    if message == "Missing command" and isinstance(context, click.Context):
        return f"missing command; expected one of {', '.join(_commands(context))}"
    if isinstance(error, click.NoSuchOption):
        return _unknown("option", error.option_name, _options(context))
    if message.startswith("No such command") and isinstance(context, click.Context):
        return _unknown("command", message.split("'")[1], _commands(context))
    if isinstance(error, click.MissingParameter) and error.param:
        return f"missing {_name(error.param)}; {_help(context)}"
    if isinstance(error, click.BadParameter) and error.param:
        return f"{_name(error.param)}: {_value(error.param.type, error.message.rstrip('.'))}"
    return f"{_lower(message)}; {_help(context, asked)}"


def excerpt(error: FoederaError) -> list[str]:
    """The line of the statement in which the engine found a mistake, and below it a caret at the place."""
    if not isinstance(error, CypherError) or error.place is None:
        return []
    number, column = error.place
    lines = error.statement.split("\n")
    if number > len(lines) or not 1 <= column <= len(lines[number - 1]) + 1:
        return []
    before, after = clean(lines[number - 1][: column - 1]), clean(lines[number - 1][column - 1 :])
    half = ((room() or _ROOM) - 6) // 2
    before = before if len(before) <= half else f"…{before[-half:]}"
    after = after if len(after) <= half else f"{after[:half]}…"
    return [f"  {before}{after}", f"  {' ' * width(before)}^"]


def asked(command: click.Command, arguments: Sequence[str]) -> str:
    """The command that the arguments ask for, as far as they name one: `foedera query run`."""
    words = ["foedera"]
    for argument in arguments:
        if not isinstance(command, click.Group):
            break
        if argument in command.commands:
            command = command.commands[argument]
            words.append(argument)
    return " ".join(words)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _unknown(what: str, given: str, known: list[str]) -> str:
    near = get_close_matches(given, known, n=1, cutoff=0.6)
    if near:
        return f"unknown {what} {given}. Did you mean {near[0]}?"
    return f"unknown {what} {given}; expected one of {', '.join(known)}"


def _options(context: click.Context | None) -> list[str]:
    params = context.command.get_params(context) if context else []
    return [name for param in params for name in param.opts if name.startswith("--")]


def _commands(context: click.Context) -> list[str]:
    return context.command.list_commands(context) if isinstance(context.command, click.Group) else []


def _name(param: click.Parameter) -> str:
    long = [name for name in param.opts if name.startswith("--")]
    return long[0] if long else str(param.metavar or param.human_readable_name)


def _value(type: object, message: str) -> str:
    """What was wrong with a value, and what was expected."""
    if isinstance(type, click.IntRange):
        return f"expected a whole number from {type.min} to {type.max}"
    if isinstance(type, click.FloatRange):
        return f"expected a number of seconds from {type.min} to {type.max}"
    if isinstance(type, click.Choice):
        near = get_close_matches(message.split("'")[1], map(str, type.choices), n=1, cutoff=0.4)
        meant = f". Did you mean {near[0]}?" if near else ""
        return f"{_lower(message)}{meant}"
    return _lower(message)


def _help(context: click.Context | None, asked: str = "foedera") -> str:
    return f"`{context.command_path if context else asked} --help` shows how"

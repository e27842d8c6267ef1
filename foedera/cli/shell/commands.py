"""The commands of the shell, which begin with a colon."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from foedera.graph.errors import BadInput

from ..output import Format
from ..values import cell
from .session import Leave

if TYPE_CHECKING:
    from .session import Session

_PARAM = re.compile(
    r"(?P<name>\w+)(?::(?P<type>[a-z]+)(?![^\s=]))?(?P<sign>\s*=>\s*|\s*=\s*|\s*:\s+|\s+)(?P<value>.*)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Command:
    """One command: what comes after its name, and what it does."""

    run: Callable[[Session, str], None]
    usage: str
    help: str


def run(session: Session, line: str) -> None:
    """Runs what stands after the colon."""
    from foedera.graph.records import nearest

    name, _, rest = line.strip().partition(" ")
    command = COMMANDS.get(name.lower())
    if command is None:
        near = nearest(name, COMMANDS) or " :help shows them all."
        raise BadInput(f"unknown command :{name}.{near}")
    command.run(session, rest.strip().removesuffix(";").rstrip())


def _help(session: Session, rest: str) -> None:
    names = [rest.removeprefix(":")] if rest else list(COMMANDS)
    for name in names:
        if name not in COMMANDS:
            raise BadInput(f"unknown command :{name}; :help shows them all")
        print(f"  {f':{name} {COMMANDS[name].usage}'.strip():<24}  {COMMANDS[name].help}")
    if not rest:
        print("Anything else is Cypher, and ends with ; Tab completes, Ctrl-C stops, Ctrl-D leaves.")


def _param(session: Session, rest: str) -> None:
    """`name value`, also `name => expression` as cypher-shell has it; without anything it lists."""
    if rest in ("", "list"):
        _listed(session.values)
        return
    if rest == "clear":
        session.values.clear()
        return
    if re.fullmatch(r"\w+", rest):
        if rest not in session.values:
            raise BadInput(f"parameter {rest} is not set; :param {rest} VALUE sets it")
        _listed({rest: session.values[rest]})
        return
    found = _PARAM.fullmatch(rest)
    if not found:
        raise BadInput(f"not a parameter: {rest!r}; expected :param NAME VALUE, such as :param on 2024-01-01")
    session.values |= _value(session, found)


def _value(session: Session, found: re.Match[str]) -> dict[str, Any]:
    from foedera.queries.parameters import free

    name, type = found["name"], found["type"]
    if found["sign"].strip() != "=>":
        return free([f"{name}{f':{type}' if type else ''}={found['value']}"])
    rows = session.db.cypher(f"RETURN {found['value']} AS value", session.params(found["value"])).rows
    if len(rows) != 1:
        raise BadInput(f"parameter {name}: the expression gives {len(rows)} values; expected one")
    return {name: rows[0]["value"]}


def _listed(values: dict[str, Any]) -> None:
    for name, value in sorted(values.items()):
        text = f"'{value}'" if isinstance(value, str) else cell(value)
        print(f"  {name}: {text}")
    if not values:
        print("  no parameter is set; $on and $datasets are there without")


def _queries(session: Session, rest: str) -> None:
    from ..stored import list_

    list_(rest.split(), session.form)


def _run(session: Session, rest: str) -> None:
    from foedera.queries.parameters import pairs

    try:
        name, *given = shlex.split(rest)
    except ValueError as error:
        reason = "a quote is not closed" if rest else "no query is named"
        raise BadInput(f"{reason}; expected :run NAME PARAMETER=VALUE …, such as :run mnna") from error
    session.query(name, pairs(given))


def _format(session: Session, rest: str) -> None:
    from foedera.graph.records import nearest

    if rest and rest not in list(Format):
        raise BadInput(f"unknown format {rest!r}; expected {', '.join(Format)}.{nearest(rest, list(Format))}")
    session.form = Format(rest) if rest else session.form
    if not rest:
        print(f"  {session.form}")


def _on(session: Session, rest: str) -> None:
    from foedera.graph.dates import day

    if rest:
        session.on(None if rest == "today" else day(rest).isoformat())
    else:
        print(f"  {session.day or 'today'}")


def _exit(session: Session, rest: str) -> None:
    raise Leave


COMMANDS = {
    "help": Command(_help, "[COMMAND]", "This list."),
    "param": Command(_param, "[NAME VALUE]", "Set a parameter, or list them; :param clear forgets them all."),
    "params": Command(_param, "[clear]", "List the parameters, or forget them all."),
    "queries": Command(_queries, "[WORDS]", "The stored queries."),
    "run": Command(_run, "NAME [PARAM=VALUE]", "Run a stored query."),
    "on": Command(_on, "[DATE]", "The day asked about: of :run, and $on in statements; :on today."),
    "format": Command(_format, "[FORMAT]", f"How answers are written: {', '.join(Format)}."),
    "exit": Command(_exit, "", "Leave; Ctrl-D does too."),
    "quit": Command(_exit, "", "The same."),
}

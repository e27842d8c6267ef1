"""The documents and the commands say the same."""

import inspect
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from typer.main import get_command

import foedera as package
from foedera.cli.app import app

from .conftest import Foedera

ROOT = Path(package.__file__).parent.parent
PAGE = (ROOT / "docs" / "commands.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
_SLOW_OR_WRITES = ("load", "render", "export", "db", "completion", "serve", "shell", "conflicts")


def commands(found: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    if isinstance(found, click.Group):
        for part, command in found.commands.items():
            yield from commands(command, f"{name} {part}")
    else:
        yield name, found


COMMANDS = dict(commands(get_command(app), "foedera"))


def options(command: click.Command) -> set[str]:
    return {name for param in command.params if isinstance(param, click.Option) for name in param.opts}


def examples(text: str) -> list[str]:
    return re.findall(r"^\s*(?:\$ )?(foedera .+)$", text, re.MULTILINE)


def section(name: str) -> str:
    found = re.search(rf"^## `{re.escape(name)}`\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert found, f"{name} is not in docs/commands.md"
    return found[1]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented(name: str) -> None:
    """And every documented option exists."""
    table = re.findall(r"^\| (.+?) \|", section(name), re.MULTILINE)[2:] if options(COMMANDS[name]) else []
    documented = {each for row in table for each in re.findall(r"`(--?[\w-]+)`", row)}
    assert documented == options(COMMANDS[name])


@pytest.mark.parametrize("name", COMMANDS)
def test_every_range_is_documented(name: str) -> None:
    """The table says from which number to which other an option goes."""
    for param in COMMANDS[name].params:
        if isinstance(param.type, click.IntRange | click.FloatRange):
            row = next(line for line in section(name).splitlines() if line.startswith(f"| `{param.opts[0]}`"))
            assert f"{param.type.min} to {param.type.max}" in row


def test_every_documented_command_exists() -> None:
    """And the other way round."""
    assert set(re.findall(r"^## `(.+)`$", PAGE, re.MULTILINE)) == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_help_has_examples_of_the_command(name: str) -> None:
    """They start with its name, and use options that it has."""
    found = examples(inspect.cleandoc(COMMANDS[name].help or "").partition("Examples:")[2])
    assert found, f"{name} has no examples"
    for example in found:
        assert example.startswith(name)
        assert set(re.findall(r"(?<!\S)--?[a-z][\w-]*", example)) <= options(COMMANDS[name])


@pytest.mark.parametrize("name", COMMANDS)
def test_every_help_is_shown(foedera: Foedera, name: str) -> None:
    """On standard output, with exit code 0."""
    ran = foedera(*name.split()[1:], "--help")
    assert ran.code == 0 and ran.out.startswith(f"Usage: {name} ") and ran.err == ""


CHEAP = sorted(
    {
        example
        for text in (PAGE, README)
        for example in examples(text)
        if example.split()[1] not in _SLOW_OR_WRITES and "--file" not in example
    }
)


@pytest.mark.parametrize("example", CHEAP)
def test_an_example_runs(core: Foedera, example: str) -> None:
    """What the documents tell a user to type is answered."""
    ran = core(*shlex.split(example)[1:])
    assert (ran.code, ran.err) == (0, "") and ran.out


TRANSCRIPTS = re.findall(r"^\$ (foedera .+)\n((?:(?!\$|```).*\n)+)", README, re.MULTILINE)


@pytest.mark.parametrize(("example", "told"), TRANSCRIPTS, ids=[example for example, _ in TRANSCRIPTS])
def test_the_readme_shows_what_is_printed(
    core: Foedera, monkeypatch: pytest.MonkeyPatch, example: str, told: str
) -> None:
    """Line by line, in a window of 100 columns."""
    monkeypatch.setenv("COLUMNS", "100")
    assert core(*shlex.split(example)[1:]).out.rstrip() == told.rstrip()

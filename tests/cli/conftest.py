"""Running commands in this process, on the stores that the session holds open."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from foedera.cli import main


@dataclass(frozen=True)
class Ran:
    """What a command left."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Foedera = Callable[..., Ran]


@pytest.fixture
def foedera(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Foedera:
    """Runs `foedera` with arguments, and with variables set."""

    def run(*arguments: str, **env: str) -> Ran:
        for name, value in env.items():
            monkeypatch.setenv(name, value)
        capsys.readouterr()
        code = main(list(arguments))
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return run


@pytest.fixture
def core(foedera: Foedera, core_env: Mapping[str, str]) -> Foedera:
    """The same on the core dataset, on each engine."""
    return lambda *arguments: foedera(*arguments, **core_env)

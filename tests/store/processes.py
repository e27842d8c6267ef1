"""Another process with an open store, which evaluates what it is told."""

from __future__ import annotations

import ast
import os
import signal
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import foedera

_ROOT = Path(foedera.__file__).parent.parent
_CHILD = """
import sys, time
from foedera.graph import store as stores
store = stores.open(share={share!r}, command={command!r}, note=lambda line: print(repr(("note", line)), flush=True))
print(repr("ready"), flush=True)
for line in sys.stdin:
    print(repr(eval(line)), flush=True)
store.close()
"""


def environment(**more: str) -> dict[str, str]:
    """For a process that imports the same foedera."""
    path = os.pathsep.join(filter(None, [str(_ROOT), os.environ.get("PYTHONPATH")]))
    return {**os.environ, "PYTHONPATH": path, **more}


class Process:
    """`ask` waits for the value of an expression over `store`; `tell` does not wait."""

    def __init__(
        self, *, share: bool = True, command: str = "foedera serve", prefix: tuple[str, ...] = ()
    ) -> None:
        script = _CHILD.format(share=share, command=command)
        self.notes: list[str] = []
        self._process = subprocess.Popen(
            [*prefix, sys.executable, "-c", script],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment(),
        )

    @property
    def pid(self) -> int:
        return self._process.pid

    def ready(self) -> Self:
        """Waits until the store is open."""
        assert self.answer() == "ready"
        return self

    def tell(self, expression: str) -> None:
        assert self._process.stdin
        self._process.stdin.write(expression + "\n")
        self._process.stdin.flush()

    def line(self) -> Any:
        """The next line, be it an answer or a note."""
        assert self._process.stdout
        text = self._process.stdout.readline()
        if not text:
            raise EOFError(self._process.communicate()[1])
        return ast.literal_eval(text)

    def answer(self) -> Any:
        """The next answer; notes before it are kept."""
        while isinstance(told := self.line(), tuple) and told[0] == "note":
            self.notes.append(told[1])
        return told

    def ask(self, expression: str) -> Any:
        self.tell(expression)
        return self.answer()

    def kill(self) -> None:
        """As `kill -9` does."""
        self._process.kill()
        self._process.communicate()

    def interrupt(self) -> tuple[int, str]:
        """As Ctrl-C does; the exit code and what was said on standard error."""
        self._process.send_signal(signal.SIGINT)
        _, said = self._process.communicate(timeout=20)
        return self._process.returncode, said

    def end(self) -> str:
        """Closes the store and ends; what was said on standard error."""
        return self._process.communicate(timeout=20)[1]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.returncode is None:
            self.kill()

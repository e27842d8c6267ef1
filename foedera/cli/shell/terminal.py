"""The shell on a terminal: history, several lines, completion, and Ctrl-C that stops a statement and not the shell."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

from foedera import __version__
from foedera.graph.errors import FoederaError

from .. import PROGRAM, failed, told_unforeseen
from .input import is_whole, typed
from .session import Leave, Session
from .words import Known, fitting

if TYPE_CHECKING:
    from foedera.graph.store import Store

HISTORY = "shell-history"


def converse(session: Session) -> None:
    """Reads and answers until the user leaves; no mistake ends it."""
    store = session.db.store
    lines = _lines(session, store)
    engine = store.engine
    print(
        f"Foedera {__version__}, {engine.name} {engine.version}, {'writing' if session.write else 'reading only'}. "
        "A statement ends with ; and :help lists the commands."
    )
    while True:
        try:
            text = lines.prompt()
        except KeyboardInterrupt:
            continue
        except EOFError:
            return
        try:
            if not _answered(session, text):
                return
        except KeyboardInterrupt:
            failed(FoederaError("stopped"))


def _answered(session: Session, text: str) -> bool:
    """Runs what was typed, to its first mistake; False if the user wants to leave."""
    try:
        for line in typed([text]):
            session.run(line)
    except Leave:
        return False
    except FoederaError as error:
        failed(error)
    except Exception as error:
        if os.environ.get("FOEDERA_DEBUG"):
            raise
        told_unforeseen(error)
    return True


def _lines(session: Session, store: Store) -> PromptSession[str]:
    from foedera.queries.names import everybody

    known = Known(cache(lambda: everybody(store)), lambda: session.values.keys())
    prompt = f"{PROGRAM}{' (write)' if session.write else ''}> "
    return PromptSession(
        prompt,
        history=FileHistory(str(_history())),
        completer=_Completer(known),
        complete_while_typing=False,
        multiline=True,
        prompt_continuation=lambda width, *_: "> ".rjust(width),
        key_bindings=_keys(),
    )


def _history() -> Path:
    """The file in the data folder that only this user reads; also where the data are on a server."""
    from foedera.graph.store import home

    path = home.prepare(home.folder()) / HISTORY
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600))
    path.chmod(0o600)
    return path


def _keys() -> KeyBindings:
    keys = KeyBindings()

    @keys.add("enter")
    def _enter(event: KeyPressEvent) -> None:
        """Takes a chosen completion; runs what is whole; else begins another line."""
        buffer = event.current_buffer
        if buffer.complete_state and buffer.complete_state.current_completion:
            buffer.complete_state = None
        elif is_whole(buffer.text):
            buffer.validate_and_handle()
        else:
            buffer.insert_text("\n")

    return keys


class _Completer(Completer):
    """What fits, as prompt_toolkit shows it."""

    def __init__(self, known: Known) -> None:
        self._known = known

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        try:
            found = fitting(document.text_before_cursor, self._known)
        except FoederaError:  # the database went away: the next statement will say so
            return
        for word in found.words:
            yield Completion(word.text, -found.replaced, display_meta=word.about)

"""A real browser for the page: the system's Chromium, driven by Playwright, which downloads none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from foedera.database import Database
from foedera.files import write
from foedera.graph.store import Store
from foedera.page.data import PageData
from foedera.page.network import page as written

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

NO_BROWSER = "no browser: install chromium from the system's packages"
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass
class Opened:
    """A page in the browser, and what it did that it should not have done."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def watch(self) -> None:
        """Notes every request, error and dialog from now on; requests but for the page itself get no answer."""

        def dialog(seen: Dialog) -> None:
            self.dialogs.append(seen.message)
            seen.dismiss()

        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", dialog)
        self.page.route(lambda url: not url.startswith("file:"), lambda route: route.abort())

    def text(self, selector: str) -> str:
        """What the first such element says."""
        return self.page.locator(selector).first.inner_text()

    def count(self, name: str) -> int:
        """The number beside a kind or a legal force in the legend."""
        row = self.page.locator("label.toggle").filter(has=self.page.get_by_text(name, exact=True))
        return int(row.locator(".count").inner_text())

    def find(self, name: str) -> None:
        """Search by keyboard, as a user would: type, Enter."""
        self.page.fill("#find", name)
        self.page.keyboard.press("Enter")

    def evaluate(self, script: str, argument: Any = None) -> Any:
        return self.page.evaluate(script, argument)


Open = Callable[..., Opened]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        if os.environ.get("CI", "").lower() in ("1", "true"):
            pytest.fail(NO_BROWSER, pytrace=False)
        pytest.skip(NO_BROWSER)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=_ARGUMENTS)
        yield found
        found.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a page from disk, by a link to it or without, and waits until its graph is drawn.

    Further keywords are those of a browser context.
    """
    contexts = []

    def open_page(what: PageData | Path, link: str = "", **settings: Any) -> Opened:
        path = what if isinstance(what, Path) else tmp_path / "page.html"
        if isinstance(what, PageData):
            write(written(what), path)
        contexts.append(browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **settings}))
        seen = Opened(contexts[-1].new_page())
        seen.watch()
        seen.page.goto(path.as_uri() + (link and f"#{link}"))
        seen.page.wait_for_selector("html[data-ready]", timeout=20_000)
        return seen

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def db(core_store: Store) -> Database:
    return Database(lambda: core_store, closing=False)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "page.html"

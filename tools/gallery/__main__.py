"""Write docs/gallery.md and its pictures: `make gallery`, or `python -m tools.gallery` in the checkout.

A database of its own is filled with core for it; the pages are drawn by the command line, and photographed in the
system's Chromium.
"""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from .pages import SHOTS, Shot
from .picture import small

DOCS = Path(__file__).parents[2] / "docs"
SIZE = {"width": 1280, "height": 800}


def main() -> int:
    from playwright.sync_api import sync_playwright

    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        print("no browser: install chromium from the system's packages", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        home = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
        home["FOEDERA_HOME"] = str(Path(folder) / "home")
        _foedera(home, "load", "core")
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        blank = browser.new_page()
        for shot in SHOTS:
            page = Path(folder) / f"{shot.name}.html"
            _foedera(home, "render", *shot.arguments, "-o", str(page))
            picture = small(blank, _photographed(browser, page, shot))
            (DOCS / "gallery" / f"{shot.name}.png").write_bytes(picture)
            print(f"{shot.name}: {len(picture):,} bytes")
        browser.close()
    (DOCS / "gallery.md").write_text(text(), encoding="utf-8", newline="\n")
    return 0


def _foedera(env: dict[str, str], *arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "foedera", *arguments], check=True, env=env)


def _photographed(browser: Any, file: Path, shot: Shot) -> bytes:
    page = browser.new_page(viewport=SIZE, color_scheme="dark" if shot.dark else "light")
    page.goto(file.as_uri())
    page.wait_for_selector("html[data-ready]")
    if shot.find:
        page.fill("#find", shot.find)
        page.keyboard.press("Enter")
        page.click("#fit")
    page.mouse.move(0, 0)
    page.wait_for_timeout(500)
    picture: bytes = page.screenshot()
    page.close()
    return picture


def text() -> str:
    """docs/gallery.md."""
    parts = [
        "# Gallery\n\nPages of `foedera render`, each one file that opens without a network. `make gallery` makes these pictures anew."
    ]
    for shot in SHOTS:
        command = shlex.join(["foedera", "render", *shot.arguments])
        picture = f"![{shot.title}](gallery/{shot.name}.png)"
        parts.append(f"## {shot.title}\n\n{shot.told}\n\n```console\n$ {command}\n```\n\n{picture}")
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    sys.exit(main())

"""The page's script by itself: its types, its style, and the tests of its logic, run by node."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from foedera.page import web

TOOLS = Path(__file__).parents[2] / "tools" / "page"
NO_NODE = "no node: install nodejs and npm, then run `make tools/page/node_modules`"


@pytest.mark.parametrize("check", ["types", "lint", "test"])
def test_script_passes(check: str) -> None:
    """`npm run types`, `lint` and `test` in tools/page."""
    npm = shutil.which("npm")
    if npm is None or not (TOOLS / "node_modules").is_dir():
        if os.environ.get("CI", "").lower() in ("1", "true"):
            pytest.fail(NO_NODE, pytrace=False)
        pytest.skip(NO_NODE)
    done = subprocess.run(
        [npm, "run", "--silent", check], check=False, cwd=TOOLS, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_file_of_script_and_style_is_joined_into_the_page() -> None:
    folder = Path(web.__file__).parent
    assert sorted(web.SCRIPTS) == sorted(path.name for path in folder.glob("script/*.js"))
    assert sorted(web.STYLES) == sorted(path.name for path in folder.glob("style/*.css"))

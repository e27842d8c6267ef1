"""docs/gallery.md is what `make gallery` writes, with pictures that are there and small."""

import struct
from pathlib import Path

import pytest
from typer.testing import CliRunner

from foedera.cli.app import app
from tools.gallery.__main__ import DOCS, text
from tools.gallery.pages import SHOTS, Shot


def test_the_page_of_docs_is_the_one_that_is_written() -> None:
    assert (DOCS / "gallery.md").read_text(encoding="utf-8") == text()


@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
def test_each_picture_is_there_and_small(shot: Shot) -> None:
    picture = (DOCS / "gallery" / f"{shot.name}.png").read_bytes()
    assert picture.startswith(b"\x89PNG") and len(picture) < 150_000
    width, height = struct.unpack(">II", picture[16:24])
    assert width >= 1000 and height >= 600


def test_no_picture_is_left_over() -> None:
    assert {path.stem for path in (DOCS / "gallery").iterdir()} == {shot.name for shot in SHOTS}


def test_the_readme_shows_pictures_of_the_gallery() -> None:
    readme = (Path(DOCS).parent / "README.md").read_text(encoding="utf-8")
    assert any(f"docs/gallery/{shot.name}.png" in readme for shot in SHOTS)


@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
def test_each_command_is_understood(shot: Shot, tmp_path: Path) -> None:
    """It gets as far as to the output, whose folder is not there."""
    done = CliRunner().invoke(app, ["render", *shot.arguments, "-o", str(tmp_path / "no" / "page.html")])
    assert "there is no folder" in str(done.exception)

"""Where a page or an export is written: to files alone, through links, and whole."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from foedera.files import write
from foedera.graph.errors import BadInput


def _circle(path: Path) -> None:
    path.symlink_to(path)


def _link_to_a_pipe(path: Path) -> None:
    os.mkfifo(path.parent / "pipe")
    path.symlink_to(path.parent / "pipe")


@pytest.mark.parametrize("make", [os.mkfifo, _circle, _link_to_a_pipe])
def test_what_is_no_file_is_not_replaced_by_one(tmp_path: Path, make: Callable[[Path], None]) -> None:
    """A pipe, and links that lead to no file, stay what they are."""
    output = tmp_path / "page.html"
    make(output)
    before = sorted((path.name, path.lstat().st_mode) for path in tmp_path.iterdir())
    with pytest.raises(BadInput) as told:
        write("x", output)
    assert str(told.value) == f"{output} is not a file that can be written; name another"
    assert sorted((path.name, path.lstat().st_mode) for path in tmp_path.iterdir()) == before


def test_a_device_is_not_replaced_by_a_file() -> None:
    """Root could do so; the page would then be the device for every program."""
    with pytest.raises(BadInput, match=r"^/dev/null is not a file that can be written; name another$"):
        write("x", Path("/dev/null"))
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


def test_a_link_stays_and_its_file_is_written(tmp_path: Path) -> None:
    """Whether the file is there already or not."""
    (tmp_path / "far").mkdir()
    link, file = tmp_path / "page.html", tmp_path / "far" / "real.html"
    link.symlink_to(file)
    for text in ("one", "two"):
        write(text, link)
        assert link.is_symlink() and file.read_text() == text
    assert os.listdir(tmp_path / "far") == ["real.html"]


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="no /proc: it is Linux that takes no file there")
def test_a_folder_that_takes_no_file_is_bad_input() -> None:
    """Another name mends it, as where there is no such folder."""
    with pytest.raises(BadInput, match=r"^cannot write /proc/x\.html: .+; name another output file$"):
        write("x", Path("/proc/x.html"))


@pytest.mark.parametrize("name", ["-", ""])
def test_a_page_needs_the_name_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Neither standard output nor nothing."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BadInput, match=r"^name a file to write, such as"):
        write("x", Path(name))
    assert list(tmp_path.iterdir()) == []

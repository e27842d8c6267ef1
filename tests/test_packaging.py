"""What is on disk is what is declared, and what is declared is what a user installs."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

import foedera
from foedera.loaders import records

ROOT = Path(__file__).parent.parent
PYPROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())
SETUPTOOLS = PYPROJECT["tool"]["setuptools"]
FOLDERS = {
    "foedera": "foedera",
    "graph": "foedera.graph",
    "loaders": "foedera.loaders",
    "queries": "foedera.queries",
}


def files_by_package() -> dict[str, list[Path]]:
    """Every folder that holds a file, under the name by which users import it. Links are not followed."""
    found: dict[str, list[Path]] = {}
    for top, package in FOLDERS.items():
        for folder, subfolders, names in os.walk(ROOT / top):
            subfolders[:] = [name for name in subfolders if not name.startswith((".", "__"))]
            files = [Path(folder, name) for name in names if not name.startswith(".")]
            files = [path for path in files if not path.is_symlink()]
            if files:
                inner = Path(folder).relative_to(ROOT / top).parts
                found[".".join((package, *inner))] = files
    return found


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """Built through the sdist, and from a copy: setuptools ships what an earlier build/ left."""
    tmp = tmp_path_factory.mktemp("wheel")
    kept = [*FOLDERS, "tests", "pyproject.toml", "MANIFEST.in", "README.md", "LICENSE", "Makefile"]
    for name in kept:
        if (ROOT / name).is_dir():
            ignore = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / name, tmp / "tree" / name, symlinks=True, ignore=ignore)
        else:
            shutil.copy(ROOT / name, tmp / "tree" / name)
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(tmp), str(tmp / "tree")]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return zipfile.ZipFile(next(tmp.glob("*.whl")))


def test_each_folder_is_a_declared_package() -> None:
    assert sorted(SETUPTOOLS["packages"]) == sorted(files_by_package())


def test_each_package_has_its_folder_and_an_init() -> None:
    for package in SETUPTOOLS["packages"]:
        folder = SETUPTOOLS["package-dir"].get(package, package.replace(".", "/"))
        assert (ROOT / folder / "__init__.py").is_file(), (
            f"{package} is declared, but {folder} has no __init__.py"
        )


def test_wheel_holds_every_file_of_the_packages_and_nothing_else(wheel: zipfile.ZipFile) -> None:
    names = {name for name in wheel.namelist() if ".dist-info/" not in name}
    wanted = {
        f"{package.replace('.', '/')}/{path.name}"
        for package, paths in files_by_package().items()
        for path in paths
    }
    assert names == wanted


def test_wheel_carries_types_data_and_both_licences(wheel: zipfile.ZipFile) -> None:
    names = wheel.namelist()
    for pattern in (
        r"foedera/py\.typed",
        r"foedera/loaders/core/\w+\.yaml",
        r"foedera/queries/[\w-]+\.cypher",
        r"foedera/page/web/[\w-]+\.html",
        r"foedera/page/web/script/[\w-]+\.js",
        r"foedera/page/web/style/[\w-]+\.css",
        r"foedera-[^/]+\.dist-info/licenses/LICENSE",
        r"foedera-[^/]+\.dist-info/licenses/loaders/core/LICENSE",
    ):
        assert any(re.fullmatch(pattern, name) for name in names), f"the wheel has no {pattern}"


@pytest.fixture(scope="module")
def installed(wheel: zipfile.ZipFile, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pure Python: unpacked is installed."""
    folder = tmp_path_factory.mktemp("installed")
    wheel.extractall(folder)
    return folder


def python(*arguments: str, cwd: Path) -> str:
    """Run where the checkout is out of sight."""
    done = subprocess.run(
        [sys.executable, *arguments],
        check=False,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(cwd)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_wheel_runs_without_the_checkout(installed: Path) -> None:
    where = python("-c", "import foedera.cli as it; print(it.__file__)", cwd=installed)
    assert Path(where) == installed / "foedera/cli/__init__.py"
    assert "path" in python("-m", "foedera", "--help", cwd=installed)


def test_wheel_reads_as_many_facts_of_core_as_the_checkout(installed: Path) -> None:
    count = "from foedera.loaders import records; print(sum(1 for _ in records('core')))"
    assert int(python("-c", count, cwd=installed)) == sum(1 for _ in records("core")) > 0


def test_version_is_the_same_everywhere() -> None:
    assert PYPROJECT["project"]["version"] == foedera.__version__
    assert f"\n## [{foedera.__version__}]" in (ROOT / "CHANGELOG.md").read_text()

"""The tools of the checkout say what they need and what they left out."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def run(*command: str | Path, path: Path, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        check=False,
        cwd=path,
        env={"PATH": str(path), **env},
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )


def fake_java(folder: Path, *modules: str) -> None:
    java = folder / "java"
    java.write_text("#!/bin/sh\n" + "".join(f"echo {module}\n" for module in modules))
    java.chmod(0o755)


def start_neo4j(folder: Path) -> subprocess.CompletedProcess[str]:
    """In a copy, so that a Neo4j which runs in this checkout is not found."""
    shutil.copytree(ROOT / "tools", folder / "tools", ignore=shutil.ignore_patterns("node_modules"))
    return run(sys.executable, folder / "tools/neo4j/server.py", "start", path=folder)


@pytest.mark.parametrize("modules", [None, ["java.base@17.0.1"], ["java.base@11.0.1", "jdk.compiler@11.0.1"]])
def test_neo4j_without_a_jdk_says_what_to_install(tmp_path: Path, modules: list[str] | None) -> None:
    """None at all, a JRE, an old one."""
    if modules:
        fake_java(tmp_path, *modules)
    done = start_neo4j(tmp_path)
    assert done.returncode == 1
    assert done.stderr == (
        "make neo4j needs a JDK, 17 or newer, on PATH. Debian: apt-get install default-jdk-headless\n"
    )
    assert done.stdout == ""


def test_neo4j_without_maven_says_what_to_install(tmp_path: Path) -> None:
    fake_java(tmp_path, "jdk.compiler@21")
    done = start_neo4j(tmp_path)
    assert done.returncode == 1
    assert done.stderr == "make neo4j needs Maven (mvn) to fetch Neo4j. Debian: apt-get install maven\n"
    assert done.stdout == ""


@pytest.mark.skipif(not shutil.which("make"), reason="make is not installed")
def test_help_names_every_target() -> None:
    targets = re.search(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert targets
    shown = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for target in targets[1].split():
        assert re.search(rf"(make |; ){target}\b", shown) or target == "help"


def test_skipped_tests_are_summed_up_by_reason(tmp_path: Path) -> None:
    (tmp_path / "test_it.py").write_text(
        "import pytest\n"
        "@pytest.mark.parametrize('n', [1, 2])\n"
        "def test_a(n):\n    pytest.skip('no Neo4j')\n"
        "@pytest.mark.skip(reason='no browser')\n"
        "def test_b():\n    pass\n"
        "def test_c():\n    pass\n"
    )
    pytest_here = [sys.executable, "-m", "pytest", "-p", "skip_summary", "-p", "no:cacheprovider"]
    done = run(*pytest_here, path=tmp_path, PYTHONPATH=os.fspath(ROOT / "tests/plugins"))
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-2:] == [
        "not run here, 2 tests: no Neo4j",
        "not run here, 1 test: no browser",
    ]

# One virtual environment serves every target; the stamps in it save needless installs.
PYTHON ?= python3
BIN := .venv/bin
# setuptools warns of folders that could hide an editable package; here they are the package
INSTALL := PYTHONWARNINGS='ignore:Editable installation' $(BIN)/python -m pip install --quiet

# a half-made .venv would be taken for a whole one
.DELETE_ON_ERROR:

.PHONY: help demo gallery install test check neo4j neo4j-stop clean distclean

help:
	@echo 'make demo        load the core dataset into a database of its own, ask it four things, draw a page'
	@echo 'make gallery     draw docs/gallery.md and its pictures anew; needs Chromium'
	@echo 'make test        run the tests that this machine can run'
	@echo 'make check       lint, types and tests, as CI runs them'
	@echo 'make install     only make .venv, with the tools for development'
	@echo 'make neo4j       start a Neo4j for the tests: eval "$$(make -s neo4j)"; needs a JDK and Maven'
	@echo 'make neo4j-stop  stop it'
	@echo 'make clean       remove what builds, tests and the demo left; distclean: .venv and .neo4j too'

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Foedera needs Python 3.11 or newer; try: make PYTHON=python3.13")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'

.venv/.installed: pyproject.toml | $(BIN)/python
	$(INSTALL) -e .
	@touch $@

.venv/.dev: pyproject.toml | $(BIN)/python
	$(INSTALL) -e . --group dev
	@touch .venv/.installed $@

# checks the page's script; without node its tests are skipped
tools/page/node_modules: tools/page/package.json
	@if command -v npm >/dev/null; then cd tools/page && npm install --no-package-lock --no-audit --no-fund --silent && touch node_modules; fi

install: .venv/.dev

demo: .venv/.installed
	@tools/demo

gallery: .venv/.dev
	@$(BIN)/python -m tools.gallery

test: .venv/.dev tools/page/node_modules
	PYTHONPATH=tests/plugins $(BIN)/pytest -rfE -p skip_summary

check: .venv/.dev tools/page/node_modules
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	PYTHONPATH=tests/plugins $(BIN)/pytest -rfE -p skip_summary

neo4j:
	@$(PYTHON) tools/neo4j/server.py start

neo4j-stop:
	@$(PYTHON) tools/neo4j/server.py stop

clean:
	rm -rf .demo build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage

distclean: clean neo4j-stop
	rm -rf .venv .neo4j tools/page/node_modules

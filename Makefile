# geomap: `make map` and `make test` set up all they need. They want Python 3.11+ and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready

.PHONY: map test lint bench data gallery clean

map: $(STAMP)
	$(BIN)/geomap run seeds/ -o outputs/

# A worker for each processor; the tests of a file stay together, for what they share is made once.
test: $(STAMP)
	$(BIN)/python -m pytest -n auto --dist loadfile

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(STAMP)
	$(BIN)/python benchmarks/run.py

data: $(STAMP)
	$(BIN)/python -m pip install --quiet -r boundaries/requirements.txt
	$(BIN)/python boundaries/build.py

gallery: $(STAMP)
	$(BIN)/python docs/build.py

# The environment is stale when pyproject.toml is newer than the stamp.
$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "geomap needs Python 3.11 or newer: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $(STAMP)

clean:
	rm -rf $(VENV) .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist *.egg-info
	find outputs -mindepth 1 ! -name README.md -delete

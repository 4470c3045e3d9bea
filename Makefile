# make demo | make test | make lint | make accept
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: venv demo test lint accept clean

venv: $(VENV)/.ready

$(VENV)/.ready: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

# Outline, deck and memo of the seed article; prints where they are.
demo: venv
	$(BIN)/deckmaker build seeds/india-japan-2plus2.txt

test: venv
	$(BIN)/python -m pytest $(ARGS)

lint: venv
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Take what the stages give now as what they should give; look at `git diff` before you commit it.
accept: venv
	DECKMAKER_ACCEPT=1 $(BIN)/python -m pytest tests/test_golden.py tests/test_readme.py

clean:
	rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache .hypothesis

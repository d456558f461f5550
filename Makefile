# Waymark's commands. `make run` opens the window; `make test` runs everything that CI runs.
PYTHON := .venv/bin/python
export QT_LOGGING_RULES ?= qt.qpa.*=false

.PHONY: run test check content bench evaluate shots clean setup-run setup-test
.DEFAULT_GOAL := run

setup-run:
	@.ci/setup run

setup-test:
	@.ci/setup test

run: setup-run  ## open the window (with no display: make a sample plan and say so)
	@$(PYTHON) main.py

test: setup-test  ## everything CI runs: style, types, content, tests
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m pyright --warnings
	@$(PYTHON) main.py content check
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest -n auto --dist loadfile

check: test  ## the same as test

content: setup-run  ## check the content sources and build the catalogue
	@$(PYTHON) main.py content check
	@$(PYTHON) main.py content build

bench: setup-test  ## speed and memory, beside the figures to reach
	@QT_QPA_PLATFORM=offscreen $(PYTHON) main.py bench

evaluate: setup-run  ## accuracy, baselines and robustness of the matching
	@$(PYTHON) main.py evaluate

shots: setup-test  ## pictures of every page and document, in shots/
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m guidance.ui.shots shots

clean:  ## remove what was built; keeps your records
	@rm -rf .venv build dist out shots .pytest_cache .ruff_cache .hypothesis .benchmarks db/catalogue.sqlite waymark.egg-info
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

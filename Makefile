# Needs git, make and Python 3.11 or later; everything else goes into .venv.

VENV ?= .venv
# Extras to install as well, for example: make env EXTRAS=excel,scale
EXTRAS ?=

PYTHONS := python3.13 python3.12 python3.11 python3 python
BIN := $(VENV)/bin
STAMP := $(VENV)/.made$(if $(EXTRAS),-$(EXTRAS))
SUITABLE := import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))
PROJECT := .$(if $(EXTRAS),[$(EXTRAS)])

.DEFAULT_GOAL := help
.PHONY: help env demo test properties lint style types layers format package ci clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(firstword $(MAKEFILE_LIST))

env: $(STAMP) ## the environment in .venv, made once

# The old pip of a new environment does not know --group, so pip comes first.
# Build isolation is off so that the build backend is the pinned one.
$(STAMP): pyproject.toml constraints.txt
	@set -e; \
	for candidate in $(BIN)/python $(PYTHONS); do \
	  if $$candidate -c '$(SUITABLE)' >/dev/null 2>&1; then found=$$candidate; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
	  echo "No Python 3.11 or later with the venv module is on the PATH." >&2; \
	  echo "Install one (on Debian and Ubuntu also python3-venv) and run make again." >&2; \
	  exit 2; \
	fi; \
	echo "Making $(VENV) with $$($$found --version)"; \
	[ "$$found" = "$(BIN)/python" ] || $$found -m venv --clear $(VENV)
	@$(BIN)/python -m ensurepip >/dev/null
	$(BIN)/python -m pip install --quiet --upgrade --constraint constraints.txt pip
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --group dev
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --no-build-isolation --editable "$(PROJECT)"
	@touch $@

demo: env ## the rating of one published inspection
	$(BIN)/inspect-engine score hmi-probation/pdu rules/hmi-probation/examples/kirklees-2024.yaml

test: env ## all tests
	$(BIN)/python -m pytest

properties: env ## the laws of the engine, on twenty times as many examples
	HYPOTHESIS_PROFILE=thorough $(BIN)/python -m pytest tests/properties

lint: style types layers ## ruff, mypy and import-linter

style: env
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: env
	$(BIN)/mypy

layers: env
	$(BIN)/lint-imports

format: env ## ruff's safe fixes and its layout
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

package: env ## wheel and sdist in dist/
	$(BIN)/python -m build --no-isolation

ci: ## what the gate runs
	./.ci/run

clean: ## remove what make and the tools made
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

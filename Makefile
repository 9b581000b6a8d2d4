# The commands of this project. `make` alone lists them.
# Everything is installed into .venv, from locks that pin every package by hash.

VENV := .venv
BIN := $(VENV)/bin
PYTHON := $(BIN)/python
OFFLINE := dist/running-bones-joints-offline.zip
ADDRESS ?= 127.0.0.1:8000

# Material and some plugins print notices about the future of MkDocs on every run.
# Our answer to them stands in docs-dev/adr/0001-generator-and-its-end-of-life.md.
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true

MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help serve test audit check site offline browser screens bench mutate lock clean

help: ## List these commands
	@awk 'BEGIN {FS = ":.*## "} /^[a-z]+:.*## / {printf "make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: $(BIN)/.build-installed ## Show the guide at http://127.0.0.1:8000/ and every saved change
	@$(PYTHON) -m tools.serve $(ADDRESS)

check: $(BIN)/.build-installed ## Check data/ and docs/ alone, in about a second
	@$(PYTHON) -m macros check

test: $(BIN)/.test-installed browser node_modules/.package-lock.json ## Run everything: lint, types, unit, site and browser tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(PYTHON) -m pytest --numprocesses auto --dist worksteal

audit: $(BIN)/.test-installed browser node_modules/.package-lock.json ## Run what takes long, daily and before a release (half an hour or more)
	@$(PYTHON) -m tools.audit

site: $(BIN)/.build-installed ## Build the website into site/
	@$(PYTHON) -m tools.website site

offline: $(BIN)/.build-installed ## Build the copy that works without a network, as one zip file
	@$(PYTHON) -m tools.offline $(OFFLINE)

browser: $(BIN)/.test-installed ## Find the browsers for the tests, or install them
	@$(PYTHON) -m tools.browser

screens: $(BIN)/.test-installed browser ## Renew the pictures of pages that tests compare with (look at them, then commit)
	RENEW_SCREENS=1 $(PYTHON) -m pytest -q tests/visual

bench: $(BIN)/.bench-installed browser ## Measure the proofs, the tools in a browser, and builds beside plain Material
	@$(PYTHON) -m bench.run

mutate: $(BIN)/.test-installed ## See whether the tests notice slips in the decision engine (takes long)
	@$(PYTHON) -m tools.mutate

lock: ## Renew the pinned packages (needs uv)
	@command -v uv >/dev/null || { echo "make lock needs uv: https://docs.astral.sh/uv/" >&2; exit 1; }
	uv pip compile pyproject.toml $(LOCK_OPTIONS) -o requirements.txt
	uv pip compile pyproject.toml --group test --constraint requirements.txt $(LOCK_OPTIONS) -o requirements-test.txt
	uv pip compile --group bench $(LOCK_OPTIONS) -o requirements-bench.txt
	uv pip compile --group node $(LOCK_OPTIONS) -o requirements-node.txt
	uv pip compile pyproject.toml --group properdocs --constraint requirements.txt $(LOCK_OPTIONS) -o requirements-properdocs.txt
	uv pip compile pyproject.toml --group zensical --constraint requirements.txt $(LOCK_OPTIONS) -o requirements-zensical.txt

# One lock for every system and every Python from 3.11 on; it names packages and hashes, and no index.
LOCK_OPTIONS := --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

clean: ## Delete everything that was built (.venv stays)
	rm -rf site dist overrides/assets/built overrides/assets/fonts .cache .generators .pytest_cache .mypy_cache .ruff_cache
	find macros tools tests -name __pycache__ -type d -prune -exec rm -rf {} +

# Both locks go into one environment; the second holds the first with the same versions.
$(BIN)/.build-installed: requirements.txt tools/install.sh
	@sh tools/install.sh $(VENV) requirements.txt
	@touch $@

$(BIN)/.test-installed: requirements-test.txt $(BIN)/.build-installed
	@sh tools/install.sh $(VENV) requirements-test.txt
	@touch $@

$(BIN)/.bench-installed: requirements-bench.txt $(BIN)/.build-installed
	@sh tools/install.sh $(VENV) requirements-bench.txt
	@touch $@

# What tests take from npm, with the Node that is there or one from PyPI.
node_modules/.package-lock.json: package-lock.json $(BIN)/.test-installed
	@$(PYTHON) -m tools.node
	@touch $@

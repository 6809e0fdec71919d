# `make` or `make help` shows what there is. A target that needs the environment .venv
# makes it first; when it is in place already, that takes less than a second.

PORT ?= 8080
VAR ?= var
TEST_ARGS ?= -n 2 --dist loadfile
PIP_PYTHON := $(if $(PYTHON),--python $(PYTHON))
PY := .venv/bin/python
PYTEST := .venv/bin/pytest

.DEFAULT_GOAL := help
.PHONY: help install start import maintain test test-browser test-proxy test-postgresql test-crash test-wheel bench lint \
	format i18n docs buildout clean

help: ## Show this list
	@sed -n 's/^\([a-z0-9-]*\):[^#]*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) \
	| awk -F'|' '{ printf "%-24s %s\n", $$1, $$2 }'

install: ## Make .venv with everything pinned in it (PYTHON=python3.12)
	@$(or $(PYTHON),python3) scripts/install.py $(PIP_PYTHON)

start: install ## Serve the demo neighbourhood on http://localhost:8080/samenbeter (PORT=8081)
	@exec $(PY) -m samenbeter.demo.start --port $(PORT) --var $(VAR)

import: install ## Bring questions into the site while it is stopped (FILE=questions.jsonl DESK=/vraagbaak)
	@exec $(PY) -m samenbeter.demo.importing --var $(VAR) --desk "$(DESK)" \
		"$(or $(FILE),$(error Say which file: make import FILE=questions.jsonl))"

maintain: install ## Say how it goes with the jobs, or do one thing for the site (COMMAND=check-audit)
	@exec $(PY) -m samenbeter.shared.maintain --var "$(VAR)" $(if $(filter-out 8080,$(PORT)),--url http://localhost:$(PORT)/samenbeter) $(or $(COMMAND),jobs)

test: install ## Run all tests but those that need a browser, nginx, a database server or whole sites to kill
	$(PYTEST) -m "not browser and not proxy and not postgresql and not crash and not wheel" $(TEST_ARGS) tests

test-browser: install ## Run the tests in chromium (CHROMIUM=/path/to/it)
	@CHROMIUM=$$($(PY) scripts/need.py chromium) && export CHROMIUM && \
	$(PYTEST) -m browser tests

test-proxy: install ## Run the tests behind an nginx of their own (NGINX=/path/to/it)
	@NGINX=$$($(PY) scripts/need.py nginx) && export NGINX && \
	$(PYTEST) -m proxy tests

test-postgresql: install ## Run the tests that need a PostgreSQL of their own
	@PG_BIN=$$($(PY) scripts/need.py postgresql) && export PG_BIN && \
	$(PYTEST) -m postgresql tests

test-crash: install ## Run the tests that load, fill and kill sites in processes of their own
	$(PYTEST) -m crash $(TEST_ARGS) tests

test-wheel: install ## Build the wheel and try it in an environment of its own
	$(PYTEST) -m wheel tests

bench: install ## Measure against stock Plone in the same run, the vault, the hardening, and asking
	$(PY) scripts/bench.py
	$(PY) scripts/bench_vault.py
	$(PY) scripts/bench_guard.py
	$(PY) scripts/bench_desk.py

lint: install ## Check Python, ZCML and XML
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	$(PY) scripts/markup.py --check

format: install ## Set Python, ZCML and XML right
	.venv/bin/ruff check --fix
	.venv/bin/ruff format
	$(PY) scripts/markup.py

i18n: install ## Collect the texts to translate
	$(PY) scripts/i18n.py

docs: install ## Write the parts of the documentation that come from the code
	$(PY) scripts/docs.py

buildout: install ## Write bin/instance and bin/pytest from buildout.cfg
	$(PY) scripts/versions.py
	.venv/bin/buildout -o -c buildout.cfg

clean: ## Remove what was made, but not the data in var
	rm -rf .venv .pytest_cache .ruff_cache .hypothesis build dist bin parts \
		develop-eggs eggs .installed.cfg .mr.developer.cfg src/*.egg-info
	find src tests scripts -name __pycache__ -prune -exec rm -rf {} +

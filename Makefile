# make demo: install and try it    make test: all gates    make bench: measurements    make locks: renew the locks
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: demo test bench locks clean
.DELETE_ON_ERROR:

demo: .venv/runtime.stamp
	$(BIN)/kg build examples -o output
	@echo && echo "Who is named in documents of several archives?"
	$(BIN)/kg query output cross-archive --limit 10
	@echo && echo "The data lies in output/ (output/README.md says what is what). More questions: $(BIN)/kg queries"

test: .venv/dev.stamp
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m kg.dev check
	$(BIN)/pytest --cov

bench: .venv/dev.stamp
	$(BIN)/python -m kg.dev bench

# Both locks are resolved for every platform; pins move only with `make locks UPGRADE=--upgrade`.
locks: .venv/dev.stamp
	$(BIN)/uv pip compile pyproject.toml $(LOCK) --group build -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml $(LOCK) --group dev -c requirements.lock -o requirements-dev.lock
LOCK = --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header $(UPGRADE)

clean:
	rm -rf .venv build dist .coverage .hypothesis .*_cache

# The stamps: a lock that changed is installed anew, nothing else is.
.venv/runtime.stamp: requirements.lock pyproject.toml | .venv/bin/pip
	$(PIP) install --quiet --require-hashes -r requirements.lock
	$(PIP) install --quiet --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev.stamp: requirements-dev.lock pyproject.toml | .venv/bin/pip
	$(PIP) install --quiet --require-hashes -r requirements-dev.lock
	$(PIP) install --quiet --no-deps --no-build-isolation -e .
	@touch $@

.venv/bin/pip:
	$(PYTHON) -m venv .venv

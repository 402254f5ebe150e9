# SPDX-License-Identifier: GPL-2.0-or-later
SHELL := /bin/bash
PYTHON := .venv/bin/python
SHIPPED := __init__.py plugin
CASE ?=
SUITE ?= forky

export QT_QPA_PLATFORM := offscreen
export PYTHONUTF8 := 1
ifeq ($(shell uname),Linux)
# Qt encodes file names by the locale; in "C" a Chinese path would be lost.
export LC_ALL := C.UTF-8
endif

.DEFAULT_GOAL := help
.PHONY: help setup test test-domain test-latest test-peers lint demo package translate layouts models sample manual pictures clean

help: ## list the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "  make %-12s %s\n", $$1, $$2 }'

setup: ## install what is missing: QGIS (apt), .venv with pinned packages
	@bash .ci/setup.sh

test: lint ## set up, check the style, run the whole suite
	@bash .ci/postgis.sh
	$(PYTHON) -m pytest -n auto --maxprocesses 4 --dist loadgroup

test-domain: setup ## the tests of the domain alone, without QGIS (minutes)
	$(PYTHON) -m pytest tests/domain -p no:pytest_qgis -n 2

test-latest: ## the suite on the newest QGIS of Debian, or on that of SUITE=trixie (root, 6 GB)
	@bash .ci/latest.sh $(SUITE)

test-peers: setup ## compare with PySAL tobler in an environment of its own (.venv-peers, 0.8 GB)
	@bash .ci/peers.sh
	$(PYTHON) -m pytest tests/peers

lint: setup ## ruff, mypy, bandit, flake8
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	$(PYTHON) -m bandit --quiet --recursive $(SHIPPED)
	$(PYTHON) -m flake8 $(SHIPPED)

demo: setup ## run the main job on the sample data, or on CASE=path/to/case.json
	@PYTHONPATH=.ci $(PYTHON) -m demo $(if $(CASE),"$(CASE)")

package: ## build the installable zip of the last commit into dist/
	@bash .ci/package.sh

translate: setup ## collect the texts into i18n/*.ts and compile them
	$(PYTHON) .ci/i18n.py

manual: translate ## build the user's guide in resources/help
	$(PYTHON) .ci/manual.py

layouts: setup ## make resources/layouts/*.qpt, the templates of map sheets, from .ci/layouts.py
	QT_HASH_SEED=0 $(PYTHON) .ci/layouts.py

models: setup ## make resources/models/*.model3 from the recipes in .ci/models.py
	QT_HASH_SEED=0 $(PYTHON) .ci/models.py

sample: setup ## make the sample projects resources/sample/county/*.qgz
	$(PYTHON) .ci/sample_project.py

pictures: translate ## take the guide's pictures from the real QGIS (needs xvfb and chromium)
	@PYTHONPATH=.ci $(PYTHON) -m pictures

clean: ## remove what was built; the set-up in .venv stays
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .qgis-settings
	find . -path ./.venv -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +

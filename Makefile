# Everything runs in .venv, which `setup` makes and the other targets call for.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/ready

.PHONY: run test test-faults check bench package setup sample screenshot

run: $(STAMP)  ## sets up and opens the app with the sample dossier (without a display: does the main job)
	$(BIN)/python -m desktop.main_job

test: $(STAMP) check  ## sets up and passes every check and test
	$(BIN)/python -m pytest -n auto

test-faults: $(STAMP)  ## kills, full disks and power cuts at every point of a save (as root; minutes)
	sh packaging/system-packages.sh strace faketime e2fsprogs util-linux
	$(BIN)/python -m pytest -m faults -n 2 -rP

check: $(STAMP)  ## style, types and the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(STAMP)  ## measures, prints a table and writes build/bench.json
	$(BIN)/python -m pip install -qq --disable-pip-version-check --editable '.[bench]'
	$(BIN)/python tests/bench/run.py

package:  ## builds a .deb, a .rpm and an installer for one user into build/packages (on Linux, as root)
	sh packaging/system-packages.sh binutils rpm makeself desktop-file-utils shared-mime-info
	$(PYTHON) packaging/make_package.py

sample: $(STAMP)  ## makes the sample dossier anew from its source
	$(BIN)/python packaging/make_sample.py

screenshot: $(STAMP)  ## makes the picture in the README anew from the real window
	QT_QPA_PLATFORM=offscreen $(BIN)/python packaging/make_screenshot.py

setup: $(STAMP)

$(STAMP): pyproject.toml packaging/system-packages.sh
	sh packaging/system-packages.sh
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
# the pip that Python 3.11 brings misses extras spelled another way (lxml[html_clean])
	$(BIN)/python -m pip install -qq --disable-pip-version-check --upgrade pip
	$(BIN)/python -m pip install -qq --disable-pip-version-check --editable '.[test,check]'
	touch $(STAMP)

# Every target sets up what it needs first; the tasks themselves stand in pyproject.toml ([tool.poe.tasks]).
.PHONY: help run test lint format types bench torture forms texts build
PYTHON ?= python3
POE = .venv/bin/poe -q

help:
	@echo "make run      open the program on the sample office (without a display: write its documents to out/)"
	@echo "make test     run the whole suite, with PostgreSQL and LibreOffice"
	@echo "make lint     format, lint, types and import rules"
	@echo "make format   format and mend what the linter can mend"
	@echo "make forms    compile the Qt Designer forms after a change"
	@echo "make texts    extract and compile the texts of both catalogues"
	@echo "make bench    measure speed against the bare libraries, as ratios"
	@echo "make torture  10,000 kills during actions"
	@echo "make build    build the program for this system into dist/"

run:
	@$(PYTHON) installer/prepare.py run
	@.venv/bin/python -m techmgr run

test:
	@$(PYTHON) installer/prepare.py test
	@$(POE) test

lint format forms texts bench torture build:
	@$(PYTHON) installer/prepare.py run
	@$(POE) $@

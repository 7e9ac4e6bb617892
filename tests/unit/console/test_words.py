"""Every value that the domains know has its word, so that no code ever reaches a person."""

from collections.abc import Iterable
from enum import StrEnum

import pytest

from chalicelib.appraisal.cycle import CycleState
from chalicelib.appraisal.kpis import KPIS
from chalicelib.entrypoints.console import menu
from chalicelib.entrypoints.console.admin import GIVEN
from chalicelib.foundation.access import FIELDS, Actor, Role
from chalicelib.foundation.messages import MESSAGES
from chalicelib.interviewing.library import WEIGHTS
from chalicelib.interviewing.ratings import Flag, Unscored
from chalicelib.interviewing.scorecard import NotMeasured
from chalicelib.interviewing.states import AnswerState, Refusal, SessionState
from chalicelib.interviewing.transcript import Mode
from chalicelib.onboarding.background_check import Result, Verdict
from chalicelib.onboarding.checklist import Owner
from chalicelib.records.consent import Purpose
from chalicelib.records.stages import Stage
from chalicelib.screening.criteria import Verdict as Met
from chalicelib.screening.facts import Degree, Level
from chalicelib.selection.policy import Outcome

GROUPS: dict[str, Iterable[object]] = {
    "stage": Stage,
    "role": GIVEN,
    "family": WEIGHTS,
    "session": SessionState,
    "answer": AnswerState,
    "mode": Mode,
    "purpose": Purpose,
    "cycle": CycleState,
    "check": [*Verdict, *Result],
    "owner": Owner,
    "verdict": Met,
    "field": FIELDS,
    "unit": {kpi.unit for kpi in KPIS.values()},
    "degree": [int(x) for x in Degree],
    "level": [int(x) for x in Level if x],
    "nav": [key for key, _, _ in menu.PLACES],
}
KEYS: dict[str, Iterable[StrEnum]] = {
    "answer": [*Unscored, *Refusal],
    "answer.flag": Flag,
    "scorecard": NotMeasured,
    "recommendation": Outcome,
}


@pytest.mark.parametrize("group", GROUPS)
def test_each_value_of_a_group_has_a_word(group: str) -> None:
    assert [] == [v for v in GROUPS[group] if f"console.{group}.{v}" not in MESSAGES]


@pytest.mark.parametrize("prefix", KEYS)
def test_each_reason_has_its_sentence(prefix: str) -> None:
    assert [] == [v for v in KEYS[prefix] if f"{prefix}.{v}" not in MESSAGES]


def test_the_candidate_is_told_what_comes_next_at_every_stage() -> None:
    assert [] == [stage for stage in Stage if f"candidate.next.{stage}" not in MESSAGES]


def test_an_appraiser_sees_appraisal_and_no_candidate() -> None:
    actor = Actor("user-1", frozenset({Role.APPRAISER}))
    keys = [entry.key for entry in menu.entries(actor, "/")]
    assert ["today", "models", "questions", "appraisal", "ratings"] == keys


def test_the_place_one_stands_at_is_marked_and_no_other() -> None:
    actor = Actor("user-1", frozenset({Role.ADMINISTRATOR}))
    entries = menu.entries(actor, "/candidates/abc?application=x")
    assert ["candidates"] == [entry.key for entry in entries if entry.current]

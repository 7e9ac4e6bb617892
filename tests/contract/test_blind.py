"""No way to one person's interview passes the raters' guard by."""

import re

import app
from chalicelib.entrypoints.blindness import WHOSE
from chalicelib.entrypoints.typed import OPERATIONS
from chalicelib.foundation.access import ACTIONS, FIELDS, Fields, Role

#: Names in a path that lead to no person's interview. A new name is put here, or into the guard.
ELSEWHERE = frozenset(
    "appeal_id batch_id chart_key cycle_id draft_id employee_number job_family key_id language "
    "model_version name partner_id proposal_id question_id report_id requisition_id rescoring_id "
    "simulation_id step_key subject token user_id version".split()
)


def test_every_id_in_a_path_is_guarded_or_leads_to_no_interview() -> None:
    named = {name for route in app.app.routes for name in re.findall(r"{(\w+)}", route)}

    assert named - set(WHOSE) - ELSEWHERE == set()
    assert not ELSEWHERE & set(WHOSE)


def test_an_id_of_a_part_stands_only_behind_the_id_of_its_person() -> None:
    """A re-rating or a step is reached through its session or application, which is guarded."""
    bare = [
        route
        for route in app.app.routes
        if re.search(r"{(rescoring_id|step_key)}", route)
        and not set(re.findall(r"{(\w+)}", route)) & set(WHOSE)
    ]

    assert bare == []


def test_who_may_see_scores_by_store_is_who_the_guard_is_for() -> None:
    """Of those who rate, managers see scores: they are blinded; administrators are flagged."""
    raters = ACTIONS["appraisal.rate"]

    assert raters & FIELDS[Fields.SCORE] == {Role.HIRING_MANAGER, Role.ADMINISTRATOR}
    assert Role.APPRAISER in raters - FIELDS[Fields.SCORE]


def test_no_manager_reads_what_names_people_behind_figures() -> None:
    lists = {"weights.read", "weights.propose", "analytics.read", "audit.read"}

    assert [a for a in lists if Role.HIRING_MANAGER in ACTIONS[a]] == []
    assert [o.name for o in OPERATIONS if o.name == "get_outcomes" and o.action not in lists] == []

"""The main job from an empty company to new weights, through the public API only."""

from chalicelib.expression import service as expression
from infra.journey.play import SHOWN
from tests.e2e.conftest import Played


def test_the_journey_reports_every_step_with_where_to_look(played: Played) -> None:
    for number in range(1, SHOWN + 1):
        assert f"{number:2d}. " in played.report
    assert f"{SHOWN} steps in" in played.report


def test_everyone_passed_became_exactly_one_employee(played: Played) -> None:
    world = played.world
    employees = world.appraiser.get("/v1/employees", job_family="retail-sales", limit=1000)
    hired = [row for row in employees["employees"] if row["origin"] == "hired"]
    sales = [c for c in world.hired if c.slug == "retail-sales-associate"]

    assert sorted(c.person_id for c in sales) == sorted(row["person_id"] for row in hired)
    assert world.hired


def test_every_quote_of_every_rating_stands_in_the_answer(played: Played) -> None:
    quotes = 0
    for candidate in played.world.candidates:
        profile = played.world.recruiter.get(f"/v1/candidates/{candidate.person_id}")
        for answer in profile["sections"]["answer"]:
            for piece in (answer.get("rating") or {}).get("quotes", []):
                quotes += 1
                said = answer["transcript"][piece["start"] : piece["end"]]
                assert piece["quote"] == said

    assert quotes > 50


def test_frames_travelled_to_their_own_table_and_none_was_called_measured(played: Played) -> None:
    people = [c for c in played.world.candidates if c.slug == "retail-sales-associate"]
    told = {}
    for candidate in people:
        session = candidate.api.get(f"/v1/sessions/{candidate.session_id}")
        found = [
            expression.summary_of(candidate.session_id, q["question_id"], 1)
            for q in session["questions"]
        ]
        told[candidate.name] = (
            sum(each.frames for each in found),
            sum(each.measured for each in found),
        )
        assert (told[candidate.name][0] > 0) == session["consents"]["expression"]

    assert {0} == {measured for _, measured in told.values()}


def test_the_weights_changed_only_by_two_named_approvals_and_a_shadow_run(played: Played) -> None:
    proposals = played.world.analyst.get("/v1/weight-proposals")["proposals"]
    model = played.world.analyst.get("/v1/competency-models/retail-sales")

    assert ["active"] == [row["state"] for row in proposals]
    assert 2 == len({each["by"] for each in proposals[0]["approvals"]})
    assert proposals[0]["decided_by"].startswith("user-")
    assert 2 == model["model_version"]
    assert 100 == sum(d["weight"] for d in model["dimensions"])


def test_the_audit_chain_of_every_hired_person_holds(played: Played) -> None:
    for candidate in played.world.hired:
        trail = played.world.admin.get(f"/v1/audit/{candidate.person_id}")
        actions = [entry["action"] for entry in trail["entries"]]

        assert trail["holds"]
        assert actions[0] == "application.opened"
        assert "interview.invited" in actions


def test_the_decision_of_every_hired_person_is_kept_as_a_proof_that_holds(played: Played) -> None:
    for candidate in played.world.hired:
        path = f"/v1/applications/{candidate.application_id}/proof"

        assert played.world.recruiter.get(path)["holds"]

"""A person's rating beside the machine's, and what the candidate is told of both."""

from dataclasses import replace

import pytest

from chalicelib.interviewing import service as interviewing
from chalicelib.selection import service as selection
from infra.answers import Level
from infra.journey.api import wait_until
from tests.builders import SALES, actions, command, key_of, refusal
from tests.integration.interviewing.phone import Phone, interview

WHY = "He told the figures when asked at the counter."


@pytest.fixture(scope="module")
def rated(office) -> Phone:
    """A whole interview of middling answers."""
    phone = interview(office)
    for number in range(len(phone.questions)):
        phone.say(number, Level.WEAK)
    phone.submit()
    phone.scorecard()
    wait_until(
        lambda: selection.proposed(phone.who.application_id),
        seconds=20,
        what="the recommendation",
    )
    return phone


def path(phone: Phone, verb: str) -> str:
    return f"{phone.path}/answers/{phone.questions[0]['question_id']}/{verb}"


def person(office):
    """A named person of the company: keys may not decide."""
    return office.recruiter


def test_a_key_may_not_rate_in_a_persons_place(office, rated):
    wish = {"rating": 5, "reason": WHY}
    assert refusal(lambda: key_of(office, "recruiter").post(path(rated, "override"), wish))[1] == (
        "named-person-required"
    )


def test_a_persons_rating_moves_the_proposal_and_overwrites_nothing(office, rated):
    before = interviewing.scorecard(rated.session_id)
    given = person(office).post(path(rated, "override"), {"rating": 5, "reason": WHY})
    after = interviewing.scorecard(rated.session_id)
    assert after.result == before.result
    assert after.composite == before.composite
    assert given["adjusted_composite"] > given["composite"]
    assert given["counting_composite"] == given["adjusted_composite"]
    proposal = selection.proposed(rated.who.application_id)
    assert proposal.composite == given["adjusted_composite"]
    assert "answer.overridden" in actions(rated.who.person_id)


def test_the_candidate_reads_both_ratings_with_the_reason_and_never_a_name(office, rated):
    person(office).post(path(rated, "override"), {"rating": 4.5, "reason": WHY})
    told = rated.who.api.get(f"{rated.path}/report")
    answers = {a["question_id"]: a for d in told["dimensions"] for a in d["answers"]}
    own = answers[rated.questions[0]["question_id"]]
    assert own["rating"] == 4.5
    assert own["machine_rating"] is not None
    assert WHY in own["reasons"][0]["en"]
    assert "user-" not in str(told)
    assert all(a["calibrated"] is False for a in answers.values())


def test_a_withdrawn_rating_lets_the_machines_count_again(office, rated):
    person(office).post(path(rated, "override"), {"rating": 5, "reason": WHY})
    given = person(office).post(path(rated, "override-withdrawal"), {"reason": WHY})
    assert given["adjusted_composite"] is None
    assert given["counting_composite"] == given["composite"]
    words = given["overrides"][rated.questions[0]["question_id"]]
    assert words[-1]["rating"] is None
    assert [w["rating"] for w in words[:-1]].count(None) == 0


def rescored(office, phone: Phone, version: int = 0) -> dict:
    """That interview rated again, once it is done."""
    made = office.recruiter.post(f"{phone.path}/rescorings", {"model_version": version})
    place = f"{phone.path}/rescorings/{made['rescoring_id']}"

    def look():
        found = office.recruiter.get(place)
        return found if found["state"] == "done" else None

    return wait_until(look, seconds=40, what="the rating again")


def test_the_same_scorer_on_the_same_version_gives_the_same_again_beside_the_old(office, rated):
    before = interviewing.scorecard(rated.session_id)
    found = rescored(office, rated, int(before.model_version))["compared"]
    assert found["composite"]["difference"] == 0
    assert {pair["difference"] for pair in found["answers"]} == {0.0}
    assert len(found["answers"]) == len(rated.questions)
    assert interviewing.scorecard(rated.session_id).result == before.result


def test_another_version_of_the_model_is_set_beside_the_first(office, rated):
    asked = int(interviewing.session(rated.session_id).model_version)
    first = interviewing.model("retail-sales", asked)
    heavier = [replace(d, weight={0: d.weight + 10, 1: d.weight - 10}.get(n, d.weight))
               for n, d in enumerate(first.dimensions)]  # fmt: skip
    second = interviewing.adopt(command(), replace(first, dimensions=tuple(heavier)))
    found = rescored(office, rated, second.version)
    interviewing.adopt(command(), first)  # the other tests go on with the weights they know
    assert found["model_version"] == second.version
    moved = [key for key, (old, new) in found["compared"]["weights"].items() if old != new]
    assert len(moved) == 2
    for path in (
        f"/sessions/{rated.session_id}/rescorings/{found['rescoring_id']}",
        f"/candidates/{rated.who.person_id}",
    ):
        for language in ("zh", "en"):
            page = office.recruiter.http.get(path, params={"lang": language})
            assert page.status_code == 200
            assert f"rescorings/{found['rescoring_id']}" in page.text or "answer-" in page.text


def test_a_requisitions_interviews_are_rated_again_in_the_background(office, rated):
    made = office.recruiter.post(f"/v1/requisitions/{SALES}/rescorings", {"model_version": 1})

    def look():
        place = f"/v1/requisitions/{SALES}/rescorings"
        rows = office.recruiter.get(place, batch=made["batch_id"], limit=200)["rows"]
        found = {row["application_id"]: row for row in rows}
        return found.get(rated.who.application_id)

    row = wait_until(look, seconds=40, what="the batch")
    assert row["composite"]["old"] is not None
    assert row["composite"]["new"] is not None
    just_before = rated.who.application_id[:-1]  # the page of a company with many candidates
    place = f"/requisitions/{SALES}/rescorings"
    page = office.recruiter.http.get(place, params={"before": just_before})
    assert page.status_code == 200
    assert f"/sessions/{rated.session_id}/rescorings/" in page.text

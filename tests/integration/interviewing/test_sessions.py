"""Sessions: who is invited, when they close, and what comes too late."""

from chalicelib.foundation.ids import person_of
from chalicelib.interviewing import service as interviewing
from chalicelib.interviewing.tables import Answer
from infra import answers
from infra.journey.api import wait_until
from tests.builders import ABROAD, SALES, Office, actions, applicant, refusal, stage_of
from tests.integration.events import reconcile
from tests.integration.interviewing.phone import LANGUAGE, Phone, interview, invited


def over(phone: Phone) -> None:
    """Let the deadline of a session be past."""
    row = interviewing.session(phone.session_id)
    row.deadline = row.due_at = "2020-01-01T00:00:00.000000Z"
    row.save()


def test_a_closed_session_takes_no_more_answers(office):
    phone = interview(office)
    phone.submit()
    assert refusal(lambda: phone.announce(0)) == (409, "session-closed")


def test_a_session_past_its_deadline_takes_no_more_answers(office):
    phone = interview(office)
    over(phone)
    assert refusal(lambda: phone.announce(0)) == (410, "session-expired")


def test_an_answer_that_comes_after_the_session_closed_is_kept_and_not_scored(office):
    phone = interview(office)
    phone.say(0)
    phone.settled(0)
    permit = phone.announce(1)
    over(phone)
    reconcile(office)
    before = phone.scorecard()
    phone.put(permit, answers.document(phone.text(1), LANGUAGE))
    row = wait_until(
        lambda: (found := said(phone, 1)).late and found, seconds=30, what="the late answer"
    )
    assert (row.state, row.reason, row.rating) == ("not_scored", "session_closed", None)
    assert interviewing.scorecard(phone.session_id).result == before.result
    assert phone.answer(1)["reason"]["en"]


def said(phone: Phone, number: int) -> Answer:
    return interviewing.answer(phone.session_id, phone.questions[number]["question_id"])


def test_what_never_came_is_not_measured_rather_than_low(office):
    phone = interview(office)
    phone.say(0)
    phone.settled(0)
    phone.announce(1)
    over(phone)
    assert reconcile(office)["sessions_expired"] >= 1
    result = phone.scorecard().result
    never = {d["dimension"]: d for d in result["dimensions"]}[phone.questions[1]["dimension"]]
    assert (never["rating"], never["score"]) == (None, None)
    row = wait_until(
        lambda: (found := phone.who.api.get(phone.who.path))["recommendation"] and found,
        seconds=20,
        what="the recommendation",
    )
    assert row["recommendation"] == "person_needed"


def test_a_session_handed_in_twice_is_handed_in_once(office):
    phone = interview(office)
    phone.say(0)
    phone.settled(0)
    first, again = phone.submit(), phone.submit()
    assert first == again
    assert actions(phone.who.person_id).count("interview.submitted") == 1


def test_without_consent_nothing_is_announced(office):
    phone = interview(office, consents=())
    assert refusal(lambda: phone.announce(0)) == (403, "interview-consent-needed")


def test_another_candidates_session_is_not_there(office):
    phone, other = interview(office), applicant(office)
    question = phone.questions[0]["question_id"]
    calls = (
        lambda: other.api.get(phone.path),
        lambda: other.api.get(f"{phone.path}/answers/{question}"),
        lambda: other.api.post(f"{phone.path}/answers/{question}/uploads", {"mode": "text"}),
        lambda: other.api.post(f"{phone.path}/submission"),
    )
    assert {refusal(call)[0] for call in calls} == {404}
    assert interviewing.session(phone.session_id).state == "open"


def test_a_question_that_was_not_asked_is_not_there(office):
    phone = interview(office)
    place = f"{phone.path}/answers/none/uploads"
    assert refusal(lambda: phone.who.api.post(place, {"mode": "text"}))[0] == 404


def test_somebody_invited_twice_keeps_the_first_session(office: Office):
    phone = interview(office)
    wish = {"application_ids": [phone.who.application_id, "aaaaaaaaaaaaaaaa-bbbbbbbb"]}
    given = office.recruiter.post("/v1/requisitions/REQ-SALES/invitations", wish)
    assert given["invited"] == []
    codes = {r["application_id"]: r["code"] for r in given["refused"]}
    assert codes == {
        phone.who.application_id: "illegal-move",
        "aaaaaaaaaaaaaaaa-bbbbbbbb": "application-unknown",
    }
    assert person_of(phone.session_id) == phone.who.person_id


def test_nobody_is_invited_for_another_requisition_than_their_own(office: Office):
    who = invited(office)
    wish = {"application_ids": [who.application_id]}
    given = office.recruiter.post(f"/v1/requisitions/{ABROAD}/invitations", wish)
    assert [r["code"] for r in given["refused"]] == ["application-unknown"]
    assert stage_of(who) == "screened"


def test_the_link_of_an_invitation_is_for_the_candidate_alone(office: Office):
    who = invited(office)
    wish = {"application_ids": [who.application_id]}
    given = office.recruiter.http.post(f"/v1/requisitions/{SALES}/invitations", json=wish)
    assert given.status_code == 201
    assert "hli_" not in given.text

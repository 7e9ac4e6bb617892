"""Paused here, gone on with there: drafts, picks, more time and the zone kept on the server."""

from datetime import timedelta

import pytest

from chalicelib.foundation import clock
from chalicelib.interviewing import service as interviewing
from chalicelib.records import service as records
from infra import mailbox
from infra.journey.api import wait_until
from tests.builders import actions, applicant, key_of, refusal
from tests.integration.events import reconcile
from tests.integration.interviewing.phone import Phone, interview


@pytest.fixture(scope="module")
def phone(office) -> Phone:
    """An open interview."""
    return interview(office)


def draft(phone: Phone, number: int, **written: object) -> dict[str, object]:
    place = f"{phone.path}/drafts/{phone.questions[number]['question_id']}"
    given: dict[str, object] = phone.who.api.put(place, written)
    return given


def test_a_draft_is_found_on_another_device_at_the_same_question(phone):
    text = "  去年双十一我在门店，\n先列了三件事 "
    made = draft(phone, 1, text=text, mode="voice", begun=True, think_left_seconds=12)
    found = phone.who.api.get(phone.path)["progress"]
    assert found["place"] == phone.questions[1]["question_id"]
    kept = {item["question_id"]: item for item in found["drafts"]}[found["place"]]
    assert (kept["text"], kept["mode"], kept["begun"]) == (text, "voice", True)
    assert (kept["think_left_seconds"], kept["revision"]) == (12, made["revision"])


def test_a_draft_that_another_device_went_on_with_is_not_overwritten_unknowingly(phone):
    first = draft(phone, 2, text="one", seen=0)
    draft(phone, 2, text="two", seen=first["revision"])
    stale = lambda: draft(phone, 2, text="stale", seen=first["revision"])  # noqa: E731
    assert refusal(stale) == (409, "draft-newer")
    assert draft(phone, 2, text="mine", seen=None)["text"] == "mine"


def test_nobody_but_the_candidate_sees_drafts_and_picks(office, phone):
    draft(phone, 0, text="not sent, nobody's business")
    phone.who.api.put(f"{phone.path}/accommodations", {"more_time": True})
    seen = office.recruiter.get(phone.path)
    profile = office.recruiter.get(f"/v1/candidates/{phone.who.person_id}")
    assert seen["progress"] is None
    assert "nobody's business" not in str(profile)
    assert not {"draft", "progress"} & {*profile["sections"], *profile["hidden"]}
    assert "more_time" not in str(profile)


def test_another_candidate_can_neither_read_nor_write_them(office, phone):
    other = applicant(office)
    place = f"{phone.path}/drafts/{phone.questions[0]['question_id']}"
    calls = (
        lambda: other.api.put(place, {"text": "x"}),
        lambda: other.api.put(f"{phone.path}/accommodations", {}),
        lambda: other.api.post(f"{phone.path}/upload-test"),
    )
    assert {refusal(call)[0] for call in calls} == {404}


def test_more_time_is_picked_without_a_reason_and_is_given_at_every_question(office):
    mine = interview(office)
    before = mine.who.api.get(mine.path)["progress"]["allowances"]
    given = mine.who.api.put(f"{mine.path}/accommodations", {"more_time": True, "gentler": True})
    pairs = zip(before, given["allowances"], strict=True)
    assert all(b["think_seconds"] < a["think_seconds"] for b, a in pairs)
    assert given["picked"] == {"more_time": True, "text_only": False, "gentler": True}
    assert actions(mine.who.person_id).count("interview.accommodated") == 1


def test_a_try_of_the_way_to_storage_sets_nothing_going(office, phone):
    permit = phone.who.api.post(f"{phone.path}/upload-test")
    assert permit["key_prefix"] == f"probes/{phone.session_id}"
    before = actions(phone.who.person_id)
    phone.put({"answer": permit}, b"\x00" * 1000, "")
    assert actions(phone.who.person_id) == before


def test_the_candidates_zone_is_kept_and_a_made_up_one_refused(phone):
    place = f"/v1/candidates/{phone.who.person_id}/timezone"
    phone.who.api.put(place, {"timezone": "Europe/Berlin"})
    assert phone.who.api.get(phone.path)["timezone"] == "Europe/Berlin"
    bad = lambda: phone.who.api.put(place, {"timezone": "Mars/Olympus"})  # noqa: E731
    assert refusal(bad) == (422, "timezone-unknown")


def extend(office, phone: Phone, **wish: object) -> dict[str, object]:
    given: dict[str, object] = office.recruiter.post(f"{phone.path}/extension", wish)
    return given


def test_more_time_is_given_by_a_named_person_with_a_reason_and_told_in_the_letter(office):
    phone = interview(office, email="more.time@example.com", timezone="America/New_York")
    before = clock.parse(interviewing.session(phone.session_id).deadline)
    given = extend(office, phone, days=5, reason="Ill for a week")
    after = clock.parse(str(given["deadline"]))
    assert after - before >= timedelta(days=4, hours=22)
    note = interviewing.session(phone.session_id).extensions[0]
    assert note["reason"] == "Ill for a week"
    assert str(note["by"]).startswith("user-")

    def letter() -> str | None:
        found = [str(m) for m in mailbox.messages(office.stack.endpoint)]
        return next((m for m in found if "more.time@" in m and "More time" in m), None)

    assert "America/New_York, UTC-" in wait_until(letter, seconds=30, what="the letter")
    assert "Ill" not in str(phone.who.api.get(phone.path)["extensions"])


def test_a_deadline_is_never_moved_back_or_by_a_system(office):
    phone = interview(office)
    sooner = clock.iso(clock.now() + timedelta(hours=1))
    assert refusal(lambda: extend(office, phone, deadline=sooner, reason="no"))[1] == (
        "deadline-not-later"
    )
    system = key_of(office, "recruiter")
    call = lambda: system.post(f"{phone.path}/extension", {"days": 2, "reason": "by rule"})  # noqa: E731
    assert refusal(call) == (403, "named-person-required")


def over(phone: Phone) -> None:
    row = interviewing.session(phone.session_id)
    row.deadline = row.due_at = clock.iso(clock.now() - timedelta(minutes=1))
    row.save()


def test_an_interview_that_was_missed_opens_again_and_closes_at_its_later_deadline(office):
    phone = interview(office)
    over(phone)
    reconcile(office)
    assert interviewing.session(phone.session_id).state == "missed"
    extend(office, phone, days=3, reason="The letter went astray")
    assert interviewing.session(phone.session_id).state == "open"
    assert records.application(phone.who.application_id).attention is None
    phone.say(0)
    phone.settled(0)
    over(phone)
    reconcile(office)
    assert interviewing.session(phone.session_id).state == "completed"


def test_what_was_handed_in_gets_no_more_time(office):
    phone = interview(office)
    phone.submit()
    call = lambda: extend(office, phone, days=3, reason="too late")  # noqa: E731
    assert refusal(call) == (409, "session-closed")

"""Frames: where law or person says no, not one is opened; elsewhere each is read and deleted."""

from functools import partial

import httpx
import pytest

from chalicelib.expression import service as expression
from chalicelib.expression.tables import Frame
from chalicelib.foundation import clock, storage
from chalicelib.records import service as records
from infra import answers
from infra.journey.api import send_file, wait_until
from tests.builders import (
    ABROAD,
    SALES,
    Office,
    actions,
    applicant,
    open_requisition,
    refusal,
    unique,
)
from tests.integration.events import queued
from tests.integration.interviewing.phone import BEGAN, Phone, interview

PICTURE = answers.tiny_jpeg(96, 64)
BOTH = ("interview", "expression")
QUEUE = "hireloop-frames"


def key_of(phone: Phone, number: int = 1) -> str:
    question = phone.questions[0]["question_id"]
    return f"frames/{phone.session_id}/{question}/1/{BEGAN}/{number:04d}.jpg"


def slip_in(office: Office, phone: Phone, number: int = 1) -> str:
    """Put a frame into the store without a permit, as an old phone or a mistake would; its key."""
    key = key_of(phone, number)
    bucket = office.stack.outputs["UploadsBucket"]
    office.aws("s3").put_object(Bucket=bucket, Key=key, Body=PICTURE)
    return key


def gone(key: str) -> None:
    wait_until(lambda: storage.size(key) is None, seconds=30, what=f"the removal of {key}")


def kept(phone: Phone) -> list[Frame]:
    return list(Frame.query(phone.who.person_id, Frame.item_id.startswith("frame#")))


def film(phone: Phone, office: Office, count: int = 2) -> None:
    for permit in phone.permit_frames(0, count=count)["frames"]:
        send_file(permit, PICTURE, "")
    wait_until(lambda: len(kept(phone)) == count, seconds=30, what=f"{count} readings")
    queued(office, QUEUE)


def test_where_the_law_bars_it_no_frame_may_be_sent(office):
    phone = interview(office, ABROAD, consents=BOTH)
    permit = phone.permit_frames(0)
    assert (permit["allowed"], permit["frames"]) == (False, [])
    assert {"zh", "en"} <= permit["reason"].keys()
    shown = phone.who.api.get(phone.path)["expression"]
    assert (shown["allowed"], shown["rule"]) == (False, "barred")


@pytest.mark.parametrize("country", ["DE", "FR", "NO"])
def test_the_candidates_own_country_bars_it_too(office, country):
    phone = interview(office, SALES, consents=BOTH, country=country)
    assert phone.permit_frames(0)["frames"] == []


def test_a_consent_says_where_the_person_lives_and_that_country_decides(office):
    phone = interview(office, country="")
    path = f"/v1/candidates/{phone.who.person_id}/consents"
    for where in ({}, {"country": "UK"}):
        asked = partial(phone.who.api.post, path, {"expression": True} | where)
        assert refusal(asked) == (422, "country-needed")
    assert phone.permit_frames(0)["allowed"] is False
    phone.who.api.post(path, {"expression": True, "country": "DE"})
    assert records.person(phone.who.person_id).country == "DE"
    assert phone.permit_frames(0)["allowed"] is False
    phone.who.api.post(path, {"expression": True, "country": "CN"})
    assert phone.permit_frames(0)["allowed"] is True


def test_a_requisition_in_the_european_area_cannot_be_switched_on(office):
    for wish in ({"expression": True}, {"expression": True, "visual_weight": 5}):
        asked = partial(office.admin.post, f"/v1/requisitions/{ABROAD}/frames", wish)
        assert refusal(asked) == (403, "expression-barred")
    assert office.admin.get(f"/v1/requisitions/{ABROAD}")["expression"] is False


def test_a_barred_frame_is_deleted_unread_and_nothing_is_kept_of_it(office):
    phone = interview(office, ABROAD, consents=BOTH)
    gone(slip_in(office, phone))
    queued(office, QUEUE)
    assert kept(phone) == []
    assert actions(phone.who.person_id).count("frame.barred") == 1


def test_without_a_consent_of_its_own_no_frame_may_be_sent_or_kept(office):
    phone = interview(office, consents=("interview",))
    assert phone.permit_frames(0)["frames"] == []
    gone(slip_in(office, phone))
    queued(office, QUEUE)
    assert kept(phone) == []


def test_a_requisition_that_does_not_ask_for_frames_gets_none(office):
    requisition = open_requisition(office.admin, unique("REQ-NOFRAME"))["requisition_id"]
    phone = interview(office, requisition, consents=BOTH)
    assert phone.permit_frames(0)["frames"] == []
    gone(slip_in(office, phone))
    queued(office, QUEUE)
    assert kept(phone) == []


@pytest.fixture(scope="module")
def filmed(office) -> Phone:
    """Somebody who consented, whose three frames have arrived in no order, one of them twice."""
    phone = interview(office, consents=BOTH)
    permits = phone.permit_frames(0, count=3)["frames"]
    for number in (2, 0, 1, 2):
        send_file(permits[number], PICTURE, "")
    wait_until(lambda: len(kept(phone)) == 3, seconds=30, what="three readings")
    queued(office, QUEUE)
    return phone


def test_a_frame_is_read_once_under_its_second_and_the_picture_is_deleted(filmed):
    assert [int(row.number) for row in kept(filmed)] == [1, 2, 3]
    assert {row.reading["width_pixels"] for row in kept(filmed)} == {96}
    assert storage.list_keys(f"frames/{filmed.session_id}/") == []


def test_few_frames_without_a_face_give_no_figure(filmed):
    question = filmed.questions[0]["question_id"]
    found = expression.summary_of(filmed.session_id, question, 1)
    assert (found.frames, found.usable, found.measured) == (3, 0, False)


def test_readings_go_away_by_themselves(filmed):
    days = {round((row.expires_at - row.created_at.timestamp()) / 86_400) for row in kept(filmed)}
    assert days == {expression.KEPT_DAYS}


def test_a_person_is_counted_once_however_many_frames_come(office, filmed):
    before = office.admin.get("/v1/frames/people")
    film(filmed_again := interview(office, consents=BOTH), office, 1)
    send_file(filmed_again.permit_frames(0, first=5, count=1)["frames"][0], PICTURE, "")
    wait_until(lambda: len(kept(filmed_again)) == 2, seconds=30, what="another reading")
    after = office.admin.get("/v1/frames/people")
    assert after["people"] == before["people"] + 1
    assert (after["alarm_at"], after["filing_at"], after["filing"]) == (80_000, 100_000, "none")


def test_frames_never_touch_the_rating(office, filmed):
    filmed.put(filmed.announce(0), answers.document(filmed.text(0), "en"))
    assert filmed.settled(0)["rating"]["rating"] is not None
    assert "expression" not in str(filmed.settled(0)["rating"])
    profile = office.recruiter.get(f"/v1/candidates/{filmed.who.person_id}")
    assert not {"frame", "reading"} & profile["sections"].keys()


def test_a_consent_taken_back_stops_the_next_frame_and_erases_what_was_read(office):
    phone = interview(office, consents=BOTH)
    film(phone, office)
    path, began = f"/v1/candidates/{phone.who.person_id}/consents", clock.now()
    phone.who.api.post(path, {"expression": False})
    assert phone.permit_frames(0)["frames"] == []
    gone(slip_in(office, phone, 9))
    wait_until(lambda: not kept(phone), seconds=30, what="the erasure")
    assert (clock.now() - began).total_seconds() < 60
    assert "frames.erased" in actions(phone.who.person_id)


def test_a_candidate_sees_the_own_readings_and_has_them_erased(office):
    phone = interview(office, consents=BOTH)
    film(phone, office)
    phone.put(phone.announce(0, "video"), answers.document(phone.text(0), "en"))
    phone.settled(0)
    mine = phone.who.api.get(f"{phone.path}/expression")
    assert (mine["allowed"], [a["frames"] for a in mine["answers"]]) == (True, [2])
    phone.who.api.post(f"/v1/candidates/{phone.who.person_id}/frame-erasure")
    wait_until(lambda: not kept(phone), seconds=30, what="the erasure")
    assert phone.who.api.get(f"{phone.path}/expression")["answers"] == []
    assert records.person(phone.who.person_id).consents["expression"]["given"]


def test_nobody_sees_or_erases_anothers(office, filmed):
    other = applicant(office)
    erasure = f"/v1/candidates/{filmed.who.person_id}/frame-erasure"
    assert refusal(lambda: other.api.get(f"{filmed.path}/expression"))[0] == 404
    assert refusal(lambda: other.api.post(erasure))[0] == 404
    assert len(kept(filmed)) == 3


def test_an_application_taken_back_leaves_late_frames_unread(office):
    phone = interview(office, consents=BOTH)
    phone.who.api.post(f"/v1/applications/{phone.who.application_id}/withdrawal")
    assert phone.permit_frames(0)["frames"] == []
    gone(slip_in(office, phone))
    queued(office, QUEUE)
    assert kept(phone) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"key": "elsewhere"}, 403),
        ({"Content-Type": "text/html"}, 403),
    ],
)
def test_a_permit_is_for_one_key_and_one_type(office, filmed, change, said):
    permit = filmed.permit_frames(0, first=100, count=1)["frames"][0]
    answer = httpx.post(
        permit["url"], data=permit["fields"] | change, files={"file": PICTURE}, timeout=30
    )
    assert answer.status_code == said


def test_a_frame_larger_than_it_may_be_or_empty_is_refused_by_the_store(office, filmed):
    permit = filmed.permit_frames(0, first=101, count=1)["frames"][0]
    for body, code in ((PICTURE + bytes(permit["max_bytes"]), "EntityTooLarge"), (b"", "TooSmall")):
        answer = httpx.post(permit["url"], data=permit["fields"], files={"file": body}, timeout=30)
        assert (answer.status_code, code in answer.text) == (400, True)


def test_frames_of_a_take_that_cannot_be_are_refused(office, filmed):
    question = filmed.questions[0]["question_id"]
    path = f"{filmed.path}/answers/{question}/frames"
    wish = {"take": 7, "began": BEGAN, "first": 1, "count": 1}
    ask = filmed.who.api.post
    assert refusal(lambda: ask(path, wish)) == (422, "frame-take-unknown")
    for wrong in ({"count": 11}, {"first": 0}, {"first": 601}, {"began": 5}):
        assert refusal(partial(ask, path, wish | wrong))[0] == 422


def test_consents_keep_when_and_by_whom_they_were_given(office):
    mine = applicant(office)
    path = f"/v1/candidates/{mine.person_id}/consents"
    mine.api.post(path, {"expression": True, "country": "CN"})
    entry = records.person(mine.person_id).consents["expression"]
    assert (entry["given"], entry["by"]) == (True, f"candidate-{mine.person_id}")
    assert "T" in entry["at"]

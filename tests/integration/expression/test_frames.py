"""Frames: where law or person says no, not one is kept; elsewhere nothing is measured yet."""

import httpx
import pytest

from chalicelib.expression import service as expression
from chalicelib.expression.tables import Frame
from chalicelib.foundation import storage
from chalicelib.records import service as records
from infra import answers
from infra.journey.api import send_file, wait_until
from tests.builders import ABROAD, SALES, Office, actions, applicant, open_requisition, unique
from tests.integration.events import queued
from tests.integration.interviewing.phone import Phone, interview

PICTURE = answers.tiny_jpeg()
BOTH = ("interview", "expression")


def slip_in(office: Office, phone: Phone, name: str = "001.jpg") -> str:
    """Put a frame into the store without a permit, as an old phone or a mistake would; its key."""
    key = f"frames/{phone.session_id}/{phone.questions[0]['question_id']}/1/{name}"
    bucket = office.stack.outputs["UploadsBucket"]
    office.aws("s3").put_object(Bucket=bucket, Key=key, Body=PICTURE)
    return key


def gone(key: str) -> None:
    wait_until(lambda: storage.size(key) is None, seconds=30, what=f"the removal of {key}")


def kept(phone: Phone) -> list[Frame]:
    return list(Frame.query(phone.who.person_id))


def test_where_the_law_bars_it_no_frame_may_be_sent(office):
    phone = interview(office, ABROAD, consents=BOTH)
    permit = phone.announce(0, "video", frames=2)
    assert permit["frames"] is None
    assert {"zh", "en"} <= permit["frames_reason"].keys()
    shown = phone.who.api.get(phone.path)["expression"]
    assert (shown["allowed"], shown["rule"]) == (False, "barred")


@pytest.mark.parametrize("country", ["DE", "FR", "NO"])
def test_the_candidates_own_country_bars_it_too(office, country):
    phone = interview(office, SALES, consents=BOTH, country=country)
    assert phone.announce(0, "video", frames=2)["frames"] is None


def test_a_barred_frame_is_deleted_unread_and_nothing_is_kept_of_it(office):
    phone = interview(office, ABROAD, consents=BOTH)
    gone(slip_in(office, phone))
    queued(office, "hireloop-frames")
    assert kept(phone) == []
    assert actions(phone.who.person_id).count("frame.barred") == 1


def test_without_a_consent_of_its_own_no_frame_may_be_sent_or_kept(office):
    phone = interview(office, consents=("interview",))
    assert phone.announce(0, "video", frames=2)["frames"] is None
    gone(slip_in(office, phone))
    queued(office, "hireloop-frames")
    assert kept(phone) == []


def test_a_requisition_that_does_not_ask_for_frames_gets_none(office):
    requisition = open_requisition(office.admin, unique("REQ-NOFRAME"))["requisition_id"]
    phone = interview(office, requisition, consents=BOTH)
    assert phone.announce(0, "video", frames=2)["frames"] is None
    gone(slip_in(office, phone))
    queued(office, "hireloop-frames")
    assert kept(phone) == []


@pytest.fixture(scope="module")
def filmed(office) -> Phone:
    """Somebody who consented, whose two frames have arrived, one of them twice."""
    phone = interview(office, consents=BOTH)
    permit = phone.announce(0, "video", frames=2)["frames"]
    for name in ("000.jpg", "001.jpg", "001.jpg"):
        send_file(permit, PICTURE, name)
    wait_until(lambda: len(kept(phone)) == 2, seconds=30, what="two readings")
    queued(office, "hireloop-frames")
    return phone


def test_an_allowed_frame_is_read_as_not_measured_and_the_picture_is_deleted(filmed):
    assert {row.reading["state"] for row in kept(filmed)} == {"not_measured"}
    assert {row.reading["reason"] for row in kept(filmed)} == {"no_model_yet"}
    assert {row.reading["expression7"] for row in kept(filmed)} == {None}
    assert storage.list_keys(f"frames/{filmed.session_id}/") == []


def test_the_summary_of_an_answers_frames_holds_no_figure(filmed):
    question = filmed.questions[0]["question_id"]
    found = expression.summary_of(filmed.session_id, question, 1)
    assert (found.frames, found.usable, found.measured) == (2, 0, False)


def test_readings_go_away_by_themselves(filmed):
    days = {round((row.expires_at - row.created_at.timestamp()) / 86_400) for row in kept(filmed)}
    assert days == {expression.KEPT_DAYS}


def test_frames_never_touch_the_rating(office, filmed):
    filmed.put(filmed.announce(0), answers.document(filmed.text(0), "en"))
    plain = interview(office)
    plain.say(0)
    assert filmed.settled(0)["rating"]["rating"] is not None
    assert "expression" not in str(filmed.settled(0)["rating"])
    profile = office.recruiter.get(f"/v1/candidates/{filmed.who.person_id}")
    assert not {"frame", "reading"} & profile["sections"].keys()


def test_a_consent_taken_back_stops_the_next_frame(office):
    phone = interview(office, consents=BOTH)
    assert phone.announce(0, "video", frames=1)["frames"]
    path = f"/v1/candidates/{phone.who.person_id}/consents"
    phone.who.api.post(path, {"expression": False})
    assert phone.announce(0, "video", frames=1)["frames"] is None
    gone(slip_in(office, phone))
    queued(office, "hireloop-frames")
    assert kept(phone) == []


def test_a_frame_larger_than_it_may_be_is_refused_by_the_store(office):
    phone = interview(office, consents=BOTH)
    permit = phone.announce(0, "video", frames=1)["frames"]
    fields = permit["fields"] | {"key": permit["key_prefix"] + "000.jpg"}
    big = PICTURE + bytes(permit["max_bytes"])
    answer = httpx.post(permit["url"], data=fields, files={"file": ("0", big)}, timeout=30)
    assert (answer.status_code, "EntityTooLarge" in answer.text) == (400, True)


def test_consents_keep_when_and_by_whom_they_were_given(office):
    mine = applicant(office)
    mine.api.post(f"/v1/candidates/{mine.person_id}/consents", {"expression": True})
    entry = records.person(mine.person_id).consents["expression"]
    assert (entry["given"], entry["by"]) == (True, f"candidate-{mine.person_id}")
    assert "T" in entry["at"]

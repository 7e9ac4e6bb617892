"""After criteria or versions changed: results are marked, screened again, and nothing is lost."""

import json
from typing import Any

import pytest

from chalicelib.entrypoints import uploads
from chalicelib.foundation import orchestration
from chalicelib.records import service as records
from chalicelib.screening import basis
from chalicelib.screening import service as screening
from chalicelib.screening.reading.unreadable import ResumeTooCostly
from chalicelib.screening.service import desk, rescreening
from infra.journey.api import wait_until
from tests.builders import Office, actions, open_requisition, unique
from tests.integration.screening.test_batches import message
from tests.integration.screening.test_piles import announce, arrive, batch, resume
from tests.integration.screening.test_uploads import CRITERION

pytestmark = pytest.mark.usefixtures("deaf")
EXCEL = CRITERION | {"criterion_id": "excel", "params": {"skill": "Excel"}}


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What is put on the queue, kept here for the test to hand on."""
    found: list[dict[str, Any]] = []

    def again(keys: list[str], wanted: str) -> None:
        records_of = [{"s3": {"object": {"key": key}}} for key in keys]
        found.extend({"Records": [one], "again": wanted} for one in records_of)

    def page(requisition_id: str, before: str) -> None:
        found.append({"rescreening": {"requisition_id": requisition_id, "before": before}})

    monkeypatch.setattr(orchestration, "send_again", again)
    monkeypatch.setattr(orchestration, "send_rescreening", page)
    return found


@pytest.fixture
def screened(office: Office) -> tuple[str, Any]:
    """A requisition with one criterion and a pile of two screened files."""
    name = unique("REQ-AGAIN")
    open_requisition(office.admin, name, criteria=[EXCEL])
    given = announce(office, name, ["a.txt", "b.txt"])
    contents = [
        resume(person, phone, f"{name}-{phone}@example.com".lower())
        for person, phone in (("Lin Mei", "13800000031"), ("Wu Lan", "13800000032"))
    ]
    assert arrive(given, contents) == []
    return name, given


def change_criteria(office: Office, requisition_id: str) -> int:
    path = f"/v1/requisitions/{requisition_id}"
    seen = office.recruiter.get(path)
    wish = {"criteria": [EXCEL, CRITERION], "version": seen["version"]}
    answer = office.recruiter.http.patch(path, json=wish)
    return int(answer.json()["criteria_version"])


def refusing(content: bytes, file_name: str) -> Any:
    """A reader that can make nothing of any file."""
    raise ResumeTooCostly(limit_bytes=len(content))


def handed_on(sent: list[dict[str, Any]]) -> None:
    """Hand every message to the function, as the queue would, until none is left."""
    while sent:
        told = [message(str(n), ("", "")) | {"body": json.dumps(m)} for n, m in enumerate(sent)]
        sent.clear()
        assert uploads.screen_resumes({"Records": told})["batchItemFailures"] == []


def test_a_change_of_criteria_marks_every_result_that_rests_on_the_former_ones(office, screened):
    name, given = screened
    assert not any(file["stale"] for file in batch(office, name, given)["files"])
    assert change_criteria(office, name) == 2
    files = batch(office, name, given)["files"]
    assert [file["changed"] for file in files] == [["criteria"], ["criteria"]]
    ranking = office.recruiter.get(f"/v1/requisitions/{name}/ranking")["ranked"]
    assert [row["changed"] for row in ranking] == [["criteria"], ["criteria"]]
    found = office.recruiter.get(f"/v1/requisitions/{name}/rescreening")
    assert (found["screened"], found["stale"], found["decided_stale"]) == (2, 2, 0)


def test_screening_again_keeps_what_stood_before_and_changes_no_stage(office, screened, sent):
    name, given = screened
    change_criteria(office, name)
    screening.page_to_rescreen(name, "")
    handed_on(sent)
    for file in batch(office, name, given)["files"]:
        assert (file["stale"], file["state"]) == (False, "done")
        result = screening.result(file["application_id"])
        assert [len(result.criteria), int(result.criteria_version)] == [2, 2]
        assert [(f["criteria_version"], list(f["verdicts"])) for f in result.former] == [
            (1, ["excel"])
        ]
        assert records.application(file["application_id"]).stage == "screened"
        assert actions(file["person_id"])[-1] == "resume.rescreened"
    assert office.recruiter.get(f"/v1/requisitions/{name}/rescreening")["stale"] == 0


def test_the_same_wish_to_screen_again_changes_nothing_twice(office, screened, sent):
    name, given = screened
    change_criteria(office, name)
    screening.page_to_rescreen(name, "")
    kept = list(sent)
    handed_on(sent)
    sent.extend(kept)
    handed_on(sent)
    for file in batch(office, name, given)["files"]:
        assert actions(file["person_id"]).count("resume.rescreened") == 1


def test_what_a_person_has_decided_is_left_as_it_is(office, screened, sent):
    name, given = screened
    first = batch(office, name, given)["files"][0]
    row = records.application(first["application_id"])
    row.stage = "rejected"
    row.place(row.updated_at)
    row.save()
    change_criteria(office, name)
    screening.page_to_rescreen(name, "")
    handed_on(sent)
    assert actions(first["person_id"])[-1] == "resume.screened"
    found = office.recruiter.get(f"/v1/requisitions/{name}/rescreening")
    assert (found["stale"], found["decided_stale"]) == (0, 1)


def test_another_reader_gives_a_refused_file_another_chance(office, screened, sent, monkeypatch):
    name, _ = screened
    given = announce(office, name, ["refused.txt"])
    assert arrive(given, [b"Two boxes of tea."]) == []
    assert batch(office, name, given)["files"][0]["stale"] is False
    monkeypatch.setattr(basis, "READER_VERSION", "resume-facts-next")
    screening.page_to_rescreen(name, "")
    assert len([m for m in sent if "again" in m]) == 3
    handed_on(sent)
    assert batch(office, name, given)["files"][0]["state"] == "rejected"


def test_a_file_that_the_newer_reader_refuses_is_not_waited_for(
    office, screened, sent, monkeypatch
):
    name, given = screened
    change_criteria(office, name)
    with monkeypatch.context() as newer:
        newer.setattr(desk, "read_safely", refusing)
        screening.page_to_rescreen(name, "")
        handed_on(sent)
    found = office.recruiter.get(f"/v1/requisitions/{name}/rescreening")
    assert (found["screened"], found["stale"]) == (2, 0)
    # The result that stands still says on what it rests, and a person is asked to look.
    for file in batch(office, name, given)["files"]:
        assert (file["state"], file["changed"], file["stale"]) == ("done", ["criteria"], False)
        row = records.application(file["application_id"])
        assert (row.stage, row.attention) == ("screened", "error.resume-too-costly")
    screening.page_to_rescreen(name, "")
    assert sent == []


def test_what_was_refused_is_tried_again_after_the_next_change(office, screened, sent, monkeypatch):
    name, given = screened
    change_criteria(office, name)
    with monkeypatch.context() as newer:
        newer.setattr(desk, "read_safely", refusing)
        screening.page_to_rescreen(name, "")
        handed_on(sent)
    monkeypatch.setattr(basis, "READER_VERSION", "resume-facts-next")
    screening.page_to_rescreen(name, "")
    handed_on(sent)
    for file in batch(office, name, given)["files"]:
        row = records.application(file["application_id"])
        assert (row.refused_basis, row.attention) == (None, None)
        assert actions(file["person_id"])[-1] == "resume.rescreened"


def scored(row: records.Application, composite: int) -> None:
    """Give an application a score, and with it another place in the list."""
    row.composite = composite
    row.place(row.updated_at)
    row.save()


def test_a_row_that_moves_up_between_two_pages_is_not_passed_over(
    office, screened, sent, monkeypatch
):
    name, given = screened
    change_criteria(office, name)
    files = batch(office, name, given)["files"]
    rows = {f["upload_id"]: records.application(f["application_id"]) for f in files}
    for row in rows.values():
        scored(row, 50)
    monkeypatch.setattr(rescreening, "PAGE", 1)
    after = screening.page_to_rescreen(name, "")
    (told,) = [m["Records"][0]["s3"]["object"]["key"] for m in sent if "again" in m]
    (left,) = [row for upload_id, row in rows.items() if not told.endswith(upload_id)]
    scored(left, 90)
    assert after and screening.page_to_rescreen(name, after) == ""
    sent[:] = [m for m in sent if "again" in m]
    handed_on(sent)
    assert [file["stale"] for file in batch(office, name, given)["files"]] == [False, False]


def test_the_wish_goes_through_the_queue_of_the_running_product(office, screened):
    name, _ = screened
    change_criteria(office, name)
    path = f"/v1/requisitions/{name}/rescreening"
    assert office.recruiter.post(path)["started"] is True
    wait_until(
        lambda: office.recruiter.get(path)["stale"] == 0, seconds=40, what="the screening again"
    )

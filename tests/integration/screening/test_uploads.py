"""Résumés on their way through S3: every file ends where a person can see it, with the reason."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from chalicelib.foundation import ids, storage
from chalicelib.records import service as records
from chalicelib.records.tables import Upload
from infra.journey.api import send_file, wait_until
from infra.resumes import bad_samples, generate
from tests.builders import (
    RESUME,
    SALES,
    Candidate,
    Office,
    actions,
    applicant,
    open_requisition,
    unique,
)
from tests.integration.events import queued, reconcile

SLUG = "retail-sales-associate"
EVERY_FORMAT = 7
#: One criterion that the short résumé meets by its last line.
CRITERION = {
    "criterion_id": "service",
    "rule": "skill",
    "importance": "essential",
    "params": {"skill": "客户服务"},
    "label": {"zh": "客户服务", "en": "Customer service"},
    "weight": 100,
}


def state_of(office: Office, upload_id: str) -> dict[str, Any]:
    given: dict[str, Any] = office.recruiter.get(f"/v1/uploads/{upload_id}")
    return given


def settled(office: Office, upload_id: str) -> dict[str, Any]:
    """The upload once it has come to an end."""

    def look() -> dict[str, Any] | None:
        found = state_of(office, upload_id)
        return found if found["state"] != "expected" else None

    found: dict[str, Any] = wait_until(look, seconds=40, what=f"an end of {upload_id}")
    return found


def announce(office: Office, names: list[str], requisition: str = SALES) -> list[dict[str, Any]]:
    wish = {"files": [{"file_name": name} for name in names]}
    given: list[dict[str, Any]] = office.recruiter.post(
        f"/v1/requisitions/{requisition}/resumes", wish
    )["uploads"]
    return given


@pytest.fixture(scope="module")
def wanted(office) -> str:
    """A requisition whose one criterion the short résumé meets."""
    name = unique("REQ-UP")
    open_requisition(office.admin, name, criteria=[CRITERION])
    return name


@pytest.fixture(scope="module")
def bad(office) -> dict[str, dict[str, Any]]:
    """What became of each unusable file; sent all at once."""
    samples = [s for s in bad_samples() if s.truth["error"] != "resume-too-large"]
    pile = {s.file_name: (s.content, s.truth["error"]) for s in samples}
    pile["nothing.pdf"] = (b"", "resume-empty")
    permits = announce(office, list(pile))
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda p: send_file(p["post"], pile[p["file_name"]][0]), permits))
    ends = {p["file_name"]: settled(office, p["upload_id"]) for p in permits}
    return {name: end | {"wanted": pile[name][1]} for name, end in ends.items()}


@pytest.mark.parametrize(
    "name",
    [
        "empty.txt",
        "nothing.pdf",
        "receipt.txt",
        "locked.pdf",
        "cut-short.pdf",
        "scan.pdf",
        "picture.pdf",
    ],
)
def test_an_unusable_file_is_rejected_with_its_reason_and_what_to_do(bad, name):
    end = bad[name]
    assert (end["state"], end["reason"]) == ("rejected", end["wanted"])
    assert all(end[part][language] for part in ("message", "next") for language in ("zh", "en"))


def test_the_application_behind_a_rejected_file_stays_and_asks_for_a_person(office, bad):
    row = office.recruiter.get(f"/v1/applications/{bad['locked.pdf']['application_id']}")
    assert (row["stage"], row["attention"]) == ("applied", "error.resume-encrypted")


def test_every_format_is_screened_and_ranked_with_the_line_behind_a_finding(office):
    requisition = unique("REQ-PILE")
    open_requisition(office.admin, requisition, criteria=[CRITERION])
    pile = generate(11, EVERY_FORMAT, (SLUG,))
    permits = announce(office, [s.file_name for s in pile], requisition)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(send_file, [p["post"] for p in permits], [s.content for s in pile]))
    ends = {settled(office, p["upload_id"])["state"] for p in permits}
    ranked = office.recruiter.get(f"/v1/requisitions/{requisition}/ranking")["ranked"]
    assert ends == {"done"}
    assert [row["rank"] for row in ranked] == list(range(1, EVERY_FORMAT + 1))
    known = [row["fit"] for row in ranked if row["fit"] is not None]
    assert known == sorted(known, reverse=True)
    met = [f for row in ranked for f in row["findings"] if f["verdict"] == "met"]
    assert met and all(finding["evidence"][0]["text"] for finding in met)


def test_the_resumes_own_contacts_fill_an_empty_file(office, wanted):
    permit = announce(office, ["lin.txt"], wanted)[0]
    send_file(permit["post"], RESUME.encode())
    settled(office, permit["upload_id"])
    person = records.person(ids.person_of(permit["upload_id"]))
    assert (person.name, person.email) == ("Lin Mei", "lin.mei@example.com")
    assert person.sources["email"] == f"resume:{permit['upload_id']}"


def test_what_the_person_stated_is_not_written_over_by_the_resume(office, wanted):
    mine = applicant(office, wanted, name="Lin Meimei")
    send_file(mine.upload["post"], RESUME.encode())
    settled(office, mine.upload["upload_id"])
    assert records.person(mine.person_id).name == "Lin Meimei"
    assert office.recruiter.get(mine.path)["fit"] == 100.0


def test_a_file_sent_twice_is_screened_once(office, wanted):
    mine = applicant(office, wanted)
    send_file(mine.upload["post"], RESUME.encode())
    send_file(mine.upload["post"], RESUME.encode())
    settled(office, mine.upload["upload_id"])
    queued(office, "hireloop-resumes")
    assert actions(mine.person_id).count("resume.screened") == 1
    assert len(records.items_of(mine.application_id, "screening")) == 1


def test_the_right_file_after_a_wrong_one_is_taken(office, wanted):
    mine = applicant(office, wanted)
    send_file(mine.upload["post"], b"Two boxes of tea, one kettle. Total 84.50.")
    first = settled(office, mine.upload["upload_id"])
    send_file(mine.upload["post"], RESUME.encode())
    wait_until(
        lambda: state_of(office, mine.upload["upload_id"])["state"] == "done",
        seconds=30,
        what="the second file",
    )
    assert first["state"] == "rejected"
    row = office.recruiter.get(mine.path)
    assert (row["stage"], row["attention"]) == ("screened", None)


def test_nobody_reads_a_resume_without_a_link(office, wanted):
    mine = applicant(office, wanted)
    send_file(mine.upload["post"], RESUME.encode())
    place = f"{mine.upload['post']['url']}/{mine.upload['post']['fields']['key']}"
    assert httpx.get(place, timeout=30).status_code == 403


def test_an_object_that_nobody_announced_is_left_alone(office):
    before = len(office.recruiter.get("/v1/applications", limit=200)["applications"])
    key = f"resumes/aaaaaaaaaaaaaaaa-bbbbbbbb/{unique('aaaaaaaaaaaaaaaa')}"
    bucket = office.stack.outputs["UploadsBucket"]
    office.aws("s3").put_object(Bucket=bucket, Key=key, Body=RESUME.encode())
    queued(office, "hireloop-resumes")
    after = office.recruiter.get("/v1/applications", limit=200)["applications"]
    assert len(after) == before
    assert list(Upload.query("aaaaaaaaaaaaaaaa")) == []
    assert storage.size(key) == len(RESUME.encode())


def overdue(mine: Candidate) -> None:
    """Let the time for the file be over."""
    row = records.upload(mine.upload["upload_id"])
    row.due_at = "2020-01-01T00:00:00.000000Z"
    row.save()


def test_a_file_that_never_came_expires_visibly(office, wanted):
    mine = applicant(office, wanted)
    overdue(mine)
    assert reconcile(office)["uploads_expired"] >= 1
    end = state_of(office, mine.upload["upload_id"])
    assert (end["state"], end["reason"]) == ("expired", "upload.not-received")


def test_a_file_that_comes_after_all_is_still_screened(office, wanted):
    mine = applicant(office, wanted)
    overdue(mine)
    reconcile(office)
    send_file(mine.upload["post"], RESUME.encode())
    wait_until(
        lambda: state_of(office, mine.upload["upload_id"])["state"] == "done",
        seconds=30,
        what="the late file",
    )


def test_a_file_whose_notice_was_lost_is_found_and_screened(office, wanted, deaf):
    mine = applicant(office, wanted)
    send_file(mine.upload["post"], RESUME.encode())
    overdue(mine)
    assert reconcile(office)["uploads_sent_again"] >= 1
    assert settled(office, mine.upload["upload_id"])["state"] == "done"

"""Piles of files: announced by one call, followed by one call, duplicates shown, none blocked."""

from typing import Any

import pytest

from chalicelib.entrypoints import uploads
from chalicelib.foundation import ids, storage
from chalicelib.records import service as records
from tests.builders import Office, actions, open_requisition, refusal, unique
from tests.integration.screening.test_batches import message

pytestmark = pytest.mark.usefixtures("deaf")


def resume(name: str, phone: str, email: str) -> bytes:
    """A short résumé of a person of this name, phone and e-mail."""
    return (
        f"{name}\nPhone: {phone}\nEmail: {email}\n\nEducation\n2012 - 2016 Fudan University, "
        f"Bachelor, Marketing\n\nExperience\n2018.01 - 2023.06 Sunrise Retail, Sales associate\n"
        f"\nSkills\nCustomer service, Excel\n"
    ).encode()


@pytest.fixture
def opened(office: Office) -> str:
    """A requisition of its own."""
    return str(open_requisition(office.admin, unique("REQ-PILE"))["requisition_id"])


def announce(office: Office, requisition_id: str, names: list[str], key: str = "") -> Any:
    wish = {"files": [{"file_name": name} for name in names]}
    return office.recruiter.post(f"/v1/requisitions/{requisition_id}/resumes", wish, key)


def arrive(given: Any, contents: list[bytes]) -> list[str]:
    """Lay the files where their permits point and let the queue tell of all; what goes back."""
    bucket = storage.settings().bucket_uploads
    messages = []
    for upload, content in zip(given["uploads"], contents, strict=True):
        key = upload["post"]["fields"]["key"]
        made = storage.client("s3").put_object(Bucket=bucket, Key=key, Body=content)
        messages.append(message(upload["file_name"], (key, made["VersionId"])))
    return failed(*messages)


def failed(*messages: dict[str, Any]) -> list[str]:
    answer = uploads.screen_resumes({"Records": list(messages)})
    return [item["itemIdentifier"] for item in answer["batchItemFailures"]]


def batch(office: Office, requisition_id: str, given: Any, **query: Any) -> Any:
    path = f"/v1/requisitions/{requisition_id}/resumes"
    return office.recruiter.get(path, batch=given["batch_id"], **query)


def test_five_hundred_files_are_announced_by_one_call_and_a_retry_makes_nothing_twice(
    office, opened
):
    names = [f"{n}.pdf" for n in range(500)]
    first = announce(office, opened, names, key="pile-once")
    again = announce(office, opened, names, key="pile-once")
    assert [u["upload_id"] for u in again["uploads"]] == [u["upload_id"] for u in first["uploads"]]
    assert [u["file_name"] for u in first["uploads"]] == names
    found = batch(office, opened, first)
    assert (found["counts"]["expected"], len(found["files"])) == (500, 500)
    assert [file["number"] for file in found["files"]] == list(range(1, 501))
    assert len(list(records.applications_of(opened))) == 500
    assert len(office.recruiter.get(f"/v1/requisitions/{opened}/batches")["batches"]) == 1
    assert actions(ids.person_of(first["uploads"][499]["upload_id"])) == ["application.opened"]


def test_more_than_five_hundred_files_in_one_call_are_refused(office, opened):
    assert refusal(lambda: announce(office, opened, ["a.pdf"] * 501))[0] == 422


def test_a_batch_tells_how_each_file_stands_and_one_bad_file_blocks_nobody(office, opened):
    given = announce(office, opened, ["good.txt", "bad.txt", "late.txt", "missing.txt"])
    good = resume("Lin Mei", "13800000001", unique("lin") + "@example.com")
    part = {**given, "uploads": given["uploads"][:2]}
    assert arrive(part, [good, b"Two boxes of tea."]) == []
    found = batch(office, opened, given)
    states = {file["file_name"]: file["state"] for file in found["files"]}
    assert states == {
        "good.txt": "done", "bad.txt": "rejected",
        "late.txt": "expected", "missing.txt": "expected",
    }  # fmt: skip
    assert found["counts"] == {
        "done": 1, "rejected": 1, "expected": 2, "quarantined": 0, "expired": 0,
    }  # fmt: skip
    assert found["finished_at"] is None
    bad = batch(office, opened, given, state="rejected")["files"]
    assert [file["file_name"] for file in bad] == ["bad.txt"]
    assert bad[0]["message"]["zh"] and bad[0]["next"]["en"]


def test_a_batch_of_another_requisition_is_not_found(office, opened):
    given = announce(office, opened, ["a.txt"])
    other = open_requisition(office.admin, unique("REQ-PILE"))["requisition_id"]
    path = f"/v1/requisitions/{other}/resumes"
    answer = office.recruiter.http.get(path, params={"batch": given["batch_id"]})
    assert (answer.status_code, answer.json()["code"]) == (404, "batch-unknown")


def test_the_same_file_twice_in_one_pile_is_shown_as_the_same(office, opened):
    given = announce(office, opened, ["one.txt", "two.txt"])
    content = resume("Wu Lan", "13800000002", unique("wu") + "@example.com")
    assert arrive(given, [content, content]) == []
    one, two = batch(office, opened, given)["files"]
    assert {one["state"], two["state"]} == {"done"}
    pairs = {(one["same_file"], two["upload_id"]), (two["same_file"], one["upload_id"])}
    assert any(same == other for same, other in pairs)


@pytest.mark.parametrize(
    "contacts",
    [
        ("+86 138 0000 0003", "chen.other@example.com"),
        ("13900000009", "Chen.Same@example.com"),
        ("13800000003", "chen.same@example.com"),
    ],
)
def test_the_same_person_is_found_by_phone_or_by_e_mail(office, opened, contacts):
    phone, mail = contacts
    first = resume("Chen Yu", "13800000003", "chen.same@example.com")
    second = resume("Chen Yu", phone, mail)
    given = announce(office, opened, ["a.txt", "b.txt"])
    assert arrive({**given, "uploads": given["uploads"][:1]}, [first]) == []
    assert arrive({**given, "uploads": given["uploads"][1:]}, [second]) == []
    one, two = batch(office, opened, given)["files"]
    # Of several holders the first is named; a person looks at all of them on the profile.
    assert two["same_people"]
    assert one["person_id"] in records.duplicates(two["person_id"])
    assert two["person_id"] in records.duplicates(one["person_id"])


@pytest.fixture
def twins(office: Office, opened: str) -> tuple[str, Any, Any]:
    """Two files of one human for one requisition."""
    mail = unique("twin") + "@example.com"
    given = announce(office, opened, ["old.txt", "new.txt"])
    for place, phone in enumerate(("13800000021", "13800000022")):
        part = {**given, "uploads": given["uploads"][place : place + 1]}
        assert arrive(part, [resume("Gao Feng", phone, mail)]) == []
    one, two = batch(office, opened, given)["files"]
    return opened, one, two


def ranked(office: Office, requisition_id: str) -> list[str]:
    found = office.recruiter.get(f"/v1/requisitions/{requisition_id}/ranking")["ranked"]
    return [row["application_id"] for row in found]


def test_a_merge_shows_one_row_and_both_files_and_can_be_taken_back(office, twins):
    requisition_id, one, two = twins
    path = f"/v1/candidates/{one['person_id']}"
    wish = {"into": two["person_id"], "reason": "same person, two phones"}
    assert len(ranked(office, requisition_id)) == 2
    merged = office.recruiter.post(f"{path}/merge", wish)
    assert merged["merged_into"] == two["person_id"]
    assert ranked(office, requisition_id) == [two["application_id"]]
    shown = office.recruiter.get(f"/v1/candidates/{two['person_id']}")
    assert {a["application_id"] for a in shown["sections"]["application"]} == {
        one["application_id"], two["application_id"],
    }  # fmt: skip
    assert (shown["merged"], shown["duplicates"]) == ([one["person_id"]], [])
    assert "person.joined" in actions(two["person_id"])
    back = office.recruiter.post(f"{path}/unmerge", {"reason": "two brothers"})
    assert (back["merged_into"], len(back["notes"])) == (None, 2)
    assert len(ranked(office, requisition_id)) == 2
    assert actions(one["person_id"])[-2:] == ["person.merged", "person.unmerged"]


def test_a_key_may_not_merge_and_nobody_merges_a_merged_file(office, twins):
    _, one, two = twins
    path = f"/v1/candidates/{one['person_id']}/merge"
    wish = {"into": two["person_id"], "reason": "same person"}
    assert refusal(lambda: office.admin.post(path, wish))[1] == "named-person-required"
    selfish = {"into": one["person_id"], "reason": "me"}
    assert refusal(lambda: office.recruiter.post(path, selfish))[1] == "merge-with-oneself"
    office.recruiter.post(path, wish)
    back, other = {"into": one["person_id"], "reason": "back"}, two["person_id"]
    again = refusal(lambda: office.recruiter.post(f"/v1/candidates/{other}/merge", back))
    assert again == (409, "merge-refused")

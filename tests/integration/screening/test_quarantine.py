"""A file that is never read comes to an end where a person sees it; its version is on record."""

from datetime import timedelta

from chalicelib.foundation import clock
from chalicelib.records import service as records
from infra.journey.api import send_file, wait_until
from tests.builders import RESUME, Candidate, Office, actions, applicant, command


def looked_for(mine: Candidate) -> records.Upload:
    """What the hourly look makes of a file that lies there unread."""
    upload_id = mine.upload["upload_id"]
    return records.recheck_upload(command("recheck"), upload_id, arrived=True)


def test_a_file_that_stays_unread_is_quarantined_at_the_second_look(office, deaf):
    mine = applicant(office)
    first = looked_for(mine)
    assert (first.state, first.due_at > clock.iso(clock.now() + timedelta(minutes=50))) == (
        "expected",
        True,
    )
    second = looked_for(mine)
    assert (second.state, second.reason, second.due_key) == (
        "quarantined",
        "resume-quarantined",
        None,
    )
    assert records.application(mine.application_id).attention == "error.resume-quarantined"
    given = office.recruiter.get(f"/v1/uploads/{mine.upload['upload_id']}")
    assert given["message"]["zh"] and given["next"]["en"]
    assert looked_for(mine).state == "quarantined"
    assert actions(mine.person_id).count("upload.quarantined") == 1


def done(office: Office, mine: Candidate) -> records.Upload:
    upload_id = mine.upload["upload_id"]
    look = lambda: (row := records.upload(upload_id)).state == "done" and row  # noqa: E731
    row: records.Upload = wait_until(look, seconds=40, what="the screening")
    return row


def test_the_version_that_was_read_is_on_record(office):
    mine = applicant(office)
    send_file(mine.upload["post"], RESUME.encode())
    row = done(office, mine)
    bucket = office.stack.outputs["UploadsBucket"]
    kept = office.aws("s3").head_object(Bucket=bucket, Key=row.key)["VersionId"]
    assert row.object_version == kept
    screened = records.items_of(mine.application_id, "screening")[0]
    assert screened.object_version == kept


def test_a_candidates_wish_for_a_person_outlives_the_screening(office):
    mine = applicant(office)
    mine.api.post(f"{mine.path}/human-review")
    send_file(mine.upload["post"], RESUME.encode())
    done(office, mine)
    row = records.application(mine.application_id)
    assert (row.stage, row.attention) == ("screened", "attention.asked-for-human")

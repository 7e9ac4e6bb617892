"""A deleted frame is gone: no version of it is left in a bucket that keeps versions."""

from infra.journey.api import send_file, wait_until
from tests.integration.events import queued
from tests.integration.expression.test_frames import BOTH, PICTURE, QUEUE, kept, slip_in
from tests.integration.interviewing.phone import interview


def versions(office, prefix: str) -> list[str]:
    bucket = office.stack.outputs["UploadsBucket"]
    found = office.aws("s3").list_object_versions(Bucket=bucket, Prefix=prefix)
    items = [*found.get("Versions", []), *found.get("DeleteMarkers", [])]
    return [item["Key"] for item in items]


def test_a_frame_that_was_read_leaves_no_version_behind(office):
    phone = interview(office, consents=BOTH)
    permit = phone.permit_frames(0, count=1)["frames"][0]
    for _ in range(2):
        send_file(permit, PICTURE, "")
    wait_until(lambda: kept(phone), seconds=30, what="the reading")
    queued(office, QUEUE)
    place = f"frames/{phone.session_id}/"
    wait_until(lambda: versions(office, place) == [], seconds=30, what="the removal")


def test_a_barred_frame_leaves_no_version_behind(office):
    phone = interview(office, consents=("interview",))
    key = slip_in(office, phone)
    wait_until(lambda: versions(office, key) == [], seconds=30, what="the removal")

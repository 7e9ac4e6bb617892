"""One call that invites a thousand: seconds to its answer, to a retry's, to the last letter.

`make bench-invitations [PEOPLE=1000]`: on a throw-away stack, through the front door, as the
console and other systems call it. An API call on AWS has 29 seconds.
"""

import os
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any

from infra import emulator, local, operator
from infra.journey.api import Api, wait_until
from infra.seed import requisition
from tests.bench.tables import figures, table

PEOPLE = int(os.environ.get("PEOPLE", "1000"))
SLUG, NUMBER = "python-developer", "REQ-PYTHON"
LIMIT_SECONDS = 29


def main() -> None:
    """Invite, invite again with the same key, and wait for the announcements to be told."""
    with tempfile.TemporaryDirectory() as folder:
        ports = (emulator.free_port(), emulator.free_port())
        stack = local.launch(local.Settings(Path(folder), *ports))
        try:
            values = _measured(stack)
        finally:
            stack.stop()
    table("One call that invites many", ("figure", "value"), sorted(values.items()))
    figures("invitations", values)


def _measured(stack: local.Stack) -> dict[str, Any]:
    operator.connect(stack.endpoint, stack.public_url)
    admin = Api(stack.public_url, operator.api_key("administrator"))
    admin.http.timeout = 120
    admin.post("/v1/competency-models", {"job_family": "software-python"})
    admin.post("/v1/requisitions", requisition(SLUG, date(2027, 1, 1)))
    names = _screened()
    wish, place = {"application_ids": names}, f"/v1/requisitions/{NUMBER}/invitations"
    first, given = _timed(lambda: admin.post(place, wish, "once"))
    again, same = _timed(lambda: admin.post(place, wish, "once"))
    begun = time.monotonic()
    wait_until(lambda: not _untold(), seconds=600, what="the last letter")
    return {
        "people": len(names),
        "invited": len(given["invited"]),
        "seconds": round(first, 2),
        "limit_seconds": LIMIT_SECONDS,
        "again_seconds": round(again, 2),
        "again_same": same == given,
        "letters_seconds": round(time.monotonic() - begun, 1),
    }


def _screened() -> list[str]:
    """Applications at the stage from which people are invited, written straight to the table."""
    from chalicelib.foundation import clock
    from chalicelib.foundation.command import system_command
    from chalicelib.records import service as records

    files = [f"{n}.txt" for n in range(PEOPLE)]
    applicant = records.Applicant(email="bench@example.com", name="王小雨")
    _, uploads = records.announce(system_command("bench"), NUMBER, applicant, files)
    pairs = records.applicants(upload.application_id for upload in uploads)
    with records.Application.batch_write() as batch:
        for row, _ in pairs.values():
            row.stage = "screened"
            row.place(clock.now())
            batch.save(row)
    return list(pairs)


def _timed(call: Any) -> tuple[float, Any]:
    begun = time.monotonic()
    given = call()
    return time.monotonic() - begun, given


def _untold() -> bool:
    from chalicelib.foundation import clock
    from chalicelib.partners import service as partners

    return bool(list(partners.unsent(clock.now(), 0)))


if __name__ == "__main__":
    main()

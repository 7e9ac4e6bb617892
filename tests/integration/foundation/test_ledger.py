"""The ledger: once per command, all or nothing, and a chain that shows every later edit."""

import json
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from chalicelib.foundation import audit, ledger
from chalicelib.foundation.ledger import CommandReused, StaleRecord
from chalicelib.foundation.ledger_tables import AnnouncementRow, AuditRow, CommandRow
from chalicelib.foundation.outbox import Announcement
from chalicelib.records import service as records
from tests.builders import Office, actions, applicant, command

WRITERS, ROUNDS = 4, 5


@pytest.fixture
def row(office: Office) -> records.Application:
    return records.application(applicant(office).application_id)


def edit(office: Office, subject: str, sequence: int, **values: dict[str, object]) -> None:
    """Change a stored entry as somebody with access to the table could."""
    office.aws("dynamodb").update_item(
        TableName="hireloop-ledger",
        Key={"pk": {"S": f"audit#{subject}"}, "sk": {"S": f"{sequence:012d}"}},
        UpdateExpression="SET " + ", ".join(f"{name} = :{name}" for name in values),
        ExpressionAttributeValues={f":{name}": value for name, value in values.items()},
    )


def test_a_reply_lost_after_the_write_is_told_apart_from_a_first_try(row):
    wish = command("lost")
    row.attention = "once"
    first = ledger.commit(wish, action="test.once", subject=row.person_id, changes=[row])
    again = records.application(row.application_id)
    again.attention = "twice"
    second = ledger.commit(wish, action="test.once", subject=row.person_id, changes=[again])
    assert (first, second) == (True, False)
    assert records.application(row.application_id).attention == "once"
    assert actions(row.person_id).count("test.once") == 1


def test_a_command_id_with_another_payload_is_refused(row):
    wish = command("twin", payload="a")
    ledger.commit(wish, action="test.twin", subject=row.person_id)
    twin = type(wish)(wish.id, wish.actor, wish.at, wish.correlation_id, "b")
    with pytest.raises(CommandReused):
        ledger.commit(twin, action="test.twin", subject=row.person_id)
    assert actions(row.person_id).count("test.twin") == 1


def test_one_command_in_two_threads_is_carried_out_once(row):
    wish, together = command("both"), threading.Barrier(2)

    def act(_: int) -> bool:
        together.wait()
        return ledger.retried(
            lambda: ledger.commit(wish, action="test.both", subject=row.person_id)
        )()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(act, range(2))) == [False, True]
    assert actions(row.person_id).count("test.both") == 1


def test_writers_at_the_same_moment_keep_the_chain_whole(row):
    def act(number: int) -> None:
        for turn in range(ROUNDS):
            records.flag(command("flag"), row.application_id, f"attention.{number}-{turn}")

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(act, range(WRITERS)))
    trail = ledger.trail(row.person_id)
    assert actions(row.person_id).count("application.flagged") == WRITERS * ROUNDS
    assert [entry.sequence for entry, _ in trail] == list(range(1, len(trail) + 1))
    assert records.application(row.application_id).version == row.version + WRITERS * ROUNDS


def test_a_record_that_moved_leaves_nothing_of_the_later_commit(row):
    stale = records.application(row.application_id)
    records.flag(command("first"), row.application_id, "attention.first")
    late = command("late")
    stale.attention = "attention.late"
    with pytest.raises(StaleRecord):
        ledger.commit(
            late,
            action="test.late",
            subject=row.person_id,
            changes=[stale],
            announce=[Announcement("test.late", row.application_id)],
        )
    assert records.application(row.application_id).attention == "attention.first"
    assert CommandRow.find(late.id) is None
    assert list(AnnouncementRow.query(f"outbox#{late.id}#0")) == []
    assert "test.late" not in actions(row.person_id)


def test_the_trail_of_a_person_verifies_through_the_api(office, row):
    records.flag(command("seen"), row.application_id, "attention.seen")
    trail = office.auditor.get(f"/v1/audit/{row.person_id}")
    assert (trail["holds"], trail["first_break"]) == (True, None)
    assert [entry["action"] for entry in trail["entries"]][-1] == "application.flagged"


def test_an_edited_entry_is_found_and_its_place_is_told(office, row):
    records.flag(command("one"), row.application_id, "attention.one")
    records.flag(command("two"), row.application_id, "attention.two")
    body = AuditRow.get(f"audit#{row.person_id}", f"{2:012d}").body
    body["actor_id"] = "somebody-else"
    edit(office, row.person_id, 2, body={"S": json.dumps(body)})
    trail = office.auditor.get(f"/v1/audit/{row.person_id}")
    assert (trail["holds"], trail["first_break"]) == (False, 2)


def test_an_edit_that_also_rewrites_its_own_hash_breaks_the_next_entry(office, row):
    records.flag(command("one"), row.application_id, "attention.one")
    records.flag(command("two"), row.application_id, "attention.two")
    kept = AuditRow.get(f"audit#{row.person_id}", f"{2:012d}")
    body = kept.body | {"detail": {"reason": "attention.other"}}
    forged = audit.Entry(**body).hash()
    edit(office, row.person_id, 2, body={"S": json.dumps(body)}, entry_hash={"S": forged})
    trail = office.auditor.get(f"/v1/audit/{row.person_id}")
    assert (trail["holds"], trail["first_break"]) == (False, 3)


def test_a_removed_entry_is_found(office, row):
    records.flag(command("one"), row.application_id, "attention.one")
    records.flag(command("two"), row.application_id, "attention.two")
    AuditRow.get(f"audit#{row.person_id}", f"{2:012d}").delete()
    trail = office.auditor.get(f"/v1/audit/{row.person_id}")
    assert (trail["holds"], trail["first_break"]) == (False, 2)

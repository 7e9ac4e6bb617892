"""Announcements: told at least once to everybody concerned, and nobody hears one twice."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from chalicelib.entrypoints import jobs
from chalicelib.foundation import clock
from chalicelib.foundation.ledger_tables import AnnouncementRow
from chalicelib.partners import service as partners
from chalicelib.partners.service import Relayed
from chalicelib.partners.tables import Partner
from chalicelib.records import service as records
from infra import emulator, mailbox
from infra.journey.api import wait_until
from infra.partner import DemoPartner
from tests.builders import Candidate, Office, applicant, unique
from tests.integration.events import function, invoke
from tests.integration.interviewing.phone import interview

LATER = timedelta(seconds=120)


def announced(subject: str, event: str) -> AnnouncementRow | None:
    """The announcement of an event about a subject; the tests' table is small enough to scan."""
    rows = AnnouncementRow.scan(AnnouncementRow.subject == subject)
    return next((r for r in rows if isinstance(r, AnnouncementRow) and r.event == event), None)


def mails(office: Office, candidate: Candidate) -> list[mailbox.Message]:
    row = records.person(candidate.person_id)
    found = mailbox.messages(office.stack.endpoint)
    return [m for m in found if m.to in {row.email, row.phone}]


@pytest.fixture
def down(office) -> Iterator[DemoPartner]:
    """A second partner that hears everything, and is not there yet."""
    name, port = unique("down"), emulator.free_port()
    wish = {"partner_id": name, "name": "D", "events": ["*"]}
    wish["endpoint"] = f"http://127.0.0.1:{port}/"
    secret = office.admin.post("/v1/partners", wish)["secret"]
    yield DemoPartner(name, office.base, secret=secret, port=port)
    row = Partner.get("partner", name)
    row.active = False  # or every later announcement would wait for it
    row.save()


def withdrawn(office: Office) -> tuple[Candidate, AnnouncementRow]:
    """Somebody who took the application back, which every partner is told."""
    candidate = applicant(office)
    candidate.api.post(f"{candidate.path}/withdrawal")
    row = wait_until(
        lambda: (
            (found := announced(candidate.application_id, "application.withdrawn"))
            and (found.sent_at or found.tries)
            and found
        ),
        seconds=30,
        what="the first try",
    )
    return candidate, row


def heard(partner: DemoPartner, row: AnnouncementRow) -> int:
    return sum(item["id"] == _message_id(row, partner) for item in partner.received)


def _message_id(row: AnnouncementRow, partner: DemoPartner) -> str:
    from chalicelib.partners import outbound

    return outbound.message_id(row.pk, partner.partner_id)


def test_a_partner_that_is_down_is_told_later_and_the_other_not_again(office, partner, down):
    _, row = withdrawn(office)
    assert (row.sent_at, int(row.tries)) == (None, 1)
    assert down.partner_id in row.problem
    assert heard(partner, row) == 1
    down.start()
    try:
        with clock.fixed(clock.now() + LATER):
            assert jobs.reconcile()["announcements_sent"] >= 1
    finally:
        down.stop()
    row.refresh()
    assert row.sent_at and row.unsent_key is None
    assert (heard(down, row), heard(partner, row)) == (1, 1)


def test_after_the_last_try_a_person_is_asked_to_look(office, down):
    candidate, row = withdrawn(office)
    row.update(actions=[AnnouncementRow.tries.set(9)])
    assert jobs.tell(row) is Relayed.GIVEN_UP
    assert records.application(candidate.application_id).attention == "attention.not-told"
    assert partners.announcement(row.pk, row.sk) is None


def test_an_invitation_reaches_mail_and_phone_with_a_link_that_opens(office):
    phone = interview(office, phone="138 0013 8000", name="Zhou Min")
    numbers = {"+8613800138000"}
    found = wait_until(
        lambda: (
            (texts := of_kind(office, "sms", numbers))
            and (letters := mails(office, phone.who))
            and [*texts, *letters]
        ),
        seconds=30,
        what="the letters",
    )
    link = found[-1].links[0]
    page = phone.who.api.http.get(link.removeprefix(office.base))
    assert link.startswith(f"{office.base}/interview/hli_")
    assert page.status_code == 200
    assert link in found[0].text


def of_kind(office: Office, kind: str, to: set[str]) -> list[mailbox.Message]:
    return [m for m in mailbox.messages(office.stack.endpoint) if m.kind == kind and m.to in to]


def test_the_stream_may_bring_an_announcement_twice_and_nobody_hears_it_twice(office):
    phone = interview(office)
    wait_until(lambda: mails(office, phone.who), seconds=30, what="the letter")
    row = announced(phone.session_id, "interview.invited")
    again = stream(row)
    invoke(office, function(office, "Deliver"), again)
    invoke(office, function(office, "Deliver"), again)
    assert len(mails(office, phone.who)) == 1


def stream(row: AnnouncementRow) -> dict[str, Any]:
    """What the ledger's stream hands over."""
    keys = {"pk": {"S": row.pk}, "sk": {"S": row.sk}}
    record = {"eventID": "1", "eventName": "INSERT", "dynamodb": {"Keys": keys}}
    return json.loads(json.dumps({"Records": [record | {"eventSource": "aws:dynamodb"}]}))


def test_what_the_stream_lost_is_told_by_reconcile(office):
    phone = interview(office)
    wait_until(lambda: mails(office, phone.who), seconds=30, what="the letter")
    row = announced(phone.session_id, "interview.invited")
    lost = AnnouncementRow(
        f"lost#{unique('lost')}#0",  # a key that the stream does not hand over
        f"{clock.iso(clock.now() - LATER)}#lost",
        event="application.rejected",
        subject=phone.who.application_id,
        payload={},
        correlation_id="test",
        at=clock.iso(clock.now() - LATER),
        unsent_key=row.unsent_key or "unsent#0",
    )
    lost.save()
    jobs.reconcile()
    lost.refresh()
    assert lost.sent_at
    assert len(mails(office, phone.who)) == 2

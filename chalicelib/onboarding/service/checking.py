"""The pass notice, the background check and the review of what it found."""

from typing import Any

from pynamodb.models import Model

from chalicelib.foundation import clock, ledger
from chalicelib.foundation.access import require_named
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import Conflict, Forbidden, Invalid, NotFound
from chalicelib.foundation.observability import count
from chalicelib.foundation.outbox import Announcement
from chalicelib.foundation.values import dump
from chalicelib.onboarding.background_check import Verdict, checks_for, read_report
from chalicelib.onboarding.hire import owner_of
from chalicelib.onboarding.service.asking import was_asked
from chalicelib.onboarding.service.waits import find, hand_on, hold, new, settle
from chalicelib.onboarding.tables import BackgroundCheck, Review
from chalicelib.records import service as records
from chalicelib.records.consent import Purpose, Rule
from chalicelib.records.stages import Stage

NEEDED, AWAITING_CONSENT, REQUESTED, REPORTED, BARRED = (
    "needed",
    "awaiting-consent",
    "requested",
    "reported",
    "barred",
)


class ReportExists(Conflict):
    """Another report on the same background check was accepted before."""

    code = "background-report-exists"


class CheckNotYours(Forbidden):
    """Only a partner that was asked for this background check reports on it."""

    code = "background-check-not-yours"


class ReviewDecided(Conflict):
    """A named person has decided this review before."""

    code = "review-decided"


@ledger.retried
def send_pass_notice(command: Command, application_id: str) -> None:
    """Tell the candidate: passed, when to come, what will be checked. Once. Raises NotFound."""
    if find(BackgroundCheck, application_id) is not None:
        return
    application = records.application(application_id)
    requisition = records.requisition(application.requisition_id)
    row = new(BackgroundCheck, application_id)
    row.checks = [dump(check) for check in checks_for(application.job_family)]
    row.state = NEEDED
    told = {
        "onsite": dict(requisition.onsite),
        "checks": [check["name"] for check in row.checks],
        "bring": [check["bring"] for check in row.checks],
    }
    if ledger.commit(
        command,
        action="hire.notice",
        subject=row.person_id,
        changes=[row],
        announce=[Announcement("application.passed", application_id, told)],
        detail={"application_id": application_id, "checks": len(row.checks)},
    ):
        count("PassNoticeSent", application_id=application_id)


@ledger.retried
def request_background_check(command: Command, application_id: str, token: str) -> None:
    """Order the check from the partner and wait for its report; ordered once, consent first.

    Raises NotFound, IllegalMove.
    """
    row = background_check(application_id)
    application = records.application(application_id)
    also: list[Model] = []
    if application.stage == Stage.PASSED:
        also.append(records.move(application, Stage.BACKGROUND_CHECK, command))
    announce = _order(command, row, application.requisition_id)
    hold(command, row, token, also=also, announce=announce)


@ledger.retried
def order_when_consented(command: Command, application_id: str) -> bool:
    """Order a check that only waited for the candidate's consent; True when ordered now."""
    row = background_check(application_id)
    if row.state != AWAITING_CONSENT:
        return False
    announce = _order(command, row, records.application(application_id).requisition_id)
    if not announce:
        return False
    return ledger.commit(
        command,
        action="background-check.ordered",
        subject=row.person_id,
        changes=[row],
        announce=announce,
        detail={"application_id": application_id},
    )


def order_again(
    command: Command, application: records.Application
) -> tuple[list[Model], list[Announcement]]:
    """A check that was ordered and never answered, ordered anew; to be committed by the caller."""
    row = find(BackgroundCheck, application.application_id)
    if application.stage != Stage.BACKGROUND_CHECK or row is None or row.state != REQUESTED:
        return [], []
    row.state = NEEDED  # `requested_at` stays: a late report to the first order is still taken
    return [row], _order(command, row, application.requisition_id)


@ledger.retried
def record_report(command: Command, application_id: str, report: Any) -> BackgroundCheck:
    """Keep a partner's report and let the hire go on; the same report twice changes nothing.

    Raises ReportMalformed, CheckNotYours, ReportExists, NotFound for a check never ordered.
    """
    read = read_report(report)
    row = background_check(application_id)
    if row.requested_at is None:
        raise NotFound("background-check-unknown", application_id=application_id)
    if not was_asked(command.actor, row):
        raise CheckNotYours()
    if row.result is not None:
        if row.items != dump(read)["items"]:
            raise ReportExists(application_id=application_id)
        hand_on(row)
        return row
    row.verdict, row.items, row.state = read.verdict.value, dump(read)["items"], REPORTED
    row.reported_at, row.reported_by = clock.iso(command.at), command.actor.actor_id
    told = Announcement("background-check.reported", application_id, {"outcome": row.verdict})
    settle(
        command,
        row,
        {"outcome": row.verdict},
        action="background-check.reported",
        announce=[told],
    )
    return background_check(application_id)


@ledger.retried
def open_review(command: Command, application_id: str, token: str) -> None:
    """Put a finding before the person who answers for the hire, and wait for their word."""
    row = find(Review, application_id)
    application = records.application(application_id)
    also: list[Model] = []
    told = []
    if row is None:
        row = new(Review, application_id)
        owner = owner_of(application.history)
        told.append(Announcement("review.opened", application_id, {"owner": owner}))
    if application.stage in (Stage.PASSED, Stage.BACKGROUND_CHECK):
        application.attention = "attention.review"
        also.append(records.move(application, Stage.UNDER_REVIEW, command))
    hold(command, row, token, also=also, announce=told)


@ledger.retried
def decide_review(command: Command, application_id: str, go_on: bool, reason: str) -> Review:
    """A named person lets the hire go on or stops it, with a reason.

    Raises NamedPersonRequired, Forbidden, ReviewDecided, NotFound, Invalid.
    """
    require_named(command.actor, "candidate.dispose")
    row = find(Review, application_id)
    if row is None:
        raise NotFound("review-unknown", application_id=application_id)
    if row.result is not None:
        if not ledger.applied(command):
            raise ReviewDecided(decided_by=row.decided_by)
        hand_on(row)
        return row
    if not reason.strip():
        raise Invalid("reason-missing")
    application = records.application(application_id)
    application.attention = None
    row.go_on, row.reason, row.state = go_on, reason.strip(), "decided"
    row.decided_by, row.decided_at = command.actor.actor_id, clock.iso(command.at)
    result = {"outcome": "proceed" if go_on else "stop"}
    settle(command, row, result, action="review.decided", also=[application])
    return find(Review, application_id) or row


def background_check(application_id: str) -> BackgroundCheck:
    """The background check of an application. Raises NotFound before the pass notice."""
    row = find(BackgroundCheck, application_id)
    if row is None:
        raise NotFound("background-check-unknown", application_id=application_id)
    return row


def review(application_id: str) -> Review | None:
    """The review of a hire, or None when none was opened."""
    return find(Review, application_id)


def _order(command: Command, row: BackgroundCheck, requisition_id: str) -> list[Announcement]:
    """Set the row to ordered, waiting for consent, or barred; what the partner is to be told."""
    if row.state == REQUESTED or row.result is not None:
        return []
    ruling = records.may_process(row.person_id, Purpose.BACKGROUND_CHECK, requisition_id)
    if ruling.rule is Rule.BARRED:
        row.state, row.verdict = BARRED, Verdict.CONSIDER.value
        row.result = {"outcome": Verdict.CONSIDER.value, "reason": ruling.reason}
        return []
    if not ruling.allowed:
        row.state = AWAITING_CONSENT
        return []
    row.state, row.requested_at = REQUESTED, clock.iso(command.at)
    told = {"checks": [check["key"] for check in row.checks]}
    return [Announcement("background-check.requested", row.application_id, told)]

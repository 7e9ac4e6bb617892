"""What a screening leaves behind: one transaction in the person's file."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from pynamodb.models import Model

from chalicelib.foundation import clock, ids, ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.observability import count
from chalicelib.foundation.outbox import Announcement
from chalicelib.foundation.values import dump
from chalicelib.records import service as records
from chalicelib.records.service import OpenFile
from chalicelib.records.stages import Stage
from chalicelib.screening import basis
from chalicelib.screening.facts import Protected
from chalicelib.screening.masking import quotes_covered
from chalicelib.screening.resume import READER_VERSION
from chalicelib.screening.rules import RULES_VERSION
from chalicelib.screening.scoring import SCORER_VERSION
from chalicelib.screening.service import originals
from chalicelib.screening.service.screened import Contacts, Screened, fill
from chalicelib.screening.tables import ScreeningResult

LOOK = "screening.person-should-look"
LATE = "resume-already-decided"
SET_ASIDE = "resume-quarantined"
#: Former results that a screening keeps the summary of; the audit trail holds every one.
MOST_FORMER = 20


@dataclass(frozen=True)
class Beside:
    """What is known beside the résumé itself: its contacts, its former result, the ledger."""

    contacts: Contacts
    former: ScreeningResult | None
    seen: ledger.Seen


def former(application_ids: Iterable[str]) -> dict[str, ScreeningResult]:
    """The results that stand, by application, read at once."""
    keys = [
        (ids.person_of(name), item_id(name)) for name in dict.fromkeys(map(str, application_ids))
    ]
    rows = ScreeningResult.batch_get(keys, consistent_read=True) if keys else ()
    return {row.application_id: row for row in rows if isinstance(row, ScreeningResult)}


def keep(command: Command, file: OpenFile, screened: Screened, beside: Beside) -> None:
    """Keep a result with its evidence: a first one moves the application on, a later one never."""
    application, again = file.application, file.application.stage != Stage.APPLIED
    application.fit, application.basis = screened.points, screened.basis
    application.refused_basis = None
    application.screened_at = clock.iso(command.at)
    wanted = LOOK if screened.fit.person_should_look else None
    application.attention = attention(application.attention, wanted)
    contacts = fill(file, screened, beside.contacts)
    application.display_name = application.display_name or file.person.name
    if again:
        application.place(command.at)
    else:
        records.move(application, Stage.SCREENED, command)
    _settle(file.upload, screened, beside.contacts)
    result = _result(file, screened, beside.former, command)
    if ledger.commit(
        command,
        action="resume.rescreened" if again else "resume.screened",
        subject=file.upload.person_id,
        changes=[
            result,
            application,
            file.upload,
            *contacts,
            *originals.kept_of(file.upload, screened, beside.former),
        ],
        announce=[] if again else [_told(file, screened)],
        detail=_detail(file, screened),
        seen=beside.seen,
    ):
        name = "ResumeRescreened" if again else "ResumeScreened"
        count(name, requisition_id=application.requisition_id)


def refuse(command: Command, file: OpenFile, reason: str, wanted: str, seen: ledger.Seen) -> None:
    """End a file that is not screened with its reason; a result that stands is left standing.

    `wanted` is the basis on which it was tried: it is not waited for again before that changes.
    """
    row, application = file.upload, file.application
    changes: list[Model] = [row]
    if row.state != "done":
        state = "quarantined" if reason == SET_ASIDE else "rejected"
        records.settle_upload(row, state, reason)
        row.basis = basis.of_refusal()
    if reason != LATE:
        row.refused_basis = application.refused_basis = wanted
        application.attention = attention(application.attention, f"error.{reason}")
        if application.stage == Stage.APPLIED:
            application.basis = basis.of_refusal()
        application.place(command.at)
        changes.append(application)
    if ledger.commit(
        command,
        action="resume.rejected",
        subject=row.person_id,
        changes=changes,
        announce=[Announcement("resume.rejected", row.application_id, {"reason": reason})],
        detail={"application_id": row.application_id, "upload_id": row.upload_id, "reason": reason},
        seen=seen,
    ):
        count("ResumeRejected", reason=reason)


def _settle(row: records.Upload, screened: Screened, contacts: Contacts) -> None:
    records.settle_upload(row, "done")
    row.fit, row.basis, row.refused_basis = screened.points, screened.basis, None
    row.same_people = list(contacts.people)
    if contacts.same_file is not None:
        row.same_file, row.same_file_name = contacts.same_file.thing, contacts.same_file.label


def attention(before: str | None, wanted: str | None) -> str | None:
    """What asks for a person now: screening sets and clears its own reasons, no one else's.

    Parameters
    ----------
    before : the reason that stands; None for none.
    wanted : screening's new reason; None when it sees none.
    """
    own = before is None or before == LOOK or before.startswith("error.resume-")
    return wanted if own else before


def _result(
    file: OpenFile, screened: Screened, former: ScreeningResult | None, command: Command
) -> ScreeningResult:
    row, application = file.upload, file.application
    result = former or ScreeningResult(row.person_id, item_id(row.application_id))
    if former is not None:
        result.former = [*former.former, _summary_of(former)][-MOST_FORMER:]
    result.application_id, result.upload_id = row.application_id, row.upload_id
    result.requisition_id = application.requisition_id
    result.sha256, result.object_version = screened.sha256, row.object_version
    result.reader_version, result.rules_version = READER_VERSION, RULES_VERSION
    result.scorer_version, result.criteria_version = SCORER_VERSION, screened.criteria_version
    result.screened_at = clock.iso(command.at)
    result.criteria = [dump(c) for c in screened.wanted]
    facts = dump(replace(screened.facts, protected=Protected()))
    result.facts = facts | {"qualifications": quotes_covered(facts["qualifications"])}
    result.findings = quotes_covered([dump(f) for f in screened.findings])
    result.changes = quotes_covered([dump(c) for c in screened.changes])
    result.fit, result.fit_points = dump(screened.fit), screened.points
    result.person_should_look = screened.fit.person_should_look
    return result


def _summary_of(row: ScreeningResult) -> dict[str, Any]:
    """What stays of a result that another one replaces."""
    return {
        "criteria_version": int(row.criteria_version),
        "reader_version": row.reader_version,
        "rules_version": row.rules_version,
        "scorer_version": row.scorer_version,
        "screened_at": row.screened_at,
        "fit": row.fit_points,
        "verdicts": {f["criterion_id"]: f["verdict"] for f in row.findings},
    }


def item_id(application_id: str) -> str:
    """The id of an application's screening within the person's file."""
    return f"screening#{application_id}"


def _told(file: OpenFile, screened: Screened) -> Announcement:
    return Announcement("application.screened", file.upload.application_id, _figures(screened))


def _detail(file: OpenFile, screened: Screened) -> dict[str, Any]:
    return {
        "application_id": file.upload.application_id,
        "upload_id": file.upload.upload_id,
        "sha256": screened.sha256,
        "rules": RULES_VERSION,
        "basis": screened.basis,
        **_figures(screened),
    }


def _figures(screened: Screened) -> dict[str, int | float | None]:
    fit = screened.fit
    return {
        "fit": screened.points,
        "essential_failures": len(fit.essential_failures),
        "unknown": fit.unknown,
    }

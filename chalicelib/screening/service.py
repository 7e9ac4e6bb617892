"""The only door to screening."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from pynamodb.exceptions import DoesNotExist

from chalicelib.foundation import ids, ledger, storage
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import NotFound
from chalicelib.foundation.observability import count
from chalicelib.foundation.outbox import Announcement
from chalicelib.foundation.values import dump, load
from chalicelib.records import service as records
from chalicelib.records.stages import Stage
from chalicelib.screening.criteria import Criterion, Finding
from chalicelib.screening.facts import Contact, ResumeFacts
from chalicelib.screening.resume import READER_VERSION, read_facts
from chalicelib.screening.rules import RULES_VERSION, decide, skills_named, validate_criteria
from chalicelib.screening.sandbox import read_safely
from chalicelib.screening.scoring import SCORER_VERSION, Fit, fit_of, ranked
from chalicelib.screening.tables import ScreeningResult
from chalicelib.screening.unreadable import ResumeUnreadable

LOOK = "screening.person-should-look"
LATE = "resume-already-decided"


@dataclass(frozen=True)
class Screened:
    """Everything that one résumé gave, before it is kept."""

    sha256: str
    wanted: tuple[Criterion, ...]
    facts: ResumeFacts
    findings: tuple[Finding, ...]
    fit: Fit


@ledger.retried
def screen(command: Command, upload: records.Upload) -> records.Upload:
    """Screen an uploaded résumé against its requisition and keep the result with its evidence.

    The same object version twice changes nothing. A file that cannot be read ends as a rejected
    upload with its reason; the application stays and asks for a person. Returns the upload in
    its terminal state. Raises NotFound for an object that is not there.
    """
    row = records.upload(upload.upload_id)
    version = upload.object_version
    if ledger.applied(command) or _is_settled(row, version):
        return row
    content = storage.read(row.key, version)
    row.object_version, row.sha256 = version, hashlib.sha256(content).hexdigest()
    application = records.application(row.application_id)
    if application.stage != Stage.APPLIED:
        return _refuse(command, row, application, LATE)
    try:
        screened = _screened(command, row, application.requisition_id, content)
    except ResumeUnreadable as problem:
        return _refuse(command, row, application, problem.code)
    return _keep(command, row, application, screened)


def _is_settled(row: records.Upload, version: str | None) -> bool:
    """A rejected file may be sent again as a new version; a read one is final."""
    return row.state == "done" or (row.state == "rejected" and row.object_version == version)


def _screened(
    command: Command, row: records.Upload, requisition_id: str, content: bytes
) -> Screened:
    wanted = validate_criteria(records.requisition(requisition_id).criteria)
    lines = read_safely(content, row.file_name)
    facts = read_facts(lines, today=command.at.date(), look_for=skills_named(wanted))
    findings = decide(wanted, facts.qualifications)
    return Screened(str(row.sha256), wanted, facts, findings, fit_of(wanted, findings))


def _keep(
    command: Command,
    row: records.Upload,
    application: records.Application,
    screened: Screened,
) -> records.Upload:
    person = records.person(row.person_id)
    found = _stated_contacts(screened)
    records.fill_contacts(person, found, f"resume:{row.upload_id}")
    application.fit = _points(screened.fit)
    application.display_name = application.display_name or person.name
    application.attention = LOOK if screened.fit.person_should_look else None
    records.move(application, Stage.SCREENED, command)
    records.settle_upload(row, "done")
    applied_now = ledger.commit(
        command,
        action="resume.screened",
        subject=row.person_id,
        changes=[_result(row, application, screened), application, row, person],
        announce=[Announcement("application.screened", row.application_id, _summary(screened))],
        detail={
            "application_id": row.application_id,
            "upload_id": row.upload_id,
            "sha256": screened.sha256,
            "rules": RULES_VERSION,
            **_summary(screened),
        },
    )
    if applied_now:
        count("ResumeScreened", requisition_id=application.requisition_id)
    return records.upload(row.upload_id)


def _refuse(
    command: Command, row: records.Upload, application: records.Application, reason: str
) -> records.Upload:
    records.settle_upload(row, "rejected", reason)
    changes: list[records.Upload | records.Application] = [row]
    if reason != LATE:
        application.attention = f"error.{reason}"
        application.place(command.at)
        changes.append(application)
    applied_now = ledger.commit(
        command,
        action="resume.rejected",
        subject=row.person_id,
        changes=changes,
        announce=[Announcement("resume.rejected", row.application_id, {"reason": reason})],
        detail={"application_id": row.application_id, "upload_id": row.upload_id, "reason": reason},
    )
    if applied_now:
        count("ResumeRejected", reason=reason)
    return records.upload(row.upload_id)


def _result(
    row: records.Upload, application: records.Application, screened: Screened
) -> ScreeningResult:
    return ScreeningResult(
        row.person_id,
        _item_id(row.application_id),
        application_id=row.application_id,
        requisition_id=application.requisition_id,
        upload_id=row.upload_id,
        sha256=screened.sha256,
        object_version=row.object_version,
        reader_version=READER_VERSION,
        rules_version=RULES_VERSION,
        scorer_version=SCORER_VERSION,
        criteria=[dump(c) for c in screened.wanted],
        facts=dump(screened.facts),
        findings=[dump(f) for f in screened.findings],
        fit=dump(screened.fit),
        fit_points=_points(screened.fit),
        person_should_look=screened.fit.person_should_look,
    )


def _item_id(application_id: str) -> str:
    return f"screening#{application_id}"


def _points(fit: Fit) -> float | None:
    return None if fit.fit_hundredths is None else fit.fit_hundredths / 100


def _summary(screened: Screened) -> dict[str, int | float | None]:
    fit = screened.fit
    return {
        "fit": _points(fit),
        "essential_failures": len(fit.essential_failures),
        "unknown": fit.unknown,
    }


def _stated_contacts(screened: Screened) -> dict[str, str]:
    contact: Contact = screened.facts.contact
    city = screened.facts.qualifications.city
    return {
        "name": contact.name.value if contact.name else "",
        "phone": contact.phones[0].value if contact.phones else "",
        "email": contact.emails[0].value if contact.emails else "",
        "city": city.value if city else "",
    }


def result(application_id: str) -> ScreeningResult:
    """Show the screening of one application. Raises NotFound while there is none."""
    try:
        return ScreeningResult.get(
            ids.person_of(application_id), _item_id(application_id), consistent_read=True
        )
    except DoesNotExist as error:
        raise NotFound("screening-unknown", application_id=application_id) from error


def results(requisition_id: str, limit: int = 200) -> list[ScreeningResult]:
    """List the screenings of a requisition, best first, those that need a person after them."""
    applications = records.board(requisition_id, limit=limit)
    return ranking([row.application_id for row in applications])


def ranking(application_ids: Sequence[str]) -> list[ScreeningResult]:
    """Order the screenings of some applications; one without a screening is left out."""
    keys = [(ids.person_of(name), _item_id(name)) for name in application_ids]
    rows = [row for row in ScreeningResult.batch_get(keys) if isinstance(row, ScreeningResult)]
    return ranked(rows, lambda row: load(Fit, row.fit), lambda row: str(row.application_id))

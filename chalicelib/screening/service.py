"""The only door to screening."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pynamodb.exceptions import DoesNotExist

from chalicelib.foundation import ids, ledger, storage
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import NotFound
from chalicelib.foundation.observability import count
from chalicelib.foundation.outbox import Announcement
from chalicelib.foundation.values import dump, load
from chalicelib.records import service as records
from chalicelib.records.stages import Stage
from chalicelib.screening import scoring
from chalicelib.screening.criteria import Criterion, Finding
from chalicelib.screening.facts import Contact, ResumeFacts
from chalicelib.screening.reading.sandbox import read_safely
from chalicelib.screening.reading.unreadable import ResumeUnreadable
from chalicelib.screening.resume import READER_VERSION, read_facts
from chalicelib.screening.rules import RULES_VERSION, decide, skills_named, validate_criteria
from chalicelib.screening.scoring import SCORER_VERSION, Fit, fit_of, shown
from chalicelib.screening.tables import ScreeningResult

LOOK = "screening.person-should-look"
LATE = "resume-already-decided"
#: Screenings that one ranking compares.
MOST_RANKED = 2_000


@dataclass(frozen=True)
class Screened:
    """Everything that one résumé gave, before it is kept."""

    sha256: str
    wanted: tuple[Criterion, ...]
    facts: ResumeFacts
    findings: tuple[Finding, ...]
    fit: Fit


@ledger.retried
def screen(command: Command, upload: records.Upload, object_version: str = "") -> records.Upload:
    """Screen an uploaded résumé against its requisition and keep the result with its evidence.

    `object_version` is the version that arrived, empty for the one that lies there now. The same
    object twice changes nothing. A file that cannot be read ends as a rejected
    upload with its reason; the application stays and asks for a person. Returns the upload in
    its terminal state. Raises NotFound for an object that is not there.
    """
    row = records.upload(upload.upload_id)
    if ledger.applied(command) or row.state == "done":
        return row
    content = storage.read(row.key, object_version)
    sha256 = hashlib.sha256(content).hexdigest()
    # A rejected file may come again under its key, but the same bytes change nothing.
    if row.state == "rejected" and row.sha256 == sha256:
        return row
    row.object_version, row.sha256 = object_version or None, sha256
    application = records.application(row.application_id)
    if application.stage != Stage.APPLIED:
        return _refuse(command, row, application, LATE)
    try:
        screened = _screened(command, row, application.requisition_id, content)
    except ResumeUnreadable as problem:
        return _refuse(command, row, application, problem.code)
    return _keep(command, row, application, screened)


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
    wanted = LOOK if screened.fit.person_should_look else None
    application.attention = attention(application.attention, wanted)
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
        application.attention = attention(application.attention, f"error.{reason}")
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


def results(application_ids: Sequence[str]) -> list[ScreeningResult]:
    """Order the screenings of some applications, best first; those without one are left out."""
    keys = [(ids.person_of(name), _item_id(name)) for name in application_ids]
    rows = [row for row in ScreeningResult.batch_get(keys) if isinstance(row, ScreeningResult)]
    return scoring.ranked(rows, lambda row: load(Fit, row.fit), lambda row: str(row.application_id))


def contenders(applications: Iterable[records.Application]) -> list[records.Application]:
    """Those worth ranking: whose résumé was read, at most 2,000, the better fit first."""
    read = [row for row in applications if row.stage != Stage.APPLIED]
    read.sort(key=lambda row: (row.fit is None, -float(row.fit or 0), row.application_id))
    return read[:MOST_RANKED]


def ranked(applications: Sequence[records.Application]) -> list[dict[str, Any]]:
    """Show screened applications best first, each with its findings and the lines behind them."""
    of_id = {str(row.application_id): row for row in applications}
    return [
        {
            "application_id": row.application_id,
            "person_id": row.person_id,
            "display_name": of_id[str(row.application_id)].display_name,
            "stage": of_id[str(row.application_id)].stage,
            **shown(row.criteria, row.findings, row.fit),
        }
        for row in results(list(of_id))
    ]


def check_criteria(rows: Sequence[Mapping[str, object]]) -> None:
    """Refuse criteria that no rule could decide. Raises InvalidCriterion with row and field."""
    validate_criteria(rows)

"""Résumés as they were read, JSON Resume in and out, criteria proposed and confirmed."""

from typing import Any

from chalice import Response

from chalicelib.entrypoints.api_candidates import reachable, target_of_requisition
from chalicelib.entrypoints.schemas import resumes as s
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation import clock, storage
from chalicelib.foundation.access import Actor, Fields, may_see
from chalicelib.foundation.messages import both
from chalicelib.foundation.values import canonical, load
from chalicelib.records import service as records
from chalicelib.records.service import StaleVersion
from chalicelib.screening import criteria_form, json_resume
from chalicelib.screening import service as screening
from chalicelib.screening.criteria import Finding, InvalidCriterion
from chalicelib.screening.facts import ResumeFacts
from chalicelib.screening.job_description import propose
from chalicelib.screening.masking import Guard
from chalicelib.screening.preview import Preview, preview

door = Door(__name__, "candidates")

_READ = frozenset(json_resume.SECTIONS) | {"$schema", "meta"}


@door.operation(
    "GET",
    "/v1/applications/{application_id}/resume",
    action="candidate.read",
    returns=s.ResumeGiven,
)
def get_resume(call: Call) -> s.ResumeGiven:
    """The résumé's lines as they were read, with a mark for every fact and every verdict."""
    row = reachable(call, call.path["application_id"])
    result = screening.result(row.application_id)
    shown = preview_for(call.actor, result)
    return s.ResumeGiven(
        application_id=row.application_id,
        upload_id=result.upload_id,
        sha256=result.sha256,
        reader_version=result.reader_version,
        rules_version=result.rules_version,
        criteria_version=int(result.criteria_version),
        lines=[s.LineGiven.model_validate(line) for line in shown.lines],
        marks=[s.MarkGiven.model_validate(mark) for mark in shown.marks],
        notices=[
            s.NoticeGiven(
                kind=n.kind, page=n.page, line=n.line, text=n.text, message=both(f"notice.{n.kind}")
            )
            for n in shown.notices
        ],
    )


def guards_for(actor: Actor) -> frozenset[Guard]:
    """The classes of words that an actor may not read in a résumé."""
    return frozenset(guard for guard in Guard if not may_see(actor, Fields(guard.value)))


def preview_for(actor: Actor, result: Any) -> Preview:
    """A screening's résumé as an actor may read it. Raises NotFound where no lines were kept."""
    findings = [load(Finding, item) for item in result.findings]
    document = screening.document_of(result)
    return preview(document, load(ResumeFacts, result.facts), findings, guards_for(actor))


@door.operation(
    "GET",
    "/v1/applications/{application_id}/json-resume",
    action="self.read",
    returns=s.JsonResumeGiven,
)
def export_json_resume(call: Call) -> s.JsonResumeGiven:
    """What a résumé states, as a JSON Resume document for another system or for its owner."""
    row = reachable(call, call.path["application_id"])
    result = screening.result(row.application_id)
    about = {
        "application_id": row.application_id,
        "upload_id": result.upload_id,
        "sha256": result.sha256,
        "reader_version": result.reader_version,
        "exported_at": clock.iso(call.command.at),
    }
    facts, document = load(ResumeFacts, result.facts), screening.document_of(result)
    return s.JsonResumeGiven(json_resume.export(document, facts, guards_for(call.actor), about))


@door.operation(
    "POST",
    "/v1/requisitions/{requisition_id}/json-resumes",
    action="candidate.change",
    body=s.JsonResumeTaken,
    returns=s.JsonResumeOpened,
    status=201,
)
def import_json_resume(call: Call) -> s.JsonResumeOpened:
    """Open an application from a JSON Resume document; it is read and screened like any file."""
    requisition_id = call.path["requisition_id"]
    call.may(target_of_requisition(call, records.requisition(requisition_id)))
    given = call.body
    content = canonical(given.document)
    parsed = json_resume.parse(content)
    applicant = records.Applicant(
        source=given.source, store_id=given.store_id, language="zh" if parsed.is_chinese else "en"
    )
    row, upload = records.apply(call.command, requisition_id, applicant, "resume.json")
    storage.put(upload.key, content)
    return s.JsonResumeOpened(
        application_id=row.application_id,
        person_id=row.person_id,
        upload_id=upload.upload_id,
        not_read=sorted(given.document.keys() - _READ),
    )


def _proposed_page(call: Call, plain: dict[str, Any]) -> Response | None:
    from chalicelib.entrypoints.console.criteria import proposed

    return proposed(call, plain) if plain["requisition_id"] else None


@door.operation(
    "POST",
    "/v1/criteria-proposals",
    action="requisition.change",
    body=s.DescriptionTaken,
    returns=s.CriteriaProposed,
    face=_proposed_page,
)
def propose_criteria(call: Call) -> s.CriteriaProposed:
    """Propose criteria from a pasted job description; HR confirms, and the law's refusals show."""
    found = propose(call.body.text)
    return s.CriteriaProposed(
        requisition_id=call.body.requisition_id or "",
        rows=[s.ProposedRow.model_validate(row) for row in found.rows],
        unparsed=[s.QuoteGiven.model_validate(quote) for quote in found.unparsed],
        refused=[s.RefusedRow.model_validate(row) for row in found.refused],
    )


def _wrong_page(call: Call, plain: dict[str, Any]) -> Response | None:
    from chalicelib.entrypoints.console.criteria import wrong

    return wrong(call, plain) if plain["wrong"] else None


@door.operation(
    "POST",
    "/v1/requisitions/{requisition_id}/criteria",
    action="requisition.change",
    body=s.CriteriaTaken,
    returns=s.CriteriaSaved,
    face=_wrong_page,
)
def save_criteria(call: Call) -> s.CriteriaSaved:
    """Confirm a requisition's criteria as a whole; results that rest on others become stale."""
    requisition_id = call.path["requisition_id"]
    version = call.version if call.version is not None else call.body.version
    if version is None:
        raise StaleVersion(seen="", current="")
    rows = call.body.criteria
    if call.html:
        rows = criteria_form.rows_of(rows, records.requisition(requisition_id).criteria)
    try:
        screening.check_criteria(rows)
    except InvalidCriterion as problem:
        if not call.html:
            raise
        return s.CriteriaSaved(
            requisition_id=requisition_id, version=version, criteria=rows, wrong=problem.detail
        )
    changed = records.change_requisition(call.command, requisition_id, version, {"criteria": rows})
    return s.CriteriaSaved(
        requisition_id=requisition_id, version=changed.version, criteria=changed.criteria
    )

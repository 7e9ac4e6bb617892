"""Screening again after criteria or versions changed: fanned out over the queue of résumés.

A call sends one message; it walks through the requisition a page at a time, each page sending its
files and then the next page. So tens of thousands cost no caller more than one request.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from chalicelib.foundation import ledger, orchestration
from chalicelib.foundation.command import Command
from chalicelib.foundation.observability import count
from chalicelib.records import service as records
from chalicelib.records.stages import Stage
from chalicelib.screening import basis
from chalicelib.screening.service.desk import BEFORE_A_DECISION

#: Files that one page sends. Each page reads the requisition's rows once, so few pages are better.
PAGE = 2_000


@dataclass(frozen=True)
class Progress:
    """How far a requisition's results rest on what holds today; counts of applications.

    A file that was refused on today's basis is not waited for: its result stands as it is, and the
    application asks for a person.
    """

    screened: int
    stale: int
    decided_stale: int


def progress(applications: Iterable[records.Application], criteria_version: int) -> Progress:
    """Count results: those screened, those to be screened again, those kept since decided."""
    rows = [row for row in applications if row.basis]
    old = [row for row in rows if awaited(row, criteria_version)]
    open_ones = [row for row in old if Stage(row.stage) in BEFORE_A_DECISION]
    return Progress(len(rows), len(open_ones), len(old) - len(open_ones))


def awaited(row: records.Application | records.Upload, criteria_version: int) -> bool:
    """Whether a result is stale and a screening again has not been refused on today's basis."""
    return basis.awaited(row.basis, row.refused_basis, criteria_version)


@ledger.retried
def rescreen(command: Command, requisition_id: str) -> bool:
    """Screen a requisition's undecided applications again; False when this call was made before.

    Raises NotFound for an unknown requisition.
    """
    requisition = records.requisition(requisition_id)
    wanted = basis.current(int(requisition.criteria_version))
    if not ledger.commit(
        command,
        action="requisition.rescreening",
        subject=requisition_id,
        detail={"basis": wanted},
    ):
        # The message may have been lost after the commit; another one changes nothing twice.
        orchestration.send_rescreening(requisition_id, "")
        return False
    orchestration.send_rescreening(requisition_id, "")
    count("RescreeningStarted", requisition_id=requisition_id)
    return True


def page_to_rescreen(requisition_id: str, before: str) -> str:
    """Send a page of stale files to be screened again; returns where the next begins, or ''.

    Pages go by application id: a place in the ranking would pass over a row that moves meanwhile.
    """
    version = int(records.requisition(requisition_id).criteria_version)
    found = sorted(
        (str(row.application_id), str(row.upload_id))
        for row in records.applications_of(requisition_id)
        if row.upload_id
        and str(row.application_id) > before
        and Stage(row.stage) in BEFORE_A_DECISION
        and awaited(row, version)
    )
    keys = [f"resumes/{application_id}/{upload_id}" for application_id, upload_id in found[:PAGE]]
    orchestration.send_again(keys, basis.current(version))
    more = found[PAGE - 1][0] if len(found) > PAGE else ""
    if more:
        orchestration.send_rescreening(requisition_id, more)
    return more

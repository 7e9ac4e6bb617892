"""Past interviews rated again: one, or a requisition's; the old and the new result side by side."""

from dataclasses import asdict
from typing import Any

from chalicelib.entrypoints import blindness
from chalicelib.entrypoints.api_candidates import reachable, target_of, visible
from chalicelib.entrypoints.schemas import scores as s
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation.access import Target
from chalicelib.interviewing import service as interviewing
from chalicelib.interviewing.rescoring import Pair
from chalicelib.records import service as records

door = Door(__name__, "scores")


@door.operation(
    "POST",
    "/v1/sessions/{session_id}/rescorings",
    action="interview.rescore",
    body=s.RescoringTaken,
    returns=s.RescoringGiven,
    status=202,
)
def rescore_interview(call: Call) -> s.RescoringGiven:
    """Rate a past interview again under any model version; nothing that stands is overwritten."""
    session_id = call.path["session_id"]
    call.may(target_of(records.application(interviewing.session(session_id).application_id)))
    row = interviewing.request_rescoring(call.command, session_id, call.body.model_version)
    return rescoring_given(row)


@door.operation(
    "GET", "/v1/sessions/{session_id}/rescorings", action="candidate.read", returns=s.Rescorings
)
def list_rescorings(call: Call) -> s.Rescorings:
    """Every time that an interview was rated again, the latest first."""
    session_id = call.path["session_id"]
    reachable(call, interviewing.session(session_id).application_id)
    return s.Rescorings(
        rescorings=[rescoring_given(row) for row in interviewing.rescorings(session_id)]
    )


@door.operation(
    "GET",
    "/v1/sessions/{session_id}/rescorings/{rescoring_id}",
    action="candidate.read",
    returns=s.RescoringGiven,
)
def get_rescoring_of(call: Call) -> s.RescoringGiven:
    """The old and the new result of an interview side by side, dimension by dimension."""
    session_id = call.path["session_id"]
    reachable(call, interviewing.session(session_id).application_id)
    return rescoring_given(interviewing.one_rescoring(session_id, call.path["rescoring_id"]))


@door.operation(
    "POST",
    "/v1/requisitions/{requisition_id}/rescorings",
    action="interview.rescore",
    body=s.RescoringTaken,
    returns=s.BatchRescoring,
    status=202,
)
def rescore_requisition(call: Call) -> s.BatchRescoring:
    """Rate all interviews of a requisition again, page by page in the background."""
    requisition = records.requisition(call.path["requisition_id"])
    call.may(Target(region=requisition.region))
    wish = interviewing.start_rescoring(call.command, requisition.item_id, call.body.model_version)
    return s.BatchRescoring(
        requisition_id=requisition.item_id,
        batch_id=wish.batch_id,
        model_version=wish.model_version,
    )


@door.operation(
    "GET",
    "/v1/requisitions/{requisition_id}/rescorings",
    action="candidate.read",
    query=s.BatchQuery,
    returns=s.BatchRows,
)
def list_requisition_rescorings(call: Call) -> s.BatchRows:
    """Old and new composite of a requisition's interviews that were rated again."""
    return batch_rows(call, call.path["requisition_id"], call.query)


def batch_rows(call: Call, requisition_id: str, query: s.BatchQuery) -> s.BatchRows:
    """A page of interviews rated again, as far as the caller may reach their candidates."""
    blind, mine = blindness.blinded(call), visible(call, records.applications_of(requisition_id))
    shown = (row for row in mine if not blindness.hides(blind, row))
    found = sorted(shown, key=lambda a: a.application_id)
    after = [row for row in found if row.application_id > query.before]
    page = after[: query.limit]
    rows = [made for row in page if (made := _batch_row(row, query.batch)) is not None]
    return s.BatchRows(rows=rows, next=page[-1].application_id if len(after) > query.limit else "")


def _batch_row(application: records.Application, batch: str) -> s.BatchRow | None:
    card = interviewing.scorecard_of(application.application_id)
    again = interviewing.rescorings(card.session_id) if card else []
    row = next((item for item in again if batch in ("", item.batch_id)), None)
    if card is None or row is None:
        return None
    new = None if row.composite is None else float(row.composite)
    old = None if card.composite is None else float(card.composite)
    return s.BatchRow(
        application_id=application.application_id,
        session_id=card.session_id,
        rescoring_id=row.rescoring_id,
        display_name=application.display_name,
        state=row.state,
        composite=_pair(Pair("composite", old, new, card.scorer, row.scorer)),
    )


def rescoring_given(row: Any) -> s.RescoringGiven:
    """An interview rated again as it is given out."""
    fields = s.RescoringGiven.model_fields.keys() - {"compared"}
    plain = {name: getattr(row, name) for name in fields}
    found = interviewing.compared(row)
    return s.RescoringGiven(
        **plain,
        compared=s.SideBySideGiven(
            composite=_pair(found.composite),
            dimensions=[_pair(item) for item in found.dimensions],
            answers=[_pair(item) for item in found.answers],
            weights=found.weights,
        )
        if found
        else None,
    )


def _pair(pair: Pair) -> s.PairGiven:
    return s.PairGiven(**asdict(pair), difference=pair.difference)

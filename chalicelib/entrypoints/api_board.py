"""A requisition at a glance: its board by stage, its ranking with the reasons."""

from chalicelib.entrypoints.api_candidates import applications_given, of_requisition
from chalicelib.entrypoints.api_company import requisition_given
from chalicelib.entrypoints.schemas import candidates as s
from chalicelib.entrypoints.schemas.company import InterviewingChange, RequisitionGiven
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.records import service as records
from chalicelib.records.stages import BOARD, Stage
from chalicelib.screening import service as screening

door = Door(__name__, "candidates")


@door.operation(
    "GET",
    "/v1/requisitions/{requisition_id}/board",
    action="candidate.read",
    returns=s.Board,
)
def board(call: Call) -> s.Board:
    """A requisition's board: each stage with its count and its 50 best; up to 20,000 counted."""
    requisition_id = records.requisition(call.path["requisition_id"]).item_id
    rows = screening.one_each(of_requisition(call, requisition_id))
    columns = []
    for stage in (*BOARD, Stage.REJECTED, Stage.WITHDRAWN):
        here = [row for row in rows if row.stage == stage]
        shown = applications_given(call, here[:50])
        columns.append(s.BoardColumn(stage=stage, count=len(here), applications=shown))
    return s.Board(requisition_id=requisition_id, columns=columns)


@door.operation(
    "GET",
    "/v1/requisitions/{requisition_id}/ranking",
    action="candidate.read",
    query=s.RankingQuery,
    returns=s.Ranking,
)
def ranking(call: Call) -> s.Ranking:
    """Screened candidates, best first, with every finding and the résumé line behind it."""
    requisition = records.requisition(call.path["requisition_id"])
    requisition_id, version = requisition.item_id, int(requisition.criteria_version)
    first = call.query.offset
    mine = of_requisition(call, requisition_id)
    part = screening.ranked(screening.contenders(mine), version)[first : first + call.query.limit]
    ranked = [s.Ranked(rank=rank, **values) for rank, values in enumerate(part, start=first + 1)]
    return s.Ranking(requisition_id=requisition_id, ranked=ranked)


@door.operation(
    "POST",
    "/v1/requisitions/{requisition_id}/interview",
    action="requisition.change",
    body=InterviewingChange,
    returns=RequisitionGiven,
)
def set_interviewing(call: Call) -> RequisitionGiven:
    """Switch follow-up questions on or off for the invitations of a requisition from now on."""
    row = records.requisition(call.path["requisition_id"])
    change = {"follow_ups": call.body.follow_ups}
    version = int(row.version or 0)
    return requisition_given(records.change_requisition(call.command, row.item_id, version, change))

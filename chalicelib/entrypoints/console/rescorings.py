"""Interviews rated again: one side by side, and those of a requisition."""

from chalice import Response

from chalicelib.entrypoints.api_candidates import reachable
from chalicelib.entrypoints.api_rescoring import batch_rows, rescoring_given
from chalicelib.entrypoints.console import rows
from chalicelib.entrypoints.console.render import page
from chalicelib.entrypoints.schemas.scores import BatchQuery
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.interviewing import service as interviewing
from chalicelib.records import service as records

door = Door(__name__, "rescorings")


@door.page("/sessions/{session_id}/rescorings/{rescoring_id}", action="candidate.read")
def rescoring(call: Call) -> Response:
    """The kept result and the one made again, dimension by dimension and answer by answer."""
    session_id, name = call.path["session_id"], call.path["rescoring_id"]
    view = interviewing.view(session_id)
    application = reachable(call, view.session.application_id)
    given = rescoring_given(interviewing.one_rescoring(session_id, name))
    kept = interviewing.model(view.session.job_family, int(view.session.model_version))
    used = interviewing.model(given.job_family, given.model_version)
    return page(
        call,
        "rescoring.html",
        here=f"/sessions/{session_id}/rescorings/{name}",
        given=given.model_dump(),
        kept_version=kept.version,
        person_id=application.person_id,
        application_id=application.application_id,
        name=application.display_name,
        dimensions={item.key: item.name for item in (*used.dimensions, *kept.dimensions)},
        questions={item.question_id: item.text for item in view.questions},
        names=rows.names(),
    )


@door.page("/requisitions/{requisition_id}/rescorings", action="candidate.read")
def requisition_rescorings(call: Call) -> Response:
    """The interviews of a requisition with their kept and new composites, and the form for all."""
    requisition = records.requisition(call.path["requisition_id"])
    query = BatchQuery(before=call.query.get("before", "")[:64], batch=call.query.get("batch", ""))
    given = batch_rows(call, requisition.item_id, query)
    people = {row.application_id: row.application_id.split("-")[0] for row in given.rows}
    return page(
        call,
        "rescorings.html",
        here=f"/requisitions/{requisition.item_id}/rescorings",
        requisition=rows.plain(requisition, "title", "job_family"),
        given=given.model_dump(),
        people=people,
        versions=len(interviewing.versions(requisition.job_family)),
    )

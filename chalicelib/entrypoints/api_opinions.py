"""What candidates say of the process: their own answer, and what reports may show of all."""

from typing import Any

from chalice import Response

from chalicelib.analytics import service as analytics
from chalicelib.entrypoints import auth
from chalicelib.entrypoints.api_candidates import target_of
from chalicelib.entrypoints.console import render
from chalicelib.entrypoints.http import problem
from chalicelib.entrypoints.schemas import analytics as s
from chalicelib.entrypoints.schemas.common import Accepted
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation.errors import HireloopError
from chalicelib.foundation.messages import say
from chalicelib.records import service as records

door = Door(__name__, "candidates")

CAUSES = ("overall", "transparent", "timely", "objective")
#: What the page's script says.
SAID = ("saved",)


@door.operation(
    "POST",
    "/v1/applications/{application_id}/opinion",
    action="own.change",
    body=s.OpinionTaken,
    returns=Accepted,
)
def give_opinion(call: Call) -> Accepted:
    """Say how the process was, once there is a result; reports show it without a name."""
    application_id = call.path["application_id"]
    call.may(target_of(records.application(application_id)))
    analytics.answer(call.command, application_id, analytics.Given(**call.body.model_dump()))
    return Accepted(id=application_id)


@door.operation("GET", "/v1/opinion-remarks", action="analytics.read", returns=s.Remarks)
def list_remarks(call: Call) -> s.Remarks:
    """What candidates wrote, without names; nothing while fewer than ten have answered."""
    return s.Remarks(remarks=list(analytics.remarks()))


@door.page("/interview/{token}/opinion", action="public")
def opinion(call: Call) -> Response:
    """Four questions and room for words of one's own, once there is a result."""
    token = call.path["token"]
    here = f"/interview/{token}/opinion"
    try:
        auth.candidate(token)
        application_id = auth.application_of(token)
        open_ = analytics.may_answer(application_id)
    except HireloopError as error:
        document = problem(error, call.command.correlation_id, call.language)
        return render.page(
            call, "interview_closed.html", here=here, status=error.status, problem=document
        )
    return render.page(
        call,
        "opinion.html",
        here=here,
        token=token,
        application_id=application_id,
        open=open_,
        causes=CAUSES,
        **_words(call),
    )


def _words(call: Call) -> dict[str, Any]:
    def c(key: str, **fields: object) -> str:
        return say(f"candidate.{key}", call.language, **fields)

    return {"c": c, "js_words": {key: c(f"opinion.{key}") for key in SAID}}

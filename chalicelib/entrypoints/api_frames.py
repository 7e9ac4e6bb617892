"""Image frames: asked for with law and person first, shown beside every score, erased on wish."""

from typing import Any

from chalicelib.calibration import service as calibration
from chalicelib.entrypoints.api_candidates import reachable
from chalicelib.entrypoints.api_company import requisition_given
from chalicelib.entrypoints.api_interviews import own
from chalicelib.entrypoints.schemas import frames as s
from chalicelib.entrypoints.schemas.common import Accepted, SignedPost
from chalicelib.entrypoints.schemas.company import RequisitionGiven
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.expression import policy
from chalicelib.expression import service as expression
from chalicelib.expression.policy import Clip, FrameTakeUnknown
from chalicelib.expression.service import Asked
from chalicelib.expression.session import SessionExpression
from chalicelib.foundation.access import Fields, Target, may_see
from chalicelib.foundation.errors import Forbidden
from chalicelib.foundation.messages import both
from chalicelib.foundation.values import dump
from chalicelib.interviewing import service as interviewing
from chalicelib.interviewing.transcript import Mode
from chalicelib.records import service as records

door = Door(__name__, "frames")


@door.operation(
    "POST",
    "/v1/sessions/{session_id}/answers/{question_id}/frames",
    action="own.change",
    body=s.FramesWish,
    returns=s.FramesPermit,
    status=201,
    fresh=True,
)
def expect_frames(call: Call) -> s.FramesPermit:
    """Ask for leave to send up to ten frames of a recording under way; `lens` is no question."""
    session_id, question_id = call.path["session_id"], call.path["question_id"]
    own(call, interviewing.session(session_id).application_id)
    wish = call.body
    _check_take(session_id, question_id, wish.take)
    clip = Clip(session_id, question_id, wish.take, wish.began)
    found = expression.permit(clip, range(wish.first, wish.first + wish.count))
    return s.FramesPermit(
        allowed=found.ruling.allowed,
        reason=both(found.ruling.reason),
        frames=[SignedPost(**post) for post in found.posts],
    )


def _check_take(session_id: str, question_id: str, take: int) -> None:
    """The take before the last announcement or after it. Raises FrameTakeUnknown and others."""
    last = 0
    if question_id != policy.LENS:
        view = interviewing.view(session_id)
        if question_id not in _order(view):
            raise FrameTakeUnknown(take=take)
        last = max((int(a.take) for a in view.answers if a.question_id == question_id), default=0)
    if take not in (last, last + 1):
        raise FrameTakeUnknown(take=take)


@door.operation(
    "GET",
    "/v1/sessions/{session_id}/expression",
    action="self.read",
    returns=s.SessionExpressionGiven,
)
def get_expression(call: Call) -> s.SessionExpressionGiven:
    """What the frames of a session showed, to its candidate and to who may see scores."""
    session_id = call.path["session_id"]
    row = interviewing.session(session_id)
    reachable(call, row.application_id)
    if not may_see(call.actor, Fields.SCORE):
        raise Forbidden(action="score")
    ruling = expression.of_session(session_id, row.person_id)
    found = shown(session_id) if ruling.allowed else None
    return s.SessionExpressionGiven(
        session_id=session_id,
        allowed=ruling.allowed,
        reason=both(ruling.reason),
        note=both("expression.experimental"),
        answers=[_answer(name, item) for name, item in (found.answers if found else {}).items()],
        confidence=found.confidence if found else None,
        answers_counted=found.answers_counted if found else 0,
        lens_calibrated=bool(found and found.lens_calibrated),
    )


def shown(session_id: str) -> SessionExpression:
    """What the frames of a session's video answers showed, in the order of its questions."""
    view = interviewing.view(session_id)
    taken = {item.question_id: item for item in view.answers}
    asked = [
        Asked(name, int(taken[name].rated_take) or int(taken[name].take))
        for name in _order(view)
        if name in taken and taken[name].mode == Mode.VIDEO
    ]
    return expression.session_of(session_id, asked)


def _order(view: interviewing.SessionView) -> list[str]:
    names = [item.question_id for item in view.questions]
    return names + [item.question_id for item in view.follow_ups]


def _answer(question_id: str, item: Any) -> dict[str, Any]:
    return {"question_id": question_id, **dump(item)}


@door.operation(
    "POST",
    "/v1/candidates/{person_id}/frame-erasure",
    action="own.change",
    returns=Accepted,
    status=202,
)
def erase_frames(call: Call) -> Accepted:
    """Have all readings of one's frames erased, whether or not the consent is withdrawn too."""
    person_id = call.path["person_id"]
    call.may(Target(person_id=person_id))
    expression.ask_for_erasure(call.command, person_id)
    return Accepted(id=person_id)


@door.operation("GET", "/v1/frames/people", action="company.read", returns=s.PeopleRead)
def count_people_read(call: Call) -> s.PeopleRead:
    """How many people's frames were ever read, before a filing is due at 100,000."""
    people = expression.people_read()
    return s.PeopleRead(
        people=people,
        alarm_at=policy.ALARM_AT,
        filing_at=policy.FILING_AT,
        filing=policy.filing(people).value,
    )


@door.operation(
    "GET",
    "/v1/frames/worth/{job_family}",
    action="analytics.read",
    returns=s.VisibleWorth,
)
def get_visible_worth(call: Call) -> s.VisibleWorth:
    """What a declared visible part of communication was worth in a job family so far."""
    family = call.path["job_family"]
    return s.VisibleWorth(job_family=family, **dump(calibration.visible_part(family)))


@door.operation(
    "POST",
    "/v1/requisitions/{requisition_id}/frames",
    action="requisition.change",
    body=s.FramesSwitch,
    returns=RequisitionGiven,
)
def set_frames(call: Call) -> RequisitionGiven:
    """Switch the reading of frames for a requisition on or off, where its law allows it."""
    row = records.requisition(call.path["requisition_id"])
    change = call.body.model_dump()
    if change["expression"]:
        expression.check_offer(row.country)
    else:
        change["visual_weight"] = 0
    version = int(row.version or 0)
    return requisition_given(records.change_requisition(call.command, row.item_id, version, change))

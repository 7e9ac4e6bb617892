"""Invitations, sessions and answers: what HR sends out and what the phone sends back."""

from typing import Any

from chalicelib.entrypoints import uploads
from chalicelib.entrypoints.api_candidates import reachable, target_of
from chalicelib.entrypoints.schemas import interviews as s
from chalicelib.entrypoints.schemas.common import Accepted, SignedPost
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation import clock, orchestration, storage
from chalicelib.foundation.access import Fields, may_see
from chalicelib.foundation.errors import HireloopError
from chalicelib.foundation.messages import MESSAGES, both
from chalicelib.foundation.values import load
from chalicelib.interviewing import service as interviewing
from chalicelib.interviewing.follow_up import Source, source_at
from chalicelib.interviewing.transcript import Mode
from chalicelib.records import service as records

door = Door(__name__, "interviews")

MAX_ANSWER_BYTES = 200 * 1024 * 1024


@door.operation(
    "POST",
    "/v1/requisitions/{requisition_id}/invitations",
    action="interview.invite",
    body=s.InvitationsTaken,
    returns=s.Invitations,
    status=201,
    fresh=True,
)
def invite(call: Call) -> s.Invitations:
    """Invite up to 1,000 candidates of a requisition at once; a retry makes no double."""
    days, at = call.body.deadline_days, call.command.at
    wish = interviewing.Wish(
        call.path["requisition_id"], lambda zone: clock.end_of_day(at, days, clock.zone(zone))
    )
    outcomes = interviewing.invite_all(
        call.command, wish, call.body.application_ids, lambda row: call.may(target_of(row))
    )
    return s.Invitations(
        invited=[
            s.InvitationGiven(application_id=one.application_id, session_id=one.session_id)
            for one in outcomes
            if one.error is None
        ],
        refused=[_refused(one.application_id, one.error) for one in outcomes if one.error],
    )


def _refused(application_id: str, error: HireloopError) -> s.InvitationRefused:
    return s.InvitationRefused(
        application_id=application_id,
        code=error.code,
        message=both(f"error.{error.code}", **error.detail),
        retry=error.retry,
    )


@door.operation(
    "POST",
    "/v1/applications/{application_id}/invitation-revocation",
    action="interview.invite",
    returns=Accepted,
)
def revoke_invitation(call: Call) -> Accepted:
    """Let every link sent to a candidate for this application hold no longer."""
    application_id = call.path["application_id"]
    call.may(target_of(records.application(application_id)))
    records.revoke_invitation(call.command, application_id)
    return Accepted(id=application_id)


def frames_offered(requisition_id: str) -> bool:
    """Whether a requisition asks for frames at all."""
    return bool(records.requisition(requisition_id).expression)


def answer_given(call: Call, row: Any) -> s.AnswerGiven:
    """An answer as the caller may see it."""
    reason = f"answer.{row.reason}" if row.reason else ""
    return s.AnswerGiven(
        session_id=row.session_id,
        question_id=row.question_id,
        take=int(row.take),
        state=row.state,
        reason=both(reason) if reason in MESSAGES else None,
        rating=_quoting(row) if may_see(call.actor, Fields.SCORE) else None,
        transcript=row.transcript if may_see(call.actor, Fields.SCORE) else None,
        heard=row.heard if may_see(call.actor, Fields.SCORE) else None,
        of=row.of,
        sources=list(row.sources),
    )


def _quoting(row: Any) -> dict[str, Any] | None:
    """The rating of an answer; where two texts were joined, each quote names its question."""
    if not row.rating or not row.sources:
        return dict(row.rating) if row.rating else None
    sources = [load(Source, item) for item in row.sources]
    quotes = [
        quote | {"question_id": source_at(sources, quote["start"])}
        for quote in row.rating.get("quotes", [])
    ]
    return {**row.rating, "quotes": quotes}


@door.operation(
    "POST",
    "/v1/sessions/{session_id}/answers/{question_id}/uploads",
    action="own.change",
    body=s.AnswerWish,
    returns=s.AnswerPermit,
    status=201,
    fresh=True,
)
def expect_answer(call: Call) -> s.AnswerPermit:
    """Announce an answer (or another take) and get the signed uploads for its parts."""
    session_id, question_id = call.path["session_id"], call.path["question_id"]
    row = interviewing.session(session_id)
    own(call, row.application_id)
    answer = interviewing.expect_answer(call.command, session_id, question_id, Mode(call.body.mode))
    job = records.requisition(row.requisition_id)
    if job.expression and int(job.visual_weight):  # frames may have come before the answer
        orchestration.send_frame_job("look", {"session_id": session_id})
    take = int(answer.take)
    prefix = interviewing.answer_prefix(session_id, question_id, take)
    return s.AnswerPermit(
        session_id=session_id,
        question_id=question_id,
        take=take,
        answer=SignedPost(**storage.upload_policy(prefix, max_bytes=MAX_ANSWER_BYTES)),
    )


def own(call: Call, application_id: str) -> records.Application:
    """The candidate's own application. Raises NotFound for another's."""
    row = records.application(application_id)
    call.may(target_of(row))
    return row


@door.operation(
    "GET",
    "/v1/sessions/{session_id}/answers/{question_id}",
    action="self.read",
    returns=s.AnswerGiven,
)
def get_answer(call: Call) -> s.AnswerGiven:
    """One answer: its state, and its rating with quotes once there is one."""
    session_id = call.path["session_id"]
    reachable(call, interviewing.session(session_id).application_id)
    return answer_given(call, interviewing.answer(session_id, call.path["question_id"]))


@door.operation(
    "POST",
    "/v1/sessions/{session_id}/submission",
    action="own.change",
    returns=s.SubmissionGiven,
)
def submit_session(call: Call) -> s.SubmissionGiven:
    """Hand the session in; the scorecard follows when the last answer is rated."""
    session_id = call.path["session_id"]
    own(call, interviewing.session(session_id).application_id)
    outcome = interviewing.submit(call.command, session_id)
    if outcome.complete:
        uploads.recommend(call.command, outcome.application_id)
    return s.SubmissionGiven(session_id=session_id, state=outcome.state, complete=outcome.complete)

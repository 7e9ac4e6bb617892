"""Invitations, sessions and answers: what HR sends out and what the phone sends back."""

from datetime import timedelta
from typing import Any

from chalicelib.entrypoints import uploads
from chalicelib.entrypoints.api_candidates import reachable, target_of
from chalicelib.entrypoints.schemas import interviews as s
from chalicelib.entrypoints.schemas.common import Accepted, SignedPost
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation import storage
from chalicelib.foundation.access import Fields, may_see
from chalicelib.foundation.errors import HireloopError, NotFound
from chalicelib.foundation.messages import MESSAGES, both
from chalicelib.foundation.values import dump
from chalicelib.interviewing import service as interviewing
from chalicelib.interviewing.transcript import Mode
from chalicelib.records import service as records
from chalicelib.records.consent import Purpose

door = Door(__name__, "interviews")

MAX_ANSWER_BYTES = 200 * 1024 * 1024
MAX_FRAME_BYTES = 512 * 1024


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
    """Invite up to 200 candidates of a requisition at once; a retry makes no double."""
    records.requisition(call.path["requisition_id"])
    invited, refused = [], []
    for application_id in dict.fromkeys(call.body.application_ids):
        try:
            invited.append(_invite(call, application_id))
        except HireloopError as error:
            refused.append(
                s.InvitationRefused(
                    application_id=application_id,
                    code=error.code,
                    message=both(f"error.{error.code}", **error.detail),
                )
            )
    return s.Invitations(invited=invited, refused=refused)


def _invite(call: Call, application_id: str) -> s.InvitationGiven:
    row = records.application(application_id)
    call.may(target_of(row))
    if row.requisition_id != call.path["requisition_id"]:
        raise NotFound("application-unknown", application_id=application_id)
    deadline = call.command.at + timedelta(days=call.body.deadline_days)
    language = records.person(row.person_id).language
    part = call.command.part(application_id)
    session = interviewing.invite(part, application_id, deadline, language)
    return s.InvitationGiven(application_id=application_id, session_id=session.session_id)


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


@door.operation("GET", "/v1/sessions/{session_id}", action="self.read", returns=s.SessionGiven)
def get_session(call: Call) -> s.SessionGiven:
    """One session: the questions, the criteria by which answers are rated, and how it stands."""
    view = interviewing.view(call.path["session_id"])
    row = view.session
    reachable(call, row.application_id)
    model = interviewing.model(row.job_family, int(row.model_version))
    given = records.person(row.person_id).consents
    ruling = records.may_process(row.person_id, Purpose.EXPRESSION, row.requisition_id)
    return s.SessionGiven(
        session_id=row.session_id,
        application_id=row.application_id,
        requisition_id=row.requisition_id,
        state=row.state,
        deadline=row.deadline,
        language=row.language,
        questions=[dump(q) for q in view.questions],
        dimensions=[
            {k: v for k, v in dump(d).items() if k in {"key", "name", "definition", "anchors"}}
            for d in model.dimensions
        ],
        answers=[answer_given(call, a).model_dump() for a in view.answers],
        consents={name: entry["given"] for name, entry in given.items()},
        expression={"allowed": ruling.allowed, "rule": ruling.rule.name.lower()}
        | {"offered": _frames_offered(row.requisition_id), **both(ruling.reason)},
        version=int(row.version or 0),
    )


def _frames_offered(requisition_id: str) -> bool:
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
        rating=row.rating if may_see(call.actor, Fields.SCORE) else None,
    )


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
    take = int(answer.take)
    prefix = interviewing.answer_prefix(session_id, question_id, take)
    ruling = records.may_process(row.person_id, Purpose.EXPRESSION, row.requisition_id)
    frames = None
    if call.body.frames and ruling.allowed and _frames_offered(row.requisition_id):
        place = f"frames/{session_id}/{question_id}/{take}/"
        frames = SignedPost(**storage.upload_policy(place, max_bytes=MAX_FRAME_BYTES))
    return s.AnswerPermit(
        session_id=session_id,
        question_id=question_id,
        take=take,
        answer=SignedPost(**storage.upload_policy(prefix, max_bytes=MAX_ANSWER_BYTES)),
        frames=frames,
        frames_reason=both(ruling.reason),
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

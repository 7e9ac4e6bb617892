"""An interview session: what it asks, where its candidate is, more time where HR gives it."""

from chalicelib.entrypoints.api_candidates import reachable, target_of
from chalicelib.entrypoints.api_interviews import answer_given, frames_offered, own
from chalicelib.entrypoints.asking import asked
from chalicelib.entrypoints.schemas import interviews as s
from chalicelib.entrypoints.schemas.common import Accepted, SignedPost
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation import clock, storage
from chalicelib.foundation.access import Role, Target, require_named
from chalicelib.foundation.messages import both
from chalicelib.foundation.values import dump
from chalicelib.interviewing import service as interviewing
from chalicelib.interviewing.accommodation import Accommodations
from chalicelib.interviewing.transcript import Mode
from chalicelib.records import service as records
from chalicelib.records.consent import Purpose

door = Door(__name__, "interviews")

MAX_PROBE_BYTES = 512 * 1024


@door.operation("GET", "/v1/sessions/{session_id}", action="self.read", returns=s.SessionGiven)
def get_session(call: Call) -> s.SessionGiven:
    """One session: the questions, the criteria by which answers are rated, and how it stands."""
    view = interviewing.view(call.path["session_id"])
    row = view.session
    reachable(call, row.application_id)
    model = interviewing.model(row.job_family, int(row.model_version))
    person = records.person(row.person_id)
    ruling = records.may_process(row.person_id, Purpose.EXPRESSION, row.requisition_id)
    return s.SessionGiven(
        session_id=row.session_id,
        application_id=row.application_id,
        requisition_id=row.requisition_id,
        state=row.state,
        deadline=row.deadline,
        language=row.language,
        timezone=person.timezone,
        questions=[dump(q) for q in view.questions],
        follow_ups=[dump(q) for q in view.follow_ups],
        dimensions=[
            {k: v for k, v in dump(d).items() if k in {"key", "name", "definition", "anchors"}}
            for d in model.dimensions
        ],
        answers=[answer_given(call, a).model_dump() for a in view.answers],
        consents={name: entry["given"] for name, entry in person.consents.items()},
        expression={"allowed": ruling.allowed, "rule": ruling.rule.name.lower()}
        | {"offered": frames_offered(row.requisition_id), **both(ruling.reason)},
        progress=progress_given(view) if Role.CANDIDATE in call.actor.roles else None,
        extensions=[{k: e[k] for k in ("at", "before", "until")} for e in row.extensions],
        version=int(row.version or 0),
    )


def progress_given(view: interviewing.SessionView) -> s.Progress:
    """Where the candidate of a session is, with the time that each question gives them."""
    found = interviewing.standing(view.session.session_id)
    given = [
        s.Allowance(
            question_id=item.question["question_id"],
            think_seconds=item.think_seconds,
            answer_seconds=item.answer_seconds,
            takes_left=item.takes_left,
        )
        for item in asked(view, found)
    ]
    return s.Progress(
        place=found.place,
        picked=s.Picked(**dump(found.picked)),
        allowances=given,
        drafts=[s.DraftGiven.model_validate(draft) for draft in found.drafts],
    )


@door.operation(
    "PUT",
    "/v1/sessions/{session_id}/drafts/{question_id}",
    action="own.change",
    body=s.DraftTaken,
    returns=s.DraftGiven,
)
def save_draft(call: Call) -> s.DraftGiven:
    """Keep what is written and not sent, so that any device goes on at the same question."""
    session_id, question_id = call.path["session_id"], call.path["question_id"]
    own(call, interviewing.session(session_id).application_id)
    given = call.body.model_dump() | {"mode": Mode(call.body.mode)}
    written = interviewing.Written(**given)
    row = interviewing.save_draft(call.command, session_id, question_id, written)
    return s.DraftGiven.model_validate(row)


@door.operation(
    "PUT",
    "/v1/sessions/{session_id}/accommodations",
    action="own.change",
    body=s.Picked,
    returns=s.Progress,
)
def pick_accommodations(call: Call) -> s.Progress:
    """Pick more time, answering in writing, or the gentler wording: same anchors, no loss."""
    session_id = call.path["session_id"]
    own(call, interviewing.session(session_id).application_id)
    interviewing.pick(call.command, session_id, Accommodations(**call.body.model_dump()))
    return progress_given(interviewing.view(session_id))


@door.operation(
    "POST",
    "/v1/sessions/{session_id}/upload-test",
    action="own.change",
    returns=SignedPost,
    status=201,
    fresh=True,
)
def try_upload(call: Call) -> SignedPost:
    """A signed upload to try out the way to storage; what comes is deleted after a day unread."""
    session_id = call.path["session_id"]
    own(call, interviewing.session(session_id).application_id)
    place = f"probes/{session_id}"
    return SignedPost(**storage.upload_policy(place, max_bytes=MAX_PROBE_BYTES, exact=True))


@door.operation(
    "POST",
    "/v1/sessions/{session_id}/extension",
    action="interview.invite",
    body=s.ExtensionTaken,
    returns=s.Extended,
)
def extend_session(call: Call) -> s.Extended:
    """A named person gives more time and says why; the candidate is told the new deadline."""
    require_named(call.actor, call.action)
    row = interviewing.session(call.path["session_id"])
    call.may(target_of(records.application(row.application_id)))
    deadline = call.body.deadline
    if deadline is None:
        begins = max(clock.parse(row.deadline), call.command.at)
        home = clock.zone(records.person(row.person_id).timezone)
        deadline = clock.end_of_day(begins, call.body.days, home)
    row = interviewing.extend(call.command, row.session_id, deadline, call.body.reason)
    return s.Extended.model_validate(row)


@door.operation(
    "PUT",
    "/v1/candidates/{person_id}/timezone",
    action="own.change",
    body=s.TimezoneTaken,
    returns=Accepted,
)
def tell_timezone(call: Call) -> Accepted:
    """Say in which time zone one is; letters and pages tell deadlines in it."""
    person_id = call.path["person_id"]
    call.may(Target(person_id=person_id))
    records.set_timezone(call.command, person_id, call.body.timezone)
    return Accepted(id=person_id)

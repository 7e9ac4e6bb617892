"""Applications, résumé uploads, profiles: the phone's first call and HR's daily view."""

from collections.abc import Callable, Iterable
from typing import Any

from chalicelib.entrypoints import auth, blindness
from chalicelib.entrypoints.reach import possible_duplicates, profile_within, require_person
from chalicelib.entrypoints.schemas import candidates as s
from chalicelib.entrypoints.schemas.common import SignedPost
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation import storage
from chalicelib.foundation.access import Fields, Role, Target, may_see, require_named
from chalicelib.foundation.messages import MESSAGES, both
from chalicelib.records import service as records
from chalicelib.records.stages import Stage

door = Door(__name__, "candidates")

MAX_RESUME_BYTES = 8 * 1024 * 1024


@door.operation(
    "POST",
    "/v1/applications",
    action="public",
    body=s.ApplicationTaken,
    returns=s.ApplicationOpened,
    status=201,
    fresh=True,
)
def apply(call: Call) -> s.ApplicationOpened:
    """Apply for a requisition; the answer holds the candidate's token and a signed upload."""
    given = call.body.model_dump(exclude={"requisition_id", "file_name"})
    applicant = records.Applicant(**given, source="phone")
    row, upload = records.apply(
        call.command, call.body.requisition_id, applicant, call.body.file_name
    )
    return s.ApplicationOpened(
        application_id=row.application_id,
        person_id=row.person_id,
        token=auth.candidate_token(row),
        upload=permit(upload),
    )


def permit(upload: records.Upload) -> s.UploadPermit:
    """The signed upload of an announced file."""
    post = storage.upload_policy(upload.key, max_bytes=MAX_RESUME_BYTES, exact=True)
    return s.UploadPermit(
        upload_id=upload.upload_id,
        application_id=upload.application_id,
        file_name=upload.file_name,
        post=SignedPost(**post),
    )


@door.operation("GET", "/v1/uploads/{upload_id}", action="candidate.read", returns=s.UploadGiven)
def get_upload(call: Call) -> s.UploadGiven:
    """How an announced file stands, and what to do when it was refused."""
    row = records.upload(call.path["upload_id"])
    call.may(target_of(records.application(row.application_id)))
    known = f"error.{row.reason}" in MESSAGES
    return s.UploadGiven(
        upload_id=row.upload_id,
        application_id=row.application_id,
        file_name=row.file_name,
        state=row.state,
        reason=row.reason,
        message=both(f"error.{row.reason}") if known else None,
        next=both(f"next.{row.reason}") if known else None,
    )


@door.operation(
    "GET",
    "/v1/applications",
    action="candidate.read",
    query=s.ApplicationQuery,
    returns=s.Applications,
)
def list_applications(call: Call) -> s.Applications:
    """Applications by last change, or one requisition's best first; only the caller's stores."""
    query = call.query
    wanted = reaches(call, query.stage)
    if query.requisition_id:
        place = (query.requisition_id, query.stage, query.limit, query.before)
        rows, more = records.board(*place, wanted=wanted)
    else:
        rows, more = records.recent(query.limit, query.before, wanted=wanted)
    return s.Applications(applications=applications_given(call, rows), next=more)


def reaches(call: Call, stage: str | None = None) -> Callable[[records.Application], bool]:
    """Whether an application lies within the caller's scope, and at a stage if one is named."""
    from chalicelib.foundation.access import within

    return lambda row: (
        (not stage or row.stage == stage) and within(call.actor.scope, target_of(row))
    )


def visible(call: Call, rows: Iterable[records.Application]) -> list[records.Application]:
    """The rows that lie within the caller's scope."""
    return list(filter(reaches(call), rows))


def of_requisition(call: Call, requisition_id: str) -> list[records.Application]:
    """A requisition's applications within the caller's scope, best first at each stage."""
    return visible(call, records.applications_of(requisition_id))


@door.operation(
    "GET",
    "/v1/applications/{application_id}",
    action="self.read",
    returns=s.ApplicationGiven,
)
def get_application(call: Call) -> s.ApplicationGiven:
    """One application: its stage, what comes next, and the scores the caller may see."""
    return application_given(call, reachable(call, call.path["application_id"]))


def reachable(call: Call, application_id: str) -> records.Application:
    """An application that the caller may reach, as HR or as the candidate. Raises NotFound."""
    from chalicelib.foundation.access import authorize

    row = records.application(application_id)
    action = "own.read" if Role.CANDIDATE in call.actor.roles else "candidate.read"
    authorize(call.actor, action, target_of(row))
    return row


def target_of_requisition(call: Call, row: records.Requisition) -> Target:
    """What an action on a requisition is about: for a scoped caller, a store it has in common."""
    own = sorted(call.actor.scope.stores & set(row.store_ids))
    return Target(store_id=own[0] if own else "", region=row.region)


def target_of(row: records.Application) -> Target:
    """What an action on an application is about."""
    return Target(store_id=row.store_id, region=row.region, person_id=row.person_id)


def applications_given(call: Call, rows: Iterable[records.Application]) -> list[s.ApplicationGiven]:
    """Applications of a list; those of people whom the caller is to rate come without scores."""
    blind = blindness.blinded(call)
    return [application_given(call, row, hidden=blindness.hides(blind, row)) for row in rows]


def application_given(
    call: Call, row: records.Application, *, hidden: bool = False
) -> s.ApplicationGiven:
    """An application as the caller may see it."""
    scores = may_see(call.actor, Fields.SCORE) and not hidden
    plain: dict[str, Any] = {
        name: getattr(row, name)
        for name in s.ApplicationGiven.model_fields
        if name not in {"next_action", "composite", "recommendation"}
    }
    return s.ApplicationGiven(
        **plain,
        composite=row.composite if scores else None,
        recommendation=row.recommendation if scores else None,
        next_action=next_action(Stage(row.stage)),
    )


def next_action(stage: Stage) -> dict[str, Any] | None:
    """Who moves next, and the sentence that says what."""
    key = f"next-action.{stage.value}"
    return {"key": key, **both(key)} if key in MESSAGES else None


@door.operation(
    "GET", "/v1/candidates/{person_id}", action="candidate.read", returns=s.ProfileGiven
)
def profile(call: Call) -> s.ProfileGiven:
    """All we hold on a person that the caller may see, by one query."""
    person_id = call.path["person_id"]
    page = profile_within(call, person_id)
    return s.ProfileGiven(
        person_id=person_id,
        sections=page.sections,
        hidden=list(page.hidden),
        duplicates=possible_duplicates(call, person_id),
        merged_into=page.one("person").get("merged_into"),
        merged=page.one("person").get("merged", []),
    )


@door.operation(
    "POST",
    "/v1/candidates/{person_id}/merge",
    action="candidate.change",
    body=s.MergeTaken,
    returns=s.MergeGiven,
)
def merge_candidates(call: Call) -> s.MergeGiven:
    """A named person says that two files are of one human: they are shown as one from now on."""
    require_named(call.actor, call.action)
    for person_id in (call.path["person_id"], call.body.into):
        require_person(call, person_id)
    wish = (call.path["person_id"], call.body.into, call.body.reason)
    return merge_given(records.merge(call.command, *wish))


@door.operation(
    "POST",
    "/v1/candidates/{person_id}/unmerge",
    action="candidate.change",
    body=s.UnmergeTaken,
    returns=s.MergeGiven,
)
def unmerge_candidates(call: Call) -> s.MergeGiven:
    """A named person takes a merge back: both files stand by themselves again."""
    require_named(call.actor, call.action)
    require_person(call, call.path["person_id"])
    return merge_given(records.unmerge(call.command, call.path["person_id"], call.body.reason))


def merge_given(row: records.Person) -> s.MergeGiven:
    """Whose file a person's is shown under, and what was said about it."""
    return s.MergeGiven(
        person_id=row.person_id, merged_into=row.merged_into, notes=list(row.merge_notes)
    )

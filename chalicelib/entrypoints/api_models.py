"""Competency models: families, versions, drafts and their adoption."""

from typing import Any

from pydantic import ValidationError

from chalicelib.entrypoints import http
from chalicelib.entrypoints.schemas import models as s
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation.access import require_named
from chalicelib.foundation.errors import Invalid, NotFound
from chalicelib.foundation.messages import both
from chalicelib.foundation.values import dump, load
from chalicelib.interviewing import service as interviewing
from chalicelib.interviewing.competencies import CompetencyModel
from chalicelib.interviewing.differences import differences
from chalicelib.interviewing.unfinished import Problem

door = Door(__name__, "competency")


@door.operation(
    "POST",
    "/v1/competency-models",
    action="competency.change",
    body=s.ModelTaken,
    returns=s.ModelGiven,
    status=201,
)
def adopt_model(call: Call) -> s.ModelGiven:
    """Adopt a new version of a job family's competency model; versions are never changed."""
    given = call.body
    if given.dimensions is None:
        interviewing.seed_library(call.command)
        return model_given(interviewing.current_model(given.job_family))
    require_named(call.actor, call.action)
    plain = {"job_family": given.job_family, "version": 0, "dimensions": given.dimensions}
    try:
        model = load(
            CompetencyModel, plain | {"note": given.note.model_dump() if given.note else {}}
        )
    except ValidationError as error:
        raise Invalid(fields=http.fields_of(error)) from error
    return model_given(interviewing.adopt(call.command, model))


@door.operation("GET", "/v1/competency-models", action="competency.read", returns=s.Families)
def list_families(call: Call) -> s.Families:
    """All job families: the built-in ones and the company's own."""
    return s.Families(families=[s.FamilyGiven.model_validate(f) for f in interviewing.families()])


@door.operation(
    "GET",
    "/v1/competency-models/{job_family}",
    action="competency.read",
    returns=s.ModelGiven,
)
def get_model(call: Call) -> s.ModelGiven:
    """The current version of a job family's competency model."""
    return model_given(interviewing.current_model(call.path["job_family"]))


@door.operation(
    "GET",
    "/v1/competency-models/{job_family}/versions",
    action="competency.read",
    returns=s.Versions,
)
def list_model_versions(call: Call) -> s.Versions:
    """All versions of a job family's competency model in short, oldest first."""
    job_family = call.path["job_family"]
    shown = [
        s.VersionGiven(
            model_version=model.version,
            note=model.note,
            weights={item.key: item.weight for item in model.dimensions},
        )
        for model in interviewing.versions(job_family)
    ]
    return s.Versions(job_family=job_family, versions=shown)


@door.operation(
    "GET",
    "/v1/competency-models/{job_family}/versions/{version}",
    action="competency.read",
    returns=s.ModelGiven,
)
def get_model_version(call: Call) -> s.ModelGiven:
    """One version of a job family's competency model, as it was adopted."""
    version = call.path["version"]
    if not version.isdecimal():
        raise NotFound()
    return model_given(interviewing.model(call.path["job_family"], int(version)))


@door.operation(
    "GET",
    "/v1/competency-models/{job_family}/changes",
    action="competency.read",
    query=s.CompareQuery,
    returns=s.Compared,
)
def compare_models(call: Call) -> s.Compared:
    """What changed from one version to another, field by field."""
    family, wish = call.path["job_family"], call.query
    old = dump(interviewing.model(family, wish.before))["dimensions"] if wish.before else []
    new = dump(interviewing.model(family, wish.after))["dimensions"]
    changes = [s.DifferenceGiven.model_validate(d) for d in differences(old, new)]
    return s.Compared(job_family=family, changes=changes)


@door.operation(
    "POST",
    "/v1/model-drafts",
    action="competency.change",
    body=s.ModelDraftStart,
    returns=s.ModelDraftGiven,
    status=201,
)
def start_model_draft(call: Call) -> s.ModelDraftGiven:
    """Begin a draft: blank, cloned, as an edit, or from evidence that the loop proposes."""
    given = call.body
    start = interviewing.Start(
        job_family=given.job_family,
        origin=given.origin,
        name=given.name.model_dump() if given.name.said else {},
        source_family=given.source_family,
        source_version=given.source_version,
        dimensions=tuple(given.dimensions),
        evidence=given.evidence,
        note=given.note.model_dump(),
    )
    return draft_given(interviewing.start_draft(call.command, start))


@door.operation(
    "GET",
    "/v1/model-drafts",
    action="competency.read",
    query=s.FamilyQuery,
    returns=s.ModelDrafts,
)
def list_model_drafts(call: Call) -> s.ModelDrafts:
    """Open drafts, the last changed first."""
    rows = interviewing.drafts(call.query.job_family)
    return s.ModelDrafts(
        drafts=[
            s.ModelDraftListed(
                draft_id=row.item_id,
                job_family=row.job_family,
                origin=row.origin,
                changed_by=row.changed_by,
                changed_at=row.changed_at,
            )
            for row in rows
        ]
    )


@door.operation(
    "GET", "/v1/model-drafts/{draft_id}", action="competency.read", returns=s.ModelDraftGiven
)
def get_model_draft(call: Call) -> s.ModelDraftGiven:
    """A draft with what is wrong with it and what it changes of the version in force."""
    return draft_given(interviewing.draft(call.path["draft_id"]))


@door.operation(
    "POST",
    "/v1/model-drafts/{draft_id}",
    action="competency.change",
    body=s.ModelDraftChange,
    returns=s.ModelDraftGiven,
)
def change_model_draft(call: Call) -> s.ModelDraftGiven:
    """Save a draft, finished or not, and take one step of the editor."""
    given = call.body
    change = given.model_dump(exclude={"version"}, exclude_none=True)
    draft_id = call.path["draft_id"]
    return draft_given(interviewing.change_draft(call.command, draft_id, given.version, change))


@door.operation(
    "POST",
    "/v1/model-drafts/{draft_id}/adoption",
    action="competency.change",
    body=s.ModelDraftAdoption,
    returns=s.ModelGiven,
)
def adopt_model_draft(call: Call) -> s.ModelGiven:
    """A named person adopts a draft as the next version; interviews from then on use it."""
    require_named(call.actor, call.action)
    given, draft_id = call.body, call.path["draft_id"]
    return model_given(interviewing.adopt_draft(call.command, draft_id, given.version, given.over))


@door.operation(
    "POST",
    "/v1/model-drafts/{draft_id}/discard",
    action="competency.change",
    returns=s.ModelDraftListed,
)
def discard_model_draft(call: Call) -> s.ModelDraftListed:
    """Give a draft up; it is kept and no longer listed."""
    row = interviewing.discard_draft(call.command, call.path["draft_id"])
    return s.ModelDraftListed(
        draft_id=row.item_id,
        job_family=row.job_family,
        origin=row.origin,
        changed_by=row.changed_by,
        changed_at=row.changed_at,
    )


def model_given(model: Any) -> s.ModelGiven:
    """A competency model as the contract shows it."""
    plain = dump(model)
    return s.ModelGiven(model_version=plain.pop("version"), **plain)


def draft_given(view: interviewing.DraftView) -> s.ModelDraftGiven:
    """A draft as the contract shows it."""
    row = view.row
    return s.ModelDraftGiven(
        draft_id=row.item_id,
        job_family=row.job_family,
        name=row.name,
        origin=row.origin,
        source=row.source,
        evidence=row.evidence,
        state=row.state,
        dimensions=row.dimensions,
        note=row.note,
        problems_found=[problem_given(problem) for problem in view.problems],
        changes=[s.DifferenceGiven.model_validate(item) for item in view.changes],
        over=view.over,
        adopted_version=int(row.adopted_version) if row.adopted_version else None,
        version=int(row.version or 0),
    )


def problem_given(problem: Problem) -> s.ProblemGiven:
    """A problem with its sentence."""
    message = both(f"model.problem.{problem.reason}", **problem.detail)
    return s.ProblemGiven(reason=problem.reason, dimension=problem.dimension, message=message)

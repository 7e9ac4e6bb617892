"""Competency models, their versions and drafts."""

from typing import Any, Literal

from pydantic import Field, field_validator

from chalicelib.entrypoints.schemas.common import Given, Loose2, Slug, Taken, Text2, bounded


class ModelTaken(Taken):
    """A competency model to adopt: the library's own when `dimensions` is left out."""

    job_family: Slug
    dimensions: list[dict[str, Any]] | None = Field(None, max_length=12)
    note: Text2 | None = None


class ModelGiven(Given):
    """One immutable version of a job family's competency model."""

    job_family: str
    model_version: int
    note: dict[str, str]
    dimensions: list[dict[str, Any]]


class FamilyGiven(Given):
    """A job family; `newest` is 0 while only the library's starting model stands."""

    job_family: str
    name: dict[str, str]
    newest: int


class Families(Given):
    """All job families."""

    families: list[FamilyGiven]


class VersionGiven(Given):
    """One version in short: the weight of each dimension."""

    model_version: int
    note: dict[str, str]
    weights: dict[str, int]


class Versions(Given):
    """All versions of a family's model, oldest first."""

    job_family: str
    versions: list[VersionGiven]


class CompareQuery(Taken):
    """Which two versions; 0 stands for nothing at all."""

    before: int = Field(0, ge=0)
    after: int = Field(ge=1)


class DifferenceGiven(Given):
    """One changed field of one dimension: what stood there, what stands there now."""

    dimension: str
    name: dict[str, str]
    change: str
    field: str
    detail: str
    before: dict[str, str]
    after: dict[str, str]


class Compared(Given):
    """What changed from one version to another."""

    job_family: str
    changes: list[DifferenceGiven]


class ModelDraftStart(Taken):
    """How a draft begins: blank, cloned from another family, as an edit, or from evidence."""

    job_family: Slug
    origin: Literal["blank", "clone", "edit", "evidence"] = "edit"
    name: Loose2 = Loose2()
    source_family: str = Field("", max_length=64)
    source_version: int = Field(0, ge=0, description="0: the version in force")
    dimensions: list[dict[str, Any]] = Field(default_factory=list, max_length=12)
    evidence: dict[str, Any] = Field(
        default_factory=dict, description="what a proposal rests on: n, method, figures"
    )
    note: Loose2 = Loose2()

    _small = field_validator("evidence")(bounded)


class ModelDraftChange(Taken):
    """A draft to be saved; `version` says what the caller saw, `do` is a step of the editor."""

    version: int = Field(ge=0)
    name: Loose2 | None = None
    note: Loose2 | None = None
    dimensions: list[dict[str, Any]] | dict[str, Any] | None = None
    do: str = Field("", max_length=80)


class ModelDraftAdoption(Taken):
    """The draft that was read, and the version in force that it was compared with (0: none)."""

    version: int = Field(ge=0)
    over: int = Field(ge=0)


class ProblemGiven(Given):
    """One thing that keeps a draft from being adopted, and where."""

    reason: str
    dimension: str
    message: dict[str, str]


class ModelDraftGiven(Given):
    """A draft as it stands, what is wrong with it and what it changes."""

    draft_id: str
    job_family: str
    name: dict[str, str]
    origin: str
    source: dict[str, Any]
    evidence: dict[str, Any]
    state: str
    dimensions: list[dict[str, Any]]
    note: dict[str, str]
    problems_found: list[ProblemGiven]
    changes: list[DifferenceGiven]
    over: int
    adopted_version: int | None
    version: int


class ModelDraftListed(Given):
    """A draft in a list."""

    draft_id: str
    job_family: str
    origin: str
    changed_by: str
    changed_at: str


class ModelDrafts(Given):
    """Open drafts, the last changed first."""

    drafts: list[ModelDraftListed]


class FamilyQuery(Taken):
    """Which job family; empty for all."""

    job_family: str = Field("", max_length=64)

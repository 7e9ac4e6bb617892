"""Applications, uploads, profiles, rankings."""

from typing import Annotated, Any, Literal

from pydantic import Field

from chalicelib.entrypoints.schemas.common import (
    Country,
    Email,
    Given,
    Page,
    Reason,
    SignedPost,
    Slug,
    Taken,
)
from chalicelib.records.stages import Stage


class ApplicationTaken(Taken):
    """What a person sends to apply; the résumé follows by the signed upload."""

    requisition_id: Slug
    name: str = Field("", max_length=100)
    email: Email | Literal[""] = ""
    phone: str = Field("", max_length=32, pattern=r"^[0-9+() -]*$")
    language: Literal["zh", "en"] = "zh"
    country: Country | Literal[""] = Field("", description="where they live; empty: not known")
    timezone: str = Field("Asia/Shanghai", max_length=64)
    store_id: str = Field("", max_length=64)
    file_name: str = Field("", max_length=200)


class UploadPermit(Given):
    """Where one announced file goes."""

    upload_id: str
    application_id: str
    file_name: str
    post: SignedPost


class ApplicationOpened(Given):
    """A new application: the candidate's own token and where to send the résumé."""

    application_id: str
    person_id: str
    token: str
    upload: UploadPermit


class UploadGiven(Given):
    """How an announced file stands: expected, done, rejected, quarantined or expired."""

    upload_id: str
    application_id: str
    file_name: str
    state: str
    reason: str | None
    message: dict[str, str] | None
    next: dict[str, str] | None


class ApplicationGiven(Given):
    """One application as the caller may see it."""

    application_id: str
    person_id: str
    requisition_id: str
    job_family: str
    store_id: str
    region: str
    source: str
    stage: Stage
    display_name: str
    fit: float | None
    composite: float | None
    recommendation: str | None
    attention: str | None
    basis: str | None = Field(description="criteria/reader/rules/scorer the screening rests on")
    merged_into: str | None = Field(description="the person it is shown under since a merge")
    history: list[dict[str, Any]]
    next_action: dict[str, Any] | None
    version: int


class ApplicationQuery(Page):
    """Which applications: all by last change, or one requisition's, best first."""

    requisition_id: str = Field("", max_length=64)
    stage: Stage | None = None


class Applications(Given):
    """A page of applications; `next` is empty at the end."""

    applications: list[ApplicationGiven]
    next: str


class BoardColumn(Given):
    """One stage of a requisition's board."""

    stage: Stage
    count: int
    applications: list[ApplicationGiven]


class Board(Given):
    """A requisition's board, stages in their order."""

    requisition_id: str
    columns: list[BoardColumn]


class Ranked(Given):
    """One ranked candidate: fit 0-100 and every finding with the résumé line behind it."""

    rank: int
    application_id: str
    person_id: str
    display_name: str
    stage: Stage
    fit: float | None
    changed: list[str] = Field(description="what has changed since; not empty: the fit is stale")
    essential_failures: list[str]
    unknown: list[str]
    findings: list[dict[str, Any]]
    contributions: list[dict[str, Any]]
    changes: list[dict[str, Any]] = Field(
        description="per criterion not met: the smallest change that meets it, and the fit"
    )


class RankingQuery(Taken):
    """Which part of a ranking."""

    limit: int = Field(100, ge=1, le=200)
    offset: int = Field(0, ge=0, le=100_000)


class Ranking(Given):
    """A requisition's screened candidates, best first; unmet essentials last."""

    requisition_id: str
    ranked: list[Ranked]


class ProfileGiven(Given):
    """All we hold on a person that the caller may see."""

    person_id: str
    sections: dict[str, list[dict[str, Any]]]
    hidden: list[str]
    duplicates: list[str]
    merged_into: str | None
    merged: list[str]


class MergeTaken(Taken):
    """Under whose file this one is to be shown, and why they are one human."""

    into: Slug
    reason: Reason


class UnmergeTaken(Taken):
    """Why they are not one human after all."""

    reason: Reason


class MergeGiven(Given):
    """Under whose file a person's is shown; None: under their own. `notes` tells every change."""

    person_id: str
    merged_into: str | None
    notes: list[dict[str, Any]]


Group = Annotated[str, Field(max_length=40, pattern=r"^[a-z0-9_]*$")]


class SelfIdentification(Taken):
    """To which groups a person belongs, as far as they wish to say; it replaces what they said.

    Which attributes and values are on offer depends on the place: ask for the form first. An empty
    text says nothing of an attribute; a body without any takes everything back.
    """

    gender: Group = ""
    ethnicity: Group = ""
    age_band: Group = ""
    disability: Group = ""


class GroupChoice(Given):
    """One value on offer, in both languages."""

    value: str
    name: dict[str, str]


class GroupQuestion(Given):
    """One optional question of the form."""

    attribute: str
    name: dict[str, str]
    choices: list[GroupChoice]


class SelfIdentificationForm(Given):
    """What this person may be asked here, what for, and what they have stated so far."""

    purpose: dict[str, str]
    questions: list[GroupQuestion]
    stated: dict[str, str]


class ConsentTaken(Taken):
    """What a person consents to; a purpose that is left out stays as it was."""

    interview: bool | None = None
    expression: bool | None = None
    background_check: bool | None = None
    talent_pool: bool | None = None
    country: Country | None = Field(
        None, description="where they live, ISO 3166; `expression: true` needs it said with it"
    )

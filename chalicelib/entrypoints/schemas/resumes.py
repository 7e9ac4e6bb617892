"""Résumés as they were read, JSON Resume, and criteria to be confirmed."""

from typing import Any

from pydantic import ConfigDict, Field, RootModel, field_validator

from chalicelib.entrypoints.schemas.common import Given, Slug, Taken, bounded


class CoveredGiven(Given):
    """Characters of a line that this caller may not read; they are blocks in its text."""

    start: int
    end: int
    guard: str = Field(description="contact or protected")


class LineGiven(Given):
    """One line of the file; page and number count from 1, emphasis goes from 0 (plain) to 3."""

    page: int
    number: int
    emphasis: int
    text: str
    covered: list[CoveredGiven]


class MarkGiven(Given):
    """Characters of a line that a fact or a verdict rests on; end is excluded."""

    kind: str = Field(description="the kind of fact, or evidence of a criterion's verdict")
    page: int
    line: int
    start: int
    end: int
    value: str
    criterion_id: str
    verdict: str


class NoticeGiven(Given):
    """What is not text of the résumé: hidden words, orders to the scorer, lost characters."""

    kind: str
    page: int
    line: int
    text: str
    message: dict[str, str]


class ResumeGiven(Given):
    """A résumé's lines as they were read, as far as the caller may read them, with all marks."""

    application_id: str
    upload_id: str
    sha256: str
    reader_version: str
    rules_version: str
    criteria_version: int
    lines: list[LineGiven]
    marks: list[MarkGiven]
    notices: list[NoticeGiven]


class JsonResumeGiven(RootModel[dict[str, Any]]):
    """A JSON Resume 1.0.0 document; meta.hireloop holds versions and the place of each value."""


class JsonResumeTaken(Taken):
    """A JSON Resume 1.0.0 document of one person, at most 256 KiB."""

    document: dict[str, Any]
    source: str = Field("json-resume", max_length=40)
    store_id: str = Field("", max_length=64, description="the store they apply to, if one")


class JsonResumeOpened(Given):
    """The application that a document opened; `GET /v1/uploads/{upload_id}` says how it stands.

    `not_read` names sections of the document that state nothing we keep.
    """

    application_id: str
    person_id: str
    upload_id: str
    not_read: list[str]


class DescriptionTaken(Taken):
    """A job description as it is pasted."""

    text: str = Field(min_length=2, max_length=20_000)
    requisition_id: Slug | None = Field(None, description="whose criteria they may become")


class QuoteGiven(Given):
    """Words of the description; line counts from 1, end is excluded."""

    line: int
    start: int
    end: int
    text: str


class ProposedRow(Given):
    """One criterion as a requisition takes it, and the words that it comes from."""

    criterion: dict[str, Any]
    quote: QuoteGiven


class RefusedRow(Given):
    """A demand that is not made a criterion: on which ground, and the law in zh and en."""

    quote: QuoteGiven
    ground: str
    why: dict[str, str]


class CriteriaProposed(Given):
    """What a description asks for; nothing holds before a person has confirmed it."""

    requisition_id: str
    rows: list[ProposedRow]
    unparsed: list[QuoteGiven]
    refused: list[RefusedRow]


class CriteriaTaken(Taken):
    """A requisition's criteria as a whole; `version` or If-Match says what the caller saw."""

    version: int | None = None
    criteria: list[dict[str, Any]] = Field(max_length=60)

    _small = field_validator("criteria")(bounded)

    @field_validator("criteria", mode="before")
    @classmethod
    def _numbered(cls, given: Any) -> Any:
        """A form's rows come numbered: criteria.0.rule, criteria.1.rule, …"""
        if not isinstance(given, dict):
            return given
        return [given[key] for key in sorted(given, key=lambda k: (len(k), k))]


class CriteriaSaved(Given):
    """The criteria as they stand, or, for a form, the row and field that cannot be taken."""

    model_config = ConfigDict(from_attributes=True)

    requisition_id: str
    version: int
    criteria: list[dict[str, Any]]
    wrong: dict[str, Any] | None = None

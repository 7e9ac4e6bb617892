"""Piles of résumé files, how each file stands, and screening again."""

from typing import Any, Literal, get_args

from pydantic import Field

from chalicelib.entrypoints.schemas.candidates import UploadPermit
from chalicelib.entrypoints.schemas.common import Given, Short, Taken

State = Literal["expected", "done", "rejected", "quarantined", "expired"]
STATES: tuple[State, ...] = get_args(State)


class FileTaken(Taken):
    """One résumé file to come."""

    file_name: Short


class FilesTaken(Taken):
    """Up to 500 résumé files to come."""

    files: list[FileTaken] = Field(min_length=1, max_length=500)
    source: str = Field("upload", max_length=40)
    store_id: str = Field("", max_length=64, description="the store they apply to, if one")


class UploadPermits(Given):
    """Where the announced files go, in the order in which they were named, and their batch."""

    batch_id: str
    uploads: list[UploadPermit]


class BatchQuery(Taken):
    """Which batch, and which of its files."""

    batch: str = Field(max_length=64, pattern=r"^[a-z0-9-]+$")
    state: State | None = None
    limit: int = Field(500, ge=1, le=500)
    offset: int = Field(0, ge=0, le=500)


class FileGiven(Given):
    """How one file of a batch stands; `message` and `next` say why it was refused, and what to do.

    `same_file` is the upload that brought the same bytes to this requisition before; `same_people`
    are persons with the same phone number or e-mail address, for a person to compare.
    """

    number: int
    upload_id: str
    application_id: str
    person_id: str
    file_name: str
    state: State
    reason: str | None
    message: dict[str, str] | None
    next: dict[str, str] | None
    fit: float | None
    same_file: str | None
    same_file_name: str | None
    same_people: list[str]
    changed: list[str] = Field(description="what has changed since; not empty: the fit is stale")
    stale: bool = Field(description="changed, and not refused on the basis of today")


class BatchGiven(Given):
    """A batch: its files by state, when it began, and when the last one ended."""

    batch_id: str
    requisition_id: str
    source: str
    store_id: str
    by: str
    started_at: str
    finished_at: str | None
    counts: dict[State, int]
    files: list[FileGiven]


class BatchNamed(Given):
    """A batch in the list of a requisition's batches."""

    batch_id: str
    source: str
    store_id: str
    by: str
    started_at: str
    files: int


class Batches(Given):
    """The batches of a requisition, the latest first."""

    batches: list[BatchNamed]


class RescreeningGiven(Given):
    """How far a requisition's results rest on today's criteria and versions.

    `stale` are still to be screened again; `decided_stale` stay, since a person has decided. A file
    that is refused on today's basis is neither: its application asks for a person.
    """

    requisition_id: str
    criteria_version: int
    basis: dict[str, Any]
    screened: int
    stale: int
    decided_stale: int
    started: bool

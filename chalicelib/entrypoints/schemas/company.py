"""Company, requisitions, partners."""

from typing import Annotated, Any

from pydantic import Field, StringConstraints, field_validator

from chalicelib.entrypoints.schemas.common import (
    Country,
    Given,
    Short,
    Slug,
    Taken,
    Text2,
    bounded,
)


class OrganisationTaken(Taken):
    """Who the company is."""

    name: Text2
    country: Country = "CN"
    timezone: str = Field("Asia/Shanghai", max_length=64)


class OrganisationGiven(Given):
    """Who the company is."""

    name: dict[str, str]
    country: str
    timezone: str


class StoreTaken(Taken):
    """One store."""

    store_id: Slug
    name: Text2
    region: Slug
    country: Country = "CN"


class StoresTaken(Taken):
    """Stores to be entered; those that exist are left as they are."""

    stores: list[StoreTaken] = Field(min_length=1, max_length=500)


class StoresGiven(Given):
    """Stores of the company or of one region."""

    stores: list[StoreTaken]


class StoresEntered(Given):
    """How many stores were new."""

    entered: int


class RegionQuery(Taken):
    """Which stores."""

    region: str = ""


class RequisitionTaken(Taken):
    """An approved request to fill positions."""

    requisition_id: Slug
    title: Text2
    job_family: Slug
    country: Country = "CN"
    region: str = Field("", max_length=64)
    store_ids: list[Slug] = Field(default_factory=list, max_length=2000)
    openings: int = Field(1, ge=1, le=10_000)
    cut_score: float = Field(80, ge=0, le=100, description="composite at which we recommend")
    criteria: list[dict[str, Any]] = Field(default_factory=list, max_length=40)
    onsite: dict[str, Any] = Field(default_factory=dict, description="`time` and `place` to come")
    expression: bool = Field(False, description="frames may be read where law and person allow")
    follow_ups: bool = Field(
        False, description="an answer without its result, action … is followed up once"
    )

    _small = field_validator("criteria", "onsite")(bounded)


class RequisitionChange(Taken):
    """What of a requisition changes; `version` or If-Match says what the caller saw."""

    version: int | None = None
    title: Text2 | None = None
    openings: int | None = Field(None, ge=1, le=10_000)
    cut_score: float | None = Field(None, ge=0, le=100)
    criteria: list[dict[str, Any]] | None = Field(None, max_length=40)
    onsite: dict[str, Any] | None = None
    expression: bool | None = None
    follow_ups: bool | None = None
    open: bool | None = None

    _small = field_validator("criteria", "onsite")(bounded)


class InterviewingChange(Taken):
    """How a requisition's interviews are held from now on; sessions under way stay as they are."""

    follow_ups: bool


class RequisitionGiven(Given):
    """A requisition as it stands."""

    requisition_id: str
    title: dict[str, str]
    job_family: str
    country: str
    region: str
    store_count: int
    openings: int
    cut_score: float
    criteria: list[dict[str, Any]]
    criteria_version: int
    onsite: dict[str, Any]
    expression: bool
    visual_weight: int
    follow_ups: bool
    open: bool
    version: int


class Requisitions(Given):
    """All requisitions."""

    requisitions: list[RequisitionGiven]


class PartnerTaken(Taken):
    """Another company's system that receives and sends signed webhooks."""

    partner_id: Slug
    name: Short
    endpoint: str = Field(pattern=r"^https?://", max_length=500)
    events: list[Annotated[str, StringConstraints(pattern=r"^(\*|[a-z-]+\.[a-z-]+)$")]] = Field(
        min_length=1, max_length=20
    )


class PartnerSecret(Given):
    """The partner's signing secret; it is shown once."""

    partner_id: str
    secret: str


class PartnerGiven(Given):
    """A partner as it stands."""

    partner_id: str
    name: str
    endpoint: str
    events: list[str]


class Partners(Given):
    """All partners."""

    partners: list[PartnerGiven]

"""Selection and prediction by group, and the bias audit."""

from pydantic import Field

from chalicelib.entrypoints.schemas.common import Given, Taken

DAY = r"^(\d{4}-\d{2}-\d{2})?$"


class PeriodQuery(Taken):
    """What is looked at: a job family or a requisition (empty: all), by the day of application."""

    job_family: str = Field("", max_length=64)
    requisition_id: str = Field("", max_length=64)
    since: str = Field("", pattern=DAY)
    until: str = Field("", pattern=DAY)


class ImpactGiven(Given):
    """One category: people, those selected (or above the median), rate and ratio with intervals.

    Rates and p values 0–1, intervals 95 %. What is None is not shown (fewer than 10 people), not
    compared, or not measured; it is never low.
    """

    group: str
    name: dict[str, str]
    n: int
    selected: int | None
    rate: float | None
    rate_low: float | None
    rate_high: float | None
    reference: str
    ratio: float | None
    ratio_low: float | None
    ratio_high: float | None
    p_value: float | None
    p_adjusted: float | None
    verdict: str
    words: dict[str, str]


class GapGiven(Given):
    """A group's mean score less the reference's, in pooled SDs, with its 95 % interval."""

    value: float
    low: float
    high: float


class ComponentGiven(Given):
    """One component of the selection for one attribute."""

    key: str
    name: dict[str, str]
    dimension: bool
    groups: list[ImpactGiven]
    gaps: dict[str, GapGiven]


class DifferenceGiven(Given):
    """Group less reference in SDs of outcome (slopes: a score point), with interval and t test."""

    value: float
    low: float
    high: float
    p_value: float


class DifferentialGiven(Given):
    """Whether an equal score promises equal work; None below 30 outcomes on either side."""

    group: str
    reference: str
    n: int
    n_reference: int
    slopes: DifferenceGiven | None
    intercepts: DifferenceGiven | None
    at_cut: DifferenceGiven | None
    p_both: float | None
    words: dict[str, str]


class AttributeGiven(Given):
    """One attribute, or two together, in a sentence and in figures."""

    attribute: str
    name: dict[str, str]
    summary: dict[str, str]
    unknown: int
    failed: bool
    whole: ComponentGiven
    components: list[ComponentGiven]
    differential: list[DifferentialGiven]


class FairnessGiven(Given):
    """Every attribute that somebody stated, over the applications of a period."""

    applications: int
    people: int
    stated: int
    cut_score: float
    cut: bool
    attributes: list[AttributeGiven]


class AuditTableGiven(Given):
    """One prescribed table: selection or scoring, by sex, race/ethnicity or both."""

    measure: str
    attribute: str
    name: dict[str, str]
    rows: list[ImpactGiven]


class AuditGiven(Given):
    """A bias audit in the shape of Local Law 144, with the statement of its data."""

    since: str
    until: str
    first_day: str
    last_day: str
    job_families: list[str]
    assessed: int
    unknown: int
    unknown_of: dict[str, int]
    median: float | None
    left_out: list[str]
    statements: dict[str, list[str]]
    cut: bool
    tables: list[AuditTableGiven]

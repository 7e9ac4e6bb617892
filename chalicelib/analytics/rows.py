"""Rows: what other domains tell (sources), and what a chart is drawn from (datasets)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from chalicelib.records.stages import Stage

Text2 = dict[str, str]

DEFAULT_CUT = 80.0
#: A high scorer whose outcome lies this many SD or more below the mean of the colleagues is a
#: "high score, low performance" case: about the lowest third (HR decision).
LOW_OUTCOME_SD = -0.5
UNKNOWN = "unknown"


@dataclass(frozen=True)
class Filters:
    """What to look at; an empty text means all."""

    job_family: str = ""
    requisition_id: str = ""
    region: str = ""
    source: str = ""


@dataclass(frozen=True)
class Job:
    """A requisition: its name and its cut score (0–100)."""

    requisition_id: str
    title: Text2
    job_family: str
    cut_score: float = DEFAULT_CUT


@dataclass(frozen=True)
class Seen:
    """One application: every stage it has been in, the composite (0–100) once interviewed."""

    application_id: str
    person_id: str
    requisition_id: str
    job_family: str
    stages: tuple[Stage, ...]
    composite: float | None = None
    region: str = ""
    source: str = ""


@dataclass(frozen=True)
class Rated:
    """One interview: scores 0–100 by dimension, None where nothing was measured."""

    person_id: str
    application_id: str
    job_family: str
    composite: float | None
    scores: Mapping[str, float | None]
    imported: bool = False


@dataclass(frozen=True)
class Worked:
    """One employee's locked outcome in SD units of the colleagues; `label` as HR knows them."""

    person_id: str
    job_family: str
    outcome: float
    label: str = ""


@dataclass(frozen=True)
class Sources:
    """Everything that was read, before it is joined."""

    jobs: tuple[Job, ...] = ()
    seen: tuple[Seen, ...] = ()
    rated: tuple[Rated, ...] = ()
    worked: tuple[Worked, ...] = ()
    names: Mapping[str, Text2] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ScoreRow:
    """One interview's composite beside the cut score of its requisition, both 0–100."""

    application_id: str
    composite: float
    cut_score: float


@dataclass(frozen=True)
class DimensionRow:
    """One dimension's score (0–100) in one interview."""

    interview: str
    dimension: str
    name: Text2
    score: float


@dataclass(frozen=True)
class DecidedRow:
    """One interview on which a named person has decided."""

    application_id: str
    requisition_id: str
    title: Text2
    passed: bool


@dataclass(frozen=True)
class OutcomeRow:
    """What was predicted (composite 0–100) and what came (outcome in SD units)."""

    person_id: str
    label: str
    composite: float
    cut_score: float
    outcome: float
    imported: bool

    @property
    def high(self) -> bool:
        """Whether the score reached the cut score."""
        return self.composite >= self.cut_score

    @property
    def low(self) -> bool:
        """Whether the outcome is low; see LOW_OUTCOME_SD."""
        return self.outcome <= LOW_OUTCOME_SD

    @property
    def missed(self) -> bool:
        """A high score, and a low performance."""
        return self.high and self.low


@dataclass(frozen=True)
class JourneyRow:
    """How far one application came (a place on the board) and how it ended, if it did."""

    application_id: str
    furthest: Stage
    ended: Stage | None


@dataclass(frozen=True)
class GroupRow:
    """One decided interview of a person who stated a group, or did not ("unknown")."""

    application_id: str
    group: str
    selected: bool
    score: float | None


@dataclass(frozen=True)
class ProfileRow:
    """One dimension of one person: score and comparison 0–100, None where not measured."""

    dimension: str
    name: Text2
    score: float | None
    reference: float | None = None


@dataclass(frozen=True)
class Datasets:
    """The rows of every chart."""

    scores: tuple[ScoreRow, ...] = ()
    dimensions: tuple[DimensionRow, ...] = ()
    decided: tuple[DecidedRow, ...] = ()
    outcomes: tuple[OutcomeRow, ...] = ()
    journeys: tuple[JourneyRow, ...] = ()
    groups: tuple[GroupRow, ...] = ()

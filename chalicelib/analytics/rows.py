"""What a chart is drawn from, and what it can be asked for."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from chalicelib.analytics.counting.durations import NO_TIME, Durations
from chalicelib.analytics.counting.sums import Moments
from chalicelib.interviewing.usage import Figures
from chalicelib.records.stages import Stage

Text2 = dict[str, str]

DEFAULT_CUT = 80.0
#: A high scorer whose outcome lies this many SD or more below the mean of the colleagues is a
#: "high score, low performance" case: about the lowest third (HR decision).
LOW_OUTCOME_SD = -0.5
UNKNOWN = "unknown"
#: A band's lower edge belongs to it: 70.00 is in 70–80, and 80.00 is in 80 and above, as a score
#: equal to the cut score passes. The last band holds 100.
EDGES = (60.0, 70.0, 80.0)


@dataclass(frozen=True)
class Filters:
    """What to look at; an empty text means all.

    `since` and `until` are days (ISO); whole weeks count that hold one of the days between them.
    `edges` divide scores into bands, `moved_on` is the day on which something changed.
    """

    job_family: str = ""
    requisition_id: str = ""
    region: str = ""
    source: str = ""
    store_id: str = ""
    since: str = ""
    until: str = ""
    edges: tuple[float, ...] = EDGES
    moved_on: str = ""


@dataclass(frozen=True)
class Scores:
    """How often each composite occurred.

    `tenths` counts by the composite in tenths of a point, rounded down (79.99 is 799); `reached`
    counts by cut score (0–100) how many of how many reached it.
    """

    tenths: Mapping[int, int] = field(default_factory=dict)
    reached: Mapping[float, tuple[int, int]] = field(default_factory=dict)
    edges: tuple[float, ...] = EDGES

    @property
    def n(self) -> int:
        """How many interviews were scored."""
        return sum(self.tenths.values())


@dataclass(frozen=True)
class DimensionSum:
    """One dimension over its interviews: the scores, and how far each lay from the others' mean."""

    dimension: str
    name: Text2
    scores: Moments
    gaps: Moments


@dataclass(frozen=True)
class Dimensions:
    """Every dimension's sums over `interviews` interviews."""

    interviews: int = 0
    sums: tuple[DimensionSum, ...] = ()


@dataclass(frozen=True)
class WeekScore:
    """The composites of one week, named by its Monday."""

    week: str
    scores: Moments


@dataclass(frozen=True)
class Decided:
    """Interviews of one place or source on which a named person has decided."""

    key: str
    title: Text2
    passed: int
    n: int


@dataclass(frozen=True)
class Journeys:
    """Applications that came as far as `furthest` (a place on the board) and no further."""

    furthest: Stage
    n: int
    ended: int


@dataclass(frozen=True)
class Stays:
    """How long a stage, or a stretch over several, took each application that left it."""

    name: str
    took: Durations
    earlier: Durations = NO_TIME


@dataclass(frozen=True)
class Hands:
    """What one colleague moved: decisions, invitations, offers."""

    label: str
    decided: int
    invited: int
    offered: int


@dataclass(frozen=True)
class SourceWork:
    """Later performance of those hired from one source, in SD units of the colleagues."""

    source: str
    outcomes: Moments
    low: int


@dataclass(frozen=True)
class Opinions:
    """What candidates answered after their result: how often each mark 1–5, by question."""

    n: int = 0
    marks: Mapping[str, Mapping[int, int]] = field(default_factory=dict)
    others: int | None = None


@dataclass(frozen=True)
class QuestionUse:
    """How one question of the bank was used, and how well it tells people apart."""

    question_id: str
    text: Text2
    figures: Figures


@dataclass(frozen=True)
class OutcomeRow:
    """What was predicted (composite 0–100) and what came (outcome in SD units)."""

    person_id: str
    label: str
    composite: float
    cut_score: float
    outcome: float
    imported: bool
    application_id: str = ""

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
    """What every chart is drawn from."""

    scores: Scores = Scores()
    dimensions: Dimensions = Dimensions()
    weeks: tuple[WeekScore, ...] = ()
    decided: tuple[Decided, ...] = ()
    decided_stores: tuple[Decided, ...] = ()
    decided_regions: tuple[Decided, ...] = ()
    decided_sources: tuple[Decided, ...] = ()
    journeys: tuple[Journeys, ...] = ()
    stays: tuple[Stays, ...] = ()
    stretches: tuple[Stays, ...] = ()
    moved: tuple[Stays, ...] = ()
    hands: tuple[Hands, ...] = ()
    source_work: tuple[SourceWork, ...] = ()
    opinions: Opinions = Opinions()
    questions: tuple[QuestionUse, ...] = ()
    outcomes: tuple[OutcomeRow, ...] = ()
    groups: tuple[GroupRow, ...] = ()

"""What the other domains tell of one application, as rows for the deciders of fairness."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from chalicelib.calibration.fairness.audit import Assessed, Audit
from chalicelib.calibration.fairness.components import (
    DECISION,
    INTERVIEW,
    SCREENING,
    WHOLE,
    DrillDown,
    Passage,
    drill_down,
)
from chalicelib.calibration.fairness.impact import AND, group_of
from chalicelib.calibration.fairness.prediction import Differential, Scored, differential
from chalicelib.records.groups import ATTRIBUTES
from chalicelib.records.stages import Stage

#: What Local Law 144 audits: sex and race or ethnicity.
AUDITED = ("gender", "ethnicity")
Groups = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Way:
    """One application: every stage it has been in with its day (YYYY-MM-DD), composite 0–100."""

    application_id: str
    person_id: str
    stages: Mapping[Stage, str]
    composite: float | None = None
    scores: Mapping[str, float | None] = field(default_factory=dict)

    @property
    def screened_in(self) -> bool | None:
        """Whether screening led to an interview; None while it is open, or was withdrawn."""
        if self._in(Stage.INVITED, Stage.INTERVIEWING, Stage.INTERVIEWED):
            return True
        return False if self._in(Stage.REJECTED) else None

    @property
    def chosen(self) -> bool | None:
        """What a named person decided on the interviewed; None before, or when it was withdrawn."""
        if not self._in(Stage.INTERVIEWED):
            return None
        if self._in(Stage.PASSED):
            return True
        return False if self._in(Stage.REJECTED) else None

    def _in(self, *stages: Stage) -> bool:
        return any(stage in self.stages for stage in stages)

    def within(self, since: str, until: str) -> bool:
        """Whether the person applied between two days, both included; an empty one is open."""
        day = min(self.stages.values(), default="")
        return (not since or day >= since) and (not until or day <= until)


def assessed(ways: Iterable[Way], groups: Groups) -> Iterator[Assessed]:
    """Every interviewed application for the audit: its score, and what a person decided."""
    for way in ways:
        if Stage.INTERVIEWED in way.stages:
            yield Assessed(groups.get(way.person_id, {}), way.composite, way.chosen)


def passage(way: Way, groups: Groups, cut_score: float) -> Passage:
    """One application through the components: screening, interview score, a person's decision.

    Of those whom the score did not recommend the decision is still counted, for a person may
    decide otherwise.
    """
    screened, chosen = way.screened_in, way.chosen
    steps = {
        WHOLE: False if screened is False else chosen,
        SCREENING: screened,
        INTERVIEW: None if way.composite is None else way.composite >= cut_score,
        DECISION: chosen,
    }
    return Passage(groups.get(way.person_id, {}), steps, way.scores)


@dataclass(frozen=True)
class AttributeReport:
    """One attribute or intersection: the selection with its components, and the prediction."""

    attribute: str
    drill_down: DrillDown
    differential: tuple[Differential, ...]


@dataclass(frozen=True)
class Period:
    """What a report is about: a job family or a requisition (empty: all), and days (YYYY-MM-DD)."""

    job_family: str = ""
    requisition_id: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True)
class Report:
    """Every attribute that somebody stated, over the applications of a period.

    `stated` of `people` persons said something of themselves; `cut` says that more applications
    exist than were looked at.
    """

    period: Period
    applications: int
    people: int
    stated: int
    cut_score: float
    cut: bool
    attributes: tuple[AttributeReport, ...]


@dataclass(frozen=True)
class Audited:
    """A bias audit with what it rests on: period, company, job families, days of interviews."""

    period: Period
    company: dict[str, str]
    job_families: dict[str, dict[str, str]]
    first_day: str
    last_day: str
    cut: bool
    audit: Audit


def attributes(groups: Groups) -> tuple[str, ...]:
    """Attributes that anybody stated, then their pairs, in the order of the form."""
    stated = {name for each in groups.values() for name in each}
    single = [name for name in ATTRIBUTES if name in stated]
    return (*single, *(f"{a}{AND}{b}" for a, b in combinations(single, 2)))


def report_on(
    attribute: str,
    passages: Sequence[Passage],
    worked: Iterable[tuple[str, float, float]],
    groups: Groups,
    cut_score: float,
) -> AttributeReport:
    """Everything that is told of one attribute.

    Parameters
    ----------
    attribute : stated, or an intersection of two.
    passages : every application in the period.
    worked : person, composite (0–100), outcome (SD units) of those who have one.
    groups : what each person stated.
    cut_score : of the requisitions looked at, 0–100.
    """
    found = [
        Scored(group_of(groups.get(person, {}), attribute), score, outcome)
        for person, score, outcome in worked
    ]
    return AttributeReport(
        attribute,
        drill_down(passages, attribute, cut_score),
        differential(found, cut_score),
    )

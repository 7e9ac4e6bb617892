"""Who was interviewed, who was hired, how they did: a row a person, and who is left out and why."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from chalicelib.foundation.values import digest


class LeftOut(StrEnum):
    """Why a person gives no evidence, or only half of it."""

    NOT_RATED = "not-rated"
    OTHER_DIMENSIONS = "other-dimensions"
    EARLIER_INTERVIEW = "earlier-interview"
    NO_INTERVIEW = "no-interview"
    NO_OUTCOME = "no-outcome"
    EXCUSED = "excused"
    TOO_LITTLE_MEASURED = "too-little-measured"
    LEFT_BEFORE = "left-before"


@dataclass(frozen=True)
class Interviewed:
    """One finished interview: dimension ratings 1–5, None where a dimension was not measured."""

    person_id: str
    model_version: int
    ratings: Mapping[str, float | None]
    composite: float | None
    hired: bool
    imported: bool = False


@dataclass(frozen=True)
class Worked:
    """One person's locked outcome in SD units, None where too little was measured.

    `contaminated`: a rating that counts in `score` was given by somebody who could see the
    prediction; one that was taken out of the score does not count. `left`: the person left before
    the appraisal. `months` in post when the period ended; None where unknown.
    """

    person_id: str
    score: float | None
    indicators: Mapping[str, float]
    excused: bool = False
    contaminated: bool = False
    left: bool = False
    months: float | None = None


@dataclass(frozen=True)
class Window:
    """When after the hire an outcome is looked at: `least` <= months in post < `most`."""

    months: int
    least: float
    most: float


#: Performance after half a year and after a year, the windows of the source.
SIX_MONTHS = Window(6, 4.5, 9.0)
TWELVE_MONTHS = Window(12, 9.0, 18.0)


@dataclass(frozen=True)
class CohortRow:
    """One applicant: ratings 1–5 in the cohort's order, the outcome (SD units) if there is one."""

    person_id: str
    model_version: int
    ratings: tuple[float, ...]
    hired: bool
    outcome: float | None
    indicators: tuple[tuple[str, float], ...] = ()
    left: bool = False


@dataclass(frozen=True)
class Cohort:
    """All applicants of a job family who were rated on one set of dimensions."""

    job_family: str
    model_version: int
    dimensions: tuple[str, ...]
    rows: tuple[CohortRow, ...]
    left_out: dict[str, int]
    seen_by_rater: int = 0

    @property
    def outcomes(self) -> tuple[CohortRow, ...]:
        """The rows that hold an outcome."""
        return tuple(row for row in self.rows if row.outcome is not None)

    def data_hash(self) -> str:
        """SHA-256 of everything an estimate may depend on."""
        plain = [
            [row.person_id, row.model_version, row.ratings, row.hired, row.outcome, row.indicators]
            for row in self.rows
        ]
        return digest([self.job_family, self.model_version, self.dimensions, plain])

    def seed(self) -> int:
        """Start of every random draw: the same data always give the same figures."""
        return int(self.data_hash()[:12], 16)


def join(
    job_family: str,
    model_version: int,
    dimensions: Sequence[str],
    interviewed: Sequence[Interviewed],
    worked: Sequence[Worked],
) -> Cohort:
    """Join interviews with locked outcomes by person.

    Parameters
    ----------
    job_family, model_version : whose weights are in force.
    dimensions : the dimensions of that version; ratings of earlier versions count when theirs are
        the same, for ratings do not depend on weights.
    interviewed : finished interviews, hired or not.
    worked : locked outcomes.

    Returns
    -------
    Cohort, rows by person id; `left_out` counts by `LeftOut` everybody who gives no full row.
    """
    wanted = tuple(dimensions)
    missing: Counter[str] = Counter()
    newest: dict[str, Interviewed] = {}
    for each in sorted(interviewed, key=lambda one: (one.person_id, one.hired, one.model_version)):
        missing[LeftOut.EARLIER_INTERVIEW.value] += each.person_id in newest
        newest[each.person_id] = each
    done = {each.person_id: each for each in worked}
    missing[LeftOut.NO_INTERVIEW.value] += len(done.keys() - newest.keys())
    rows = []
    for person, each in newest.items():
        reason = _unrated(each, wanted)
        if reason is not None:
            missing[reason.value] += 1
            continue
        row, lack = _row(each, wanted, done.get(person))
        rows.append(row)
        if lack is not None:
            missing[lack.value] += 1
    counts = {reason: count for reason, count in sorted(missing.items()) if count}
    seen = sum(each.contaminated for person, each in done.items() if person in newest)
    return Cohort(job_family, model_version, wanted, tuple(rows), counts, seen)


def latest(worked: Iterable[Worked]) -> list[Worked]:
    """The latest outcome of each person, by person id.

    A later cycle without a score leaves an earlier score standing, else good work of people who
    have left would be forgotten and only survivors counted; that they left is carried along.

    Parameters
    ----------
    worked : locked outcomes, the earliest cycle first.
    """
    found: dict[str, Worked] = {}
    for each in worked:
        before = found.get(each.person_id)
        stands = before is not None and before.score is not None and each.score is None
        found[each.person_id] = replace(before, left=each.left) if before and stands else each
    return [found[person] for person in sorted(found)]


def within(worked: Sequence[Worked], window: Window) -> list[Worked]:
    """The latest outcome of each person from a window of months in post; leavers stay, counted.

    Parameters
    ----------
    worked : locked outcomes, the earliest cycle first; unknown months count nowhere.
    window : from when to when after the hire.
    """
    return latest(
        each
        for each in worked
        if each.left or (each.months is not None and window.least <= each.months < window.most)
    )


def _unrated(each: Interviewed, wanted: tuple[str, ...]) -> LeftOut | None:
    if set(each.ratings) != set(wanted):
        return LeftOut.OTHER_DIMENSIONS
    if any(rating is None for rating in each.ratings.values()):
        return LeftOut.NOT_RATED
    return None


def _row(
    each: Interviewed, wanted: tuple[str, ...], worked: Worked | None
) -> tuple[CohortRow, LeftOut | None]:
    ratings = tuple(float(each.ratings[key] or 0.0) for key in wanted)
    outcome = worked.score if worked and each.hired else None
    found = tuple(sorted(worked.indicators.items())) if worked and outcome is not None else ()
    left = bool(worked and worked.left and each.hired)
    row = CohortRow(each.person_id, each.model_version, ratings, each.hired, outcome, found, left)
    if outcome is not None or not each.hired:
        return row, None
    if worked is None:
        return row, LeftOut.NO_OUTCOME
    if worked.left:
        return row, LeftOut.LEFT_BEFORE
    return row, LeftOut.EXCUSED if worked.excused else LeftOut.TOO_LITTLE_MEASURED

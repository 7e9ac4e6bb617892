"""What one application adds to the cells, computed from its facts alone.

A contribution is the same whatever events led to it, so a cell is right as soon as each
application's last contribution is in it and nothing else: events may come twice or out of order.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

from chalicelib.analytics.counting.durations import bin_of
from chalicelib.analytics.counting.facts import Fact, Place, Step
from chalicelib.analytics.counting.sums import Counts, added, noted
from chalicelib.analytics.rows import LOW_OUTCOME_SD
from chalicelib.foundation.statistics import mean
from chalicelib.records.stages import BOARD, Stage

#: How is counted. Each change of it gets a new number: its cells lie apart and begin empty, until
#: `make figures` has counted the record anew.
SCHEME = 1
SCORES, PASSES, FLOW, TIMES, WORK, SURVEY, OUTCOMES = (
    "scores", "passes", "flow", "times", "work", "survey", "outcomes",
)  # fmt: skip
#: Outcomes are kept in ten-thousandths of an SD, scores in hundredths of a point.
OUTCOME_UNIT = 10_000
#: Moves that a person's hand makes, and that count as that person's work.
HANDS = frozenset({Stage.INVITED, Stage.PASSED, Stage.REJECTED, Stage.OFFERED})
#: Stretches across several stages: name, first stage, the stages that end it.
STRETCHES = (
    ("decision", Stage.APPLIED, frozenset({Stage.PASSED, Stage.REJECTED})),
    ("hire", Stage.APPLIED, frozenset({Stage.HIRED})),
    ("onboard", Stage.INTERVIEWED, frozenset({Stage.HIRED})),
)


@dataclass(frozen=True)
class Contribution:
    """An application's place, and what it counts by sheet and week (`scores#2026-11-23`)."""

    place: Place
    sheets: Mapping[str, Mapping[str, int]]

    def plain(self) -> dict[str, Any]:
        """A JSON-able copy."""
        return {"place": asdict(self.place), "sheets": dict(self.sheets)}

    @classmethod
    def of(cls, plain: Mapping[str, Any]) -> "Contribution":
        """What `plain` made."""
        return cls(Place(**plain["place"]), plain["sheets"])


def week_of(moment: str) -> str:
    """The Monday (ISO date, UTC) of the week in which a moment lies."""
    day = datetime.fromisoformat(moment).date()
    return (day - timedelta(days=day.weekday())).isoformat()


def contribution(fact: Fact) -> Contribution:
    """All that an application counts.

    Parameters
    ----------
    fact : the application as it stands.

    Returns
    -------
    Contribution. Scores and decisions count in the week of the interview, the journey in that of
    the application, a stay in that of its end, an outcome in that of the hire.
    """
    sheets: dict[str, Counts] = {}
    for sheet, moment, counts in _parts(fact):
        key = f"{sheet}#{week_of(moment)}"
        sheets[key] = added(sheets.get(key, {}), counts)
    return Contribution(fact.place, {key: counts for key, counts in sheets.items() if counts})


def _parts(fact: Fact) -> Iterator[tuple[str, str, Mapping[str, int]]]:
    if not fact.steps:
        return
    yield FLOW, fact.steps[0].at, _journey(fact.steps)
    for sheet, step, counts in _moves(fact.steps):
        yield sheet, step.at, counts
    seen = _first(fact.steps, Stage.INTERVIEWED)
    if seen is not None:
        yield SCORES, seen.at, _scored(fact)
        passed = _verdict(fact.steps)
        if passed is not None:
            yield PASSES, seen.at, {"d": 1, "p": int(passed)}
    hired = _first(fact.steps, Stage.HIRED)
    if hired is not None and fact.outcome is not None:
        low = int(fact.outcome <= LOW_OUTCOME_SD)
        yield OUTCOMES, hired.at, {**noted("o", fact.outcome, OUTCOME_UNIT), "low": low}
    if fact.opinion is not None:
        yield SURVEY, fact.opinion.at, _said(fact)


def _first(steps: tuple[Step, ...], *wanted: Stage) -> Step | None:
    return next((step for step in steps if step.stage in wanted), None)


def _verdict(steps: tuple[Step, ...]) -> bool | None:
    """Whether a person let the interviewed candidate pass; None while nobody has decided."""
    if _first(steps, Stage.PASSED):
        return True
    return False if _first(steps, Stage.REJECTED) else None


def _journey(steps: tuple[Step, ...]) -> Counts:
    places = [BOARD.index(step.stage) for step in steps if step.stage in BOARD]
    furthest = BOARD[max(places, default=0)].value
    ended = steps[-1].stage not in BOARD
    return {f"f|{furthest}": 1, **({f"e|{furthest}": 1} if ended else {})}


def _moves(steps: tuple[Step, ...]) -> Iterator[tuple[str, Step, Counts]]:
    """Stays that ended, stretches that were completed, and whose hand moved what."""
    for before, after in pairwise(steps):
        if before.stage in BOARD:
            yield TIMES, after, {f"{before.stage.value}|{_minutes(before, after)}": 1}
    for name, first, ends in STRETCHES:
        start, end = _first(steps, first), _first(steps, *ends)
        if start is not None and end is not None:
            yield TIMES, end, {f"{name}|{_minutes(start, end)}": 1}
    for step in steps:
        if step.stage in HANDS and step.by:
            yield WORK, step, {f"{step.by}|{step.stage.value}": 1}


def _minutes(first: Step, last: Step) -> int:
    passed = datetime.fromisoformat(last.at) - datetime.fromisoformat(first.at)
    return bin_of(passed.total_seconds() / 60)


def _scored(fact: Fact) -> Counts:
    counts: Counter[str] = Counter()
    if fact.composite is not None:
        hundredths = round(fact.composite * 100)
        cut = round(fact.cut * 100)
        counts.update(noted("c", fact.composite))
        counts[f"b|{hundredths // 10}"] += 1
        counts[f"k|{cut}|n"] += 1
        counts[f"k|{cut}|r"] += int(hundredths >= cut)
    known = {key: score for key, score in fact.scores.items() if score is not None}
    counts["i"] += int(bool(known))
    for key, score in known.items():
        counts.update(noted(f"d|{key}", score))
        others = [value for name, value in known.items() if name != key]
        if others:
            counts.update(noted(f"g|{key}", score - mean(others)))
    return dict(counts)


def _said(fact: Fact) -> Counts:
    said = fact.opinion
    if said is None:
        return {}
    given = {
        name: getattr(said, name) for name in ("overall", "transparent", "timely", "objective")
    }
    counts = {f"{name}|{value}": 1 for name, value in given.items() if value is not None}
    return {"n": 1, **counts}


def steps_of(history: list[dict[str, Any]]) -> tuple[Step, ...]:
    """An application's history as steps; an entry without a moment has that of the one before."""
    found: list[Step] = []
    for entry in history:
        at = entry.get("at") or (found[-1].at if found else "1970-01-01T00:00:00Z")
        found.append(Step(Stage(entry["stage"]), at, entry.get("by", "")))
    return tuple(found)


def finite(value: float | None) -> float | None:
    """A figure, or None for what is no number."""
    return None if value is None or not math.isfinite(value) else float(value)

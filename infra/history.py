"""Last year's cohort of an invented company: past interviews and the work that followed, as CSV.

Everything is drawn by a seeded generator from a world whose truth is known, and goes in through the
same imports that a company's own files use. No figure is about a real person.
"""

import csv
import io
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np

from chalicelib.appraisal.imports import KPI_COLUMNS
from chalicelib.appraisal.kpis import KPIS, family_kpis
from chalicelib.calibration import simulator
from chalicelib.calibration.effect import composite_of
from chalicelib.calibration.history import COLUMNS
from chalicelib.interviewing.competencies import CompetencyModel
from chalicelib.interviewing.library import starting_model
from infra import seed as company

FAMILY = "retail-sales"
APPLICANTS = 400
RATING_COLUMNS = ("employee_number", "rating", "comment")
SEED = 2026
#: How long ago the cycle ended when the company plays its journey.
DAYS_SINCE = 7
#: What the dimensions are truly worth in this world, where the starting weights say otherwise.
TRUE_SLOPES = {
    "customer_need_discovery": 0.06,
    "stress_tolerance": 0.06,
    "communication": 0.0,
    "teamwork": 0.30,
    "learning": 0.30,
}
#: Mean and SD of each KPI among employees, in its unit.
LEVELS = {
    "sales_growth": (8.0, 6.0),
    "customer_satisfaction": (82.0, 5.0),
    "revenue_per_shift": (5200.0, 900.0),
    "complaint_rate": (9.0, 2.5),
}
#: How far an indicator follows true performance (correlation).
FAITHFULNESS = 0.70
MISSING_SHARE = 0.04
LEAVER_SHARE = 0.04
INTAKE_DAYS, CYCLE_DAYS = 90, 182
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = "芳伟敏静磊洋艳勇杰娟涛明超秀兰霞平刚桂英鑫浩宇欣怡子涵梓萱晨曦嘉琪思远"


@dataclass(frozen=True)
class PastCohort:
    """The files of one year and the appraisal cycle they belong to.

    `leavers` are the numbers of those who left before the cycle ended: listed, but not rated.
    """

    job_family: str
    history_csv: bytes
    kpis_csv: bytes
    ratings_csv: bytes
    leavers: tuple[str, ...]
    starts_on: date
    ends_on: date


@dataclass(frozen=True)
class Generated:
    """The same in the form that the public API takes: CSV text, ratings as plain rows."""

    history_csv: str
    kpis_csv: str
    ratings: list[dict[str, Any]]
    leavers: tuple[str, ...]
    starts_on: date
    ends_on: date


@dataclass(frozen=True)
class _Draw:
    """One year of people in numbers; arrays of length n, ratings (n, p)."""

    model: CompetencyModel
    people: simulator.Drawn
    ratings: simulator.Floats
    generator: np.random.Generator


def past_cohort(stores: Sequence[str], first_day: date, seed: int = SEED) -> PastCohort:
    """Invent last year's applicants, hire three in five of them, and appraise those six months on.

    Parameters
    ----------
    stores : store numbers, over which people are spread.
    first_day : when the intake of 90 days began; the cycle of 182 days follows it.
    seed : the same arguments always give the same bytes.
    """
    drawn = _draw(seed)
    hired = np.flatnonzero(drawn.people.hired)
    numbers = {int(place): f"E{count:05d}" for count, place in enumerate(hired, start=1)}
    left = drawn.generator.random(len(hired)) < LEAVER_SHARE
    leavers = tuple(numbers[int(place)] for place in hired[left])
    stayed = [int(place) for place in hired[~left]]
    starts_on = first_day + timedelta(days=INTAKE_DAYS + 1)
    return PastCohort(
        FAMILY,
        _csv(_history_header(drawn.model), _history(drawn, numbers, stores, first_day)),
        _csv(KPI_COLUMNS, _kpis(drawn, stayed, numbers)),
        _csv(RATING_COLUMNS, _ratings(drawn, stayed, numbers)),
        leavers,
        starts_on,
        starts_on + timedelta(days=CYCLE_DAYS),
    )


def _draw(seed: int) -> _Draw:
    model = starting_model(FAMILY)
    world = simulator.World(
        tuple(TRUE_SLOPES[item.key] for item in model.dimensions),
        intercorrelation=0.15,
        weights=tuple(float(item.weight) for item in model.dimensions),
        hired_share=0.60,
    ).scaled(0.53)
    people = simulator.draw(world, APPLICANTS, seed)
    ratings = np.clip(np.round(3.95 + 0.55 * people.scores, 1), 1.0, 5.0)
    return _Draw(model, people, ratings, np.random.default_rng([seed, 1]))


def _history_header(model: CompetencyModel) -> tuple[str, ...]:
    return (*COLUMNS, *(item.key for item in model.dimensions))


def _history(
    drawn: _Draw, numbers: dict[int, str], stores: Sequence[str], first_day: date
) -> Iterable[list[object]]:
    weights = {item.key: float(item.weight) for item in drawn.model.dimensions}
    for place in range(APPLICANTS):
        ratings = [float(rating) for rating in drawn.ratings[place]]
        day = first_day + timedelta(days=int(drawn.generator.integers(INTAKE_DAYS)))
        hired = place in numbers
        yield [
            f"P{place + 1:05d}",
            _name(drawn.generator),
            numbers.get(place, ""),
            stores[place % len(stores)],
            FAMILY,
            drawn.model.version,
            "y" if hired else "n",
            day.isoformat() if hired else "",
            composite_of(dict(zip(weights, ratings, strict=True)), weights),
            *ratings,
        ]


def _name(generator: np.random.Generator) -> str:
    given = generator.choice(list(GIVEN), size=int(generator.integers(1, 3)))
    return str(generator.choice(list(SURNAMES))) + "".join(str(each) for each in given)


def _kpis(drawn: _Draw, stayed: list[int], numbers: dict[int, str]) -> Iterable[list[object]]:
    for key in family_kpis(FAMILY):
        kpi, (middle, spread) = KPIS[key], LEVELS[key]
        shown = _follow(drawn, stayed)
        missing = drawn.generator.random(len(stayed)) < MISSING_SHARE
        for place, figure, absent in zip(stayed, shown, missing, strict=True):
            value = np.clip(middle + kpi.sign * spread * figure, kpi.low, kpi.high)
            if not absent:
                yield [numbers[place], key, round(float(value), 2), kpi.unit]


def _ratings(drawn: _Draw, stayed: list[int], numbers: dict[int, str]) -> Iterable[list[object]]:
    for place, figure in zip(stayed, _follow(drawn, stayed), strict=True):
        yield [numbers[place], int(np.clip(round(3.2 + 0.9 * float(figure)), 1, 5)), ""]


def _follow(drawn: _Draw, stayed: list[int]) -> simulator.Floats:
    """True performance seen through an imperfect indicator, in SD units."""
    noise = drawn.generator.standard_normal(len(stayed)) * np.sqrt(1 - FAITHFULNESS**2)
    return np.asarray(FAITHFULNESS * drawn.people.performance[stayed] + noise)


def _csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def generate(today: date, seed: int = SEED) -> Generated:
    """The demonstration company's last year: its own stores, a cycle that ended a week ago."""
    first_day = today - timedelta(days=INTAKE_DAYS + 1 + CYCLE_DAYS + DAYS_SINCE)
    made = past_cohort([row["store_id"] for row in company.stores()], first_day, seed)
    rows = csv.DictReader(io.StringIO(made.ratings_csv.decode("utf-8-sig")))
    return Generated(
        made.history_csv.decode("utf-8-sig"),
        made.kpis_csv.decode("utf-8-sig"),
        [row | {"rating": int(row["rating"])} for row in rows],
        made.leavers,
        made.starts_on,
        made.ends_on,
    )


def main(folder: str, first_day: str) -> None:
    """Write the three files into a folder."""
    made = past_cohort([f"S{n:03d}" for n in range(1, 501)], date.fromisoformat(first_day))
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    for name in ("history", "kpis", "ratings"):
        (target / f"{name}.csv").write_bytes(getattr(made, f"{name}_csv"))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])

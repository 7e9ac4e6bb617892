"""An invented company of any number of applications a year, drawn by a seeded generator."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random

from chalicelib.analytics.counting.facts import Fact, Opinion, Place, Step
from chalicelib.records.stages import Stage

STORES, REGIONS, FAMILIES, REQUISITIONS, COLLEAGUES = 500, 8, 10, 300, 60
SOURCES = ("direct", "referral", "job-board", "campus", "agency", "walk-in", "upload")
DIMENSIONS = ("communication", "teamwork", "learning", "stress_tolerance", "need_discovery")
SEED = 2026
BEGIN, DAYS = datetime(2026, 1, 5, tzinfo=UTC), 364
PATH = (
    Stage.APPLIED, Stage.SCREENED, Stage.INVITED, Stage.INTERVIEWING, Stage.INTERVIEWED,
    Stage.PASSED, Stage.BACKGROUND_CHECK, Stage.PRE_HIRE, Stage.OFFERED, Stage.ONBOARDING,
    Stage.HIRED,
)  # fmt: skip
#: Share that goes on from each stage, and the mean hours it stays there.
GOES_ON = (0.95, 0.75, 0.8, 0.97, 0.35, 0.97, 0.97, 0.9, 0.85, 0.97)
HOURS = (2, 30, 60, 1, 48, 4, 72, 24, 60, 150)


def applications(number: int, seed: int = SEED) -> Iterator[tuple[str, Fact]]:
    """That many applications, each as it stands at the year's end."""
    draw = Random(seed)
    for name in range(number):
        yield f"p{name:07d}-a", _one(draw)


def _one(draw: Random) -> Fact:
    requisition = int(REQUISITIONS * draw.random() ** 1.5)
    store = (requisition * 7 + int(12 * draw.random() ** 2) * 41) % STORES
    place = Place(
        f"REQ-{requisition:04d}", f"family-{requisition % FAMILIES}", f"S{store:04d}",
        f"region-{store % REGIONS}", SOURCES[int(len(SOURCES) * draw.random() ** 2)],
    )  # fmt: skip
    at = BEGIN + timedelta(minutes=draw.random() * DAYS * 1440)
    steps = [Step(PATH[0], _iso(at))]
    for stage, on, hours in zip(PATH[1:], GOES_ON, HOURS, strict=True):
        at += timedelta(hours=draw.expovariate(1 / hours))
        by = f"user-{int(COLLEAGUES * draw.random() ** 1.5):02d}"
        if draw.random() > on:
            steps.append(Step(Stage.REJECTED, _iso(at), by))
            break
        steps.append(Step(stage, _iso(at), by))
    return _measured(draw, place, tuple(steps))


def _measured(draw: Random, place: Place, steps: tuple[Step, ...]) -> Fact:
    if len(steps) < 6:
        return Fact(place, steps)
    skill = draw.gauss(72, 9)
    scores = {key: _score(skill + draw.gauss(-2 * n, 8)) for n, key in enumerate(DIMENSIONS)}
    composite = round(sum(scores.values()) / len(scores), 2)
    hired = steps[-1].stage is Stage.HIRED
    said = draw.random() < 0.2
    mark = draw.choice((2, 3, 4, 4, 5))
    return Fact(
        place, steps, 80.0, composite, scores,
        Opinion(steps[-1].at, mark, mark, draw.randint(1, 5), mark) if said else None,
        draw.gauss((skill - 72) / 20, 1) if hired else None,
    )  # fmt: skip


def _score(value: float) -> float:
    return round(min(100.0, max(0.0, value)), 2)


def _iso(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")

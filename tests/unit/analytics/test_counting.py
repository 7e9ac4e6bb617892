"""What an application counts, and that cells hold exactly that, whatever happened on the way."""

import itertools
import random
from collections import defaultdict
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from chalicelib.analytics.counting import cells as where
from chalicelib.analytics.counting import figures
from chalicelib.analytics.counting.contribution import (
    FLOW,
    OUTCOMES,
    PASSES,
    SCORES,
    TIMES,
    WORK,
    Contribution,
    contribution,
    steps_of,
    week_of,
)
from chalicelib.analytics.counting.facts import Fact, Opinion, Place, Step
from chalicelib.analytics.counting.sums import added, moments, noted, packed, unpacked
from chalicelib.analytics.rows import Decided, Filters, Journeys
from chalicelib.foundation.statistics import deviation, mean, mean_interval
from chalicelib.records.stages import MOVES, Stage
from tests.unit.analytics import cases

S = Stage
START = datetime.fromisoformat("2026-03-02T08:00:00+00:00")
PLACES = [
    Place(f"REQ-{family}{number}", family, store, region, source)
    for family, (number, (store, region)), source in itertools.product(
        ("sales", "kitchen"),
        enumerate((("S1", "east"), ("S2", "east"), ("S3", "west"), ("", ""))),
        ("direct", "ref/erral#1"),
    )
]


def steps(*stages: Stage, hours: float = 24, by: str = "user-a") -> tuple[Step, ...]:
    return tuple(
        Step(stage, (START + timedelta(hours=hours * place)).isoformat(), by)
        for place, stage in enumerate(stages)
    )


def history(draw: random.Random) -> list[Fact]:
    """An application's facts from its first day on, each a lawful move after the one before."""
    place, at = draw.choice(PLACES), START + timedelta(hours=draw.randrange(2000))
    path = [Step(S.APPLIED, at.isoformat(), "")]
    found = [Fact(place, tuple(path))]
    while MOVES[path[-1].stage] and draw.random() < 0.9:
        at += timedelta(minutes=draw.randrange(1, 20_000))
        stage = draw.choice(sorted(MOVES[path[-1].stage]))
        path.append(Step(stage, at.isoformat(), draw.choice(("user-a", "user-b", "system"))))
        found.append(replace(found[-1], steps=tuple(path)))
        if stage is S.INTERVIEWED:
            scores = {key: round(draw.uniform(0, 100), 2) for key in ("learning", "teamwork")}
            composite = round(mean(list(scores.values())), 2)
            found[-1] = replace(found[-1], composite=composite, scores=scores)
        if draw.random() < 0.1:  # it turns out to have come by another way
            found.append(replace(found[-1], place=draw.choice(PLACES)))
    if draw.random() < 0.3:
        found.append(replace(found[-1], opinion=Opinion(at.isoformat(), draw.randint(1, 5), 3)))
    if path[-1].stage is S.HIRED:
        found.append(replace(found[-1], outcome=draw.gauss(0, 1)))
    return found


class Store:
    """Cells and what of each application is in them, as the service keeps both."""

    def __init__(self) -> None:
        self.cells: dict[where.Key, dict[str, int]] = defaultdict(dict)
        self.counted: dict[str, Contribution] = {}

    def keep(self, name: str, fact: Fact, most: int = 500) -> None:
        after = contribution(fact)
        while True:
            before = self.counted.get(name)
            aim = where.step_towards(before, after, most)
            more = where.difference(before, aim)
            assert len(more) <= most
            if not more:
                return
            for key, counts in more.items():
                self.cells[key] = added(self.cells[key], counts)
            self.counted[name] = aim

    def filled(self) -> dict[where.Key, dict[str, int]]:
        return {key: counts for key, counts in self.cells.items() if counts}


@pytest.mark.parametrize("seed", range(12))
def test_cells_are_exact_under_events_that_come_twice_late_or_not_at_all(seed: int):
    draw = random.Random(seed)
    lives = {f"a{number}": history(draw) for number in range(30)}
    latest: dict[str, int] = dict.fromkeys(lives, 0)
    kept = Store()
    events = [(name, place) for name, life in lives.items() for place in range(len(life))]
    draw.shuffle(events)
    for name, place in [*events, *draw.sample(events, len(events) // 2)]:
        if draw.random() < 0.3:
            continue  # lost
        # An event only says where to look: what is counted is the record as it stands.
        latest[name] = max(latest[name], place)
        kept.keep(name, lives[name][latest[name]])
    for name, life in lives.items():
        kept.keep(name, life[-1])

    assert kept.filled() == cases.counted([life[-1] for life in lives.values()])


@pytest.mark.parametrize("most", [10, 25, 60])
def test_a_long_history_reaches_its_cells_in_steps_that_a_transaction_can_take(most: int):
    draw = random.Random(7)
    whole = max((history(draw) for _ in range(200)), key=lambda life: len(life[-1].steps))
    kept = Store()

    for fact in (whole[0], whole[-1], replace(whole[-1], place=PLACES[0]), whole[-1]):
        kept.keep("a", fact, most)

    assert kept.filled() == cases.counted([whole[-1]])


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"job_family": "sales"},
        {"region": "east"},
        {"store_id": "S1"},
        {"source": "ref/erral#1"},
        {"requisition_id": "REQ-sales1"},
        {"job_family": "kitchen", "region": "east", "source": "direct"},
        {"job_family": "kitchen", "store_id": "S3"},
        {"requisition_id": "REQ-sales1", "store_id": "S2", "source": "direct"},
        {"requisition_id": "REQ-sales1", "region": "west"},
        {"requisition_id": "REQ-sales1", "job_family": "kitchen"},
        {"region": "west", "store_id": "S1"},
        {"requisition_id": "REQ-sales3", "region": "east"},
    ],
)
def test_any_filter_is_answered_by_one_partition_and_counts_whom_it_should(asked: dict[str, str]):
    draw = random.Random(5)
    facts = [history(draw)[-1] for _ in range(300)]
    wanted = [f for f in facts if all(getattr(f.place, k) == v for k, v in asked.items())]

    for sheet in (SCORES, PASSES, FLOW, TIMES, WORK, OUTCOMES):
        found = figures.total(cases.cells(facts, sheet, Filters(**asked)))
        expected = figures.total(cases.cells(wanted, sheet))
        assert found == expected


def test_a_period_counts_whole_weeks_from_monday_to_sunday():
    facts = [
        cases.fact(composite=float(day), steps=_interviewed(START + timedelta(days=day)))
        for day in range(28)
    ]

    def n(**asked: str) -> int:
        return figures.scores(cases.cells(facts, SCORES, Filters(**asked))).n

    assert n() == 28
    assert n(since="2026-03-11", until="2026-03-11") == 7
    assert n(since="2026-03-08") == 28
    assert n(since="2026-03-09") == 21
    assert n(until="2026-03-09") == 14
    assert week_of("2026-03-08T23:59:59.000000Z") == "2026-03-02"


def _interviewed(at: datetime) -> tuple[Step, ...]:
    return (Step(S.APPLIED, START.isoformat()), Step(S.INTERVIEWED, at.isoformat()))


def test_decisions_are_listed_by_every_place():
    facts = [
        cases.fact(place=place, steps=steps(S.APPLIED, S.INTERVIEWED, S.PASSED))
        for place in PLACES[:2]
    ]
    facts.append(cases.fact(place=PLACES[2], steps=steps(S.APPLIED, S.INTERVIEWED, S.REJECTED)))
    facts.append(cases.fact(place=PLACES[2], steps=steps(S.APPLIED, S.INTERVIEWED)))
    found = cases.cells(facts, PASSES)

    def by(place: str) -> list[Decided]:
        return list(figures.decided(found, place, {}))

    assert [(row.key, row.passed, row.n) for row in by("store_id")] == [("S1", 2, 2), ("S2", 0, 1)]
    assert [(row.key, row.passed, row.n) for row in by("region")] == [("east", 2, 3)]
    assert [(row.key, row.passed, row.n) for row in by("source")] == [
        ("direct", 1, 2),
        ("ref/erral#1", 1, 1),
    ]
    assert by("requisition_id")[0].n == 2


def test_a_journey_counts_the_furthest_stage_and_whether_it_ended():
    paths = (
        (S.APPLIED, S.SCREENED, S.INVITED, S.INTERVIEWED, S.WITHDRAWN),
        (S.APPLIED,),
        (S.APPLIED, S.SCREENED, S.REJECTED),
    )
    facts = [cases.fact(steps=steps(*path)) for path in paths]

    assert figures.journeys(cases.cells(facts, FLOW)) == (
        Journeys(S.APPLIED, 1, 0),
        Journeys(S.SCREENED, 1, 1),
        Journeys(S.INTERVIEWED, 1, 1),
    )


def test_known_durations_of_stages_come_out_exactly():
    path = (S.APPLIED, S.SCREENED, S.INVITED, S.INTERVIEWED, S.PASSED, S.HIRED)
    facts = [cases.fact(steps=steps(*path, hours=h)) for h in (2, 24, 48)]

    found = figures.stays(cases.cells(facts, TIMES), ("applied", "interviewed", "decision", "hire"))

    middle = {row.name: row.took.quantile(0.5) / 60 for row in found}
    assert middle == {"applied": 24, "interviewed": 24, "decision": 96, "hire": 120}
    assert {row.took.n for row in found} == {3}


def test_what_a_named_colleague_moved_counts_and_what_the_system_did_does_not():
    path = (S.APPLIED, S.SCREENED, S.INVITED, S.INTERVIEWED, S.PASSED, S.REJECTED)
    facts = [cases.fact(steps=steps(*path, by=by)) for by in ("user-a", "user-a", "system")]

    (found,) = figures.hands(cases.cells(facts, WORK), {"user-a": "Li Na", "user-b": "Wang"})

    assert (found.label, found.invited, found.decided, found.offered) == ("Li Na", 2, 4, 0)


def test_what_was_not_measured_counts_in_no_mean():
    found = cases.dimensions({"learning": None, "teamwork": 50.0}, {"learning": None})

    assert [(each.dimension, each.scores.n) for each in found.sums] == [("teamwork", 1)]
    assert found.interviews == 1
    assert cases.scored().n == 0


def test_a_composite_stands_beside_the_cut_score_of_its_own_requisition():
    facts = [cases.fact(composite=76.0, cut=75), cases.fact(composite=76.0, cut=80.5)]

    found = figures.scores(cases.cells(facts, SCORES))

    assert found.reached == {75.0: (1, 1), 80.5: (0, 1)}


def test_moments_are_those_of_the_values():
    values = [61.25, 70.0, 88.88, 99.99, 12.5]
    found = moments(added(*(noted("x", value) for value in values)), "x")

    assert found.mean == pytest.approx(mean(values), abs=1e-12)
    assert found.deviation == pytest.approx(deviation(values), abs=1e-9)
    assert found.interval() == pytest.approx(mean_interval(values), abs=1e-9)


def test_counts_are_stored_without_loss_and_alike_in_any_order():
    assert unpacked(packed({"b|799": 3, "店": 1})) == {"b|799": 3, "店": 1}
    assert packed({"a": 1, "b": 2}) == packed({"b": 2, "a": 1})


def test_a_contribution_survives_being_stored():
    what = contribution(history(random.Random(1))[-1])

    assert Contribution.of(what.plain()) == what


def test_a_history_without_moments_is_read_and_counts():
    found = steps_of([{"stage": "applied", "at": START.isoformat()}, {"stage": "screened"}])

    assert [step.at for step in found] == [START.isoformat()] * 2

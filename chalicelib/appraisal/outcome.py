"""What a locked cycle says about each person it lists."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from chalicelib.appraisal import tenure
from chalicelib.appraisal.criterion import Criterion, columns, criteria
from chalicelib.appraisal.cycle import Entry
from chalicelib.appraisal.kpis import Kpi, Reading, starting_kpis
from chalicelib.appraisal.reliability import Reliability, alpha, inter_rater, split_half
from chalicelib.foundation.statistics import mean


@dataclass(frozen=True)
class Post:
    """Where and since when somebody works: ISO dates, `left_on` empty for somebody in post."""

    store_id: str = ""
    hired_on: str = ""
    left_on: str = ""
    leaving: str = ""


@dataclass(frozen=True)
class Outcome:
    """One person's work in one cycle.

    `score` is in SD units, stores set level (None: too little measured), `indicators` likewise,
    `rating` 1–5. A rating by somebody who could see interview scores is kept but does not count.
    `research` is the mean 1–5 of the research form over `research_raters` blind raters; it stands
    apart from the pay appraisal and is no part of `score`. `months` counts whole months in post by
    the end of the cycle, `window` is 12, 6 or 0 of them; `retained` says whether the person was in
    post 6 and 12 months after the hire, None where that day is still to come. `revision` is 1 for
    what was locked, more after an appeal.
    """

    person_id: str
    employee_number: str
    rating: int | None
    excused: str
    contaminated: bool
    score: float | None
    indicators: dict[str, float]
    expected_indicators: int
    research: float | None = None
    research_raters: int = 0
    store_id: str = ""
    months: int = 0
    window: int = 0
    left_on: str = ""
    leaving: str = ""
    retained: dict[int, bool | None] = field(default_factory=dict)
    revision: int = 1


@dataclass(frozen=True)
class Material:
    """What a cycle rests on: who is listed, what was entered, measured, and where they work.

    `listed` maps employee number to person id; `entries` and `posts` go by person id; `readings`
    are in their KPIs' units; `ends_on` is the cycle's last day, ISO.
    """

    kpis: Sequence[Kpi]
    listed: Mapping[str, str]
    entries: Mapping[str, Entry]
    readings: Sequence[Reading]
    posts: Mapping[str, Post] = field(default_factory=dict)
    ends_on: str = ""

    @property
    def stores(self) -> dict[str, str]:
        """Person → store."""
        return {person: post.store_id for person, post in self.posts.items()}

    @property
    def ratings(self) -> dict[str, float]:
        """The ratings that count: given, and by somebody who could not see the scores."""
        return {
            person: float(entry.rating)
            for person, entry in sorted(self.entries.items())
            if entry.rating is not None and not entry.contaminated
        }


def outcomes(
    job_family: str,
    listed: Mapping[str, str],
    entries: Mapping[str, Entry],
    readings: Sequence[Reading],
) -> tuple[Outcome, ...]:
    """Outcomes by the product's own KPIs of a family, without stores. See `of_material`."""
    return of_material(Material(starting_kpis(job_family), listed, entries, readings))


def of_material(material: Material) -> tuple[Outcome, ...]:
    """Outcomes of everyone listed, by employee number.

    Returns
    -------
    One `Outcome` per listed person; the excused have no score. Somebody who left keeps the score
    of what was measured of them, beside the day and the reason of leaving.
    """
    numbers = sorted(material.listed)
    people = [material.listed[number] for number in numbers]
    at_work = [each for each in people if not material.entries.get(each, Entry()).excuse]
    present = set(at_work)
    measured = [reading for reading in material.readings if reading.person_id in present]
    rows = criteria(material.kpis, at_work, measured, material.ratings, material.stores)
    found = {each.person_id: each for each in rows}
    return tuple(
        _outcome(material, number, person, found.get(person))
        for number, person in zip(numbers, people, strict=True)
    )


def _outcome(material: Material, number: str, person: str, one: Criterion | None) -> Outcome:
    entry = material.entries.get(person, Entry())
    post = material.posts.get(person, Post())
    months, window, retained = _in_post(post, person, material.ends_on)
    return Outcome(
        person,
        number,
        entry.rating,
        entry.excuse,
        entry.contaminated,
        round(one.score, 6) if one and one.score is not None else None,
        {key: round(value, 6) for key, value in one.indicators.items()} if one else {},
        one.expected if one else 0,
        research=round(mean(entry.research), 6) if entry.research else None,
        research_raters=len(entry.research),
        store_id=post.store_id,
        months=months,
        window=window,
        left_on=post.left_on,
        leaving=post.leaving,
        retained=retained,
    )


def _in_post(post: Post, person: str, ends_on: str) -> tuple[int, int, dict[int, bool | None]]:
    if not post.hired_on or not ends_on:
        return 0, 0, {}
    months, window = tenure.window(post.hired_on, post.left_on, ends_on)
    found = tenure.retention(person, post.hired_on, post.left_on, post.leaving, as_of=ends_on)
    return months, window, found.retained


def reliabilities(material: Material) -> tuple[Reliability, ...]:
    """How reliable the criterion is: across indicators, across raters, across months.

    Returns
    -------
    alpha (the criterion's own indicators), inter-rater (research ratings of people with two blind
    raters or more), split-half (KPIs of odd against even months).
    """
    found = criteria(
        material.kpis,
        list(material.listed.values()),
        material.readings,
        material.ratings,
        material.stores,
    )
    raters = [entry.research for entry in material.entries.values()]
    return (
        alpha([each.indicators for each in found if each.indicators]),
        inter_rater(raters),
        _halves(material),
    )


def _halves(material: Material) -> Reliability:
    odd = _half(material, 1)
    even = _half(material, 0)
    both = sorted(odd.keys() & even.keys())
    months = [float(len(reading.months)) for reading in material.readings if reading.months]
    return split_half([(odd[who], even[who]) for who in both], mean(months) if months else 0.0)


def _half(material: Material, parity: int) -> dict[str, float]:
    """Person → mean z of the KPIs over the odd (1) or even (0) calendar months."""
    halves = []
    for reading in material.readings:
        own = [v for month, v in reading.months.items() if int(month[-2:]) % 2 == parity]
        if own:
            halves.append(Reading(reading.person_id, reading.kpi, mean(own)))
    found: dict[str, list[float]] = {}
    for values in columns(material.kpis, halves, material.stores).values():
        for person, z in values.items():
            found.setdefault(person, []).append(z)
    return {person: mean(values) for person, values in found.items()}

"""What a locked cycle says about each person it lists."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from chalicelib.appraisal.cycle import Entry
from chalicelib.appraisal.kpis import Reading, criteria


@dataclass(frozen=True)
class Outcome:
    """One person's work in one cycle.

    `score` is in SD units of the cycle (None: too little measured), `indicators` likewise, `rating`
    1–5. A rating by somebody who could see interview scores is kept but does not count.
    """

    person_id: str
    employee_number: str
    rating: int | None
    excused: str
    contaminated: bool
    score: float | None
    indicators: dict[str, float]
    expected_indicators: int


def outcomes(
    job_family: str,
    listed: Mapping[str, str],
    entries: Mapping[str, Entry],
    readings: Sequence[Reading],
) -> tuple[Outcome, ...]:
    """Outcomes of everyone listed, by employee number.

    Parameters
    ----------
    job_family : whose KPIs make the criterion.
    listed : employee number → person id.
    entries : ratings and excuses by person id.
    readings : KPI values in their units.

    Returns
    -------
    One `Outcome` per listed person; the excused have no score.
    """
    numbers = sorted(listed)
    people = [listed[number] for number in numbers]
    at_work = [person for person in people if not entries.get(person, Entry()).excuse]
    counted = {
        person: entry.rating
        for person, entry in sorted(entries.items())
        if entry.rating is not None and not entry.contaminated
    }
    present = set(at_work)
    measured = [reading for reading in readings if reading.person_id in present]
    found = {each.person_id: each for each in criteria(job_family, at_work, measured, counted)}
    answer = []
    for number, person in zip(numbers, people, strict=True):
        entry, one = entries.get(person, Entry()), found.get(person)
        answer.append(
            Outcome(
                person,
                number,
                entry.rating,
                entry.excuse,
                entry.contaminated,
                round(one.score, 6) if one and one.score is not None else None,
                {key: round(value, 6) for key, value in one.indicators.items()} if one else {},
                one.expected if one else 0,
            )
        )
    return tuple(answer)

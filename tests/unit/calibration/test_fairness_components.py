"""The whole first, then its components: where a planted disadvantage arises, and where not."""

import pytest

from chalicelib.calibration.fairness.components import (
    DECISION,
    INTERVIEW,
    SCREENING,
    WHOLE,
    Passage,
    drill_down,
    gap_of,
)
from chalicelib.calibration.fairness.impact import Verdict


def way(sex: str, screened: bool, interviewed: bool | None, chosen: bool | None, score=None):
    steps = {SCREENING: screened, INTERVIEW: interviewed, DECISION: chosen}
    steps[WHOLE] = bool(screened and interviewed and chosen)
    return Passage({"sex": sex}, steps, {} if score is None else {"teamwork": score})


def company(women_screened: int) -> list[Passage]:
    """100 men, 100 women; 80 men pass screening; of those half pass the rest, women alike."""
    rows = []
    for sex, screened in (("male", 80), ("female", women_screened)):
        for place in range(100):
            through = place < screened
            good = place % 2 == 0 if through else None
            rows.append(way(sex, through, good, good, 80.0 if good else 40.0 + place / 10))
    return rows


def line(component, group="female"):
    return next(each for each in component.groups if each.group == group)


def test_a_disadvantage_planted_in_screening_is_found_there_and_not_later():
    found = drill_down(company(40), "sex", 60.0)
    by_key = {each.key: each for each in found.components}

    assert found.failed
    assert line(found.whole).verdict is Verdict.BELOW_PROVEN
    assert line(found.whole).ratio == pytest.approx(0.5, abs=1e-9)
    assert line(by_key[SCREENING]).ratio == pytest.approx(0.5, abs=1e-9)
    assert line(by_key[SCREENING]).verdict is Verdict.BELOW_PROVEN
    assert line(by_key[INTERVIEW]).ratio == pytest.approx(1.0, abs=1e-9)
    assert not by_key[INTERVIEW].flagged
    assert [each.key for each in found.components] == [
        SCREENING,
        INTERVIEW,
        DECISION,
        "teamwork",
    ]


def test_when_the_whole_holds_no_component_is_opened():
    found = drill_down(company(80), "sex", 60.0)

    assert (found.failed, found.components) == (False, ())


def test_who_was_not_reached_by_a_component_does_not_count_for_it():
    found = drill_down(company(40), "sex", 60.0)
    interview = next(each for each in found.components if each.key == INTERVIEW)

    assert (line(interview).share.n, line(interview, "male").share.n) == (40, 80)


def test_a_dimension_tells_its_gap_in_standard_deviations():
    women = [50.0 + (place % 10) for place in range(60)]
    men = [55.0 + (place % 10) for place in range(60)]
    gap = gap_of(women, men)

    # Pooled SD √(60 · 8.25 / 59); small-sample factor 1 − 3 / (4 · 118 − 1).
    expected = -5 / (60 * 8.25 / 59) ** 0.5 * (1 - 3 / 471)
    half = 1.959963984540054 * (120 / 3600 + expected**2 / 240) ** 0.5
    assert gap is not None
    assert gap.value == pytest.approx(expected, abs=1e-9)
    assert (gap.low, gap.high) == pytest.approx((expected - half, expected + half), abs=1e-9)
    assert gap_of(women[:29], men) is None


def test_the_unknown_are_counted_in_the_whole_and_compared_with_nobody():
    rows = [*company(40), *(Passage({}, {WHOLE: True}) for _ in range(11))]
    found = drill_down(rows, "sex", 60.0)

    assert found.unknown == 11
    assert line(found.whole, "unknown").verdict is Verdict.UNKNOWN

import random

import pytest

from chalicelib.interviewing import raters

#: Shrout & Fleiss 1979, table 2: six subjects; judges 1 and 4, for whom the figures are below.
SHROUT = [(9, 8), (6, 2), (8, 8), (7, 6), (10, 9), (6, 7)]


def marks(severe: float = 0.0, noise: float = 0.0, n: int = 40) -> dict[str, dict[str, float]]:
    draw = random.Random(1)
    made = {}
    for number in range(n):
        level = 1.5 + 3 * number / n
        made[f"a{number}"] = {
            "mild": level + severe / 2 + draw.gauss(0, noise),
            "strict": level - severe / 2 + draw.gauss(0, noise),
        }
    return made


def test_a_severe_rater_is_found_and_their_severity_taken_off():
    found = {item.rater: item.points for item in raters.severities(marks(severe=1.0))}
    assert found == {"mild": 0.5, "strict": -0.5}
    worth = raters.worth(marks(severe=1.0))
    assert worth["a0"] == pytest.approx(1.5)


def test_severity_is_found_through_a_third_rater_who_shares_with_both():
    given = marks(severe=1.0, n=20)
    for number in range(20):
        own = given[f"a{number}"]
        middle = (own["mild"] + own["strict"]) / 2
        own.pop("mild" if number % 2 else "strict")
        own["third"] = middle
    found = {item.rater: item.points for item in raters.severities(given)}
    assert found["mild"] - found["strict"] == pytest.approx(1.0, abs=0.05)


def test_with_few_shared_answers_nobody_is_corrected():
    few = {key: given for key, given in list(marks(severe=2.0).items())[:4]}
    assert {item.points for item in raters.severities(few)} == {0.0}
    assert not any(item.corrected for item in raters.severities(few))


def test_icc_is_the_hand_computed_one():
    a, b = [x for x, _ in SHROUT], [y for _, y in SHROUT]
    n, whole = 6, (sum(a) + sum(b)) / 12
    means = [(x + y) / 2 for x, y in SHROUT]
    rows = 2 * sum((m - whole) ** 2 for m in means) / (n - 1)
    columns = n * ((sum(a) / n - whole) ** 2 + (sum(b) / n - whole) ** 2)
    total = sum((v - whole) ** 2 for v in (*a, *b))
    error = (total - rows * (n - 1) - columns) / (n - 1)
    wanted = (rows - error) / (rows + error + 2 * (columns - error) / n)
    assert raters.icc_two_way(SHROUT) == pytest.approx(wanted)


def test_raters_who_say_the_same_agree_fully_and_a_constant_gap_costs_agreement():
    same = raters.agreement(marks())
    assert same.icc == pytest.approx(1.0)
    assert same.kappa == pytest.approx(1.0)
    gap = raters.agreement(marks(severe=1.5))
    assert gap.icc is not None and gap.icc < 0.7


def test_an_interval_holds_its_figure_and_says_nothing_below_ten():
    found = raters.agreement(marks(noise=0.4))
    assert found.icc_interval is not None and found.icc is not None
    assert found.icc_interval[0] < found.icc < found.icc_interval[1]
    assert raters.agreement(marks(n=9)).icc_interval is None
    assert raters.agreement({}).icc is None


def test_the_figures_are_the_same_at_each_call():
    assert raters.agreement(marks(noise=0.4)) == raters.agreement(marks(noise=0.4))

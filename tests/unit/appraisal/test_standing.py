"""Figures set level between stores, as far as the stores tell anything of their own."""

import math
import random

import pytest

from chalicelib.appraisal.standing import centres, standardised


def world(stores: int, people: int, effect: float, seed: int) -> tuple[dict, dict, dict]:
    """True quality, figures with a store effect, and who works where."""
    draw = random.Random(seed)
    true, figures, places = {}, {}, {}
    for store in range(stores):
        lift = draw.gauss(0, effect)
        for n in range(people):
            who = f"{store}-{n}"
            true[who] = draw.gauss(0, 1)
            figures[who], places[who] = 100 + 10 * (true[who] + lift), f"S{store}"
    return true, figures, places


def correlation(a: dict, b: dict) -> float:
    keys = sorted(a)
    ma, mb = (sum(x[k] for k in keys) / len(keys) for x in (a, b))
    top = sum((a[k] - ma) * (b[k] - mb) for k in keys)
    return top / math.sqrt(
        sum((a[k] - ma) ** 2 for k in keys) * sum((b[k] - mb) ** 2 for k in keys)
    )


def test_without_stores_it_is_the_plain_z():
    assert standardised({"a": 1.0, "b": 2.0, "c": 3.0}, {}) == {"a": -1.0, "b": 0.0, "c": 1.0}


def test_a_strong_store_effect_is_taken_out():
    true, figures, places = world(20, 25, 2.0, 1)

    level, raw = standardised(figures, places), standardised(figures, {})

    assert correlation(true, level) > 0.97 > 0.6 > correlation(true, raw)


def test_without_a_store_effect_hardly_anything_is_taken_out():
    true, figures, places = world(20, 25, 0.0, 2)

    assert correlation(true, standardised(figures, places)) > 0.99
    assert max(each.weight for each in centres(figures, places).values()) < 0.5


def test_a_store_of_two_stands_against_the_whole_cycle():
    _, figures, places = world(10, 20, 2.0, 3)
    figures |= {"x": 130.0, "y": 131.0}
    places |= {"x": "tiny", "y": "tiny"}

    found = centres(figures, places)

    assert found["tiny"].weight == 0
    assert found["tiny"].middle == pytest.approx(sum(figures.values()) / len(figures))
    assert standardised(figures, places)["x"] > 0


def test_a_small_store_is_shrunk_more_than_a_large_one():
    _, figures, places = world(8, 40, 0.5, 4)
    small = {f"s{n}": 115.0 + n for n in range(3)}

    found = centres(figures | small, places | dict.fromkeys(small, "small"))

    assert found["small"].weight < found["S0"].weight < 1


def test_one_store_alone_is_the_whole_cycle():
    values = {"a": 1.0, "b": 2.0, "c": 3.0}

    assert standardised(values, dict.fromkeys(values, "S1")) == standardised(values, {})


def test_less_is_better_turns_the_sign():
    careful, careless = (standardised({"a": 1.0, "b": 9.0}, {}, -1)[who] for who in "ab")

    assert careful > 0 > careless


@pytest.mark.parametrize("values", [{}, {"a": 3.0}, {"a": 3.0, "b": 3.0}, {"a": 0.1, "b": 0.1}])
def test_what_does_not_vary_tells_nobody_apart(values):
    assert standardised(values, {}) == {}


def test_the_spread_is_that_within_stores_when_they_count_in_full():
    """Two far-apart stores of many: n - 2 in the divisor, as the one-way layout has it."""
    draw = random.Random(5)
    values = {f"{s}{n}": 1000.0 * s + draw.gauss(0, 1) for s in range(2) for n in range(200)}
    places = {who: who[0] for who in values}

    z = standardised(values, places)

    assert sum(v * v for v in z.values()) / (400 - 2) == pytest.approx(1.0, rel=1e-4)

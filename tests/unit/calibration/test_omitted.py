"""A planted quality that the interview does not cover is found; chance is not."""

import numpy as np
import pytest

from chalicelib.calibration.omitted import Cover, omitted


def world(seed, n=250, kind="plain", strength=0.0):
    """Six ratings explain part of the outcome; `teamwork` drives it by `strength`."""
    generator = np.random.default_rng(seed)
    ratings = np.clip(np.round(generator.normal(3.2, 0.7, (n, 6)), 1), 1, 5)
    stores = generator.integers(0, 40, n)
    noise = {
        "plain": generator.standard_normal(n),
        "skewed": generator.exponential(1.0, n),
        "uneven": generator.standard_normal(n) * (0.4 + np.abs(ratings[:, 0] - 3.2)),
        "stores": generator.standard_normal(n) + generator.standard_normal(40)[stores],
    }[kind]
    teamwork = generator.standard_normal(n)
    outcome = ratings @ np.array([0.4, 0.1, 0.1, 0.2, 0.1, 0.1]) + noise + strength * teamwork
    indicators = {
        "teamwork": 0.8 * teamwork + 0.6 * generator.standard_normal(n),
        "punctual": generator.standard_normal(n),
        "rated_alike": ratings[:, 0] + generator.standard_normal(n),
        "shop_traffic": generator.standard_normal(40)[stores] + generator.standard_normal(n),
    }
    return ratings, outcome, indicators, [str(store) for store in stores]


def related(found):
    return [each.indicator for each in found if each.verdict is Cover.UNCOVERED]


@pytest.mark.parametrize("kind", ["plain", "skewed", "uneven", "stores"])
def test_a_planted_dimension_is_found_and_nothing_else_most_of_the_time(kind):
    runs = 60
    found = [
        related(omitted(ratings, outcome, indicators, stores if kind == "stores" else None))
        for ratings, outcome, indicators, stores in (
            world(seed, kind=kind, strength=0.5) for seed in range(runs)
        )
    ]

    assert sum("teamwork" in names for names in found) >= 0.95 * runs


@pytest.mark.parametrize("kind", ["plain", "skewed", "uneven", "stores"])
def test_without_an_omitted_dimension_an_alarm_is_rare(kind):
    runs = 300
    alarms = sum(
        bool(related(omitted(ratings, outcome, indicators, stores if kind == "stores" else None)))
        for ratings, outcome, indicators, stores in (world(seed, kind=kind) for seed in range(runs))
    )

    assert alarms <= 0.05 * runs


def test_a_shared_store_alone_is_not_taken_for_a_quality_of_people():
    generator = np.random.default_rng(3)
    alarms = blind = 0
    for seed in range(60):
        ratings, outcome, indicators, stores = world(seed, kind="plain")
        shop = generator.standard_normal(40)[[int(store) for store in stores]]
        alike = {"shop_traffic": indicators["punctual"] + 2 * shop}
        alarms += bool(related(omitted(ratings, outcome + 2 * shop, alike, stores)))
        blind += bool(related(omitted(ratings, outcome + 2 * shop, alike)))

    assert alarms <= 5
    assert blind >= 50


def test_selecting_people_on_their_ratings_leaves_the_answer():
    ratings, outcome, indicators, _ = world(5, n=800, strength=0.5)
    chosen = ratings.mean(axis=1) >= np.quantile(ratings.mean(axis=1), 0.7)
    picked = {key: values[chosen] for key, values in indicators.items()}

    everyone = omitted(ratings, outcome, indicators)[0]
    hired = omitted(ratings[chosen], outcome[chosen], picked)[0]

    assert hired.low <= everyone.partial_r <= hired.high


def test_the_partial_correlation_equals_that_of_residuals():
    ratings, outcome, indicators, _ = world(6)
    design = np.column_stack([np.ones(len(outcome)), ratings])
    left = [y - design @ np.linalg.lstsq(design, y, rcond=None)[0]
            for y in (outcome, indicators["teamwork"])]  # fmt: skip

    found = omitted(ratings, outcome, indicators)[0]

    assert found.partial_r == pytest.approx(np.corrcoef(*left)[0, 1], abs=5e-5)


def test_the_robust_p_equals_the_hc3_formula_written_out():
    from scipy import stats

    ratings, outcome, indicators, _ = world(7, kind="uneven")
    x = np.column_stack([np.ones(len(outcome)), ratings, indicators["teamwork"]])
    bread = np.linalg.inv(x.T @ x)
    slopes = bread @ x.T @ outcome
    leverage = np.einsum("np,pq,nq->n", x, bread, x)
    error = (outcome - x @ slopes) / (1 - leverage)
    spread = np.sqrt((bread @ (x.T * error**2) @ x @ bread)[-1, -1])
    expected = 2 * stats.t.sf(abs(slopes[-1] / spread), len(outcome) - x.shape[1])

    found = omitted(ratings, outcome, {"teamwork": indicators["teamwork"]})[0]

    assert found.p == pytest.approx(expected, abs=1e-9)


def test_an_indicator_that_few_have_is_not_judged():
    ratings, outcome, indicators, _ = world(8, strength=0.5)
    indicators["teamwork"][60:] = np.nan

    found = omitted(ratings, outcome, indicators)[0]

    assert (found.verdict, found.partial_r, found.n) == (Cover.TOO_FEW, None, 60)


def test_an_indicator_that_does_not_vary_says_nothing():
    ratings, outcome, _, _ = world(9)

    found = omitted(ratings, outcome, {"constant": np.ones(len(outcome))})[0]

    assert found.verdict is Cover.TOO_FEW

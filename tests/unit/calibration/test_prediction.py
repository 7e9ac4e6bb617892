"""An interval of expected performance holds what it promises, or is not given."""

import numpy as np
import pytest

from chalicelib.calibration import prediction
from chalicelib.calibration.prediction import expect, fit
from chalicelib.calibration.track_record import track_record
from chalicelib.foundation.values import dump, load

NAMES = tuple("abcdef")


def world(seed, hires, kind="normal"):
    """Hires of the top 30 % by composite, in the order hired: ratings, outcomes, stores."""
    generator = np.random.default_rng(seed)
    alike = np.full((6, 6), 0.3) + 0.7 * np.eye(6)
    scores = generator.standard_normal((int(hires / 0.3), 6)) @ np.linalg.cholesky(alike).T
    composite = scores @ np.array([0.2, 0.15, 0.2, 0.15, 0.15, 0.15])
    scores = scores[composite >= np.sort(composite)[-hires]][:hires]
    stores = generator.integers(0, 60, hires)
    noise = {
        "normal": generator.standard_normal(hires),
        "skewed": generator.exponential(1.0, hires) - 1,
        "uneven": generator.standard_normal(hires) * (0.4 + 0.8 * np.abs(scores[:, 0])),
        "stores": (generator.standard_normal(60)[stores] + generator.standard_normal(hires)) * 0.7,
    }[kind]
    outcome = scores @ np.array([0.25, 0.03, 0.05, 0.15, 0.08, 0.1]) + noise
    ratings = np.clip(np.round(3 + 0.7 * scores, 1), 1, 5)
    return ratings, outcome, [str(store) for store in stores]


@pytest.mark.parametrize("kind", ["normal", "skewed", "uneven", "stores"])
def test_nine_of_ten_people_fall_into_their_interval(kind):
    covered = judged = 0
    for seed in range(40):
        ratings, outcome, stores = world(seed, 300, kind)
        model = fit(NAMES, ratings[:150], outcome[:150], stores[:150], seed)
        for row, actual in zip(ratings[150:].tolist(), outcome[150:], strict=True):
            found = expect(model, row)
            if not found.outside:
                judged += 1
                covered += found.low <= actual <= found.high

    assert 0.87 <= covered / judged <= 0.93


def test_a_person_unlike_everyone_hired_gets_no_prediction():
    ratings, outcome, _ = world(1, 200)
    found = expect(fit(NAMES, ratings, outcome), [1.0, 5.0, 1.0, 5.0, 1.0, 5.0])

    assert found.outside
    assert (found.low, found.middle, found.high) == (None, None, None)


def test_everyone_hired_is_inside():
    ratings, outcome, _ = world(2, 200)
    model = fit(NAMES, ratings, outcome)

    assert not any(expect(model, row).outside for row in ratings.tolist())


def test_a_better_score_never_lowers_what_is_expected_when_slopes_are_positive():
    ratings, outcome, _ = world(3, 400)
    model = fit(NAMES, ratings, outcome)
    slope = min(each[1] for each in model.coefficients)

    low, high = expect(model, [3.2] * 6), expect(model, [3.8, *[3.2] * 5])

    assert slope > 0
    assert high.middle > low.middle


def test_ranks_say_where_among_those_appraised_the_interval_lies():
    ratings, outcome, _ = world(4, 400)
    found = expect(fit(NAMES, ratings, outcome), ratings.mean(axis=0).tolist())

    below = [(outcome < bound).mean() for bound in (found.low, found.high)]
    assert found.low_rank == pytest.approx(below[0], abs=0.02)
    assert found.high_rank == pytest.approx(below[1], abs=0.02)


def test_a_predictor_survives_being_stored():
    ratings, outcome, stores = world(5, 200)
    model = fit(NAMES, ratings, outcome, stores)

    assert load(prediction.Predictor, dump(model)) == model


def test_a_predictor_of_many_people_stays_small_enough_for_one_row():
    ratings, outcome, _ = world(6, 20_000)
    model = fit(NAMES, ratings, outcome)

    assert sum(len(each) for each in model.residuals) <= prediction.MOST_KEPT + prediction.FOLDS
    found = expect(model, ratings.mean(axis=0).tolist())
    assert 3.0 < found.high - found.low < 3.7


def test_the_track_record_judges_later_hires_by_earlier_ones_alone():
    ratings, outcome, _ = world(7, 400)
    record = track_record(ratings, outcome)

    assert 190 <= record.checked <= 200
    assert record.passes
    assert record.low <= record.covered / record.checked <= record.high
    assert record.r > 0.1
    assert 0.5 < record.slope < 1.5
    assert sum(each.n for each in record.bins) == 400


def test_a_world_that_changed_fails_its_own_check():
    ratings, outcome, _ = world(8, 400)
    outcome[200:] = outcome[200:] * 3 - 4

    assert not track_record(ratings, outcome).passes


def test_noise_has_no_track_record_of_telling_people_apart():
    generator = np.random.default_rng(9)
    ratings, _, _ = world(9, 400)
    record = track_record(ratings, generator.standard_normal(400))

    assert record.r_low < 0.0 < record.r_high or record.r < 0
    assert record.passes


@pytest.mark.parametrize("n", [30, 99])
def test_few_people_have_no_track_record(n):
    ratings, outcome, _ = world(10, 100)

    with pytest.raises(ValueError, match="too few"):
        track_record(ratings[:n], outcome[:n])


def test_too_few_to_cross_validate_is_said():
    ratings, outcome, _ = world(11, 100)

    with pytest.raises(ValueError, match="too few"):
        fit(NAMES, ratings[:19], outcome[:19])


def test_the_same_people_give_the_same_interval():
    ratings, outcome, stores = world(12, 150)

    assert fit(NAMES, ratings, outcome, stores, 7) == fit(NAMES, ratings, outcome, stores, 7)

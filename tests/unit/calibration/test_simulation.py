"""What a simulation may be asked for, and what its runs say together."""

import pytest

from chalicelib.analytics import arms
from chalicelib.calibration import trial
from chalicelib.calibration.simulation import ARMS, SimulationTooLarge, Wish, plain, summed
from chalicelib.foundation.statistics import mean_interval, wilson


@pytest.fixture(scope="module")
def runs():
    setting = trial.Setting(hires=40, cycles=2)
    return [plain(trial.compare(setting, seed)) for seed in (1, 2, 3)]


def test_the_arms_are_those_of_the_trial():
    assert ARMS == trial.ARMS


def test_the_same_seed_always_gives_the_same_run(runs):
    assert runs[0] == plain(trial.compare(trial.Setting(hires=40, cycles=2), 1))
    assert runs[0] != runs[1]


def test_means_and_intervals_are_over_the_runs(runs):
    found = summed(runs)
    shares = [run["arms"]["ours"][2][0] for run in runs]
    low, high = mean_interval(shares)
    last = found["arms"]["ours"]["cycles"][2]
    assert last["ppv"] == pytest.approx(sum(shares) / 3, abs=1e-4)
    assert (last["low"], last["high"]) == (round(low, 4), round(high, 4))
    assert found["runs"] == 3


def test_harm_is_counted_with_its_interval_and_none_where_nothing_changed(runs):
    found = summed(runs)["arms"]
    naive = found["naive"]
    assert naive["changes"] == 6
    low, high = wilson(naive["worse"], 6)
    assert (naive["harm_low"], naive["harm_high"]) == (round(low, 4), round(high, 4))
    assert (found["unit"]["changes"], found["unit"]["harm"]) == (0, None)


def test_a_simulation_that_takes_too_long_is_refused_before_it_starts():
    Wish(hires=2000, selection=0.9, cycles=12, runs=30).check()
    with pytest.raises(SimulationTooLarge):
        Wish(hires=2000, selection=0.05, cycles=12, runs=30).check()


@pytest.mark.parametrize("value", [0.0, 0.5, 1.0])
def test_the_picture_holds_whatever_the_figures(value):
    points = ((value, value, value),)
    drawn = [arms.Arm(key, key, points) for key in ARMS]
    text = arms.picture("k", drawn, ("t", "d", "x"), (value, "best"), "en")
    assert text.count('class="arm ') == 3
    assert "nan" not in text

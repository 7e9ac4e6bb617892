"""Moderated regression against least squares, t and F of scipy; planted and absent gaps."""

import numpy as np
import pytest
from scipy import stats

from chalicelib.calibration.fairness.prediction import Scored, differential
from chalicelib.calibration.fairness.student import f_tail, t_quantile, t_two_sided

CUT = 70.0


def drawn(n: int, seed: int, *, intercept: float = 0.0, slope: float = 0.0) -> list[Scored]:
    """Half men, half women; women lie `intercept` SD higher at equal score, `slope` steeper."""
    draw = np.random.default_rng(seed)
    rows = []
    for place in range(n):
        woman = place % 2
        score = float(draw.normal(68 + 2 * woman, 9))
        line = 0.03 * (score - 70) + woman * (intercept + slope * (score - 70))
        rows.append(Scored("women" if woman else "men", score, float(line + draw.normal(0, 0.9))))
    rows.append(Scored("men", 55.0, 0.0))  # the men are the larger group, and the reference
    return rows


def least_squares(rows: list[Scored], columns: int) -> tuple[np.ndarray, np.ndarray, float, int]:
    """Coefficients, their errors, residual sum of squares and freedom of the textbook model."""
    x = np.array([r.score - CUT for r in rows])
    g = np.array([float(r.group == "women") for r in rows])
    design = np.column_stack([np.ones(len(x)), x, g, g * x])[:, :columns]
    y = np.array([r.outcome for r in rows])
    found = np.linalg.lstsq(design, y, rcond=None)[0]
    rest = float(((y - design @ found) ** 2).sum())
    freedom = len(rows) - columns
    errors = np.sqrt(np.diag(np.linalg.inv(design.T @ design)) * rest / freedom)
    return found, errors, rest, freedom


@pytest.mark.parametrize("seed", range(5))
def test_every_figure_equals_the_textbook_regression_to_a_billionth(seed):
    rows = drawn(240, seed, intercept=0.3, slope=0.02)
    (ours,) = differential(rows, CUT)

    full, errors, rest, freedom = least_squares(rows, 4)
    assert ours.slopes is not None
    assert ours.at_cut is not None
    assert ours.intercepts is not None
    for difference, place in ((ours.slopes, 3), (ours.at_cut, 2)):
        half = stats.t.ppf(0.975, freedom) * errors[place]
        assert difference.value == pytest.approx(full[place], abs=1e-9)
        assert difference.low == pytest.approx(full[place] - half, abs=1e-9)
        assert difference.high == pytest.approx(full[place] + half, abs=1e-9)
        p = 2 * stats.t.sf(abs(full[place] / errors[place]), freedom)
        assert difference.p_value == pytest.approx(p, abs=1e-9)

    shared, errors, _, freedom = least_squares(rows, 3)
    assert ours.intercepts.value == pytest.approx(shared[2], abs=1e-9)
    p = 2 * stats.t.sf(abs(shared[2] / errors[2]), freedom)
    assert ours.intercepts.p_value == pytest.approx(p, abs=1e-9)

    _, _, one_line, _ = least_squares(rows, 2)
    f = (one_line - rest) / 2 / (rest / (len(rows) - 4))
    assert ours.p_both == pytest.approx(stats.f.sf(f, 2, len(rows) - 4), abs=1e-9)


def test_tails_equal_scipy():
    for t in (0.0, 0.3, 1.96, 5.0, 40.0):
        for freedom in (1, 2, 7, 56, 1000, 20_000):
            p = 2 * stats.t.sf(t, freedom)
            assert t_two_sided(t, freedom) == pytest.approx(p, abs=1e-9)
            assert f_tail(t, 2, freedom) == pytest.approx(stats.f.sf(t, 2, freedom), abs=1e-9)
    for freedom in (1, 2, 5, 30, 400):
        assert t_quantile(freedom) == pytest.approx(stats.t.ppf(0.975, freedom), abs=1e-9)


def test_a_group_of_fewer_than_thirty_outcomes_gets_no_claim():
    few = [*drawn(200, 1), *(Scored("other", 60.0 + i, i / 10) for i in range(29))]
    other = next(line for line in differential(few, CUT) if line.group == "other")

    assert (other.n, other.slopes, other.intercepts, other.at_cut) == (29, None, None, None)


def test_who_stated_no_group_is_left_out():
    rows = [Scored("unknown", r.score, r.outcome) for r in drawn(100, 1)]

    assert differential(rows, CUT) == ()
    assert differential([], CUT) == ()


def test_equal_scores_of_a_group_say_nothing_of_its_slope():
    rows = [r for r in drawn(200, 1) if r.group == "men"]
    rows += [Scored("women", 70.0, i / 50) for i in range(50)]

    assert differential(rows, CUT)[0].slopes is None


def test_planted_underprediction_is_found_and_its_absence_is_not():
    def found(gap: float, seed: int) -> bool:
        line = differential(drawn(300, seed, intercept=gap), CUT)[0].intercepts
        return line is not None and line.p_value < 0.05

    assert sum(found(0.6, seed) for seed in range(30)) >= 28
    assert sum(found(0.0, seed) for seed in range(100)) <= 10

"""The computed answer as people read it."""

from chalicelib.calibration import simulator
from chalicelib.calibration.proposal import Terms, judge
from chalicelib.calibration.view import shown
from chalicelib.foundation.values import dump
from tests.unit.calibration.cohorts import MISGUIDED, cohort_of

TERMS = Terms({f"d{n}": float(w) for n, w in enumerate(MISGUIDED.weights)}, cut_score=60)


def test_a_proposal_shows_old_and_new_weight_with_the_evidence_of_each_dimension():
    seen = shown(dump(judge(cohort_of(simulator.draw(MISGUIDED, 2500, 3)), TERMS)))

    assert sum(each["new_weight"] for each in seen["dimensions"]) == 100
    assert all(
        each["r_low"] <= each["r_corrected"] <= each["r_high"] for each in seen["dimensions"]
    )
    assert str(seen["effect"]["flipped"]) in seen["summary"]["en"]
    assert seen["reason"] is None
    assert seen["gain_low"] < seen["gain"] < seen["gain_high"]
    assert [each["weights"] for each in seen["baselines"]] == ["current", "equal"]
    assert len(seen["reasons"]) == len(seen["dimensions"])
    assert seen["multiple"]["n"] == seen["n"]
    assert seen["retention"]["stayed"] == seen["retention"]["hired"]


def test_without_a_proposal_the_reason_is_the_summary():
    seen = shown(dump(judge(cohort_of(simulator.draw(MISGUIDED, 100, 3)), TERMS)))

    assert seen["reason"] == "too-few-outcomes"
    assert seen["dimensions"] == []
    assert "20" in seen["summary"]["zh"]

"""From a cohort to a proposal, or to the reason why there is none."""

from dataclasses import replace

import pytest

from chalicelib.calibration import simulator
from chalicelib.calibration.effect import WeightChange, composite_of, effect_of, flips
from chalicelib.calibration.evidence import Cohort
from chalicelib.calibration.proposal import (
    Gate,
    NoProposal,
    Proposal,
    Reason,
    Terms,
    gate,
    judge,
)
from chalicelib.calibration.reasons import Move
from chalicelib.foundation.values import canonical, dump, load
from chalicelib.interviewing.library import starting_model
from chalicelib.interviewing.ratings import AnswerRating, RatingState
from chalicelib.interviewing.scorecard import compose
from tests.unit.calibration.cohorts import MISGUIDED, cohort_of

WEIGHTS = {f"d{place}": float(weight) for place, weight in enumerate(MISGUIDED.weights)}
TERMS = Terms(WEIGHTS, cut_score=60)


def cohort(hires: int, seed: int = 3) -> Cohort:
    return cohort_of(simulator.draw(MISGUIDED, hires * 5, seed))


@pytest.mark.parametrize(
    ("outcomes", "expected"),
    [
        (29, Gate.NOTHING),
        (30, Gate.DESCRIPTION),
        (99, Gate.DESCRIPTION),
        (100, Gate.FULL_GATE),
        (249, Gate.FULL_GATE),
        (250, Gate.NORMAL),
    ],
)
def test_the_number_of_outcomes_decides_what_may_be_said(outcomes, expected):
    assert expected is gate(outcomes)


def test_below_30_outcomes_nothing_is_inferred():
    found = judge(cohort(29), TERMS)

    assert isinstance(found, NoProposal)
    assert found.reason is Reason.TOO_FEW_OUTCOMES
    assert found.evidence.validities == ()
    assert "29" in found.message["zh"]


def test_below_100_outcomes_the_evidence_is_described_and_nothing_proposed():
    found = judge(cohort(60), TERMS)

    assert isinstance(found, NoProposal)
    assert found.reason is Reason.DESCRIPTION_ONLY
    assert len(found.evidence.validities) == 6


@pytest.fixture(scope="module")
def convincing() -> Proposal:
    found = judge(cohort(500), TERMS)
    assert isinstance(found, Proposal)
    return found


def test_a_proposal_keeps_to_100_and_to_the_cap(convincing):
    assert sum(change.new for change in convincing.changes) == 100
    assert all(c.old / 1.5 <= c.new <= c.old * 1.5 for c in convincing.changes)


def test_a_proposal_moves_weight_to_what_predicts(convincing):
    new = {change.dimension: change.new for change in convincing.changes}

    assert new["d0"] > WEIGHTS["d0"]
    assert new["d2"] < WEIGHTS["d2"]


def test_a_proposal_carries_its_evidence(convincing):
    assert convincing.gain_probability >= 0.95
    assert convincing.gain > 0
    assert convincing.evidence.n == 500
    assert convincing.evidence.applicants == 2500
    assert convincing.evidence.rated_under == (1,)
    assert len(convincing.evidence.data_hash) == 64
    assert convincing.effect.considered == 2500


def test_a_proposal_survives_being_stored(convincing):
    assert convincing == load(Proposal, dump(convincing))


def test_the_same_cohort_gives_the_same_bytes():
    data = cohort(120)

    assert canonical(dump(judge(data, TERMS))) == canonical(dump(judge(data, TERMS)))


def test_a_leak_freezes_the_proposal_until_a_person_rules_it_out():
    data = cohort(120)
    rows = tuple(
        replace(row, outcome=row.ratings[0] + (row.outcome or 0) * 0.2) if row.hired else row
        for row in data.rows
    )
    leaked = replace(data, rows=rows)

    frozen = judge(leaked, TERMS)
    released = judge(leaked, replace(TERMS, leak_ruled_out=True))

    assert isinstance(frozen, NoProposal)
    assert frozen.reason is Reason.LEAK_ALARM
    assert "d0" in frozen.message["en"]
    assert getattr(released, "reason", None) is not Reason.LEAK_ALARM


def test_a_dimension_that_does_not_vary_is_said_not_guessed():
    data = cohort(120)
    flat = replace(
        data, rows=tuple(replace(row, ratings=(3.0, *row.ratings[1:])) for row in data.rows)
    )

    found = judge(flat, TERMS)

    assert isinstance(found, NoProposal)
    assert found.reason is Reason.NO_VARIATION


def test_flips_are_counted_over_all_past_applicants():
    data = cohort(30)
    changes = [
        WeightChange(key, weight, 100 if key == "d0" else 0) for key, weight in WEIGHTS.items()
    ]

    effect = effect_of(data, 60, changes)

    passed = sum(
        composite_of(dict(zip(data.dimensions, r.ratings, strict=True)), WEIGHTS) >= 60
        for r in data.rows
    )
    first = sum((row.ratings[0] - 1) * 25 >= 60 for row in data.rows)
    assert effect.pass_rate_old == pytest.approx(passed / 150, abs=1e-4)
    assert effect.pass_rate_new == pytest.approx(first / 150, abs=1e-4)
    assert effect.flipped > 0


def test_the_composite_is_the_one_of_the_scorecard():
    model = starting_model("retail-sales")
    ratings = {d.key: 1.25 + 0.6 * place for place, d in enumerate(model.dimensions)}
    answers = {
        key: [AnswerRating(RatingState.RATED, key, "zh", "test", rating=rating)]
        for key, rating in ratings.items()
    }

    ours = composite_of(ratings, {d.key: d.weight for d in model.dimensions})

    assert ours == pytest.approx(compose(model, answers).composite, abs=0.01)


def test_every_move_has_its_reason_with_an_interval(convincing):
    assert [why.dimension for why in convincing.reasons] == list(WEIGHTS)
    assert all(why.low < why.slope < why.high for why in convincing.reasons)
    assert convincing.reasons[0].move is Move.RAISED_TO_CAP
    assert "SD" in convincing.reasons[0].message["en"]
    assert convincing.gain_low < convincing.gain < convincing.gain_high


def test_r_is_published_without_the_optimism_of_its_fit(convincing):
    published = convincing.evidence.multiple

    assert published.expected < published.adjusted
    assert {each.weights for each in convincing.evidence.baselines} == {"current", "equal"}
    assert all(each.low < each.validity < each.high for each in convincing.evidence.baselines)


def test_whose_recommendation_turns_is_named_one_by_one(convincing):
    data = cohort(500)

    turned = flips(data, 60, convincing.changes)

    assert len(turned) == convincing.effect.flipped
    assert all((each.before >= 60) != each.passes == (each.after >= 60) for each in turned)
    low, high = convincing.effect.pass_new_interval
    assert low < convincing.effect.pass_rate_new < high


def test_a_dimension_that_surely_predicts_the_opposite_is_pointed_out():
    data = cohort(500)
    rows = tuple(
        replace(row, outcome=row.outcome - row.ratings[2]) if row.outcome is not None else row
        for row in data.rows
    )

    found = judge(replace(data, rows=rows), TERMS)

    assert isinstance(found, Proposal)
    assert found.reasons[2].reversed
    assert found.changes[2].new == 19

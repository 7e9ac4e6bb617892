"""The machine proposes; where evidence is missing it asks."""

import pytest

from chalicelib.selection.policy import Case, Outcome, is_override, recommend

TEAMWORK = {"zh": "团队合作", "en": "Teamwork"}
DEGREE = {"zh": "本科", "en": "Bachelor's degree"}


def case(**changes):
    known = {"fit": 85.0, "composite": 86.5, "cut_score": 80.0}
    return Case(**{**known, **changes})


def test_a_composite_of_80_00_passes_a_cut_score_of_80():
    assert Outcome.PASS == recommend(case(composite=80.00)).outcome


def test_a_composite_of_79_99_fails_a_cut_score_of_80():
    assert Outcome.FAIL == recommend(case(composite=79.99)).outcome


@pytest.mark.parametrize(("composite", "cut_score"), [(72.5, 72.5), (0.0, 0.0), (100.0, 100.0)])
def test_a_composite_equal_to_the_requisitions_own_cut_score_passes(composite, cut_score):
    assert Outcome.PASS == recommend(case(composite=composite, cut_score=cut_score)).outcome


def test_a_sum_that_floating_point_leaves_a_hair_below_the_cut_score_passes():
    below = 0.1 + 0.2 + 79.7 - 1e-12
    assert Outcome.PASS == recommend(case(composite=below)).outcome


def test_no_composite_asks_for_a_person_and_never_fails():
    assert Outcome.PERSON_NEEDED == recommend(case(composite=None)).outcome


def test_a_dimension_that_was_not_measured_asks_for_a_person_even_below_the_cut_score():
    made = recommend(case(composite=40.0, not_measured=(TEAMWORK,)))
    assert Outcome.PERSON_NEEDED == made.outcome
    assert any("团队合作" in reason["zh"] for reason in made.reasons)
    assert any("Teamwork" in reason["en"] for reason in made.reasons)


def test_a_dimension_that_was_not_measured_is_no_pass_either():
    made = recommend(case(composite=95.0, not_measured=(TEAMWORK,)))
    assert Outcome.PERSON_NEEDED == made.outcome


def test_a_missing_fit_asks_for_a_person():
    assert Outcome.PERSON_NEEDED == recommend(case(fit=None)).outcome


def test_an_essential_criterion_the_resume_does_not_settle_asks_for_a_person():
    assert Outcome.PERSON_NEEDED == recommend(case(unknown_essentials=(DEGREE,))).outcome


def test_a_good_interview_with_an_unmet_essential_criterion_asks_for_a_person():
    made = recommend(case(composite=91.0, unmet_essentials=(DEGREE,)))
    assert Outcome.PERSON_NEEDED == made.outcome
    assert "91.00" in made.reasons[0]["en"]
    assert "Bachelor's degree" in made.reasons[1]["en"]


def test_a_low_composite_with_an_unmet_essential_criterion_fails_with_both_reasons():
    made = recommend(case(composite=60.0, unmet_essentials=(DEGREE,)))
    assert Outcome.FAIL == made.outcome
    assert len(made.reasons) == 2


def test_every_reason_is_given_in_both_languages():
    made = recommend(case(fit=None, composite=None, not_measured=(TEAMWORK,)))
    assert len(made.reasons) == 3
    assert all(reason["zh"] and reason["en"] for reason in made.reasons)


def test_a_low_fit_alone_does_not_fail_a_good_interview():
    assert Outcome.PASS == recommend(case(fit=10.0)).outcome


@pytest.mark.parametrize(
    ("proposed", "decided", "override"),
    [
        (Outcome.PASS, "reject", True),
        (Outcome.FAIL, "pass", True),
        (Outcome.PASS, "pass", False),
        (Outcome.FAIL, "reject", False),
        (Outcome.PERSON_NEEDED, "pass", False),
        (Outcome.PERSON_NEEDED, "reject", False),
        (None, "reject", False),
    ],
)
def test_only_a_decision_against_a_proposal_is_an_override(proposed, decided, override):
    assert override == is_override(proposed, decided)

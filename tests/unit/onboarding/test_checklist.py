"""The checklist of a first day: whole, in both languages, everybody's part in it."""

from datetime import date

import pytest

from chalicelib.onboarding.checklist import (
    COMMON,
    DEVELOPMENT,
    Owner,
    Rated,
    checklist,
    weakest,
)

FAMILIES = ["retail-sales", "software-python", "marketing", "unheard-of"]


def rated(name, rating):
    return Rated({"zh": f"{name}（中）", "en": name}, rating)


RATINGS = [
    rated("Stress tolerance", 3.5),
    rated("Communication", 2.0),
    rated("Teamwork", None),
    rated("Learning", 2.5),
]


@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_has_contract_social_insurance_training_and_payroll(family):
    keys = {step.key for step in checklist(family)}
    assert {"labour-contract", "social-insurance", "induction-training", "payroll-data"} <= keys


@pytest.mark.parametrize("family", FAMILIES)
def test_every_step_is_named_and_explained_in_both_languages(family):
    for step in checklist(family, weakest(RATINGS)):
        for language in ("zh", "en"):
            assert step.name[language].strip()
            assert step.instructions[language].strip()


@pytest.mark.parametrize("family", FAMILIES)
def test_no_key_comes_twice(family):
    keys = [step.key for step in checklist(family, weakest(RATINGS))]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("family", FAMILIES)
def test_candidate_hr_and_partner_each_have_something_to_do(family):
    assert set(Owner) == {step.owner for step in checklist(family)}


def test_a_shop_needs_the_health_certificate_before_the_first_day():
    steps = {step.key: step for step in checklist("retail-sales")}
    assert steps["health-certificate"].due_days < 0


def test_a_developer_gets_a_computer_and_a_shop_assistant_does_not():
    assert "equipment" in {step.key for step in checklist("software-python")}
    assert "equipment" not in {step.key for step in checklist("retail-sales")}


def test_social_insurance_is_due_thirty_days_after_the_first_day():
    step = next(step for step in COMMON if step.key == "social-insurance")
    assert date(2027, 2, 10) == step.due_on(date(2027, 1, 11))


def test_steps_come_in_the_order_in_which_they_are_due():
    days = [step.due_days for step in checklist("retail-sales", weakest(RATINGS))]
    assert sorted(days) == days


def test_the_development_step_names_the_two_lowest_dimensions():
    steps = {step.key: step for step in checklist("retail-sales", weakest(RATINGS))}
    assert "Communication and Learning" in steps[DEVELOPMENT].instructions["en"]
    assert "Communication（中）、Learning（中）" in steps[DEVELOPMENT].instructions["zh"]


def test_the_development_step_tells_no_score():
    step = next(s for s in checklist("marketing", weakest(RATINGS)) if s.key == DEVELOPMENT)
    assert not any(c.isdigit() for c in step.instructions["zh"] + step.instructions["en"])


def test_what_was_not_measured_is_never_called_a_gap():
    assert ["Communication", "Learning"] == [item.name["en"] for item in weakest(RATINGS)]


def test_equally_low_dimensions_keep_the_models_order():
    tied = [rated("Second", 3.0), rated("First", 3.0), rated("Third", 3.0)]
    assert ["Second", "First"] == [item.name["en"] for item in weakest(tied)]


def test_without_an_interview_there_is_no_development_step():
    assert DEVELOPMENT not in {step.key for step in checklist("retail-sales")}

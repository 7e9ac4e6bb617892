from dataclasses import replace

import pytest

from chalicelib.foundation.values import dump, load
from chalicelib.interviewing.anchors import DIMENSIONS
from chalicelib.interviewing.bank import QUESTIONS
from chalicelib.interviewing.competencies import CompetencyModel, CompetencyModelInvalid
from chalicelib.interviewing.library import WEIGHTS, JobFamilyUnknown, starting_model
from chalicelib.interviewing.questions import Kind, QuestionMissing, choose


@pytest.mark.parametrize("family", sorted(WEIGHTS))
def test_the_weights_of_a_starting_model_sum_to_one_hundred(family: str) -> None:
    assert sum(item.weight for item in starting_model(family).dimensions) == 100


def test_the_families_of_the_source_case_rate_what_it_names() -> None:
    assert {"customer_need_discovery", "stress_tolerance", "communication"} <= set(
        WEIGHTS["retail-sales"]
    )
    assert "data_driven_decision" in WEIGHTS["marketing"]


def test_weights_that_make_ninety_nine_are_refused() -> None:
    model = starting_model("marketing")
    first, *others = model.dimensions
    with pytest.raises(CompetencyModelInvalid) as refused:
        replace(model, dimensions=(replace(first, weight=first.weight - 1), *others))
    assert refused.value.detail["total"] == 99


def test_a_dimension_with_four_anchors_is_refused() -> None:
    with pytest.raises(CompetencyModelInvalid):
        replace(DIMENSIONS["learning"], anchors=DIMENSIONS["learning"].anchors[:4])


def test_a_dimension_named_in_one_language_is_refused() -> None:
    with pytest.raises(CompetencyModelInvalid):
        replace(DIMENSIONS["learning"], name={"zh": "学习能力"})


def test_the_same_dimension_twice_is_refused() -> None:
    learning = replace(DIMENSIONS["learning"], weight=50)
    with pytest.raises(CompetencyModelInvalid):
        CompetencyModel("retail-sales", 1, (learning, learning), {"zh": "一", "en": "one"})


def test_an_unknown_job_family_has_no_model() -> None:
    with pytest.raises(JobFamilyUnknown):
        starting_model("astronaut")


@pytest.mark.parametrize("key", sorted(DIMENSIONS))
def test_a_dimension_has_five_different_anchors_in_both_languages(key: str) -> None:
    dimension = DIMENSIONS[key]
    for language in ("zh", "en"):
        assert len({anchor[language] for anchor in dimension.anchors}) == 5
        assert dimension.key_terms[language]
        assert all(item.wordings[language] for item in dimension.indicators)


@pytest.mark.parametrize("key", sorted(DIMENSIONS))
def test_a_dimension_has_four_questions_over_the_kinds_in_both_languages(key: str) -> None:
    asked = [item for item in QUESTIONS if item.dimension == key and item.asked_first]
    assert len(asked) >= 4
    assert {item.kind for item in asked} == {Kind.BEHAVIOURAL, Kind.SITUATIONAL}
    for question in asked:
        assert question.text["zh"]
        assert question.text["en"]
        assert question.gentler is not None
        assert question.gentler["zh"]


def test_both_example_questions_of_the_source_case_are_in_the_bank() -> None:
    texts = {question.question_id: question.text for question in QUESTIONS}
    assert "没有说出口" in texts["customer-need-discovery-1"]["zh"]
    assert "三个月" in texts["stress-tolerance-1"]["zh"]
    assert "用户增长" in texts["data-driven-decision-1"]["zh"]


def test_every_question_has_its_own_id() -> None:
    assert len({question.question_id for question in QUESTIONS}) == len(QUESTIONS)


@pytest.mark.parametrize("family", sorted(WEIGHTS))
def test_a_session_asks_about_every_dimension_and_always_the_same(family: str) -> None:
    model = starting_model(family)
    chosen = choose(model, "session-1", QUESTIONS)
    assert {item.key for item in model.dimensions} == {item.dimension for item in chosen}
    assert chosen == choose(model, "session-1", reversed(QUESTIONS))


def test_different_sessions_are_not_all_asked_the_same() -> None:
    model = starting_model("retail-sales")
    drawn = {tuple(q.question_id for q in choose(model, f"s{n}", QUESTIONS)) for n in range(20)}
    assert len(drawn) > 1


def test_a_question_for_the_family_goes_before_a_general_one() -> None:
    chosen = choose(starting_model("marketing"), "session-1", QUESTIONS)
    data = next(item for item in chosen if item.dimension == "data_driven_decision")
    assert data.job_families == ("marketing",)


def test_a_dimension_without_a_question_is_an_error() -> None:
    bank = [item for item in QUESTIONS if item.dimension != "teamwork"]
    with pytest.raises(QuestionMissing):
        choose(starting_model("retail-sales"), "session-1", bank)


def test_a_model_survives_being_stored() -> None:
    model = starting_model("retail-sales")
    assert model == load(CompetencyModel, dump(model))

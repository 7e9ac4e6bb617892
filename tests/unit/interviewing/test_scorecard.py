import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.foundation.values import dump, load
from chalicelib.interviewing.competencies import CompetencyModel
from chalicelib.interviewing.library import WEIGHTS, starting_model
from chalicelib.interviewing.ratings import AnswerRating, RatingState, Unscored
from chalicelib.interviewing.scorecard import NotMeasured, ScorecardResult, compose
from chalicelib.interviewing.scoring import unscored

MODEL = starting_model("retail-sales")
KEYS = [item.key for item in MODEL.dimensions]


def rating(dimension: str, value: float) -> AnswerRating:
    return AnswerRating(RatingState.RATED, dimension, "zh", "answer-rater-2", rating=value)


def card(values: dict[str, float], model: CompetencyModel = MODEL) -> ScorecardResult:
    return compose(model, {key: [rating(key, value)] for key, value in values.items()})


@pytest.mark.parametrize(
    ("value", "composite"), [(1.0, 0.0), (3.0, 50.0), (4.2, 80.0), (5.0, 100.0)]
)
def test_the_scale_of_one_to_five_becomes_zero_to_one_hundred(
    value: float, composite: float
) -> None:
    assert composite == card(dict.fromkeys(KEYS, value)).composite


def test_just_below_eighty_is_not_rounded_up_to_eighty() -> None:
    values = dict.fromkeys(KEYS, 4.2) | {"learning": 4.1}
    assert card(values).composite == 79.75
    assert card(dict.fromkeys(KEYS, 4.2)).composite == 80.0


def test_a_dimension_without_an_answer_is_not_measured_and_not_low() -> None:
    values = {key: 4.2 for key in KEYS if key != "teamwork"}
    result = card(values)
    assert result.composite == 80.0
    missing = next(item for item in result.dimensions if item.dimension == "teamwork")
    assert missing.score is None
    assert missing.reason is NotMeasured.NO_ANSWER
    assert result.measured_weight == 85


def test_an_answer_that_could_not_be_rated_is_not_measured() -> None:
    ratings = {key: [rating(key, 4.0)] for key in KEYS}
    ratings["learning"] = [unscored("learning", "zh", Unscored.TOO_SHORT)]
    result = compose(MODEL, ratings)
    assert result.composite == 75.0
    assert result.dimensions[-1].reason is NotMeasured.NOT_SCORED


def test_sixty_percent_of_the_weight_is_enough_and_less_is_not() -> None:
    marketing = starting_model("marketing")
    enough = {"data_driven_decision": 4.0, "growth_marketing": 4.0}
    assert card(enough, marketing).composite == 75.0
    short = card({"data_driven_decision": 5.0, "communication": 5.0}, marketing)
    assert short.composite is None
    assert short.reason is NotMeasured.TOO_LITTLE_MEASURED
    assert all(item.contribution_hundredths is None for item in short.dimensions)


def test_a_session_without_answers_has_no_composite() -> None:
    assert card({}).composite is None


def test_two_answers_on_a_dimension_count_by_their_mean() -> None:
    ratings = {key: [rating(key, 4.0)] for key in KEYS}
    ratings["learning"] = [rating("learning", 3.0), rating("learning", 5.0)]
    assert compose(MODEL, ratings).composite == 75.0


@given(
    st.sampled_from(sorted(WEIGHTS)),
    st.lists(st.integers(10, 50), min_size=5, max_size=5),
    st.sets(st.integers(0, 4)),
)
def test_the_contributions_always_add_up_to_the_composite(
    family: str, tenths: list[int], left_out: set[int]
) -> None:
    model = starting_model(family)
    values = {
        item.key: tenths[n] / 10 for n, item in enumerate(model.dimensions) if n not in left_out
    }
    result = card(values, model)
    if result.composite is not None:
        parts = [item.contribution_hundredths or 0 for item in result.dimensions]
        assert round(result.composite * 100) == sum(parts)
        assert 0 <= result.composite <= 100


@given(st.sampled_from(KEYS), st.integers(10, 49))
def test_a_better_rating_never_lowers_the_composite(key: str, tenths: int) -> None:
    values = dict.fromkeys(KEYS, 3.0)
    lower = card(values | {key: tenths / 10}).composite or 0
    higher = card(values | {key: (tenths + 1) / 10}).composite or 0
    assert lower <= higher


def test_a_scorecard_survives_being_stored() -> None:
    result = card(dict.fromkeys(KEYS, 4.2))
    assert result == load(ScorecardResult, dump(result))

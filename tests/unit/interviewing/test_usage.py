import random
from dataclasses import replace

import pytest

from chalicelib.foundation.statistics import deviation, mean, pearson
from chalicelib.interviewing.bank import QUESTIONS
from chalicelib.interviewing.choosing import Reason, propose, to_ask
from chalicelib.interviewing.library import WEIGHTS, starting_model
from chalicelib.interviewing.questions import Question, QuestionMissing
from chalicelib.interviewing.usage import NO_USE, Figures, Said, Tally, read, tallies

MODEL = starting_model("retail-sales")


def interviews(n: int, seed: int = 5) -> list[dict[str, Said]]:
    """Interviews of three questions; a and b follow one ability, c is chance."""
    drawn = random.Random(seed)
    found = []
    for _ in range(n):
        ability = drawn.gauss(300, 60)
        a, b = (round(min(500, max(100, ability + drawn.gauss(0, 30)))) for _ in range(2))
        found.append(
            {"a": Said(True, a), "b": Said(True, b), "c": Said(True, drawn.randint(100, 500))}
        )
    return found


def summed(found: list[dict[str, Said]], name: str) -> Tally:
    total = NO_USE
    for interview in found:
        total = total.plus(tallies(interview)[name])
    return total


def test_the_sums_give_the_same_figures_as_the_ratings_themselves() -> None:
    found = interviews(60)
    figures = read(summed(found, "a"))
    mine = [i["a"].rating / 100 for i in found if i["a"].rating]
    rest = [((i["b"].rating or 0) + (i["c"].rating or 0)) / 2 for i in found]
    assert figures.mean == pytest.approx(mean(mine), abs=0.006)
    assert figures.spread == pytest.approx(deviation(mine), abs=0.006)
    assert figures.discrimination == pytest.approx(pearson(mine, rest), abs=0.006)
    assert figures.n == 60


def test_a_question_that_follows_the_others_tells_people_apart_and_chance_does_not() -> None:
    found = interviews(400)
    good, chance = read(summed(found, "a")), read(summed(found, "c"))
    assert (good.low or 0) > 0
    assert (chance.low or 0) < 0.1 < (good.discrimination or 0)


def test_below_twenty_answers_no_correlation_is_told() -> None:
    assert read(summed(interviews(19), "a")).discrimination is None
    assert read(summed(interviews(20), "a")).discrimination is not None


def test_below_five_ratings_no_mean_is_told() -> None:
    assert read(summed(interviews(4), "a")).mean is None


def test_ratings_that_do_not_vary_give_no_correlation() -> None:
    same = [{"a": Said(True, 300), "b": Said(True, 300 + n)} for n in range(30)]
    assert read(summed(same, "a")).discrimination is None


def test_what_was_not_answered_or_not_rated_is_counted_apart() -> None:
    total = tallies({"a": Said(False, None), "b": Said(True, None), "c": Said(True, 450)})
    assert (total["a"].asked, total["a"].answered, total["a"].abstained) == (1, 0, 0)
    assert (total["b"].answered, total["b"].abstained) == (1, 1)
    assert (total["c"].rated, total["c"].paired) == (1, 0)


def figures(asked: int = 0, r: float | None = None) -> Figures:
    return replace(read(NO_USE), asked=asked, discrimination=r, n=asked)


@pytest.mark.parametrize("family", sorted(WEIGHTS))
def test_a_proposal_covers_every_dimension_heaviest_first(family: str) -> None:
    model = starting_model(family)
    picks = propose(model, QUESTIONS, {})
    weights = [model.dimension(pick.dimension).weight for pick in picks]
    assert weights == sorted(weights, reverse=True)
    assert {pick.dimension for pick in picks} == set(WEIGHTS[family])
    assert all(pick.reasons[0].reason is Reason.COVERS for pick in picks)
    assert all(len(pick.others) >= 3 for pick in picks)


def test_both_examples_of_the_source_case_are_proposed_or_offered() -> None:
    for family, name in (
        ("retail-sales", "stress-tolerance-1"),
        ("marketing", "data-driven-decision-1"),
    ):
        picks = propose(starting_model(family), QUESTIONS, {})
        offered = {q.question_id for pick in picks for q in (pick.question, *pick.others)}
        assert name in offered


def only(dimension: str) -> list[Question]:
    return [
        q for q in QUESTIONS if q.dimension == dimension and not q.job_families and q.asked_first
    ]


def chosen_of(dimension: str, known: dict[str, Figures], bank: list[Question]) -> str:
    others = [item for item in QUESTIONS if item.dimension != dimension]
    picks = propose(MODEL, [*others, *bank], known)
    return next(p.question.question_id for p in picks if p.dimension == dimension)


def test_the_best_discriminating_goes_before_the_least_used() -> None:
    bank = only("teamwork")
    names = [item.question_id for item in bank]
    assert chosen_of("teamwork", {}, bank) == names[0]
    used = {name: figures(asked=9) for name in names} | {names[2]: figures(asked=1)}
    assert chosen_of("teamwork", used, bank) == names[2]
    good = used | {names[3]: figures(asked=90, r=0.5)}
    assert chosen_of("teamwork", good, bank) == names[3]
    poor = {names[0]: figures(asked=30, r=0.02)}
    assert chosen_of("teamwork", poor, bank) != names[0]


def test_a_question_written_for_the_family_goes_first() -> None:
    picks = propose(starting_model("marketing"), QUESTIONS, {})
    data = next(pick for pick in picks if pick.dimension == "data_driven_decision")
    assert data.question.job_families == ("marketing",)
    assert Reason.FAMILY in {why.reason for why in data.reasons}


def test_a_proposal_needs_a_question_for_each_dimension() -> None:
    with pytest.raises(QuestionMissing):
        propose(MODEL, [q for q in QUESTIONS if q.dimension != "learning"], {})


def test_an_interview_asks_what_was_chosen_and_the_bank_fills_the_rest() -> None:
    kept = [item for item in QUESTIONS if item.question_id in ("teamwork-4", "learning-4")]
    asked = to_ask(MODEL, kept, QUESTIONS, "REQ-1")
    assert {q.question_id for q in asked} >= {"teamwork-4", "learning-4"}
    assert {q.dimension for q in asked} == {d.key for d in MODEL.dimensions}
    assert asked == to_ask(MODEL, kept, list(reversed(QUESTIONS)), "REQ-1")


def test_a_chosen_question_on_what_is_no_longer_rated_is_left_out() -> None:
    kept = [item for item in QUESTIONS if item.question_id == "technical-delivery-1"]
    asked = to_ask(MODEL, kept, QUESTIONS, "REQ-1")
    assert len(asked) == len(MODEL.dimensions)
    assert "technical_delivery" not in {q.dimension for q in asked}

from dataclasses import replace

import pytest

from chalicelib.foundation.messages import MESSAGES
from chalicelib.foundation.values import dump, load
from chalicelib.interviewing.anchors import DIMENSIONS
from chalicelib.interviewing.bank import QUESTIONS
from chalicelib.interviewing.library import starting_model
from chalicelib.interviewing.questions import (
    Kind,
    Question,
    QuestionInvalid,
    choose,
    follow_up,
    gentler,
)
from chalicelib.interviewing.ratings import STAR, Part

PLAIN = next(item for item in QUESTIONS if item.question_id == "teamwork-1")


def test_a_missing_result_is_asked_for_with_figures_or_facts() -> None:
    general = [item for item in QUESTIONS if not item.dimension]
    asked = follow_up(general, "a-quality-of-ones-own", Part.RESULT)
    assert asked is not None
    assert asked.text["zh"] == "结果如何？有什么数字或事实吗？"
    assert asked.text["en"].startswith("What came of it?")


@pytest.mark.parametrize("part", STAR)
@pytest.mark.parametrize("key", sorted(DIMENSIONS))
def test_each_dimension_has_a_follow_up_of_its_own_for_each_part(key: str, part: Part) -> None:
    asked = follow_up(QUESTIONS, key, part)
    assert asked is not None
    assert (asked.dimension, asked.part, asked.kind) == (key, part, Kind.FOLLOW_UP)


def test_a_dimension_without_its_own_follow_up_gets_the_general_one() -> None:
    asked = follow_up(QUESTIONS, "punctuality", Part.ACTION)
    assert asked is not None
    assert asked.dimension == ""


def test_a_retired_follow_up_is_asked_no_more() -> None:
    bank = [replace(item, retired=item.part is Part.TASK) for item in QUESTIONS]
    assert follow_up(bank, "teamwork", Part.TASK) is None


def test_nothing_is_asked_after_a_part_that_is_no_part_of_a_story() -> None:
    assert follow_up(QUESTIONS, "teamwork", Part.OTHER) is None


def test_a_gentler_variant_asks_for_the_same_quality_with_more_time() -> None:
    softer = gentler(PLAIN)
    assert softer.text == PLAIN.gentler
    assert softer.think_seconds > PLAIN.think_seconds
    assert (softer.question_id, softer.dimension) == (PLAIN.question_id, PLAIN.dimension)


def test_a_question_without_a_gentler_wording_stays_as_it_is() -> None:
    plain = replace(PLAIN, gentler=None)
    assert gentler(plain) == plain


def test_every_first_question_of_the_bank_has_a_gentler_wording() -> None:
    assert [] == [q.question_id for q in QUESTIONS if q.asked_first and q.gentler is None]


def test_an_interview_begins_with_no_follow_up_and_nothing_retired() -> None:
    model = starting_model("retail-sales")
    bank = [replace(item, retired=item.question_id == PLAIN.question_id) for item in QUESTIONS]
    for number in range(20):
        chosen = choose(model, f"s{number}", bank)
        assert all(item.asked_first for item in chosen)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"text": {"zh": "只有中文", "en": " "}}, "both-languages"),
        ({"gentler": {"zh": "只有中文"}}, "both-languages"),
        ({"text": {"zh": "长" * 601, "en": "long"}}, "too-long"),
        ({"kind": Kind.FOLLOW_UP}, "part-of-follow-up"),
        ({"part": Part.RESULT}, "part-of-follow-up"),
        ({"kind": Kind.FOLLOW_UP, "part": Part.OTHER}, "part-of-follow-up"),
        ({"dimension": ""}, "dimension-needed"),
        ({"think_seconds": 601}, "think-seconds"),
        ({"gentler_think_seconds": -1}, "think-seconds"),
        ({"answer_seconds": 10}, "answer-seconds"),
    ],
)
def test_a_question_that_does_not_hold_together_is_refused(
    change: dict[str, object], reason: str
) -> None:
    with pytest.raises(QuestionInvalid) as refused:
        replace(PLAIN, **change)
    assert refused.value.code == f"question-{reason}"
    assert {f"error.{refused.value.code}", f"next.{refused.value.code}"} <= MESSAGES.keys()


def test_a_question_kept_before_follow_ups_existed_is_still_read() -> None:
    old = {k: v for k, v in dump(PLAIN).items() if k not in {"part", "version", "retired"}}
    assert load(Question, old) == PLAIN


def test_a_synonym_counts_as_the_same_term() -> None:
    data = DIMENSIONS["data_driven_decision"]
    assert data.terms_in("成单率涨了，后来转化率又涨了", "zh") == {"转化率": 2}
    assert data.terms_in("The KPI fell, then the metric rose", "en") == {"metric": 2}


def test_of_overlapping_wordings_of_a_term_the_longest_counts_once() -> None:
    assert DIMENSIONS["data_driven_decision"].terms_in("看转化率", "zh") == {"转化率": 1}


@pytest.mark.parametrize("key", sorted(DIMENSIONS))
def test_no_wording_stands_for_two_terms_of_a_dimension(key: str) -> None:
    for language in ("zh", "en"):
        wordings = [w for group in DIMENSIONS[key].term_sets(language) for w in group]
        assert len(set(wordings)) == len(wordings)
        assert set(DIMENSIONS[key].synonyms[language]) <= set(DIMENSIONS[key].key_terms[language])

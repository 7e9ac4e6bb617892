from dataclasses import replace

from chalicelib.interviewing.bank import QUESTIONS
from chalicelib.interviewing.finding import Wanted, matching


def test_everything_is_found_in_the_order_of_dimensions_general_follow_ups_last() -> None:
    found = matching(QUESTIONS, Wanted())
    assert len(found) == len(QUESTIONS)
    assert found[0].dimension == "communication"
    assert [item.dimension for item in found[-4:]] == [""] * 4


def test_words_are_looked_for_in_any_order_in_either_language_and_in_the_gentler_wording() -> None:
    assert [q.question_id for q in matching(QUESTIONS, Wanted(words="三个月 压力"))] == [
        "stress-tolerance-1"
    ]
    assert matching(QUESTIONS, Wanted(words="WEEKS hardest"))[0].question_id == "stress-tolerance-1"
    assert matching(QUESTIONS, Wanted(words="no such words")) == []


def test_a_family_finds_its_own_questions_and_those_for_any() -> None:
    found = matching(QUESTIONS, Wanted(job_family="retail-sales"))
    assert all(not q.job_families or "retail-sales" in q.job_families for q in found)
    assert any(q.job_families for q in found)


def test_retired_questions_are_told_from_those_in_force() -> None:
    bank = [replace(q, retired=q.question_id == "teamwork-1") for q in QUESTIONS]
    assert [q.question_id for q in matching(bank, Wanted(state="retired"))] == ["teamwork-1"]
    assert len(matching(bank, Wanted(state="in-force"))) == len(QUESTIONS) - 1

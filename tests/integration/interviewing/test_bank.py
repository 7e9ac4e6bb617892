"""The question bank as HR keeps it: found, added, reworded, retired and never deleted."""

from typing import Any

from tests.builders import FAMILY, Office, actions, refusal, unique

TEXT = {
    "zh": "请讲一次你主动帮客户解决麻烦的经历。",
    "en": "Tell us of trouble you took off a customer.",
}
SOFTER = {"zh": "讲一次帮客户的事。", "en": "Tell us about helping one customer."}


def added(office: Office, **wish: Any) -> dict[str, Any]:
    """A question of one's own on communication."""
    plain = {"dimension": "communication", "text": TEXT, "gentler": SOFTER}
    made: dict[str, Any] = office.recruiter.post("/v1/questions", plain | wish)
    return made


def found(office: Office, **wanted: Any) -> set[str]:
    """The ids that a search finds."""
    return {q["question_id"] for q in office.recruiter.get("/v1/questions", **wanted)["questions"]}


def test_questions_are_found_by_dimension_kind_state_and_words(office):
    mine = added(office, text={k: f"{v} {unique('word')}" for k, v in TEXT.items()})
    name, word = mine["question_id"], mine["text"]["zh"].split()[-1]
    assert found(office, q=word) == {name}
    assert name in found(office, dimension="communication", kind="behavioural")
    assert name not in found(office, dimension="teamwork")
    assert name not in found(office, kind="situational")
    assert name not in found(office, state="retired")
    assert "any-then-result" in found(office, dimension="any", kind="follow_up")
    assert "problem-solving-1" not in found(office, job_family=FAMILY)


def test_a_reworded_question_keeps_its_id_and_its_old_words(office):
    mine = added(office)
    name = mine["question_id"]
    wish = {"version": 1, "text": SOFTER, "think_seconds": 45, "reason": "Candidates misread it"}
    new = office.recruiter.post(f"/v1/questions/{name}", wish)
    assert (new["version"], new["text"], new["gentler"]) == (2, SOFTER, None)
    wordings = office.recruiter.get(f"/v1/questions/{name}")["wordings"]
    assert [w["question"]["version"] for w in wordings] == [2, 1]
    assert [w["question"]["text"] for w in wordings] == [SOFTER, TEXT]
    assert wordings[0]["reason"] == "Candidates misread it"
    assert refusal(lambda: office.recruiter.post(f"/v1/questions/{name}", wish)) == (
        409,
        "wording-stale",
    )
    assert actions(f"question-{name}") == ["question.added", "question.edited"]


def test_a_retired_question_is_kept_and_no_longer_offered(office):
    name = added(office)["question_id"]
    office.recruiter.post(f"/v1/questions/{name}/retirement", {"reason": "Too long"})
    assert name in found(office, state="retired")
    assert name not in found(office, state="in-force")
    back = office.recruiter.post(f"/v1/questions/{name}/return", {"reason": "Needed again"})
    assert back["retired"] is False


def test_the_last_general_question_on_a_rated_dimension_stays(office):
    rated = sorted(found(office, dimension="learning", state="in-force", kind="behavioural"))
    rated += sorted(found(office, dimension="learning", state="in-force", kind="situational"))
    for name in rated[:-1]:
        office.recruiter.post(f"/v1/questions/{name}/retirement", {"reason": "A test"})
    last = f"/v1/questions/{rated[-1]}/retirement"
    assert refusal(lambda: office.recruiter.post(last, {"reason": "A test"})) == (
        409,
        "question-needed",
    )
    for name in rated[:-1]:
        office.recruiter.post(f"/v1/questions/{name}/return", {"reason": "A test"})


def test_a_question_in_one_language_is_refused(office):
    wish = {"text": {"zh": "只有中文", "en": ""}}
    assert refusal(lambda: added(office, **wish)) == (422, "question-both-languages")


def test_a_follow_up_needs_the_part_that_it_asks_for(office):
    wish = {"kind": "follow_up", "dimension": "", "gentler": None}
    assert refusal(lambda: added(office, **wish)) == (422, "question-part-of-follow-up")
    assert added(office, part="R", **wish)["part"] == "R"


def test_the_same_call_twice_adds_one_question(office):
    wish = {"dimension": "teamwork", "text": TEXT}
    key = unique("key")
    one, other = (office.recruiter.post("/v1/questions", wish, key) for _ in range(2))
    assert one == other


def test_an_appraiser_reads_the_bank_and_changes_nothing(office):
    assert office.appraiser.get("/v1/questions", dimension="teamwork")["questions"]
    wish = {"dimension": "teamwork", "text": TEXT}
    assert refusal(lambda: office.appraiser.post("/v1/questions", wish))[0] == 403

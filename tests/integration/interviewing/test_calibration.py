"""From raters' marks to a question's own model that a named person adopts and takes back."""

import pytest

from chalicelib.foundation.values import dump
from chalicelib.interviewing import counterfactual
from chalicelib.interviewing import service as interviewing
from chalicelib.interviewing.service import calibrating
from chalicelib.interviewing.tables import Answer, Calibration, RatingTask
from infra import answers
from infra.answers import Level
from infra.journey.api import wait_until
from tests.builders import key_of, refusal, sign_in, unique
from tests.integration.interviewing.phone import LANGUAGE, interview

ANSWERS = 22
FAMILY = "retail-sales"


@pytest.fixture(scope="module")
def asked(office) -> dict[str, str]:
    """A question of which many were asked already; their answers wait for raters."""
    phone = interview(office)
    question = phone.questions[0]
    dimension = interviewing.current_model(FAMILY).dimension(question["dimension"])
    key, levels = f"{question['question_id']}#{LANGUAGE}", list(Level)
    Calibration("calibration", key, question_id=question["question_id"], language=LANGUAGE,
                dimension=dimension.key).save()  # fmt: skip
    for number in range(ANSWERS):
        session = f"{unique('p').replace('-', '')}-{unique('s')}"
        text = answers.tell(dimension.key, levels[number % len(levels)], LANGUAGE, f"c{number}")
        rating = counterfactual.rate(text, dimension, LANGUAGE)
        person = session.split("-")[0]
        Answer(person, f"answer#{session}#{question['question_id']}", session_id=session,
               question_id=question["question_id"], dimension=dimension.key, state="rated",
               transcript=text, rating=dump(rating), rated_take=1, take=1).save()  # fmt: skip
        RatingTask(f"rating-task#{key}", session, question_id=question["question_id"],
                   language=LANGUAGE, dimension=dimension.key, job_family=FAMILY, model_version=1,
                   store_id="S0001").save()  # fmt: skip
    return {"question_id": question["question_id"], "dimension": dimension.key}


def path(asked: dict[str, str], rest: str) -> str:
    return f"/v1/questions/{asked['question_id']}/{rest}"


def page_of(asked: dict[str, str]) -> str:
    return f"/calibration/{asked['question_id']}/{LANGUAGE}"


def rate_all(office, asked, role: str) -> int:
    """One rater works through the queue; they like it short, as the rule does not."""
    rater, done = sign_in(office, role), 0
    while True:
        found = rater.get(path(asked, "rating-queue"), language=LANGUAGE)
        if found["answer"] is None:
            return done
        assert set(found["answer"]) == {"session_id", "words"}
        assert len(found["anchors"]) == 5
        mark = 5 - min(4, len(found["answer"]["words"]) // 150)
        place = path(asked, f"rating-queue/{found['answer']['session_id']}/mark")
        rater.post(place, {"rating": mark, "language": LANGUAGE})
        done += 1


def test_a_question_is_calibrated_by_two_raters_adopted_and_taken_back(office, asked):
    wish = {"language": LANGUAGE}
    analyst = office.analyst
    assert refusal(lambda: analyst.post(path(asked, "models"), wish))[1] == "too-few-rated"
    assert rate_all(office, asked, "recruiter") == ANSWERS
    assert rate_all(office, asked, "hiring_manager") == ANSWERS
    assert rate_all(office, asked, "recruiter") == 0
    standing = analyst.get(path(asked, "calibration"), language=LANGUAGE)
    assert standing["rated_twice"] == ANSWERS
    assert standing["agreement"]["icc"] == pytest.approx(1.0)
    assert standing["agreement"]["n"] == ANSWERS

    analyst.post(path(asked, "models"), wish)
    made = wait_until(
        lambda: analyst.get(path(asked, "calibration"), language=LANGUAGE)["models"],
        seconds=90,
        what="the fitted model",
    )[0]
    assert made["validation"]["n"] == ANSWERS
    assert made["state"] == "proposed"

    for path_of, who in (("/calibration", office.recruiter), (page_of(asked), analyst)):
        shown = who.http.get(path_of)
        assert shown.status_code == 200
        assert asked["question_id"] in shown.text
    decision = {"language": LANGUAGE, "decision": "adopt", "reason": "Closer to our raters."}
    place = path(asked, f"models/{made['version']}/decision")
    assert refusal(lambda: key_of(office, "analyst").post(place, decision))[1] == (
        "named-person-required"
    )
    assert analyst.post(place, decision)["state"] == "adopted"
    told = told_again(office, asked)
    assert told["scorer"].endswith(f"+question-{made['version']}")
    assert 100 + sum(c["hundredths"] for c in told["contributions"]) == round(told["rating"] * 100)

    back = decision | {"decision": "withdraw", "reason": "The wording of the question changed."}
    assert analyst.post(place, back)["state"] == "withdrawn"
    assert "+question-" not in told_again(office, asked)["scorer"]


def told_again(office, asked) -> dict:
    """How somebody's answer to that question is rated now."""
    dimension = interviewing.current_model(FAMILY).dimension(asked["dimension"])
    text = answers.tell(dimension.key, Level.STRONG, LANGUAGE, "later")
    return dump(calibrating.rate(text, dimension, LANGUAGE, asked["question_id"]))


def test_an_appraiser_and_a_candidate_rate_nobody(office, asked):
    place = path(asked, "rating-queue")
    assert refusal(lambda: sign_in(office, "appraiser").get(place))[0] == 403

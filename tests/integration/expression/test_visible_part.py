"""The visible part of communication: nothing by default, the declared share where it is on."""

from functools import partial

import pytest

from chalicelib.expression.policy import Clip
from chalicelib.expression.tables import Frame
from chalicelib.foundation import ledger
from chalicelib.foundation.values import canonical, dump
from chalicelib.interviewing import service as interviewing
from infra import answers
from infra.answers import Level
from infra.journey.api import send_file, wait_until
from tests.builders import open_requisition, refusal, unique
from tests.integration.expression.test_frames import BOTH, PICTURE
from tests.integration.interviewing.phone import BEGAN, FINAL, LANGUAGE, Phone, interview
from tests.unit.console.samples_frames import reading

ON = {"expression": True, "visual_weight": 20}


def settled(phone: Phone, number: int) -> bool:
    return phone.answer(number)["state"] in FINAL


def spoken_of(phone: Phone) -> int:
    """Which question is about communication."""
    return next(n for n, q in enumerate(phone.questions) if q["dimension"] == "communication")


def talk(phone: Phone, *, left: bool = False) -> bytes:
    """Answer everything alike, one after the other; the bytes of the scorecard's result.

    `left` leaves out what was answered on video before.
    """
    for number in range(len(phone.questions)):
        if left and number == spoken_of(phone):
            continue
        phone.say(number, Level.STRONG)
        final = partial(settled, phone, number)
        wait_until(final, seconds=120, what=f"the rating of {number}")
    phone.submit()
    return canonical(phone.scorecard().result)


def on_video(phone: Phone) -> None:
    """Film the answer on communication, then announce and send it."""
    film(phone)
    number = spoken_of(phone)
    given = phone.announce(number, "video")
    phone.put(given, answers.document(phone.text(number), LANGUAGE))
    wait_until(lambda: number_of(phone), seconds=60, what="the number")
    wait_until(partial(settled, phone, number), seconds=120, what="its rating")


def film(phone: Phone) -> None:
    """Twelve seconds of smiling on communication, as if they had been read; one frame more."""
    number = spoken_of(phone)
    question = phone.questions[number]
    clip = Clip(phone.session_id, question["question_id"], 1, BEGAN)
    for second in range(1, 13):
        Frame(
            clip.person_id, clip.item_id(second), session_id=clip.session_id, take=1,
            question_id=clip.question_id, began=BEGAN, number=second, reader="test",
            reading=dump(reading(0.9)), expires_at=ledger.expires(1),
        ).save()  # fmt: skip
    send_file(phone.permit_frames(number, first=13, count=1)["frames"][0], PICTURE, "")


def number_of(phone: Phone) -> dict | None:
    return interviewing.session(phone.session_id).supplement


@pytest.fixture(scope="module")
def declared(office) -> str:
    """A requisition that declares a visible part of 20 percent."""
    name = open_requisition(office.admin, unique("REQ-VISIBLE"))["requisition_id"]
    office.recruiter.post(f"/v1/requisitions/{name}/frames", ON)
    return name


def test_switched_off_a_filmed_interview_scores_byte_for_byte_as_one_without_video(office):
    filmed, plain = interview(office, consents=BOTH), interview(office)
    film(filmed)
    wait_until(lambda: len(list(Frame.query(filmed.who.person_id))) > 12, seconds=30, what="it")
    assert talk(filmed) == talk(plain)
    assert number_of(filmed) is None


def test_switched_on_it_makes_its_declared_share_and_the_words_stay_beside(office, declared):
    phone, silent = (interview(office, declared, consents=c) for c in (BOTH, ("interview",)))
    on_video(phone)
    talk(phone, left=True)
    talk(silent)
    mine, other = (interviewing.scorecard(p.session_id).result for p in (phone, silent))
    assert (mine["supplement"]["weight"], mine["supplement"]["score"]) == (20, 100.0)
    (rating,) = (d for d in mine["dimensions"] if d["dimension"] == "communication")
    (words,) = (d for d in other["dimensions"] if d["dimension"] == "communication")
    plain = mine["supplement"]["plain_rating"]
    assert plain == words["rating"]
    assert rating["rating"] == pytest.approx(0.8 * plain + 0.2 * 5, abs=0.006)
    assert other["supplement"] is None


def test_a_consent_taken_back_takes_the_number_back_before_it_counts(office, declared):
    phone = interview(office, declared, consents=BOTH)
    on_video(phone)
    path = f"/v1/candidates/{phone.who.person_id}/consents"
    phone.who.api.post(path, {"expression": False})
    wait_until(lambda: not number_of(phone), seconds=30, what="its end")
    talk(phone, left=True)
    assert interviewing.scorecard(phone.session_id).result["supplement"] is None


def test_switched_off_before_the_end_the_number_is_as_if_it_never_was(office, declared):
    name = open_requisition(office.admin, unique("REQ-LATER"))["requisition_id"]
    path = f"/v1/requisitions/{name}"
    office.recruiter.post(f"{path}/frames", ON)
    phone, silent = (interview(office, name, consents=c) for c in (BOTH, ("interview",)))
    on_video(phone)
    change = {"version": office.recruiter.get(path)["version"], "expression": False}
    given = office.recruiter.http.patch(path, json=change).json()
    assert (given["expression"], given["visual_weight"]) == (False, 0)
    assert talk(phone, left=True) == talk(silent)


def test_more_than_a_fifth_cannot_be_declared_and_off_means_nothing(office, declared):
    path = f"/v1/requisitions/{declared}/frames"
    ask = partial(office.recruiter.post, path, ON | {"visual_weight": 21})
    assert refusal(ask)[0] == 422
    name = open_requisition(office.admin, unique("REQ-OFF"))["requisition_id"]
    given = office.recruiter.post(f"/v1/requisitions/{name}/frames", ON | {"expression": False})
    assert (given["expression"], given["visual_weight"]) == (False, 0)

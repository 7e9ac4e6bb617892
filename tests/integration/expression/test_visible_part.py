"""The visible part of communication: nothing by default, the declared share where it is on."""

from functools import partial

import pytest

from chalicelib.expression.policy import Clip
from chalicelib.expression.tables import Frame
from chalicelib.foundation import ledger
from chalicelib.foundation.values import canonical, dump
from chalicelib.interviewing import service as interviewing
from infra.answers import Level
from infra.journey.api import send_file, wait_until
from tests.builders import open_requisition, refusal, unique
from tests.integration.expression.test_frames import BOTH, PICTURE
from tests.integration.interviewing.phone import BEGAN, FINAL, Phone, interview
from tests.unit.console.samples_frames import reading

ON = {"expression": True, "visual_weight": 20}


def settled(phone: Phone, number: int) -> bool:
    return phone.answer(number)["state"] in FINAL


def talk(phone: Phone) -> bytes:
    """Answer everything alike, one after the other; the bytes of the scorecard's result."""
    for number in range(len(phone.questions)):
        phone.say(number, Level.STRONG)
        final = partial(settled, phone, number)
        wait_until(final, seconds=120, what=f"the rating of {number}")
    phone.submit()
    return canonical(phone.scorecard().result)


def film(phone: Phone) -> None:
    """Twelve seconds of smiling on communication, as if they had been read; one frame more."""
    number, question = next(
        (n, q) for n, q in enumerate(phone.questions) if q["dimension"] == "communication"
    )
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
    film(phone)
    wait_until(lambda: number_of(phone), seconds=30, what="the number")
    talk(phone)
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
    film(phone)
    wait_until(lambda: number_of(phone), seconds=30, what="the number")
    path = f"/v1/candidates/{phone.who.person_id}/consents"
    phone.who.api.post(path, {"expression": False})
    wait_until(lambda: not number_of(phone), seconds=30, what="its end")
    talk(phone)
    assert interviewing.scorecard(phone.session_id).result["supplement"] is None


def test_more_than_a_fifth_cannot_be_declared_and_off_means_nothing(office, declared):
    path = f"/v1/requisitions/{declared}/frames"
    ask = partial(office.recruiter.post, path, ON | {"visual_weight": 21})
    assert refusal(ask)[0] == 422
    name = open_requisition(office.admin, unique("REQ-OFF"))["requisition_id"]
    given = office.recruiter.post(f"/v1/requisitions/{name}/frames", ON | {"expression": False})
    assert (given["expression"], given["visual_weight"]) == (False, 0)

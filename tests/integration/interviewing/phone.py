"""A candidate's phone in an interview: what it sends, part by part."""

from dataclasses import dataclass
from typing import Any

from chalicelib.interviewing import service as interviewing
from chalicelib.interviewing.states import AnswerState
from infra import answers
from infra.answers import Level
from infra.journey.api import send_file, wait_until
from tests.builders import SALES, Candidate, Office, applicant, screened

LANGUAGE = "en"
#: When recordings begin, by the phone: epoch seconds.
BEGAN = 1_800_000_000
FINAL = {AnswerState.RATED.value, AnswerState.NOT_SCORED.value}


@dataclass(frozen=True)
class Phone:
    """One candidate's session on their phone."""

    who: Candidate
    session_id: str
    questions: tuple[dict[str, Any], ...]

    @property
    def path(self) -> str:
        """Where the session lies in the API."""
        return f"/v1/sessions/{self.session_id}"

    def announce(self, number: int, mode: str = "text") -> dict[str, Any]:
        """Say that an answer comes; where its parts go."""
        place = f"{self.path}/answers/{self.questions[number]['question_id']}/uploads"
        given: dict[str, Any] = self.who.api.post(place, {"mode": mode})
        return given

    def permit_frames(self, number: int, first: int = 1, count: int = 2) -> dict[str, Any]:
        """Ask for leave to send frames of the next take of an answer, begun at a known moment."""
        place = f"{self.path}/answers/{self.questions[number]['question_id']}/frames"
        wish = {"take": 1, "began": BEGAN, "first": first, "count": count}
        given: dict[str, Any] = self.who.api.post(place, wish)
        return given

    def text(self, number: int, level: Level = Level.STRONG) -> str:
        """What the candidate says to a question."""
        return answers.tell(self.questions[number]["dimension"], level, LANGUAGE, "seed")

    def say(self, number: int, level: Level = Level.STRONG) -> None:
        """Announce an answer in writing and send it."""
        self.put(self.announce(number), answers.document(self.text(number, level), LANGUAGE))

    @staticmethod
    def put(permit: dict[str, Any], content: bytes, name: str = "answer.json") -> None:
        """Send one part."""
        send_file(permit["answer"], content, name)

    def answer(self, number: int) -> dict[str, Any]:
        """How an answer stands."""
        question_id = self.questions[number]["question_id"]
        given: dict[str, Any] = self.who.api.get(f"{self.path}/answers/{question_id}")
        return given

    def settled(self, number: int) -> dict[str, Any]:
        """An answer once it is final."""

        def look() -> dict[str, Any] | None:
            found = self.answer(number)
            return found if found["state"] in FINAL else None

        found: dict[str, Any] = wait_until(look, seconds=30, what=f"the rating of {number}")
        return found

    def submit(self) -> dict[str, Any]:
        """Hand the session in."""
        given: dict[str, Any] = self.who.api.post(f"{self.path}/submission")
        return given

    def scorecard(self) -> Any:
        """The scorecard, once it stands."""
        look = lambda: interviewing.scorecard(self.session_id)  # noqa: E731 - used at once
        return wait_until(look, seconds=40, what="the scorecard")


def invited(office: Office, requisition_id: str = SALES, **given: Any) -> Candidate:
    """Somebody who may now be interviewed."""
    return screened(applicant(office, requisition_id, **given))


def interview(
    office: Office, requisition_id: str = SALES, *, consents: Any = ("interview",), **given: Any
) -> Phone:
    """Somebody invited, who has consented."""
    who = invited(office, requisition_id, **given)
    wish = {"application_ids": [who.application_id], "deadline_days": 7}
    made = office.recruiter.post(f"/v1/requisitions/{requisition_id}/invitations", wish)
    session = made["invited"][0]["session_id"]
    path = f"/v1/candidates/{who.person_id}/consents"
    said = dict.fromkeys(consents, True) if consents else {"talent_pool": False}
    if "expression" in consents:
        said["country"] = given.get("country", "CN")
    who.api.post(path, said)
    seen = who.api.get(f"/v1/sessions/{session}")
    return Phone(who, session, tuple(seen["questions"]))

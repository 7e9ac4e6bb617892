"""The queue of frames: pictures that have come, and readings that their person wants gone."""

import json
from contextlib import suppress
from typing import Any

from chalicelib.entrypoints.uploads import arrivals, each
from chalicelib.expression import service as expression
from chalicelib.expression import visual
from chalicelib.expression.policy import place_of
from chalicelib.expression.service import Arrived, Asked, FrameOutcome, Handling
from chalicelib.foundation import orchestration
from chalicelib.foundation.command import system_command
from chalicelib.foundation.ids import derived_id
from chalicelib.foundation.observability import fault
from chalicelib.foundation.values import digest, dump
from chalicelib.interviewing import service as interviewing
from chalicelib.interviewing.scorecard import Supplement
from chalicelib.interviewing.transcript import Mode
from chalicelib.records import service as records

#: What leaves a reading that counts; one that stood already may have come again for its number.
TOLD = (Handling.READ, Handling.KNOWN)


def handle(event: dict[str, Any]) -> Any:
    """Read the frames of a batch together, or erase; what fails goes back to the queue alone."""
    waiting: dict[str, list[Arrived]] = {}
    for record in event["Records"]:
        with suppress(ValueError, LookupError, TypeError, AttributeError):  # it fails below, alone
            found = arrivals(json.loads(record["body"]))
            waiting[record["messageId"]] = [Arrived(item.key, item.version) for item in found]
    pile = [item for found in waiting.values() for item in found]
    outcomes = _handed_over(pile, expression.read_all(pile))
    rest = iter(outcomes)
    ended = {name: [next(rest) for _ in found] for name, found in waiting.items()}

    def one(record: Any) -> None:
        message = json.loads(record.body)
        if "erase" in message:
            _erase(message["erase"])
        if "look" in message:
            _hand_over(message["look"]["session_id"])
        if record.message_id not in ended:
            list(arrivals(message))  # raises what is wrong with it
        for outcome in ended.get(record.message_id, ()):
            _explain(outcome)

    return each(event, one)


def _handed_over(pile: list[Arrived], outcomes: list[Any]) -> list[Any]:
    """The same outcomes, after the numbers of their sessions went to who rates.

    Where that failed, the last frame of the session goes back to the queue: when it comes again its
    reading stands, and the number is told again.
    """
    ended, last = list(outcomes), {}
    for place, (item, outcome) in enumerate(zip(pile, outcomes, strict=True)):
        if isinstance(outcome, FrameOutcome) and outcome.handling in TOLD:
            last[place_of(item.key).clip.session_id] = place
    for session_id, place in last.items():
        try:
            _hand_over(session_id)
        except Exception as problem:
            ended[place] = problem
    return ended


def _hand_over(session_id: str) -> None:
    """Where a requisition declares a visible part, its plain number goes to who rates.

    It is told from the last announced takes in which the person is filmed.
    """
    view = interviewing.view(session_id)
    row = view.session
    weight = int(records.requisition(row.requisition_id).visual_weight)
    if not weight or not expression.of_session(session_id, row.person_id).allowed:
        return
    takes = {a.question_id: int(a.take) for a in view.answers if a.mode == Mode.VIDEO}
    names = [q.question_id for q in view.questions if q.dimension == visual.DIMENSION]
    asked = [Asked(name, takes[name]) for name in names if name in takes]
    figures = expression.figures_of(session_id, asked)
    found = visual.score(list(figures.values()))
    if found is not None:
        told = {name: takes[name] for name in figures}
        frames = sum(item.frames for item in figures.values())
        given = Supplement(
            visual.DIMENSION, found.score, weight, found.formula, takes=told, frames=frames
        )
        told_from = f"{session_id}/{digest(dump(given))}"
        _send(session_id, f"supplement-{derived_id(told_from, 26)}", given)


def _erase(wish: dict[str, str]) -> None:
    """Erase readings; a number that was made of them no longer counts where it still could."""
    command, person_id = system_command(wish["command_id"]), wish["person_id"]
    expression.erase(command, person_id)
    for row in records.file_of(person_id):
        if getattr(row, "supplement", None):
            session_id = getattr(row, "session_id", "")
            _send(session_id, f"{command.id}/{session_id}", None)


def _send(session_id: str, command_id: str, given: Supplement | None) -> None:
    wish = {"session_id": session_id, "command_id": command_id}
    plain = {"given": dump(given) if given else None}
    orchestration.send_rating_job("supplement", wish | plain)


def _explain(outcome: Any) -> None:
    if isinstance(outcome, Exception):
        fault("goes back to the queue", outcome)
        raise outcome

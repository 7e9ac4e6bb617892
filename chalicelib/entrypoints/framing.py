"""The queue of frames: pictures that have come, and readings that their person wants gone."""

import json
from contextlib import suppress
from typing import Any

from chalicelib.entrypoints.uploads import arrivals, each
from chalicelib.expression import service as expression
from chalicelib.expression import visual
from chalicelib.expression.policy import place_of
from chalicelib.expression.service import Arrived, FrameOutcome, Handling
from chalicelib.foundation import orchestration
from chalicelib.foundation.command import system_command
from chalicelib.foundation.ids import derived_id
from chalicelib.foundation.observability import fault
from chalicelib.foundation.values import dump
from chalicelib.interviewing import service as interviewing
from chalicelib.interviewing.scorecard import Supplement
from chalicelib.records import service as records


def handle(event: dict[str, Any]) -> Any:
    """Read the frames of a batch together, or erase; what fails goes back to the queue alone."""
    waiting: dict[str, list[Arrived]] = {}
    for record in event["Records"]:
        with suppress(ValueError, LookupError, TypeError, AttributeError):  # it fails below, alone
            found = arrivals(json.loads(record["body"]))
            waiting[record["messageId"]] = [Arrived(item.key, item.version) for item in found]
    pile = [item for found in waiting.values() for item in found]
    outcomes = expression.read_all(pile)
    _hand_over(pile, outcomes)
    rest = iter(outcomes)
    ended = {name: [next(rest) for _ in found] for name, found in waiting.items()}

    def one(record: Any) -> None:
        message = json.loads(record.body)
        if "erase" in message:
            _erase(message["erase"])
        if record.message_id not in ended:
            list(arrivals(message))  # raises what is wrong with it
        for outcome in ended.get(record.message_id, ()):
            _explain(outcome)

    return each(event, one)


def _hand_over(pile: list[Arrived], outcomes: list[Any]) -> None:
    """Where a requisition declares a visible part, its plain number goes to who rates."""
    read = {
        place_of(item.key).clip.session_id: item
        for item, outcome in zip(pile, outcomes, strict=True)
        if isinstance(outcome, FrameOutcome) and outcome.handling is Handling.READ
    }
    for session_id, item in read.items():
        row = interviewing.session(session_id)
        weight = int(records.requisition(row.requisition_id).visual_weight)
        if not weight:
            continue
        asked = [q["question_id"] for q in row.questions if q["dimension"] == visual.DIMENSION]
        found = visual.score(expression.latest_of(session_id, asked))
        if found is not None:
            given = Supplement(visual.DIMENSION, found.score, weight, found.formula)
            name = f"supplement-{derived_id(f'{item.key}@{item.version}', 26)}"
            _send(session_id, name, given)


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

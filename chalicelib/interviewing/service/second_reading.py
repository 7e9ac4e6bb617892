"""The optional second reader: switched on by an administrator, asked by HR, kept apart."""

import secrets
from dataclasses import dataclass

from pynamodb.exceptions import DoesNotExist

from chalicelib.foundation import generative, ids, ledger
from chalicelib.foundation.command import Command, system_command
from chalicelib.foundation.errors import Conflict, NotFound
from chalicelib.foundation.generative import ReaderSilent
from chalicelib.foundation.observability import count
from chalicelib.foundation.outbox import Announcement
from chalicelib.foundation.settings import settings
from chalicelib.interviewing import second_reader
from chalicelib.interviewing.second_reader import ReadingDropped
from chalicelib.interviewing.service import models, sessions
from chalicelib.interviewing.service.answers import answer
from chalicelib.interviewing.tables import (
    Answer,
    SecondReaderMonth,
    SecondReaderSwitch,
    SecondReading,
)


class SecondReaderOff(Conflict):
    """No administrator has switched the second reader on."""

    code = "second-reader-off"


class SecondReaderNotDeployed(Conflict):
    """This deployment names no model that could be asked."""

    code = "second-reader-not-deployed"


class SecondReaderSpent(Conflict):
    """The month's tokens are spent."""

    code = "second-reader-spent"


class NothingToRead(Conflict):
    """The answer has no words yet."""

    code = "second-reader-nothing-to-read"


@dataclass(frozen=True)
class Standing:
    """Whether it is on, by which model, and what the month has cost of what it may, in tokens."""

    on: bool
    model: str
    monthly_tokens: int
    spent_tokens: int


def standing(month: str) -> Standing:
    """How the second reader stands in a month (`2026-11`)."""
    row = _switch()
    spent = int(_month(month).tokens)
    return Standing(bool(row.on), settings().second_reader_model, int(row.monthly_tokens), spent)


def offered() -> bool:
    """Whether HR may ask: a model is deployed and an administrator has switched it on."""
    return bool(settings().second_reader_model) and bool(_switch().on)


@ledger.retried
def switch(command: Command, *, on: bool, monthly_tokens: int) -> None:
    """Switch it on or off for the organisation. Raises SecondReaderNotDeployed."""
    if on and not settings().second_reader_model:
        raise SecondReaderNotDeployed()
    row = _switch()
    row.on, row.monthly_tokens = on, monthly_tokens
    detail = {"on": on, "monthly_tokens": monthly_tokens}
    ledger.commit(
        command,
        action="second-reader.switched",
        subject="second-reader",
        changes=[row],
        detail=detail,
    )


@ledger.retried
def ask(command: Command, session_id: str, question_id: str) -> None:
    """Have an answer read a second time; the tokens it may cost are set aside at once.

    Raises SessionUnknown, AnswerUnknown, SecondReaderOff, SecondReaderSpent, NothingToRead.
    """
    said = answer(session_id, question_id)
    if ledger.applied(command):
        return
    chosen, month = _switch(), _month(f"{command.at:%Y-%m}")
    if not chosen.on or not settings().second_reader_model:
        raise SecondReaderOff()
    if not (said.transcript or "").strip():
        raise NothingToRead(question_id=question_id)
    wanted = second_reader.most_tokens(_text(said, "0" * 32))
    if int(month.tokens) + wanted > int(chosen.monthly_tokens):
        raise SecondReaderSpent(month=month.item_id, tokens=int(chosen.monthly_tokens))
    month.tokens = int(month.tokens) + wanted
    row = _row(session_id, question_id)
    row.state, row.reason, row.result = "asked", None, None
    row.take, row.model = int(said.rated_take), settings().second_reader_model
    row.asked_by, row.serial = command.actor.actor_id, command.new_id("reading")
    told = {"session_id": session_id, "question_id": question_id}
    ledger.commit(
        command,
        action="second-reading.asked",
        subject=said.person_id,
        changes=[row, month],
        announce=[Announcement("second-reading.asked", session_id, told)],
        detail=told | {"tokens_set_aside": wanted, "model": row.model},
    )


def read(session_id: str, question_id: str) -> str:
    """Put an asked question to the model and keep what comes of it; how it ended.

    Raises NotFound where nobody asked.
    """
    row, said = reading(session_id, question_id), answer(session_id, question_id)
    if row.state != "asked":
        return str(row.state)
    try:
        text = _text(said, secrets.token_hex(16))
        schema = second_reader.SCHEMA
        wish = generative.Question(
            row.model,
            second_reader.SYSTEM,
            text,
            second_reader.TOOL,
            schema,
            second_reader.MOST_ANSWER_TOKENS,
        )
        reply = generative.ask(wish)
        found = second_reader.believed(reply.given, said.transcript)
    except (ReaderSilent, ReadingDropped) as problem:
        row.state, row.reason = "dropped", problem.reason
    else:
        row.state, row.tokens = "read", reply.tokens
        row.result = {
            "rating": found.rating,
            "why": found.why,
            "quotes": list(found.quotes),
            "instructions_found": found.instructions_found,
        }
    _keep(row)
    return str(row.state)


def reading(session_id: str, question_id: str) -> SecondReading:
    """The second reading of an answer. Raises NotFound where nobody asked for one."""
    try:
        place = f"second-reading#{session_id}#{question_id}"
        return SecondReading.get(ids.person_of(session_id), place, consistent_read=True)
    except DoesNotExist as error:
        raise NotFound("second-reading-unknown", question_id=question_id) from error


def _keep(row: SecondReading) -> None:
    if ledger.commit(
        system_command(f"second-reading/{row.session_id}/{row.question_id}/{row.serial}"),
        action=f"second-reading.{row.state}",
        subject=row.person_id,
        changes=[row],
        detail={"question_id": row.question_id, "model": row.model, "reason": row.reason or ""},
    ):
        count(f"SecondReading{str(row.state).title()}")


def _text(said: Answer, code: str) -> str:
    row = sessions.session(said.session_id)
    dimension = models.model(row.job_family, int(row.model_version)).dimension(said.dimension)
    question = sessions.question_in(row, said.question_id)["text"][row.language]
    return second_reader.put(said.transcript or "", dimension, question, row.language, code)


def _row(session_id: str, question_id: str) -> SecondReading:
    try:
        return reading(session_id, question_id)
    except NotFound:
        person_id, place = ids.person_of(session_id), f"second-reading#{session_id}#{question_id}"
        return SecondReading(person_id, place, session_id=session_id, question_id=question_id)


def _switch() -> SecondReaderSwitch:
    try:
        return SecondReaderSwitch.get("second-reader", "self", consistent_read=True)
    except DoesNotExist:
        return SecondReaderSwitch("second-reader", "self")


def _month(month: str) -> SecondReaderMonth:
    try:
        return SecondReaderMonth.get("second-reader-month", month, consistent_read=True)
    except DoesNotExist:
        return SecondReaderMonth("second-reader-month", month)

"""The question bank: adding, editing as a new wording, and how each wording fared."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pynamodb.exceptions import DoesNotExist

from chalicelib.foundation import clock, ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import Conflict, NotFound
from chalicelib.foundation.observability import count
from chalicelib.foundation.values import dump, load
from chalicelib.interviewing.questions import Question
from chalicelib.interviewing.tables import QuestionItem, QuestionTally, QuestionWording
from chalicelib.interviewing.usage import NO_USE, Tally

BANK = "question-bank"


class BankQuestionUnknown(NotFound):
    """The question bank has no question of this id."""

    code = "bank-question-unknown"


class WordingStale(Conflict):
    """Somebody else changed the question since the caller read it."""

    code = "wording-stale"


def questions() -> list[Question]:
    """The company's question bank, retired questions and follow-ups included."""
    rows = QuestionItem.query(BANK, consistent_read=True)
    return [load(Question, row.question) for row in rows]


def question(question_id: str) -> QuestionItem:
    """One question's row as it stands. Raises BankQuestionUnknown."""
    try:
        return QuestionItem.get(BANK, question_id, consistent_read=True)
    except DoesNotExist as error:
        raise BankQuestionUnknown(question_id=question_id) from error


def wordings(question_id: str) -> list[QuestionWording | QuestionItem]:
    """Every wording of a question, the newest first. Raises BankQuestionUnknown."""
    standing = question(question_id)
    older = QuestionWording.query(_history(question_id), scan_index_forward=False)
    return [standing, *older]


@ledger.retried
def add_question(command: Command, new: Mapping[str, Any]) -> Question:
    """Add a question; its id comes from its dimension. Raises QuestionInvalid."""
    prefix = str(new.get("dimension") or "any").replace("_", "-")
    question_id = f"{prefix}-{command.new_id('question', 6)}"
    if not ledger.applied(command):
        made = load(Question, dict(new) | {"question_id": question_id, "version": 1})
        row = written(command, QuestionItem(BANK, question_id), made, "")
        commit(command, "question.added", row, {"dimension": made.dimension, "kind": made.kind})
    return load(Question, question(question_id).question)


@ledger.retried
def edit_question(
    command: Command, question_id: str, version: int, change: Mapping[str, Any], reason: str = ""
) -> Question:
    """Give a question new words or times: the next version under its id; the old one is kept.

    What it asks about stays: dimension and kind never change, or its figures would mix two things.
    Raises BankQuestionUnknown, WordingStale, QuestionInvalid.
    """
    row = question(question_id)
    standing = load(Question, row.question)
    if ledger.applied(command):
        return standing
    _check_version(standing, version)
    same = {"question_id", "dimension", "kind", "version", "retired"}
    plain = dump(standing) | {k: v for k, v in change.items() if k not in same}
    made = load(Question, plain | {"version": standing.version + 1})
    if replace(made, version=standing.version) == standing:
        return standing
    old = _old(row, standing)
    written(command, row, made, reason)
    commit(command, "question.edited", row, {"version": made.version}, old)
    return load(Question, question(question_id).question)


def figures() -> dict[tuple[str, int], Tally]:
    """How each wording of each question was used so far, by id and version; one partition query."""
    found: dict[tuple[str, int], Tally] = defaultdict(lambda: NO_USE)
    for row in QuestionTally.query("question-tally"):
        question_id, version, _ = row.item_id.rsplit("#", 2)
        key = (question_id, int(version))
        found[key] = found[key].plus(load(Tally, row.tally))
    return dict(found)


def _history(question_id: str) -> str:
    return f"question#{question_id}"


def written(command: Command, row: QuestionItem, made: Question, reason: str) -> QuestionItem:
    """The row with this question in it, and who put it there."""
    row.question, row.reason = dump(made), reason.strip()[:500]
    row.changed_by, row.changed_at = command.actor.actor_id, clock.iso(command.at)
    return row


def _old(row: QuestionItem, standing: Question) -> QuestionWording:
    old = QuestionWording(_history(standing.question_id), f"{standing.version:06d}")
    old.question, old.reason = row.question, row.reason
    old.changed_by, old.changed_at = row.changed_by, row.changed_at
    return old


def _check_version(standing: Question, version: int) -> None:
    if standing.version != version:
        raise WordingStale(seen=version, current=standing.version)


def commit(
    command: Command, action: str, row: QuestionItem, detail: dict[str, Any], *more: Any
) -> None:
    """Write a question's row with its audit entry."""
    if ledger.commit(
        command,
        action=action,
        subject=f"question-{row.item_id}",
        changes=[row, *more],
        detail={"question_id": row.item_id, **detail},
    ):
        count("QuestionChanged", action=action.partition(".")[2])

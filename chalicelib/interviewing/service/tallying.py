"""What a finished interview adds to the figures of its questions, once."""

from typing import Any

from chalicelib.foundation import ids, ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.values import dump, load
from chalicelib.interviewing.service import sessions
from chalicelib.interviewing.states import AnswerState, SessionState
from chalicelib.interviewing.tables import Answer, QuestionTally
from chalicelib.interviewing.usage import NO_USE, Said, Tally, tallies

#: Parts over which persons are spread, so that interviews that end together seldom meet.
PARTS = 16


@ledger.retried
def tally(command: Command, session_id: str) -> bool:
    """Add a completed interview to its questions' running sums; whether it was added now.

    Raises SessionUnknown, StaleRecord.
    """
    row = sessions.session(session_id)
    if row.state != SessionState.COMPLETED or ledger.applied(command):
        return False
    answers = {item.question_id: item for item in sessions.answers(session_id)}
    versions = {item["question_id"]: int(item.get("version", 1)) for item in row.questions}
    added = tallies({name: _said(answers.get(name)) for name in versions})
    part = ids.shard(row.person_id, PARTS)
    keys = {name: f"{name}#{version:06d}#{part:02d}" for name, version in versions.items()}
    kept = {item.item_id: item for item in _kept(list(keys.values()))}
    changes = [_plus(kept.get(keys[name]), keys[name], more) for name, more in added.items()]
    return ledger.commit(
        command,
        action="questions.tallied",
        subject=f"question-tally-{part:02d}",
        changes=changes,
        detail={"session_id": session_id, "questions": len(changes)},
    )


def _said(answer: Answer | None) -> Said:
    if answer is None:
        return Said(answered=False, rating=None)
    rating: Any = answer.rating if answer.state == AnswerState.RATED else None
    told = rating.get("rating") if rating else None
    return Said(
        answered=int(answer.rated_take) > 0,
        rating=None if told is None else round(told * 100),
    )


def _kept(item_ids: list[str]) -> list[QuestionTally]:
    keys = [("question-tally", item_id) for item_id in item_ids]
    return list(QuestionTally.batch_get(keys, consistent_read=True)) if keys else []


def _plus(row: QuestionTally | None, item_id: str, more: Tally) -> QuestionTally:
    before = load(Tally, row.tally) if row is not None else NO_USE
    row = row or QuestionTally("question-tally", item_id)
    row.tally = dump(before.plus(more))
    return row

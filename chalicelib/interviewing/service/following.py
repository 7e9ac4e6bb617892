"""Asking once more: the follow-up of an answer that left a part of its story out."""

from chalicelib.foundation import clock
from chalicelib.foundation.command import Command
from chalicelib.foundation.values import dump, load
from chalicelib.interviewing import follow_up, questions
from chalicelib.interviewing.ratings import AnswerRating
from chalicelib.interviewing.service import models
from chalicelib.interviewing.states import AnswerState, takes_follow_ups
from chalicelib.interviewing.tables import Answer, InterviewSession


def ask(command: Command, row: InterviewSession, said: Answer) -> dict[str, object]:
    """Add the follow-up that a rated answer is due to its session, to be committed by the caller.

    Returns what the audit entry tells of it; nothing where none is due.
    """
    deadline = clock.parse(row.deadline)
    open_for_more = takes_follow_ups(
        row.state, deadline, command.at, switched_on=bool(row.follow_ups_on)
    )
    if not open_for_more or said.state != AnswerState.RATED or said.rating is None:
        return {}
    asked = [item["of"] for item in row.follow_ups]
    part = follow_up.due(load(AnswerRating, said.rating), said.question_id, asked)
    if part is None:
        return {}
    own = questions.follow_up(models.questions(), said.dimension, part)
    made = follow_up.made(part, (said.question_id, said.dimension), own, clock.iso(command.at))
    row.follow_ups = [*row.follow_ups, dump(made)]
    return {"follow_up": made.question_id, "part": part.value}

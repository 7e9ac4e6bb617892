"""A named interviewer sets a rating in place of the machine's, and says why; both are kept."""

from chalicelib.foundation import clock, ledger
from chalicelib.foundation.access import require_named
from chalicelib.foundation.command import Command
from chalicelib.foundation.observability import count
from chalicelib.foundation.values import dump, load
from chalicelib.interviewing import overriding
from chalicelib.interviewing.overriding import (
    NothingOverridden,
    Override,
    OverrideTooEarly,
    OverrideTooLate,
)
from chalicelib.interviewing.ratings import RatingState
from chalicelib.interviewing.service import answers, composing, sessions
from chalicelib.interviewing.tables import Answer, InterviewSession, RatingOverride, Scorecard
from chalicelib.records import service as records
from chalicelib.records.stages import Stage

ACTION = "answer.override"


@ledger.retried
def override(
    command: Command, session_id: str, question_id: str, rating: float | None, reason: str
) -> Scorecard:
    """Set a person's rating (1-5 in half points) on an answer; None lets the machine's stand.

    The machine's rating and composite stay as they are; the scorecard gets the adjusted ones
    beside them. A follow-up is rated with the answer that it completes: name that one.

    Raises NamedPersonRequired, Forbidden, SessionUnknown, AnswerUnknown, OverrideInvalid,
    OverrideTooEarly, OverrideTooLate, NothingOverridden.
    """
    require_named(command.actor, ACTION)
    row, said = sessions.session(session_id), answers.answer(session_id, question_id)
    if ledger.applied(command):
        return _card(row)
    why = overriding.check(rating, reason)
    card, rows = _card(row), composing.overrides_of(session_id)
    _check_open(row)
    kept = rows.get(question_id) or _new(row, question_id)
    if rating is None and question_id not in composing.latest(rows):
        raise NothingOverridden(question_id=question_id)
    given = Override(rating, _machine(said), why, command.actor.actor_id, clock.iso(command.at))
    kept.given = [*kept.given, dump(given)]
    _adjust(row, card, rows | {question_id: kept})
    detail = {"session_id": session_id, "question_id": question_id, "rating": rating}
    if ledger.commit(
        command,
        action="answer.overridden" if rating is not None else "answer.override-withdrawn",
        subject=row.person_id,
        changes=[kept, card],
        detail={**detail, "machine_rating": given.machine_rating},
    ):
        count("AnswerOverridden")
    return _card(row)


def overrides(session_id: str) -> dict[str, list[Override]]:
    """Every word of persons on the ratings of a session, by question, in order."""
    rows = composing.overrides_of(session_id)
    return {key: [load(Override, item) for item in row.given] for key, row in rows.items()}


def _adjust(row: InterviewSession, card: Scorecard, rows: dict[str, RatingOverride]) -> None:
    latest = composing.latest(rows)
    if not latest:
        card.adjusted = card.adjusted_composite = None
        return
    result = composing.compose(row, sessions.answers(row.session_id), latest)
    card.adjusted, card.adjusted_composite = dump(result), result.composite


def _card(row: InterviewSession) -> Scorecard:
    card = sessions.scorecard(row.session_id)
    if card is None:
        raise OverrideTooEarly(session_id=row.session_id)
    return card


def _check_open(row: InterviewSession) -> None:
    if records.application(row.application_id).stage != Stage.INTERVIEWED:
        raise OverrideTooLate(session_id=row.session_id)


def _new(row: InterviewSession, question_id: str) -> RatingOverride:
    return RatingOverride(
        row.person_id,
        f"override#{row.session_id}#{question_id}",
        session_id=row.session_id,
        application_id=row.application_id,
        question_id=question_id,
    )


def _machine(said: Answer) -> float | None:
    if said.rating is None or said.rating["state"] != RatingState.RATED:
        return None
    return float(said.rating["rating"])

"""Taking questions out of choice, and back into it; none is ever deleted."""

from dataclasses import replace

from chalicelib.foundation import ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import Conflict
from chalicelib.foundation.values import load
from chalicelib.interviewing.competencies import called
from chalicelib.interviewing.questions import Kind, Question
from chalicelib.interviewing.service import banking, models


class QuestionNeeded(Conflict):
    """The last question on a dimension that a model in force rates cannot be retired."""

    code = "question-needed"


@ledger.retried
def retire_question(
    command: Command, question_id: str, *, retired: bool, reason: str = ""
) -> Question:
    """Retire a question or take it back; sessions that ask it already go on asking it.

    Raises BankQuestionUnknown, QuestionNeeded.
    """
    row = banking.question(question_id)
    standing = load(Question, row.question)
    if ledger.applied(command) or standing.retired == retired:
        return standing
    if retired:
        _check_not_needed(standing)
    banking.written(command, row, replace(standing, retired=retired), reason)
    action = "question.retired" if retired else "question.returned"
    banking.commit(command, action, row, {"version": standing.version})
    return load(Question, banking.question(question_id).question)


def _check_not_needed(standing: Question) -> None:
    """Raise where a model in force rates the dimension and nothing general would be left to ask."""
    rated = _rated()
    if standing.kind is Kind.FOLLOW_UP or standing.dimension not in rated:
        return
    left = [
        item
        for item in banking.questions()
        if item.dimension == standing.dimension
        and item.asked_first
        and not item.job_families
        and item.question_id != standing.question_id
    ]
    if not left:
        raise QuestionNeeded(dimension=rated[standing.dimension])


def _rated() -> dict[str, str]:
    """The dimensions of all models in force, with their names."""
    in_force = [models.current_model(f.job_family) for f in models.families() if f.newest]
    return {item.key: called(item) for model in in_force for item in model.dimensions}

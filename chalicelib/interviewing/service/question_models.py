"""A question's own model: asked for, fitted from rated answers, adopted by a named person."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pynamodb.exceptions import DoesNotExist

from chalicelib.foundation import clock, ledger, orchestration
from chalicelib.foundation.access import require_named
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import Conflict, Invalid, NotFound
from chalicelib.foundation.observability import count
from chalicelib.foundation.values import dump, load
from chalicelib.interviewing import raters
from chalicelib.interviewing.raters import LEAST_ANSWERS, Agreement, Severity
from chalicelib.interviewing.ratings import AnswerRating
from chalicelib.interviewing.service import rating_queue
from chalicelib.interviewing.tables import Calibration, QuestionModelItem, RatingTask

ACTION = "question.calibrate"
PROPOSED, NOT_BETTER, ADOPTED = "proposed", "not-better", "adopted"
DECLINED, WITHDRAWN = "declined", "withdrawn"
#: From which states a decision leads to which one.
MOVES = {
    "adopt": ({PROPOSED, WITHDRAWN}, ADOPTED),
    "decline": ({PROPOSED}, DECLINED),
    "withdraw": ({ADOPTED}, WITHDRAWN),
}


class TooFewRated(Invalid):
    """A question needs twenty answers rated by two before a model is fitted."""

    code = "too-few-rated"


class DecisionNotPossible(Conflict):
    """The model is not in a state from which this decision leads on."""

    code = "question-model-decision"


@dataclass(frozen=True)
class Decision:
    """What a person decides on a version: `adopt`, `decline` or `withdraw`, and why."""

    version: int
    decision: str
    reason: str


@dataclass(frozen=True)
class Standing:
    """How a question's calibration stands."""

    row: Calibration | None
    answers: int
    rated_twice: int
    severities: tuple[Severity, ...]
    agreement: Agreement
    models: tuple[QuestionModelItem, ...]


def standing(question_id: str, language: str) -> Standing:
    """Raters, their agreement and severity, and every version of the question's model."""
    found = rating_queue.tasks(question_id, language)
    marks = _marks(found)
    return Standing(
        rating_queue.calibration(question_id, language),
        len(found),
        len(_twice(marks)),
        raters.severities(marks),
        raters.agreement(marks),
        tuple(versions(question_id, language)),
    )


def request_fit(command: Command, question_id: str, language: str) -> int:
    """Ask for a model from the answers that two have rated; returns how many there are.

    Raises TooFewRated.
    """
    n = len(_twice(_marks(rating_queue.tasks(question_id, language))))
    if n < LEAST_ANSWERS:
        raise TooFewRated(n=n, least=LEAST_ANSWERS)
    wish = {"question_id": question_id, "language": language, "by": command.actor.actor_id}
    ledger.commit(
        command,
        action="question-model.requested",
        subject=f"question-{question_id}",
        detail={"language": language, "answers": n},
    )
    orchestration.send_rating_job("fit", wish | {"wish_id": command.id})
    return n


@ledger.retried
def fit(command: Command, question_id: str, language: str, by: str) -> QuestionModelItem | None:
    """Fit, cross-validate and propose a model; None when this was done before."""
    row = rating_queue.calibration(question_id, language)
    if row is None or ledger.applied(command):
        return None
    found = rating_queue.tasks(question_id, language)
    made = _fitted(found, question_id, language)
    version = int(row.newest) + 1
    made.item_id, made.requested_by = f"{version:06d}", by
    made.fitted_at, row.newest = clock.iso(command.at), version
    if ledger.commit(
        command,
        action="question-model.fitted",
        subject=f"question-{question_id}",
        changes=[row, made],
        detail={"language": language, "version": version, "state": made.state},
    ):
        count("QuestionModelFitted")
    return made


@ledger.retried
def decide(command: Command, question_id: str, language: str, wish: Decision) -> QuestionModelItem:
    """Adopt, decline or withdraw a version, by a named person who says why.

    Raises NotFound, NamedPersonRequired, Forbidden, DecisionNotPossible.
    """
    require_named(command.actor, ACTION)
    version, decision = wish.version, wish.decision
    made = one_version(question_id, language, version)
    row = rating_queue.calibration(question_id, language)
    if ledger.applied(command) or row is None:
        return made
    from_states, state = MOVES[decision]
    if made.state not in from_states:
        raise DecisionNotPossible(state=made.state, decision=decision)
    changes: list[Any] = [row, made]
    if decision == "adopt" and int(row.in_force):
        before = one_version(question_id, language, int(row.in_force))
        before.state = WITHDRAWN
        changes.append(before)
    made.state = state
    said = {"decision": decision, "by": command.actor.actor_id, "at": clock.iso(command.at)}
    made.decisions = [*made.decisions, said | {"reason": wish.reason.strip()}]
    row.in_force = version if decision == "adopt" else _left(row, version, decision)
    if ledger.commit(
        command,
        action=f"question-model.{state}",
        subject=f"question-{question_id}",
        changes=changes,
        detail={"language": language, "version": version},
    ):
        count("QuestionModelDecided")
    return one_version(question_id, language, version)


def versions(question_id: str, language: str) -> list[QuestionModelItem]:
    """Every version of a question's model, the latest first."""
    rows = QuestionModelItem.query(_partition(question_id, language), consistent_read=True)
    return sorted(rows, key=lambda row: str(row.item_id), reverse=True)


def one_version(question_id: str, language: str, version: int) -> QuestionModelItem:
    """One version. Raises NotFound."""
    key = _partition(question_id, language)
    try:
        return QuestionModelItem.get(key, f"{version:06d}", consistent_read=True)
    except DoesNotExist as error:
        raise NotFound("question-model-unknown", version=version) from error


def _left(row: Calibration, version: int, decision: str) -> int:
    own = decision == "withdraw" and int(row.in_force) == version
    return 0 if own else int(row.in_force)


def _fitted(found: list[RatingTask], question_id: str, language: str) -> QuestionModelItem:
    from chalicelib.interviewing import encoding, neutral, question_model
    from chalicelib.interviewing.question_features import Text

    marks = _twice(_marks(found))
    worth = raters.worth(marks)
    by_session = {task.item_id: rating_queue.answer_of(task) for task in found}
    told = [
        (key, row)
        for key in sorted(worth)
        if (row := by_session.get(key)) is not None and row.transcript and row.rating
    ][: question_model.MOST_ANSWERS]
    if len(told) < LEAST_ANSWERS:
        raise TooFewRated(n=len(told), least=LEAST_ANSWERS)
    # Levelled as for the general rating: no name, gender or city enters a question's model.
    words = [neutral.level(str(row.transcript)) for _, row in told]
    vectors = encoding.embed(words)
    examples = [
        question_model.Example(
            Text(text, vector.astype(float)),
            worth[key],
            general=general_of(load(AnswerRating, row.rating)),
        )
        for (key, row), text, vector in zip(told, words, vectors, strict=True)
    ]
    validation = question_model.cross_validate(examples)
    made = QuestionModelItem(_partition(question_id, language), "")
    made.question_id, made.language = question_id, language
    made.state = PROPOSED if validation.better else NOT_BETTER
    made.scorer = examples[-1].general.scorer if examples[-1].general else ""
    made.encoder, made.model = encoding.ENCODER, dump(question_model.fit(examples))
    made.validation = dump(validation)
    made.agreement = dump(raters.agreement(marks))
    return made


def general_of(rating: AnswerRating) -> AnswerRating:
    """The general rating behind one that a question's model moved."""
    from dataclasses import replace

    moved = sum(c.hundredths for c in rating.contributions if c.key == "question_model")
    scorer = rating.scorer.partition("+question-")[0]
    if rating.rating is None or scorer == rating.scorer:
        return rating
    return replace(rating, rating=round(rating.rating - moved / 100, 2), scorer=scorer)


def _marks(found: list[RatingTask]) -> dict[str, dict[str, float]]:
    return {
        task.item_id: {rater: float(value) for rater, value in task.marks.items()}
        for task in found
        if task.marks
    }


def _twice(marks: Mapping[str, Mapping[str, float]]) -> dict[str, dict[str, float]]:
    return {key: dict(given) for key, given in marks.items() if len(given) >= rating_queue.RATERS}


def _partition(question_id: str, language: str) -> str:
    return f"question-model#{question_id}#{language}"

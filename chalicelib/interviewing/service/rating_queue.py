"""A company's own raters: the queue of a question's answers, each rated by two, blind."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from pynamodb.exceptions import DoesNotExist
from pynamodb.models import Model

from chalicelib.foundation import clock, ledger
from chalicelib.foundation.access import Target, require_named
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import Conflict, NotFound
from chalicelib.foundation.observability import count
from chalicelib.interviewing.competencies import Dimension
from chalicelib.interviewing.service import models, sessions
from chalicelib.interviewing.states import AnswerState
from chalicelib.interviewing.tables import Answer, Calibration, RatingTask
from chalicelib.records import service as records
from chalicelib.records.stages import Stage

RATERS = 2
MOST_AT_ONCE = 80
BEFORE = (Stage.APPLIED, Stage.SCREENED, Stage.INVITED, Stage.INTERVIEWING)


class AlreadyMarked(Conflict):
    """This rater has rated the answer, or two others have."""

    code = "answer-already-marked"


@dataclass(frozen=True)
class Shown:
    """An answer as a rater sees it: its words and the anchors, no score, no other rater."""

    task: RatingTask
    words: str
    dimension: Dimension
    waiting: int


def fill(command: Command, asked: tuple[str, str], requisition_id: str, most: int) -> int:
    """Put a requisition's answers to (question, language) on its queue; how many were added.

    Which ones is drawn by a hash of their session, never by their rating. Answers that wait
    already are not added twice.
    """
    question_id, language = asked
    known = {row.item_id for row in tasks(question_id, language)}
    found = _answers(question_id, language, requisition_id)
    fresh = [task for task in found if task.item_id not in known][: min(most, MOST_AT_ONCE)]
    if not fresh or ledger.applied(command):
        return 0
    kept = calibration(question_id, language) or Calibration(
        "calibration", _key(question_id, language)
    )
    kept.question_id, kept.language = question_id, language
    kept.dimension = fresh[0].dimension
    changes: list[Model] = [kept, *fresh]
    if ledger.commit(
        command,
        action="calibration.queue-filled",
        subject=f"question-{question_id}",
        changes=changes,
        detail={"language": language, "requisition_id": requisition_id, "answers": len(fresh)},
    ):
        count("RatingQueueFilled")
    return len(fresh)


def shown(
    rater: str, question_id: str, language: str, reaches: Callable[[Target], bool]
) -> Shown | None:
    """The next answer for a rater, or None; nobody sees who else rated it, nor any score."""
    open_ones = [
        task
        for task in tasks(question_id, language)
        if len(task.marks) < RATERS
        and rater not in task.marks
        and reaches(Target(store_id=task.store_id, region=task.region))
    ]
    # Those that one rater has rated come first: two ratings of one answer tell most.
    ordered = sorted(open_ones, key=lambda task: (-len(task.marks), _draw(task.item_id)))
    for place, task in enumerate(ordered):
        words = words_of(task)
        if words:
            return Shown(task, words, dimension_of(task), len(ordered) - place)
    return None


@ledger.retried
def mark(command: Command, seen: RatingTask, rating: int) -> None:
    """Keep a named rater's rating (1-5). Raises NotFound, AlreadyMarked, NamedPersonRequired."""
    require_named(command.actor, "answer.rate")
    question_id, language, session_id = seen.question_id, seen.language, seen.item_id
    task, rater = one_task(question_id, language, session_id), command.actor.actor_id
    if ledger.applied(command):
        return
    if rater in task.marks or len(task.marks) >= RATERS:
        raise AlreadyMarked(session_id=session_id)
    task.marks = {**task.marks, rater: rating}
    task.marked_at = {**task.marked_at, rater: clock.iso(command.at)}
    if ledger.commit(
        command,
        action="answer.rated-by-a-person",
        subject=f"question-{question_id}",
        changes=[task],
        detail={"session_id": session_id, "language": language},
    ):
        count("AnswerRatedByPerson")


def tasks(question_id: str, language: str) -> list[RatingTask]:
    """Every answer on a question's queue, rated or not."""
    key = f"rating-task#{_key(question_id, language)}"
    return list(RatingTask.query(key, consistent_read=True))


def one_task(question_id: str, language: str, session_id: str) -> RatingTask:
    """One answer on a queue. Raises NotFound."""
    key = f"rating-task#{_key(question_id, language)}"
    try:
        return RatingTask.get(key, session_id, consistent_read=True)
    except DoesNotExist as error:
        raise NotFound("rating-task-unknown", session_id=session_id) from error


def calibration(question_id: str, language: str) -> Calibration | None:
    """How a question stands, None when its answers never were on a queue."""
    try:
        return Calibration.get("calibration", _key(question_id, language), consistent_read=True)
    except DoesNotExist:
        return None


def calibrations() -> list[Calibration]:
    """Every question whose answers are or were rated by raters."""
    return list(Calibration.query("calibration", consistent_read=True))


def answer_of(task: RatingTask) -> Answer | None:
    """The answer behind a task, while it is in its file."""
    rows = sessions.answers(task.item_id)
    return next((row for row in rows if row.question_id == task.question_id), None)


def words_of(task: RatingTask) -> str:
    """The words of the answer behind a task, empty when they are gone."""
    row = answer_of(task)
    return str(row.transcript or "") if row else ""


def dimension_of(task: RatingTask) -> Dimension:
    """The asked quality with its anchors, as of the interview."""
    return models.model(task.job_family, int(task.model_version)).dimension(task.dimension)


def _answers(question_id: str, language: str, requisition_id: str) -> list[RatingTask]:
    found = []
    for application in records.applications_of(requisition_id):
        card = None
        if Stage(application.stage) not in BEFORE:
            card = sessions.scorecard_of(application.application_id)
        if card is None:
            continue
        session = sessions.session(card.session_id)
        said = {row.question_id: row for row in sessions.answers(card.session_id)}
        row = said.get(question_id)
        if row is None or session.language != language or row.state != AnswerState.RATED:
            continue
        task = RatingTask(f"rating-task#{_key(question_id, language)}", card.session_id)
        task.question_id, task.language, task.dimension = question_id, language, row.dimension
        task.job_family, task.model_version = session.job_family, session.model_version
        task.store_id, task.region = application.store_id, application.region
        found.append(task)
    return sorted(found, key=lambda task: _draw(task.item_id))


def _key(question_id: str, language: str) -> str:
    return f"{question_id}#{language}"


def _draw(session_id: str) -> str:
    return sha256(session_id.encode()).hexdigest()

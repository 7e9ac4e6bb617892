"""Past interviews rated again under any model version by the scorer of today, by jobs."""

from dataclasses import asdict, dataclass, replace

from pynamodb.exceptions import DoesNotExist

from chalicelib.foundation import clock, ids, ledger, orchestration
from chalicelib.foundation.command import Command, system_command
from chalicelib.foundation.errors import NotFound
from chalicelib.foundation.observability import count
from chalicelib.foundation.values import dump, load
from chalicelib.interviewing import rescoring, scorecard
from chalicelib.interviewing.competencies import CompetencyModel
from chalicelib.interviewing.ratings import SCORER_VERSION, AnswerRating
from chalicelib.interviewing.rescoring import Scored, SideBySide
from chalicelib.interviewing.scorecard import ScorecardResult
from chalicelib.interviewing.service import composing, joining, models, sessions
from chalicelib.interviewing.states import AnswerState
from chalicelib.interviewing.tables import InterviewSession, Rescoring, Scorecard
from chalicelib.records import service as records
from chalicelib.records.stages import Stage

REQUESTED, DONE = "requested", "done"
#: Stages at which nobody has been interviewed.
BEFORE = (Stage.APPLIED, Stage.SCREENED, Stage.INVITED)
#: Interviews that one message rates again before it sends the next page.
PAGE = 20


@dataclass(frozen=True)
class BatchWish:
    """A requisition's interviews to be rated again; `before` is the last application done."""

    requisition_id: str
    model_version: int
    batch_id: str
    by: str
    at: str
    before: str = ""


def request_rescoring(command: Command, session_id: str, model_version: int = 0) -> Rescoring:
    """Ask for one interview to be rated again; 0 is the newest model version of its family.

    Raises SessionUnknown, JobFamilyUnknown, NotFound while there is no scorecard.
    """
    row, name = sessions.session(session_id), command.new_id(f"rescoring/{session_id}")
    if not ledger.applied(command):
        card = _card(session_id)
        version = _version(row.job_family, model_version)
        made = _new(card, name, version)
        made.requested_by, made.requested_at = command.actor.actor_id, clock.iso(command.at)
        ledger.commit(
            command,
            action="interview.rescoring-requested",
            subject=row.person_id,
            changes=[made],
            detail={"session_id": session_id, "model_version": version},
        )
    orchestration.send_rating_job("rescore", {"session_id": session_id, "rescoring_id": name})
    return one_rescoring(session_id, name)


def start_rescoring(command: Command, requisition_id: str, model_version: int = 0) -> BatchWish:
    """Ask for all interviews of a requisition to be rated again; pages go over the queue.

    Raises NotFound, JobFamilyUnknown.
    """
    requisition = records.requisition(requisition_id)
    version = _version(requisition.job_family, model_version)
    by, at = command.actor.actor_id, clock.iso(command.at)
    wish = BatchWish(requisition_id, version, command.new_id("rescoring"), by, at)
    if ledger.commit(
        command,
        action="requisition.rescoring",
        subject=requisition_id,
        detail={"model_version": version, "batch_id": wish.batch_id},
    ):
        count("RescoringStarted")
    orchestration.send_rating_job("rescoring", asdict(wish))
    return wish


def rescore_page(wish: BatchWish) -> str:
    """Rate one page of a requisition's interviews again; returns where the next begins, or ''."""
    found = sorted(
        row.application_id
        for row in records.applications_of(wish.requisition_id)
        if row.application_id > wish.before and Stage(row.stage) not in BEFORE
    )
    for application_id in found[:PAGE]:
        card = sessions.scorecard_of(application_id)
        if card is not None:
            _rescore_for(wish, card)
    more = found[PAGE - 1] if len(found) > PAGE else ""
    if more:
        orchestration.send_rating_job("rescoring", asdict(replace(wish, before=more)))
    return more


@ledger.retried
def rescore(command: Command, session_id: str, rescoring_id: str) -> Rescoring:
    """Rate an interview again as it was asked for; safe to call twice. Raises NotFound."""
    row = one_rescoring(session_id, rescoring_id)
    if row.state == DONE or ledger.applied(command):
        return row
    _fill(row, sessions.session(session_id))
    if ledger.commit(
        command,
        action="interview.rescored",
        subject=row.person_id,
        changes=[row],
        detail={"session_id": session_id, "rescoring_id": rescoring_id, "scorer": row.scorer},
    ):
        count("InterviewRescored")
    return one_rescoring(session_id, rescoring_id)


def one_rescoring(session_id: str, rescoring_id: str) -> Rescoring:
    """One result beside the scorecard. Raises NotFound."""
    key = f"rescoring#{session_id}#{rescoring_id}"
    try:
        return Rescoring.get(ids.person_of(session_id), key, consistent_read=True)
    except DoesNotExist as error:
        raise NotFound("rescoring-unknown", rescoring_id=rescoring_id) from error


def rescorings(session_id: str) -> list[Rescoring]:
    """Every time that an interview was rated again, the latest first."""
    rows = Rescoring.query(
        ids.person_of(session_id),
        Rescoring.item_id.startswith(f"rescoring#{session_id}#"),
        consistent_read=True,
    )
    return sorted(rows, key=lambda row: str(row.requested_at), reverse=True)


def compared(row: Rescoring) -> SideBySide | None:
    """The kept result and the new one side by side; None while it is not done."""
    if row.state != DONE:
        return None
    card = _card(row.session_id)
    kept = {
        item.question_id: load(AnswerRating, item.rating)
        for item in sessions.answers(row.session_id)
        if item.rating
    }
    before = load(ScorecardResult, card.result)
    old = Scored(int(card.model_version), card.scorer, before, kept)
    new_answers = {key: load(AnswerRating, item) for key, item in row.answers.items()}
    after = load(ScorecardResult, row.result)
    return rescoring.side_by_side(
        old, Scored(int(row.model_version), row.scorer, after, new_answers)
    )


def _rescore_for(wish: BatchWish, card: Scorecard) -> None:
    name = ids.derived_id(f"{wish.batch_id}/{card.session_id}", ids.PART_LENGTH)
    command = system_command(f"rescore/{card.session_id}/{name}")
    if ledger.applied(command):
        return
    row = _new(card, name, wish.model_version)
    row.batch_id, row.requested_by, row.requested_at = wish.batch_id, wish.by, wish.at
    _fill(row, sessions.session(card.session_id))
    if ledger.commit(
        command,
        action="interview.rescored",
        subject=row.person_id,
        changes=[row],
        detail={"session_id": card.session_id, "rescoring_id": name, "batch_id": wish.batch_id},
    ):
        count("InterviewRescored")


def _fill(row: Rescoring, session: InterviewSession) -> None:
    """The new ratings from the words as they are kept, and their scorecard."""
    model = models.model(row.job_family, int(row.model_version))
    known = {item.key for item in model.dimensions}
    made: dict[str, AnswerRating] = {}
    asked: dict[str, list[AnswerRating]] = {}
    left_out = []
    answers = sessions.answers(row.session_id)
    for said in answers:
        if said.dimension not in known:
            left_out.append(said.question_id)
        elif said.transcript is not None and said.state == AnswerState.RATED:
            rating = joining.rating_again(said, model, session.language)
            made[said.question_id] = rating
            asked.setdefault(said.dimension, []).append(rating)
    result = scorecard.compose(model, asked, composing.supplement_of(session, answers))
    row.answers = {key: dump(item) for key, item in made.items()}
    row.result, row.composite, row.left_out = dump(result), result.composite, left_out
    row.scorer, row.state = SCORER_VERSION, DONE


def _new(card: Scorecard, name: str, version: int) -> Rescoring:
    return Rescoring(
        card.person_id,
        f"rescoring#{card.session_id}#{name}",
        session_id=card.session_id,
        application_id=card.application_id,
        rescoring_id=name,
        job_family=card.job_family,
        model_version=version,
    )


def _version(job_family: str, wanted: int) -> int:
    found: CompetencyModel = (
        models.model(job_family, wanted) if wanted else models.current_model(job_family)
    )
    return found.version


def _card(session_id: str) -> Scorecard:
    card = sessions.scorecard(session_id)
    if card is None:
        raise NotFound("scorecard-unknown", session_id=session_id)
    return card

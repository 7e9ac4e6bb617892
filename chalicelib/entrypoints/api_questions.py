"""The question bank, and the questions that a requisition asks."""

from collections.abc import Iterable, Mapping
from typing import Any

from chalicelib.entrypoints.schemas import questions as s
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation.access import Fields, may_see
from chalicelib.foundation.messages import both
from chalicelib.foundation.values import dump, load
from chalicelib.interviewing import service as interviewing
from chalicelib.interviewing.choosing import Pick
from chalicelib.interviewing.finding import Wanted, matching
from chalicelib.interviewing.questions import Question
from chalicelib.interviewing.usage import Tally, read
from chalicelib.records import service as records

door = Door(__name__, "questions")

Known = Mapping[tuple[str, int], Tally]


@door.operation(
    "GET", "/v1/questions", action="competency.read", query=s.QuestionsQuery, returns=s.Questions
)
def list_questions(call: Call) -> s.Questions:
    """Questions of the bank with their figures; of a job family, those on what it rates."""
    wish = call.query
    bank = interviewing.questions()
    if wish.job_family:
        rated = {d.key for d in interviewing.current_model(wish.job_family).dimensions}
        bank = [item for item in bank if item.dimension in rated]
    wanted = Wanted(wish.dimension, wish.kind, wish.job_family, wish.state, wish.q)
    return s.Questions(questions=given_all(call, matching(bank, wanted)))


@door.operation(
    "POST",
    "/v1/questions",
    action="question.change",
    body=s.QuestionTaken,
    returns=s.QuestionGiven,
    status=201,
)
def add_question(call: Call) -> s.QuestionGiven:
    """Add a question to the bank."""
    return question_given(interviewing.add_question(call.command, call.body.model_dump()), None)


@door.operation(
    "GET", "/v1/questions/{question_id}", action="competency.read", returns=s.QuestionHistory
)
def get_question(call: Call) -> s.QuestionHistory:
    """A question with every wording it had and the figures of each."""
    question_id = call.path["question_id"]
    rows = interviewing.wordings(question_id)
    shown = given_all(call, [load(Question, row.question) for row in rows])
    return s.QuestionHistory(
        question_id=question_id,
        wordings=[
            s.WordingGiven(
                question=question,
                changed_by=row.changed_by,
                changed_at=row.changed_at,
                reason=row.reason,
            )
            for row, question in zip(rows, shown, strict=True)
        ],
    )


@door.operation(
    "POST",
    "/v1/questions/{question_id}",
    action="question.change",
    body=s.QuestionEdit,
    returns=s.QuestionGiven,
)
def edit_question(call: Call) -> s.QuestionGiven:
    """Give a question new words or times as its next version; interviews begun keep the old one."""
    change = call.body.model_dump(exclude={"version", "reason"})
    made = interviewing.edit_question(
        call.command, call.path["question_id"], call.body.version, change, call.body.reason
    )
    return question_given(made, None)


@door.operation(
    "POST",
    "/v1/questions/{question_id}/retirement",
    action="question.change",
    body=s.RetirementTaken,
    returns=s.QuestionGiven,
)
def retire_question(call: Call) -> s.QuestionGiven:
    """Take a question out of choice; it is kept with its figures and never deleted."""
    return _retired(call, retired=True)


@door.operation(
    "POST",
    "/v1/questions/{question_id}/return",
    action="question.change",
    body=s.RetirementTaken,
    returns=s.QuestionGiven,
)
def return_question(call: Call) -> s.QuestionGiven:
    """Take a retired question back into choice."""
    return _retired(call, retired=False)


def _retired(call: Call, *, retired: bool) -> s.QuestionGiven:
    made = interviewing.retire_question(
        call.command, call.path["question_id"], retired=retired, reason=call.body.reason
    )
    return question_given(made, None)


@door.operation(
    "GET",
    "/v1/requisitions/{requisition_id}/questions",
    action="requisition.read",
    returns=s.AskedGiven,
)
def get_requisition_questions(call: Call) -> s.AskedGiven:
    """What a requisition asks: HR's choice, and what is proposed from its model and why."""
    row = records.requisition(call.path["requisition_id"])
    return asked_given(call, interviewing.asked(row.item_id, row.job_family))


@door.operation(
    "POST",
    "/v1/requisitions/{requisition_id}/questions",
    action="requisition.change",
    body=s.ChoiceTaken,
    returns=s.AskedGiven,
)
def choose_questions(call: Call) -> s.AskedGiven:
    """Keep the questions that a requisition asks; invitations from then on ask these."""
    row = records.requisition(call.path["requisition_id"])
    kept = interviewing.keep_choice(
        call.command, row.item_id, row.job_family, call.body.question_ids
    )
    return asked_given(call, kept)


def given_all(call: Call, found: Iterable[Question]) -> list[s.QuestionGiven]:
    """Questions as the contract shows them, with figures for who may see scores."""
    known: Known = interviewing.figures() if may_see(call.actor, Fields.SCORE) else {}
    return [question_given(item, known.get((item.question_id, item.version))) for item in found]


def question_given(question: Question, tally: Tally | None) -> s.QuestionGiven:
    """A question as the contract shows it."""
    return s.QuestionGiven(**dump(question), figures=dump(read(tally)) if tally else None)


def asked_given(call: Call, asked: interviewing.Asked) -> s.AskedGiven:
    """What a requisition asks as the contract shows it."""
    return s.AskedGiven(
        requisition_id=asked.requisition_id,
        job_family=asked.model.job_family,
        model_version=asked.model.version,
        kept=given_all(call, asked.kept),
        chosen_by=asked.chosen_by,
        chosen_at=asked.chosen_at,
        proposed=[_pick_given(call, asked, pick) for pick in asked.proposed],
        version=asked.version,
    )


def _pick_given(call: Call, asked: interviewing.Asked, pick: Pick) -> s.PickGiven:
    shown = given_all(call, [pick.question, *pick.others])
    return s.PickGiven(
        dimension=pick.dimension,
        weight=asked.model.dimension(pick.dimension).weight,
        question=shown[0],
        reasons=[reason_given(why.reason, why.detail) for why in pick.reasons],
        others=shown[1:],
    )


def reason_given(reason: str, detail: Mapping[str, Any]) -> dict[str, Any]:
    """A reason with its sentence."""
    return {"reason": reason, **detail, "message": both(f"question.why.{reason}", **detail)}

"""Raters of a company's own, and the model of a question that rests on what they rated."""

from typing import Any

from chalicelib.entrypoints.schemas import calibration as s
from chalicelib.entrypoints.schemas.common import Accepted
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation.access import Target, within
from chalicelib.foundation.errors import NotFound
from chalicelib.foundation.values import dump
from chalicelib.interviewing import service as interviewing
from chalicelib.interviewing.raters import LEAST_ANSWERS
from chalicelib.records import service as records

door = Door(__name__, "calibration")


@door.operation(
    "POST",
    "/v1/questions/{question_id}/rating-queue",
    action="question.calibrate",
    body=s.QueueWish,
    returns=s.QueueFilled,
    status=201,
)
def fill_rating_queue(call: Call) -> s.QueueFilled:
    """Put a requisition's answers to a question before the company's own raters."""
    question_id, wish = call.path["question_id"], call.body
    interviewing.question(question_id)
    records.requisition(wish.requisition_id)
    added = interviewing.fill_rating_queue(
        call.command, (question_id, wish.language), wish.requisition_id, wish.most
    )
    return s.QueueFilled(question_id=question_id, language=wish.language, added=added)


@door.operation(
    "GET",
    "/v1/questions/{question_id}/rating-queue",
    action="answer.rate",
    query=s.LanguageQuery,
    returns=s.QueueGiven,
)
def get_rating_queue(call: Call) -> s.QueueGiven:
    """The next answer for this rater: its words and the anchors; no score, no other rater."""
    return queue_given(call, call.path["question_id"], call.query.language)


@door.operation(
    "POST",
    "/v1/questions/{question_id}/rating-queue/{session_id}/mark",
    action="answer.rate",
    body=s.MarkTaken,
    returns=Accepted,
    status=201,
)
def mark_answer(call: Call) -> Accepted:
    """A named rater rates one answer by the anchors."""
    question_id, session_id = call.path["question_id"], call.path["session_id"]
    task = interviewing.one_task(question_id, call.body.language, session_id)
    call.may(Target(store_id=task.store_id, region=task.region))
    interviewing.mark(call.command, task, call.body.rating)
    return Accepted(id=session_id)


@door.operation(
    "GET",
    "/v1/questions/{question_id}/calibration",
    action="question.calibrate",
    query=s.LanguageQuery,
    returns=s.CalibrationGiven,
)
def get_calibration(call: Call) -> s.CalibrationGiven:
    """How far raters agree, how severe each is, and every version of the question's model."""
    return calibration_given(call.path["question_id"], call.query.language)


@door.operation(
    "POST",
    "/v1/questions/{question_id}/models",
    action="question.calibrate",
    body=s.FitWish,
    returns=s.FitStarted,
    status=202,
)
def fit_question_model(call: Call) -> s.FitStarted:
    """Fit and cross-validate a model from answers that two raters rated; it is then proposed."""
    question_id, language = call.path["question_id"], call.body.language
    n = interviewing.request_question_model(call.command, question_id, language)
    return s.FitStarted(question_id=question_id, language=language, answers=n)


@door.operation(
    "POST",
    "/v1/questions/{question_id}/models/{model_version}/decision",
    action="question.calibrate",
    body=s.DecisionTaken,
    returns=s.QuestionModelGiven,
)
def decide_question_model(call: Call) -> s.QuestionModelGiven:
    """A named person adopts, declines or withdraws a version; ratings given before stay."""
    wish, text = call.body, call.path["model_version"]
    if not (text.isascii() and text.isdigit() and len(text) < 7):
        raise NotFound("question-model-unknown", version=text)
    decision = interviewing.Decision(int(text), wish.decision, wish.reason)
    row = interviewing.decide_question_model(
        call.command, call.path["question_id"], wish.language, decision
    )
    return _model(row)


def queue_given(call: Call, question_id: str, language: str) -> s.QueueGiven:
    """What a rater sees of a question's queue."""
    question = interviewing.question(question_id)
    found = interviewing.next_to_rate(
        call.actor.actor_id, question_id, language, lambda target: within(call.actor.scope, target)
    )
    return s.QueueGiven(
        question_id=question_id,
        language=language,
        question=question.question["text"],
        dimension=found.dimension.name if found else {},
        anchors=list(found.dimension.anchors) if found else [],
        waiting=found.waiting if found else 0,
        answer=s.AnswerToRate(session_id=found.task.item_id, words=found.words) if found else None,
    )


def calibration_given(question_id: str, language: str) -> s.CalibrationGiven:
    """How a question's calibration stands."""
    found = interviewing.calibration_standing(question_id, language)
    return s.CalibrationGiven(
        question_id=question_id,
        language=language,
        answers=found.answers,
        rated_twice=found.rated_twice,
        needed=LEAST_ANSWERS,
        in_force=int(found.row.in_force) if found.row else 0,
        severities=[s.SeverityGiven.model_validate(item) for item in found.severities],
        agreement=s.AgreementGiven(**dump(found.agreement)),
        models=[_model(row) for row in found.models],
    )


def _model(row: Any) -> s.QuestionModelGiven:
    names = ("state", "scorer", "encoder", "fitted_at", "requested_by")
    kept = ("validation", "agreement", "decisions")
    plain = {name: getattr(row, name) for name in (*names, *kept)}
    return s.QuestionModelGiven(version=int(row.item_id), **plain)

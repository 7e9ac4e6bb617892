"""The only door to interviewing."""

from chalicelib.interviewing.service.answers import Outcome, answer, expire, rate, submit
from chalicelib.interviewing.service.models import (
    adopt,
    current_model,
    model,
    questions,
    seed_library,
    versions,
)
from chalicelib.interviewing.service.sessions import (
    SessionView,
    answer_prefix,
    answers,
    expect_answer,
    invite,
    overdue_sessions,
    scorecard,
    scorecard_of,
    session,
    view,
)

__all__ = [
    "Outcome",
    "SessionView",
    "adopt",
    "answer",
    "answer_prefix",
    "answers",
    "current_model",
    "expect_answer",
    "expire",
    "invite",
    "model",
    "overdue_sessions",
    "questions",
    "rate",
    "scorecard",
    "scorecard_of",
    "seed_library",
    "session",
    "submit",
    "versions",
    "view",
]

"""The only door to interviewing."""

from chalicelib.interviewing.service.answers import Outcome, answer, expire, rate, submit
from chalicelib.interviewing.service.extending import extend
from chalicelib.interviewing.service.invitation import Wish
from chalicelib.interviewing.service.inviting import invite, invite_all
from chalicelib.interviewing.service.models import (
    adopt,
    current_model,
    model,
    questions,
    seed_library,
    versions,
)
from chalicelib.interviewing.service.progressing import (
    Standing,
    Written,
    pick,
    picked,
    save_draft,
    standing,
)
from chalicelib.interviewing.service.sessions import (
    SessionView,
    answer_prefix,
    answers,
    expect_answer,
    overdue_sessions,
    scorecard,
    scorecard_of,
    session,
    view,
)

__all__ = [
    "Outcome",
    "SessionView",
    "Standing",
    "Wish",
    "Written",
    "adopt",
    "answer",
    "answer_prefix",
    "answers",
    "current_model",
    "expect_answer",
    "expire",
    "extend",
    "invite",
    "invite_all",
    "model",
    "overdue_sessions",
    "pick",
    "picked",
    "questions",
    "rate",
    "save_draft",
    "scorecard",
    "scorecard_of",
    "seed_library",
    "session",
    "standing",
    "submit",
    "versions",
    "view",
]

"""The only door to interviewing."""

from chalicelib.interviewing.library import JobFamilyUnknown
from chalicelib.interviewing.service import transcribing
from chalicelib.interviewing.service.answers import Outcome, answer, expire, rate, submit
from chalicelib.interviewing.service.banking import (
    add_question,
    edit_question,
    figures,
    question,
    questions,
    wordings,
)
from chalicelib.interviewing.service.choosing import Asked, asked, keep_choice, kept_for
from chalicelib.interviewing.service.composing import counting, counting_composite
from chalicelib.interviewing.service.drafts import (
    DraftView,
    Start,
    adopt_draft,
    change_draft,
    discard_draft,
    draft,
    drafts,
    start_draft,
)
from chalicelib.interviewing.service.extending import extend
from chalicelib.interviewing.service.invitation import Wish
from chalicelib.interviewing.service.inviting import invite, invite_all
from chalicelib.interviewing.service.models import (
    Family,
    adopt,
    current_model,
    families,
    model,
    seed_library,
    versions,
)
from chalicelib.interviewing.service.overriding import override, overrides
from chalicelib.interviewing.service.progressing import (
    Standing,
    Written,
    pick,
    picked,
    save_draft,
    standing,
)
from chalicelib.interviewing.service.reporting import Report, report
from chalicelib.interviewing.service.rescoring import (
    BatchWish,
    compared,
    one_rescoring,
    request_rescoring,
    rescore,
    rescore_page,
    rescorings,
    start_rescoring,
)
from chalicelib.interviewing.service.retiring import retire_question
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
from chalicelib.interviewing.service.tallying import tally

__all__ = [
    "Asked",
    "BatchWish",
    "DraftView",
    "Family",
    "JobFamilyUnknown",
    "Outcome",
    "Report",
    "SessionView",
    "Standing",
    "Start",
    "Wish",
    "Written",
    "add_question",
    "adopt",
    "adopt_draft",
    "answer",
    "answer_prefix",
    "answers",
    "asked",
    "change_draft",
    "compared",
    "counting",
    "counting_composite",
    "current_model",
    "discard_draft",
    "draft",
    "drafts",
    "edit_question",
    "expect_answer",
    "expire",
    "extend",
    "families",
    "figures",
    "invite",
    "invite_all",
    "keep_choice",
    "kept_for",
    "model",
    "one_rescoring",
    "overdue_sessions",
    "override",
    "overrides",
    "pick",
    "picked",
    "question",
    "questions",
    "rate",
    "report",
    "request_rescoring",
    "rescore",
    "rescore_page",
    "rescorings",
    "retire_question",
    "save_draft",
    "scorecard",
    "scorecard_of",
    "seed_library",
    "session",
    "standing",
    "start_draft",
    "start_rescoring",
    "submit",
    "tally",
    "transcribing",
    "versions",
    "view",
    "wordings",
]

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
from chalicelib.interviewing.service.question_models import Decision
from chalicelib.interviewing.service.question_models import decide as decide_question_model
from chalicelib.interviewing.service.question_models import fit as fit_question_model
from chalicelib.interviewing.service.question_models import request_fit as request_question_model
from chalicelib.interviewing.service.question_models import standing as calibration_standing
from chalicelib.interviewing.service.rating_queue import (
    calibration,
    calibrations,
    mark,
    one_task,
)
from chalicelib.interviewing.service.rating_queue import fill as fill_rating_queue
from chalicelib.interviewing.service.rating_queue import shown as next_to_rate
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
    scorecards,
    session,
    view,
)
from chalicelib.interviewing.service.supplementing import supplement
from chalicelib.interviewing.service.tallying import tally

__all__ = [
    "Asked",
    "BatchWish",
    "Decision",
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
    "calibration",
    "calibration_standing",
    "calibrations",
    "change_draft",
    "compared",
    "counting",
    "counting_composite",
    "current_model",
    "decide_question_model",
    "discard_draft",
    "draft",
    "drafts",
    "edit_question",
    "expect_answer",
    "expire",
    "extend",
    "families",
    "figures",
    "fill_rating_queue",
    "fit_question_model",
    "invite",
    "invite_all",
    "keep_choice",
    "kept_for",
    "mark",
    "model",
    "next_to_rate",
    "one_rescoring",
    "one_task",
    "overdue_sessions",
    "override",
    "overrides",
    "pick",
    "picked",
    "question",
    "questions",
    "rate",
    "report",
    "request_question_model",
    "request_rescoring",
    "rescore",
    "rescore_page",
    "rescorings",
    "retire_question",
    "save_draft",
    "scorecard",
    "scorecard_of",
    "scorecards",
    "seed_library",
    "session",
    "standing",
    "start_draft",
    "start_rescoring",
    "submit",
    "supplement",
    "tally",
    "transcribing",
    "versions",
    "view",
    "wordings",
]

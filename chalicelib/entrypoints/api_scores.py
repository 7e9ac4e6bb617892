"""Scorecards: how a composite came about, a person's rating in place, the candidate's report."""

from chalicelib.entrypoints import uploads
from chalicelib.entrypoints.api_candidates import reachable, target_of
from chalicelib.entrypoints.schemas import scores as s
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation.access import Fields, may_see
from chalicelib.foundation.errors import Forbidden, NotFound
from chalicelib.foundation.values import dump
from chalicelib.interviewing import service as interviewing
from chalicelib.records import service as records

door = Door(__name__, "scores")


@door.operation(
    "GET", "/v1/sessions/{session_id}/scorecard", action="self.read", returns=s.ScorecardGiven
)
def get_scorecard(call: Call) -> s.ScorecardGiven:
    """The machine's scorecard with its margin, and beside it the one adjusted by persons."""
    session_id = call.path["session_id"]
    _seen(call, session_id)
    return _scorecard(session_id)


@door.operation(
    "GET", "/v1/sessions/{session_id}/report", action="self.read", returns=s.ReportGiven
)
def get_report(call: Call) -> s.ReportGiven:
    """Own scores, reasons in plain words, own quotes, what was missing and what would help."""
    session_id = call.path["session_id"]
    _seen(call, session_id)
    found = interviewing.report(session_id)
    result = found.result
    return s.ReportGiven(
        session_id=session_id,
        application_id=found.card.application_id,
        composite=result.composite,
        band=s.BandGiven.model_validate(result.band) if result.band else None,
        adjusted_by_a_person=found.card.adjusted is not None,
        dimensions=[s.DimensionReportGiven.model_validate(item) for item in found.dimensions],
        ask_a_person=f"/v1/applications/{found.card.application_id}/human-review",
    )


@door.operation(
    "POST",
    "/v1/sessions/{session_id}/answers/{question_id}/override",
    action="answer.override",
    body=s.OverrideTaken,
    returns=s.ScorecardGiven,
    status=201,
)
def override_rating(call: Call) -> s.ScorecardGiven:
    """A named interviewer rates an answer otherwise and says why; the machine's rating is kept."""
    return _override(call, call.body.rating)


@door.operation(
    "POST",
    "/v1/sessions/{session_id}/answers/{question_id}/override-withdrawal",
    action="answer.override",
    body=s.OverrideWithdrawal,
    returns=s.ScorecardGiven,
)
def withdraw_override(call: Call) -> s.ScorecardGiven:
    """Let the machine's rating count again; what was said before is kept."""
    return _override(call, None)


def _override(call: Call, rating: float | None) -> s.ScorecardGiven:
    session_id, question_id = call.path["session_id"], call.path["question_id"]
    application_id = interviewing.session(session_id).application_id
    call.may(target_of(records.application(application_id)))
    interviewing.override(call.command, session_id, question_id, rating, call.body.reason)
    uploads.recommend(call.command, application_id)
    return _scorecard(session_id)


def _seen(call: Call, session_id: str) -> None:
    """Raises Forbidden, NotFound unless the caller may see the scores of this session."""
    reachable(call, interviewing.session(session_id).application_id)
    if not may_see(call.actor, Fields.SCORE):
        raise Forbidden(action=call.action)


def _scorecard(session_id: str) -> s.ScorecardGiven:
    card = interviewing.scorecard(session_id)
    if card is None:
        raise NotFound("scorecard-unknown", session_id=session_id)
    words = {
        key: [s.OverrideGiven.model_validate(item) for item in given]
        for key, given in interviewing.overrides(session_id).items()
    }
    return s.ScorecardGiven(
        session_id=session_id,
        application_id=card.application_id,
        job_family=card.job_family,
        model_version=int(card.model_version),
        scorer=card.scorer,
        composite=card.composite,
        band=card.result.get("band"),
        adjusted_composite=card.adjusted_composite,
        adjusted_band=(card.adjusted or {}).get("band"),
        counting_composite=interviewing.counting_composite(card),
        result=card.result,
        adjusted=dump(interviewing.counting(card)) if card.adjusted else None,
        overrides=words,
        version=int(card.version or 0),
    )

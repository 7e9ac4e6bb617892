"""What a candidate is told of an interview: gathered from the answers and their scorecard."""

from dataclasses import dataclass

from chalicelib.foundation.errors import NotFound
from chalicelib.foundation.values import load
from chalicelib.interviewing import report as reports
from chalicelib.interviewing.ratings import AnswerRating
from chalicelib.interviewing.report import DimensionReport, Said
from chalicelib.interviewing.scorecard import ScorecardResult
from chalicelib.interviewing.service import composing, models, sessions
from chalicelib.interviewing.states import AnswerState
from chalicelib.interviewing.tables import Scorecard


@dataclass(frozen=True)
class Report:
    """The report on one session, with the result that counts."""

    card: Scorecard
    result: ScorecardResult
    dimensions: tuple[DimensionReport, ...]


def report(session_id: str) -> Report:
    """The candidate's report. Raises SessionUnknown, and NotFound while there is no scorecard."""
    view = sessions.view(session_id)
    if view.scorecard is None:
        raise NotFound("scorecard-unknown", session_id=session_id)
    row = view.session
    overrides = composing.latest(composing.overrides_of(session_id))
    asked = {item.question_id: item.text for item in view.questions}
    said = [
        Said(
            item.question_id,
            asked.get(item.question_id, {}),
            item.dimension,
            load(AnswerRating, item.rating) if item.rating else None,
            overrides.get(item.question_id),
        )
        for item in view.answers
        if item.state != AnswerState.JOINED
    ]
    model = models.model(row.job_family, int(row.model_version))
    result = composing.counting(view.scorecard)
    return Report(view.scorecard, result, reports.dimensions(model, result, said))

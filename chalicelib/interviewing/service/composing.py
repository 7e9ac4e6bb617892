"""From the answers of a session to its scorecard: the machine's, and as persons adjusted it."""

from collections.abc import Iterable, Mapping

from chalicelib.foundation import ids
from chalicelib.foundation.values import load
from chalicelib.interviewing import overriding, scorecard
from chalicelib.interviewing.overriding import Override
from chalicelib.interviewing.ratings import AnswerRating, Unscored, unscored
from chalicelib.interviewing.scorecard import ScorecardResult, Supplement
from chalicelib.interviewing.service import models
from chalicelib.interviewing.states import AnswerState
from chalicelib.interviewing.tables import Answer, InterviewSession, RatingOverride, Scorecard
from chalicelib.records import service as records


def compose(
    row: InterviewSession, said: Iterable[Answer], overrides: Mapping[str, Override] | None = None
) -> ScorecardResult:
    """The scorecard of a session from its answers, with persons' ratings where there are some."""
    known: dict[str, list[AnswerRating]] = {}
    said = list(said)
    for item in said:
        found = known.setdefault(item.dimension, [])
        found.extend(_counting(row, item, (overrides or {}).get(item.question_id)))
    model = models.model(row.job_family, int(row.model_version))
    return scorecard.compose(model, known, supplement_of(row, said))


def supplement_of(row: InterviewSession, said: Iterable[Answer]) -> Supplement | None:
    """The plain number that was handed over for this session, while it may count.

    Only where the requisition still declares it, and the takes it was told from are those that
    count.
    """
    if not row.supplement:
        return None
    job = records.requisition(row.requisition_id)
    if not job.expression or not int(job.visual_weight):
        return None
    found = load(Supplement, row.supplement)
    counting = {item.question_id: int(item.rated_take) for item in said}
    return found if found.takes.items() <= counting.items() else None


def overrides_of(session_id: str) -> dict[str, RatingOverride]:
    """What persons said of the ratings of a session, by question."""
    rows = RatingOverride.query(
        ids.person_of(session_id),
        RatingOverride.item_id.startswith(f"override#{session_id}#"),
        consistent_read=True,
    )
    return {row.question_id: row for row in rows}


def latest(rows: Mapping[str, RatingOverride]) -> dict[str, Override]:
    """The last word on each question that still counts."""
    return overriding.standing({key: load(Override, row.given[-1]) for key, row in rows.items()})


def counting(card: Scorecard) -> ScorecardResult:
    """A scorecard's result as it counts: as persons adjusted it, else the machine's."""
    return load(ScorecardResult, card.adjusted or card.result)


def counting_composite(card: Scorecard) -> float | None:
    """The composite that counts, 0-100; None where too little was measured."""
    value = card.adjusted_composite if card.adjusted else card.composite
    return None if value is None else float(value)


def _counting(row: InterviewSession, item: Answer, override: Override | None) -> list[AnswerRating]:
    """What an answer adds to its dimension; one that was not scored adds a person's word alone."""
    if item.rating is not None and item.state == AnswerState.RATED:
        return [overriding.adjusted(load(AnswerRating, item.rating), override)]
    if override is None:
        return []
    blank = unscored(item.dimension, row.language, Unscored.EMPTY)
    return [overriding.adjusted(blank, override)]

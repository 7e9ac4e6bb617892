"""What was said, rated: an answer by itself, or together with the answer to its follow-up."""

from dataclasses import dataclass

from chalicelib.foundation.values import dump, load
from chalicelib.interviewing.competencies import CompetencyModel
from chalicelib.interviewing.follow_up import Joined, Source, id_of, join, own_words
from chalicelib.interviewing.ratings import AnswerRating, with_recognition
from chalicelib.interviewing.service import calibrating, models
from chalicelib.interviewing.states import WAITING, AnswerState
from chalicelib.interviewing.tables import Answer, InterviewSession
from chalicelib.interviewing.transcript import Transcript


@dataclass(frozen=True)
class Said:
    """An answer's row with its own words and how surely they were recognised (0-1)."""

    row: Answer
    words: str
    recognised: float


def rate(
    row: InterviewSession, said: Answer, spoken: Transcript, partner: Answer | None
) -> list[Answer]:
    """Set an answer's words, rating and state; returns the other row that changed with it.

    Parameters
    ----------
    row : the session.
    said : the answer whose words came.
    spoken : these words.
    partner : for a question the answer to its follow-up, for a follow-up that of its question;
        None where there is none yet.
    """
    new = Said(said, spoken.text, spoken.recognised_share)
    said.recognised = new.recognised
    if said.of is None:
        joined = partner is not None and partner.state == AnswerState.JOINED
        _rated(row, new, _known(partner) if partner is not None and joined else None)
        return []
    said.state, said.reason = AnswerState.JOINED.value, None
    if partner is None or partner.transcript is None:
        return []
    before = partner.state
    first = _known(partner)
    _rated(row, first, new)
    if before == AnswerState.RATED and partner.state != AnswerState.RATED:
        # What makes the whole unreadable is left out; the first answer stands as it was rated.
        said.state, said.reason = partner.state, partner.reason
        _rated(row, first, None)
    if before in WAITING:  # a newer take of it is still under way
        partner.state = before
    return [partner]


def _known(row: Answer) -> Said:
    sources = [load(Source, item) for item in row.sources]
    words = own_words(row.transcript or "", sources, row.question_id)
    return Said(row, words, float(row.recognised))


def _rated(row: InterviewSession, first: Said, second: Said | None) -> None:
    """Rate an answer, with what was said to its follow-up where there is something."""
    said = first.row
    if second is not None and not second.words.strip():
        second = None
    after = (id_of(said.question_id), second.words if second else "")
    joined = join((said.question_id, first.words), after)
    rating = _rating_of(row, said, joined, _recognised(first, second))
    said.transcript, said.rating, said.scorer = joined.text, dump(rating), rating.scorer
    said.sources = [dump(source) for source in joined.sources] if second else []
    said.state = rating.state.value
    said.reason = rating.reason.value if rating.reason else None


def _rating_of(
    row: InterviewSession, said: Answer, joined: Joined, recognised: float
) -> AnswerRating:
    dimension = models.model(row.job_family, int(row.model_version)).dimension(said.dimension)
    rating = calibrating.rate(joined.text, dimension, row.language, said.question_id)
    return with_recognition(rating, recognised)


def rating_again(said: Answer, model: CompetencyModel, language: str) -> AnswerRating:
    """An answer's kept words rated once more, by today's scorer on a model's dimension.

    Raises CompetencyModelInvalid when the model does not rate that quality.
    """
    dimension = model.dimension(said.dimension)
    rating = calibrating.rate(said.transcript or "", dimension, language, said.question_id)
    return with_recognition(rating, float(said.recognised))


def _recognised(first: Said, second: Said | None) -> float:
    """How surely the words of both were recognised, each weighing as long as it is."""
    told = [item for item in (first, second) if item is not None and item.words]
    length = sum(len(item.words) for item in told)
    return sum(item.recognised * len(item.words) for item in told) / length if length else 1.0

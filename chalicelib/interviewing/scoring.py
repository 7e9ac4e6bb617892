"""An answer to a rating on the asked dimension, by a rule that can be read, line by line."""

from collections import Counter
from dataclasses import replace

from chalicelib.interviewing import clauses, gate, labels, points
from chalicelib.interviewing.competencies import Dimension
from chalicelib.interviewing.labels import Reading
from chalicelib.interviewing.ratings import (
    LOWEST_HUNDREDTHS,
    SCORER_VERSION,
    AnswerRating,
    Evidence,
    Flag,
    Part,
    PartSpan,
    RatingState,
    StarParts,
    TermUse,
    Unscored,
)


def rate(answer: str, dimension: Dimension, language: str) -> AnswerRating:
    """Rate the words of one answer on one dimension; voice, face and length are not looked at.

    Parameters
    ----------
    answer : str
        The words, typed or transcribed.
    dimension : Dimension
        The asked dimension with its indicators and key terms.
    language : str
        The language of the interview, `zh` or `en`.

    Returns
    -------
    AnswerRating
        Rating 1.0-5.0 with exact contributions, or not scored with a reason.

    Source
    ------
    HireLoop rule "answer-rule-1.0.0", see models/answer_rating/card.md; not a trained model.
    """
    reason = gate.check(answer, language)
    if reason is not None:
        return unscored(dimension.key, language, reason)
    readings = labels.read(clauses.split(answer), dimension, language)
    found = points.tally(readings)
    contributions = points.contributions(found)
    hundredths = LOWEST_HUNDREDTHS + sum(item.hundredths for item in contributions)
    return AnswerRating(
        state=RatingState.RATED,
        dimension=dimension.key,
        language=language,
        scorer=SCORER_VERSION,
        rating=hundredths / 100,
        confidence=points.confidence(found),
        structure=points.structure(found),
        evidence=points.evidence(found),
        relevance=points.relevance(found),
        contributions=contributions,
        quotes=_quotes(readings),
        spans=tuple(
            PartSpan(item.clause.start, item.clause.end, item.part, item.flag) for item in readings
        ),
        parts=StarParts(found.situated, found.task, found.actions > 0, found.results > 0),
        behaviours=tuple(item.key for item in dimension.indicators if item.key in found.behaviours),
        terms=_terms(answer, dimension, language, found.terms),
        flags=_flags(readings, found),
    )


def unscored(dimension: str, language: str, reason: Unscored) -> AnswerRating:
    """A rating that says why there is none."""
    return AnswerRating(RatingState.NOT_SCORED, dimension, language, SCORER_VERSION, reason)


def with_recognition(rating: AnswerRating, recognised_share: float) -> AnswerRating:
    """The rating with its confidence lowered where the words were recognised unsurely (0-1)."""
    return replace(rating, confidence=round(rating.confidence * recognised_share, 2))


def _quotes(readings: tuple[Reading, ...]) -> tuple[Evidence, ...]:
    quotes: list[Evidence] = []
    for reading in readings:
        span = reading.clause
        if reading.flag is not None and reading.flag is not Flag.REPEATED:
            quotes.append(Evidence(span.text, span.start, span.end, reading.flag.value, False))
        elif reading.flag is None and reading.part is not Part.OTHER:
            kind = "measured_result" if reading.measured else reading.part.name.lower()
            quotes.append(Evidence(span.text, span.start, span.end, kind, True))
    return tuple(quotes)


def _terms(
    answer: str, dimension: Dimension, language: str, credited: frozenset[str]
) -> tuple[TermUse, ...]:
    counts = dimension.terms_in(answer, language)
    return tuple(TermUse(term, count, term in credited) for term, count in counts.items())


def _flags(readings: tuple[Reading, ...], found: points.Tally) -> tuple[Flag, ...]:
    counted = Counter(reading.flag for reading in readings if reading.flag is not None)
    if found.off_dimension:
        counted[Flag.OFF_DIMENSION] += 1
    return tuple(flag for flag in Flag if counted[flag])

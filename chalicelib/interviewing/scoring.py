"""An answer to a rating on the asked dimension, every part of it with its share and its quote."""

from collections import Counter

from chalicelib.interviewing import gate, points, telling, told_features
from chalicelib.interviewing.competencies import Dimension
from chalicelib.interviewing.labels import Reading
from chalicelib.interviewing.ratings import (
    LOWEST_HUNDREDTHS,
    SCORER_VERSION,
    AnswerRating,
    Contribution,
    Evidence,
    Flag,
    Part,
    PartSpan,
    RatingState,
    StarParts,
    TermUse,
    unscored,
)
from chalicelib.interviewing.telling import Telling
from chalicelib.interviewing.weights import RaterWeights, weights


def rate(
    answer: str, dimension: Dimension, language: str, model: RaterWeights | None = None
) -> AnswerRating:
    """Rate the words of one answer on one dimension; voice, face and length are not looked at.

    Parameters
    ----------
    answer : str
        The words, typed or transcribed.
    dimension : Dimension
        The asked dimension with its indicators and key terms.
    language : str
        The language of the interview, `zh` or `en`.
    model : RaterWeights, optional
        Other weights than the shipped ones, for cross-validation.

    Returns
    -------
    AnswerRating
        Rating 1.0-5.0 with exact contributions, or not scored with a reason.

    Source
    ------
    The trained model "answer_rating", see models/answer_rating/card.md; STAR after the behaviour
    description interview (Janz, 1982), anchors after Smith and Kendall (1963).
    """
    reason = gate.check(answer, language)
    if reason is not None:
        return unscored(dimension.key, language, reason)
    model = model or weights()
    heard = telling.listen(answer, dimension, language, model)
    readings = heard.readings
    found = points.tally(readings)
    contributions = _contributions(heard, found, dimension, language, model)
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
        parts=_parts(readings, found),
        behaviours=tuple(item.key for item in dimension.indicators if item.key in found.behaviours),
        terms=_terms(answer, dimension, language, found.terms),
        flags=_flags(readings, found),
    )


def _contributions(
    heard: Telling, found: points.Tally, dimension: Dimension, language: str, model: RaterWeights
) -> tuple[Contribution, ...]:
    if not heard.kept:
        return ()
    told = told_features.features(heard, found, dimension)
    wording = told_features.mean_vector(heard)
    return points.contributions(found, told, wording, language, model)


def _parts(readings: tuple[Reading, ...], found: points.Tally) -> StarParts:
    """A part was told when the model hears it in an uncontested clause, or a plain cue does."""
    heard = {item.part for item in readings if item.flag is None}
    return StarParts(
        found.situated or Part.SITUATION in heard,
        found.task or Part.TASK in heard,
        found.actions > 0,
        found.results > 0 or Part.RESULT in heard,
    )


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

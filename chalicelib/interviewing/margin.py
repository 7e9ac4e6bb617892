"""How sure a composite is: each rating's error, carried through the weights to a band."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from chalicelib.foundation.statistics import Z95

#: Standard deviation of one good interviewer's rating around the mean of many, in rating points.
PERSON_ERROR = 0.5
#: The same where nothing is known: every rating from 1 to 5 is as likely, (5 - 1) / sqrt(12).
IGNORANCE = 4 / math.sqrt(12)
#: What one rating point is worth on the scale of 0-100.
POINTS_A_RATING = 25
HIGHEST = 100.0


@dataclass(frozen=True)
class Band:
    """Where a composite lies with 95 % confidence; all three in points of 0-100."""

    standard_error: float
    low: float
    high: float


def rating_error(confidence: float) -> float:
    """The standard error of one rating, in rating points, from the scorer's confidence (0-1).

    The variance is a mixture: as good as a person's with probability `confidence`, as good as
    knowing nothing otherwise: c x 0.5^2 + (1 - c) x 1.155^2.

    Source
    ------
    0.5: about the spread of trained interviewers' ratings with behavioural anchors (HR decision,
    to be replaced by the company's own raters' once they have rated); 1.155: a uniform rating.
    """
    sure = min(max(confidence, 0.0), 1.0)
    return math.sqrt(sure * PERSON_ERROR**2 + (1 - sure) * IGNORANCE**2)


def mean_error(confidences: Sequence[float]) -> float:
    """The standard error of the mean of several ratings on one dimension, in rating points."""
    variance = math.fsum(rating_error(value) ** 2 for value in confidences)
    return math.sqrt(variance) / len(confidences)


def band(composite: float, weights: Mapping[str, int], errors: Mapping[str, float]) -> Band:
    """The band of a composite: 25 x sqrt(sum of (weight share x error)^2), times 1.96, in 0-100.

    Parameters
    ----------
    composite : 0-100.
    weights : of the measured dimensions; their sum is the whole.
    errors : standard error of each measured dimension's rating, in rating points.

    Returns
    -------
    Band
        Rounded to one decimal, kept within 0-100. Errors of different dimensions are taken as
        independent: where one scorer errs alike in all of them the band is wider than shown.
    """
    whole = sum(weights.values())
    variance = math.fsum((weights[key] / whole * errors[key]) ** 2 for key in weights)
    error = POINTS_A_RATING * math.sqrt(variance)
    low, high = composite - Z95 * error, composite + Z95 * error
    return Band(round(error, 2), round(max(0.0, low), 1), round(min(HIGHEST, high), 1))

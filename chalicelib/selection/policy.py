"""Fit, scorecard and cut score to a recommendation; incomplete evidence asks for a person."""

from dataclasses import dataclass
from enum import StrEnum

from chalicelib.foundation.messages import both

Text2 = dict[str, str]
POLICY_VERSION = "selection-policy-1"


class Outcome(StrEnum):
    """What the machine proposes; PERSON_NEEDED is no proposal but a question to a person."""

    PASS = "pass"  # noqa: S105 - an outcome
    FAIL = "fail"
    PERSON_NEEDED = "person_needed"


@dataclass(frozen=True)
class Case:
    """Everything a recommendation may rest on.

    `fit` and `composite` are 0-100 with two decimals, None where not measured; the three lists
    name criteria and dimensions as people read them.
    """

    fit: float | None
    composite: float | None
    cut_score: float
    unmet_essentials: tuple[Text2, ...] = ()
    unknown_essentials: tuple[Text2, ...] = ()
    not_measured: tuple[Text2, ...] = ()


@dataclass(frozen=True)
class Recommendation:
    """The machine's proposal with its reasons in zh and en; `composite`, `cut_score` 0-100."""

    outcome: Outcome
    reasons: tuple[Text2, ...]
    composite: float | None
    cut_score: float


def recommend(case: Case) -> Recommendation:
    """Propose to pass or to reject, or ask for a person.

    Parameters
    ----------
    case : Case
        Scores 0-100; compared in whole hundredths, so 79.99 fails a cut score of 80 and 80.00
        passes it.

    Returns
    -------
    Recommendation
        PERSON_NEEDED when any evidence is missing, or when the composite reaches the cut score
        while an essential criterion is not met; never FAIL for want of evidence.

    Source
    ------
    Cut score 80 by default: the source case's HR decision, changeable per requisition.
    """
    missing = _missing(case)
    if missing or case.composite is None:
        return _of(case, Outcome.PERSON_NEEDED, missing)
    unmet = tuple(
        _about("recommendation.essential-not-met", name) for name in case.unmet_essentials
    )
    if hundredths(case.composite) < hundredths(case.cut_score):
        return _of(case, Outcome.FAIL, (_scores("recommendation.below-cut-score", case), *unmet))
    reached = _scores("recommendation.reaches-cut-score", case)
    return _of(case, Outcome.PERSON_NEEDED if unmet else Outcome.PASS, (reached, *unmet))


def is_override(proposed: Outcome | None, decided: str) -> bool:
    """Whether a person's `pass` or `reject` goes against what the machine proposed."""
    against = {Outcome.PASS: "reject", Outcome.FAIL: "pass"}
    return proposed is not None and against.get(proposed) == decided


def hundredths(score: float) -> int:
    """A score of 0-100 in whole hundredths."""
    return round(score * 100)


def _missing(case: Case) -> tuple[Text2, ...]:
    reasons = []
    if case.fit is None:
        reasons.append(both("recommendation.no-fit"))
    if case.composite is None:
        reasons.append(both("recommendation.no-composite"))
    reasons += [_about("recommendation.not-measured", name) for name in case.not_measured]
    reasons += [
        _about("recommendation.essential-unknown", name) for name in case.unknown_essentials
    ]
    return tuple(reasons)


def _about(key: str, name: Text2) -> Text2:
    return {language: both(key, name=name[language])[language] for language in ("zh", "en")}


def _scores(key: str, case: Case) -> Text2:
    return both(key, composite=f"{case.composite:.2f}", cut_score=f"{case.cut_score:.2f}")


def _of(case: Case, outcome: Outcome, reasons: tuple[Text2, ...]) -> Recommendation:
    return Recommendation(outcome, reasons, case.composite, case.cut_score)

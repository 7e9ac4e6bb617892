"""Rating forms: what is asked of whom, and when an answer may be shown to whom it is about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from chalicelib.appraisal.cycle import HIGHEST_RATING, LOWEST_RATING
from chalicelib.appraisal.formula import Part
from chalicelib.foundation.errors import Conflict, Invalid
from chalicelib.foundation.statistics import mean

#: No figure of anonymous raters is given out below this many of one kind.
LEAST_RATERS = 3
#: Share of a form's items that must be answered for it to count.
LEAST_ANSWERED = 0.5


class FormKind(StrEnum):
    """Who rates: the employee, or colleagues by their relation; research stands apart from pay."""

    SELF = "self"
    PEER = "peer"
    REPORT = "report"
    CUSTOMER = "customer"
    RESEARCH = "research"


#: Raters who stay unnamed to the person they rate.
ANONYMOUS = frozenset({FormKind.PEER, FormKind.REPORT, FormKind.CUSTOMER})
#: Which part of the pay appraisal a kind makes; research makes none.
PARTS: dict[FormKind, Part] = {
    FormKind.SELF: Part.SELF,
    FormKind.PEER: Part.PEERS,
    FormKind.REPORT: Part.REPORTS,
    FormKind.CUSTOMER: Part.CUSTOMERS,
}

#: What a form asks, each item 1–5 or left open; the sentences are `console.item.<key>`.
ITEMS: dict[FormKind, tuple[str, ...]] = {
    FormKind.SELF: ("results", "quality", "cooperation", "initiative"),
    FormKind.PEER: ("reliability", "cooperation", "sharing", "initiative"),
    FormKind.REPORT: ("clarity", "fairness", "support", "development"),
    FormKind.CUSTOMER: ("reliability", "quality", "responsiveness", "cooperation"),
    FormKind.RESEARCH: ("duties", "first_time", "helps", "pressure", "learns"),
}


class FormUnknown(Invalid):
    """An item that the form does not ask, or an answer off the scale."""

    code = "form-answer"


class FormTooShort(Invalid):
    """Fewer than half of the items are answered: that is no rating."""

    code = "form-too-short"


class RaterIsRatee(Invalid):
    """Nobody is their own colleague; the self rating is a form of its own."""

    code = "rater-is-ratee"


class FormTaken(Conflict):
    """This rater was asked already."""

    code = "form-taken"


@dataclass(frozen=True)
class Voice:
    """What raters of one kind said of one person.

    `given` of `asked` forms came back. `points` is 0–100, None while fewer than three anonymous
    raters of the kind answered, or before the cycle is locked.
    """

    kind: FormKind
    asked: int
    given: int
    points: float | None
    note: str = ""


def check_answers(kind: FormKind, answers: Mapping[str, int | None]) -> dict[str, int]:
    """The answered items of a form, each 1–5.

    Raises
    ------
    FormUnknown, FormTooShort
    """
    for item, rating in answers.items():
        sound = rating is None or (
            not isinstance(rating, bool) and LOWEST_RATING <= rating <= HIGHEST_RATING
        )
        if item not in ITEMS[kind] or not sound:
            raise FormUnknown(item=item, low=LOWEST_RATING, high=HIGHEST_RATING)
    given = {item: rating for item, rating in answers.items() if rating is not None}
    if len(given) < LEAST_ANSWERED * len(ITEMS[kind]):
        raise FormTooShort(given=len(given), of=len(ITEMS[kind]))
    return given


def rating_of(answers: Mapping[str, int]) -> float:
    """One form's rating 1–5: the mean of what was answered."""
    return mean([float(each) for each in answers.values()])


def points_of(rating: float) -> float:
    """A rating 1–5 as points 0–100."""
    return 100 * (rating - LOWEST_RATING) / (HIGHEST_RATING - LOWEST_RATING)


def voice(kind: FormKind, asked: int, given: Sequence[Mapping[str, int]], *, locked: bool) -> Voice:
    """What raters of one kind said, as far as it may be given out.

    Parameters
    ----------
    kind : who they are.
    asked : forms handed out.
    given : the answers of those that came back.
    locked : whether the cycle is locked. Anonymous figures appear then and once: two versions of a
        report, one before and one after a form came in, would tell by subtraction what it said.

    Returns
    -------
    Voice; `note` is one of "", not-measured, after-lock, too-few-raters.
    """
    n = len(given)
    if kind in ANONYMOUS and not locked:
        return Voice(kind, asked, 0, None, "after-lock")
    if kind in ANONYMOUS and n < LEAST_RATERS:
        return Voice(kind, asked, 0, None, "too-few-raters" if asked else "not-measured")
    if not n:
        return Voice(kind, asked, 0, None, "not-measured")
    return Voice(kind, asked, n, round(points_of(mean([rating_of(each) for each in given])), 1))

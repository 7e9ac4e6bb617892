"""What an interview of some validity brings before anybody is hired: Taylor and Russell's question.

Score and performance are taken for bivariate normal. That is a world of paper: real gains are
smaller where the relation bends, offers are declined, or the best do not apply.
"""

import math
from dataclasses import dataclass

from chalicelib.calibration.distributions import STANDARD, both_above, crossing
from chalicelib.foundation.errors import Invalid

#: Beyond this no interview was ever shown to go; a plan that needs more is a wish.
BEST_KNOWN_VALIDITY = 0.42


class PlanImpossible(Invalid):
    """A share outside 0–1, or a goal that no validity reaches."""

    code = "plan-impossible"


@dataclass(frozen=True)
class Plan:
    """What is given: shares 0–1 and the validity coefficient, 0–1.

    `base_rate` is the share that would be satisfactory without selection, `selection_ratio` hired
    of applied.
    """

    base_rate: float
    selection_ratio: float
    validity: float

    def __post_init__(self) -> None:
        shares = (self.base_rate, self.selection_ratio)
        if not all(0 < share < 1 for share in shares) or not 0 <= self.validity <= 1:
            raise PlanImpossible(reason="outside")


@dataclass(frozen=True)
class Expected:
    """What a plan comes to: the share satisfactory among the hired and what it is over the base.

    `satisfactory` and `gain` are shares; `missed` is the share of the not hired who would have done
    well; `mean_gain` the hired ones' mean performance in SDs of all applicants.
    """

    satisfactory: float
    gain: float
    missed: float
    mean_gain: float


def expected(plan: Plan) -> Expected:
    """The share satisfactory among those hired from the top.

    Parameters
    ----------
    plan : base rate, selection ratio, validity.

    Source
    ------
    Taylor & Russell 1939, J. Appl. Psychol. 23:565, by the exact bivariate integral; mean gain
    after Brogden 1949, Pers. Psychol. 2:171 (validity × ordinate / selection ratio).
    """
    cut = -STANDARD.inv_cdf(plan.selection_ratio)
    needed = -STANDARD.inv_cdf(plan.base_rate)
    both = both_above(cut, needed, plan.validity)
    satisfactory = both / plan.selection_ratio
    ordinate = math.exp(-cut * cut / 2) / math.sqrt(2 * math.pi)
    return Expected(
        satisfactory,
        satisfactory - plan.base_rate,
        (plan.base_rate - both) / (1 - plan.selection_ratio),
        plan.validity * ordinate / plan.selection_ratio,
    )


def needed_validity(base_rate: float, selection_ratio: float, wanted: float) -> float:
    """The validity at which a wished share of the hired is satisfactory.

    Parameters
    ----------
    base_rate, selection_ratio : shares, 0–1.
    wanted : share satisfactory among the hired, 0–1; not below the base rate.

    Raises
    ------
    PlanImpossible
        A share outside 0–1, a goal below the base rate, or one beyond what a perfect score gives.
    """
    best = expected(Plan(base_rate, selection_ratio, 1.0)).satisfactory
    if not base_rate <= wanted < 1 or wanted > best:
        raise PlanImpossible(reason="goal", most=round(best, 4))
    return crossing(
        lambda r: expected(Plan(base_rate, selection_ratio, r)).satisfactory - wanted, 0.0, 1.0
    )

"""The pay appraisal's formula: declared parts, weights that sum to 100, unused parts left out."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from chalicelib.foundation.errors import Invalid

WHOLE = 100


class Part(StrEnum):
    """What a pay appraisal may be made of. The research rating is none of it."""

    KPI = "kpi"
    GOALS = "goals"
    MANAGER = "manager"
    SELF = "self"
    PEERS = "peers"
    REPORTS = "reports"
    CUSTOMERS = "customers"


#: Where a company has not declared its own.
USUAL: dict[Part, int] = {Part.KPI: 60, Part.MANAGER: 40}


class FormulaUnsound(Invalid):
    """The weights are not whole numbers of 0 to 100 that sum to 100, or a part is unknown."""

    code = "formula-unsound"


@dataclass(frozen=True)
class Term:
    """One declared part of one person: `points` 0–100, None when it was not measured.

    `weight` is as declared; `share` is its weight among the parts that were measured, in percent,
    None where nothing was measured of it. `note` says why there are no points.
    """

    part: Part
    weight: int
    points: float | None
    share: float | None
    note: str = ""


@dataclass(frozen=True)
class Total:
    """What the formula comes to: `points` 0–100, None when no declared part was measured.

    `measured_weight` is the declared weight of what was measured, of 100.
    """

    points: float | None
    terms: tuple[Term, ...]
    measured_weight: int


def check_formula(weights: Mapping[str, int]) -> dict[Part, int]:
    """The formula in the parts' own order, those of weight 0 left out.

    Raises
    ------
    FormulaUnsound
        `sum` is what the weights come to, `part` names the first that cannot be.
    """
    known = {part.value for part in Part}
    for key, weight in weights.items():
        whole = isinstance(weight, int) and not isinstance(weight, bool)
        if key not in known or not whole or not 0 <= weight <= WHOLE:
            raise FormulaUnsound(sum=sum(weights.values()), part=key)
    if sum(weights.values()) != WHOLE:
        raise FormulaUnsound(sum=sum(weights.values()), part="")
    return {part: int(weights[part.value]) for part in Part if weights.get(part.value)}


def total(
    formula: Mapping[Part, int],
    points: Mapping[Part, float | None],
    notes: Mapping[Part, str] | None = None,
) -> Total:
    """The weighted mean of the parts that were measured; one that was not dilutes nothing.

    Parameters
    ----------
    formula : part → weight, summing to 100.
    points : part → 0–100, None or absent when not measured; parts not declared are passed over.
    notes : part → why it has no points, a key of a sentence.

    Returns
    -------
    Total: Σ weight × points / Σ weight, both over the measured parts.
    """
    found = {part: points.get(part) for part in formula}
    counted = sum(weight for part, weight in formula.items() if found[part] is not None)
    terms = tuple(
        Term(
            part,
            weight,
            value,
            None if value is None or not counted else WHOLE * weight / counted,
            "" if value is not None else (notes or {}).get(part, "not-measured"),
        )
        for (part, weight), value in zip(formula.items(), found.values(), strict=True)
    )
    if not counted:
        return Total(None, terms, 0)
    weighed = sum(term.weight * term.points for term in terms if term.points is not None)
    return Total(weighed / counted, terms, counted)

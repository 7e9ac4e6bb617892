"""From a profile of top performers to a draft of a competency model, never in force by itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from chalicelib.calibration.comparing import Compared, Source, Verdict
from chalicelib.calibration.profile_model import LEAST_DRAFTED, Profile

Plain = dict[str, Any]

#: A quality that was not asked about so far begins with this weight, of 100.
NEW_WEIGHT = 10
MOST_NEW = 3
#: Which built-in dimension asks about what an indicator of work shows; HR may choose another.
ASKED_BY: dict[str, str] = {
    "teamwork": "teamwork",
    "peer_rating": "teamwork",
    "customer_satisfaction": "communication",
    "complaint_rate": "communication",
    "sales_growth": "customer_need_discovery",
    "revenue_per_shift": "customer_need_discovery",
    "lead_conversion": "data_driven_decision",
    "campaign_return": "growth_marketing",
    "delivery_time": "technical_delivery",
    "bug_rate": "technical_delivery",
}


@dataclass(frozen=True)
class Drafted:
    """Dimensions with weights (total 100), what was found on each, and its questions.

    `findings` maps a dimension to the keys of what was found on it; `added` are dimensions that the
    model did not have.
    """

    dimensions: tuple[Plain, ...]
    findings: dict[str, tuple[str, ...]]
    added: tuple[str, ...]
    questions: dict[str, tuple[str, ...]]


def drafted(
    profile: Profile,
    current: Sequence[Plain],
    uncovered: Sequence[str],
    library: Mapping[str, Plain],
    bank: Mapping[str, Sequence[str]],
) -> Drafted | None:
    """A model with what sets top performers apart in front; its weights are those in force.

    Parameters
    ----------
    profile : what was compared.
    current : dimensions in force as plain values, weights total 100.
    uncovered : indicators of work that the interview leaves unexplained.
    library : built-in dimensions by key, as plain values.
    bank : ids of questions by dimension.

    Returns
    -------
    None below 100 people or when nothing was found. Behaviours found stand first among their
    dimension's indicators. Up to three new dimensions enter with a weight of 10, for which those in
    force make room in proportion: a contrast of groups moves no weight, only a weight proposal
    does, behind its gates. Facts of a résumé are never made a dimension.
    """
    reasons = _reasons(profile, {item["key"] for item in current})
    new = _new(uncovered, {item["key"] for item in current}, library)
    if profile.n < LEAST_DRAFTED or not (reasons or new):
        return None
    weights = _weights(current, len(new))
    kept = [
        item | {"weight": weight, "indicators": _first(item, reasons.get(item["key"], ()))}
        for item, weight in zip(current, weights, strict=True)
    ]
    asked = [item | {"weight": NEW_WEIGHT} for item in new]
    every = (*kept, *asked)
    return Drafted(
        every,
        {key: tuple(each.key for each in found) for key, found in reasons.items()},
        tuple(item["key"] for item in asked),
        {item["key"]: tuple(bank.get(item["key"], ())) for item in every},
    )


def _reasons(profile: Profile, known: set[str]) -> dict[str, tuple[Compared, ...]]:
    """Findings by the dimension that they belong to."""
    found: dict[str, list[Compared]] = {}
    for each in profile.findings:
        if each.source in (Source.RATING, Source.BEHAVIOUR):
            dimension = each.key.partition(".")[0].partition("#")[0]
            if dimension in known:
                found.setdefault(dimension, []).append(each)
    return {key: tuple(each) for key, each in sorted(found.items())}


def _new(uncovered: Sequence[str], known: set[str], library: Mapping[str, Plain]) -> list[Plain]:
    wanted = dict.fromkeys(ASKED_BY[key] for key in uncovered if key in ASKED_BY)
    found = [library[key] for key in wanted if key not in known and key in library]
    return found[:MOST_NEW]


def _weights(current: Sequence[Plain], new: int) -> list[int]:
    """Weights of the dimensions in force, in proportion, leaving room for new ones."""
    held = [int(item["weight"]) for item in current]
    return _rounded(held, 100 - new * NEW_WEIGHT) if new else held


def _rounded(held: Sequence[int], total: int) -> list[int]:
    """Whole numbers of 1 and more in these proportions with a given total, by largest remainder."""
    whole_sum = sum(held)
    scaled = [value * total / whole_sum for value in held]
    found = [int(value) for value in scaled]
    order = sorted(range(len(found)), key=lambda n: found[n] - scaled[n])
    for place in order[: total - sum(found)]:
        found[place] += 1
    for place in [n for n, value in enumerate(found) if value < 1]:
        found[found.index(max(found))] -= 1
        found[place] = 1
    return found


def _first(item: Plain, found: Sequence[Compared]) -> list[Plain]:
    """A dimension's indicators, those that set top performers apart in front."""
    higher = {each.key for each in found if each.verdict is Verdict.HIGHER}
    return sorted(item["indicators"], key=lambda one: f"{item['key']}.{one['key']}" not in higher)

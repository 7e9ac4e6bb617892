"""From a profile of top performers to a draft of a competency model, never in force by itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from chalicelib.calibration.comparing import Compared, Source, Verdict
from chalicelib.calibration.profile_model import LEAST_DRAFTED, Profile

Plain = dict[str, Any]

#: A quality that was not asked about so far begins with this weight, of 100.
NEW_WEIGHT = 10
MOST_LIFT = 0.5
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
    """Dimensions with weights (total 100), why each moved, and the questions that ask about each.

    `moved` maps a dimension to the keys of the findings behind its weight; `added` are dimensions
    that the model did not have.
    """

    dimensions: tuple[Plain, ...]
    moved: dict[str, tuple[str, ...]]
    added: tuple[str, ...]
    questions: dict[str, tuple[str, ...]]


def drafted(
    profile: Profile,
    current: Sequence[Plain],
    uncovered: Sequence[str],
    library: Mapping[str, Plain],
    bank: Mapping[str, Sequence[str]],
) -> Drafted | None:
    """A model that leans toward what sets top performers apart.

    Parameters
    ----------
    profile : what was compared.
    current : dimensions in force as plain values, weights total 100.
    uncovered : indicators of work that the interview leaves unexplained.
    library : built-in dimensions by key, as plain values.
    bank : ids of questions by dimension.

    Returns
    -------
    None below 100 people or when nothing was found. A dimension with findings gains by its effect,
    one that top performers score lower in loses, no weight moves beyond ×1.5 or ÷1.5; behaviours
    found stand first among its indicators. Facts of a résumé are never made a dimension.
    """
    reasons = _reasons(profile, {item["key"] for item in current})
    new = _new(uncovered, {item["key"] for item in current}, library)
    if profile.n < LEAST_DRAFTED or not (reasons or new):
        return None
    weights = _weights(profile, current, reasons, len(new))
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
    return [library[key] for key in wanted if key not in known and key in library]


def _weights(
    profile: Profile,
    current: Sequence[Plain],
    reasons: Mapping[str, Sequence[Compared]],
    new: int,
) -> list[int]:
    """Weights of the dimensions in force, inside their caps, leaving room for new ones."""
    held = [float(item["weight"]) for item in current]
    wish = [
        weight * (1 + _lift(reasons.get(item["key"], ())))
        for item, weight in zip(current, held, strict=True)
    ]
    room = max(0, min(new * NEW_WEIGHT, 30))
    scaled = [weight * (1 - room / 100) for weight in held] if room else held
    if not room:
        from chalicelib.calibration.weights import bounds, whole

        return list(whole(wish, bounds(held)))
    total = sum(wish)
    exact = [value / total * (100 - room) for value in wish]
    limits = [(max(1.0, a / 1.5), a * 1.5) for a in scaled]
    inside = [min(max(x, low), high) for x, (low, high) in zip(exact, limits, strict=True)]
    return _rounded(inside, 100 - room)


def _rounded(exact: Sequence[float], total: int) -> list[int]:
    """Whole numbers with a given total, by largest remainder."""
    whole_sum = sum(exact)
    scaled = [value * total / whole_sum for value in exact]
    found = [int(value) for value in scaled]
    order = sorted(range(len(found)), key=lambda n: found[n] - scaled[n])
    for place in order[: total - sum(found)]:
        found[place] += 1
    return found


def _lift(found: Sequence[Compared]) -> float:
    """By how much a weight is wished up (to half) or down (to a third), from the largest effect."""
    if not found:
        return 0.0
    strongest = max(found, key=lambda each: abs(each.effect or 0.0))
    size = min(abs(strongest.effect or 0.0) * (2 if strongest.yes_no else 1), MOST_LIFT)
    return size if strongest.verdict is Verdict.HIGHER else -size / (1 + size)


def _first(item: Plain, found: Sequence[Compared]) -> list[Plain]:
    """A dimension's indicators, those that set top performers apart in front."""
    higher = {each.key for each in found if each.verdict is Verdict.HIGHER}
    return sorted(item["indicators"], key=lambda one: f"{item['key']}.{one['key']}" not in higher)

"""Attributes and groups in words; what people stated is never shown as it is kept."""

from collections.abc import Sequence

from chalicelib.calibration.fairness.impact import AND, UNKNOWN
from chalicelib.foundation.messages import MESSAGES, both

Text2 = dict[str, str]


def attribute_name(attribute: str) -> Text2:
    """An attribute, or two, in words."""
    return _joined([f"groups.attribute.{name}" for name in attribute.split(AND)], attribute)


def group_name(attribute: str, group: str) -> Text2:
    """A group, or an intersection, in words; what is no value of ours as it was stated."""
    if group == UNKNOWN:
        return both("groups.unknown")
    pairs = zip(attribute.split(AND), group.split(AND), strict=False)
    return _joined([f"groups.value.{name}.{value}" for name, value in pairs], group)


def _joined(keys: Sequence[str], otherwise: str) -> Text2:
    if not all(key in MESSAGES for key in keys):
        return {"zh": otherwise, "en": otherwise}
    words = [both(key) for key in keys]
    return {
        "zh": " · ".join(each["zh"] for each in words),
        "en": ", ".join(each["en"] for each in words),
    }

"""Fairness of selection: rates, impact ratios, the brake before weights change. Pure, no numpy.

`gate(people, old_weights, new_weights, cut_score, search)` is what stands before an activation.
"""

from chalicelib.calibration.fairness.alternative import Alternative, Search
from chalicelib.calibration.fairness.effects import (
    AttributeEffect,
    Change,
    GroupEffect,
    Ruling,
    Why,
)
from chalicelib.calibration.fairness.gating import FairnessGate, gate
from chalicelib.calibration.fairness.people import Considered

__all__ = [
    "Alternative",
    "AttributeEffect",
    "Change",
    "Considered",
    "FairnessGate",
    "GroupEffect",
    "Ruling",
    "Search",
    "Why",
    "gate",
]

"""The only door to frames: the policy is asked before a single byte is opened."""

from chalicelib.expression.service.asking import (
    BarredHere,
    allowed,
    check_offer,
    of_session,
    offer,
)
from chalicelib.expression.service.counting import people_read
from chalicelib.expression.service.erasing import ask_for_erasure, erase
from chalicelib.expression.service.permitting import Permit, permit
from chalicelib.expression.service.reading import (
    KEPT_DAYS,
    Arrived,
    FrameOutcome,
    Handling,
    read_all,
)
from chalicelib.expression.service.showing import Asked, figures_of, session_of, summary_of

__all__ = [
    "KEPT_DAYS",
    "Arrived",
    "Asked",
    "BarredHere",
    "FrameOutcome",
    "Handling",
    "Permit",
    "allowed",
    "ask_for_erasure",
    "check_offer",
    "erase",
    "figures_of",
    "of_session",
    "offer",
    "people_read",
    "permit",
    "read_all",
    "session_of",
    "summary_of",
]

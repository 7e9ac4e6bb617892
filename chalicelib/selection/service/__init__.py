"""The only door to selection."""

from chalicelib.selection.service.disposing import (
    AlreadyDisposed,
    KeptProof,
    OverrideReasonTooShort,
    dispose,
    disposition,
    proof,
)
from chalicelib.selection.service.proposing import (
    Gathered,
    find_disposition,
    gather,
    proposed,
    recommend,
    recommendation,
)

__all__ = [
    "AlreadyDisposed",
    "Gathered",
    "KeptProof",
    "OverrideReasonTooShort",
    "dispose",
    "disposition",
    "find_disposition",
    "gather",
    "proof",
    "proposed",
    "recommend",
    "recommendation",
]

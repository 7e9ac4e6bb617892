"""The only door to calibration."""

from chalicelib.calibration.service.computing import card, cohort, compute
from chalicelib.calibration.service.imports import import_history, past_interviews
from chalicelib.calibration.service.proposals import (
    NamedPersonNeeded,
    ProposalNotReady,
    ProposalStale,
    approve,
    proposal,
    proposals,
    reject,
    request_proposal,
)

__all__ = [
    "NamedPersonNeeded",
    "ProposalNotReady",
    "ProposalStale",
    "approve",
    "card",
    "cohort",
    "compute",
    "import_history",
    "past_interviews",
    "proposal",
    "proposals",
    "reject",
    "request_proposal",
]

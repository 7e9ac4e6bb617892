"""The only door to calibration."""

from chalicelib.calibration.life import (
    AcknowledgementNeeded,
    Consent,
    GateFailed,
    NamedPersonNeeded,
    Plan,
    ProposalNotReady,
    ProposalsFrozen,
    ProposalStale,
    RollbackImpossible,
    SecondPersonNeeded,
    ShadowNotOver,
    ShadowTaken,
    State,
)
from chalicelib.calibration.service.computing import card, compute, measure_slope
from chalicelib.calibration.service.deciding import activate, approve, end, gates_of_run, reject
from chalicelib.calibration.service.imports import (
    import_history,
    past_interviews,
    past_interviews_of,
)
from chalicelib.calibration.service.naming import (
    expected_sentence,
    prediction_summary,
    profile_summary,
    sentence,
)
from chalicelib.calibration.service.observing import observe, observe_decision
from chalicelib.calibration.service.predictions import appraised, expected_of, prediction_card
from chalicelib.calibration.service.profiles import (
    ProfileNotReady,
    ProfileStale,
    compute_profile,
    draft_from_profile,
    profile_card,
    quotes,
    request_profile,
)
from chalicelib.calibration.service.proposals import (
    cards,
    frozen,
    is_frozen,
    proposal,
    proposals,
    request_proposal,
    rule_out_leak,
)
from chalicelib.calibration.service.reading import cohort, rated_since
from chalicelib.calibration.service.returning import roll_back, rollbacks
from chalicelib.calibration.service.running import card_of, compared, interviews, over, run
from chalicelib.calibration.service.simulating import (
    request_simulation,
    simulate,
    simulation,
    simulations,
)
from chalicelib.calibration.service.visible import visible_part
from chalicelib.calibration.service.watching import due as drift_due
from chalicelib.calibration.service.watching import look as look_at_drift
from chalicelib.calibration.service.watching import report as drift_report
from chalicelib.calibration.service.watching import reports as drift_reports
from chalicelib.calibration.simulation import Wish as SimulationWish

__all__ = [
    "AcknowledgementNeeded",
    "Consent",
    "GateFailed",
    "NamedPersonNeeded",
    "Plan",
    "ProfileNotReady",
    "ProfileStale",
    "ProposalNotReady",
    "ProposalStale",
    "ProposalsFrozen",
    "RollbackImpossible",
    "SecondPersonNeeded",
    "ShadowNotOver",
    "ShadowTaken",
    "SimulationWish",
    "State",
    "activate",
    "appraised",
    "approve",
    "card",
    "card_of",
    "cards",
    "cohort",
    "compared",
    "compute",
    "compute_profile",
    "draft_from_profile",
    "drift_due",
    "drift_report",
    "drift_reports",
    "end",
    "expected_of",
    "expected_sentence",
    "frozen",
    "gates_of_run",
    "import_history",
    "interviews",
    "is_frozen",
    "look_at_drift",
    "measure_slope",
    "observe",
    "observe_decision",
    "over",
    "past_interviews",
    "past_interviews_of",
    "prediction_card",
    "prediction_summary",
    "profile_card",
    "profile_summary",
    "proposal",
    "proposals",
    "quotes",
    "rated_since",
    "reject",
    "request_profile",
    "request_proposal",
    "request_simulation",
    "roll_back",
    "rollbacks",
    "rule_out_leak",
    "run",
    "sentence",
    "simulate",
    "simulation",
    "simulations",
    "visible_part",
]

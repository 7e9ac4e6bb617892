"""The life of a change of weights on pages: in force, proposed, in shadow, watched, taken back."""

from typing import Any

from chalice import Response

from chalicelib.analytics.fairness_words import attribute_name, group_name
from chalicelib.calibration import service as calibration
from chalicelib.calibration.service import State
from chalicelib.entrypoints.api_weights import drift_given, flips_given, shadow_given
from chalicelib.entrypoints.console import rows
from chalicelib.entrypoints.console.models import family_names
from chalicelib.entrypoints.console.render import page
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation.errors import NotFound
from chalicelib.interviewing import service as interviewing
from chalicelib.interviewing.anchors import DIMENSIONS

door = Door(__name__, "console-weights")

FIELDS = (
    "job_family", "state", "requested_by", "requested_at", "model_version", "result", "gates",
    "fairness", "plan", "approvals", "computed_at", "decided_by", "decided_at", "decision_reason",
    "adopted_version",
)  # fmt: skip
#: States in which a shadow run has begun.
RUNS = frozenset({State.SHADOW, State.ACTIVATING, State.ACTIVE, State.ENDED})


@door.page("/weights", action="weights.read")
def weights(call: Call) -> Response:
    """The weights in force by job family, what is watched, and every proposal to change them."""
    models = [interviewing.current_model(f.job_family) for f in interviewing.families() if f.newest]
    cards = {row.item_id: row for row in calibration.cards()}
    return page(
        call,
        "weights.html",
        here="/weights",
        models=models,
        family_names=family_names(),
        proposals=[rows.plain(row, *FIELDS) for row in calibration.proposals()],
        drift={row.item_id: drift_given(row) for row in calibration.drift_reports()},
        frozen={key for key, row in cards.items() if calibration.is_frozen(row)},
        rollbacks=[_rollback(row) for row in calibration.rollbacks()],
        names=rows.names(),
    )


@door.page("/weights/{proposal_id}", action="weights.read")
def proposal(call: Call) -> Response:
    """One proposal as a change request: what, why, gates, groups, who decided, its shadow run."""
    row = calibration.proposal(call.path["proposal_id"])
    card = calibration.card_of(row.job_family)
    return page(
        call,
        "proposal.html",
        here=f"/weights/{row.item_id}",
        proposal=rows.plain(row, *FIELDS),
        dimensions=_dimension_names(row.job_family, int(row.model_version or 0)),
        shadow=shadow_given(call, row.item_id) if row.state in RUNS else None,
        leak=card.leak if card is not None and calibration.is_frozen(card) else None,
        flips=flips_given(call, row.flips),
        attribute_name=attribute_name,
        group_name=group_name,
        mine=any(each["by"] == call.actor.actor_id for each in row.approvals),
        names=rows.names(),
    )


@door.page("/drift/{job_family}", action="weights.read")
def drift(call: Call) -> Response:
    """The drift watch of a job family: every check with its limit, and the weeks behind it."""
    family = call.path["job_family"]
    if family not in family_names():
        raise NotFound("job-family-unknown", job_family=family)
    row = calibration.drift_report(family)
    return page(
        call,
        "drift.html",
        here=f"/drift/{family}",
        family=family,
        family_name=family_names()[family],
        drift=drift_given(row) if row is not None else None,
        sums=row.report if row is not None else {},
    )


def _rollback(row: Any) -> dict[str, Any]:
    return rows.plain(
        row, "job_family", "to_version", "new_version", "reason", "decided_by", "decided_at"
    )


def _dimension_names(job_family: str, version: int) -> dict[str, dict[str, str]]:
    names = {key: item.name for key, item in DIMENSIONS.items()}
    if version:
        model = interviewing.model(job_family, version)
        names |= {item.key: item.name for item in model.dimensions}
    return names

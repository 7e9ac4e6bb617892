"""What calibration keeps: past interviews, weight proposals, the last card of each job family."""

from typing import Any

from pynamodb.attributes import (
    BooleanAttribute,
    JSONAttribute,
    NumberAttribute,
    UnicodeAttribute,
)

from chalicelib.calibration.view import shown
from chalicelib.records.tables import CandidateItem, CompanyItem


class PastInterview(CandidateItem, discriminator="past_interview"):
    """Ratings of an interview held before this system; counts once its import was completed."""

    import_id = UnicodeAttribute()
    reference = UnicodeAttribute()
    job_family = UnicodeAttribute()
    model_version = NumberAttribute()
    ratings = JSONAttribute(default=dict)
    composite = NumberAttribute(null=True)
    hired = BooleanAttribute(default=False)
    origin = UnicodeAttribute(default="imported")


class HistoryImport(CompanyItem, discriminator="history-import"):
    """A file of past interviews that was imported whole; partition `history-import`."""

    job_family = UnicodeAttribute()
    model_version = NumberAttribute()
    rows = NumberAttribute()
    hired = NumberAttribute()
    sha256 = UnicodeAttribute()
    imported_by = UnicodeAttribute()


class WeightProposal(CompanyItem, discriminator="weight-proposal"):
    """A change of weights, asked for, computed, decided by a person; partition `weight-proposal`.

    `state`: requested → proposed or no-proposal; proposed → approving → approved, or rejected.
    """

    job_family = UnicodeAttribute()
    state = UnicodeAttribute(default="requested")
    requested_by = UnicodeAttribute()
    requested_at = UnicodeAttribute()
    leak_check = UnicodeAttribute(default="")
    model_version = NumberAttribute(null=True)
    cycle_ids = JSONAttribute(default=list)
    result = JSONAttribute(default=dict)
    computed_at = UnicodeAttribute(null=True)
    decided_by = UnicodeAttribute(null=True)
    decided_at = UnicodeAttribute(null=True)
    decision_reason = UnicodeAttribute(null=True)
    adopted_version = NumberAttribute(null=True)

    @property
    def new_model_version(self) -> int | None:
        """The model version that its approval brought into force."""
        return int(self.adopted_version) if self.adopted_version is not None else None

    @property
    def proposal(self) -> dict[str, Any] | None:
        """The computed answer as people read it; None before it was computed."""
        return shown(self.result) if self.result else None


class CalibrationCard(CompanyItem, discriminator="calibration-card"):
    """What the last computation found; partition `calibration-card`, id the job family."""

    proposal_id = UnicodeAttribute()
    computed_at = UnicodeAttribute()
    evidence = JSONAttribute(default=dict)
    reason = UnicodeAttribute(default="")

"""What calibration keeps: past interviews, weight proposals, the last card of each job family."""

from pynamodb.attributes import (
    BooleanAttribute,
    JSONAttribute,
    NumberAttribute,
    UnicodeAttribute,
)

from chalicelib.records.tables import CandidateItem, CompanyItem


class PastInterview(CandidateItem, discriminator="past_interview"):
    """Ratings of an interview held before this system; counts only when its import was completed."""

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


class CalibrationCard(CompanyItem, discriminator="calibration-card"):
    """What the last computation found on a job family; partition `calibration-card`, id the family."""

    proposal_id = UnicodeAttribute()
    computed_at = UnicodeAttribute()
    evidence = JSONAttribute(default=dict)
    reason = UnicodeAttribute(default="")

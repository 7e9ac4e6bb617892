"""What selection keeps in a candidate's file: the proposal and the decision."""

from pynamodb.attributes import BooleanAttribute, JSONAttribute, NumberAttribute, UnicodeAttribute

from chalicelib.records.tables import CandidateItem


class RecommendationItem(CandidateItem, discriminator="recommendation"):
    """The machine's proposal; id `recommendation#<application>`."""

    application_id = UnicodeAttribute()
    outcome = UnicodeAttribute()
    reasons = JSONAttribute(default=list)
    composite = NumberAttribute(null=True)
    cut_score = NumberAttribute()
    case = JSONAttribute()
    inputs = JSONAttribute(default=list)
    policy_version = UnicodeAttribute()


class DispositionItem(CandidateItem, discriminator="disposition"):
    """A named person's decision; id `disposition#<application>`, written once."""

    application_id = UnicodeAttribute()
    outcome = UnicodeAttribute()
    reason = UnicodeAttribute()
    decided_by = UnicodeAttribute()
    decided_at = UnicodeAttribute()
    recommendation = UnicodeAttribute(null=True)
    override = BooleanAttribute(default=False)
    proof_key = UnicodeAttribute()
    proof_sha256 = UnicodeAttribute()

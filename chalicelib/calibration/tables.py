"""What calibration keeps: interviews, proposals, shadow runs, drift, simulations."""

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


class RatedInterview(CandidateItem, discriminator="rated-interview"):
    """What the loop knows of one finished interview; item `rated-interview#<session>`.

    Thin on purpose: one index query a shard reads a hundred thousand of them, in order of time.
    `champion` and `challenger` are what both models of the shadow run `proposal_id` give the words
    alone; they count for nothing. `ratings` are those of the words alone, `supplement` the number
    beside them where a requisition declared one. None is "not measured", never a low score.
    """

    session_id = UnicodeAttribute()
    job_family = UnicodeAttribute()
    model_version = NumberAttribute()
    ratings = JSONAttribute(default=dict)
    composite = NumberAttribute(null=True)
    cut_score = NumberAttribute()
    source = UnicodeAttribute(default="direct")
    completed_at = UnicodeAttribute()
    proposal_id = UnicodeAttribute(default="")
    champion = NumberAttribute(null=True)
    challenger = NumberAttribute(null=True)
    supplement = JSONAttribute(null=True)


class HistoryImport(CompanyItem, discriminator="history-import"):
    """A file of past interviews that was imported whole; partition `history-import`."""

    job_family = UnicodeAttribute()
    model_version = NumberAttribute()
    rows = NumberAttribute()
    hired = NumberAttribute()
    sha256 = UnicodeAttribute()
    imported_by = UnicodeAttribute()


class WeightProposal(CompanyItem, discriminator="weight-proposal"):
    """A change request on weights; partition `weight-proposal`. Its states stand in `life.State`.

    `approvals` lists both approvers with reason; `plan` the length of the shadow run; `gates` each
    gate's verdict with its figure; `flips` the first of those whose recommendation would turn;
    `fairness` the effect on groups, counts and ratios only.
    """

    job_family = UnicodeAttribute()
    state = UnicodeAttribute(default="requested")
    requested_by = UnicodeAttribute()
    requested_at = UnicodeAttribute()
    plan = JSONAttribute(default=dict)
    model_version = NumberAttribute(null=True)
    cycle_ids = JSONAttribute(default=list)
    result = JSONAttribute(default=dict)
    gates = JSONAttribute(default=list)
    flips = JSONAttribute(default=list)
    fairness = JSONAttribute(default=dict)
    computed_at = UnicodeAttribute(null=True)
    approvals = JSONAttribute(default=list)
    decided_by = UnicodeAttribute(null=True)
    decided_at = UnicodeAttribute(null=True)
    decision_reason = UnicodeAttribute(null=True)
    adopted_version = NumberAttribute(null=True)

    @property
    def new_model_version(self) -> int | None:
        """The model version that its activation brought into force."""
        return int(self.adopted_version) if self.adopted_version is not None else None

    @property
    def proposal(self) -> dict[str, Any] | None:
        """The computed answer as people read it; None before it was computed."""
        return shown(self.result) if self.result else None


class ShadowRun(CompanyItem, discriminator="shadow-run"):
    """A challenger beside the model in force; partition `shadow-run`, id its proposal's.

    `model` is the whole model with the new weights, written once and adopted as it stands, or
    never; `digest` its SHA-256. From `started_at` to `ended_at` it is computed and counts nothing.
    """

    job_family = UnicodeAttribute()
    model = JSONAttribute()
    digest = UnicodeAttribute()
    interviews = NumberAttribute()
    days = NumberAttribute()
    started_at = UnicodeAttribute()
    ended_at = UnicodeAttribute(null=True)


class CalibrationCard(CompanyItem, discriminator="calibration-card"):
    """What the last computation found; partition `calibration-card`, id the job family.

    `shadow` names the proposal whose shadow run is under way, so that there is only one; `leak`
    the last leak alarm and who ruled it out.
    """

    proposal_id = UnicodeAttribute()
    computed_at = UnicodeAttribute()
    evidence = JSONAttribute(default=dict)
    reason = UnicodeAttribute(default="")
    shadow = UnicodeAttribute(default="")
    leak = JSONAttribute(default=dict)


class Rollback(CompanyItem, discriminator="weight-rollback"):
    """Earlier weights brought back by a named person; partition `weight-rollback`."""

    job_family = UnicodeAttribute()
    from_version = NumberAttribute()
    to_version = NumberAttribute()
    new_version = NumberAttribute()
    reason = UnicodeAttribute()
    decided_by = UnicodeAttribute()
    decided_at = UnicodeAttribute()


class DriftWeek(CompanyItem, discriminator="drift-week"):
    """Running sums (`drift.Sums`) of one week and source; nobody's name.

    Partition `drift-week`, id `<job family>#<version>#<week>#<source>#<part>`: persons are spread
    over parts, so that interviews that end together seldom wait for one row.
    """

    sums = JSONAttribute()


class DriftReport(CompanyItem, discriminator="drift-report"):
    """The last look at a job family's drift; partition `drift-report`, id the job family."""

    model_version = NumberAttribute()
    looked_at = UnicodeAttribute()
    report = JSONAttribute(default=dict)
    alarms = JSONAttribute(default=list)


class DriftSlope(CompanyItem, discriminator="drift-slope"):
    """Calibration slope of the newest locked cycle; partition `drift-slope`, id the job family."""

    measured_at = UnicodeAttribute()
    slope = JSONAttribute(default=dict)


class Simulation(CompanyItem, discriminator="simulation"):
    """One simulated loop; partition `simulation`, id the digest of its wish: same wish, same row.

    `state` queued → running → done or failed; `progress` 0–1.
    """

    wish = JSONAttribute()
    state = UnicodeAttribute(default="queued")
    progress = NumberAttribute(default=0)
    result = JSONAttribute(default=dict)
    requested_by = UnicodeAttribute()
    requested_at = UnicodeAttribute()


class ProfileCard(CompanyItem, discriminator="profile-card"):
    """What sets a job family's top performers apart; partition `profile-card`, id the family.

    `state`: requested → computed, or unanswered with a `reason`. `names` gives every trait's name,
    `seen` the answers (session, question) in which top performers showed a behaviour: their words
    stay in the candidates' files, so that an erased person's vanish here as well.
    """

    state = UnicodeAttribute(default="requested")
    reason = UnicodeAttribute(default="")
    requested_by = UnicodeAttribute()
    requested_at = UnicodeAttribute()
    computed_at = UnicodeAttribute(null=True)
    model_version = NumberAttribute(default=0)
    data_hash = UnicodeAttribute(default="")
    profile = JSONAttribute(default=dict)
    names = JSONAttribute(default=dict)
    seen = JSONAttribute(default=dict)
    drafted = JSONAttribute(null=True)


class PredictionCard(CompanyItem, discriminator="prediction-card"):
    """How well a job family's interviews foretold the work; partition `prediction-card`.

    `predictor` and `record` are None below the number of outcomes that they need; `outlook` holds
    the definition in force, windows, misses and what the interview leaves unexplained.
    """

    computed_at = UnicodeAttribute()
    n = NumberAttribute(default=0)
    predictor = JSONAttribute(null=True)
    record = JSONAttribute(null=True)
    outlook = JSONAttribute(default=dict)
    names = JSONAttribute(default=dict)

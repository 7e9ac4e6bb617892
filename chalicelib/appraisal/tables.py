"""What appraisal keeps: cycles and KPIs of the company, readings and ratings of an employee."""

from pynamodb.attributes import (
    BooleanAttribute,
    JSONAttribute,
    NumberAttribute,
    UnicodeAttribute,
)

from chalicelib.records.tables import CompanyItem, PerformanceItem


class AppraisalCycle(CompanyItem, discriminator="appraisal-cycle"):
    """A period in which a job family is appraised; partition `appraisal-cycle`, id given by HR.

    `region` and `store_id` narrow it to the people of one, where they are set. `listed` maps
    employee number to person id. `active_import` names the KPI import that counts; rows of any
    other import are not part of the cycle, and `imports` lists the last ones. `kpis` and `formula`
    are what it was opened with. `lock_id` names the results that count, `revisions` the number of
    the latest result of whoever has more than one.
    """

    name = JSONAttribute(default=dict)
    job_family = UnicodeAttribute()
    region = UnicodeAttribute(default="")
    store_id = UnicodeAttribute(default="")
    starts_on = UnicodeAttribute()
    ends_on = UnicodeAttribute()
    state = UnicodeAttribute(default="open")
    listed = JSONAttribute(default=dict)
    kpis = JSONAttribute(default=list)
    kpi_version = NumberAttribute(default=0)
    formula = JSONAttribute(default=dict)
    active_import = UnicodeAttribute(null=True)
    imports = JSONAttribute(default=list)
    rated = NumberAttribute(default=0)
    locked_at = UnicodeAttribute(null=True)
    locked_by = UnicodeAttribute(null=True)
    lock_id = UnicodeAttribute(null=True)
    revisions = JSONAttribute(default=dict)
    outcomes_hash = UnicodeAttribute(null=True)


class KpiSet(CompanyItem, discriminator="kpi-set"):
    """A job family's KPIs as the company defined them; partition `kpi-set#family`, id the version.

    Versions are never changed; the highest number counts for cycles that are opened from now on.
    """

    job_family = UnicodeAttribute()
    number = NumberAttribute()
    kpis = JSONAttribute(default=list)
    reason = UnicodeAttribute(default="")
    made_by = UnicodeAttribute()
    made_at = UnicodeAttribute()


class KpiReading(PerformanceItem, discriminator="kpi-reading"):
    """One employee's KPI values of one import; counts only while its cycle points at the import."""

    cycle_id = UnicodeAttribute()
    import_id = UnicodeAttribute()
    values = JSONAttribute(default=dict)
    months = JSONAttribute(default=dict)


class Appraisal(PerformanceItem, discriminator="appraisal"):
    """One employee's rating in one cycle, or the reason for having none.

    `history` holds every entry that stood here before, the first first.
    """

    cycle_id = UnicodeAttribute()
    rating = NumberAttribute(null=True)
    comment = UnicodeAttribute(default="")
    excuse = UnicodeAttribute(default="")
    contaminated = BooleanAttribute(default=False)
    entered_by = UnicodeAttribute(default="")
    entered_at = UnicodeAttribute(null=True)
    history = JSONAttribute(default=list)


class GoalSheet(PerformanceItem, discriminator="goal-sheet"):
    """One employee's goals in one cycle, with every state that they had."""

    cycle_id = UnicodeAttribute()
    goals = JSONAttribute(default=list)
    history = JSONAttribute(default=list)


class RatingForms(PerformanceItem, discriminator="rating-forms"):
    """Every form about one employee in one cycle: own, colleagues' and research; `forms#cycle`.

    A form holds form_id, kind, rater, answers (item → 1–5, empty until it comes back), given_at and
    contaminated. The rater is kept so that nobody answers twice; no operation gives out who said
    what.
    """

    cycle_id = UnicodeAttribute()
    forms = JSONAttribute(default=list)


class AppraisalResult(PerformanceItem, discriminator="appraisal-result"):
    """What a locked cycle came to for one person; item `result#cycle#lock#revision`, never changed.

    Revision 1 was locked; a later one stems from the appeal that `appeal_id` names.
    """

    cycle_id = UnicodeAttribute()
    lock_id = UnicodeAttribute()
    revision = NumberAttribute(default=1)
    outcome = JSONAttribute(default=dict)
    sheet = JSONAttribute(default=dict)
    appeal_id = UnicodeAttribute(default="")
    made_by = UnicodeAttribute(default="")
    made_at = UnicodeAttribute(null=True)


class Appeal(PerformanceItem, discriminator="appeal"):
    """An employee's appeal against a locked appraisal; item `appeal#cycle#id`."""

    cycle_id = UnicodeAttribute()
    appeal_id = UnicodeAttribute()
    reason = UnicodeAttribute()
    state = UnicodeAttribute(default="open")
    recorded_by = UnicodeAttribute()
    recorded_at = UnicodeAttribute()
    rating = NumberAttribute(null=True)
    kpis = JSONAttribute(default=dict)
    contaminated = BooleanAttribute(default=False)
    decided_by = UnicodeAttribute(null=True)
    decided_at = UnicodeAttribute(null=True)
    decision_reason = UnicodeAttribute(default="")
    revision = NumberAttribute(null=True)

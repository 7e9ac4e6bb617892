"""What appraisal keeps: cycles of the company, readings and ratings of an employee."""

from pynamodb.attributes import (
    BooleanAttribute,
    JSONAttribute,
    NumberAttribute,
    UnicodeAttribute,
)

from chalicelib.records.tables import CompanyItem, PerformanceItem


class AppraisalCycle(CompanyItem, discriminator="appraisal-cycle"):
    """A period in which a job family is appraised; partition `appraisal-cycle`, id given by HR.

    `listed` maps employee number to person id. `active_import` names the KPI import that counts;
    rows of any other import are not part of the cycle.
    """

    name = JSONAttribute(default=dict)
    job_family = UnicodeAttribute()
    starts_on = UnicodeAttribute()
    ends_on = UnicodeAttribute()
    state = UnicodeAttribute(default="open")
    listed = JSONAttribute(default=dict)
    active_import = UnicodeAttribute(null=True)
    imports = JSONAttribute(default=list)
    rated = NumberAttribute(default=0)
    locked_at = UnicodeAttribute(null=True)
    locked_by = UnicodeAttribute(null=True)
    outcomes_hash = UnicodeAttribute(null=True)


class KpiReading(PerformanceItem, discriminator="kpi-reading"):
    """One employee's KPI values of one import; counts only while its cycle points at the import."""

    cycle_id = UnicodeAttribute()
    import_id = UnicodeAttribute()
    values = JSONAttribute(default=dict)


class Appraisal(PerformanceItem, discriminator="appraisal"):
    """One employee's rating in one cycle, or the reason for having none."""

    cycle_id = UnicodeAttribute()
    rating = NumberAttribute(null=True)
    comment = UnicodeAttribute(default="")
    excuse = UnicodeAttribute(default="")
    contaminated = BooleanAttribute(default=False)
    entered_by = UnicodeAttribute(default="")
    entered_at = UnicodeAttribute(null=True)

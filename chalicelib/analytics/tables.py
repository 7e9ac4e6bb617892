"""What analytics keeps: cells of sums, each application's part in them, opinions, reports.

Cells are derived and can be computed again from the record (`service.rebuild`). They lie in the
company table, in partitions that begin with `figures#`; `generation` sets a newer count apart from
the one in use.
"""

from pynamodb.attributes import (
    BinaryAttribute,
    BooleanAttribute,
    JSONAttribute,
    NumberAttribute,
    UnicodeAttribute,
)

from chalicelib.records.tables import CandidateItem, CompanyItem

POINTER = "figures#generation"


class Generation(CompanyItem, discriminator="figures-generation"):
    """Which count of a scheme is in use; partition `figures#generation`, id the scheme."""

    number = NumberAttribute(default=1)


class FigureCell(CompanyItem, discriminator="figures-cell"):
    """Counts of one sheet, week, source and place; partition `figures#<generation>#<scope>`."""

    body = BinaryAttribute(legacy_encoding=False)


class Counted(CompanyItem, discriminator="figures-counted"):
    """What of an application is in the cells; `figures#<generation>#counted#<application>`."""

    contribution = JSONAttribute(default=dict)


class OutcomePair(CompanyItem, discriminator="figures-pair"):
    """An employee's score beside the latest locked outcome; partition `figures#pairs#<family>`.

    The id is the person's, `place` what filters may ask for. `cycle` orders cycles (end day and
    id), `outcome` is None where the latest cycle has none; `composite` 0–100 is that of the
    interview that led to the hire.
    """

    application_id = UnicodeAttribute(default="")
    label = UnicodeAttribute(default="")
    composite = NumberAttribute(null=True)
    cut_score = NumberAttribute(null=True)
    outcome = NumberAttribute(null=True)
    imported = BooleanAttribute(default=False)
    place = JSONAttribute(default=dict)
    cycle = UnicodeAttribute()


class CycleTaken(CompanyItem, discriminator="figures-cycle"):
    """How far a locked cycle's outcomes were taken; partition `figures#cycles`, id the cycle's."""

    taken = NumberAttribute(default=0)
    whole = BooleanAttribute(default=False)


class Survey(CandidateItem, discriminator="survey"):
    """A candidate's opinion of the process after the result; counted, and shown to nobody."""

    application_id = UnicodeAttribute()
    at = UnicodeAttribute()
    overall = NumberAttribute()
    transparent = NumberAttribute(null=True)
    timely = NumberAttribute(null=True)
    objective = NumberAttribute(null=True)


class Remark(CompanyItem, discriminator="figures-remark"):
    """What a candidate wrote with the opinion, without a name; `figures#remarks`, a random id."""

    week = UnicodeAttribute()
    text = UnicodeAttribute()


class ReportPlan(CompanyItem, discriminator="figures-report"):
    """A report that is mailed by itself; partition `figures#reports`, a derived id.

    `every` is week or month; `last_sent` names the period (its first day) that was sent last.
    """

    recipients = JSONAttribute(default=list)
    every = UnicodeAttribute()
    language = UnicodeAttribute(default="zh")
    filters = JSONAttribute(default=dict)
    active = BooleanAttribute(default=True)
    last_sent = UnicodeAttribute(default="")
    made_by = UnicodeAttribute(default="")

"""What onboarding keeps in a candidate's file: every wait is one row with token and result."""

from pynamodb.attributes import (
    BooleanAttribute,
    JSONAttribute,
    NumberAttribute,
    UnicodeAttribute,
)
from pynamodb.models import Model

from chalicelib.foundation.settings import settings
from chalicelib.records.tables import CandidateItem


class Turn(Model):
    """When the reconcile job next looks at a hire: one field of its application.

    It has no version, so that moving it is no change of the record and disturbs nobody's.
    """

    class Meta:
        table_name = settings().table_candidates
        region = settings().region

    person_id = UnicodeAttribute(hash_key=True)
    item_id = UnicodeAttribute(range_key=True)
    due_at = UnicodeAttribute()


class Waiting(CandidateItem):
    """A row that a workflow may wait on: who waits (`task_token`), and what came (`result`)."""

    application_id = UnicodeAttribute()
    state = UnicodeAttribute(default="open")
    task_token = UnicodeAttribute(null=True)
    result = JSONAttribute(null=True)


class BackgroundCheck(Waiting, discriminator="background-check"):
    """A third party's report; id `background-check#<application>`.

    `partner_ids` are the partners that were asked for it: nobody else may report.
    """

    checks = JSONAttribute(default=list)
    requested_at = UnicodeAttribute(null=True)
    partner_ids = JSONAttribute(default=list)
    reported_at = UnicodeAttribute(null=True)
    reported_by = UnicodeAttribute(null=True)
    verdict = UnicodeAttribute(null=True)
    items = JSONAttribute(default=list)


class Review(Waiting, discriminator="review"):
    """A named person's look at what the machine may not decide; id `review#<application>`."""

    go_on = BooleanAttribute(null=True)
    reason = UnicodeAttribute(default="")
    decided_by = UnicodeAttribute(null=True)
    decided_at = UnicodeAttribute(null=True)


class Offer(Waiting, discriminator="offer"):
    """An offer and its answer; id `offer#<application>`. `remind_on` is an ISO date."""

    owner = UnicodeAttribute(default="")
    remind_on = UnicodeAttribute(default="")
    start_date = UnicodeAttribute(default="")
    note = UnicodeAttribute(default="")
    made_by = UnicodeAttribute(null=True)
    made_at = UnicodeAttribute(null=True)
    accepted = BooleanAttribute(null=True)
    answered_at = UnicodeAttribute(null=True)


class OnboardingStep(Waiting, discriminator="onboarding-step"):
    """One step of a hire's checklist; id `onboarding-step#<application>#<key>`.

    `partner_ids` are the partners that a partner's step was given to: nobody else closes it.
    """

    step_key = UnicodeAttribute()
    name = JSONAttribute(default=dict)
    instructions = JSONAttribute(default=dict)
    owner = UnicodeAttribute()
    partner_ids = JSONAttribute(default=list)
    due_days = NumberAttribute(default=0)
    due_on = UnicodeAttribute(default="")
    closed_by = UnicodeAttribute(null=True)
    closed_at = UnicodeAttribute(null=True)

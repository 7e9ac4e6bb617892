"""What onboarding keeps in a candidate's file: every wait is one row with token and result."""

from pynamodb.attributes import (
    BooleanAttribute,
    JSONAttribute,
    NumberAttribute,
    UnicodeAttribute,
)

from chalicelib.records.tables import CandidateItem


class Waiting(CandidateItem):
    """A row that a workflow may wait on: who waits (`task_token`), and what came (`result`)."""

    application_id = UnicodeAttribute()
    state = UnicodeAttribute(default="open")
    task_token = UnicodeAttribute(null=True)
    result = JSONAttribute(null=True)


class BackgroundCheck(Waiting, discriminator="background-check"):
    """A third party's report; id `background-check#<application>`."""

    checks = JSONAttribute(default=list)
    requested_at = UnicodeAttribute(null=True)
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
    """One step of a hire's checklist; id `onboarding-step#<application>#<key>`."""

    step_key = UnicodeAttribute()
    name = JSONAttribute(default=dict)
    instructions = JSONAttribute(default=dict)
    owner = UnicodeAttribute()
    due_days = NumberAttribute(default=0)
    due_on = UnicodeAttribute(default="")
    closed_by = UnicodeAttribute(null=True)
    closed_at = UnicodeAttribute(null=True)

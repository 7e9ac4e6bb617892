"""Dispositions, background checks, offers, onboarding."""

from datetime import date
from typing import Any, Literal

from pydantic import Field

from chalicelib.entrypoints.schemas.common import Given, Reason, Taken
from chalicelib.records.stages import Stage


class DispositionTaken(Taken):
    """A named person's decision."""

    outcome: Literal["pass", "reject"]
    reason: Reason


class DispositionGiven(Given):
    """A decision that was recorded."""

    application_id: str
    outcome: Literal["pass", "reject"]
    reason: str
    decided_by: str
    decided_at: str
    recommendation: str | None
    override: bool
    stage: Stage
    proof_key: str | None


class ProofGiven(Given):
    """The signed evidence file of a decision and whether it still holds."""

    application_id: str
    proof: dict[str, Any]
    signature: str
    holds: bool


class ReviewTaken(Taken):
    """A named person's word on a background check that needs one."""

    go_on: bool
    reason: Reason


class OfferTaken(Taken):
    """An offer."""

    start_date: date
    note: str = Field("", max_length=2000)


class OfferAnswerTaken(Taken):
    """The candidate's answer."""

    accepted: bool


class OfferGiven(Given):
    """An offer as it stands."""

    application_id: str
    state: str
    start_date: str
    note: str
    stage: Stage


class StepGiven(Given):
    """One onboarding step."""

    step_key: str
    name: dict[str, str]
    instructions: dict[str, str]
    owner: str
    due_on: str
    state: str
    closed_by: str | None
    closed_at: str | None


class OnboardingGiven(Given):
    """The onboarding checklist of a hire."""

    application_id: str
    stage: Stage
    steps: list[StepGiven]


class WebhookTaken(Given):
    """A webhook was taken in; `seen_before` when this id had come already."""

    accepted: bool
    seen_before: bool

"""Which partners were asked: kept before they hear it, compared when one of them answers."""

from collections.abc import Sequence

from chalicelib.foundation import ids, ledger
from chalicelib.foundation.access import Actor, Role
from chalicelib.foundation.command import Command
from chalicelib.foundation.ids import derived_id
from chalicelib.onboarding.service.waits import find
from chalicelib.onboarding.tables import BackgroundCheck, OnboardingStep


@ledger.retried
def note_asked(
    command: Command, application_id: str, step_key: str, partner_ids: Sequence[str]
) -> None:
    """Keep that these partners are asked for a check, or with a step's key for that step.

    Whoever was asked before stays asked. Nothing is kept where nothing waits for an answer.
    """
    row: BackgroundCheck | OnboardingStep | None
    if step_key:
        row = find(OnboardingStep, application_id, step_key)
    else:
        row = find(BackgroundCheck, application_id)
    if row is None or set(partner_ids) <= set(row.partner_ids):
        return
    row.partner_ids = sorted({*row.partner_ids, *partner_ids})
    ledger.commit(
        command.part(derived_id("/".join(row.partner_ids), ids.PART_LENGTH)),
        action="partner.asked",
        subject=row.person_id,
        changes=[row],
        detail={"item": row.item_id, "partners": row.partner_ids},
    )


def was_asked(actor: Actor, row: BackgroundCheck | OnboardingStep) -> bool:
    """Whether this partner is one of those that were asked."""
    return Role.PARTNER in actor.roles and actor.scope.partner_id in row.partner_ids

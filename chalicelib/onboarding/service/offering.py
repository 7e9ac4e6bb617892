"""The pre-hire pool, the offer and its answer."""

from datetime import date, timedelta

from chalicelib.foundation import clock, ledger
from chalicelib.foundation.access import Role, require_named
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import Conflict, Forbidden, Invalid, NotFound
from chalicelib.foundation.observability import count
from chalicelib.foundation.outbox import Announcement
from chalicelib.onboarding.hire import owner_of
from chalicelib.onboarding.service.waits import find, hand_on, hold, new, settle
from chalicelib.onboarding.tables import Offer
from chalicelib.records import service as records
from chalicelib.records.stages import Stage

REMIND_DAYS = 3
DUE, MADE, ANSWERED = "due", "made", "answered"


class OfferMade(Conflict):
    """An offer was made before."""

    code = "offer-made"


class OfferAnswered(Conflict):
    """The candidate gave another answer before."""

    code = "offer-answered"


class NotYourOffer(Forbidden):
    """Only the candidate answers an offer."""

    code = "offer-answer-own"


@ledger.retried
def place_in_pre_hire_pool(command: Command, application_id: str) -> None:
    """The candidate is cleared; whoever answers for the hire is reminded to make an offer."""
    application = records.application(application_id)
    if application.stage not in (Stage.BACKGROUND_CHECK, Stage.UNDER_REVIEW):
        return
    records.move(application, Stage.PRE_HIRE, command)
    row = find(Offer, application_id) or new(Offer, application_id)
    row.owner, row.state = owner_of(application.history), DUE
    row.remind_on = (command.at.date() + timedelta(days=REMIND_DAYS)).isoformat()
    reminder = {"owner": row.owner, "remind_on": row.remind_on}
    if ledger.commit(
        command,
        action="hire.pre-hire",
        subject=row.person_id,
        changes=[application, row],
        announce=[
            Announcement("application.pre-hire", application_id),
            Announcement("pre-hire.reminder", application_id, reminder),
        ],
        detail={"application_id": application_id, "remind_on": row.remind_on},
    ):
        count("PreHirePlaced", application_id=application_id)


@ledger.retried
def make_offer(command: Command, application_id: str, start_date: str, note: str = "") -> Offer:
    """A named person offers the position from a first day (ISO date) on.

    Raises NamedPersonRequired, Forbidden, OfferMade, IllegalMove, Invalid, NotFound.
    """
    require_named(command.actor, "offer.make")
    application = records.application(application_id)
    row = find(Offer, application_id) or new(Offer, application_id)
    if row.made_at is not None:
        if not ledger.applied(command):
            raise OfferMade(made_by=row.made_by)
        return row
    if _first_day(start_date) < command.at.date():
        raise Invalid("offer-start-past", start_date=start_date)
    records.move(application, Stage.OFFERED, command)
    row.start_date, row.note, row.state = start_date, note.strip(), MADE
    row.made_by, row.made_at = command.actor.actor_id, clock.iso(command.at)
    told = {"start_date": row.start_date, "note": row.note}
    if ledger.commit(
        command,
        action="offer.made",
        subject=row.person_id,
        changes=[application, row],
        announce=[Announcement("offer.made", application_id, told)],
        detail={"application_id": application_id, "start_date": row.start_date},
    ):
        count("OfferMade", application_id=application_id)
    return offer(application_id)


@ledger.retried
def await_offer(command: Command, application_id: str, token: str) -> None:
    """Wait for the candidate's answer, or hand it on when it was given. Raises NotFound."""
    hold(command, offer(application_id), token)


@ledger.retried
def answer_offer(command: Command, application_id: str, accepted: bool) -> Offer:
    """The candidate accepts or declines; the same answer twice changes nothing.

    Raises NotYourOffer, OfferAnswered, NotFound, IllegalMove.
    """
    row = offer(application_id)
    actor = command.actor
    if Role.CANDIDATE not in actor.roles or actor.scope.person_id != row.person_id:
        raise NotYourOffer()
    if row.result is not None:
        if row.accepted != accepted:
            raise OfferAnswered(accepted=row.accepted)
        hand_on(row)
        return row
    application = records.application(application_id)
    if row.made_at is None or application.stage != Stage.OFFERED:
        raise NotFound("offer-unknown", application_id=application_id)
    row.accepted, row.answered_at, row.state = accepted, clock.iso(command.at), ANSWERED
    result = {"outcome": "accepted" if accepted else "declined"}
    told = Announcement(
        f"offer.{result['outcome']}", application_id, {"owner": owner_of(application.history)}
    )
    settle(command, row, result, action=f"offer.{result['outcome']}", announce=[told])
    return offer(application_id)


def offer(application_id: str) -> Offer:
    """The offer of an application as it stands. Raises NotFound before the pre-hire pool."""
    row = find(Offer, application_id)
    if row is None:
        raise NotFound("offer-unknown", application_id=application_id)
    return row


def _first_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Invalid("offer-start-invalid", start_date=text) from error

"""Which announcements partners hear, what is in them, and when a failed one is tried again."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from chalicelib.foundation.ids import derived_id

EVERYTHING = "*"


@dataclass(frozen=True)
class Outgoing:
    """One event that partners may be told of.

    `fields` of the announcement's payload are passed on, nothing else. `contacts` are the
    person's data that the partner cannot work without; `only` limits it to payloads that match;
    `needed`: somebody must hear it, or a hire stands still.
    """

    event: str
    fields: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    only: tuple[tuple[str, str], ...] = ()
    needed: bool = False


OUTGOING: dict[str, Outgoing] = {
    item.event: item
    for item in (
        Outgoing(
            "background-check.requested",
            fields=("checks",),
            contacts=("name", "email", "phone", "language"),
            needed=True,
        ),
        Outgoing(
            "onboarding-step.opened",
            fields=("step_key", "due_on"),
            contacts=("name", "email", "phone", "language"),
            only=(("owner", "partner"),),
            needed=True,
        ),
        Outgoing("application.withdrawn"),
        Outgoing("hire.completed", fields=("employee_number", "start_date")),
    )
}

#: Seconds after the announcement at which try 1, 2, … is due: ten tries over three days.
#: Source: Standard Webhooks 1.0, recommended schedule.
DUE_SECONDS = (0, 60, 300, 1_800, 7_200, 21_600, 43_200, 86_400, 172_800, 259_200)
MOST_TRIES = len(DUE_SECONDS)


def outgoing(event: str, payload: Mapping[str, Any]) -> Outgoing | None:
    """What partners hear of this announcement, or None when it is not theirs to hear."""
    found = OUTGOING.get(event)
    if found is None or any(payload.get(name) != value for name, value in found.only):
        return None
    return found


def wants(event: str, events: Sequence[str]) -> bool:
    """Whether a partner that subscribed to `events` hears this one; `*` hears all."""
    return event in events or EVERYTHING in events


def message(
    told: Outgoing,
    *,
    subject: str,
    at: str,
    payload: Mapping[str, Any],
    contacts: Mapping[str, str],
) -> dict[str, Any]:
    """The body of one webhook.

    Parameters
    ----------
    subject : the application it is about.
    at : ISO text of when it happened.
    payload : of the announcement; only the listed fields are passed on.
    contacts : of the person; only the listed ones are passed on.

    Returns
    -------
    dict
        `type`, `timestamp`, `data` as Standard Webhooks lays them out.
    """
    data: dict[str, Any] = {"application_id": subject}
    data |= {name: payload[name] for name in told.fields if name in payload}
    if told.contacts:
        data["person"] = {name: contacts[name] for name in told.contacts if contacts.get(name)}
    return {"type": told.event, "timestamp": at, "data": data}


def message_id(announcement_key: str, partner_id: str) -> str:
    """The webhook's id: the same at every try, so that the partner can tell a repeat."""
    return f"msg_{derived_id(f'{announcement_key}/{partner_id}', 26)}"


def is_due(tries: int, age_seconds: float) -> bool:
    """Whether an announcement of this age is to be tried again after `tries` failures."""
    return tries < MOST_TRIES and age_seconds >= DUE_SECONDS[tries]


def given_up(tries: int) -> bool:
    """Whether an announcement failed so often that a person must be told instead."""
    return tries >= MOST_TRIES


def receivers(event: str, partners: Iterable[tuple[str, Sequence[str]]]) -> list[str]:
    """The ids of the partners that hear an event, in order.

    Parameters
    ----------
    partners : (partner id, subscribed events).
    """
    return sorted(name for name, events in partners if wants(event, events))

"""Persons: their file, their contacts, what they consented to."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from pynamodb.exceptions import DoesNotExist

from chalicelib.foundation import clock, ids, ledger
from chalicelib.foundation.access import Fields
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import Invalid, NotFound
from chalicelib.records import profile as profiles
from chalicelib.records.consent import Purpose, Ruling, ruling
from chalicelib.records.countries import COUNTRIES
from chalicelib.records.service import company, marks
from chalicelib.records.tables import CandidateItem, PerformanceItem, Person

MAY_FILL = ("name", "email", "phone", "city")


def person(person_id: str) -> Person:
    """One person. Raises NotFound."""
    try:
        return Person.get(person_id, "person", consistent_read=True)
    except DoesNotExist as error:
        raise NotFound("person-unknown", person_id=person_id) from error


def contacts(person_id: str) -> dict[str, str]:
    """How to reach a person: name, e-mail, phone, language, time zone."""
    row = person(person_id)
    return {
        "name": row.name,
        "email": row.email,
        "phone": row.phone,
        "language": row.language,
        "timezone": row.timezone,
    }


def file_of(person_id: str) -> list[CandidateItem]:
    """Every item of a candidate's file, by one query."""
    return list(CandidateItem.query(person_id, consistent_read=True))


def items_of(application_id: str, kind: str) -> list[CandidateItem]:
    """The items of one kind that belong to an application, by id."""
    rows = CandidateItem.query(
        ids.person_of(application_id),
        CandidateItem.item_id.startswith(f"{kind}#"),
        consistent_read=True,
    )
    return [row for row in rows if getattr(row, "application_id", "") == application_id]


Whose = Callable[[str, list[CandidateItem]], bool]


def everybody(_person_id: str, _rows: list[CandidateItem]) -> bool:
    """Show every person's file."""
    return True


def profile(
    person_id: str,
    may_see: Callable[[Fields], bool],
    *,
    with_merged: bool = False,
    whose: Whose = everybody,
) -> profiles.Profile:
    """The one page on a person, as far as the reader may see. Raises NotFound.

    `with_merged` adds the files that colleagues merged into this one, after its own items; each
    item names the person in whose file it lies. `whose` says of each of these persons, by their
    own file, whether the reader gets it.
    """
    files = {person_id: file_of(person_id)}
    own = next((row for row in files[person_id] if isinstance(row, Person)), None)
    for other in own.merged if own and with_merged else ():
        files[other] = file_of(other)
    shown = [name for name, file in files.items() if whose(name, file)]
    rows: list[CandidateItem | PerformanceItem] = [row for name in shown for row in files[name]]
    for name in shown:
        rows += PerformanceItem.query(name)
    if not rows:
        raise NotFound("person-unknown", person_id=person_id)
    return profiles.assemble(person_id, [_plain(row) for row in rows], may_see)


def _plain(row: CandidateItem | PerformanceItem) -> dict[str, Any]:
    return {name: _jsonable(value) for name, value in row.attribute_values.items()} | {
        "kind": type(row)._get_discriminator_attribute().get_discriminator(type(row))  # type: ignore[union-attr]
    }


def _jsonable(value: Any) -> Any:
    return clock.iso(value) if isinstance(value, datetime) else value


class CountryNeeded(Invalid):
    """A consent to reading expressions that does not say where the person lives."""

    code = "country-needed"


@ledger.retried
def consent(
    command: Command, person_id: str, given: dict[Purpose, bool], country: str = ""
) -> Person:
    """Record what a person consents to, or withdraws; the moment and the actor are kept.

    `country` is where they say they live (ISO 3166), kept as told. Raises NotFound, and
    CountryNeeded for a consent to EXPRESSION without a country that there is.
    """
    row = person(person_id)
    if country not in COUNTRIES and (country or given.get(Purpose.EXPRESSION)):
        raise CountryNeeded()
    if country:
        row.country, row.sources = country, {**row.sources, "country": "told"}
    entry = {
        purpose.value: {"given": yes, "at": clock.iso(command.at), "by": command.actor.actor_id}
        for purpose, yes in given.items()
    }
    row.consents = {**row.consents, **entry}
    ledger.commit(
        command,
        action="consent.recorded",
        subject=person_id,
        changes=[row],
        detail={purpose.value: yes for purpose, yes in given.items()}
        | ({"country": country} if country else {}),
    )
    return person(person_id)


class ZoneUnknown(Invalid):
    """No time zone has this name."""

    code = "timezone-unknown"


@ledger.retried
def set_timezone(command: Command, person_id: str, timezone: str) -> Person:
    """Keep the time zone that a person says they are in. Raises NotFound, ZoneUnknown."""
    if not clock.is_zone(timezone):
        raise ZoneUnknown(timezone=timezone)
    row = person(person_id)
    row.timezone, row.sources = timezone, {**row.sources, "timezone": "told"}
    ledger.commit(
        command,
        action="timezone.told",
        subject=person_id,
        changes=[row],
        detail={"timezone": timezone},
    )
    return person(person_id)


def may_process(person_id: str, purpose: Purpose, requisition_id: str) -> Ruling:
    """Whether this purpose may be processed for this person and requisition, now."""
    row, job = person(person_id), company.requisition(requisition_id)
    employer = company.organisation()
    given = [Purpose(name) for name, entry in row.consents.items() if entry["given"]]
    return ruling(
        purpose,
        candidate=row.country,
        job=job.country,
        employer=employer.country if employer else "",
        consents=given,
    )


def fill_contacts(row: Person, found: dict[str, str], source: str) -> Person:
    """Fill what is empty from a résumé's facts, to be committed by the caller."""
    sources = dict(row.sources)
    for name in MAY_FILL:
        if found.get(name) and not getattr(row, name):
            setattr(row, name, found[name])
            sources[name] = source
    row.sources = sources
    return row


def duplicates(person_id: str) -> list[str]:
    """Other persons with the same phone number or e-mail address, for a human to merge."""
    row = person(person_id)
    one = {person_id, row.merged_into, *row.merged}
    return sorted(marks.holders(row.contact_keys) - one)[: marks.MOST_SHOWN]

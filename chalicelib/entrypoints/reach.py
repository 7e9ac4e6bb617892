"""Whose files a caller of some stores may see, and whose names: each person by their own ones."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from chalicelib.entrypoints.typed import Call
from chalicelib.foundation import ids
from chalicelib.foundation.access import Target, may_see, within
from chalicelib.foundation.errors import NotFound
from chalicelib.records import service as records
from chalicelib.records.profile import Profile

Item = dict[str, Any]


def file_within(call: Call, person_id: str, rows: Iterable[object]) -> bool:
    """Whether one of a person's applications, or a person without any, lies within the scope."""
    targets = [
        Target(store_id=row.store_id, region=row.region, person_id=person_id)
        for row in rows
        if isinstance(row, records.Application)
    ] or [Target(person_id=person_id)]
    return any(within(call.actor.scope, target) for target in targets)


def everywhere(call: Call) -> bool:
    """Whether the whole company lies within the caller's scope."""
    return within(call.actor.scope, Target())


def persons_within(call: Call, person_ids: Iterable[str]) -> set[str]:
    """Those persons whom the caller may reach; one query a person for a caller of some stores."""
    wanted = set(person_ids)
    if everywhere(call):
        return wanted
    return {name for name in wanted if file_within(call, name, records.file_of(name))}


def profile_within(call: Call, person_id: str) -> Profile:
    """A person's page with the files merged into it, as far as the caller may see and reach.

    Of a merged file a caller of some stores gets the persons with an application there, and no
    other person's id. Raises NotFound where nothing is left.
    """
    found = records.profile(
        person_id,
        lambda fields: may_see(call.actor, fields),
        with_merged=True,
        whose=lambda name, rows: file_within(call, name, rows),
    )
    return found if everywhere(call) else _unnamed(call, found)


def possible_duplicates(call: Call, person_id: str) -> list[str]:
    """Other persons with the same contacts, as far as the caller may reach them."""
    if not persons_within(call, [person_id]):
        return []
    found = records.duplicates(person_id)
    known = persons_within(call, found)
    return [name for name in found if name in known]


def require_person(call: Call, person_id: str) -> None:
    """Raise NotFound unless the caller may reach one of a person's applications."""
    if not file_within(call, person_id, records.file_of(person_id)):
        raise NotFound("person-unknown", person_id=person_id)


def others_named(items: Iterable[Item]) -> set[str]:
    """Every other person whom items name: as the same human, or with the same contacts or file."""
    found: set[str] = set()
    for item in items:
        found.update(item.get("same_people") or (), item.get("merged") or ())
        found.update(note["other"] for note in item.get("merge_notes") or ())
        found.update({item.get("merged_into") or "", ids.person_of(item.get("same_file") or "")})
    return found - {""}


def with_known(item: Item, known: set[str]) -> Item:
    """An item that names no person but the known ones; what it does not hold is not added."""
    lists: dict[str, Sequence[Any]] = {
        "same_people": [name for name in item.get("same_people") or () if name in known],
        "merged": [name for name in item.get("merged") or () if name in known],
        "merge_notes": [n for n in item.get("merge_notes") or () if n["other"] in known],
    }
    found = item | {name: value for name, value in lists.items() if name in item}
    if ids.person_of(item.get("same_file") or "") not in known:
        found |= {name: None for name in ("same_file", "same_file_name") if name in item}
    if "merged_into" in item and item["merged_into"] not in known:
        found["merged_into"] = None
    return found


def _unnamed(call: Call, page: Profile) -> Profile:
    known = persons_within(call, others_named(i for rows in page.sections.values() for i in rows))
    sections = {kind: [with_known(i, known) for i in rows] for kind, rows in page.sections.items()}
    return replace(page, sections=sections)

"""The company: its stores and the requisitions it has approved."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from pynamodb.exceptions import DoesNotExist

from chalicelib.foundation import ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import Conflict, Invalid, NotFound
from chalicelib.foundation.observability import count
from chalicelib.records.tables import CompanyItem, Organisation, Requisition, Store

Text2 = dict[str, str]
STORES_PER_COMMIT = 90


@dataclass(frozen=True)
class NewStore:
    """A store to be entered."""

    store_id: str
    name: Text2
    region: str
    country: str = "CN"


@dataclass(frozen=True)
class NewRequisition:
    """A requisition to be opened; `cut_score` 0-100, `criteria` as screening reads them."""

    requisition_id: str
    title: Text2
    job_family: str
    country: str = "CN"
    region: str = ""
    store_ids: tuple[str, ...] = ()
    openings: int = 1
    cut_score: float = 80
    criteria: tuple[dict[str, Any], ...] = ()
    onsite: dict[str, Any] = field(default_factory=dict)
    expression: bool = False
    follow_ups: bool = False


class StaleVersion(Conflict):
    """The caller saw another version than the one that stands."""

    code = "precondition"


@ledger.retried
def set_organisation(command: Command, *, name: Text2, country: str, timezone: str) -> Organisation:
    """Say who the company is."""
    row = organisation() or Organisation("organisation", "self")
    row.name, row.country, row.timezone = name, country, timezone
    ledger.commit(command, action="organisation.set", subject="organisation", changes=[row])
    return organisation() or row


def organisation() -> Organisation | None:
    """The company, or None before it was set."""
    try:
        return Organisation.get("organisation", "self")
    except DoesNotExist:
        return None


def import_stores(command: Command, new: Sequence[NewStore]) -> int:
    """Enter stores, 90 to a transaction; those that exist are left as they are."""
    known = {row.item_id for row in stores()}
    missing = [item for item in new if item.store_id not in known]
    for start in range(0, len(missing), STORES_PER_COMMIT):
        rows = [
            Store("store", s.store_id, name=s.name, region=s.region, country=s.country)
            for s in missing[start : start + STORES_PER_COMMIT]
        ]
        for row in rows:
            row.parent_key = f"region#{row.region}"
        part = command.part(f"stores-{missing[start].store_id}")
        ledger.commit(
            part, action="stores.imported", subject="stores", changes=rows, detail={"n": len(rows)}
        )
    return len(missing)


def stores(region: str = "") -> list[Store]:
    """All stores, or those of one region."""
    if region:
        rows = CompanyItem.by_parent.query(f"region#{region}")
        return [row for row in rows if isinstance(row, Store)]
    return list(Store.query("store"))


def store(store_id: str) -> Store:
    """One store. Raises NotFound."""
    try:
        return Store.get("store", store_id)
    except DoesNotExist as error:
        raise NotFound(store_id=store_id) from error


@ledger.retried
def open_requisition(command: Command, new: NewRequisition) -> Requisition:
    """Open a requisition. Raises Conflict for a taken number, Invalid for an unknown store."""
    row = Requisition("requisition", new.requisition_id)
    row.title, row.job_family, row.country = new.title, new.job_family, new.country
    row.region, row.store_ids, row.openings = new.region, list(new.store_ids), new.openings
    row.cut_score, row.criteria = new.cut_score, [dict(c) for c in new.criteria]
    row.onsite, row.expression, row.follow_ups = new.onsite, new.expression, new.follow_ups
    if not ledger.applied(command):
        _check_free(new.requisition_id)
        _check_stores(new.store_ids)
    if ledger.commit(
        command, action="requisition.opened", subject=new.requisition_id, changes=[row]
    ):
        count("RequisitionOpened", requisition_id=new.requisition_id)
    return requisition(new.requisition_id)


@ledger.retried
def change_requisition(
    command: Command, requisition_id: str, version: int, changes: dict[str, Any]
) -> Requisition:
    """Change a requisition that still stands at `version`. Raises StaleVersion."""
    row = requisition(requisition_id)
    if ledger.applied(command):
        return row
    if row.version != version:
        raise StaleVersion(seen=version, current=row.version)
    if changes.get("criteria", row.criteria) != row.criteria:
        row.criteria_version = int(row.criteria_version) + 1
    for name, value in changes.items():
        setattr(row, name, value)
    ledger.commit(
        command,
        action="requisition.changed",
        subject=requisition_id,
        changes=[row],
        detail={"fields": sorted(changes)},
    )
    return requisition(requisition_id)


def requisition(requisition_id: str) -> Requisition:
    """One requisition. Raises NotFound."""
    try:
        return Requisition.get("requisition", requisition_id, consistent_read=True)
    except DoesNotExist as error:
        raise NotFound("requisition-unknown", requisition_id=requisition_id) from error


def requisitions() -> list[Requisition]:
    """All requisitions."""
    return list(Requisition.query("requisition"))


def _check_free(requisition_id: str) -> None:
    if Requisition.count("requisition", Requisition.item_id == requisition_id):
        raise Conflict("requisition-exists", requisition_id=requisition_id)


def _check_stores(store_ids: Sequence[str]) -> None:
    if store_ids:
        unknown = sorted(set(store_ids) - {row.item_id for row in stores()})
        if unknown:
            raise Invalid("store-unknown", stores=", ".join(unknown[:5]))

"""The company: stores, requisitions, partners."""

from typing import Any

from chalicelib.entrypoints.schemas import company as s
from chalicelib.entrypoints.schemas.common import Text2
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.expression import service as expression
from chalicelib.foundation.errors import NotFound
from chalicelib.partners import service as partners
from chalicelib.records import service as records
from chalicelib.records.service import StaleVersion
from chalicelib.screening import service as screening

door = Door(__name__, "company")


@door.operation(
    "PUT",
    "/v1/organisation",
    action="company.change",
    body=s.OrganisationTaken,
    returns=s.OrganisationGiven,
)
def set_organisation(call: Call) -> s.OrganisationGiven:
    """Say who the company is: its name, home country and time zone."""
    given = call.body
    row = records.set_organisation(
        call.command, name=given.name.model_dump(), country=given.country, timezone=given.timezone
    )
    return s.OrganisationGiven.model_validate(row)


@door.operation("GET", "/v1/organisation", action="self.read", returns=s.OrganisationGiven)
def get_organisation(call: Call) -> s.OrganisationGiven:
    """Who the company is."""
    row = records.organisation()
    if row is None:
        raise NotFound()
    return s.OrganisationGiven.model_validate(row)


@door.operation(
    "POST",
    "/v1/stores",
    action="company.change",
    body=s.StoresTaken,
    returns=s.StoresEntered,
    status=201,
)
def import_stores(call: Call) -> s.StoresEntered:
    """Enter up to 500 stores at once."""
    new = [
        records.NewStore(item.store_id, item.name.model_dump(), item.region, item.country)
        for item in call.body.stores
    ]
    return s.StoresEntered(entered=records.import_stores(call.command, new))


@door.operation(
    "GET", "/v1/stores", action="company.read", query=s.RegionQuery, returns=s.StoresGiven
)
def list_stores(call: Call) -> s.StoresGiven:
    """Stores of the company, or of one region."""
    rows = records.stores(call.query.region)
    shown = [
        s.StoreTaken(store_id=r.item_id, name=Text2(**r.name), region=r.region, country=r.country)
        for r in rows
    ]
    return s.StoresGiven(stores=shown)


@door.operation(
    "POST",
    "/v1/requisitions",
    action="requisition.change",
    body=s.RequisitionTaken,
    returns=s.RequisitionGiven,
    status=201,
)
def open_requisition(call: Call) -> s.RequisitionGiven:
    """Open a requisition: what is sought, where, by which criteria and at which cut score."""
    given = call.body
    screening.check_criteria(given.criteria)
    if given.expression:
        expression.check_offer(given.country)
    values = given.model_dump() | {"store_ids": tuple(given.store_ids)}
    values["criteria"] = tuple(given.criteria)
    return requisition_given(
        records.open_requisition(call.command, records.NewRequisition(**values))
    )


@door.operation("GET", "/v1/requisitions", action="requisition.read", returns=s.Requisitions)
def list_requisitions(call: Call) -> s.Requisitions:
    """All requisitions."""
    return s.Requisitions(requisitions=[requisition_given(r) for r in records.requisitions()])


@door.operation(
    "GET",
    "/v1/requisitions/{requisition_id}",
    action="requisition.read",
    returns=s.RequisitionGiven,
)
def get_requisition(call: Call) -> s.RequisitionGiven:
    """One requisition."""
    return requisition_given(records.requisition(call.path["requisition_id"]))


@door.operation(
    "PATCH",
    "/v1/requisitions/{requisition_id}",
    action="requisition.change",
    body=s.RequisitionChange,
    returns=s.RequisitionGiven,
)
def change_requisition(call: Call) -> s.RequisitionGiven:
    """Change a requisition that nobody else changed since the caller read it."""
    version = call.version if call.version is not None else call.body.version
    changes = call.body.model_dump(exclude_none=True, exclude={"version"})
    if "criteria" in changes:
        screening.check_criteria(changes["criteria"])
    if version is None:
        raise StaleVersion(seen="", current="")
    requisition_id = call.path["requisition_id"]
    if changes.get("expression"):
        expression.check_offer(records.requisition(requisition_id).country)
    elif "expression" in changes:
        changes["visual_weight"] = 0
    return requisition_given(
        records.change_requisition(call.command, requisition_id, version, changes)
    )


def requisition_given(row: records.Requisition) -> s.RequisitionGiven:
    """A requisition as the contract shows it."""
    plain: dict[str, Any] = {
        name: getattr(row, name)
        for name in s.RequisitionGiven.model_fields
        if name not in {"requisition_id", "store_count"}
    }
    return s.RequisitionGiven(requisition_id=row.item_id, store_count=len(row.store_ids), **plain)


@door.operation(
    "POST",
    "/v1/partners",
    action="partner.manage",
    body=s.PartnerTaken,
    returns=s.PartnerSecret,
    status=201,
    fresh=True,
)
def add_partner(call: Call) -> s.PartnerSecret:
    """Register a partner system; its signing secret is shown once."""
    given = call.body
    secret = partners.add_partner(
        call.command,
        partner_id=given.partner_id,
        name=given.name,
        endpoint=given.endpoint,
        events=tuple(given.events),
    )
    return s.PartnerSecret(partner_id=given.partner_id, secret=secret)


@door.operation(
    "POST",
    "/v1/partners/{partner_id}/secret",
    action="partner.manage",
    returns=s.PartnerSecret,
    status=201,
    fresh=True,
)
def rotate_partner_secret(call: Call) -> s.PartnerSecret:
    """Make a new signing secret; the one before holds beside it until the partner has switched."""
    partner_id = call.path["partner_id"]
    return s.PartnerSecret(
        partner_id=partner_id, secret=partners.rotate_secret(call.command, partner_id)
    )


@door.operation("GET", "/v1/partners", action="partner.manage", returns=s.Partners)
def list_partners(call: Call) -> s.Partners:
    """All partner systems."""
    return s.Partners(
        partners=[
            s.PartnerGiven(
                partner_id=row.item_id, name=row.name, endpoint=row.endpoint, events=row.events
            )
            for row in partners.partners()
        ]
    )

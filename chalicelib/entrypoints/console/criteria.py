"""A requisition's criteria as a form, and the form that opens a requisition."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from chalice import Response

from chalicelib.entrypoints.console import rows as lists
from chalicelib.entrypoints.console.models import family_names
from chalicelib.entrypoints.console.render import page
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.records import service as records
from chalicelib.screening import criteria_form
from chalicelib.screening.criteria_form import Field

door = Door(__name__, "console")

Item = dict[str, Any]
WEIGHT = 10


@dataclass(frozen=True)
class Row:
    """One criterion as a form shows it; values are texts by parameter, wrong names a field.

    mark stands in the names and ids of its fields; quote is what it was proposed from.
    """

    mark: str
    criterion_id: str
    rule: str
    importance: str
    weight: str
    label: dict[str, str]
    fields: tuple[Field, ...]
    values: dict[str, str]
    quote: str = ""
    wrong: str = ""


@door.page("/requisitions/{requisition_id}/criteria", action="requisition.read")
def criteria(call: Call) -> Response:
    """A requisition's criteria; `add` in the address appends an empty row of that rule."""
    requisition = records.requisition(call.path["requisition_id"])
    given = shown(requisition.criteria)
    wanted = str(call.query.get("add", ""))
    if wanted in criteria_form.rules():
        given = [*given, empty(wanted, str(len(given)))]
    return _page(call, requisition, given)


def proposed(call: Call, plain: Item) -> Response:
    """The form with what a job description asks for, below what holds already."""
    requisition = records.requisition(plain["requisition_id"])
    held = [(item["rule"], item["params"]) for item in requisition.criteria]
    fresh = [
        row["criterion"] | {"criterion_id": "", "quote": row["quote"]["text"]}
        for row in plain["rows"]
        if (row["criterion"]["rule"], row["criterion"]["params"]) not in held
    ]
    given = shown([*requisition.criteria, *fresh])
    return _page(
        call, requisition, given, proposal=plain | {"fresh": len(fresh)}, text=call.body.text
    )


def wrong(call: Call, plain: Item) -> Response:
    """The form as it was sent, with what is wrong told beside its row."""
    requisition = records.requisition(plain["requisition_id"])
    given = shown(plain["criteria"], plain["wrong"])
    return _page(call, requisition, given, wrong=plain["wrong"], version=plain["version"])


def shown(items: Iterable[Mapping[str, Any]], wrong: Mapping[str, Any] | None = None) -> list[Row]:
    """Criteria as rows of a form.

    Parameters
    ----------
    items : criteria; those that were proposed with their quote and no id yet.
    wrong : row (from 1) and field that cannot be taken.
    """
    bad = wrong or {}
    return [
        Row(
            mark=str(number - 1),
            criterion_id=str(item.get("criterion_id", "")),
            rule=str(item["rule"]),
            importance=str(item["importance"]),
            weight=str(item.get("weight", WEIGHT)),
            label=dict(item["label"]),
            fields=criteria_form.fields_of(str(item["rule"])),
            values={name: _text(value) for name, value in item["params"].items()},
            quote=str(item.get("quote", "")),
            wrong=str(bad["field"]).removeprefix("params.") if bad.get("row") == number else "",
        )
        for number, item in enumerate(items, start=1)
    ]


def empty(rule: str, mark: str) -> Row:
    """A row of a rule with nothing in it yet."""
    nothing = {"zh": "", "en": ""}
    fields = criteria_form.fields_of(rule)
    return Row(mark, "", rule, "preferred", str(WEIGHT), nothing, fields, {})


def _text(value: object) -> str:
    if isinstance(value, list):
        return "、".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def _page(call: Call, requisition: records.Requisition, given: list[Row], **more: Any) -> Response:
    data: Item = {"proposal": None, "text": "", "wrong": None, "version": requisition.version}
    return page(
        call,
        "criteria.html",
        here=f"/requisitions/{requisition.item_id}/criteria",
        status=422 if more.get("wrong") else 200,
        requisition=lists.plain(requisition, "title", "open"),
        rows=given,
        blank=[empty(rule, f"new-{rule}") for rule in criteria_form.rules()],
        **(data | more),
    )


@door.page("/requisitions/new", action="requisition.change")
def new_requisition(call: Call) -> Response:
    """The form that opens a requisition."""
    stores = records.stores()
    return page(
        call,
        "requisition_new.html",
        here="/requisitions/new",
        families=family_names(),
        regions=sorted({store.region for store in stores}),
        stores=[lists.plain(store, "name", "region") for store in stores],
    )

"""Rating forms: handed out to an employee and to colleagues, given back until the cycle is locked.

Whoever answers by a link is known to nobody: neither the ledger nor any operation names the rater
of an answer.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pynamodb.exceptions import DoesNotExist

from chalicelib.appraisal.cycle import CycleState
from chalicelib.appraisal.forms import (
    ITEMS,
    FormKind,
    FormTaken,
    RaterIsRatee,
    check_answers,
)
from chalicelib.appraisal.service.cycles import cycle, open_row
from chalicelib.appraisal.service.locking import listed_person
from chalicelib.appraisal.tables import AppraisalCycle, RatingForms
from chalicelib.foundation import clock, ledger
from chalicelib.foundation.access import Fields, may_see
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import NotFound
from chalicelib.foundation.observability import count
from chalicelib.records import service as records

Text2 = dict[str, str]


@dataclass(frozen=True)
class FormView:
    """One form as its rater sees it."""

    form_id: str
    kind: FormKind
    cycle_id: str
    cycle_name: Text2
    period: tuple[str, str]
    person_id: str
    person_name: str
    items: tuple[str, ...]
    answers: dict[str, int]
    open: bool


def forms(row: AppraisalCycle, person_id: str) -> RatingForms:
    """The forms about one employee in a cycle, empty before any was handed out."""
    key = f"forms#{row.item_id}"
    try:
        return RatingForms.get(person_id, key, consistent_read=True)
    except DoesNotExist:
        return RatingForms(person_id, key, cycle_id=row.item_id)


@ledger.retried
def hand_out(
    command: Command, cycle_id: str, employee_number: str, *, kind: FormKind, rater: str
) -> FormView:
    """Ask an employee to rate another, or themselves; the id of the form opens it by its link.

    Raises NotFound, CycleLocked, NotListed, RaterIsRatee, FormTaken.
    """
    form_id = command.new_id("form", 16)
    row = cycle(cycle_id)
    person = listed_person(row, employee_number)
    if not ledger.applied(command):
        row = open_row(cycle_id)
        if (kind is FormKind.SELF) != (rater == employee_number):
            raise RaterIsRatee(rater=rater)
        records.employee_by_number(rater)
        item = forms(row, person)
        if any(form["kind"] == kind and form["rater"] == rater for form in item.forms):
            raise FormTaken(rater=rater)
        item.forms = [*item.forms, _form(form_id, kind, rater)]
        ledger.commit(
            command,
            action="appraisal.form-handed-out",
            subject=cycle_id,
            changes=[item, row],
            detail={"person_id": person, "kind": kind.value},
        )
        count("FormsHandedOut", cycle_id=cycle_id)
    return form(cycle_id, person, form_id)


def _form(form_id: str, kind: FormKind, rater: str) -> dict[str, Any]:
    return {
        "form_id": form_id,
        "kind": kind.value,
        "rater": rater,
        "answers": {},
        "given_at": "",
        "contaminated": False,
    }


def form(cycle_id: str, person_id: str, form_id: str) -> FormView:
    """One form as its rater sees it. Raises NotFound."""
    row = cycle(cycle_id)
    for each in forms(row, person_id).forms:
        if each["form_id"] == form_id:
            return FormView(
                form_id,
                FormKind(each["kind"]),
                cycle_id,
                row.name,
                (row.starts_on, row.ends_on),
                person_id,
                records.employee(person_id).name,
                ITEMS[FormKind(each["kind"])],
                {key: int(value) for key, value in each["answers"].items()},
                row.state == CycleState.OPEN,
            )
    raise NotFound("form-unknown")


@ledger.retried
def give(
    command: Command,
    cycle_id: str,
    person_id: str,
    form_id: str,
    answers: Mapping[str, int | None],
) -> FormView:
    """Give a form back, or change what was given. Raises NotFound, CycleLocked, FormUnknown,
    FormTooShort.
    """
    if not ledger.applied(command):
        kind = form(cycle_id, person_id, form_id).kind
        row = open_row(cycle_id)
        item = forms(row, person_id)
        _answer(command, item, form_id, check_answers(kind, answers))
        ledger.commit(
            command,
            action="appraisal.form-given",
            subject=cycle_id,
            changes=[item, row],
            detail={"form": form_id},
        )
        count("FormsGiven", cycle_id=cycle_id)
    return form(cycle_id, person_id, form_id)


@ledger.retried
def rate_for_research(
    command: Command, cycle_id: str, employee_number: str, answers: Mapping[str, int | None]
) -> FormView:
    """The caller's short research rating of an employee: for calibration alone, never for pay.

    One by somebody who could see the interview scores is kept, marked, and does not count.
    Raises NotFound, CycleLocked, NotListed, FormUnknown, FormTooShort.
    """
    rater = command.actor.actor_id
    row = cycle(cycle_id)
    person = listed_person(row, employee_number)
    item = forms(row, person)
    own = (f for f in item.forms if f["kind"] == FormKind.RESEARCH and f["rater"] == rater)
    found = next(own, None)
    form_id = found["form_id"] if found else command.new_id("research", 16)
    if not ledger.applied(command):
        given = check_answers(FormKind.RESEARCH, answers)
        row = open_row(cycle_id)
        if found is None:
            item.forms = [*item.forms, _form(form_id, FormKind.RESEARCH, rater)]
        _answer(command, item, form_id, given, seen=may_see(command.actor, Fields.SCORE))
        ledger.commit(
            command,
            action="appraisal.research-rated",
            subject=cycle_id,
            changes=[item, row],
            detail={"person_id": person},
        )
        count("ResearchRated", cycle_id=cycle_id)
    return form(cycle_id, person, form_id)


def research_of(row: AppraisalCycle, person_id: str, actor_id: str) -> dict[str, int]:
    """The caller's own research rating of a person, empty before they gave one."""
    for each in forms(row, person_id).forms:
        if each["kind"] == FormKind.RESEARCH and each["rater"] == actor_id:
            return {key: int(value) for key, value in each["answers"].items()}
    return {}


def handed_out(row: AppraisalCycle, person_id: str) -> list[dict[str, str]]:
    """Who was asked about a person, as what, and whether they answered; never what, nor when.

    HR reminds by this list. Figures of anonymous raters appear once, when the cycle is locked, so
    that there is no earlier figure from which an answer could be subtracted.
    """
    return [
        {
            "kind": each["kind"],
            "rater": each["rater"],
            "given": "yes" if each["answers"] else "",
        }
        for each in forms(row, person_id).forms
        if each["kind"] != FormKind.RESEARCH
    ]


def _answer(
    command: Command,
    item: RatingForms,
    form_id: str,
    given: dict[str, int],
    *,
    seen: bool = False,
) -> None:
    now = {"answers": given, "given_at": clock.iso(command.at)}
    item.forms = [
        each | now | {"contaminated": seen or each["contaminated"]}
        if each["form_id"] == form_id
        else each
        for each in item.forms
    ]

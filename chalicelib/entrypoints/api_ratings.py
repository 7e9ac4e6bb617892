"""Ratings: by managers of their own stores, and by whoever holds the link of a form."""

from dataclasses import replace

from chalicelib.appraisal import service as appraisal
from chalicelib.entrypoints import rating_links
from chalicelib.entrypoints.api_appraisal import CYCLE, cycle_given
from chalicelib.entrypoints.schemas import appraisal_forms as s
from chalicelib.entrypoints.schemas.appraisal import CycleGiven
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation.access import Target
from chalicelib.records import service as records

door = Door(__name__, "ratings")


@door.operation(
    "POST", f"{CYCLE}/ratings", action="appraisal.rate", body=s.RatingsTaken, returns=CycleGiven
)
def rate_employees(call: Call) -> CycleGiven:
    """Rate employees 1-5; raters never see a prediction before the cycle is locked."""
    cycle_id = call.path["cycle_id"]
    _within(call, cycle_id, [each.employee_number for each in call.body.ratings])
    appraisal.rate_many(call.command, cycle_id, [r.model_dump() for r in call.body.ratings])
    return cycle_given(appraisal.cycle(cycle_id))


@door.operation(
    "POST",
    f"{CYCLE}/research-ratings",
    action="appraisal.rate",
    body=s.ResearchTaken,
    returns=s.FormGiven,
)
def rate_for_research(call: Call) -> s.FormGiven:
    """Rate an employee for research alone: calibration reads it, the pay appraisal never does."""
    cycle_id, given = call.path["cycle_id"], call.body
    _within(call, cycle_id, [given.employee_number])
    form = appraisal.rate_for_research(call.command, cycle_id, given.employee_number, given.answers)
    return form_given(form)


def _within(call: Call, cycle_id: str, numbers: list[str]) -> None:
    """Raise NotFound for an employee of a store that is not the caller's."""
    if not (call.actor.scope.stores or call.actor.scope.regions):
        return
    row = appraisal.cycle(cycle_id)
    for number in numbers:
        employee = records.employee(appraisal.listed_person(row, number))
        call.may(Target(store_id=employee.store_id, region=employee.region))


@door.operation("GET", "/v1/rating-forms/{token}", action="public", returns=s.FormGiven)
def get_rating_form(call: Call) -> s.FormGiven:
    """The form that a rater's link opens: what is asked, and what was answered so far."""
    found = rating_links.place(call.path["token"])
    return form_given(appraisal.form(found.cycle_id, found.person_id, found.form_id))


@door.operation(
    "POST",
    "/v1/rating-forms/{token}",
    action="public",
    body=s.AnswersTaken,
    returns=s.FormGiven,
)
def give_rating_form(call: Call) -> s.FormGiven:
    """Give a form back by its link, or change what was given, until the cycle is locked."""
    found = rating_links.place(call.path["token"])
    command = replace(call.command, actor=found.rater)
    place = (found.cycle_id, found.person_id, found.form_id)
    return form_given(appraisal.give(command, *place, call.body.answers))


def form_given(form: appraisal.FormView) -> s.FormGiven:
    """A form as its rater sees it."""
    return s.FormGiven(
        kind=form.kind.value,
        cycle_id=form.cycle_id,
        cycle_name=form.cycle_name,
        person_name=form.person_name,
        items=list(form.items),
        answers=form.answers,
        open=form.open,
    )

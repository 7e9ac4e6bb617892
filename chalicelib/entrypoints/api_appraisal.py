"""Appraisal cycles: opened with a formula, listed, locked by a named person."""

from typing import Any

from chalicelib.appraisal import service as appraisal
from chalicelib.entrypoints.schemas import appraisal as s
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation.access import require_named

door = Door(__name__, "appraisal")

CYCLE = "/v1/appraisal-cycles/{cycle_id}"


@door.operation(
    "POST",
    "/v1/appraisal-cycles",
    action="appraisal.change",
    body=s.CycleTaken,
    returns=s.CycleGiven,
    status=201,
)
def open_cycle(call: Call) -> s.CycleGiven:
    """Open an appraisal cycle for a job family."""
    given = call.body
    row = appraisal.open_cycle(
        call.command,
        cycle_id=given.cycle_id,
        name=given.name.model_dump(),
        job_family=given.job_family,
        period=(given.period_start.isoformat(), given.period_end.isoformat()),
        formula={part.value: weight for part, weight in given.formula.items()},
        region=given.region,
        store_id=given.store_id,
    )
    return cycle_given(row)


@door.operation("GET", "/v1/appraisal-cycles", action="appraisal.read", returns=s.Cycles)
def list_cycles(call: Call) -> s.Cycles:
    """All appraisal cycles."""
    return s.Cycles(cycles=[cycle_given(row) for row in appraisal.cycles()])


@door.operation("GET", CYCLE, action="appraisal.read", returns=s.CycleGiven)
def get_cycle(call: Call) -> s.CycleGiven:
    """One appraisal cycle."""
    return cycle_given(appraisal.cycle(call.path["cycle_id"]))


@door.operation(
    "POST",
    f"{CYCLE}/formula",
    action="appraisal.change",
    body=s.FormulaTaken,
    returns=s.CycleGiven,
)
def set_formula(call: Call) -> s.CycleGiven:
    """Declare the parts of an open cycle's appraisal; their weights sum to 100."""
    weights = {part.value: weight for part, weight in call.body.formula.items()}
    return cycle_given(appraisal.set_formula(call.command, call.path["cycle_id"], weights))


@door.operation("POST", f"{CYCLE}/lock", action="appraisal.change", returns=s.CycleGiven)
def lock_cycle(call: Call) -> s.CycleGiven:
    """A named person locks a cycle: from now on its ratings are outcomes and change no more."""
    require_named(call.actor, call.action)
    return cycle_given(appraisal.lock(call.command, call.path["cycle_id"]))


def cycle_given(row: Any) -> s.CycleGiven:
    """An appraisal cycle as the contract shows it."""
    return s.CycleGiven.model_validate(appraisal.cycle_view(row))

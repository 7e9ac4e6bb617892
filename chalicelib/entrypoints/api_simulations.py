"""Simulated loops: what the usual recipe and ours do in a world whose truth is known."""

from typing import Any

from chalicelib.calibration import service as calibration
from chalicelib.entrypoints.schemas import simulations as s
from chalicelib.entrypoints.typed import Call, Door

door = Door(__name__, "simulations")


@door.operation(
    "POST",
    "/v1/simulations",
    action="weights.propose",
    body=s.SimulationWish,
    returns=s.SimulationGiven,
    status=202,
)
def simulate(call: Call) -> s.SimulationGiven:
    """Ask for a simulated loop; it is computed apart, and the same wish is computed once."""
    wish = calibration.SimulationWish(**call.body.model_dump())
    return simulation_given(calibration.request_simulation(call.command, wish))


@door.operation("GET", "/v1/simulations", action="weights.read", returns=s.Simulations)
def list_simulations(call: Call) -> s.Simulations:
    """The latest simulations."""
    rows = calibration.simulations()
    return s.Simulations(simulations=[simulation_given(row) for row in rows])


@door.operation(
    "GET", "/v1/simulations/{simulation_id}", action="weights.read", returns=s.SimulationGiven
)
def get_simulation(call: Call) -> s.SimulationGiven:
    """One simulation: how far it is, and what its runs say so far."""
    return simulation_given(calibration.simulation(call.path["simulation_id"]))


def simulation_given(row: Any) -> s.SimulationGiven:
    """A simulation as the contract shows it."""
    return s.SimulationGiven(
        simulation_id=row.item_id,
        wish=row.wish,
        state=row.state,
        progress=float(row.progress),
        summary=row.result.get("summary"),
        requested_by=row.requested_by,
        requested_at=row.requested_at,
    )

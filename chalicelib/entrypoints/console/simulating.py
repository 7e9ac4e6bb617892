"""The simulator: choose a world, watch the usual recipe against ours."""

from typing import Any

from chalice import Response

from chalicelib.analytics import arms
from chalicelib.calibration import service as calibration
from chalicelib.entrypoints.api_simulations import simulation_given
from chalicelib.entrypoints.console import rows
from chalicelib.entrypoints.console.render import page
from chalicelib.entrypoints.schemas.simulations import SimulationWish
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation.messages import say

door = Door(__name__, "console-simulator")

#: Fields of the form in their order, with the step of each.
FIELDS = (
    ("hires", 10), ("validity", 0.05), ("reliability", 0.05), ("selection", 0.05), ("gap", 0.1),
    ("cycles", 1), ("runs", 1), ("seed", 1),
)  # fmt: skip


@door.page("/simulator", action="weights.read")
def simulator(call: Call) -> Response:
    """The form of an invented world, and what was simulated before."""
    return page(
        call,
        "simulator.html",
        here="/simulator",
        fields=form(SimulationWish().model_dump()),
        found=None,
        picture="",
        listed=[simulation_given(row) for row in calibration.simulations()],
        names=rows.names(),
    )


@door.page("/simulator/{simulation_id}", action="weights.read")
def simulation(call: Call) -> Response:
    """One simulation: its progress, its picture and table, one sentence that sums it up."""
    found = simulation_given(calibration.simulation(call.path["simulation_id"]))
    return page(
        call,
        "simulator.html",
        here=f"/simulator/{found.simulation_id}",
        fields=form(found.wish),
        found=found,
        picture=picture(found.summary, call.language) if found.summary else "",
        listed=[],
        names=rows.names(),
    )


def form(values: dict[str, Any]) -> list[dict[str, Any]]:
    """The form's fields with their bounds, filled in."""
    known = SimulationWish.model_json_schema()["properties"]
    return [
        {
            "name": name,
            "value": values[name],
            "least": known[name]["minimum"],
            "most": known[name]["maximum"],
            "step": step,
        }
        for name, step in FIELDS
    ]


def picture(summary: dict[str, Any], language: str) -> str:
    """The three arms as lines with their bands."""
    drawn = [
        arms.Arm(
            key,
            say(f"console.simulator.{key}", language),
            tuple((each["ppv"], each["low"], each["high"]) for each in arm["cycles"]),
        )
        for key, arm in summary["arms"].items()
    ]
    best = summary["best_ppv"]
    words = (
        say("console.simulator.chart", language),
        say("console.simulator.chart_note", language, n=summary["runs"]),
        say("console.simulator.cycle", language),
    )
    mark = (best, say("console.simulator.best", language, share=f"{best:.0%}"))
    return arms.picture("simulation", drawn, words, mark, language)

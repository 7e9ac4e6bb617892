"""Simulated loops with known truth."""

from typing import Any

from pydantic import Field

from chalicelib.entrypoints.schemas.common import Given, Taken


class SimulationWish(Taken):
    """The world to invent; the same wish always gives the same figures."""

    hires: int = Field(100, ge=10, le=2000, description="hired a cycle")
    validity: float = Field(0.5, ge=0.1, le=0.8, description="highest any weights could reach")
    reliability: float = Field(0.6, ge=0.3, le=1.0, description="of the outcome")
    selection: float = Field(0.2, ge=0.05, le=0.9, description="share of applicants hired")
    gap: float = Field(0.0, ge=0.0, le=1.5, description="SDs by which one group is rated lower")
    cycles: int = Field(8, ge=1, le=12)
    runs: int = Field(10, ge=1, le=30, description="seeds, from `seed` on")
    seed: int = Field(1, ge=0, le=1_000_000_000)


class SimulationGiven(Given):
    """A simulation: queued, running or done (`progress` 0–1), and what its runs say together.

    `summary.arms` holds `naive` (weights after raw correlations among the hired), `ours` and
    `unit` (equal weights): mean share satisfactory of those chosen, by cycle, with 95 % interval;
    how many changes of weights there were and how many made hiring worse.
    """

    simulation_id: str
    wish: dict[str, Any]
    state: str
    progress: float
    summary: dict[str, Any] | None
    requested_by: str
    requested_at: str


class Simulations(Given):
    """The latest simulations."""

    simulations: list[SimulationGiven]

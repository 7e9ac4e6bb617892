"""Simulated loops: asked for, computed where the estimators live, kept by what was asked."""

from pynamodb.exceptions import DoesNotExist

from chalicelib.calibration import simulation as sims
from chalicelib.calibration.simulation import Wish
from chalicelib.calibration.tables import Simulation
from chalicelib.foundation import clock, ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import NotFound
from chalicelib.foundation.observability import count
from chalicelib.foundation.outbox import Announcement
from chalicelib.foundation.values import digest, dump, load

PARTITION = "simulation"
QUEUED, RUNNING, DONE = "queued", "running", "done"


@ledger.retried
def request_simulation(command: Command, wish: Wish) -> Simulation:
    """Ask for a simulation; the same wish finds what was computed before.

    Raises SimulationTooLarge.
    """
    wish.check()
    name = digest(dump(wish))[:16]
    row = _find(name)
    if row is not None or ledger.applied(command):
        return row or simulation(name)
    row = Simulation(PARTITION, name, wish=dump(wish))
    row.requested_by, row.requested_at = command.actor.actor_id, clock.iso(command.at)
    ledger.commit(
        command,
        action="simulation.requested",
        subject=f"simulation-{name}",
        changes=[row],
        announce=[Announcement("simulation.requested", name, {"simulation_id": name})],
        detail=dump(wish),
    )
    return simulation(name)


def simulate(command: Command, name: str) -> Simulation:
    """Run what was asked for; a broken one goes on where it was. Raises NotFound."""
    from chalicelib.calibration import trial

    row = simulation(name)
    wish = load(Wish, row.wish)
    setting = trial.Setting(
        hires=wish.hires,
        validity=wish.validity,
        reliability=wish.reliability,
        selection=wish.selection,
        gap=wish.gap,
        cycles=wish.cycles,
    )
    runs = list(row.result.get("runs", []))
    while row.state != DONE and len(runs) < wish.runs:
        runs.append(sims.plain(trial.compare(setting, wish.seed + len(runs))))
        row = _keep(command.part(f"run-{len(runs)}"), name, runs, wish.runs)
    return row


def simulation(name: str) -> Simulation:
    """One simulation. Raises NotFound."""
    row = _find(name)
    if row is None:
        raise NotFound("simulation-unknown", simulation_id=name)
    return row


def simulations(most: int = 20) -> list[Simulation]:
    """The latest simulations."""
    rows = list(Simulation.query(PARTITION, consistent_read=True))
    return sorted(rows, key=lambda row: (row.requested_at, row.item_id), reverse=True)[:most]


def _find(name: str) -> Simulation | None:
    try:
        return Simulation.get(PARTITION, name, consistent_read=True)
    except DoesNotExist:
        return None


@ledger.retried
def _keep(command: Command, name: str, runs: list[dict[str, object]], wanted: int) -> Simulation:
    row = simulation(name)
    row.progress = len(runs) / wanted
    row.state = DONE if len(runs) == wanted else RUNNING
    row.result = {"runs": runs, "summary": sims.summed(runs)}
    if ledger.commit(
        command,
        action=f"simulation.{row.state}",
        subject=f"simulation-{name}",
        changes=[row],
        detail={"runs": len(runs), "of": wanted},
    ):
        count("SimulationRun")
    return simulation(name)

"""Pages of a change of weights at every state of its life, with the shadow run and the watch."""

from typing import Any

from chalicelib.analytics.fairness_words import attribute_name, group_name
from chalicelib.calibration import drift, shadow, simulation, slope
from chalicelib.calibration.fairness import Considered, gate
from chalicelib.calibration.gates import Verdict, result
from chalicelib.calibration.weekly import NOTHING, Week, of_decision, of_interview
from chalicelib.entrypoints.console import simulating
from chalicelib.foundation.values import dump
from chalicelib.interviewing import library
from chalicelib.interviewing.anchors import DIMENSIONS
from tests.unit.console import samples as s
from tests.unit.console import samples_company as co

FAMILY = "retail-sales"
FAMILY_NAMES = {FAMILY: {"zh": "门店销售", "en": "Store sales"}}
HERE = "/weights/prop23456789"
STATES = ("proposed", "requested", "approved-once", "shadow", "active", "rejected", "no-proposal")
SAID = {"by": "user-1", "at": s.AT, "reason": "证据充分", "acknowledgement": "群体人数太少，我知悉"}


def gates(fairness: Verdict = Verdict.NOT_MEASURED) -> list[dict[str, Any]]:
    """Four gates: three passed, fairness as asked."""
    group = {"group": "female", "reference": "male", "ratio": "0.91", "r": "0.41"}
    listed = [
        result("n", Verdict.PASSED, figure=312, needed=100, n=312),
        result("leak", Verdict.PASSED, figure=0.41, needed=0.6, n=312, fields=group),
        result("split-half", Verdict.PASSED, figure=0.98, needed=0.95, n=312),
        result("fairness", fairness, figure=0.91, needed=0.8, n=40, fields=group),
    ]
    return [dump(each) for each in listed]


def fairness() -> dict[str, Any]:
    """The effect on groups that are large enough."""
    people = [
        Considered(f"p{n}", {"a": 2.0 + n % 3, "b": 4.0 - n % 2}, {"gender": group})
        for n, group in enumerate(["female", "male"] * 60)
    ]
    return dump(gate(people, {"a": 50.0, "b": 50.0}, {"a": 60.0, "b": 40.0}, 50.0))


def proposal(state: str) -> dict[str, Any]:
    """A proposal's row as its page takes it."""
    row = co.proposal("requested" if state == "requested" else "proposed") | {"state": state}
    decided = state not in ("proposed", "requested", "approved-once", "no-proposal")
    approved = {"approved-once": 1, "shadow": 2, "active": 2}.get(state, 0)
    if state == "no-proposal":
        evidence = row["result"]["evidence"]
        message = {"zh": "不建议调整。", "en": "No change."}
        row["result"] = {"evidence": evidence, "reason": "leak-alarm", "message": message}
    return row | {
        "plan": {"interviews": 30, "days": 14},
        "gates": [] if state == "requested" else gates(),
        "fairness": fairness() if state in ("shadow", "active") else {},
        "approvals": [SAID] * approved,
        "decided_by": "user-1" if decided else None,
        "decided_at": s.AT if decided else None,
        "decision_reason": "证据充分" if decided else None,
        "adopted_version": 2 if state == "active" else None,
    }


def run(interviews: int = 31, *, over: bool = True) -> dict[str, Any]:
    """A shadow run as its operation shows it."""
    pairs = [
        shadow.Pair(s.PERSON, f"{s.PERSON}-{n}", 55.0 + n, 57.0 + n + n % 3, 70.0, s.AT)
        for n in range(interviews)
    ]
    found = dump(shadow.compare(pairs))
    flips = [each | {"person_id": "" if n else s.PERSON} for n, each in enumerate(found["flips"])]
    return found | {
        "flips": flips, "gates": gates(), "digest": "5e" * 32, "started_at": s.AT,
        "ended_at": None, "planned_interviews": 30, "planned_days": 14, "over": over,
    }  # fmt: skip


def watch() -> dict[str, Any]:
    """A drift report in which the mean has fallen."""
    weeks = []
    for number in range(1, 8):
        sums = NOTHING
        for place in range(40):
            sums = sums.plus(of_interview(60.0 + place % 20 - (15 if number > 4 else 0)))
            sums = sums.plus(of_decision(place == 0))
        weeks.append(Week(f"2027-W{number:02d}", "direct", sums))
    found = drift.watch(weeks)
    steady = [(float(n), n / 10) for n in range(40)]
    report = {
        "checks": [dump(each) for each in found.checks],
        "weeks": [
            {"week": each.week, "source": each.source, "interviews": each.sums.interviews,
             "scored": each.sums.scored, "mean": each.sums.mean, "spread": 5.0,
             "decided": 40, "overridden": 1}
            for each in weeks
        ],
        "slope": dump(slope.calibration_slope(steady, steady)),
    }  # fmt: skip
    alarms = [f"{each.key}#{each.source}" for each in found.alarms]
    return {"model_version": 1, "looked_at": s.AT, "alarms": alarms, "report": report}


def simulated(state: str = "done") -> dict[str, Any]:
    """A simulation as its operation shows it, in three runs of two cycles."""
    runs = [
        {
            "seed": n,
            "best_ppv": 0.85,
            "arms": {
                arm: [[0.7 + n / 100 + step * c, 0.4, 0.9, float(c > 0), bad * (c > 0)]
                      for c in range(3)]
                for arm, step, bad in (("naive", -0.02, 1.0), ("ours", 0.04, 0), ("unit", 0, 0))
            },
        }
        for n in range(3)
    ]  # fmt: skip
    wish = dump(simulation.Wish(runs=3, cycles=2))
    summary = simulation.summed(runs) if state != "queued" else None
    return {"simulation_id": "5e" * 8, "wish": wish, "state": state, "progress": 0.5,
            "summary": summary, "requested_by": "user-1", "requested_at": s.AT}  # fmt: skip


def simulator_pages() -> dict[str, tuple[str, dict[str, Any], dict[str, Any]]]:
    """The form with what was simulated before, and a simulation at each state."""
    empty = {"fields": simulating.form(simulated()["wish"]), "names": s.NAMES, "picture": "",
             "found": None, "listed": []}  # fmt: skip
    pages = {
        f"simulation-{state}": (
            "simulator.html",
            empty | {"found": simulated(state), "picture": ""},
            {"here": "/simulator/5e"},
        )
        for state in ("queued", "running", "done")
    }
    listed = empty | {"listed": [simulated(), simulated("queued")]}
    return pages | {
        "simulator": ("simulator.html", listed, {"here": "/simulator"}),
        "simulator-first": ("simulator.html", empty, {"here": "/simulator"}),
    }


def weight_pages() -> dict[str, tuple[str, dict[str, Any], dict[str, Any]]]:
    """Template, data and page context by a name of the state shown."""
    names = {key: item.name for key, item in DIMENSIONS.items()}
    model = library.starting_model(FAMILY)
    returned = {"id": "r", "job_family": FAMILY, "to_version": 1, "new_version": 3,
                "reason": "证据充分", "decided_by": "user-1", "decided_at": s.AT}  # fmt: skip
    alarm = {"proposal_id": "prop23456789", "dimensions": ["learning"], "cycle_ids": ["h1"]}
    one = {"names": s.NAMES, "dimensions": names, "leak": None, "mine": False, "shadow": None,
           "flips": run()["flips"], "attribute_name": attribute_name,
           "group_name": group_name}  # fmt: skip
    listed = {
        "models": [model], "names": s.NAMES, "family_names": FAMILY_NAMES, "drift": {},
        "proposals": [proposal(state) for state in STATES], "frozen": set(), "rollbacks": [],
    }  # fmt: skip
    pages: dict[str, tuple[str, dict[str, Any], dict[str, Any]]] = {
        f"proposal-{state}": (
            "proposal.html",
            one | {"proposal": proposal(state), "mine": state == "approved-once",
                   "shadow": run() if state in ("shadow", "active") else None},
            {"here": HERE},
        )
        for state in STATES
    }  # fmt: skip
    pages["proposal-frozen"] = (
        "proposal.html", one | {"proposal": proposal("proposed"), "leak": alarm}, {"here": HERE}
    )  # fmt: skip
    pages["proposal-shadow-new"] = (
        "proposal.html",
        one | {"proposal": proposal("shadow"), "shadow": run(0, over=False)},
        {"here": HERE},
    )
    more = {"drift": {FAMILY: watch()}, "frozen": {FAMILY}, "rollbacks": [returned]}
    drifted = {"family": FAMILY, "family_name": FAMILY_NAMES[FAMILY], "drift": watch(), "sums": {}}
    here = {"here": f"/drift/{FAMILY}"}
    return pages | {
        "weights": ("weights.html", listed, {"here": "/weights"}),
        "weights-alarmed": ("weights.html", listed | more, {"here": "/weights"}),
        "drift": ("drift.html", drifted, here),
        "drift-none": ("drift.html", drifted | {"drift": None}, here),
    }

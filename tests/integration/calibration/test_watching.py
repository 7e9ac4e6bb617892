"""What the loop takes notice of by itself: counted once, alarmed once, repaired never."""

import random
from typing import Any

import pytest

from chalicelib.calibration import service as calibration
from chalicelib.calibration.life import Consent, GateFailed, ProposalsFrozen
from chalicelib.calibration.service import groups
from chalicelib.calibration.tables import (
    CalibrationCard,
    DriftWeek,
    RatedInterview,
    WeightProposal,
)
from chalicelib.calibration.weekly import NOTHING, of_decision, of_interview
from chalicelib.entrypoints import jobs
from chalicelib.foundation.access import Actor, Role
from chalicelib.foundation.values import dump
from chalicelib.interviewing import service as interviewing
from chalicelib.records.tables import Protected
from infra.journey.api import wait_until
from tests.builders import actions, command, key_of, refusal
from tests.integration.interviewing.phone import interview

FAMILY = "marketing"
NAMED = Actor("user-nobody", frozenset({Role.ANALYST}), named=True)
REASON = {"reason": "Seen and agreed."}


@pytest.fixture(scope="module")
def family(office) -> str:
    office.admin.post("/v1/competency-models", {"job_family": FAMILY})
    return FAMILY


def sums_of(row: DriftWeek) -> int:
    return int(row.sums["interviews"])


def weeks(job_family: str) -> list[DriftWeek]:
    return list(DriftWeek.query("drift-week", DriftWeek.item_id.startswith(f"{job_family}#")))


def test_a_finished_interview_is_counted_once_however_often_it_is_told(office):
    before = sum(map(sums_of, weeks("retail-sales")))
    phone = interview(office)
    for number in range(len(phone.questions)):
        phone.say(number)
    phone.submit()
    phone.scorecard()
    after = lambda: sum(map(sums_of, weeks("retail-sales"))) - before or None  # noqa: E731
    assert wait_until(after, seconds=40, what="the week's sums") == 1
    rated = [r for r in calibration.rated_since("retail-sales") if r.session_id == phone.session_id]
    assert len(rated) == 1
    card = interviewing.scorecard(phone.session_id)
    assert rated[0].composite == card.composite
    assert rated[0].person_id == phone.who.person_id


def fallen(job_family: str) -> None:
    """Six weeks as usual, then four in which composites fall and persons override."""
    draw = random.Random(7)
    for number in range(1, 11):
        sums = NOTHING
        for place in range(30):
            middle = 68 if number <= 6 else 52
            sums = sums.plus(of_interview(min(100.0, max(0.0, draw.gauss(middle, 10)))))
            sums = sums.plus(of_decision(place < (1 if number <= 6 else 12)))
        name = f"{job_family}#000001#2026-W{number:02d}#direct#0"
        DriftWeek("drift-week", name, sums=dump(sums)).save()


def test_planted_drift_is_alarmed_once_and_shown_where_people_look(office, family):
    fallen(family)
    first = calibration.look_at_drift(command("look"), family)
    assert {"psi#", "shift#", "override#"} <= set(first.alarms)
    calibration.look_at_drift(command("look"), family)
    assert actions(f"drift-{family}")[-2:] == ["drift.alarmed", "drift.looked"]
    given = office.auditor.get(f"/v1/drift/{family}")
    assert given["alarms"] == first.alarms
    worst = next(c for c in given["report"]["checks"] if c["key"] == "shift" and not c["source"])
    assert worst["high"] < -0.5
    assert (worst["n"], worst["reference"]) == (120, 120)
    assert interviewing.current_model(family).version == 1  # an alarm repairs nothing


def test_the_days_look_happens_once_a_day(office, family):
    jobs.reconcile()
    seen = len(actions(f"drift-{family}"))
    jobs.reconcile()
    assert len(actions(f"drift-{family}")) == seen
    assert family not in calibration.drift_due(command("now").at)


def test_a_leak_alarm_freezes_proposals_until_a_named_person_says_what_was_checked(office, family):
    row = WeightProposal("weight-proposal", "leaking1", job_family=family, state="no-proposal")
    row.requested_by, row.requested_at, row.model_version = "user-1", "2026-11-24T00:00:00Z", 1
    row.save()
    alarm = {"proposal_id": "leaking1", "cycle_ids": [], "dimensions": ["learning"]}
    card = CalibrationCard("calibration-card", family, proposal_id="leaking1", leak=alarm)
    card.computed_at = "2026-11-24T00:00:00Z"
    card.save()
    ask = lambda: office.analyst.post("/v1/weight-proposals", {"job_family": family})  # noqa: E731
    assert refusal(ask) == (409, "proposals-frozen")
    path = "/v1/weight-proposals/leaking1/leak-check"
    said = {"check": "Ratings were locked before scores were opened; access log read."}
    assert refusal(lambda: key_of(office, "analyst").post(path, said)) == (
        403,
        "named-person-needed",
    )
    assert office.analyst.get("/v1/weight-proposals/leaking1")["frozen"]
    assert not office.analyst.post(path, said)["frozen"]
    assert refusal(lambda: office.analyst.post(path, said)) == (409, "proposal-not-ready")
    assert ask()["state"] == "requested"
    assert actions("leaking1") == ["weights.leak-ruled-out"]


def people(job_family: str, per_group: int = 60) -> list[RatedInterview]:
    """Women rated high where the old weights lie, men where the new ones do."""
    keys = [item.key for item in interviewing.current_model(job_family).dimensions]
    rows = []
    for number in range(2 * per_group):
        woman = number % 2 == 0
        person = f"fairperson{number:06d}"
        row = RatedInterview(person, f"rated-interview#{person}-s", session_id=f"{person}-s")
        row.job_family, row.model_version, row.cut_score = job_family, 1, 60
        high, low = (4.6, 2.0) if number % 10 < 8 else (2.0, 2.0)
        row.ratings = {
            key: (high if (place == 0) == woman else low) for place, key in enumerate(keys)
        }
        row.composite, row.completed_at = 60, "2026-11-01T00:00:00Z"
        row.list_key = f"rated#{job_family}#{number % 4}"
        row.list_sort = f"{row.completed_at}#{row.session_id}"
        row.save()
        gender = "female" if woman else "male"
        Protected(person, "protected", attributes={"gender": gender}).save()
        rows.append(row)
    return rows


def shifted(job_family: str) -> tuple[dict[str, float], dict[str, float]]:
    """Equal weights, and weights that lie on what men were rated high on."""
    keys = [item.key for item in interviewing.current_model(job_family).dimensions]
    old = {key: 50.0 if place == 0 else 50.0 / (len(keys) - 1) for place, key in enumerate(keys)}
    new = {key: 1.0 if place == 0 else 99.0 / (len(keys) - 1) for place, key in enumerate(keys)}
    return old, new


def test_weights_that_hurt_a_group_fail_the_brake_and_nobody_can_approve_them(office, family):
    people(family)
    rows = [r for r in calibration.rated_since(family) if r.person_id.startswith("fairperson")]
    found = groups.effect(rows, shifted(family), 50.0)
    verdict = groups.verdict(found)
    assert (verdict.verdict.value, verdict.n) == ("failed", 60)
    assert verdict.figure < 0.8
    row = proposed("unfair1", family, verdict)
    named = command("approve", NAMED)
    said = Consent("We must.", "Required by the board; I know that it hurts a group.")
    with pytest.raises(GateFailed):
        calibration.approve(named, row.item_id, said)
    call = lambda: office.administrator.post(  # noqa: E731
        "/v1/weight-proposals/unfair1/approval", REASON | {"acknowledgement": said.acknowledgement}
    )
    assert refusal(call) == (409, "gate-failed")
    shown = office.analyst.get("/v1/weight-proposals/unfair1")
    assert "fairperson" not in str(shown)
    assert interviewing.current_model(family).version == 1


def proposed(name: str, job_family: str, fairness: Any) -> WeightProposal:
    row = WeightProposal("weight-proposal", name, job_family=job_family, state="proposed")
    row.requested_by, row.requested_at, row.model_version = "user-1", "2026-11-24T00:00:00Z", 1
    row.gates = [dump(fairness)]
    row.save()
    return row


def test_while_a_leak_alarm_stands_nothing_that_waits_is_approved(family):
    alarm = {"proposal_id": "leaking1", "cycle_ids": ["later"], "dimensions": ["learning"]}
    card = calibration.card_of(family)
    card.leak = alarm
    card.save()
    with pytest.raises(ProposalsFrozen):
        calibration.approve(command("approve", NAMED), "unfair1", Consent("agreed"))
    card.leak = {}
    card.save()


def test_a_simulation_is_computed_apart_and_the_same_wish_once(office):
    wish = {"hires": 40, "cycles": 2, "runs": 2, "seed": 5}
    first = office.analyst.post("/v1/simulations", wish)
    path = f"/v1/simulations/{first['simulation_id']}"

    def look() -> dict[str, Any] | None:
        row: dict[str, Any] = office.auditor.get(path)
        return row if row["state"] == "done" else None

    done = wait_until(look, seconds=120, what="the simulation")
    assert done["summary"]["runs"] == 2
    assert set(done["summary"]["arms"]) == {"naive", "ours", "unit"}
    again = office.administrator.post("/v1/simulations", wish)
    assert (again["simulation_id"], again["state"]) == (first["simulation_id"], "done")
    assert actions(f"simulation-{first['simulation_id']}").count("simulation.requested") == 1
    call = lambda: office.analyst.post("/v1/simulations", wish | {"hires": 5})  # noqa: E731
    assert refusal(call)[0] == 422

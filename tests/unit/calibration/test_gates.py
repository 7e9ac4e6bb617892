"""Every gate says passed, failed or not measured, with its figure, in both languages."""

from dataclasses import replace

import pytest

from chalicelib.calibration import confidence, simulator
from chalicelib.calibration.gates import CONFIDENCE as gate_confidence
from chalicelib.calibration.gates import GateResult, Verdict, gates, result
from chalicelib.calibration.proposal import Proposal, Terms, judge
from chalicelib.foundation.values import dump, load
from tests.unit.calibration.cohorts import BEST, MISGUIDED, cohort_of

FAIR = result("fairness", Verdict.PASSED, figure=0.93, needed=0.8, n=44)


def terms(world: simulator.World) -> Terms:
    return Terms({f"d{n}": float(w) for n, w in enumerate(world.weights)}, cut_score=60)


@pytest.fixture(scope="module")
def found() -> Proposal:
    judged = judge(cohort_of(simulator.draw(MISGUIDED, 2500, 3)), terms(MISGUIDED))
    assert isinstance(judged, Proposal)
    return judged


def verdicts(found, fairness=FAIR, ruled_out=False) -> dict[str, Verdict]:
    listed = gates(found, fairness, leak_ruled_out=ruled_out)
    return {gate.key: gate.verdict for gate in listed}


def test_a_sound_proposal_passes_every_gate(found):
    assert set(verdicts(found).values()) == {Verdict.PASSED}


def test_each_gate_shows_what_was_found_and_what_was_needed(found):
    listed = {gate.key: gate for gate in gates(found, FAIR, leak_ruled_out=False)}
    assert (listed["n"].figure, listed["n"].needed) == (found.evidence.n, 100)
    assert listed["leak"].figure == max(v.corrected for v in found.evidence.validities)
    assert listed["split-half"].needed == 0.95
    assert all(gate.message["zh"] and gate.message["en"] for gate in listed.values())


def test_the_split_half_gate_asks_for_what_the_judgement_asks_for():
    assert gate_confidence == confidence.CONFIDENCE


def test_too_few_outcomes_fail_the_first_gate_and_measure_no_other():
    judged = judge(cohort_of(simulator.draw(BEST, 100, 3)), terms(BEST))
    assert verdicts(judged, None) == {
        "n": Verdict.FAILED,
        "leak": Verdict.NOT_MEASURED,
        "split-half": Verdict.NOT_MEASURED,
        "fairness": Verdict.NOT_MEASURED,
    }


def test_a_leak_fails_until_a_person_has_ruled_it_out(found):
    known = found.evidence.validities
    suspicious = (replace(known[0], corrected=0.81, alarm=True), *known[1:])
    leaked = replace(found, evidence=replace(found.evidence, validities=suspicious))
    assert verdicts(leaked)["leak"] is Verdict.FAILED
    assert verdicts(leaked, ruled_out=True)["leak"] is Verdict.PASSED


def test_unmeasured_fairness_is_neither_passed_nor_failed(found):
    assert verdicts(found, result("fairness", Verdict.NOT_MEASURED, n=3))["fairness"] is (
        Verdict.NOT_MEASURED
    )


def test_a_gate_survives_being_stored(found):
    for gate in gates(found, FAIR, leak_ruled_out=False):
        assert gate == load(GateResult, dump(gate))

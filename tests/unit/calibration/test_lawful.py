import pytest

from chalicelib.calibration import lawful, simulator
from chalicelib.calibration.proposal import Terms
from chalicelib.calibration.validity import Reliability
from tests.unit.calibration import cohorts


def test_alternatives_are_looked_for_within_one_step_and_by_their_corrected_validity() -> None:
    world = cohorts.MISGUIDED
    drawn = simulator.draw(world, cohorts.applicants_for(world, 2000), 3)
    cohort = cohorts.cohort_of(drawn)
    held = dict(zip(cohort.dimensions, map(float, world.weights), strict=True))
    trust = Reliability(cohorts.reliability_among_hired(world, drawn), "known")
    room = lawful.room(cohort, Terms(held, 80), trust)
    for key, (least, greatest) in room.limits.items():
        assert held[key] / 1.5 <= least <= held[key] <= greatest <= held[key] * 1.5
    right = dict(zip(cohort.dimensions, (50.0, 0.0, 0.0, 28.0, 0.0, 22.0), strict=True))
    assert room.validity(right) == pytest.approx(0.50, abs=0.05)  # the world's whole signal
    assert room.validity(right) > room.validity(held) + 0.05

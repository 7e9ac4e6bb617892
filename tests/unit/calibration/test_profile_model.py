"""What sets top performers apart: a planted trait is found, noise is not."""

import numpy as np
import pytest

from chalicelib.calibration.comparing import Source, Trait, Verdict
from chalicelib.calibration.evidence import Cohort, CohortRow
from chalicelib.calibration.profile_model import Worker, contrasts, profile


def cohort(seed: int, strength: float, hires: int = 240) -> Cohort:
    """The first of five dimensions drives the outcome by `strength`."""
    generator = np.random.default_rng(seed)
    ratings = np.clip(generator.normal(3.2, 0.7, (hires, 5)), 1, 5)
    outcome = strength * (ratings[:, 0] - 3.2) / 0.7 + generator.standard_normal(hires)
    rows = tuple(
        CohortRow(f"p{n:04d}", 1, tuple(map(float, ratings[n])), True, float(outcome[n]))
        for n in range(hires)
    )
    return Cohort("retail-sales", 1, tuple(f"d{n}" for n in range(5)), rows, {})


def test_a_planted_trait_is_recovered():
    found = contrasts(cohort(1, strength=0.8))

    assert [one.verdict for one in found] == [Verdict.HIGHER] + [Verdict.NO_EVIDENCE] * 4
    assert found[0].effect > 0.5
    assert found[0].low > 0


def test_noise_gives_no_evidence():
    alarms = [
        any(one.verdict is not Verdict.NO_EVIDENCE for one in contrasts(cohort(seed, 0.0)))
        for seed in range(60)
    ]

    assert sum(alarms) <= 4


def test_a_handful_of_people_is_too_few():
    found = contrasts(cohort(1, strength=0.8, hires=20))

    assert {Verdict.TOO_FEW} == {one.verdict for one in found}
    assert found[0].effect is None


def test_no_outcome_gives_no_contrast():
    assert contrasts(Cohort("retail-sales", 1, ("d0",), (), {})) == ()


def test_a_top_group_is_the_best_quarter():
    found = contrasts(cohort(1, strength=0.8))

    assert (found[0].top_n, found[0].rest_n) == (60, 180)


def people(seed, n=250, planted=0.0, skewed=False):
    """Twelve numbers and twenty yes-or-noes, alike in part; the first of each drives the work."""
    generator = np.random.default_rng(seed)
    names = [f"p{place:05d}" for place in range(n)]
    common = 0.55 * generator.standard_normal((n, 1))
    numbers = common + 0.83 * generator.standard_normal((n, 12))
    latent = common + 0.83 * generator.standard_normal((n, 20))
    noise = generator.exponential(1.0, n) if skewed else generator.standard_normal(n)
    outcome = planted * (numbers[:, 0] + latent[:, 0]) + noise
    parts = generator.standard_normal((n, 4))
    workers = [
        Worker(name, float(outcome[place]), {f"kpi{k}": float(parts[place, k]) for k in range(4)})
        for place, name in enumerate(names)
    ]
    traits = [
        Trait(Source.RATING, f"rating{k}", dict(zip(names, numbers[:, k].tolist(), strict=True)))
        for k in range(12)
    ]
    said = (latent > 0.4).astype(float)
    traits += [
        Trait(Source.BEHAVIOUR, f"b{k}", dict(zip(names, said[:, k].tolist(), strict=True)), True)
        for k in range(20)
    ]
    return workers, traits


def test_planted_traits_are_recovered_by_their_effect():
    found = profile(*people(1, n=500, planted=0.6)).findings

    assert {"rating0", "b0"} <= {each.key for each in found}
    first = next(each for each in found if each.key == "rating0")
    assert first.verdict is Verdict.HIGHER
    assert 0 < first.low < first.effect < first.high


@pytest.mark.parametrize("n", [100])
@pytest.mark.parametrize("skewed", [False, True])
def test_of_noise_hardly_any_profile_finds_anything(n, skewed):
    runs = 60
    found = sum(bool(profile(*people(seed, n, skewed=skewed)).findings) for seed in range(runs))

    assert found <= 0.05 * runs


def test_below_forty_people_nothing_is_compared():
    found = profile(*people(1, n=39, planted=0.6))

    assert (found.n, found.compared, found.findings) == (39, (), ())


def test_what_was_not_measured_of_somebody_is_not_a_no():
    workers, traits = people(2, n=100)
    asked = {person: said for person, said in list(traits[12].values.items())[:60]}

    found = profile(workers, [Trait(Source.BEHAVIOUR, "asked_of_some", asked, True)])

    only = next(each for each in found.compared if each.key == "asked_of_some")
    assert only.top_n + only.rest_n == 60


def test_a_behaviour_that_hardly_anybody_showed_is_too_few():
    workers, _ = people(3, n=100)
    rare = {worker.person_id: float(place < 4) for place, worker in enumerate(workers)}

    found = profile(workers, [Trait(Source.BEHAVIOUR, "rare", rare, True)])

    assert next(each for each in found.compared if each.key == "rare").verdict is Verdict.TOO_FEW


def test_a_part_of_the_outcome_is_not_found_for_being_a_part():
    generator = np.random.default_rng(5)
    found = 0
    for _ in range(60):
        parts = generator.standard_normal((200, 4))
        workers = [
            Worker(f"p{n:03d}", float(row.mean()), {f"k{k}": float(v) for k, v in enumerate(row)})
            for n, row in enumerate(parts)
        ]
        found += bool(profile(workers, []).findings)

    assert found <= 3


def test_parts_that_go_together_are_shown_to_do_so():
    generator = np.random.default_rng(6)
    shared = generator.standard_normal((300, 1))
    parts = shared + 0.7 * generator.standard_normal((300, 3))
    workers = [
        Worker(f"p{n:03d}", float(row.mean()), {f"k{k}": float(v) for k, v in enumerate(row)})
        for n, row in enumerate(parts)
    ]

    assert {each.key for each in profile(workers, []).findings} == {"k0", "k1", "k2"}


def test_findings_come_first_and_the_largest_effect_leads():
    found = profile(*people(1, n=500, planted=0.6))

    flags = [each.verdict in (Verdict.HIGHER, Verdict.LOWER) for each in found.compared]
    assert flags == sorted(flags, reverse=True)

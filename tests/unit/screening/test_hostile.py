"""A sample of the hostile corpus, each category; the whole of it is `make bench-hostile`."""

from infra.resume_samples.hostile import Hostile, corpus
from tests.bench.hostile import LEAST_FILES, SEED, tried

CORPUS = corpus(SEED)
#: Bombs run into their limits, five seconds each: one of a kind is enough here.
SLOW = ("pdf stream bomb", "pdf structure", "slow string")


def sampled(samples: list[Hostile]) -> list[Hostile]:
    found: list[Hostile] = []
    for category in dict.fromkeys(s.category for s in samples):
        own = [s for s in samples if s.category == category]
        found += own[1::24] if category in SLOW else own[::5]
    return found


def test_a_sample_of_hostile_files_breaks_no_promise() -> None:
    outcomes = tried(sampled(CORPUS))

    assert [o for o in outcomes if o.broken] == []
    assert {o.state for o in outcomes} > {"read", "read, with notices", "resume-unreadable"}


def test_the_corpus_is_large_and_the_same_for_the_same_seed() -> None:
    again = [s.content for s in corpus(SEED)]

    assert len(again) >= LEAST_FILES
    assert [s.content for s in CORPUS] == again

"""A sample of the hostile corpus, each category; the whole of it is `make bench-hostile`."""

from infra.resume_samples.hostile import Hostile, corpus
from tests.bench.hostile import LEAST_FILES, SEED, Cost, over_limits, tried

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


def test_the_callers_own_cost_is_measured_and_texts_are_read_by_the_caller() -> None:
    [text] = tried([s for s in CORPUS if s.file_name == "rules of a text.txt"])

    assert text.cost.child_seconds == text.cost.child_mb == 0
    assert text.cost.parent_seconds > 0
    assert text.cost.parent_mb > 0


def test_a_childs_five_seconds_hold_without_the_slack_that_ending_it_may_take() -> None:
    assert over_limits(Cost(child_seconds=5.01, seconds=5.9)) == []
    assert over_limits(Cost(child_seconds=5.2, seconds=5.3)) == ["too long"]
    assert over_limits(Cost(child_seconds=5.01, seconds=6.2)) == ["ended late"]
    assert over_limits(Cost(child_mb=513)) == ["too much memory"]
    assert over_limits(Cost(parent_seconds=2)) == ["too long for the caller"]
    assert over_limits(Cost(parent_mb=100)) == ["too much memory for the caller"]


def test_patterns_that_were_slow_and_a_row_that_was_too_large_stand_in_the_corpus() -> None:
    names = {s.file_name.rsplit(".", 1)[0] for s in CORPUS}
    assert names > {"closed comments", "long heading", "rules of a text", "long strong line"}
    [*stuffed] = [s for s in CORPUS if s.ends]
    assert {o.state for o in tried(stuffed)} == {"resume-too-costly"}
    assert len(stuffed) > 1


def test_the_corpus_is_large_and_the_same_for_the_same_seed() -> None:
    again = [s.content for s in corpus(SEED)]

    assert len(again) >= LEAST_FILES
    assert [s.content for s in CORPUS] == again

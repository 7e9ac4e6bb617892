import pytest

from chalicelib.foundation.messages import both
from chalicelib.interviewing.ratings import Flag, Unscored
from chalicelib.interviewing.scorecard import NotMeasured
from chalicelib.interviewing.states import Refusal

KEYS = [
    *(f"answer.{reason.value}" for reason in (*Unscored, *Refusal)),
    *(f"answer.flag.{flag.value}" for flag in Flag),
    *(f"scorecard.{reason.value}" for reason in NotMeasured),
    "attention.interview-too-little-measured",
    "attention.no-show",
    "answer.scorer",
]


@pytest.mark.parametrize("key", sorted(set(KEYS)))
def test_every_reason_that_a_person_meets_is_said_in_both_languages(key: str) -> None:
    said = both(key)
    assert said["zh"]
    assert said["en"]
    assert said["zh"] != said["en"]

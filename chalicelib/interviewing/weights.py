"""The trained numbers of the answer rater, opened once and checked against the registry."""

import io
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from chalicelib.foundation import inference

MODEL = "answer_rating"
Array = np.ndarray[Any, np.dtype[np.float32]]


@dataclass(frozen=True)
class RaterWeights:
    """What `models/answer_rating/train.py` writes.

    Parts: `part_vector` (3 x 512, 5) acts on a clause's vector and its two neighbours',
    `part_words` (32768, 5) on hashed words, `part_bias` (5,); `passage` (5, 5) and `first` (5,)
    are log-odds of one part after another, and of the first. Rating: `told` (f,) and `told_mean`
    (f,) act on named features, `wording` (512,) and `wording_mean` (512,) on the mean vector, all
    in rating points; `average` is the mean rating; `hollow*` is the same for the log-odds that an
    answer is hollow. `english` holds the two shifts for English answers.
    """

    part_vector: Array
    part_words: Array
    part_bias: Array
    passage: Array
    first: Array
    told: Array
    told_mean: Array
    wording: Array
    wording_mean: Array
    average: float
    hollow_told: Array
    hollow_wording: Array
    hollow_bias: float
    english: tuple[float, float]
    names: tuple[str, ...]


@cache
def weights() -> RaterWeights:
    """The shipped weights. Raises inference.ModelAltered."""
    return read(inference.content(MODEL))


def read(content: bytes) -> RaterWeights:
    """Weights from the bytes of an `.npz` file; nothing in it is executed."""
    with np.load(io.BytesIO(content), allow_pickle=False) as file:
        kept = {name: file[name] for name in file.files}
    arrays = {
        name: kept[name].astype(np.float32)
        for name in (
            "part_vector part_words part_bias passage first told told_mean wording wording_mean "
            "hollow_told hollow_wording"
        ).split()
    }
    english = kept["english"]
    return RaterWeights(
        **arrays,
        average=float(kept["average"]),
        hollow_bias=float(kept["hollow_bias"]),
        english=(float(english[0]), float(english[1])),
        names=tuple(str(name) for name in kept["names"]),
    )

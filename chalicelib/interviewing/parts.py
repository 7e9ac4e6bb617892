"""Which STAR part each clause tells: learned from labelled answers, read in their order."""

from collections.abc import Sequence

import numpy as np

from chalicelib.interviewing import encoding, neutral, part_features
from chalicelib.interviewing.clauses import Clause
from chalicelib.interviewing.ratings import Part
from chalicelib.interviewing.weights import Array, RaterWeights

#: The columns of every table of parts.
ORDER = (Part.SITUATION, Part.TASK, Part.ACTION, Part.RESULT, Part.OTHER)
#: How much a neighbour's vector counts beside the clause's own, and a word beside a vector.
NEIGHBOUR = 0.6
WORD = 0.35
#: How much the order of telling counts beside the words; chosen by cross-validation.
PASSAGE = 0.4


def vectors(clauses: Sequence[Clause]) -> Array:
    """The levelled clauses as (n, 512) vectors."""
    return encoding.embed([neutral.level(clause.bare) for clause in clauses])


def with_neighbours(own: Array) -> Array:
    """Each clause's vector beside its two neighbours', (n, 3 x 512)."""
    edge = np.zeros((1, own.shape[1]), np.float32)
    before, after = np.vstack([edge, own[:-1]]), np.vstack([own[1:], edge])
    return np.hstack([own, NEIGHBOUR * before, NEIGHBOUR * after])


def chances(clauses: Sequence[Clause], own: Array, model: RaterWeights) -> Array:
    """How likely each clause tells each part.

    Parameters
    ----------
    clauses : sequence of Clause
        In order, none repeated.
    own : (n, 512) float32
        Their vectors.
    model : RaterWeights

    Returns
    -------
    (n, 5) float32
        Rows add up to 1; columns as in `ORDER`.
    """
    logits = with_neighbours(own) @ model.part_vector + model.part_bias
    for row, columns in enumerate(part_features.hashed(clauses)):
        logits[row] += WORD * model.part_words[columns].sum(axis=0)
    logits -= logits.max(axis=1, keepdims=True)
    likely = np.exp(logits)
    return np.asarray(likely / likely.sum(axis=1, keepdims=True), np.float32)


def best(likely: Array, model: RaterWeights) -> tuple[Part, ...]:
    """The likeliest telling as a whole (Viterbi), one part a clause."""
    if not len(likely):
        return ()
    logs = np.log(np.maximum(likely, 1e-9))
    reach, back = logs[0] + PASSAGE * model.first, []
    for row in logs[1:]:
        ways = reach[:, None] + PASSAGE * model.passage
        back.append(ways.argmax(axis=0))
        reach = ways.max(axis=0) + row
    place = int(reach.argmax())
    told = [place]
    for steps in reversed(back):
        place = int(steps[place])
        told.append(place)
    return tuple(ORDER[place] for place in reversed(told))

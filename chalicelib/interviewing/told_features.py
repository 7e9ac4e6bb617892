"""What an answer told, as named numbers that saturate, mostly 0 to 1: the rating is their sum."""

from functools import lru_cache

import numpy as np

from chalicelib.interviewing import cues, encoding, neutral
from chalicelib.interviewing.anchors import DIMENSIONS
from chalicelib.interviewing.competencies import LANGUAGES, Dimension
from chalicelib.interviewing.points import Tally
from chalicelib.interviewing.telling import Telling
from chalicelib.interviewing.told_groups import GROUPS
from chalicelib.interviewing.weights import Array

SITUATION, TASK, ACTION, RESULT, OTHER = range(5)
_LIKELY = 0.4
_TINY = 1e-9


def direction(dimension: Dimension) -> Array:
    """Where a dimension lies among sentences: its definition, anchors 3 and 5, its indicators."""
    texts = (
        text[language]
        for language in LANGUAGES
        for text in (
            dimension.definition, dimension.anchors[2], dimension.anchors[4],
            *(item.name for item in dimension.indicators),
        )
    )  # fmt: skip
    return _middle(tuple(texts))


@lru_cache(maxsize=256)
def _middle(texts: tuple[str, ...]) -> Array:
    middle = encoding.embed([neutral.level(text) for text in texts]).mean(axis=0)
    return np.asarray(middle / np.linalg.norm(middle), np.float32)


def features(telling: Telling, found: Tally, dimension: Dimension) -> dict[str, float]:
    """The named numbers of an answer; keys as in `GROUPS`, in that order.

    Parameters
    ----------
    telling : Telling
        At least one clause kept.
    found : Tally
        What its readings tell, counted.
    dimension : Dimension
        The asked one.
    """
    values = _counted(found) | _shares(telling, found) | _near(telling, dimension)
    return {name: float(values[name]) for name in GROUPS}


def mean_vector(telling: Telling) -> Array:
    """The (512,) mean of the kept clauses' vectors, longer clauses counting more."""
    return np.asarray(telling.lengths @ telling.own / max(telling.lengths.sum(), 1), np.float32)


def _steps(name: str, count: int, *at: int) -> dict[str, float]:
    return {f"{name}_{step}": float(count >= step) for step in at}


def _counted(found: Tally) -> dict[str, float]:
    clauses = max(1, found.clauses)
    return {
        "situated": float(found.situated),
        "task": float(found.task),
        "lesson": float(found.lesson),
        **_steps("acts", found.actions, 1, 2, 3, 5, 7),
        **_steps("results", found.results, 1, 2, 3),
        **_steps("measured", found.measured, 1, 2),
        **_steps("behaviours", len(found.behaviours), 1, 2, 3, 4),
        **_steps("terms", len(found.terms), 1, 3),
        **_steps("specific", found.specific, 1, 2, 3, 5, 7),
        **_steps("against", found.against, 1, 2),
        **_steps("negated", found.negated, 1, 2),
        "share_supposed": found.supposed / clauses,
        "share_hollow": found.hollow / clauses,
        "share_collective": found.collective / clauses,
        "share_specific": found.specific / clauses,
    }


def _shares(telling: Telling, found: Tally) -> dict[str, float]:
    """How much of the answer tells each part, by the part model, and what stands in it."""
    likely, lengths = telling.likely, telling.lengths
    words = max(float(lengths.sum()), 1.0)
    told = lengths @ likely
    readings = [telling.readings[place] for place in telling.kept]
    counted = np.array([bool(cues.NUMBER.search(item.clause.plain)) for item in readings])
    own = np.array([item.own_action for item in readings])
    acting, coming = likely[:, ACTION] > _LIKELY, likely[:, RESULT] > _LIKELY
    return {
        "share_situation": told[SITUATION] / words,
        "share_task": told[TASK] / words,
        "share_action": told[ACTION] / words,
        "share_result": told[RESULT] / words,
        "share_other": told[OTHER] / words,
        "words_action_60": min(1, told[ACTION] / 60),
        "words_action_120": min(1, told[ACTION] / 120),
        "words_result_30": min(1, told[RESULT] / 30),
        "words_result_60": min(1, told[RESULT] / 60),
        "words_situation": min(1, told[SITUATION] / 30),
        "words_task": min(1, told[TASK] / 10),
        "words": min(1, words / 150),
        "action_sure": float(likely[:, ACTION].max() >= 0.5),
        "result_sure": float(likely[:, RESULT].max() >= 0.5),
        "result_counted": float((coming & counted).any()),
        "action_own": float((acting & own).any()),
        "action_counted": float((acting & counted).any()),
    }


def _near(telling: Telling, dimension: Dimension) -> dict[str, float]:
    """How near the telling lies to the asked dimension, beside the built-in others."""
    asked = direction(dimension)
    others = np.stack([direction(item) for item in DIMENSIONS.values()])
    near, all_near = telling.own @ asked, telling.own @ others.T
    flags = [telling.readings[place].flag for place in telling.kept]
    credited = np.array([flag is None for flag in flags], np.float32)
    weight = telling.lengths * (telling.likely[:, ACTION] + telling.likely[:, RESULT]) * credited
    weight = weight + _TINY
    beside = near - all_near.mean(axis=1)
    return {
        "near": 10 * float(beside @ weight / weight.sum()),
        "near_most": 5 * float(beside.max()),
        "near_best": 10 * float((near - all_near.max(axis=1)) @ weight / weight.sum()),
        "near_plain": 5 * float(near @ weight / weight.sum()),
    }

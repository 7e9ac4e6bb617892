"""A past interview rated again: the old and the new result side by side, neither overwritten."""

from collections.abc import Mapping
from dataclasses import dataclass

from chalicelib.interviewing.ratings import AnswerRating
from chalicelib.interviewing.scorecard import ScorecardResult


@dataclass(frozen=True)
class Scored:
    """One result of an interview: under which model version, by which scorer, answer by answer."""

    model_version: int
    scorer: str
    result: ScorecardResult
    answers: Mapping[str, AnswerRating]


@dataclass(frozen=True)
class Pair:
    """One figure before and after; `difference` is None where one of them was not measured."""

    key: str
    old: float | None
    new: float | None
    old_scorer: str = ""
    new_scorer: str = ""

    @property
    def difference(self) -> float | None:
        """New minus old, to the hundredth."""
        if self.old is None or self.new is None:
            return None
        return round(self.new - self.old, 2)


@dataclass(frozen=True)
class SideBySide:
    """Two results of one interview: composite 0-100, dimensions and answers 1-5.

    `weights` hold (old, new) by dimension; a dimension that one of the models lacks has None.
    """

    composite: Pair
    dimensions: tuple[Pair, ...]
    answers: tuple[Pair, ...]
    weights: dict[str, tuple[int | None, int | None]]


def side_by_side(old: Scored, new: Scored) -> SideBySide:
    """Set two results of an interview beside each other, in the old one's order.

    Parameters
    ----------
    old, new : the kept result and the one made now; a dimension or an answer that only one of
        them knows stands with None on the other side, never with a low rating.
    """
    before = {item.dimension: item for item in old.result.dimensions}
    after = {item.dimension: item for item in new.result.dimensions}
    keys = list(dict.fromkeys((*before, *after)))
    names = list(dict.fromkeys((*old.answers, *new.answers)))
    return SideBySide(
        Pair("composite", old.result.composite, new.result.composite, old.scorer, new.scorer),
        tuple(
            Pair(key, _rating(before.get(key)), _rating(after.get(key)), old.scorer, new.scorer)
            for key in keys
        ),
        tuple(_answer(name, old.answers.get(name), new.answers.get(name)) for name in names),
        {key: (_weight(before.get(key)), _weight(after.get(key))) for key in keys},
    )


def _answer(name: str, old: AnswerRating | None, new: AnswerRating | None) -> Pair:
    return Pair(
        name,
        old.rating if old else None,
        new.rating if new else None,
        old.scorer if old else "",
        new.scorer if new else "",
    )


def _rating(item: object) -> float | None:
    return getattr(item, "rating", None)


def _weight(item: object) -> int | None:
    return getattr(item, "weight", None)

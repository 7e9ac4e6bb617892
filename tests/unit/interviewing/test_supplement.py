"""A number from outside counts its declared share of one dimension, and nothing where it is off."""

from dataclasses import replace

import pytest

from chalicelib.foundation.values import canonical, dump
from chalicelib.interviewing.scorecard import ScorecardResult, Supplement, compose
from tests.unit.interviewing.test_scorecard import MODEL, rating

VISIBLE = Supplement("communication", 100.0, 20, "formula")


def card(supplement: Supplement | None = None, **others: float) -> ScorecardResult:
    values = {item.key: 3.0 for item in MODEL.dimensions} | others
    return compose(MODEL, {k: [rating(k, v)] for k, v in values.items()}, supplement)


@pytest.mark.parametrize("score", [0.0, 37.5, 100.0])
def test_switched_off_the_scorecard_is_byte_for_byte_the_one_without_video(score: float) -> None:
    off = replace(VISIBLE, score=score, weight=0)
    assert canonical(dump(card(off))) == canonical(dump(card()))


def test_its_share_is_the_declared_one_and_the_plain_rating_is_kept() -> None:
    found = card(VISIBLE)
    (blended,) = [d for d in found.dimensions if d.dimension == "communication"]
    assert blended.rating == pytest.approx(0.8 * 3 + 0.2 * 5)
    assert found.supplement is not None
    assert (found.supplement.plain_rating, found.supplement.weight) == (3.0, 20)
    assert found.composite is not None
    assert sum(d.contribution_hundredths or 0 for d in found.dimensions) == round(
        found.composite * 100
    )


def test_no_other_dimension_moves() -> None:
    plain, found = card(), card(VISIBLE)
    moved = {
        a.dimension
        for a, b in zip(plain.dimensions, found.dimensions, strict=True)
        if a.rating != b.rating
    }
    assert moved == {"communication"}


def test_where_words_were_not_rated_it_takes_nobodys_place() -> None:
    values = {k.key: [rating(k.key, 3.0)] for k in MODEL.dimensions if k.key != "communication"}
    assert canonical(dump(compose(MODEL, values, VISIBLE))) == canonical(
        dump(compose(MODEL, values))
    )


def test_a_dimension_that_the_model_does_not_have_is_left_alone() -> None:
    assert card(replace(VISIBLE, dimension="elsewhere")) == card()

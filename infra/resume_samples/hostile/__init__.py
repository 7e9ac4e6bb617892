"""Hostile résumé files by the hundred: seeded, deterministic, by category.

The same seed gives the same bytes. What each may end in stands with it.
"""

from random import Random

from infra.resume_samples.hostile import bombs, damage, disguise, pdf_bombs, strings
from infra.resume_samples.hostile.sample import Hostile, Maker, page
from infra.resume_samples.layouts import Page

__all__ = ["Hostile", "corpus"]

#: Each maker with the number of people whose résumé it bends.
_MAKERS: tuple[tuple[Maker, int], ...] = (
    (bombs.zips, 1),
    (bombs.entities, 1),
    (pdf_bombs.pdf_streams, 1),
    (pdf_bombs.pdf_shapes, 1),
    (bombs.depths, 1),
    (damage.cut_short, 2),
    (damage.bent, 2),
    (damage.mislabelled, 1),
    (damage.polyglots, 1),
    (damage.locked, 1),
    (strings.slow, 1),
    (strings.names, 1),
    (strings.stuffed, 1),
    (disguise.hidden, 2),
    (disguise.orders, 3),
)


def corpus(seed: int) -> list[Hostile]:
    """Write all hostile files of a seed, category after category."""
    return [
        sample
        for maker, people in _MAKERS
        for number in range(people)
        for sample in maker(*_source(seed, maker.__name__, number))
    ]


def _source(seed: int, name: str, number: int) -> tuple[Random, Page]:
    random = Random(f"{seed}:{name}:{number}")
    return random, page(random, number)

"""A seeded pile of résumés that nobody wrote, for the demonstration and the tests.

The same seed gives the same bytes. Every sample carries the truth that a reader must find.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from infra.resume_samples import bad
from infra.resume_samples.files import WRITERS
from infra.resume_samples.layouts import lay_out
from infra.resume_samples.people import invent, truth_of
from infra.resume_samples.words import TRADES

REQUISITIONS = tuple(TRADES)


@dataclass(frozen=True)
class Sample:
    """One file with the requisition it answers and what it truly says."""

    file_name: str
    content: bytes
    media_type: str
    requisition_slug: str
    truth: dict[str, object]


def generate(seed: int, count: int, requisitions: Sequence[str] = REQUISITIONS) -> list[Sample]:
    """Write résumés, requisitions and formats by turns.

    Parameters
    ----------
    seed : same seed, same bytes.
    count : how many files.
    requisitions : slugs among `REQUISITIONS`.

    Returns
    -------
    Samples; a file is independent of how many come after it.
    """
    return [_sample(seed, number, requisitions) for number in range(count)]


def _sample(seed: int, number: int, requisitions: Sequence[str]) -> Sample:
    random = Random(f"{seed}:{number}")
    turn, place = divmod(number, len(requisitions))
    person = invent(random, turn + place, requisitions[place])
    label, extension, media_type, write = WRITERS[(number + turn) % len(WRITERS)]
    page = lay_out(person, random)
    truth = truth_of(person) | {"format": label}
    name = f"resume-{number:04d}-{label}.{extension}"
    return Sample(name, write(page), media_type, person.slug, truth)


def bad_samples(seed: int = 7) -> list[Sample]:
    """Write files that must end in a typed error; truth["error"] is its code."""
    random = Random(f"{seed}:bad")
    page = lay_out(invent(random, 0, REQUISITIONS[0]), random)
    return [
        Sample(name, content, media_type, REQUISITIONS[0], {"error": code})
        for name, content, media_type, code in bad.collection(page)
    ]

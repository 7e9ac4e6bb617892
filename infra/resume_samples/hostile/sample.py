"""One hostile file, and honest pages to build hostile ones from."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from infra.resume_samples.layouts import Page, lay_out
from infra.resume_samples.people import invent
from infra.resume_samples.words import TRADES

_TRADES = tuple(TRADES)


@dataclass(frozen=True)
class Hostile:
    """A file sent in malice or by mistake, and how reading it may end.

    secret must not reach the lines; twin is the same file without what makes it hostile, whose
    lines must be the same; notice says whether a person must be told; ends is the code in which
    screening it must end, empty for any.
    """

    category: str
    file_name: str
    content: bytes
    secret: str = ""
    twin: bytes = b""
    notice: bool = False
    ends: str = ""


Maker = Callable[[Random, Page], list[Hostile]]


def page(random: Random, number: int) -> Page:
    """The number-th honest résumé, Chinese and English by turns."""
    place = number % len(_TRADES)
    return lay_out(invent(random, number, _TRADES[place]), random)


def lines_of(page: Page) -> list[str]:
    """A page as plain lines."""
    rows = ["   ".join(row) for block in page.blocks for row in ([block.heading], *block.rows)]
    return [page.name, *page.contact, *rows]

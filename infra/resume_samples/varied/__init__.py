"""Résumés of every kind that a recruiter meets, each with exact truth and every stretch marked."""

from collections.abc import Iterator
from random import Random

from infra.resume_samples.varied import page as pages
from infra.resume_samples.varied import people, style
from infra.resume_samples.varied.marks import MarkedLine, Page, Piece, Written
from infra.resume_samples.varied.noise import disturb
from infra.resume_samples.varied.paper import paper
from infra.resume_samples.varied.slots import Desk
from infra.resume_samples.varied.text import md, rtf, txt
from infra.resume_samples.varied.traditional import traditional
from infra.resume_samples.varied.truth import truth_of
from infra.resume_samples.varied.vocabulary import Words
from infra.resume_samples.varied.web import web
from infra.resume_samples.varied.word import word

__all__ = ["MarkedLine", "Piece", "Written", "write"]


def write(seed: int, count: int, vocabulary: str = "train") -> Iterator[Written]:
    """Write résumés one after another.

    Parameters
    ----------
    seed : same seed, same bytes; a file does not depend on how many come after it.
    count : how many.
    vocabulary : "train" or "test", two halves of every word list that share only closed classes
        (degrees, levels, cities, the commonest headings and layouts).

    Yields
    ------
    Written: `truth` gives values as printed, null where the file states none; `marked` gives the
    lines in reading order, the side column where a reader would read it.
    """
    words = Words(vocabulary)
    for number in range(count):
        yield _one(Random(f"{seed}:{number}:{vocabulary}"), words, number)


def _one(random: Random, words: Words, number: int) -> Written:
    person = people.invent(random, words)
    manner = style.choose(random, words, person)
    page = pages.lay_out(Desk(random, words, person, manner))
    if person.language == "tw":
        page = traditional(page)
    page = disturb(page, random, manner.colon)
    truth = truth_of(page) | {
        "kind": person.kind,
        "trade": person.trade,
        "language": person.language,
        "format": manner.format,
    }
    content, extension = _bytes(page, random, manner.format)
    name = f"{number:05d}-{person.language}-{manner.format}.{extension}"
    return Written(name, content, truth, tuple(row.pieces(page.gap) for row in page.rows()))


def _bytes(page: Page, random: Random, form: str) -> tuple[bytes, str]:
    family, _, structure = form.partition("-")
    if family == "pdf":
        return paper(page, random, structure), "pdf"
    if family == "docx":
        return word(page, random, structure), "docx"
    if family == "html":
        return web(page, random, structure), "html"
    if family == "txt":
        return txt(page, random, structure or "utf-8"), "txt"
    return (md(page, random), "md") if family == "md" else (rtf(page, random), "rtf")

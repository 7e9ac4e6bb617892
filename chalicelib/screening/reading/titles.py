"""A name that is set over two lines at the top of a résumé is one line."""

import re

from chalicelib.screening.document import Emphasis
from chalicelib.screening.reading.draft import Draft
from chalicelib.screening.resume.headings import section_of
from chalicelib.screening.resume.lexicon_people import NOT_IN_ENGLISH_NAMES, TITLE_WORDS

_WORD = r"[^\W\d_\u2e80-\uffef][^\W\d_]*(?:['’.-][^\W\d_]*)*"
_WORDS = re.compile(rf"{_WORD}(?: {_WORD}){{0,2}}")
_TITLE = re.compile(TITLE_WORDS, re.IGNORECASE)
_MOST_WORDS = 4


def with_whole_name(lines: list[Draft]) -> list[Draft]:
    """Join the first two lines where both are parts of one name: Mei-Ling / Chua.

    Parameters
    ----------
    lines : the first page's lines.
    """
    full = [n for n, line in enumerate(lines) if line.text.strip()][:2]
    if len(full) < 2 or full[1] - full[0] != 1:
        return lines
    first, second = (lines[n] for n in full)
    if not _are_one_name(first, second):
        return lines
    whole = Draft(f"{first.text.strip()} {second.text.strip()}", first.emphasis)
    return [*lines[: full[0]], whole, *lines[full[1] + 1 :]]


def _are_one_name(first: Draft, second: Draft) -> bool:
    one, two = first.text.strip(), second.text.strip()
    if first.emphasis is not second.emphasis or not (
        _WORDS.fullmatch(one) and _WORDS.fullmatch(two)
    ):
        return False
    words = [*one.split(), *two.split()]
    large = first.emphasis >= Emphasis.HEADING
    # A whole name alone in its line is followed by a place or a title, not by more of itself.
    if len(words) > _MOST_WORDS or (len(one.split()) > 1 and not large):
        return False
    named = all(w[0].isupper() for w in words) and one.isupper() == two.isupper()
    known = {w.lower().strip(".") for w in words} & NOT_IN_ENGLISH_NAMES
    return (
        named and not known and not _TITLE.search(two) and section_of(two, second.emphasis) is None
    )

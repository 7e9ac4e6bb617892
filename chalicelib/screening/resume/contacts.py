"""How to reach the person."""

from collections.abc import Iterable, Iterator

from chalicelib.screening.facts import Contact, Fact
from chalicelib.screening.resume import sections
from chalicelib.screening.resume.entries import Marked
from chalicelib.screening.resume.names import OTHERS, read_name
from chalicelib.screening.resume.patterns import EMAIL
from chalicelib.screening.resume.phones import phones_in
from chalicelib.screening.resume.sections import Passage

KEPT = 5


def read_contact(found: tuple[Marked, ...]) -> Contact:
    """Find the name, telephone numbers and e-mail addresses.

    Parameters
    ----------
    found : the résumé's passages, tagged.

    Returns
    -------
    Contact; a part that is not stated stays empty, it is never guessed. Numbers of referees are
    not the person's own.
    """
    own = [
        m.passage
        for m in found
        if m.passage.section != "references" and not OTHERS.search(m.passage.text)
    ]
    head = [p for p in own if p.section in sections.HEAD]
    phones = _unique(phones_in(head)) or _unique(phones_in(own))
    return Contact(read_name(found), phones, _unique(_emails(head)) or _unique(_emails(own)))


def _emails(found: Iterable[Passage]) -> Iterator[Fact]:
    for passage in found:
        for match in EMAIL.finditer(passage.text):
            yield Fact(match.group().lower(), passage.quote(*match.span()))


def _unique(facts: Iterator[Fact]) -> tuple[Fact, ...]:
    first: dict[str, Fact] = {}
    for fact in facts:
        first.setdefault(fact.value, fact)
    return tuple(first.values())[:KEPT]

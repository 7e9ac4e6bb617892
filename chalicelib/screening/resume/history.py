"""Posts and projects: where, as what, from when to when."""

import re
from collections.abc import Iterator
from datetime import date

from chalicelib.screening.facts import Fact, Project, Source, Work
from chalicelib.screening.resume.dates import ranges
from chalicelib.screening.resume.lexicon_people import EMPLOYER_WORDS, TITLE_WORDS
from chalicelib.screening.resume.rows import HEADER_ROW, Token, tokens
from chalicelib.screening.resume.sections import BULLET, Passage
from chalicelib.screening.resume.skills import find_skills

_TITLE_END = re.compile(TITLE_WORDS + r"(?:\(.{1,12}\))?$", re.IGNORECASE)
_EMPLOYER = re.compile(EMPLOYER_WORDS, re.IGNORECASE)
_MAX_HEAD_CHARACTERS = 60
_MAX_DATED_CHARACTERS = 100


def read_work(
    found: tuple[Passage, ...], today: date, extra: tuple[str, ...] = ()
) -> tuple[Work, ...]:
    """Read the posts of the work section; a post begins at a line with a span of dates.

    Parameters
    ----------
    found : passages of that section.
    today : what 至今 and 'present' mean.
    extra : skill names to look for beyond the lexicon.
    """
    return tuple(_work(found, heads, extra, today) for heads in _stretches(found, today))


def _stretches(found: tuple[Passage, ...], today: date) -> Iterator[tuple[int, int, int]]:
    """Yield (first line, line with the dates, line after the last) of each dated entry."""
    dated = [i for i, p in enumerate(found) if _is_dated_head(p.text, today)]
    firsts = [_first_line(found, i, dated) for i in dated]
    for n, at in enumerate(dated):
        end = firsts[n + 1] if n + 1 < len(firsts) else len(found)
        yield firsts[n], at, end


def _is_dated_head(text: str, today: date) -> bool:
    """A sentence that mentions two years is no head; neither is a bullet, unless dates open it."""
    span = next(ranges(text, today), None)
    if span is None or len(text) > _MAX_DATED_CHARACTERS or re.search(r"[。;!]$|[a-z]\.$", text):
        return False
    bullet = BULLET.match(text)
    return bullet is None or bullet.end() >= span[1]


def _first_line(found: tuple[Passage, ...], at: int, dated: list[int]) -> int:
    """A date line that does not name both takes up to two short lines above it into its entry."""
    own = found[at].text
    if _EMPLOYER.search(own) and re.search(TITLE_WORDS, own, re.IGNORECASE):
        return at
    first = at
    while (
        first > max(at - 2, 0) and first - 1 not in dated and _names_a_post(found[first - 1].text)
    ):
        first -= 1
    return first


def _names_a_post(text: str) -> bool:
    short = len(text) <= _MAX_HEAD_CHARACTERS and not re.search(r"[。;!:]|[.,]$|负责", text)
    named = _EMPLOYER.search(text) or _TITLE_END.search(text.strip())
    return bool(short and named) and not BULLET.match(text) and not HEADER_ROW.match(text)


def _work(
    found: tuple[Passage, ...], stretch: tuple[int, int, int], extra: tuple[str, ...], today: date
) -> Work:
    first, at, end = stretch
    span, start, stop = next(ranges(found[at].text, today))
    heads = [(found[i], [(start, stop)] if i == at else []) for i in range(first, at + 1)]
    employer, title = _post(heads)
    if (employer is None or title is None) and at + 1 < end and _is_head(found[at + 1].text):
        after = _post([(found[at + 1], [])])
        employer, title = employer or after[0], title or after[1]
    body = found[first:end]
    return Work(
        source=found[at].whole(),
        employer=employer,
        title=title,
        span=span,
        internship=any(
            re.search(r"实习|\bintern(?:ship)?\b", p.text, re.I) for p in found[first : at + 1]
        ),
        skills=_named_skills(body, extra),
    )


def _is_head(text: str) -> bool:
    return len(text) <= 30 and not BULLET.match(text) and not re.search(r"[。;;!,]", text)


def _post(heads: list[tuple[Passage, list[Token]]]) -> tuple[Fact | None, Fact | None]:
    pieces = [(p, s, e) for p, taken in heads for s, e in tokens(p.text, taken) if s < e]
    employer: Fact | None = None
    title: Fact | None = None
    rest: list[Fact] = []
    for passage, start, end in pieces:
        fact = Fact(passage.text[start:end], passage.quote(start, end))
        if _TITLE_END.search(fact.value) and title is None:
            title = fact
        elif _EMPLOYER.search(fact.value) and employer is None:
            employer = fact
        else:
            rest.append(fact)
    if employer is None and rest and title is not None and len(rest[0].value) <= 30:
        employer = rest[0]
    return employer, title


def _named_skills(body: tuple[Passage, ...], extra: tuple[str, ...]) -> tuple[Fact, ...]:
    return tuple(Fact(s.name, s.mentions[0]) for s in find_skills(body, extra) if s.mentions)


def read_projects(
    found: tuple[Passage, ...], today: date, extra: tuple[str, ...] = ()
) -> tuple[Project, ...]:
    """Read the projects of the project section, dated or not.

    Parameters
    ----------
    found, today, extra : as for `read_work`.
    """
    dated = list(_stretches(found, today))
    if dated:
        return tuple(_dated_project(found, stretch, extra, today) for stretch in dated)
    starts = [
        i for i, p in enumerate(found) if _opens_project(found, i) and not HEADER_ROW.match(p.text)
    ]
    ends = [*starts[1:], len(found)][: len(starts)]
    return tuple(
        Project(found[i].whole(), found[i].text, None, _named_skills(found[i:end], extra))
        for i, end in zip(starts, ends, strict=True)
    )


def _opens_project(found: tuple[Passage, ...], at: int) -> bool:
    return at == 0 or (_is_head(found[at].text) and not _is_head(found[at - 1].text))


def _dated_project(
    found: tuple[Passage, ...], stretch: tuple[int, int, int], extra: tuple[str, ...], today: date
) -> Project:
    first, at, end = stretch
    span, start, stop = next(ranges(found[at].text, today))
    pieces = tokens(found[at].text, [(start, stop)])
    source: Source = found[at].quote(*pieces[0]) if pieces else found[at].whole()
    return Project(source, source.text, span, _named_skills(found[first:end], extra))

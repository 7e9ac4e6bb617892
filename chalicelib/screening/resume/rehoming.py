"""Lines whose words say that they stand under the wrong heading, or under none, are moved."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from chalicelib.screening.resume.dates import ranges
from chalicelib.screening.resume.degrees import degrees_in
from chalicelib.screening.resume.entries import Marked
from chalicelib.screening.resume.schools import is_called_school
from chalicelib.screening.resume.sections import POSTS
from chalicelib.screening.resume.tagger import EMPLOYER, MAJOR, SCHOOL, SKILL, TITLE

_ANY_DAY = date(2100, 1, 1)
_SCHOOL_LABEL = re.compile(
    r"^\W*(?:毕业)?(?:学校|院校|学历|专业|学位|school|university|degree|major|"
    r"institution)\w*\s*[::]",
    re.IGNORECASE,
)
#: Parts that name schools, employers and titles which are not the person's own schooling or posts.
_ELSEWHERE = frozenset(("references", "awards", "courses", "activities", "other", "project"))
_MANY_SKILLS = 3
#: What a student did at school and what was done unpaid is no post.
_CAMPUS = re.compile(
    r"学生会|社团|志愿|义工|班级|班长|协会|支教|团委|团支|校园|部长|干事|volunteer|club|society",
    re.I,
)


def rehomed(found: tuple[Marked, ...]) -> tuple[Marked, ...]:
    """Move lines to the section that they speak of.

    Parameters
    ----------
    found : tagged passages with the sections of their headings.

    Returns
    -------
    The same passages; schooling under a heading that was not understood becomes education, dated
    posts become work, a line of three or more skills becomes a list of skills. The lines below
    follow until the section changes.
    """
    return tuple(_moved(found))


def _moved(found: tuple[Marked, ...]) -> Iterator[Marked]:
    speaks = [_speaks_of(found, n) for n in range(len(found))]
    moved: str | None = None
    for n, marked in enumerate(found):
        section = marked.passage.section
        if n and found[n - 1].passage.section != section:
            moved = None
        if speaks[n]:
            moved = speaks[n] if speaks[n] != section else None
        elif moved != "skills" and n + 1 < len(found) and _opens_below(marked, speaks[n + 1]):
            moved = speaks[n + 1]
        now = moved or section
        yield (
            marked
            if now == section
            else replace(marked, passage=replace(marked.passage, section=now))
        )
        if moved == "skills":
            moved = None


def _opens_below(marked: Marked, below: str | None) -> bool:
    """A line of dates alone belongs to what follows."""
    dates_only = len(marked.passage.text) < 40 and not marked.tags and _is_dated(marked)
    return below in ("education", "work", "internship") and dates_only


def _speaks_of(found: tuple[Marked, ...], n: int) -> str | None:
    marked, section = found[n], found[n].passage.section
    if section == "activities" and marked.of(EMPLOYER) and not _CAMPUS.search(marked.passage.text):
        return "internship" if any(_is_dated(m) for m in found[max(0, n - 1) : n + 2]) else None
    if section in _ELSEWHERE or (section == "education" and _is_learning(marked.passage.text)):
        return None
    if marked.of(SCHOOL) and section != "education":
        return "education" if any(_is_schooling(m) for m in found[max(0, n - 2) : n + 3]) else None
    if (
        section not in (*POSTS, "objective")
        and marked.of(EMPLOYER, TITLE)
        and not marked.of(SCHOOL)
    ):
        # A list of skills holds brands that look like employers; only its own dates make it a post.
        reach = 0 if section in ("skills", "certificates", "languages") else 1
        return (
            "work" if any(_is_dated(m) for m in found[max(0, n - reach) : n + reach + 1]) else None
        )
    listed = section not in ("skills", "education", *POSTS) and not marked.of(MAJOR, SCHOOL)
    if listed and len(marked.of(SKILL)) >= _MANY_SKILLS:
        return "skills"
    return section if section in POSTS and marked.of(EMPLOYER, TITLE) else None


def _is_learning(text: str) -> bool:
    """Under the heading of education courses, schools and degrees are not where one worked."""
    return "培训" in text or is_called_school(text) or bool(degrees_in(text))


def _is_schooling(marked: Marked) -> bool:
    text = marked.passage.text
    return bool(marked.of(MAJOR) or degrees_in(text) or _SCHOOL_LABEL.match(text))


def _is_dated(marked: Marked) -> bool:
    return next(ranges(marked.passage.text[:140], _ANY_DAY), None) is not None

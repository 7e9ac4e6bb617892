"""A résumé's lines become facts; each fact points at the line it was read from.

Rules read what is written in few ways (dates, contacts, degrees, levels); a trained tagger reads
what is written in many (names, employers, titles, schools, skills that no list holds).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from chalicelib.screening.document import Line
from chalicelib.screening.facts import Education, Qualifications, ResumeFacts, Skill, Sought
from chalicelib.screening.resume import sections
from chalicelib.screening.resume.claims import (
    find_salary,
    find_stated,
)
from chalicelib.screening.resume.contacts import read_contact
from chalicelib.screening.resume.credentials import read_certificates, says_none
from chalicelib.screening.resume.degrees import degree_in
from chalicelib.screening.resume.education import read_education
from chalicelib.screening.resume.entries import Marked
from chalicelib.screening.resume.history import read_work
from chalicelib.screening.resume.languages import read_languages
from chalicelib.screening.resume.moving import find_relocation
from chalicelib.screening.resume.narrative import told
from chalicelib.screening.resume.places import read_cities
from chalicelib.screening.resume.projects import read_projects
from chalicelib.screening.resume.protected import read_protected
from chalicelib.screening.resume.readiness import find_availability
from chalicelib.screening.resume.rehoming import rehomed
from chalicelib.screening.resume.sections import HEAD, HEADER, POSTS, Passage
from chalicelib.screening.resume.skills import SkillFinder
from chalicelib.screening.resume.tagger import SCHOOL, Tagged, tag

READER_VERSION = "resume-reader-3"
# More schools or posts than this are no résumé; the limit keeps a result within one record.
MAX_ENTRIES = 30
_TELLS_LANGUAGES = (*HEAD, "languages", "skills", "certificates", "summary", "other", "education")
_TELLS_CERTIFICATES = (*_TELLS_LANGUAGES, "awards", "courses")
_TELLS_SKILLS = (
    *("skills", "summary", "project", "certificates", "other", "languages"),
    *("courses", "activities", "awards", *POSTS),
)
_LABELLED_DEGREE = re.compile(
    r"(?:最高)?(?:学历|学位)(?:学位)?\s*[::]?\s*|(?=(?:初中|高中|中专|职高|技校|大专|"
    r"本科)(?:毕业|学历))|highest (?:degree|qualification|education)\s*:\s*",
    re.IGNORECASE,
)


NOTHING_SOUGHT = Sought()


def read_facts(
    lines: tuple[Line, ...], *, today: date, sought: Sought = NOTHING_SOUGHT
) -> ResumeFacts:
    """Read what a résumé states.

    Parameters
    ----------
    lines : the file's lines.
    today : the day that 至今 and 'present' mean.
    sought : what the requisition's criteria name.

    Returns
    -------
    Facts with their quotations. Marriage, ethnicity and pictures are not read at all.
    """
    read = sections.passages(lines)
    pairs = zip(read, tag(read), strict=True)
    marked = rehomed(tuple(_marked(passage, tags) for passage, tags in pairs))
    found = tuple(m.passage for m in marked)
    finder = SkillFinder(sought.skills, {m.passage: m.tags for m in marked if m.tags})
    return ResumeFacts(
        read_contact(marked),
        _qualifications(marked, finder, today, sought),
        read_protected(sections.of(found, *HEAD)),
    )


def _marked(passage: Passage, tags: Sequence[Tagged]) -> Marked:
    """A passage with its tags; what a sentence says of the person outweighs the tagger."""
    said = told(passage.text)
    kinds = {tag.kind for tag in said}
    return Marked(passage, (*said, *(tag for tag in tags if tag.kind not in kinds)))


def _qualifications(
    marked: tuple[Marked, ...], finder: SkillFinder, today: date, sought: Sought
) -> Qualifications:
    found = tuple(m.passage for m in marked)
    home, wished = read_cities(found, sought.places)
    listing = (p for p in sections.of(found, *HEAD, "education") if finder.is_list(p))
    tells = (*sections.of(found, *_TELLS_SKILLS), *listing)
    tells = tells or sections.of(found, HEADER, "contact")
    says = sections.of(found, *HEAD, "summary", "skills", "other")
    # What stands at the end of a page without headings stands under the last one.
    said = tuple(p for p in found if p.section != "references")
    own = (*(p for p in said if p.section not in POSTS), *sections.of(said, *POSTS))
    return Qualifications(
        city=home,
        desired_cities=wished,
        education=_education(marked, today)[:MAX_ENTRIES],
        work=read_work(_of(marked, *POSTS), today, finder)[:MAX_ENTRIES],
        projects=read_projects(_of(marked, "project"), today, finder)[:MAX_ENTRIES],
        skills=_with_lists(finder.skills(tells), found),
        stated=find_stated(says, finder)[:MAX_ENTRIES],
        certificates=read_certificates(
            _of(marked, *_TELLS_CERTIFICATES, *POSTS), sought.certificates
        )[:MAX_ENTRIES],
        languages=read_languages(sections.of(found, *_TELLS_LANGUAGES, *POSTS)),
        availability=find_availability(own, today),
        relocation=find_relocation(own),
        salary=find_salary(sections.of(found, *HEAD, "other", "summary")),
        sections=tuple(dict.fromkeys(s for p in found for s in (p.section, *_none_of(p)))),
    )


def _none_of(passage: Passage) -> tuple[str, ...]:
    """A line that says there are no certificates tells as much as a list of them."""
    return ("certificates",) if says_none(passage) else ()


def _of(marked: tuple[Marked, ...], *names: str) -> tuple[Marked, ...]:
    return tuple(m for m in marked if m.passage.section in names)


def _education(marked: tuple[Marked, ...], today: date) -> tuple[Education, ...]:
    schools = read_education(_of(marked, "education"), today)
    if any(school.school for school in schools):
        return schools
    head = tuple(m for m in _of(marked, *HEAD) if m.of(SCHOOL))
    schools = (*schools, *read_education(head, today))
    if any(school.degree is not None for school in schools):
        return schools
    told = _of(marked, *HEAD, "other", "summary", "skills", "education", *POSTS)
    return (*schools, *_labelled_degrees(tuple(m.passage for m in told)))


def _labelled_degrees(found: tuple[Passage, ...]) -> Iterator[Education]:
    for passage in found:
        label = _LABELLED_DEGREE.search(passage.text)
        degree = degree_in(passage.text[label.end() : label.end() + 16]) if label else None
        if label and degree:
            quote = passage.quote(label.start(), label.end() + degree[2])
            yield Education(quote, degree=degree[0], degree_source=quote)


def _with_lists(held: tuple[Skill, ...], found: tuple[Passage, ...]) -> tuple[Skill, ...]:
    """Where no part is a list of skills, those of the summary or with a level are the list."""
    if any(p.section == "skills" for p in found):
        return held
    telling = {(p.line.page, p.line.number) for p in sections.of(found, *HEAD, "summary", "other")}

    def is_told(skill: Skill) -> bool:
        return bool(skill.level_source) or any((m.page, m.line) in telling for m in skill.mentions)

    return tuple(replace(skill, listed=True) if is_told(skill) else skill for skill in held)

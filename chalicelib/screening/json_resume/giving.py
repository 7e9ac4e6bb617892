"""Facts as a JSON Resume document: what the fields hold, and where each value was read."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from chalicelib.screening import taxonomy
from chalicelib.screening.document import Document
from chalicelib.screening.facts import Education, Fact, Project, ResumeFacts, Source, Span, Work
from chalicelib.screening.json_resume.words import (
    DEGREES,
    FLUENCIES,
    SKILL_LEVELS,
    language_name,
)
from chalicelib.screening.masking import Guard, cover, covered, masked
from chalicelib.screening.preview import contacts_in
from chalicelib.screening.resume.sections import BULLET, passages

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
VERSION = "v1.0.0"
Entry = Work | Education | Project
Place = tuple[int, int]


@dataclass
class _Sheet:
    """What an export needs at hand: the lines for this reader, the language, the places noted."""

    texts: dict[Place, str]
    sections: dict[Place, str]
    hide: frozenset[Guard]
    chinese: bool
    spans: dict[str, dict[str, int]] = field(default_factory=dict)

    def note(self, path: str, source: Source | None) -> None:
        if source is not None:
            self.spans[path] = {
                "page": source.page, "line": source.line, "start": source.start, "end": source.end
            }  # fmt: skip

    def fact(self, path: str, fact: Fact | None) -> str:
        """A fact's value, its place noted; covered like its line."""
        if fact is None:
            return ""
        self.note(path, fact.source)
        line = self.texts.get((fact.source.page, fact.source.line))
        shown = line[fact.source.start : fact.source.end] if line is not None else ""
        return shown if "█" in shown else fact.value

    def word(self, pair: tuple[str, str]) -> str:
        return pair[0] if self.chinese else pair[1]


def export(
    document: Document,
    facts: ResumeFacts,
    hide: frozenset[Guard],
    about: Mapping[str, Any],
) -> dict[str, Any]:
    """Write facts as a JSON Resume.

    Parameters
    ----------
    document : the lines that the facts quote; an entry's own lines become its running text.
    facts : what was read; only skills that the résumé lists are given as skills.
    hide : the classes that the reader may not see: no phone and e-mail, covered words in texts.
    about : ids and versions, kept under meta.hireloop beside the places of all values.

    Returns
    -------
    A plain document of the schema's version 1.0.0 without empty fields; dates are 2018-09, or
    2018 where only years are stated; what goes on has no endDate.
    """
    known = contacts_in(facts)
    texts = {
        (x.page, x.number): cover(x.text, covered(x.text, hide, known.get((x.page, x.number), ())))
        for x in document.lines
    }
    sections = {(p.line.page, p.line.number): p.section for p in passages(document.lines)}
    chinese = any(re.search(r"[\u4e00-\u9fff]", text) for text in texts.values())
    sheet, held = _Sheet(texts, sections, hide, chinese), facts.qualifications
    entries: list[Entry] = [*held.work, *held.education, *held.projects]
    starts = sorted(map(_place, entries))
    plain = {
        "$schema": SCHEMA,
        "basics": _basics(sheet, facts, hide),
        "work": [_work(sheet, n, e, starts) for n, e in enumerate(held.work)],
        "education": [_education(sheet, n, e) for n, e in enumerate(held.education)],
        "skills": list(_skills(sheet, facts)),
        "projects": [_project(sheet, n, e, starts) for n, e in enumerate(held.projects)],
        "certificates": [
            {"name": _as_written(sheet, f"certificates[{n}].name", f, taxonomy.certificates())}
            for n, f in enumerate(held.certificates)
        ],
        "languages": list(_languages(sheet, facts)),
    }
    meta = {"version": VERSION, "hireloop": {**about, "spans": sheet.spans}}
    return {key: value for key, value in _bare(plain).items() if value} | {"meta": meta}


def _bare(plain: Any) -> Any:
    """Without empty fields, so that nothing is stated that no line states."""
    if isinstance(plain, dict):
        kept = {key: _bare(value) for key, value in plain.items()}
        return {key: value for key, value in kept.items() if value not in ("", [], {}, None)}
    return [_bare(item) for item in plain] if isinstance(plain, list) else plain


def _basics(sheet: _Sheet, facts: ResumeFacts, hide: frozenset[Guard]) -> dict[str, Any]:
    contact, city = facts.contact, facts.qualifications.city
    open_ = Guard.CONTACT not in hide
    path = "basics.location.city"
    return {
        "name": sheet.fact("basics.name", contact.name),
        "phone": sheet.fact("basics.phone", next(iter(contact.phones), None)) if open_ else "",
        "email": sheet.fact("basics.email", next(iter(contact.emails), None)) if open_ else "",
        "location": {"city": _as_written(sheet, path, city, taxonomy.cities()) if city else ""},
    }


def _as_written(sheet: _Sheet, path: str, fact: Fact, words: taxonomy.Words) -> str:
    """The résumé's own writing of a reviewed name where it stands for that name, or the name."""
    value, said = sheet.fact(path, fact), fact.source.text
    return said if value == fact.value and words.canonical(said) == fact.value else value


def _dates(span: Span | None) -> dict[str, str]:
    if span is None:
        return {}
    end = {} if span.open else {"endDate": _iso(span.end, span.exact)}
    return {"startDate": _iso(span.start, span.exact), **end}


def _iso(month: int, exact: bool) -> str:
    year, number = divmod(month, 12)
    return f"{year:04d}-{number + 1:02d}" if exact else f"{year:04d}"


def _work(sheet: _Sheet, number: int, post: Work, starts: list[Place]) -> dict[str, Any]:
    path = f"work[{number}]"
    sheet.note(path, post.source)
    summary, highlights = _told(sheet, post, starts)
    return {
        "name": sheet.fact(f"{path}.name", post.employer),
        "position": sheet.fact(f"{path}.position", post.title),
        **_dates(post.span),
        "summary": summary,
        "highlights": highlights,
    }


def _education(sheet: _Sheet, number: int, school: Education) -> dict[str, Any]:
    path = f"education[{number}]"
    sheet.note(path, school.source)
    if school.degree is not None:
        sheet.note(f"{path}.studyType", school.degree_source)
    return {
        "institution": sheet.fact(f"{path}.institution", school.school),
        "area": sheet.fact(f"{path}.area", school.major),
        "studyType": sheet.word(DEGREES[school.degree]) if school.degree is not None else "",
        **_dates(school.span),
    }


def _project(sheet: _Sheet, number: int, project: Project, starts: list[Place]) -> dict[str, Any]:
    path = f"projects[{number}]"
    sheet.note(path, project.source)
    description, highlights = _told(sheet, project, starts)
    return {
        "name": masked(project.name, sheet.hide),
        **_dates(project.span),
        "description": description,
        "highlights": highlights,
    }


def _skills(sheet: _Sheet, facts: ResumeFacts) -> Iterator[dict[str, str]]:
    listed = [s for s in facts.qualifications.skills if s.listed and not s.denials and s.mentions]
    for number, skill in enumerate(listed):
        path, source = f"skills[{number}]", skill.mentions[0]
        sheet.note(f"{path}.name", source)
        if skill.level:
            sheet.note(f"{path}.level", skill.level_source)
        said = source.text if taxonomy.canonical(source.text) == skill.name else skill.name
        yield {
            "name": said,
            "level": sheet.word(SKILL_LEVELS[skill.level]) if skill.level else "",
        }


def _languages(sheet: _Sheet, facts: ResumeFacts) -> Iterator[dict[str, str]]:
    for number, language in enumerate(facts.qualifications.languages):
        sheet.note(f"languages[{number}].language", language.source)
        said = language.source.text
        own = taxonomy.languages().canonical(said) == language.name
        yield {
            "language": said if own else language_name(language.name, chinese=sheet.chinese),
            "fluency": sheet.word(FLUENCIES[language.level]) if language.level else "",
        }


def _place(entry: Entry) -> Place:
    return entry.source.page, entry.source.line


def _told(sheet: _Sheet, entry: Work | Project, starts: list[Place]) -> tuple[str, list[str]]:
    """An entry's running text: its lines without a bullet, and those with one.

    They go from its own first line to the next entry or the end of its section.
    """
    first = _place(entry)
    after = [start for start in starts if start > first]
    named = {(f.source.page, f.source.line) for f in _named(entry)}
    section = sheet.sections.get(first, "")
    plain: list[str] = []
    bullets: list[str] = []
    for place, text in sheet.texts.items():
        inside = first < place and (not after or place < after[0])
        if not inside or place in named or sheet.sections.get(place) != section:
            continue
        bullet = BULLET.match(text)
        (bullets if bullet else plain).append(text[bullet.end() :] if bullet else text)
    return "\n".join(plain), bullets


def _named(entry: Work | Project) -> Iterator[Fact]:
    """The facts of an entry whose lines are no running text."""
    if isinstance(entry, Work):
        yield from (fact for fact in (entry.employer, entry.title) if fact)

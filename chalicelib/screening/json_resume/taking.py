"""Facts of a JSON Resume: what it states in fields, and what its running text says besides."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from chalicelib.screening import taxonomy
from chalicelib.screening.document import Line
from chalicelib.screening.facts import (
    Contact,
    Education,
    Fact,
    Language,
    Level,
    Project,
    Qualifications,
    ResumeFacts,
    Skill,
    Source,
    Span,
    Work,
)
from chalicelib.screening.json_resume.checking import JsonResume, Post, Study, Undertaking
from chalicelib.screening.json_resume.words import degree_of, level_of
from chalicelib.screening.json_resume.writing import Written, written

_INTERN = re.compile(r"实习|\bintern(?:ship)?\b|\btrainee\b", re.IGNORECASE)


def stated(
    document: JsonResume, lines: tuple[Line, ...], read: ResumeFacts, today: date
) -> ResumeFacts:
    """Put the document's own fields in the place of what was guessed from their lines.

    Parameters
    ----------
    document : checked.
    lines : those of `written` as they were read; a value that is not in them any more has no fact.
    read : facts as read from those lines; kept for what no field states (skills and claims in
        running text, availability, pay), and for sections that the document lacks.
    today : the end of what goes on, and the day by which schooling must have ended.

    Returns
    -------
    Facts whose sources quote the written lines; what has no value has no fact.
    """
    page, held = written(document).found_in(lines), read.qualifications
    own = Qualifications(
        city=_city(page) or held.city,
        education=tuple(_schools(document, page, today)) or held.education,
        work=tuple(_posts(document, page, held, today)) or held.work,
        projects=tuple(_projects(document, page, held, today)) or held.projects,
        skills=tuple(_skills(document, page, held)),
        certificates=tuple(_certificates(document, page)) or held.certificates,
        languages=tuple(_languages(document, page)) or held.languages,
    )
    names = ("city", "education", "work", "projects", "skills", "certificates", "languages")
    merged = replace(held, **{name: getattr(own, name) for name in names})
    return replace(read, contact=_contact(page), qualifications=merged)


def _contact(page: Written) -> Contact:
    phone, email = page.fact("basics.phone"), page.fact("basics.email")
    return Contact(
        page.fact("basics.name"),
        (phone,) if phone else (),
        (email,) if email else (),
    )


def _city(page: Written) -> Fact | None:
    fact = page.fact("basics.location.city")
    return replace(fact, value=taxonomy.cities().canonical(fact.value)) if fact else None


def span_of(entry: Post | Study | Undertaking, today: date) -> Span | None:
    """Months of an entry; None where its start is not stated or lies ahead."""
    if not entry.start:
        return None
    this_month = today.year * 12 + today.month - 1
    start, exact = _month(entry.start)
    if start > this_month:
        return None
    if not entry.end:
        return Span(start, this_month, exact, open=True)
    end, end_exact = _month(entry.end)
    return Span(start, max(start, end), exact and end_exact)


def _month(iso: str) -> tuple[int, bool]:
    parts = iso.split("-")
    month = int(parts[1]) - 1 if len(parts) > 1 else 0
    return int(parts[0]) * 12 + month, len(parts) > 1


def _schools(document: JsonResume, page: Written, today: date) -> Iterator[Education]:
    this_month = today.year * 12 + today.month - 1
    for number, entry in enumerate(document.education):
        path = f"education[{number}]"
        if path not in page.rows:
            continue
        span, degree = span_of(entry, today), degree_of(entry.study_type)
        yield Education(
            page.first_line(path),
            school=page.fact(f"{path}.institution"),
            degree=degree,
            degree_source=page.places.get(f"{path}.studyType") if degree else None,
            major=page.fact(f"{path}.area"),
            span=span,
            completed=span is None or not (span.open or span.end > this_month),
        )


def _posts(
    document: JsonResume, page: Written, read: Qualifications, today: date
) -> Iterator[Work]:
    for number, entry in enumerate(document.work):
        path = f"work[{number}]"
        if path in page.rows:
            yield Work(
                page.first_line(path),
                employer=page.fact(f"{path}.name"),
                title=page.fact(f"{path}.position"),
                span=span_of(entry, today),
                internship=bool(_INTERN.search(entry.position)),
                skills=_named_within(page.rows[path], read),
            )


def _projects(
    document: JsonResume, page: Written, read: Qualifications, today: date
) -> Iterator[Project]:
    for number, entry in enumerate(document.projects):
        path = f"projects[{number}]"
        name = page.fact(f"{path}.name")
        if path in page.rows and name:
            yield Project(
                page.first_line(path),
                name.value,
                span=span_of(entry, today),
                skills=_named_within(page.rows[path], read),
            )


def _named_within(rows: tuple[int, int], read: Qualifications) -> tuple[Fact, ...]:
    """The skills that were read in an entry's own lines, each once."""
    named: dict[str, Fact] = {}
    used = [*(post.skills for post in read.work), *(each.skills for each in read.projects)]
    for fact in (fact for facts in used for fact in facts):
        if rows[0] <= fact.source.line <= rows[1]:
            named.setdefault(fact.value, fact)
    for skill in read.skills:
        for source in skill.mentions:
            if rows[0] <= source.line <= rows[1]:
                named.setdefault(skill.name, Fact(skill.name, source))
    return tuple(named.values())


def _skills(document: JsonResume, page: Written, read: Qualifications) -> Iterator[Skill]:
    """Skills by their fields first; then those that only running text or keywords name."""
    of_name = {skill.name: skill for skill in read.skills}
    own: dict[str, Skill] = {}
    for number, entry in enumerate(document.skills):
        source = page.places.get(f"skills[{number}].name")
        if source is None:
            continue
        name, level = taxonomy.canonical(source.text), level_of(entry.level)
        said = page.places.get(f"skills[{number}].level") if level else None
        where = page.between(source, said) if said else None
        known = of_name.get(name) or Skill(name, Level.UNSTATED, ())
        mentions = (source, *(m for m in known.mentions if not _same_words(m, source)))
        if name not in own or level > own[name].level:
            own[name] = replace(
                known, level=level, level_source=where, mentions=mentions, listed=True
            )
    yield from own.values()
    spent = [page.places[path] for path in page.places if path.startswith("skills[")]
    for skill in read.skills:
        inside = [m for m in skill.mentions if any(_same_words(m, s) for s in spent)]
        if skill.name not in own and (len(inside) < len(skill.mentions) or skill.denials):
            yield skill


def _same_words(one: Source, other: Source) -> bool:
    return one.line == other.line and one.start < other.end and other.start < one.end


def _certificates(document: JsonResume, page: Written) -> Iterator[Fact]:
    known: dict[str, Fact] = {}
    for number in range(len(document.certificates)):
        fact = page.fact(f"certificates[{number}].name")
        if fact:
            name = taxonomy.certificates().canonical(fact.value)
            known.setdefault(name, replace(fact, value=name))
    yield from known.values()


def _languages(document: JsonResume, page: Written) -> Iterator[Language]:
    known: dict[str, Language] = {}
    for number, entry in enumerate(document.languages):
        fact = page.fact(f"languages[{number}].language")
        if fact:
            name, level = taxonomy.languages().canonical(fact.value), level_of(entry.fluency)
            known.setdefault(name, Language(name, level, fact.source))
    yield from known.values()

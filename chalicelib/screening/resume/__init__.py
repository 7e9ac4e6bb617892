"""A résumé's lines become facts; each fact points at the line it was read from.

The first version is a transparent rule: headings, patterns and word lists, no trained model.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from chalicelib.screening.document import Line
from chalicelib.screening.facts import (
    Education,
    Fact,
    Language,
    Level,
    Qualifications,
    ResumeFacts,
)
from chalicelib.screening.resume import sections
from chalicelib.screening.resume.contacts import read_cities, read_contact
from chalicelib.screening.resume.education import degree_in, read_education
from chalicelib.screening.resume.history import read_projects, read_work
from chalicelib.screening.resume.lexicon import CERTIFICATES, LANGUAGES, LEVEL_WORDS
from chalicelib.screening.resume.sections import HEADER, Passage
from chalicelib.screening.resume.skills import find_skills, find_stated

READER_VERSION = "resume-rules-1"
# More schools or posts than this are no résumé; the limit keeps a result within one record.
MAX_ENTRIES = 30
_TELLS_LANGUAGES = (HEADER, "languages", "skills", "certificates", "summary")
_TELLS_CERTIFICATES = (*_TELLS_LANGUAGES, "other", "education")
_TELLS_SKILLS = ("skills", "summary", "work", "project", "certificates", "other", "languages")
_LABELLED_DEGREE = re.compile(
    r"(?:最高)?学历\s*[::]?\s*|highest (?:degree|qualification)\s*:\s*", re.IGNORECASE
)
_NATIVE = re.compile(r"母语|native|mother tongue", re.IGNORECASE)
_CANCELLED = re.compile(
    r"未(?:通过|取得|获得)|没有(?:通过|取得)?|备考|准备考|"
    r"not (?:yet )?(?:passed|obtained)|preparing",
    re.IGNORECASE,
)


def read_facts(
    lines: tuple[Line, ...], *, today: date, look_for: tuple[str, ...] = ()
) -> ResumeFacts:
    """Read what a résumé states.

    Parameters
    ----------
    lines : the file's lines.
    today : the day that 至今 and 'present' mean.
    look_for : skills that the requisition names, found even where the lexicon lacks them.

    Returns
    -------
    Facts with their quotations. Age, gender, marriage and pictures are not read at all.
    """
    found = sections.passages(lines)
    home, wished = read_cities(found)
    tells = sections.of(found, *_TELLS_SKILLS) or sections.of(found, HEADER)
    qualifications = Qualifications(
        city=home,
        desired_cities=wished,
        education=_education(found, today)[:MAX_ENTRIES],
        work=read_work(sections.of(found, "work"), today, look_for)[:MAX_ENTRIES],
        projects=read_projects(sections.of(found, "project"), today, look_for)[:MAX_ENTRIES],
        skills=find_skills(tells, look_for),
        stated=find_stated(sections.of(found, HEADER, "summary", "skills", "other"), look_for)[
            :MAX_ENTRIES
        ],
        certificates=_certificates(found)[:MAX_ENTRIES],
        languages=_languages(sections.of(found, *_TELLS_LANGUAGES)),
        sections=tuple(dict.fromkeys(p.section for p in found)),
    )
    return ResumeFacts(read_contact(found), qualifications)


def _education(found: tuple[Passage, ...], today: date) -> tuple[Education, ...]:
    schools = read_education(sections.of(found, "education"), today)
    if any(school.degree for school in schools):
        return schools
    return (*schools, *_labelled_degrees(sections.of(found, HEADER, "contact")))


def _labelled_degrees(found: tuple[Passage, ...]) -> Iterator[Education]:
    for passage in found:
        label = _LABELLED_DEGREE.search(passage.line.text)
        if label is None:
            continue
        whole = replace(passage, offset=0)
        degree = degree_in(whole.text[label.end() : label.end() + 16])
        if degree:
            quote = whole.quote(label.start(), label.end() + degree[2])
            yield Education(quote, degree=degree[0], degree_source=quote)


def _certificates(found: tuple[Passage, ...]) -> tuple[Fact, ...]:
    first: dict[str, Fact] = {}
    for passage in sections.of(found, *_TELLS_CERTIFICATES):
        for fact in _known_certificates(passage):
            first.setdefault(fact.value, fact)
    for passage in sections.of(found, "certificates"):
        for match in re.finditer(r"[^,、;;]+", passage.text):
            token = match.group().strip(" ·•-")
            covered = any(f.source.text.lower() in token.lower() for f in first.values())
            if 2 <= len(token) <= 60 and not covered and not _CANCELLED.search(token):
                first.setdefault(token, Fact(token, passage.quote(*match.span())))
    return tuple(first.values())


def _known_certificates(passage: Passage) -> Iterator[Fact]:
    for clause in re.finditer(r"[^,。、;;]+", passage.text):
        lowered = clause.group().lower()
        if _CANCELLED.search(lowered):
            continue
        for name, forms in CERTIFICATES.items():
            form = next((f for f in sorted(forms, key=len, reverse=True) if f in lowered), None)
            if form:
                at = clause.start() + lowered.index(form)
                yield Fact(name, passage.quote(at, at + len(form)))


def _languages(found: tuple[Passage, ...]) -> tuple[Language, ...]:
    best: dict[str, Language] = {}
    for passage in found:
        for clause in re.finditer(r"[^,。、;;|]+", passage.text):
            for language in _languages_in(passage, clause):
                known = best.get(language.name)
                if known is None or language.level > known.level:
                    best[language.name] = language
    return tuple(best.values())


def _languages_in(passage: Passage, clause: re.Match[str]) -> Iterator[Language]:
    lowered = clause.group().lower()
    for name, forms in LANGUAGES.items():
        if any(re.search(rf"\b{f}\b" if f.isascii() else f, lowered) for f in forms):
            yield Language(name, _language_level(lowered), passage.quote(*clause.span()))
    if "英语" not in lowered and re.search(r"cet-?[46]|ielts|toefl|雅思|托福", lowered):
        yield Language("英语", _language_level(lowered), passage.quote(*clause.span()))


def _language_level(text: str) -> Level:
    if _NATIVE.search(text):
        return Level.EXPERT
    if re.search(r"cet-?6|六级|专八|雅思\s*7|ielts\s*7|托福\s*1\d\d|二级甲等|一级", text):
        return Level.PROFICIENT
    if re.search(r"cet-?4|四级|二级乙等", text):
        return Level.FAMILIAR
    levels = [level for word, level in LEVEL_WORDS.items() if word in text]
    return max(levels, default=Level.UNSTATED)

"""A résumé as it was read, with a mark at every word that a fact or a verdict rests on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from chalicelib.screening.criteria import Finding
from chalicelib.screening.document import Document, Notice
from chalicelib.screening.facts import Fact, Qualifications, ResumeFacts, Skill, Source
from chalicelib.screening.masking import Covered, Guard, cover, covered, masked

EVIDENCE = "evidence"


@dataclass(frozen=True)
class Mark:
    """Words of a line and what was made of them.

    kind is name, phone, email, city, education, work, project, skill, denial, stated, certificate,
    language, availability, relocation, salary, or evidence: then criterion_id and verdict
    say of what. Characters start to end (end excluded) of a numbered line of a page.
    """

    kind: str
    page: int
    line: int
    start: int
    end: int
    value: str = ""
    criterion_id: str = ""
    verdict: str = ""


@dataclass(frozen=True)
class ShownLine:
    """One line for a reader; words that they may not see are blocks, covered says why."""

    page: int
    number: int
    emphasis: int
    text: str
    covered: tuple[Covered, ...] = ()


@dataclass(frozen=True)
class Preview:
    """The whole résumé for one reader."""

    lines: tuple[ShownLine, ...]
    marks: tuple[Mark, ...]
    notices: tuple[Notice, ...]


def preview(
    document: Document,
    facts: ResumeFacts,
    findings: Iterable[Finding],
    hide: frozenset[Guard] = frozenset(Guard),
) -> Preview:
    """Lay facts and verdicts over the lines that they rest on.

    Parameters
    ----------
    document : the lines as they were read.
    facts, findings : what was made of them; their sources quote those lines.
    hide : the classes that the reader may not see; all of them unless told.

    Returns
    -------
    Preview. Marks stand in reading order; one whose line is not there, or whose every word is
    covered, is left out. A notice's words are covered like a line's.
    """
    own = () if Guard.CONTACT in hide else tuple(_contact_spans(facts))
    known = contacts_in(facts)
    kept = {
        (x.page, x.number): _shown(x.text, hide, known.get((x.page, x.number), ()))
        for x in document.lines
    }
    lines = tuple(
        ShownLine(x.page, x.number, int(x.emphasis), *kept[x.page, x.number])
        for x in document.lines
    )
    found = [*own, *_held(facts.qualifications), *_evidence(findings)]
    return Preview(
        lines,
        tuple(sorted(filter(None, (_seen(m, kept) for m in found)), key=_place)),
        tuple(replace(n, text=masked(n.text, hide)) for n in document.notices),
    )


def contacts_in(facts: ResumeFacts) -> dict[tuple[int, int], list[Covered]]:
    """Where numbers and addresses that were read stand, by page and line, however written."""
    found: dict[tuple[int, int], list[Covered]] = {}
    for fact in (*facts.contact.phones, *facts.contact.emails):
        own = fact.source
        span = Covered(own.start, own.end, Guard.CONTACT)
        found.setdefault((own.page, own.line), []).append(span)
    return found


def _shown(
    text: str, hide: frozenset[Guard], known: Iterable[Covered]
) -> tuple[str, tuple[Covered, ...]]:
    spans = covered(text, hide, known)
    return cover(text, spans), spans


def _seen(mark: Mark, lines: dict[tuple[int, int], tuple[str, tuple[Covered, ...]]]) -> Mark | None:
    known = lines.get((mark.page, mark.line))
    if known is None:
        return None
    text, spans = known
    start, end = max(0, mark.start), min(mark.end, len(text))
    hidden = {at for span in spans for at in range(span.start, span.end)}
    if start >= end or hidden.issuperset(range(start, end)):
        return None
    # A value may repeat the words; the words alone are shown where some of them are covered.
    whole = hidden.isdisjoint(range(start, end))
    return replace(mark, start=start, end=end, value=mark.value if whole else "")


def _place(mark: Mark) -> tuple[int, int, int, int, str]:
    return mark.page, mark.line, mark.start, -mark.end, mark.kind


def _mark(kind: str, source: Source | None, value: str = "") -> Iterator[Mark]:
    if source is not None:
        yield Mark(kind, source.page, source.line, source.start, source.end, value)


def _fact(kind: str, fact: Fact | None) -> Iterator[Mark]:
    if fact is not None:
        yield from _mark(kind, fact.source, fact.value)


def _contact_spans(facts: ResumeFacts) -> Iterator[Mark]:
    yield from _fact("name", facts.contact.name)
    for kind, several in (("phone", facts.contact.phones), ("email", facts.contact.emails)):
        for fact in several:
            yield from _fact(kind, fact)


def _held(held: Qualifications) -> Iterator[Mark]:
    for city in (held.city, *held.desired_cities):
        yield from _fact("city", city)
    yield from _entries(held)
    for skill in held.skills:
        yield from _skill(skill)
    yield from _claims(held)


def _skill(skill: Skill) -> Iterator[Mark]:
    for kind, sources in (("skill", skill.mentions), ("denial", skill.denials)):
        for source in sources:
            yield from _mark(kind, source, skill.name)


def _claims(held: Qualifications) -> Iterator[Mark]:
    for claim in held.stated:
        yield from _mark("stated", claim.source, claim.about)
    for certificate in held.certificates:
        yield from _fact("certificate", certificate)
    for language in held.languages:
        yield from _mark("language", language.source, language.name)
    for kind in ("availability", "relocation", "salary"):
        said = getattr(held, kind)
        yield from _mark(kind, said.source if said else None)


def _entries(held: Qualifications) -> Iterator[Mark]:
    for school in held.education:
        facts = [f for f in (school.school, school.major) if f]
        for fact in facts:
            yield from _fact("education", fact)
        yield from _mark("education", school.degree_source)
        if not facts and school.degree_source is None:
            yield from _mark("education", school.source)
    for post in held.work:
        named = [f for f in (post.employer, post.title) if f]
        for fact in named:
            yield from _fact("work", fact)
        if not named:
            yield from _mark("work", post.source)
    for project in held.projects:
        yield from _mark("project", project.source, project.name)


def _evidence(findings: Iterable[Finding]) -> Iterator[Mark]:
    for finding in findings:
        for source in finding.evidence:
            for mark in _mark(EVIDENCE, source):
                yield replace(
                    mark, criterion_id=finding.criterion_id, verdict=finding.verdict.value
                )

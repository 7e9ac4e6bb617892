"""Rules about degrees, certificates and languages, and what would meet them."""

from collections.abc import Iterator
from dataclasses import replace

from chalicelib.screening import criteria, taxonomy
from chalicelib.screening.certificates import holds, shown_by_test
from chalicelib.screening.criteria import Criterion, Finding, Remedy, Verdict, rule
from chalicelib.screening.facts import (
    Degree,
    Education,
    Fact,
    Language,
    Level,
    Qualifications,
)
from chalicelib.screening.matching import LEVEL_NAMES, found, least_level, texts_of
from chalicelib.screening.remedies import IMAGINED

DEGREE_NAMES = {
    Degree.JUNIOR: ("初中", "junior secondary school"),
    Degree.SECONDARY: ("高中", "secondary school"),
    Degree.ASSOCIATE: ("大专", "associate degree"),
    Degree.BACHELOR: ("本科", "bachelor's degree"),
    Degree.MASTER: ("硕士", "master's degree"),
    Degree.DOCTORATE: ("博士", "doctorate"),
}


def _least_degree(criterion: Criterion) -> Degree:
    return Degree[str(criterion.params["degree"]).upper()]


def could_graduate(criterion: Criterion, held: Qualifications) -> Iterator[Remedy]:
    """Imagine the schooling under way completed, or the degree stated."""
    least = _least_degree(criterion)
    zh, en = DEGREE_NAMES[least]
    for number, own in enumerate(held.education):
        if own.degree is not None and own.degree >= least and not own.completed:
            done = list(held.education)
            done[number] = replace(own, completed=True)
            going_zh, going_en = DEGREE_NAMES[own.degree]
            words = {"zh": f"如果{going_zh}毕业", "en": f"If the {going_en} were completed"}
            yield Remedy(replace(held, education=tuple(done)), words)
    words = {"zh": f"如果简历写明{zh}学历", "en": f"If a completed {en} were stated"}
    fresh = Education(IMAGINED, degree=least, degree_source=IMAGINED)
    yield Remedy(replace(held, education=(*held.education, fresh)), words)


@rule("degree", {"degree": criteria.degree}, remedies=could_graduate)
def has_degree(criterion: Criterion, held: Qualifications) -> Finding:
    """Ask for a completed degree of at least a rank; one still going on is unknown, not failed."""
    least = _least_degree(criterion)
    degrees = [
        (e.degree, e.completed, e.degree_source or e.source)
        for e in held.education
        if e.degree is not None
    ]
    if not degrees:
        return found(criterion, Verdict.UNKNOWN, "简历没有写学历", "The résumé states no degree")
    best, done, source = max(degrees, key=lambda d: (d[1] and d[0] >= least, d[0]))
    zh, en = DEGREE_NAMES[best]
    if best >= least and done:
        return found(criterion, Verdict.MET, f"学历：{zh}", f"Holds: {en}", evidence=(source,))
    if best >= least:
        return found(
            criterion,
            Verdict.UNKNOWN,
            f"{zh}在读，尚未毕业",
            f"The {en} is not completed yet",
            evidence=(source,),
        )
    return found(
        criterion, Verdict.NOT_MET, f"最高学历：{zh}", f"Highest degree: {en}", evidence=(source,)
    )


def could_certify(criterion: Criterion, held: Qualifications) -> Iterator[Remedy]:
    """Imagine the certificate listed."""
    wanted = str(criterion.params["certificate"])
    words = {"zh": f"如果简历列出{wanted}", "en": f"If {wanted} were listed"}
    listed = (*held.certificates, Fact(wanted, IMAGINED))
    yield Remedy(replace(held, certificates=listed), words)


@rule(
    "certificate",
    {"certificate": criteria.text},
    {"alternatives": criteria.texts},
    remedies=could_certify,
)
def has_certificate(criterion: Criterion, held: Qualifications) -> Finding:
    """Ask for a certificate or an alternative, in any way of writing, or one that covers it."""
    wanted = str(criterion.params["certificate"])
    enough = (wanted, *texts_of(criterion, "alternatives"))
    own = next((c for c in held.certificates if any(holds(c.value, n) for n in enough)), None)
    if own:
        return found(
            criterion, Verdict.MET, f"持有{own.value}", f"Holds {own.value}", evidence=(own.source,)
        )
    if _lists_certificates(held):
        return found(
            criterion,
            Verdict.NOT_MET,
            f"简历列出了证书，其中没有{wanted}",
            f"The résumé lists certificates, but not {wanted}",
        )
    return found(
        criterion, Verdict.UNKNOWN, f"简历没有提到{wanted}", f"The résumé does not mention {wanted}"
    )


def _lists_certificates(held: Qualifications) -> bool:
    """A language test in passing is no list of certificates."""
    papers = [own for own in held.certificates if shown_by_test(own.value) is None]
    return "certificates" in held.sections or bool(papers)


def could_speak(criterion: Criterion, held: Qualifications) -> Iterator[Remedy]:
    """Imagine the language stated, then stated at the level asked for."""
    name, least = _language(criterion), least_level(criterion)
    others = tuple(own for own in held.languages if own.name != name)
    zh, en = LEVEL_NAMES[least]
    of_level = (f"，程度为{zh}", f" at the level {en}") if least else ("", "")
    words = {
        "zh": f"如果简历写明会{name}{of_level[0]}",
        "en": f"If {name} were stated{of_level[1]}",
    }
    yield Remedy(replace(held, languages=(*others, Language(name, least, IMAGINED))), words)


def _language(criterion: Criterion) -> str:
    return taxonomy.languages().canonical(str(criterion.params["language"]))


@rule("language", {"language": criteria.text}, {"level": criteria.level}, remedies=could_speak)
def has_language(criterion: Criterion, held: Qualifications) -> Finding:
    """Ask for a spoken language, at a level where one is given; a test's result shows a level."""
    wanted, least = _language(criterion), least_level(criterion)
    own = max(_spoken(wanted, held), key=lambda x: x.level, default=None)
    if own is None:
        verdict = Verdict.NOT_MET if _lists_languages(held) else Verdict.UNKNOWN
        return found(
            criterion, verdict, f"简历没有提到{wanted}", f"The résumé does not mention {wanted}"
        )
    if own.level >= least:
        return found(
            criterion,
            Verdict.MET,
            f"简历写明“{own.source.text}”",
            f"The résumé states “{own.source.text}”",
            evidence=(own.source,),
        )
    verdict = Verdict.UNKNOWN if own.level is Level.UNSTATED else Verdict.NOT_MET
    return found(
        criterion,
        verdict,
        f"简历只写明“{own.source.text}”",
        f"The résumé states only “{own.source.text}”",
        evidence=(own.source,),
    )


def _lists_languages(held: Qualifications) -> bool:
    """A section of its own, or several languages in one line."""
    named = {(own.source.page, own.source.line, own.name) for own in held.languages}
    return "languages" in held.sections or len({place[:2] for place in named}) < len(named)


def _spoken(wanted: str, held: Qualifications) -> Iterator[Language]:
    for own in held.languages:
        if taxonomy.languages().canonical(own.name) == wanted:
            test = shown_by_test(own.source.text)
            yield replace(own, level=max(own.level, test[1])) if test and test[0] == wanted else own
    for certificate in held.certificates:
        for text in (certificate.value, certificate.source.text):
            test = shown_by_test(text)
            if test and test[0] == wanted:
                yield Language(wanted, test[1], certificate.source)

"""Screening rules: each is one function of a criterion and the qualifications, nothing else.

A rule sees no name, contact, age, gender or picture, because `Qualifications` holds none.
"""

from chalicelib.screening import criteria
from chalicelib.screening.criteria import (
    RULES,
    Criterion,
    Finding,
    Importance,
    InvalidCriterion,
    Text2,
    Verdict,
    rule,
    validate_criteria,
)
from chalicelib.screening.facts import Degree, Level, Qualifications, Work
from chalicelib.screening.matching import by_tenure, by_use, found, least_level, match_skill
from chalicelib.screening.tenure import Tenure

__all__ = [
    "RULES",
    "RULES_VERSION",
    "Criterion",
    "Finding",
    "Importance",
    "InvalidCriterion",
    "Text2",
    "Verdict",
    "decide",
    "rule",
    "skills_named",
    "validate_criteria",
]

RULES_VERSION = "screening-rules-1"
_DEGREE_NAMES = {
    Degree.SECONDARY: ("高中", "secondary school"),
    Degree.ASSOCIATE: ("大专", "associate degree"),
    Degree.BACHELOR: ("本科", "bachelor's degree"),
    Degree.MASTER: ("硕士", "master's degree"),
    Degree.DOCTORATE: ("博士", "doctorate"),
}


def decide(wanted: tuple[Criterion, ...], held: Qualifications) -> tuple[Finding, ...]:
    """Apply each criterion's rule.

    Parameters
    ----------
    wanted : criteria from `validate_criteria`.
    held : the part of a résumé that counts.

    Returns
    -------
    One finding per criterion, in the same order.
    """
    return tuple(RULES[criterion.rule].decide(criterion, held) for criterion in wanted)


def skills_named(wanted: tuple[Criterion, ...]) -> tuple[str, ...]:
    """List the skills that criteria ask for, so that reading looks for each of them."""
    return tuple(str(c.params["skill"]) for c in wanted if "skill" in c.params)


@rule("skill", {"skill": criteria.text}, {"level": criteria.level})
def has_skill(criterion: Criterion, held: Qualifications) -> Finding:
    """Ask for a skill, at a level where one is given; Django shows Python, Flask never Django."""
    return match_skill(criterion, held)


@rule("degree", {"degree": criteria.degree})
def has_degree(criterion: Criterion, held: Qualifications) -> Finding:
    """Ask for a completed degree of at least a rank; one still going on is unknown, not failed."""
    least = Degree[str(criterion.params["degree"]).upper()]
    degrees = [
        (e.degree, e.completed, e.degree_source or e.source) for e in held.education if e.degree
    ]
    if not degrees:
        return found(criterion, Verdict.UNKNOWN, "简历没有写学历", "The résumé states no degree")
    best, done, source = max(degrees, key=lambda d: (d[1] and d[0] >= least, d[0]))
    zh, en = _DEGREE_NAMES[best]
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


@rule("experience-years", {"years": criteria.years})
def has_experience(criterion: Criterion, held: Qualifications) -> Finding:
    """Ask for years in posts, overlaps counted once, internships only as a doubt."""
    return by_tenure(criterion, Tenure.of_posts(held.work, held.stated, ""))


@rule("role-years", {"role": criteria.texts, "years": criteria.years})
def has_role(criterion: Criterion, held: Qualifications) -> Finding:
    """Ask for years in posts whose title carries one of some words."""
    words = [str(word).lower() for word in criterion.params["role"]]  # type: ignore[union-attr]

    def fits(post: Work) -> bool:
        return post.title is not None and any(word in post.title.value.lower() for word in words)

    untitled = any(post.title is None for post in held.work)
    tenure = Tenure.of_posts(tuple(filter(fits, held.work)), (), "")
    if not tenure.spans and held.work and not untitled:
        return found(
            criterion,
            Verdict.NOT_MET,
            "简历中没有该类岗位的经历",
            "No post of this kind is stated",
            evidence=tuple(post.source for post in held.work),
        )
    return by_tenure(criterion, tenure)


@rule("skill-years", {"skill": criteria.text, "years": criteria.years})
def has_skill_years(criterion: Criterion, held: Qualifications) -> Finding:
    """Ask for years of dated posts and projects whose own lines name a skill."""
    return by_use(criterion, held)


@rule("project-years", {"years": criteria.years}, {"skill": criteria.text})
def has_project_years(criterion: Criterion, held: Qualifications) -> Finding:
    """Ask for years of project work, with a skill where one is given."""
    if "skill" in criterion.params:
        return by_use(criterion, held)
    return by_tenure(criterion, Tenure.of_projects(held.projects, held.stated))


@rule("certificate", {"certificate": criteria.text})
def has_certificate(criterion: Criterion, held: Qualifications) -> Finding:
    """Ask for a certificate by name."""
    wanted = str(criterion.params["certificate"])
    own = next((c for c in held.certificates if wanted.lower() in c.value.lower()), None)
    if own:
        return found(
            criterion, Verdict.MET, f"持有{own.value}", f"Holds {own.value}", evidence=(own.source,)
        )
    if "certificates" in held.sections:
        return found(
            criterion,
            Verdict.NOT_MET,
            f"简历列出了证书，其中没有{wanted}",
            f"The résumé lists certificates, but not {wanted}",
        )
    return found(
        criterion, Verdict.UNKNOWN, f"简历没有提到{wanted}", f"The résumé does not mention {wanted}"
    )


@rule("language", {"language": criteria.text}, {"level": criteria.level})
def has_language(criterion: Criterion, held: Qualifications) -> Finding:
    """Ask for a spoken language, at a level where one is given."""
    wanted, least = str(criterion.params["language"]), least_level(criterion)
    own = next((x for x in held.languages if x.name == wanted), None)
    if own is None:
        listed = "languages" in held.sections
        verdict = Verdict.NOT_MET if listed else Verdict.UNKNOWN
        return found(
            criterion, verdict, f"简历没有提到{wanted}", f"The résumé does not mention {wanted}"
        )
    if own.level >= least:
        return found(
            criterion,
            Verdict.MET,
            f"简历写明{own.source.text}",
            f"The résumé states {own.source.text}",
            evidence=(own.source,),
        )
    verdict = Verdict.UNKNOWN if own.level is Level.UNSTATED else Verdict.NOT_MET
    return found(
        criterion,
        verdict,
        f"简历只写明{own.source.text}",
        f"The résumé states only {own.source.text}",
        evidence=(own.source,),
    )


@rule("location", {"cities": criteria.texts})
def is_located(criterion: Criterion, held: Qualifications) -> Finding:
    """Ask for a home or a wish in some cities; living elsewhere without a wish is unknown."""
    cities = [str(city) for city in criterion.params["cities"]]  # type: ignore[union-attr]
    places = [*([held.city] if held.city else []), *held.desired_cities]
    fitting = next((place for place in places if place.value in cities), None)
    if fitting:
        return found(
            criterion,
            Verdict.MET,
            f"所在或期望城市：{fitting.value}",
            f"Lives in or wants {fitting.value}",
            evidence=(fitting.source,),
        )
    evidence = tuple(place.source for place in places)
    if held.desired_cities:
        return found(
            criterion,
            Verdict.NOT_MET,
            "期望城市不在范围内",
            "Wants other cities",
            evidence=evidence,
        )
    return found(
        criterion,
        Verdict.UNKNOWN,
        "简历没有写是否愿意到该城市工作",
        "The résumé does not say whether they would work there",
        evidence=evidence,
    )

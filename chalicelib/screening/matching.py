"""How a rule compares what is asked with what a résumé shows, and words its finding."""

import math

from chalicelib.screening.criteria import Criterion, Finding, Verdict
from chalicelib.screening.facts import Level, Qualifications, Skill, Source
from chalicelib.screening.resume.lexicon import IMPLIES
from chalicelib.screening.resume.skills import canonical
from chalicelib.screening.tenure import Tenure, in_months, judge, use_of

# HR decision: a skill used in dated posts this long counts as held at the level of 熟练.
USE_SHOWS_PROFICIENT_MONTHS = 24
_LEVEL_NAMES = {
    Level.BASIC: ("了解", "basic"),
    Level.FAMILIAR: ("熟悉", "familiar"),
    Level.PROFICIENT: ("熟练", "proficient"),
    Level.EXPERT: ("精通", "expert"),
}


def found(
    criterion: Criterion, verdict: Verdict, zh: str, en: str, *, evidence: tuple[Source, ...] = ()
) -> Finding:
    """Word a finding in zh and en with the lines behind it."""
    return Finding(criterion.criterion_id, verdict, {"zh": zh, "en": en}, evidence)


def least_level(criterion: Criterion) -> Level:
    """Give the level that a criterion asks for, UNSTATED where it asks for none."""
    return Level[str(criterion.params.get("level", "unstated")).upper()]


def match_skill(criterion: Criterion, held: Qualifications) -> Finding:
    """Look for a skill, or one that needs it, and compare the level where one is asked for."""
    wanted = canonical(str(criterion.params["skill"]))
    own = next((s for s in held.skills if s.name == wanted), None)
    if own and own.denials:
        return _denied(criterion, own)
    showing = [
        s for s in held.skills if s.mentions and wanted in (s.name, *IMPLIES.get(s.name, ()))
    ]
    if not showing:
        return _skill_absent(criterion, held, wanted)
    # What the résumé says of the skill itself outweighs what another skill lets us infer.
    stated = own if own and own.level is not Level.UNSTATED else None
    best = stated or max(showing, key=lambda s: (s.level, s.name == wanted))
    evidence = tuple(s for s in (best.level_source, best.mentions[0]) if s)[:1]
    least = least_level(criterion)
    if best.level >= least:
        return found(
            criterion,
            Verdict.MET,
            f"简历写明{evidence[0].text}",
            f"The résumé states {evidence[0].text}",
            evidence=evidence,
        )
    if best.level is not Level.UNSTATED:
        zh, en = _LEVEL_NAMES[best.level]
        return found(
            criterion,
            Verdict.NOT_MET,
            f"简历写明{wanted}的程度为{zh}",
            f"The résumé puts {wanted} at {en}",
            evidence=evidence,
        )
    return _level_by_use(criterion, held, wanted, evidence)


def _denied(criterion: Criterion, skill: Skill) -> Finding:
    if skill.mentions:
        return found(
            criterion,
            Verdict.UNKNOWN,
            f"简历对{skill.name}的说法前后不一",
            f"The résumé contradicts itself about {skill.name}",
            evidence=(*skill.denials, skill.mentions[0]),
        )
    return found(
        criterion,
        Verdict.NOT_MET,
        f"简历写明{skill.denials[0].text}",
        f"The résumé says {skill.denials[0].text}",
        evidence=skill.denials,
    )


def _skill_absent(criterion: Criterion, held: Qualifications, wanted: str) -> Finding:
    if held.skills or "skills" in held.sections:
        return found(
            criterion,
            Verdict.NOT_MET,
            f"简历列出了技能，其中没有{wanted}",
            f"The résumé names skills, but not {wanted}",
        )
    return found(criterion, Verdict.UNKNOWN, "简历没有写技能", "The résumé names no skills")


def _level_by_use(
    criterion: Criterion, held: Qualifications, wanted: str, evidence: tuple[Source, ...]
) -> Finding:
    use = use_of(wanted, held)
    if use.months >= USE_SHOWS_PROFICIENT_MONTHS and least_level(criterion) <= Level.PROFICIENT:
        return found(
            criterion,
            Verdict.MET,
            f"工作中使用{wanted}共{use.months}个月",
            f"Used {wanted} at work for {use.months} months",
            evidence=use.evidence,
        )
    return found(
        criterion,
        Verdict.UNKNOWN,
        f"简历提到{wanted}，但没有写熟练程度",
        f"The résumé names {wanted} without saying how well",
        evidence=evidence,
    )


def by_tenure(criterion: Criterion, tenure: Tenure) -> Finding:
    """Compare a tenure with the years asked for and say how long it is."""
    needed = math.ceil(float(str(criterion.params["years"])) * 12 - 1e-9)
    verdict = judge(tenure, needed)
    shown, asked = in_months(tenure.shown_months), in_months(needed)
    if verdict is Verdict.UNKNOWN:
        return found(
            criterion,
            verdict,
            f"简历不足以判断是否满{asked[0]}：{tenure.doubt(needed)[0]}",
            f"The résumé does not settle whether it is {asked[1]}: {tenure.doubt(needed)[1]}",
            evidence=tenure.evidence,
        )
    zh, en = ("满", "meets") if verdict is Verdict.MET else ("不满", "is under")
    return found(
        criterion,
        verdict,
        f"共{shown[0]}，{zh}{asked[0]}",
        f"{shown[1]} in all, which {en} {asked[1]}",
        evidence=tenure.evidence,
    )


def by_use(criterion: Criterion, held: Qualifications) -> Finding:
    """Compare the dated use of a skill with the years asked for."""
    wanted = canonical(str(criterion.params["skill"]))
    absent = match_skill(Criterion("", "skill", criterion.importance, {"skill": wanted}, {}), held)
    if absent.verdict is Verdict.NOT_MET:
        return found(
            criterion,
            Verdict.NOT_MET,
            absent.reason["zh"],
            absent.reason["en"],
            evidence=absent.evidence,
        )
    return by_tenure(criterion, use_of(wanted, held))

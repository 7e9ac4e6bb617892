"""How a rule compares what is asked with what a résumé shows, and words its finding."""

import math
from dataclasses import replace

from chalicelib.screening import neighbours, taxonomy
from chalicelib.screening.criteria import Criterion, Finding, Suggestion, Verdict
from chalicelib.screening.facts import Level, Qualifications, Skill, Source
from chalicelib.screening.tenure import Tenure, in_months, judge, use_of

# HR decision: a skill used in dated posts this long counts as held at the level of 熟练.
USE_SHOWS_PROFICIENT_MONTHS = 24
LEVEL_NAMES = {
    Level.UNSTATED: ("会", "held"),
    Level.BASIC: ("了解", "basic"),
    Level.FAMILIAR: ("熟悉", "familiar"),
    Level.PROFICIENT: ("熟练", "proficient"),
    Level.EXPERT: ("精通", "expert"),
}
_RANK = {Verdict.MET: 0, Verdict.UNKNOWN: 1, Verdict.NOT_MET: 2}


def found(
    criterion: Criterion, verdict: Verdict, zh: str, en: str, *, evidence: tuple[Source, ...] = ()
) -> Finding:
    """Word a finding in zh and en with the lines behind it."""
    return Finding(criterion.criterion_id, verdict, {"zh": zh, "en": en}, evidence)


def least_level(criterion: Criterion) -> Level:
    """Give the level that a criterion asks for, UNSTATED where it asks for none."""
    return Level[str(criterion.params.get("level", "unstated")).upper()]


def texts_of(criterion: Criterion, name: str) -> tuple[str, ...]:
    """Give a parameter that is a list of words; empty where it is left out."""
    value = criterion.params.get(name, [])
    return tuple(map(str, value)) if isinstance(value, list) else ()


def skills_of(criterion: Criterion) -> tuple[str, ...]:
    """Give the reviewed names of the skill asked for and of its alternatives."""
    named = (str(criterion.params.get("skill", "")), *texts_of(criterion, "alternatives"))
    return tuple(dict.fromkeys(taxonomy.canonical(name) for name in named if name))


def match_skill(criterion: Criterion, held: Qualifications) -> Finding:
    """Look for a skill or one of its alternatives, each also by a skill that needs it."""
    each = [_match_one(criterion, held, wanted) for wanted in skills_of(criterion)]
    best = min(each, key=lambda finding: _RANK[finding.verdict])
    if len(each) > 1 and best.verdict is Verdict.NOT_MET and not best.evidence:
        names = skills_of(criterion)
        best = _absent(criterion, held, "、".join(names), " or ".join(names))
    return best


def _match_one(criterion: Criterion, held: Qualifications, wanted: str) -> Finding:
    own = next((s for s in held.skills if s.name == wanted), None)
    if own and own.denials:
        return _denied(criterion, own)
    needing = taxonomy.shown_by(wanted)
    showing = [s for s in held.skills if s.mentions and not s.denials and s.name in needing]
    if not showing:
        return _absent(criterion, held, wanted, wanted)
    # What the résumé says of the skill itself outweighs what another skill lets us infer.
    stated = own if own and own.level is not Level.UNSTATED else None
    best = stated or max(showing, key=lambda s: (s.level, s.name == wanted))
    evidence = tuple(s for s in (best.level_source, best.mentions[0]) if s)[:1]
    if best.level >= least_level(criterion):
        return found(
            criterion,
            Verdict.MET,
            f"简历写明“{evidence[0].text}”",
            f"The résumé states “{evidence[0].text}”",
            evidence=evidence,
        )
    if best.level is not Level.UNSTATED:
        zh, en = LEVEL_NAMES[best.level]
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
        f"简历写明“{skill.denials[0].text}”",
        f"The résumé says “{skill.denials[0].text}”",
        evidence=skill.denials,
    )


def _absent(criterion: Criterion, held: Qualifications, zh: str, en: str) -> Finding:
    if "skills" in held.sections or any(skill.listed for skill in held.skills):
        return found(
            criterion,
            Verdict.NOT_MET,
            f"简历列出了技能，其中没有{zh}",
            f"The résumé lists skills, but not {en}",
        )
    return found(
        criterion, Verdict.UNKNOWN, f"简历没有提到{zh}", f"The résumé does not mention {en}"
    )


def _level_by_use(
    criterion: Criterion, held: Qualifications, wanted: str, evidence: tuple[Source, ...]
) -> Finding:
    use = use_of(wanted, held)
    if (
        use.least_months >= USE_SHOWS_PROFICIENT_MONTHS
        and least_level(criterion) <= Level.PROFICIENT
    ):
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


def suggestion_for(criterion: Criterion, held: Qualifications) -> Suggestion | None:
    """Find the résumé's skill nearest in meaning to one that is asked for and not shown.

    It is for a person to see and changes no verdict.
    """
    own = {s.name: s.mentions[0] for s in held.skills if s.mentions and not s.denials}
    near = [
        (similarity, name)
        for wanted in skills_of(criterion)
        for name, similarity in neighbours.neighbours_of(wanted)
        if name in own and wanted not in own
    ]
    if not near:
        return None
    similarity, name = max(near)
    return Suggestion(name, similarity, own[name])


def by_tenure(criterion: Criterion, tenure: Tenure) -> Finding:
    """Compare a tenure with the years asked for and say how long it is."""
    tenure = tenure.with_internships(criterion)
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
    without = ("（不计实习）", " without internships") if tenure.left_out else ("", "")
    return found(
        criterion,
        verdict,
        f"共{shown[0]}{without[0]}，{zh}{asked[0]}",
        f"{shown[1]} in all{without[1]}, which {en} {asked[1]}",
        evidence=tenure.evidence,
    )


def by_use(criterion: Criterion, held: Qualifications) -> Finding:
    """Compare the dated use of a skill with the years asked for."""
    each = [_use_of_one(criterion, held, wanted) for wanted in skills_of(criterion)]
    return min(each, key=lambda finding: _RANK[finding.verdict])


def _use_of_one(criterion: Criterion, held: Qualifications, wanted: str) -> Finding:
    named = _match_one(replace(criterion, params={}), held, wanted)
    if named.verdict is Verdict.NOT_MET:
        return named
    return by_tenure(criterion, use_of(wanted, held))

"""Rules about skills, and what would meet them."""

from collections.abc import Iterator
from dataclasses import replace

from chalicelib.screening import criteria
from chalicelib.screening.criteria import Criterion, Finding, Remedy, rule
from chalicelib.screening.facts import Level, Qualifications, Skill
from chalicelib.screening.matching import LEVEL_NAMES, least_level, match_skill, skills_of
from chalicelib.screening.remedies import IMAGINED, with_skill


def could_hold(criterion: Criterion, held: Qualifications) -> Iterator[Remedy]:
    """Imagine the denial gone, then the skill named, then named at the level asked for."""
    least = least_level(criterion)
    for name in skills_of(criterion):
        own = next((s for s in held.skills if s.name == name), None)
        if own and own.denials:
            kept = replace(own, denials=(), mentions=own.mentions or (IMAGINED,))
            words = {
                "zh": f"如果简历不再写“{own.denials[0].text}”",
                "en": f"If the résumé no longer said “{own.denials[0].text}”",
            }
            yield Remedy(with_skill(held, kept), words)
        elif own is None:
            words = {"zh": f"如果简历列出{name}", "en": f"If {name} were listed"}
            fresh = Skill(name, Level.UNSTATED, (IMAGINED,), listed=True)
            yield Remedy(with_skill(held, fresh), words)
    if least is Level.UNSTATED:
        return
    for name in skills_of(criterion):
        zh, en = LEVEL_NAMES[least]
        words = {
            "zh": f"如果简历写明{name}的程度为{zh}",
            "en": f"If {name} were stated as {en}",
        }
        yield Remedy(with_skill(held, Skill(name, least, (IMAGINED,), listed=True)), words)


@rule(
    "skill",
    {"skill": criteria.text},
    {"level": criteria.level, "alternatives": criteria.texts},
    remedies=could_hold,
)
def has_skill(criterion: Criterion, held: Qualifications) -> Finding:
    """Ask for a skill, at a level where one is given; Django shows Python, Flask never Django.

    One of its alternatives does as well: MySQL or PostgreSQL.
    """
    return match_skill(criterion, held)

"""Facts that a résumé does not state, imagined one at a time to see what they would change."""

from dataclasses import replace

from chalicelib.screening.facts import Qualifications, Skill, Source

#: Where an imagined fact stands: nowhere.
IMAGINED = Source(0, 0, 0, 0, "")


def with_skill(held: Qualifications, skill: Skill) -> Qualifications:
    """Give qualifications with one skill in place of what they say of it."""
    others = tuple(own for own in held.skills if own.name != skill.name)
    return replace(held, skills=(*others, skill))

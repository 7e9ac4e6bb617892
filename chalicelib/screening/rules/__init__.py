"""Screening rules: each is one function of a criterion and the qualifications, nothing else.

A rule sees no name, contact, age, gender or picture, because `Qualifications` holds none.
"""

from dataclasses import replace

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
from chalicelib.screening.facts import Qualifications, Sought
from chalicelib.screening.matching import skills_of, suggestion_for, texts_of
from chalicelib.screening.rules import place, schooling, skill, years

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
    "place",
    "rule",
    "schooling",
    "skill",
    "sought_by",
    "validate_criteria",
    "years",
]

RULES_VERSION = "screening-rules-3"


def decide(wanted: tuple[Criterion, ...], held: Qualifications) -> tuple[Finding, ...]:
    """Apply each criterion's rule.

    Parameters
    ----------
    wanted : criteria from `validate_criteria`.
    held : the part of a résumé that counts.

    Returns
    -------
    One finding per criterion, in the same order. One that is not met may carry a suggestion,
    which a person sees and no verdict follows.
    """
    return tuple(_decided(criterion, held) for criterion in wanted)


def _decided(criterion: Criterion, held: Qualifications) -> Finding:
    finding = RULES[criterion.rule].decide(criterion, held)
    if finding.verdict is Verdict.MET:
        return finding
    return replace(finding, suggestion=suggestion_for(criterion, held))


def sought_by(wanted: tuple[Criterion, ...]) -> Sought:
    """List what criteria ask for by name, so that reading looks for each of them."""
    named = [c for c in wanted if c.rule == "certificate"]
    return Sought(
        skills=tuple(dict.fromkeys(name for c in wanted for name in skills_of(c))),
        places=tuple(dict.fromkeys(p for c in wanted for p in texts_of(c, "cities"))),
        certificates=tuple(
            dict.fromkeys(
                name
                for c in named
                for name in (str(c.params["certificate"]), *texts_of(c, "alternatives"))
            )
        ),
    )

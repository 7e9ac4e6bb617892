"""What may be processed: jurisdictions x purpose x consent. The strictest jurisdiction wins."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Purpose(StrEnum):
    """What personal data would be used for."""

    INTERVIEW = "interview"
    EXPRESSION = "expression"
    BACKGROUND_CHECK = "background_check"
    TALENT_POOL = "talent_pool"


class Rule(IntEnum):
    """How strict a jurisdiction is about a purpose; the larger is the stricter."""

    ALLOWED = 0
    CONSENT = 1
    SEPARATE_CONSENT = 2
    BARRED = 3


@dataclass(frozen=True)
class Ruling:
    """Whether a purpose may be processed now, and the sentence key that says why."""

    allowed: bool
    rule: Rule
    reason: str
    jurisdiction: str


EU = frozenset(
    "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split()
)
EEA = EU | {"IS", "LI", "NO"}

#: Rules that differ from the default; a country not listed follows DEFAULT.
DEFAULT: dict[Purpose, Rule] = {
    Purpose.INTERVIEW: Rule.CONSENT,
    Purpose.EXPRESSION: Rule.SEPARATE_CONSENT,
    Purpose.BACKGROUND_CHECK: Rule.CONSENT,
    Purpose.TALENT_POOL: Rule.CONSENT,
}
#: Source: Regulation (EU) 2024/1689 Art. 5(1)(f): inferring emotions at work is prohibited, which
#: the Commission's guidelines extend to recruitment.
EXCEPTIONS: dict[tuple[str, Purpose], Rule] = {
    (country, Purpose.EXPRESSION): Rule.BARRED for country in EEA
}


def ruling(
    purpose: Purpose,
    *,
    candidate: str,
    job: str,
    employer: str,
    consents: Iterable[Purpose],
) -> Ruling:
    """Decide whether a purpose may be processed.

    Parameters
    ----------
    purpose : what the data would be used for.
    candidate, job, employer : ISO 3166 country codes; an empty one counts as the strictest known
        rule short of a ban, separate consent.
    consents : purposes the person has consented to, and not withdrawn.

    Returns
    -------
    Ruling
        With the jurisdiction that decided.

    Source: PIPL Art. 29 (separate consent for sensitive data); EU AI Act Art. 5(1)(f).
    """
    rules = {place: _rule(place, purpose) for place in (candidate, job, employer)}
    place = max(rules, key=lambda name: rules[name])
    rule = rules[place]
    if rule is Rule.BARRED:
        return Ruling(False, rule, "consent.barred", place)
    if rule is Rule.ALLOWED or purpose in set(consents):
        return Ruling(True, rule, "consent.given", place)
    return Ruling(False, rule, "consent.missing", place)


def _rule(country: str, purpose: Purpose) -> Rule:
    if not country:
        return max(Rule.SEPARATE_CONSENT, DEFAULT[purpose])
    return EXCEPTIONS.get((country.upper(), purpose), DEFAULT[purpose])

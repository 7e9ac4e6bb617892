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
#: Parts of member states that have country codes of their own and in which Union law holds.
#: Source: TFEU Art. 349 and 355(1), (4): the outermost regions, and Åland.
EU_REGIONS = frozenset("AX GF GP MF MQ RE YT".split())
EEA = EU | EU_REGIONS | {"IS", "LI", "NO"}

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
        rule short of a ban, separate consent. Expressions are never read while the candidate's own
        is empty: nobody knows then that the law does not bar it.
    consents : purposes the person has consented to, and not withdrawn.

    Returns
    -------
    Ruling
        With the jurisdiction that decided.

    Source: PIPL Art. 29 (separate consent for sensitive data); EU AI Act Art. 5(1)(f).
    """
    rule, place = strictest(purpose, candidate, job, employer)
    if rule is Rule.BARRED:
        return Ruling(False, rule, "consent.barred", place)
    if rule is not Rule.ALLOWED and purpose not in set(consents):
        return Ruling(False, rule, "consent.missing", place)
    if purpose is Purpose.EXPRESSION and not candidate.strip():
        return Ruling(False, rule, "consent.country-unknown", candidate)
    return Ruling(True, rule, "consent.given", place)


def strictest(purpose: Purpose, *places: str) -> tuple[Rule, str]:
    """The strictest rule of these places, and the first place that has it."""
    rules = {place: _rule(place, purpose) for place in places}
    place = max(rules, key=lambda name: rules[name])
    return rules[place], place


def _rule(country: str, purpose: Purpose) -> Rule:
    if not country.strip():
        return max(Rule.SEPARATE_CONSENT, DEFAULT[purpose])
    return EXCEPTIONS.get((country.strip().upper(), purpose), DEFAULT[purpose])

"""What may set people apart, read from their interview and their résumé.

Of a résumé only what is listed here is read: never name, school, employer, place, language, pay or
anything the law guards. Years of work go along with age, so they are shown and never proposed.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from chalicelib.calibration.comparing import Source, Trait

Plain = Mapping[str, Any]
#: How each behaviour is said, by `<dimension>.<indicator>`.
Wordings = Mapping[str, Sequence[str]]

STAR = {"S": "situation", "T": "task", "A": "action", "R": "result"}
YEARS, LONGEST, DEGREE, CERTIFICATES = "years_of_work", "longest_post", "degree", "certificates"
MONTHS_A_YEAR = 12
#: A name that fewer people have is nobody's trait, and might tell who they are.
LEAST_HAVING = 5
MOST_NAMES = 60
#: A negation that reaches the words after it, within one clause.
_DENIED = re.compile(
    r"(?:没有?|不(?!仅|但|断|只)|未|从不|别)[^，。；,;]{0,3}$"
    r"|\b(?:not|never|without|n['’]t)\b[\w\s]{0,12}$|n['’]t\s[\w\s]{0,12}$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Said:
    """One answer that was rated: its dimension and its `AnswerRating` as plain values."""

    dimension: str
    rating: Plain


def of_answers(answers: Mapping[str, Sequence[Said]], wordings: Wordings) -> tuple[Trait, ...]:
    """Behaviours ticked, STAR parts told and key terms used, by person.

    Parameters
    ----------
    answers : rated answers of each person. A behaviour that was denied or told of others was not
        ticked when the answer was rated, and a term counts only where it carries evidence.
    wordings : how each behaviour `<dimension>.<indicator>` is said, to look for a denial once more.

    Returns
    -------
    Behaviours `<dimension>.<indicator>` and terms `<dimension>#<term>` as yes or no among those who
    were asked about the dimension; parts `star.<part>` as the share of answers that tell it.
    """
    ticked = _ticked(answers, lambda said: shown(said, wordings), ".")
    terms = _ticked(answers, _terms, "#")
    return (*ticked, *terms, *_parts(answers))


def shown(said: Said, wordings: Wordings) -> dict[str, str]:
    """Behaviours that an answer shows, each with the clause that says so (empty where unknown).

    A wording right after a negation ("没有回访", "never called back") shows nothing.
    """
    found = {}
    quotes = [each["quote"] for each in said.rating.get("quotes", ()) if each["credited"]]
    for name in said.rating.get("behaviours", ()):
        known = wordings.get(f"{said.dimension}.{name}", ())
        clause = next((quote for quote in quotes if _affirms(quote, known)), None)
        if clause is not None or not known:
            found[name] = clause or ""
    return found


def _affirms(clause: str, wordings: Sequence[str]) -> bool:
    for wording in wordings:
        pattern = ".{0,8}?".join(re.escape(part) for part in wording.split("~"))
        start = r"\b" if wording[:1].isascii() else ""
        for match in re.finditer(start + pattern, clause, re.IGNORECASE):
            if not _DENIED.search(clause[: match.start()]):
                return True
    return False


def _terms(said: Said) -> list[str]:
    return [use["term"] for use in said.rating.get("terms", ()) if use["credited"]]


def _ticked(
    answers: Mapping[str, Sequence[Said]], names: Callable[[Said], Iterable[str]], mark: str
) -> tuple[Trait, ...]:
    asked: dict[str, set[str]] = {}
    yes: dict[str, set[str]] = {}
    for person, said in answers.items():
        for each in said:
            asked.setdefault(each.dimension, set()).add(person)
            for name in names(each):
                yes.setdefault(f"{each.dimension}{mark}{name}", set()).add(person)
    return tuple(
        Trait(
            Source.BEHAVIOUR,
            key,
            {who: float(who in people) for who in asked[key.partition(mark)[0]]},
            yes_no=True,
        )
        for key, people in sorted(yes.items())
        if len(people) >= LEAST_HAVING
    )


def _parts(answers: Mapping[str, Sequence[Said]]) -> tuple[Trait, ...]:
    found: dict[str, dict[str, float]] = {part: {} for part in STAR}
    for person, said in answers.items():
        told = [each.rating["parts"] for each in said if each.rating.get("parts")]
        for part, name in STAR.items():
            if told:
                found[part][person] = sum(bool(each[name]) for each in told) / len(told)
    return tuple(Trait(Source.BEHAVIOUR, f"star.{part}", values) for part, values in found.items())


def of_facts(facts: Mapping[str, Plain]) -> tuple[Trait, ...]:
    """Years of work, the longest post, degree, certificates and skills, by person.

    Parameters
    ----------
    facts : `Qualifications` of each person's résumé as plain values.

    Returns
    -------
    Numbers of those whose résumé states them; a skill or certificate as yes or no among everybody
    with a résumé (silence is a no: that is what a résumé can show).
    """
    numbers: dict[str, dict[str, float]] = {}
    names: dict[str, set[str]] = {}
    for person, plain in facts.items():
        for key, value in _numbers(plain).items():
            numbers.setdefault(key, {})[person] = value
        for name in _names(plain):
            names.setdefault(name, set()).add(person)
    common = sorted(
        (name for name, people in names.items() if len(people) >= LEAST_HAVING),
        key=lambda name: (-len(names[name]), name),
    )[:MOST_NAMES]
    counted = [Trait(Source.FACT, key, values) for key, values in sorted(numbers.items())]
    stated = [
        Trait(Source.FACT, name, {who: float(who in names[name]) for who in facts}, yes_no=True)
        for name in common
    ]
    return (*counted, *stated)


def _numbers(plain: Plain) -> dict[str, float]:
    posts = [post["span"] for post in plain.get("work", ()) if _counts(post)]
    degrees = [
        float(each["degree"])
        for each in plain.get("education", ())
        if each.get("degree") is not None and each.get("completed", True)
    ]
    found = {CERTIFICATES: float(len(plain.get("certificates", ())))}
    if posts:
        found[YEARS] = _covered(posts) / MONTHS_A_YEAR
        found[LONGEST] = max(span["end"] - span["start"] for span in posts) / MONTHS_A_YEAR
    if degrees:
        found[DEGREE] = max(degrees)
    return found


def _counts(post: Plain) -> bool:
    return bool(post.get("span")) and not post.get("internship")


def _covered(spans: Iterable[Plain]) -> int:
    total, reached = 0, -1
    for span in sorted(spans, key=lambda each: int(each["start"])):
        begin = max(int(span["start"]), reached)
        total += max(0, int(span["end"]) - begin)
        reached = max(reached, int(span["end"]))
    return total


def _names(plain: Plain) -> set[str]:
    skills = {f"skill:{each['name']}" for each in plain.get("skills", ()) if _held(each)}
    return skills | {f"certificate:{each['value']}" for each in plain.get("certificates", ())}


def _held(skill: Plain) -> bool:
    """Whether a skill is claimed; 不熟悉Python alone is a denial."""
    return bool(skill.get("mentions")) or not skill.get("denials")

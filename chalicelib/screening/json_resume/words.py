"""Words of degree and schooling as a JSON Resume writes them, in the document's language."""

import re
from functools import lru_cache

from chalicelib.screening import taxonomy
from chalicelib.screening.facts import Degree, Level
from chalicelib.screening.resume.degrees import degree_in
from chalicelib.screening.resume.lexicon import LEVEL_WORDS

SKILL_LEVELS = {
    Level.EXPERT: ("精通", "Expert"),
    Level.PROFICIENT: ("熟练", "Proficient"),
    Level.FAMILIAR: ("熟悉", "Familiar"),
    Level.BASIC: ("了解", "Basic"),
}
FLUENCIES = {
    Level.EXPERT: ("母语", "Native speaker"),
    Level.PROFICIENT: ("流利", "Fluent"),
    Level.FAMILIAR: ("良好", "Intermediate"),
    Level.BASIC: ("入门", "Elementary"),
}
DEGREES = {
    Degree.DOCTORATE: ("博士", "Doctorate"),
    Degree.MASTER: ("硕士", "Master"),
    Degree.BACHELOR: ("本科", "Bachelor"),
    Degree.ASSOCIATE: ("大专", "Associate degree"),
    Degree.SECONDARY: ("高中", "High school"),
    Degree.JUNIOR: ("初中", "Junior high school"),
}
# Words that other tools write and résumés in prose do not; the levels of LinkedIn and CEFR.
_MORE = (
    (re.compile(r"master|native|母语|bilingual", re.I), Level.EXPERT),
    (
        re.compile(r"senior|full professional|professional working|\bc[12]\b", re.I),
        Level.PROFICIENT,
    ),
    (re.compile(r"medium|middle|limited working|conversational|\bb[12]\b", re.I), Level.FAMILIAR),
    (re.compile(r"elementary|novice|junior|\ba[12]\b", re.I), Level.BASIC),
)


def level_of(text: str) -> Level:
    """Give the level that a word of degree means; UNSTATED where it is none."""
    lowered = text.lower()
    named = [level for pattern, level in _MORE if pattern.search(lowered)]
    named += [level for word, level in LEVEL_WORDS.items() if word in lowered]
    return max(named, default=Level.UNSTATED)


def degree_of(text: str) -> Degree | None:
    """Give the degree that studyType names; None where it names none."""
    found = degree_in(text)
    return found[0] if found else None


def language_name(name: str, *, chinese: bool) -> str:
    """Write a language's reviewed name as a document in that language would."""
    return name if chinese else _english_names().get(name, name)


@lru_cache(maxsize=1)
def _english_names() -> dict[str, str]:
    entries = taxonomy.languages().entries.values()
    return {
        entry.name: next((form for form in entry.forms if form.isascii()), entry.name).title()
        for entry in entries
    }

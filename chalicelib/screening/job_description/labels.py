"""Names of proposed criteria in zh and en, for a recruiter to read."""

from chalicelib.screening import taxonomy
from chalicelib.screening.criteria import Text2, Value
from chalicelib.screening.facts import Degree, Level
from chalicelib.screening.matching import LEVEL_NAMES
from chalicelib.screening.rules.schooling import DEGREE_NAMES

_MOST = 80


def label(rule: str, params: dict[str, Value]) -> Text2:
    """Word a criterion, at most 80 characters each."""
    zh, en = _WORDED[rule](params)
    return {"zh": zh[:_MOST], "en": en[:_MOST]}


def _english(words: taxonomy.Words, name: str) -> str:
    """Give the first Latin way of writing a name, longer than a letter or two."""
    if name.isascii():
        return name
    entry = words.entries.get(name)
    latin = [f for f in entry.forms if f.isascii() and len(f) > 2] if entry else []
    return latin[0] if latin else name


def _skills(params: dict[str, Value]) -> tuple[str, str]:
    more = params.get("alternatives", [])
    names = [str(params["skill"]), *(map(str, more) if isinstance(more, list) else ())]
    return "或".join(names), " or ".join(_english(taxonomy.skills(), name) for name in names)


def _skill(params: dict[str, Value]) -> tuple[str, str]:
    (zh, en), (level_zh, level_en) = _skills(params), _level(params)
    return f"{level_zh}{zh}", f"{en} ({level_en})" if level_en else en


def _level(params: dict[str, Value]) -> tuple[str, str]:
    if "level" not in params:
        return "", ""
    return LEVEL_NAMES[Level[str(params["level"]).upper()]]


def _degree(params: dict[str, Value]) -> tuple[str, str]:
    zh, en = DEGREE_NAMES[Degree[str(params["degree"]).upper()]]
    return f"{zh}及以上", f"{en} or above".capitalize()


def _years(params: dict[str, Value]) -> tuple[str, str]:
    number = params["years"]
    return f"{number}年以上", f"{number}+ years of"


def _experience(params: dict[str, Value]) -> tuple[str, str]:
    zh, en = _years(params)
    return f"{zh}工作经验", f"{en} work experience"


def _role(params: dict[str, Value]) -> tuple[str, str]:
    zh, en = _years(params)
    role = params["role"]
    words = [str(word) for word in role] if isinstance(role, list) else []
    latin = next((word for word in words if word.isascii()), words[0])
    return f"{zh}{words[0]}经验", f"{en} {latin} experience"


def _skill_years(params: dict[str, Value]) -> tuple[str, str]:
    (zh, en), (skill_zh, skill_en) = _years(params), _skills(params)
    return f"{zh}{skill_zh}经验", f"{en} {skill_en}"


def _project(params: dict[str, Value]) -> tuple[str, str]:
    zh, en = _years(params)
    skill_zh, skill_en = _skills(params) if "skill" in params else ("", "")
    return f"{zh}{skill_zh}项目经验", f"{en} {skill_en} project work".replace("  ", " ")


def _certificate(params: dict[str, Value]) -> tuple[str, str]:
    more = params.get("alternatives", [])
    names = [str(params["certificate"]), *(map(str, more) if isinstance(more, list) else ())]
    words = taxonomy.certificates()
    return "或".join(names), " or ".join(_english(words, name) for name in names)


def _language(params: dict[str, Value]) -> tuple[str, str]:
    name, (zh, en) = str(params["language"]), _level(params)
    english = _english(taxonomy.languages(), name).title()
    return f"{zh}{name}", f"{english} ({en})" if en else english


def _location(params: dict[str, Value]) -> tuple[str, str]:
    cities = params["cities"]
    names = [str(city) for city in cities] if isinstance(cities, list) else []
    english = ", ".join(_english(taxonomy.cities(), name).title() for name in names)
    return f"在{'、'.join(names)}工作", f"Works in {english}"


def _availability(params: dict[str, Value]) -> tuple[str, str]:
    days = params["days"]
    if not days:
        return "立即到岗", "Can start at once"
    return f"{days}天内到岗", f"Can start within {days} days"


_WORDED = {
    "skill": _skill,
    "degree": _degree,
    "experience-years": _experience,
    "role-years": _role,
    "skill-years": _skill_years,
    "project-years": _project,
    "certificate": _certificate,
    "language": _language,
    "location": _location,
    "availability": _availability,
}

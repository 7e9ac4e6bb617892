"""What one clause asks for: the rule and the parameters that would decide it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from chalicelib.screening import taxonomy
from chalicelib.screening.criteria import Value
from chalicelib.screening.facts import Level
from chalicelib.screening.job_description.figures import Asked, days_in, years_in
from chalicelib.screening.job_description.mentions import (
    Mention,
    Sort,
    groups,
    level_at,
    level_words,
    mentions,
    runs,
)
from chalicelib.screening.job_description.text import Clause, Part

_DEGREES = (
    ("secondary", r"高中|中专|职高|技校|high school|secondary school|ged\b"),
    ("associate", r"大专|专科|高职|college diploma|associate(?:'s)? degree"),
    (
        "bachelor",
        r"本科|学士|bachelor|\bbs(?:/ms)?\b|"
        r"\bb\.?sc\b|\bb\.?a\b(?= (?:in|or))|undergraduate degree|"
        r"university degree|\bdegree in\b|\brelevant degree\b",
    ),
    ("master", r"硕士|研究生|\bmaster(?:'s|s)?\b(?! of ceremon)|\bm\.?sc\b|\bmba\b"),
    ("doctorate", r"博士|\bph\.?\s?d\b|\bdoctorate\b"),
)
_DEGREE = [(name, re.compile(words, re.I)) for name, words in _DEGREES]
_NO_DEMAND = re.compile(
    r"(?:经验|学历|专业)[^,，。]{0,3}不限|不限(?:经验|学历|专业)|无需[^,，。]{0,4}经验|"
    r"无经验(?:亦可|也可|可)|零基础|接受(?:应届|小白)|"
    r"no (?:formal )?degree|no (?:prior |previous )?experience (?:required|needed|necessary)|"
    r"experience not required|will train",
    re.I,
)
_PROJECT = re.compile(r"项目(?!经理|管理)|\bprojects?\b(?! manag)", re.I)
_SPOKEN = re.compile(
    r"听说读写|口语|读写|听说|沟通|交流|工作语言|流利|标准|表达|会说|会讲|能力|水平|language|"
    r"speak\w*|spoken|written|verbal|fluen\w+|oral|"
    r"command|communicat\w+|proficien\w+|native|bilingual|conversational|business level",
    re.I,
)
_PLACE = re.compile(
    r"(?:工作|办公|上班)(?:地点|城市|地址|地)|地点|(?<![a-z])base(?![a-z])|坐标|常驻|驻点|"
    r"所在(?:地|城市)|在.{2,4}工作|"
    r"\blocation\b|\bbased in\b|\blocated in\b|\blive in\b|\bon-?site in\b|\bresid\w+ in\b|"
    r"\brelocat\w+ to\b",
    re.I,
)
_MUST_LIVE = re.compile(r"必须|须|需|要求|must|required", re.I)
_MOVE = re.compile(
    r"愿意?(?:搬|异地|外派|调)|可异地|接受异地|(?:willing|able|open) to relocate|"
    r"relocation (?:possible|welcome)",
    re.I,
)
_SHORT = 40
_READ_ONLY = re.compile(r"(?:技术)?(?:文档|资料|文献|网站|邮件|documents?|documentation)")


@dataclass(frozen=True)
class Draft:
    """One proposed criterion without its id, label and weight; start and end within the clause."""

    rule: str
    params: dict[str, Value]
    start: int
    end: int
    essential: bool | None = field(default=None)  # None: as the clause says


def drafts(clause: Clause) -> tuple[Draft, ...]:
    """Read all that a clause asks for and a rule can decide."""
    if _NO_DEMAND.search(clause.text):
        return ()
    found = mentions(clause.text)
    return (
        *_degree(clause),
        *_from_mentions(clause, found),
        *_place(clause),
        *_start(clause),
    )


def _degree(clause: Clause) -> Iterator[Draft]:
    """The lowest degree that a clause names is the least it asks for."""
    for name, words in _DEGREE:
        if match := words.search(clause.text):
            yield Draft("degree", {"degree": name}, *match.span())
            return


def _from_mentions(clause: Clause, found: tuple[Mention, ...]) -> Iterator[Draft]:
    tests = {m.name for m in found if m.sort is Sort.CERTIFICATE}
    yield from _certificates(clause, tuple(m for m in found if m.sort is Sort.CERTIFICATE))
    if not tests:
        yield from (d for m in found if m.sort is Sort.LANGUAGE for d in _language(clause, m))
    years = years_in(clause.text)
    skills = tuple(m for m in found if m.sort is Sort.SKILL)
    if years is None:
        yield from _skills(clause, skills)
        return
    roles = tuple(m for m in found if m.sort is Sort.ROLE)
    yield from _with_years(clause, years, skills, roles)


def _certificates(clause: Clause, found: tuple[Mention, ...]) -> Iterator[Draft]:
    for group in groups(clause.text, found):
        names = list(dict.fromkeys(m.name for m in group))
        lowest = [
            n
            for n in names
            if not any(n != o and o in taxonomy.certificate_meets(n) for o in names)
        ]
        params: dict[str, Value] = {"certificate": lowest[0]}
        if lowest[1:]:
            params["alternatives"] = lowest[1:20]
        yield Draft("certificate", params, group[0].start, group[-1].end)


def _language(clause: Clause, mention: Mention) -> Iterator[Draft]:
    if _READ_ONLY.match(clause.text[mention.end :]):
        return
    around = clause.text[max(0, mention.start - 24) : mention.end + 24]
    short = clause.part is not Part.OPENING and len(clause.text) <= _SHORT
    if not short and not _SPOKEN.search(around) and not level_words(around):
        return
    words = level_words(clause.text)
    level = max((w[0] for w in words), default=Level.UNSTATED)
    params: dict[str, Value] = {"language": mention.name}
    if level is not Level.UNSTATED:
        params["level"] = level.name.lower()
    yield Draft("language", params, mention.start, mention.end)


def _skills(clause: Clause, found: tuple[Mention, ...]) -> Iterator[Draft]:
    for run in runs(clause.text, found):
        shared = level_at(clause.text, run)
        for group in groups(clause.text, run):
            level = max(level_at(clause.text, group), shared) if len(run) > 1 else shared
            params = _named(group)
            if level is not Level.UNSTATED:
                params["level"] = level.name.lower()
            yield Draft("skill", params, group[0].start, group[-1].end)


def _named(group: tuple[Mention, ...]) -> dict[str, Value]:
    names = list(dict.fromkeys(m.name for m in group))
    params: dict[str, Value] = {"skill": names[0]}
    if names[1:]:
        params["alternatives"] = names[1:20]
    return params


def _with_years(
    clause: Clause, asked: Asked, skills: tuple[Mention, ...], roles: tuple[Mention, ...]
) -> Iterator[Draft]:
    """Years of project, of a tool, of a kind of post, or of any work, in that order."""
    years: Value = int(asked.number) if asked.number == int(asked.number) else asked.number
    tools = tuple(s for s in skills if not any(_overlap(s, r) for r in roles))
    project = _PROJECT.search(clause.text)
    if project and not tools:
        yield Draft("project-years", {"years": years}, asked.start, project.end())
        return
    if tools:
        rule = "project-years" if project else "skill-years"
        for group in groups(clause.text, _nearest(clause.text, tools)):
            named = {"skill": group[0].name} if project else _named(group)
            span = (min(asked.start, group[0].start), max(asked.end, group[-1].end))
            yield Draft(rule, {**named, "years": years}, *span)
        return
    kinds = list(dict.fromkeys(r.name for r in roles))
    if kinds:
        words = [form for kind in kinds for form in taxonomy.roles().entries[kind].forms][:20]
        span = (min(asked.start, roles[0].start), max(asked.end, roles[-1].end))
        yield Draft("role-years", {"role": words, "years": years}, *span)
        return
    yield Draft("experience-years", {"years": years}, asked.start, asked.end)


_EXPERIENCE = re.compile(r"经验|经历|experience|background", re.I)


def _nearest(text: str, tools: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Keep the list of tools that stands nearest the word experience: 自动化设备电气设计经验."""
    word = _EXPERIENCE.search(text)
    if word is None:
        return tools
    at = word.start()
    return min(
        runs(text, tools), key=lambda run: min(abs(run[0].start - at), abs(run[-1].end - at))
    )


def _overlap(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end


def _place(clause: Clause) -> Iterator[Draft]:
    cue, move = _PLACE.search(clause.text), _MOVE.search(clause.text)
    if not cue:
        return
    lowered = clause.text.lower()
    named = [
        (name, lowered.find(form))
        for form, name in taxonomy.cities().forms.items()
        if form in lowered and (not form.isascii() or re.search(rf"\b{re.escape(form)}\b", lowered))
    ]
    cities = [name for name, _ in sorted(named, key=lambda pair: pair[1])]
    if cities:
        params: dict[str, Value] = {"cities": list(dict.fromkeys(cities))[:20]}
        must = bool(_MUST_LIVE.search(clause.text))
        if move or not must:
            params["relocation"] = True
        yield Draft("location", params, cue.start(), len(clause.text), must)


def _start(clause: Clause) -> Iterator[Draft]:
    asked = days_in(clause.text)
    if asked:
        yield Draft("availability", {"days": int(asked.number)}, asked.start, asked.end)

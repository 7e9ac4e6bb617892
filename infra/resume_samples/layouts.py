"""A person becomes blocks of text: a heading line, then sections, in one of several styles."""

from dataclasses import dataclass
from random import Random

from infra.resume_samples.people import AS_OF_MONTH, Person, Post
from infra.resume_samples.words import DEGREES, Pair

Rows = list[list[str]]  # each row is a line's cells
_ZH = {
    "education": ("教育背景", "教育经历"),
    "work": ("工作经历", "工作经验", "职业经历"),
    "project": ("项目经历", "项目经验"),
    "skills": ("专业技能", "技能特长"),
    "languages": ("语言能力",),
    "summary": ("自我评价",),
}
_EN = {
    "education": ("Education",),
    "work": ("Work Experience", "Professional Experience"),
    "project": ("Projects",),
    "skills": ("Skills", "Technical Skills"),
    "languages": ("Languages",),
    "summary": ("Summary", "Profile"),
}
_NAMES = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_SUMMARY: Pair = (
    "为人踏实，抗压能力强，善于沟通，有良好的团队合作精神。",
    "Reliable and calm under pressure; enjoys working in a team.",
)


@dataclass(frozen=True)
class Block:
    """A section: its heading and its rows."""

    section: str
    heading: str
    rows: Rows


@dataclass(frozen=True)
class Page:
    """A résumé before it is a file: name, contact lines, sections."""

    name: str
    contact: list[str]
    blocks: list[Block]


@dataclass(frozen=True)
class _Style:
    dates: int
    join: str
    head: int
    skills: int


def lay_out(person: Person, random: Random) -> Page:
    """Choose a style and write the person down in it."""
    lang = person.language
    joins = ((" - ", "—", "至", "~", " – "), (" - ", " – ", " to "))[lang]
    style = _Style(
        random.randrange(4), random.choice(joins), random.randrange(3), random.randrange(2)
    )
    headings = {k: random.choice(v) for k, v in (_EN if lang else _ZH).items()}
    rows = {
        "education": [_school(person, style)],
        "work": [row for post in person.posts for row in _post(person, post, style)],
        "project": _project(person),
        "skills": [[line] for line in _skill_lines(person, style)],
        "languages": _languages(person),
        "summary": [[_SUMMARY[lang]]],
    }
    order = ["education", "work", "project", "skills", "languages", "summary"]
    if random.random() < 0.4:
        order = ["skills", "work", "project", "education", "languages", "summary"]
    blocks = [Block(s, headings[s], rows[s]) for s in order if rows[s]]
    return Page(person.name, _contact(person, random.randrange(3)), blocks)


def _month(number: int, person: Person, style: _Style) -> str:
    year, month = divmod(number, 12)
    if person.language:
        return (f"{_NAMES[month]} {year}", f"{month + 1:02d}/{year}")[style.dates % 2]
    return (
        f"{year}.{month + 1:02d}",
        f"{year}年{month + 1}月",
        f"{year}/{month + 1:02d}",
        f"{year}-{month + 1:02d}",
    )[style.dates]


def _span(start: int, end: int, person: Person, style: _Style) -> str:
    last = _month(end, person, style)
    if end == AS_OF_MONTH:
        last = "Present" if person.language else "至今"
    return _month(start, person, style) + style.join + last


def _contact(person: Person, variant: int) -> list[str]:
    phone = "" if person.kind == "sparse" else person.phone
    city, gender = person.city[person.language], person.gender[person.language]
    if person.language:
        parts = [p for p in (city, phone, person.email) if p]
        if variant == 0:
            return [" | ".join(parts)]
        lines = [f"Location: {city}", f"Phone: {phone}" if phone else "", f"Email: {person.email}"]
        return [line for line in lines if line]
    if variant == 0:
        return [" | ".join(p for p in (gender, city, phone, person.email) if p)]
    if variant == 1:
        call = f"电话：{phone}   " if phone else ""
        return [f"性别：{gender}   现居：{city}", f"{call}邮箱：{person.email}"]
    lines = [f"手机：{phone}" if phone else "", f"邮箱：{person.email}", f"所在地：{city}"]
    return [line for line in lines if line]


def _school(person: Person, style: _Style) -> list[str]:
    lang = person.language
    span = _span(*person.studied, person, style)
    degree, major, school = DEGREES[person.degree][lang], person.major[lang], person.school[lang]
    if not lang:
        return [span, school, major, degree] if style.head != 1 else [school, major, degree, span]
    return [school, f"{degree} in {major}", span]


def _post(person: Person, post: Post, style: _Style) -> Rows:
    lang = person.language
    span = _span(post.start, post.end, person, style)
    employer, title, deed = post.employer[lang], post.title[lang], post.deed[lang]
    if style.head == 0:
        return [[span, employer, title], [deed]]
    if style.head == 1:
        return [[employer, title, span], [deed]]
    label = "Position: " if lang else "职位："
    return [[employer, span], [label + title], [deed]]


def _project(person: Person) -> Rows:
    if person.project is None:
        return []
    done = ("负责需求沟通与执行，按期交付。", "Owned delivery from first talk to launch.")
    return [[person.project[person.language]], [done[person.language]]]


def _languages(person: Person) -> Rows:
    if not person.english:
        return []
    return (
        [["English (fluent), Mandarin (native)"]]
        if person.language
        else [["普通话（母语），英语（良好）"]]
    )


def _skill_lines(person: Person, style: _Style) -> list[str]:
    lang = person.language
    by_level = {
        level: [s[lang] for s, own in person.skills if own == level] for level in (3, 2, 0, -1)
    }
    comma = ", " if lang else "、"
    if style.skills and not by_level[-1] and not by_level[0]:
        words = (("（熟练）", " (proficient)"), ("（熟悉）", " (familiar)"))
        marked = [s + words[0][lang] for s in by_level[3]] + [
            s + words[1][lang] for s in by_level[2]
        ]
        return [comma.join(marked)]
    openings = {
        3: ("熟练掌握", "Proficient in "),
        2: ("熟悉", "Familiar with "),
        0: ("", ""),
        -1: ("不熟悉", "Not familiar with "),
    }
    return [
        openings[level][lang] + comma.join(names) + ("" if not level else ("。", ".")[lang])
        for level, names in by_level.items()
        if names
    ]

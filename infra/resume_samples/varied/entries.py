"""Entries: posts, schools, projects, activities, each by the résumé's own template."""

from infra.resume_samples.varied.dates import AS_OF
from infra.resume_samples.varied.deeds import bullet, deeds, project_name
from infra.resume_samples.varied.marks import Entry, MarkedLine, Period, Piece, Row
from infra.resume_samples.varied.people import Post, School
from infra.resume_samples.varied.slots import Desk, note, role, sentence_slots
from infra.resume_samples.varied.templates import Value, rows

_LEVEL_NAMES = ("", "secondary", "associate", "bachelor", "master", "doctorate")
_LEAVING = ("个人发展", "合同到期", "公司搬迁", "家庭原因", "寻求更大平台")
_UNDER = ("{dates}|{title}", "{title}|{dates}", "{title}//{dates}", "{dates}//{title}")
_LABELS = {
    "dates": (("起止时间", "时间", "工作时间", "任职时间"), ("Period", "Dates", "From – To")),
    "employer": (("公司名称", "工作单位", "单位", "公司"), ("Company", "Employer", "Organisation")),
    "title": (("职位", "职务", "岗位", "担任职务"), ("Position", "Title", "Role")),
    "department": (("部门", "所在部门"), ("Department", "Unit")),
}
_NOTES_ZH = (
    "主修课程：{a}、{b}、{c}",
    "GPA：3.{n}/4.0，专业排名前{n}%",
    "主要课程：{a}，{b}，{c}等",
    "绩点3.{n}，连续两年获得奖学金",
    "毕业论文：《{a}应用研究》",
    "辅修{a}双学位",
    "曾赴海外交换一学期",
)
_NOTES_EN = (
    "GPA: 3.{n}/4.0",
    "Relevant coursework: {a}, {b}, {c}",
    "Graduated with First Class Honours",
    "Thesis on {a}; top {n}% of class",
    "Minor in {a}",
    "Exchange semester abroad",
)


def post(desk: Desk, post: Post, *, under: bool = False) -> Entry:
    """Write one post with its deeds; under stands below the employer of the entry before."""
    period = desk.style.date.period(post.start, post.end)
    if desk.chance(0.02):
        period = Period(None, None, None, "")
    city = desk.words.pick(desk.random, "cities_zh")[desk.person.english]
    slots: dict[str, Value] = {
        "dates": _dates(desk, period),
        "employer": Piece(post.employer, "EMPLOYER"),
        "title": Piece(post.title, "TITLE"),
        "department": Piece(desk.word("departments"), "DEPARTMENT"),
        "city": Piece(city, "PLACE"),
        "note": note(desk),
        "m": str(desk.random.randint(2, 30)),
        "boss": desk.words.pick(desk.random, "titles", post.trade)[desk.person.english],
        "leaving": desk.random.choice(_LEAVING),
    }
    if under and period.shown:
        made = rows(desk.random.choice(_UNDER), slots)
        return Entry((*made, *deeds(desk, post)), period, employer=post.employer)
    template = desk.style.work
    if desk.style.grid:
        template = "|".join(f"{{{column}}}" for column in desk.style.grid)
    return Entry(_beside(desk, _head_rows(template, slots), deeds(desk, post)), period)


def _beside(desk: Desk, top: tuple[Row, ...], done: tuple[Row, ...]) -> tuple[Row, ...]:
    """At times the first deed stands on the last line of its post."""
    if not (desk.style.beside_deed and top and done) or desk.style.grid:
        return (*top, *done)
    return (*top[:-1], Row((*top[-1].cells, *done[0].cells), "text"), *done[1:])


def _dates(desk: Desk, period: Period) -> MarkedLine | None:
    if not period.shown:
        return None
    shown = Piece(period.shown, "DATES")
    if not desk.style.lasting or not period.months or period.months < 12:
        return (shown,)
    years, months = divmod(period.months, 12)
    if desk.person.english:
        return (shown, Piece(f" ({years} yrs {months} mos)" if months else f" ({years} yrs)"))
    return (shown, Piece(f"（{years}年{months}个月）" if months else f"（{years}年）"))


def grid_labels(desk: Desk) -> tuple[Row, ...]:
    """The row of labels over a table of posts."""
    labels = [desk.random.choice(_LABELS[c][desk.person.english]) for c in desk.style.grid]
    return (Row(tuple((Piece(label),) for label in labels)),) if labels else ()


def _head_rows(template: str, slots: dict[str, Value]) -> tuple[Row, ...]:
    """The rows of an entry; a template that would lose its names to a missing date is replaced."""
    if slots.get("dates") is None:
        facts = ("employer", "title", "school", "major", "degree", "project")
        return rows("|".join(f"{{{n}}}" for n in facts if slots.get(n)), slots)
    return rows(template, slots)


def school(desk: Desk, school: School) -> Entry:
    """Write one school."""
    period = _school_period(desk, school)
    bare = school.major is None
    template = desk.style.school
    if bare:
        template = desk.word("entries_bare_school")
    degree = desk.word("degrees", _LEVEL_NAMES[school.level])
    if not school.completed and desk.chance(0.7):
        degree += " (in progress)" if desk.person.english else "（在读）"
    slots: dict[str, Value] = {
        "dates": Piece(period.shown, "DATES"),
        "school": Piece(school.school, "SCHOOL"),
        "major": Piece(school.major, "MAJOR") if school.major else None,
        "degree": _degree(degree),
        "faculty": desk.word("faculties"),
        "mode": desk.random.choice(("全日制", "统招", "非全日制", "自考", "函授")),
        "city": Piece(desk.words.pick(desk.random, "cities_zh")[desk.person.english], "PLACE"),
    }
    made = _head_rows(template, slots)
    if desk.chance(0.3):
        made += (bullet(desk, 1, (Piece(_school_note(desk)),)),)
    level = school.level if any(p.tag == "DEGREE" for r in made for p in r.pieces()) else 0
    return Entry(made, period, school.completed, level)


def _degree(degree: str) -> MarkedLine:
    for mark in ("（在读）", " (in progress)"):
        if degree.endswith(mark):
            return (Piece(degree.removesuffix(mark), "DEGREE"), Piece(mark))
    return (Piece(degree, "DEGREE"),)


def _school_period(desk: Desk, school: School) -> Period:
    date = desk.style.date
    if not school.completed:
        return date.period(school.start, None if desk.chance(0.5) else school.end)
    if desk.chance(0.06):
        end = date.month(school.end)
        shown = f"Graduated {end}" if desk.person.english else f"{end}毕业"
        return Period(None, end, None, shown)
    return date.period(school.start, school.end)


def _school_note(desk: Desk) -> str:
    column = int(desk.person.english)
    a, b, c = (desk.words.pick(desk.random, "majors")[column] for _ in range(3))
    form = desk.random.choice(_NOTES_EN if desk.person.english else _NOTES_ZH)
    return form.format(a=a, b=b, c=c, n=desk.random.randint(2, 9))


def project(desk: Desk, trade: str) -> Entry:
    """Write one project with its deeds."""
    start = AS_OF - desk.random.randint(8, 60)
    period = desk.style.date.period(start, start + desk.random.randint(1, 7))
    slots: dict[str, Value] = {
        "dates": Piece(period.shown, "DATES"),
        "project": Piece(project_name(desk), "PROJECT"),
        "role": Piece(role(desk), "ROLE"),
    }
    done = deeds(desk, Post("", "", start, start + 6, trade), "_project")
    return Entry((*rows(desk.style.project, slots), *done), period)


def activity(desk: Desk) -> Entry:
    """Write one thing done beside the studies."""
    start = AS_OF - desk.random.randint(12, 60)
    period = desk.style.date.period(start, start + 10)
    values = dict(sentence_slots(desk, desk.person.trade, start // 12))
    values["dates"] = Piece(period.shown, "DATES")
    return Entry(rows(desk.word("activities"), values, "bullet"))

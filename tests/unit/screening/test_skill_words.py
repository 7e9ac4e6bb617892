"""How well a skill is held, or that it is not, in the words that strangers use."""

from datetime import date

import pytest

from chalicelib.screening import reading
from chalicelib.screening.document import Line
from chalicelib.screening.facts import Level, Skill, Sought
from chalicelib.screening.resume import read_facts


def skill_of(text: str, name: str) -> Skill | None:
    lines = ["陈明", "13800138000", *text.splitlines()]
    read = tuple(Line(1, n, reading.clean(line)) for n, line in enumerate(lines, 1))
    facts = read_facts(read, today=date(2026, 11, 15), sought=Sought(skills=(name,)))
    return next((s for s in facts.qualifications.skills if s.name == name), None)


@pytest.mark.parametrize(
    ("text", "name", "level"),
    [
        ("技能\n金蝶用得很熟练，用友接触过一点", "金蝶", Level.PROFICIENT),
        ("技能\n金蝶用得很熟练，用友接触过一点", "用友", Level.BASIC),
        ("技能\n略懂 SAP，鼎新 ERP 熟悉", "鼎新", Level.FAMILIAR),
        ("技能\n会一点Excel", "Excel", Level.BASIC),
        ("技能\nPS（会用一点）", "Photoshop", Level.BASIC),
        ("技能\nSQL 会基础查询", "SQL", Level.BASIC),
        ("技能\nExcel（VLOOKUP、透视表）熟练", "Excel", Level.PROFICIENT),
        ("技能\nPhotoshop、PPT熟练", "Photoshop", Level.PROFICIENT),
        ("技能\nWord、PPT（熟练）", "Word", Level.UNSTATED),
        ("技能\n熟悉注塑、五金冲压、SMT", "SMT", Level.FAMILIAR),
        ("技能\n熟练 Python 熟悉 Java", "Python", Level.PROFICIENT),
        ("技能\n熟练 Python 熟悉 Java", "Java", Level.FAMILIAR),
        ("技能\nRedis比较熟，对Kafka有基本了解", "Redis", Level.FAMILIAR),
        ("技能\nRedis比较熟，对Kafka有基本了解", "Kafka", Level.BASIC),
        ("技能\n比较熟悉Java", "Java", Level.FAMILIAR),
        ("Skills\nAngular (some exposure), AWS (working knowledge)", "Angular", Level.BASIC),
        ("Skills\nAngular (some exposure), AWS (working knowledge)", "AWS", Level.FAMILIAR),
        ("Skills\nPower BI - intermediate; Python - learning", "Python", Level.BASIC),
        ("Skills\nPython, machine learning, Java", "Python", Level.UNSTATED),
        ("Skills\nPayroll, BEGINNER MASTERCAM", "Mastercam", Level.BASIC),
        ("Skills\nHTML/CSS (working knowledge)", "CSS", Level.FAMILIAR),
        ("Skills\nonly a bit of Excel", "Excel", Level.BASIC),
    ],
)
def test_a_word_of_degree_belongs_to_its_skill(text: str, name: str, level: Level) -> None:
    own = skill_of(text, name)
    assert own and own.mentions
    assert own.level is level


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("技能\nFlask熟练，没碰过Go", "Go"),
        ("技能\nPPT做得好，Excel不熟", "Excel"),
        ("技能\nAxure熟练，Python 零基础", "Python"),
        ("技能\nPremiere 熟练，C4D 完全不会", "Cinema 4D"),
        ("技能\n擅长活动策划；PR、Axure 不太会", "Axure"),
        ("技能\nFigma熟练，Axure：不常用，不熟悉", "Axure"),
        ("技能\nCAD（熟练）；BIM 只听过课，没有实际做过", "BIM"),
        ("技能\n擅长川菜，粤菜不会做", "粤菜"),
        ("Skills\nPython (Expert). Never touched Scala.", "Scala"),
        ("Skills\nTally ERP 9, Excel. SAP: not worked.", "SAP"),
        ("Skills\nMS Excel: good     QuickBooks: no", "QuickBooks"),
        ("Skills\nReact (no hands-on), Figma (expert)", "React"),
        ("I do not have experience in SAP. I use QuickBooks daily.", "SAP"),
    ],
)
def test_a_skill_that_is_denied_is_not_held(text: str, name: str) -> None:
    own = skill_of(text, name)
    assert own and own.denials and not own.mentions


def test_a_line_of_skills_needs_no_heading() -> None:
    text = "高峰 机械工程师\nCAD熟 SolidWorks精 Ansys一般\n2017.6-2020.5   恒立液压   助理工程师"
    own = skill_of(text, "SolidWorks")
    assert own and own.level is Level.EXPERT


def test_a_brand_is_what_its_last_word_says() -> None:
    own = skill_of("技能：排班、叫货、iCHEF POS", "POS")
    assert own and own.mentions

"""What would change a fit: each sentence is held by deciding and weighing again."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.foundation.values import dump, load
from chalicelib.screening.changes import Change, what_would_change
from chalicelib.screening.criteria import RULES, Criterion, Verdict
from chalicelib.screening.facts import (
    Availability,
    Degree,
    Language,
    Level,
    Qualifications,
    Relocation,
)
from chalicelib.screening.rules import decide, validate_criteria
from chalicelib.screening.scoring import Group, fit_of
from infra.criteria import CRITERIA
from tests.unit.screening.held import (
    at,
    criterion,
    fact,
    post,
    project,
    row,
    school,
    skill,
)

PYTHON = validate_criteria(CRITERIA["python-developer"])
ALMOST = Qualifications(
    skills=(skill("Python", Level.PROFICIENT),),
    work=(post("2020.01-2021.11", "工程师", skills=("Python",)),),
    education=(school(Degree.BACHELOR, completed=False),),
    sections=("skills",),
)


def changes(held: Qualifications, *wanted: Criterion) -> dict[str, Change]:
    findings = decide(wanted, held)
    return {c.criterion_id: c for c in what_would_change(wanted, held, findings)}


def test_each_open_criterion_is_told_its_smallest_change() -> None:
    told = changes(ALMOST, *PYTHON)
    assert list(told) == ["django", "project-years", "degree", "sql"]
    assert told["django"].words["en"].startswith("If Django were listed")
    assert told["project-years"].words["en"].startswith("If 2 months more of dated Python project")
    assert told["degree"].words["en"].startswith("If the bachelor's degree were completed")
    assert told["project-years"].words["zh"].startswith("如果再有2个月写明起止时间的Python项目经历")


def test_the_months_are_the_fewest_that_are_enough() -> None:
    wanted = criterion("experience-years", years=2)
    for months in range(1, 24):
        own = Qualifications(work=(replace(post("2020.01-2020.02"), span=None),))
        start = post("2020.01-2020.02").span
        assert start
        own = replace(
            own, work=(replace(own.work[0], span=replace(start, end=start.start + months)),)
        )
        told = changes(own, wanted)["c"]
        lacking = 24 - months
        years, rest = divmod(lacking, 12)
        assert (f"{years}年" if years else "") + (f"{rest}个月" if rest else "") in told.words["zh"]


def test_a_change_may_meet_more_than_one_criterion() -> None:
    two = validate_criteria(
        [row("skill", skill="Django"), row("skill", skill="Python") | {"criterion_id": "python"}]
    )
    told = changes(Qualifications(sections=("skills",)), *two)
    assert told["c"].also_meets == ("python",)
    assert told["python"].also_meets == ()


def test_a_denial_would_have_to_go() -> None:
    own = Qualifications(skills=(skill("Python", denied="不熟悉Python", mentioned=False),))
    told = changes(own, criterion("skill", skill="Python"))["c"]
    assert "不熟悉Python" in told.words["zh"]


def test_what_is_met_is_not_told() -> None:
    own = Qualifications(skills=(skill("Python"),))
    assert changes(own, criterion("skill", skill="Python")) == {}


def test_the_group_moves_when_the_last_essential_is_met() -> None:
    told = changes(Qualifications(sections=("skills",)), criterion("skill", skill="Excel"))["c"]
    assert (told.group_before, told.group_after) == (
        Group.ESSENTIAL_NOT_MET,
        Group.ALL_ESSENTIAL_MET,
    )
    assert (told.fit_before, told.fit_after) == (0, 10_000)


def test_changes_can_be_kept_and_read_again() -> None:
    told = tuple(changes(ALMOST, *PYTHON).values())
    assert tuple(load(Change, dump(change)) for change in told) == told


SKILLS = st.sampled_from(["Python", "Django", "Flask", "Java", "MySQL", "Excel", "透视表", "收银"])
LEVELS = st.sampled_from(Level)
SPANS = st.builds(
    lambda start, months: (
        f"{2010 + start // 12}.{start % 12 + 1:02d}-"
        f"{2010 + (start + months) // 12}.{(start + months) % 12 + 1:02d}"
    ),
    st.integers(0, 100),
    st.integers(1, 60),
)
POSTS = st.builds(
    post,
    st.one_of(st.none(), SPANS),
    st.sampled_from([None, "工程师", "导购", "会计"]),
    skills=st.lists(SKILLS, max_size=2).map(tuple),
    internship=st.booleans(),
    exact=st.booleans(),
)
HELD = st.builds(
    Qualifications,
    city=st.sampled_from([None, fact("上海"), fact("成都")]),
    desired_cities=st.sampled_from([(), (fact("北京"),)]),
    education=st.lists(
        st.builds(school, st.sampled_from(Degree), completed=st.booleans()), max_size=2
    ).map(tuple),
    work=st.lists(POSTS, max_size=3).map(tuple),
    projects=st.lists(st.builds(project, st.one_of(st.none(), SPANS), SKILLS), max_size=2).map(
        tuple
    ),
    skills=st.lists(
        st.builds(skill, SKILLS, LEVELS, denied=st.sampled_from(["", "不会"])),
        max_size=4,
        unique_by=lambda s: s.name,
    ).map(tuple),
    certificates=st.lists(st.sampled_from(["CET-4", "CET-6", "PMP"]).map(fact), max_size=2).map(
        tuple
    ),
    languages=st.lists(
        st.builds(Language, st.sampled_from(["英语", "日语"]), LEVELS, st.just(at("语言"))),
        max_size=1,
    ).map(tuple),
    availability=st.sampled_from([None, Availability(3, at("三天")), Availability(60, at("两月"))]),
    relocation=st.sampled_from([None, Relocation(True, at("可")), Relocation(False, at("不可"))]),
    sections=st.sampled_from([(), ("skills",), ("skills", "certificates", "languages")]),
)
ROWS: list[dict[str, Any]] = [
    row("skill", skill="Python", level="proficient"),
    row("skill", skill="MySQL", alternatives=["Excel"]),
    row("degree", degree="bachelor"),
    row("experience-years", years=3, internships="not-counted"),
    row("role-years", role=["导购"], years=1),
    row("skill-years", skill="Python", years=2),
    row("project-years", years=2),
    row("project-years", years=1, skill="Python", internships="counted"),
    row("certificate", certificate="英语四级"),
    row("language", language="英语", level="proficient"),
    row("location", cities=["上海"], relocation=True),
    row("availability", days=7),
]
WANTED = st.lists(
    st.tuples(
        st.sampled_from(ROWS), st.sampled_from(["essential", "preferred"]), st.integers(1, 100)
    ),
    min_size=1,
    max_size=6,
).map(
    lambda rows: validate_criteria(
        [
            asked | {"criterion_id": str(n), "importance": importance, "weight": weight}
            for n, (asked, importance, weight) in enumerate(rows)
        ]
    )
)


@given(WANTED, HELD)
@settings(max_examples=150, deadline=None)
def test_every_change_is_what_deciding_again_gives(
    wanted: tuple[Criterion, ...], held: Qualifications
) -> None:
    findings = decide(wanted, held)
    told = what_would_change(wanted, held, findings)
    assert told == what_would_change(wanted, held, findings)
    open_ones = [c for c, f in zip(wanted, findings, strict=True) if f.verdict is not Verdict.MET]
    assert [change.criterion_id for change in told] == [c.criterion_id for c in open_ones]
    for change, asked in zip(told, open_ones, strict=True):
        outcomes = [
            fit_of(wanted, decide(wanted, remedy.held))
            for remedy in RULES[asked.rule].remedies(asked, held)
        ]
        assert (change.fit_after, change.group_after) in [
            (fit.fit_hundredths, fit.group) for fit in outcomes
        ]
        assert set(change.words) == {"zh", "en"}


@pytest.mark.parametrize("asked", ROWS, ids=lambda r: r["rule"])
def test_for_an_empty_resume_every_kind_of_demand_has_a_change(asked: dict[str, Any]) -> None:
    assert list(changes(Qualifications(), *validate_criteria([asked]))) == ["c"]

"""Posts, schools, names and contacts in the many ways that people write them down."""

from datetime import date

import pytest

from chalicelib.screening import reading
from chalicelib.screening.document import Line
from chalicelib.screening.facts import Degree, Qualifications, ResumeFacts
from chalicelib.screening.resume import read_facts
from chalicelib.screening.resume.dates import ranges
from chalicelib.screening.resume.headings import section_of
from chalicelib.screening.resume.items import list_items

TODAY = date(2026, 11, 15)


def facts_of(text: str) -> ResumeFacts:
    lines = tuple(Line(1, n, reading.clean(t)) for n, t in enumerate(text.strip().split("\n"), 1))
    return read_facts(lines, today=TODAY)


def held(text: str) -> Qualifications:
    return facts_of(text).qualifications


def posts(text: str) -> list[tuple[str | None, str | None, int | None]]:
    return [
        (
            w.employer.value if w.employer else None,
            w.title.value if w.title else None,
            w.span.months if w.span else None,
        )
        for w in held(text).work
    ]


@pytest.mark.parametrize(
    "text",
    [
        "工作经历\n2018.03 - 2020.05   江南精密机械有限公司   质检员",
        "工作经历\n江南精密机械有限公司   质检员   2018年3月至2020年5月",
        "工作经历\n江南精密机械有限公司\n2018/03-2020/05   质检员\n负责来料检验。",
        "工作经历\n公司名称：江南精密机械有限公司\n职位名称：质检员\n在职时间：2018.03-2020.05",
        "任职履历\n江南精密机械有限公司 | 质检员 | 2018.3—2020.5",
        "您好！\n2018年3月至2020年5月，我在江南精密机械有限公司担任质检员，负责来料检验。",
    ],
)
def test_a_post_is_the_same_however_its_head_is_laid_out(text: str) -> None:
    assert posts(text) == [("江南精密机械有限公司", "质检员", 26)]


@pytest.mark.parametrize(
    "text",
    [
        "Work Experience\nQuality Inspector at Harbour Foods Ltd (Mar 2018 – May 2020)",
        "Employment History\nHarbour Foods Ltd   Mar 2018 - May 2020\nQuality Inspector",
        "Career History\nQuality Inspector | Harbour Foods Ltd | 03/2018 to 05/2020",
        "Work history\nEmployer: Harbour Foods Ltd\nPosition: Quality Inspector\n"
        "Period: March 2018 to May 2020",
        "My name is Ann Lee.\n"
        "From March 2018 to May 2020 I was a Quality Inspector at Harbour Foods Ltd.",
    ],
)
def test_an_english_post_is_the_same_however_its_head_is_laid_out(text: str) -> None:
    assert posts(text) == [("Harbour Foods Ltd", "Quality Inspector", 26)]


def test_two_posts_in_one_house_both_name_it() -> None:
    text = (
        "工作经历\n江南精密机械有限公司\n2020.06-2023.01   质检主管\n带领5人团队。\n"
        "2018.03-2020.05   质检员\n负责来料检验。"
    )
    assert posts(text) == [
        ("江南精密机械有限公司", "质检主管", 31),
        ("江南精密机械有限公司", "质检员", 26),
    ]


def test_a_customer_and_a_year_inside_a_deed_are_no_post() -> None:
    text = (
        "工作经历\n2018.03 - 2020.05   江南精密机械有限公司   质检员\n"
        "2019年为北海食品集团有限公司提供检测服务，2020年3月完成验收。"
    )
    assert len(posts(text)) == 1


def test_a_course_is_no_post() -> None:
    text = (
        "工作经历\n2018.03 - 2020.05   江南精密机械有限公司   质检员\n"
        "2019.03 - 2019.05   新星培训中心   安全生产培训"
    )
    assert [post[0] for post in posts(text)] == ["江南精密机械有限公司"]


def test_a_school_under_a_heading_that_nobody_knows_is_still_a_school() -> None:
    [school] = held("我从哪里来\n2012.09-2016.06   武汉大学   会计学   本科").education
    assert (school.school and school.school.value, school.degree) == ("武汉大学", Degree.BACHELOR)


def test_a_term_abroad_is_no_schooling_of_its_own() -> None:
    text = "教育背景\n2012.09-2016.06   武汉大学   会计学   本科\n曾作为交换生赴悉尼大学学习一学期"
    assert [s.school.value for s in held(text).education if s.school] == ["武汉大学"]


def test_a_taiwan_year_counts_from_1911_and_traditional_characters_stay_as_written() -> None:
    [post] = held("工作經歷\n民國105年9月至民國109年6月   禾芯科技股份有限公司   測試工程師").work
    assert post.span
    assert (post.span.start, post.span.months) == (2016 * 12 + 8, 45)
    assert post.employer
    assert post.employer.value == "禾芯科技股份有限公司"


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("2016.07-2018.09", 26),
        ("Jul 2016 – Sep 2018", 26),
        ("07/2016-09/2018", 26),
        ("2016年7月至9月", 2),
        ("二〇一六年七月至二〇一八年九月", 26),
        ("From July 2016 to September 2018", 26),
        ("2016.07.01—2018.09.30", 26),
        ("2018.09-2016.07", None),
        ("电话 13851337420", None),
    ],
)
def test_a_span_of_dates_has_the_months_between_its_names(text: str, months: int | None) -> None:
    found = [span.months for span, _, _ in ranges(text, TODAY)]
    assert found == ([] if months is None else [months])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("个 人 简 历\n欧阳 静\n电话：13800138000", "欧阳静"),
        ("RESUME\nJean-Luc Picardeau\njl@example.com", "Jean-Luc Picardeau"),
        ("姓名 濮一宁 电话 19376937840", "濮一宁"),
        ("候选人编号 R2545\n求职意向：会计", None),
        ("我叫季民望，现居天津。\n2018.03-2020.05 江南机械有限公司 质检员", "季民望"),
    ],
)
def test_a_name_is_found_where_it_stands_and_never_guessed(text: str, name: str | None) -> None:
    found = facts_of(text).contact.name
    assert (found.value if found else None) == name


def test_numbers_of_the_family_of_referees_and_of_accounts_are_not_the_persons() -> None:
    text = (
        "王伟\n手机：138 0013 8000   QQ：953052415\n"
        "家庭成员\n母亲 李芳 务农 13900139000\n证明人：张主任 13700137000"
    )
    assert [p.value for p in facts_of(text).contact.phones] == ["13800138000"]


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("【任职履历】", "work"),
        ("三、求学经历", "education"),
        ("EDUCATION & TRAINING", "education"),
        ("Technical Proficiencies", "skills"),
        ("自我鉴定", "summary"),
        ("项目经理", None),
        ("Yunqi Technologies Group", None),
        ("工作内容：", None),
    ],
)
def test_a_heading_opens_its_part_and_a_title_opens_none(heading: str, section: str | None) -> None:
    assert section_of(heading) == section


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("熟练使用氩弧焊、FMEA；了解PPAP", ["氩弧焊", "FMEA", "PPAP"]),
        (
            "Familiar with laser alignment, MIG welding and Six Sigma",
            ["laser alignment", "MIG welding", "Six Sigma"],
        ),
        ("学习能力强，责任心强，沟通能力良好", []),
        ("2019.03-2020.05", []),
    ],
)
def test_a_list_of_skills_is_read_by_its_separators(line: str, items: list[str]) -> None:
    assert [line[start:end] for start, end in list_items(reading.clean(line))] == items

"""Résumés written by hand in layouts that the generator does not know."""

from datetime import date

from chalicelib.screening.facts import Degree, ResumeFacts
from chalicelib.screening.reading import Line, clean
from chalicelib.screening.resume import read_facts

DEVELOPER = """
个 人 简 历
姓    名：张小明        性    别：男
出生年月：1996.05       籍    贯：湖北武汉
联系电话：138-1234-5678  电子邮箱：zhangxm@example.com
求职意向：Python后端开发    期望薪资：20k   期望城市：上海、杭州
一、教育背景
2014.09-2018.06  东湖科技大学  计算机科学与技术（本科）
主修课程：数据结构、操作系统、Java程序设计
二、工作经历
2020.03-2026.09    上海某某信息科技有限公司    高级Python开发工程师
工作描述：
1、负责公司电商平台后端开发，使用 Django + DRF 框架，MySQL、Redis；
2、带领3人团队，2022年5月上线新版本。
2018.07-2020.02  武汉鱼跃网络科技有限公司  Python开发工程师
1. 使用Flask开发内部管理系统
三、项目经验
项目名称：智慧门店系统（2021.01-2021.12）
技术栈：Python、Django、Celery、Docker
四、专业技能
1. 熟练掌握Python，熟悉Django、Flask等主流Web框架；
2. 不熟悉Java，了解Go语言；
五、自我评价
本人性格开朗，5年Python开发经验，英语六级。
"""
MARKETER = """
JENNIFER L. WONG
Shanghai, China • +86 139 1234 5678 • jennifer.wong@example.com
PROFESSIONAL SUMMARY
Marketing professional with 6+ years of experience in brand marketing. Fluent in English.
EXPERIENCE
Senior Marketing Manager, Acme Foods Group                         March 2020 – Sep 2026
• Led social media marketing across two platforms, growing followers by 45%
• Managed a budget of $2M from 2021 to 2022
Marketing Specialist
Bright Media Ltd, Shanghai
June 2016 - Feb 2020
• Wrote copy; strong data analysis using Excel and Google Analytics
EDUCATION
Bachelor of Business Administration
Donghu University, 2012 – 2016
SKILLS
SEO, SEM, copywriting, Photoshop (basic); not familiar with Python
"""
SELLER = """
李娜 | 女 | 26岁 | 13612345678
邮箱: lina@example.com 现住址：广州市天河区
应聘岗位：门店导购
工作经验
美佳（中国）商贸有限公司
导购 | 2021年3月-2023年8月
- 负责商品陈列、收银、库存盘点
邻里小铺 店员 2019.6-2021.2
教育经历
南屿商业职业技术学校 中专 市场营销 2016-2019
技能证书
普通话二级甲等、健康证
"""


def facts_of(text: str) -> ResumeFacts:
    rows = enumerate((row for row in text.splitlines() if row.strip()), 1)
    lines = tuple(Line(1, n, clean(row)) for n, row in rows)
    return read_facts(lines, today=date(2026, 9, 15))


def person(facts: ResumeFacts) -> tuple[str | None, list[str], list[str], str | None]:
    own, city = facts.contact, facts.qualifications.city
    return (
        own.name.value if own.name else None,
        [p.value for p in own.phones],
        [e.value for e in own.emails],
        city.value if city else None,
    )


def posts(facts: ResumeFacts) -> list[tuple[str | None, str | None, int]]:
    return [
        (w.employer and w.employer.value, w.title and w.title.value, w.span.months if w.span else 0)
        for w in facts.qualifications.work
    ]


def test_a_developer_with_numbered_headings_is_read() -> None:
    facts = facts_of(DEVELOPER)
    held = facts.qualifications
    # The birthplace is not where somebody lives.
    assert person(facts) == ("张小明", ["13812345678"], ["zhangxm@example.com"], None)
    assert [c.value for c in held.desired_cities] == ["上海", "杭州"]
    assert posts(facts) == [
        ("上海某某信息科技有限公司", "高级Python开发工程师", 78),
        ("武汉鱼跃网络科技有限公司", "Python开发工程师", 19),
    ]
    assert [(p.name, p.span.months if p.span else None) for p in held.projects] == [
        ("智慧门店系统", 11)
    ]
    assert [s.name for s in held.skills if s.denials] == ["Java"]
    assert [(s.about, s.months) for s in held.stated] == [("Python", 60)]


def test_a_marketer_whose_dates_stand_on_the_third_line_is_read() -> None:
    facts = facts_of(MARKETER)
    held = facts.qualifications
    assert person(facts) == (
        "JENNIFER L. WONG",
        ["13912345678"],
        ["jennifer.wong@example.com"],
        "上海",
    )
    assert posts(facts) == [
        ("Acme Foods Group", "Senior Marketing Manager", 78),
        ("Bright Media Ltd", "Marketing Specialist", 44),
    ]
    assert [(e.school and e.school.value, e.degree) for e in held.education] == [
        ("Donghu University", Degree.BACHELOR)
    ]
    assert [s.name for s in held.skills if s.denials] == ["Python"]


def test_a_seller_with_everything_on_the_first_line_is_read() -> None:
    facts = facts_of(SELLER)
    assert person(facts) == ("李娜", ["13612345678"], ["lina@example.com"], "广州")
    assert posts(facts) == [("美佳(中国)商贸有限公司", "导购", 29), ("邻里小铺", "店员", 20)]
    assert [c.value for c in facts.qualifications.certificates] == ["普通话水平测试", "健康证"]


def test_an_endless_line_of_claims_is_read_in_a_moment() -> None:
    text = "专业技能\n" + "\n".join(["3年经验" * 250] * 55)
    assert len(facts_of(text).qualifications.stated) == 30

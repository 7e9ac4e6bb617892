"""JSON Resume in and out: what is held comes back as it was; what breaks the schema is named."""

import json
import random
from datetime import date
from typing import Any

import pytest

from chalicelib.screening import json_resume
from chalicelib.screening.document import Document
from chalicelib.screening.facts import Contact, Degree, Level, Qualifications, ResumeFacts
from chalicelib.screening.json_resume import JsonResumeInvalid
from chalicelib.screening.masking import Guard
from chalicelib.screening.preview import preview
from chalicelib.screening.reading.assembly import assembled
from chalicelib.screening.resume import read_facts

TODAY = date(2026, 11, 1)
OPEN: frozenset[Guard] = frozenset()
FULL: dict[str, Any] = {
    "basics": {
        "name": "李明",
        "phone": "13800138000",
        "email": "liming@example.com",
        "location": {"city": "上海"},
    },
    "work": [
        {
            "name": "晨光零售有限公司",
            "position": "门店主管",
            "startDate": "2018-09",
            "summary": "负责三家门店的日常运营",
            "highlights": ["用 Excel 透视表做周报", "带教 12 名新员工"],
        },
        {
            "name": "东海食品",
            "position": "销售实习生",
            "startDate": "2017-07",
            "endDate": "2018-06",
        },
    ],
    "education": [
        {
            "institution": "浙江大学",
            "area": "市场营销",
            "studyType": "本科",
            "startDate": "2014",
            "endDate": "2018",
        }
    ],
    "skills": [{"name": "Excel", "level": "精通"}, {"name": "陈列设计"}],
    "projects": [
        {"name": "会员体系改造", "startDate": "2020-03", "endDate": "2020-09",
         "description": "梳理积分规则", "highlights": ["复购率提高 8%"]}
    ],
    "certificates": [{"name": "健康证"}],
    "languages": [{"language": "英语", "fluency": "流利"}],
}  # fmt: skip


def taken(plain: Any) -> tuple[Document, ResumeFacts]:
    """A document as the product takes it: written, read, completed."""
    content = json.dumps(plain, ensure_ascii=False).encode()
    document_ = assembled([json_resume.sheet_of(content)])
    read = read_facts(document_.lines, today=TODAY)
    return document_, json_resume.take(content, document_.lines, read, TODAY)


def given(document: Document, facts: ResumeFacts, hide: frozenset[Guard] = OPEN) -> dict[str, Any]:
    """What is given out, without its own remarks."""
    plain = json_resume.export(document, facts, hide, {})
    return {key: value for key, value in plain.items() if key not in ("$schema", "meta")}


def refusal(plain: Any) -> str:
    content = plain if isinstance(plain, bytes) else json.dumps(plain).encode()
    with pytest.raises(JsonResumeInvalid) as problem:
        json_resume.parse(content)
    return str(problem.value.detail["path"])


def test_every_field_that_is_held_comes_back_as_it_was() -> None:
    assert given(*taken(FULL)) == FULL


NAMES_ZH = "晨光零售有限公司 东海食品 至今科技 教育背景咨询 本科生之家 精通数据 2018工作室".split()
NAMES_EN = ["Skills Ltd", "Education First", "Present Co.", "O'Neill & Sons", "Java House", "C"]
POSTS_ZH = "门店主管 仓储专员 数据分析师 销售实习生 店长 高级架构师".split()
POSTS_EN = ["Shop Manager", "Internal Auditor", "Intern", "VP, Sales", "Barista"]
TEXTS_ZH = ["负责运营 5 家门店", "使用 Python 清洗数据", "成本下降 12%;客诉归零", "不熟悉Java"]
TEXTS_EN = ["Ran 5 shops", "Cleaned data with Python", "Cut cost by 12%", "Led a team of 8"]
SKILLS = ["Excel", "Python", "陈列设计", "Kubernetes", "k8s", "SQL"]
DEGREES_ZH, DEGREES_EN = (
    ["博士", "硕士", "本科", "大专", "高中"],
    ["Doctorate", "Master", "Bachelor"],
)
LEVELS_ZH = ["精通", "熟练", "熟悉", "了解"]
LEVELS_EN = ["Expert", "Proficient", "Familiar", "Basic"]


def dates(pick: random.Random) -> dict[str, str]:
    year, month = pick.randint(2005, 2023), pick.randint(1, 12)
    later, last = year + pick.randint(1, 3), pick.randint(1, 12)
    form = pick.choice(["month", "year", "open", "none"])
    if form == "year":
        return {"startDate": str(year), "endDate": str(later)}
    if form == "none":
        return {}
    start = {"startDate": f"{year}-{month:02d}"}
    return start if form == "open" else start | {"endDate": f"{later}-{last:02d}"}


def document(seed: int) -> dict[str, Any]:
    """A document of chance with any of the fields that are held, in zh or en."""
    pick, zh = random.Random(seed), seed % 2 == 0

    def some(words: list[str], most: int = 3) -> list[str]:
        return pick.sample(words, pick.randint(1, min(most, len(words))))

    def one(zh_words: list[str], en_words: list[str]) -> str:
        return pick.choice(zh_words if zh else en_words)

    texts = TEXTS_ZH if zh else TEXTS_EN
    work = [
        {"name": one(NAMES_ZH, NAMES_EN), "position": one(POSTS_ZH, POSTS_EN), **dates(pick),
         "summary": "\n".join(some(texts, 2)), "highlights": some(texts)}
        for _ in range(pick.randint(1, 4))
    ]  # fmt: skip
    schools = [
        {"institution": one(["浙江大学", "东海职业学院"], ["University of Leeds", "MIT"]),
         "area": one(["市场营销", "工商管理"], ["Marketing", "Physics"]),
         "studyType": one(DEGREES_ZH, DEGREES_EN), **dates(pick)}
        for _ in range(pick.randint(1, 2))
    ]  # fmt: skip
    pool = [name for name in SKILLS if zh or name.isascii()]
    skills = {json_resume_name(name): name for name in some(pool, 4)}
    plain: dict[str, Any] = {
        "basics": {
            "name": one(["李明", "欧阳晓芳"], ["Emma Clarke", "Li Ming"]),
            "phone": "13800138000",
            "email": "liming@example.com",
            "location": {"city": one(["上海", "西安"], ["London", "Shanghai"])},
        },
        "work": work,
        "education": schools,
        "skills": [{"name": n, "level": one(LEVELS_ZH, LEVELS_EN)} for n in skills.values()],
        "projects": [
            {"name": one(["会员体系改造"], ["Loyalty revamp"]), **dates(pick),
             "description": pick.choice(texts), "highlights": some(texts, 2)}
        ],
        "certificates": [{"name": one(["健康证", "自定义证书"], ["PMP", "Forklift Licence"])}],
        "languages": [
            {"language": one(["英语", "粤语"], ["English", "French"]),
             "fluency": one(["流利", "母语"], ["Fluent", "Native speaker"])}
        ],
    }  # fmt: skip
    for name in ("projects", "certificates"):
        if pick.random() < 0.3:
            del plain[name]
    return plain


def json_resume_name(name: str) -> str:
    return {"k8s": "Kubernetes"}.get(name, name)


@pytest.mark.parametrize("seed", range(120))
def test_documents_of_chance_come_back_as_they_were(seed: int) -> None:
    plain = document(seed)
    back = given(*taken(plain))
    # Skills that keywords and running text name are read as well; the listed ones are these.
    assert back == plain


@pytest.mark.parametrize("seed", range(40))
def test_facts_that_went_out_and_in_again_are_the_same(seed: int) -> None:
    document_, facts = taken(document(seed))
    again = taken(given(document_, facts))[1]
    assert told(again) == told(facts)


def told(facts: ResumeFacts) -> dict[str, Any]:
    """Facts without their places."""
    contact, held = facts.contact, facts.qualifications
    return {
        "name": contact.name and contact.name.value,
        "reach": [f.value for f in (*contact.phones, *contact.emails)],
        "city": held.city and held.city.value,
        "work": [
            (w.employer and w.employer.value, w.title and w.title.value, w.span, w.internship,
             sorted({f.value for f in w.skills}))
            for w in held.work
        ],
        "education": [
            (e.school and e.school.value, e.degree, e.major and e.major.value, e.span, e.completed)
            for e in held.education
        ],
        "skills": sorted((s.name, s.level, s.listed, bool(s.denials)) for s in held.skills),
        "projects": [(p.name, p.span) for p in held.projects],
        "certificates": [f.value for f in held.certificates],
        "languages": [(x.name, x.level) for x in held.languages],
    }  # fmt: skip


def test_every_value_quotes_the_line_that_was_written_for_it() -> None:
    document_, facts = taken(FULL)
    lines = {line.number: line.text for line in document_.lines}
    for mark in preview(document_, facts, (), OPEN).marks:
        assert lines[mark.line][mark.start : mark.end]
    post = facts.qualifications.work[0]
    assert post.employer is not None
    source = post.employer.source
    assert lines[source.line][source.start : source.end] == "晨光零售有限公司"
    assert lines[source.line] == "晨光零售有限公司 | 门店主管 | 2018.09 - 至今"


def test_what_fields_state_is_taken_as_it_is_and_running_text_is_read_besides() -> None:
    held = taken(FULL)[1].qualifications
    assert [w.internship for w in held.work] == [False, True]
    assert held.work[0].span is not None
    assert (held.work[0].span.open, held.work[0].span.months) == (True, 98)
    assert held.education[0].degree is Degree.BACHELOR
    assert {s.name: s.level for s in held.skills}["Excel"] is Level.EXPERT
    assert "Excel" in {f.value for f in held.work[0].skills}


def test_schooling_that_goes_on_is_not_completed() -> None:
    plain = {"education": [{"institution": "浙江大学", "studyType": "本科", "startDate": "2024-09",
                            "endDate": "2028-06"}]}  # fmt: skip
    assert not taken(plain)[1].qualifications.education[0].completed


def test_a_reader_without_contacts_gets_none_even_from_running_text() -> None:
    plain = FULL | {
        "work": [{"name": "A店", "startDate": "2020-01", "highlights": ["电话 13900139000"]}]
    }
    document_, facts = taken(plain)
    out = json.dumps(given(document_, facts, frozenset(Guard)), ensure_ascii=False)
    assert not [x for x in ("13800138000", "13900139000", "liming@") if x in out]
    assert "李明" in out


def test_places_and_versions_stand_in_the_remarks() -> None:
    document_, facts = taken(FULL)
    meta = json_resume.export(document_, facts, OPEN, {"reader": "r-1"})["meta"]
    assert meta["version"] == "v1.0.0"
    assert meta["hireloop"]["reader"] == "r-1"
    spans = meta["hireloop"]["spans"]
    assert spans["basics.name"] == {"page": 1, "line": 1, "start": 0, "end": 2}
    assert {"work[0].name", "education[0].studyType", "skills[0].level"} <= spans.keys()


def test_nothing_stated_gives_an_empty_document() -> None:
    empty = ResumeFacts(Contact(), Qualifications())
    assert given(Document(()), empty) == {}


@pytest.mark.parametrize(
    ("plain", "path"),
    [
        (b"{not json", "$"),
        (b"[]", "$"),
        ({"work": {}}, "$.work"),
        ({"work": [{"startDate": "09/2018"}]}, "$.work[0].startDate"),
        ({"work": [{}, {"startDate": "2018-13"}]}, "$.work[1].startDate"),
        ({"education": [{"startDate": "2018-09", "endDate": "2017"}]}, "$.education[0].endDate"),
        ({"basics": {"name": 5}}, "$.basics.name"),
        ({"basics": {"location": "Shanghai"}}, "$.basics.location"),
        ({"skills": [{"name": "x" * 201}]}, "$.skills[0].name"),
        ({"work": [{}] * 61}, "$.work"),
        ({"work": [{"highlights": [None]}]}, "$.work[0].highlights[0]"),
    ],
)
def test_the_first_place_that_breaks_the_schema_is_named(plain: Any, path: str) -> None:
    assert refusal(plain) == path


def test_a_document_too_large_or_too_deep_is_refused() -> None:
    assert refusal(b'{"basics": "' + b"x" * json_resume.MAX_BYTES + b'"}') == "$"
    assert refusal(b'{"work":' + b"[" * 90_000) == "$"


def test_absent_fields_may_be_null_or_empty_as_tools_write_them() -> None:
    plain = {"basics": {"name": "Li Ming", "phone": None, "email": "", "image": 7},
             "work": [{"name": "A", "startDate": "2020", "endDate": ""}]}  # fmt: skip
    facts = taken(plain)[1]
    assert facts.contact.phones == ()
    assert facts.qualifications.work[0].span is not None
    assert facts.qualifications.work[0].span.open


@pytest.mark.parametrize(
    ("content", "is_one"),
    [
        (b'{"basics": {}}', True),
        (b'\xef\xbb\xbf {"x": 1, "work" : []}', True),
        (b'{"name": "x"}', False),
        (b"basics: work", False),
        (b"{\\rtf1 work", False),
        (b'["work"]', False),
    ],
)
def test_a_document_is_known_by_its_content(content: bytes, is_one: bool) -> None:
    assert json_resume.looks_like_one(content) is is_one

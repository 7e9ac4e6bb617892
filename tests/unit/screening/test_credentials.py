"""Certificates and languages: held, in preparation, expired, or somebody else's."""

from datetime import date

import pytest

from chalicelib.screening import reading
from chalicelib.screening.criteria import Verdict, validate_criteria
from chalicelib.screening.document import Line
from chalicelib.screening.resume import read_facts
from chalicelib.screening.rules import decide, sought_by

MET, NOT, UNKNOWN = Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN


def verdict_of(text: str, rule: str, params: dict[str, str]) -> Verdict:
    [criterion] = validate_criteria(
        [
            {
                "criterion_id": "1",
                "importance": "essential",
                "label": {"zh": "证书", "en": "certificate"},
                "rule": rule,
                "params": params,
            }
        ]
    )
    lines = ["陈明", "13800138000", *text.splitlines()]
    read = tuple(Line(1, n, reading.clean(line)) for n, line in enumerate(lines, 1))
    facts = read_facts(read, today=date(2026, 11, 15), sought=sought_by((criterion,)))
    [finding] = decide((criterion,), facts.qualifications)
    return finding.verdict


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2021年我考取了初级会计职称", "初级会计师"),
        ("取得初级会计资格证书（2018）", "初级会计"),
        ("机动车驾驶证C1", "C1驾照"),
        ("证件：身份证、驾驶证（B2，2010年起）", "C1驾驶证"),
        ("有健康证", "健康证"),
        ("CET-6（508分）", "英语四级"),
        ("证书：CET-4（2021/06）", "CET-4"),
        ("Certificates: First Aid (renewal due 2028)", "First Aid"),
        ("证书：二级造价工程师（土建）", "造价工程师"),
        ("got my food handlers cert", "Food Handler"),
        ("I passed my food safety level 2 in 2023", "Food Safety Level 2"),
        ("ACCA member since 2021", "ACCA"),
        ("Certifications: PMP (exp. 2028), CSM", "PMP"),
    ],
)
def test_a_certificate_is_held_in_any_way_of_writing(text: str, wanted: str) -> None:
    assert verdict_of(text, "certificate", {"certificate": wanted}) is MET


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("有健康证，正在备考PMP、CFA", "CFA"),
        ("证书：NPDP（2023）、PMP（备考中）", "PMP"),
        ("有健康证，保育员证在考", "保育员证"),
        ("有健康证，登高证过期了没复审", "登高证"),
        ("有健康证，CET-6 412分未过", "CET-6"),
        ("有健康证，英语四级 465分，六级没过", "CET-6"),
        ("有叉车证，没有电工证", "电工证"),
        ("电脑一般，无证书。", "质检员证"),
        ("Full UK driving licence, wiring licence applied for", "wiring licence"),
        ("证书：二级造价工程师（土建）", "一级造价工程师"),
        ("证书：采购师（三级）", "CPSM"),
        ("Certifications: CSM; PRINCE2 Practitioner lapsed 2023", "PRINCE2"),
        ("Certificates: PMP, CKA – in progress", "CKA"),
        ("Full UK driving licence. First aid cert expired 2022.", "First Aid"),
        ("Certificates: AAT Level 4, ACCA (9 of 13 papers)", "ACCA"),
        (
            "Certificates: HubSpot, Studying for Salesforce Administrator",
            "Salesforce Administrator",
        ),
    ],
)
def test_what_is_in_preparation_failed_or_expired_is_not_held(text: str, wanted: str) -> None:
    assert verdict_of(text, "certificate", {"certificate": wanted}) is NOT


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("工作经历\n2020.07-2024.06   新东方   教师\n- 负责教师资格证考试培训课程", "教师资格证"),
        ("工作经历\n2020.07-2024.06   新东方   教师\n- 学生雅思平均提高0.5", "雅思"),
        ("教育背景\n暨南大学   会计学(ACCA方向)   本科   2016.09-2020.06", "ACCA"),
        ("工作经历\n2020.07-2024.06   建工公司   施工员", "施工员证"),
    ],
)
def test_what_pupils_sit_what_is_taught_and_what_a_post_is_called_is_none(
    text: str, wanted: str
) -> None:
    assert verdict_of(text, "certificate", {"certificate": wanted}) is UNKNOWN


@pytest.mark.parametrize(
    ("text", "language", "level", "expected"),
    [
        ("语言：粤语: 母语", "粤语", "expert", MET),
        ("English: 工作语言", "英语", "proficient", MET),
        ("Languages: Polish – native, English – B2", "英语", "proficient", MET),
        ("Languages: English – B1, Polish – native", "英语", "proficient", NOT),
        ("French: mother tongue. Italian: school level.", "意大利语", "familiar", NOT),
        ("IELTS Academic 7.0", "英语", "proficient", MET),
        (
            "工作经历\n2020.07-2024.06   安信公司   助理\nMandarin native, English fluent",
            "英语",
            "proficient",
            MET,
        ),
        ("工作经历\n2020.07-2024.06   安信公司   助理\n- 接待英语客户", "英语", "basic", UNKNOWN),
    ],
)
def test_a_language_has_the_level_that_its_own_words_give(
    text: str, language: str, level: str, expected: Verdict
) -> None:
    assert verdict_of(text, "language", {"language": language, "level": level}) is expected

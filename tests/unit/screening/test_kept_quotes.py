"""What is kept of a screening tells nobody more than the verdict rests on."""

import json
from datetime import date

import pytest

from chalicelib.foundation.command import system_command
from chalicelib.records.service import Application, OpenFile, Requisition, Upload
from chalicelib.records.tables import Person
from chalicelib.screening import taxonomy
from chalicelib.screening.changes import what_would_change
from chalicelib.screening.document import Document, Line
from chalicelib.screening.reading.unreadable import ResumeTooCostly
from chalicelib.screening.resume import read_facts
from chalicelib.screening.rules import decide, validate_criteria
from chalicelib.screening.scoring import fit_of
from chalicelib.screening.service.desk import Arrived, _screened
from chalicelib.screening.service.keeping import _result
from chalicelib.screening.service.screened import Screened

LETTER = (
    "王伟，男，28岁，已婚，电话13800138000，2016年7月至今在海云科技有限公司担任工程师，可立即到岗"
)
ROWS = [
    {
        "criterion_id": name,
        "rule": name,
        "importance": "preferred",
        "params": params,
        "label": {"zh": name, "en": name},
        "weight": 10,
    }
    for name, params in (("availability", {"days": 7}),)
]


def test_a_quoted_sentence_is_kept_without_age_sex_and_number() -> None:
    lines = tuple(Line(1, n, text) for n, text in enumerate(("王伟", LETTER), start=1))
    wanted = validate_criteria(ROWS)
    facts = read_facts(lines, today=date(2024, 6, 1))
    findings = decide(wanted, facts.qualifications)
    screened = Screened(
        "0" * 64, "r", 1, wanted, Document(lines), facts, findings, fit_of(wanted, findings),
        what_would_change(wanted, facts.qualifications, findings),
    )  # fmt: skip
    upload = Upload("p", "upload#p-u", upload_id="p-u", application_id="p-a")
    application = Application("p", "application#p-a", application_id="p-a", requisition_id="r")
    file = OpenFile(upload, application, Person("p", "person"))
    command = system_command("screen-x")
    result = _result(file, screened, None, command)
    assert [f["verdict"] for f in result.findings] == ["met"]
    kept = json.dumps([result.facts["qualifications"], result.findings], ensure_ascii=False)
    assert "可立即到岗" in kept
    assert not any(word in kept for word in ("男", "28岁", "已婚", "13800138000"))
    assert result.facts["contact"]["phones"][0]["value"] == "13800138000"


def test_a_file_that_lists_every_skill_ends_in_a_reason_and_not_in_a_row_too_large_to_keep() -> (
    None
):
    names = "、".join([*taxonomy.skills().entries] * 40)[:58_000]
    text = f"王伟\n电话：13800138000\n教育背景\n东湖大学 本科\n专业技能\n{names}\n"
    upload = Upload("p", "upload#p-u", upload_id="p-u", application_id="p-a", file_name="r.txt")
    application = Application("p", "application#p-a", application_id="p-a", requisition_id="r")
    file = OpenFile(upload, application, Person("p", "person"))
    requisition = Requisition("requisition", "r", criteria=ROWS)
    arrived = Arrived(system_command("screen-x"), "resumes/p-a/p-u")
    with pytest.raises(ResumeTooCostly):
        _screened(arrived, file, requisition, text.encode())

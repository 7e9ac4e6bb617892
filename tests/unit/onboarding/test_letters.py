"""What people are written: in their language, with their own link, and nothing left blank."""

import re
from string import Formatter

import pytest

from chalicelib.entrypoints.letters import Receiver, compose, e164
from chalicelib.foundation.messages import MESSAGES

TITLE = {"zh": "门店销售", "en": "Sales associate"}
LINK = "https://hire.example/interview/hli_x"
EVENTS = sorted(
    key.removeprefix("mail.").removesuffix(".subject")
    for key in MESSAGES
    if key.startswith("mail.") and key.endswith(".subject") and "sign-in" not in key
)
PAYLOAD = {
    "deadline": "2027-01-03T16:00:00.000000Z",
    "onsite": {
        "time": "2027-01-11T09:30:00+08:00",
        "place": {"zh": "上海市人民路 1 号", "en": "1 Renmin Road"},
    },
    "checks": [{"zh": "身份核验", "en": "Identity"}, {"zh": "学历核实", "en": "Education"}],
    "bring": [{"zh": "身份证", "en": "identity card"}],
    "steps": [{"zh": "提交入职材料", "en": "Hand in your documents"}],
    "start_date": "2027-02-01",
    "first_day": "2027-02-01",
    "note": "8000",
    "employee_number": "E1",
    "remind_on": "2027-01-08",
    "error": "States.Timeout",
}


def receiver(language, timezone="Asia/Shanghai"):
    return Receiver("p", "Wang Fang", "w@example.com", "", language, LINK, timezone)


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_letter_carries_the_title_and_the_receivers_own_link(event, language):
    letter = compose(event, PAYLOAD, receiver(language), TITLE)
    assert TITLE[language] in letter.subject
    assert LINK in letter.body


@pytest.mark.parametrize("event", EVENTS)
def test_every_field_of_a_letter_is_one_that_the_event_gives(event):
    given = {*PAYLOAD, "name", "title", "link", "onsite_time", "onsite_place"}
    for text in (*MESSAGES[f"mail.{event}.subject"], *MESSAGES[f"mail.{event}.body"]):
        assert {name for _, name, _, _ in Formatter().parse(text) if name} <= given


def test_the_pass_notice_says_when_and_where_to_come_and_what_is_checked():
    body = compose("application.passed", PAYLOAD, receiver("en"), TITLE).body
    assert "2027-01-11 09:30 (UTC+8)" in body
    assert "1 Renmin Road" in body
    assert "· Identity\n· Education" in body
    assert "· identity card" in body


def test_a_pass_notice_without_a_date_says_that_one_will_be_arranged():
    body = compose("application.passed", PAYLOAD | {"onsite": {}}, receiver("zh"), TITLE).body
    assert "到场时间：另行通知" in body


def test_a_chinese_letter_holds_no_english_list():
    body = compose("application.passed", PAYLOAD, receiver("zh"), TITLE).body
    assert "身份核验" in body
    assert "Identity" not in body


def test_a_deadline_is_told_in_the_receivers_own_time():
    letter = compose("interview.invited", PAYLOAD, receiver("zh"), TITLE)
    assert "2027-01-04 00:00 (Asia/Shanghai, UTC+8)" in letter.body


def test_an_unknown_time_zone_falls_back_to_utc():
    letter = compose("interview.invited", PAYLOAD, receiver("en", "Mars/Base"), TITLE)
    assert "2027-01-03 16:00 (UTC)" in letter.body


def test_no_letter_shows_an_unfilled_field():
    for event in EVENTS:
        letter = compose(event, PAYLOAD, receiver("en"), TITLE)
        assert not re.search(r"[{}]", letter.subject + letter.body)


@pytest.mark.parametrize(
    ("phone", "country", "dialled"),
    [
        ("138 0013 8000", "CN", "+8613800138000"),
        ("+86 138-0013-8000", "DE", "+8613800138000"),
        ("0151 23456789", "DE", "+4915123456789"),
        ("13800138000", "XX", ""),
        ("", "CN", ""),
        ("12", "CN", ""),
    ],
)
def test_a_phone_number_is_dialled_as_its_country_does(phone, country, dialled):
    assert dialled == e164(phone, country)

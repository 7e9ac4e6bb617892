"""Where people live and wish to work, as strangers say it."""

from datetime import date

import pytest

from chalicelib.screening import reading
from chalicelib.screening.criteria import Verdict, validate_criteria
from chalicelib.screening.document import Line
from chalicelib.screening.facts import Qualifications
from chalicelib.screening.resume import read_facts
from chalicelib.screening.rules import decide, sought_by

TODAY = date(2026, 11, 15)
MET, NOT, UNKNOWN = Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN


def held_of(text: str) -> Qualifications:
    lines = ["陈明", "13800138000", *text.splitlines()]
    read = tuple(Line(1, n, reading.clean(line)) for n, line in enumerate(lines, 1))
    return read_facts(read, today=TODAY).qualifications


def verdict_of(text: str, cities: list[str], *, relocation: bool = False) -> Verdict:
    params = {"cities": cities, **({"relocation": True} if relocation else {})}
    [criterion] = validate_criteria(
        [
            {
                "criterion_id": "1",
                "importance": "essential",
                "label": {"zh": "地点", "en": "place"},
                "rule": "location",
                "params": params,
            }
        ]
    )
    lines = ["陈明", "13800138000", *text.splitlines()]
    read = tuple(Line(1, n, reading.clean(line)) for n, line in enumerate(lines, 1))
    facts = read_facts(read, today=TODAY, sought=sought_by((criterion,)))
    [finding] = decide((criterion,), facts.qualifications)
    return finding.verdict


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("现居杭州余杭区，户籍安徽安庆", "杭州"),
        ("籍贯河北沧州，常住天津塘沽", "天津"),
        ("湖北襄阳人，目前住在武汉江岸区", "武汉"),
        ("户口所在地：湖南邵阳\n现住址：佛山市顺德区大良街道", "佛山"),
        ("家住顺德", "佛山"),
        ("I live in Galway", "戈尔韦"),
        ("Lives: Portsmouth", "朴茨茅斯"),
    ],
)
def test_a_home_is_where_somebody_lives_not_where_they_come_from(text: str, city: str) -> None:
    home = held_of(text).city
    assert (home and home.value) == city


@pytest.mark.parametrize(
    "text", ["籍贯：四川南充", "户籍所在地：甘肃天水", "生源地：甘肃天水", "Charlotte Green"]
)
def test_an_origin_or_a_name_is_no_home(text: str) -> None:
    assert held_of(text).city is None


@pytest.mark.parametrize(
    ("text", "city", "expected"),
    [
        ("想找杭州或者绍兴的店，别的城市不考虑", "绍兴", MET),
        ("想找杭州或者绍兴的店，别的城市不考虑", "上海", NOT),
        ("准备回老家岳阳", "岳阳", MET),
        ("希望工作地點：雙北地區皆可", "台北", MET),
        ("希望工作地點：雙北地區皆可", "高雄", NOT),
        ("期望工作地区：顺德、南海", "佛山", MET),
        ("期望：浙江省内", "宁波", MET),
        ("意愿：可去西宁、银川，外省其他地方不考虑", "银川", MET),
        ("期望工作地：兴义、安龙", "贵阳", NOT),
        ("只能在绍兴、萧山做", "宁波", NOT),
        ("台中以外不考慮", "台北", NOT),
        ("Shanghai (open to Suzhou, Hangzhou)", "Suzhou", MET),
        ("Prefer Houston; would consider Austin or San Antonio", "Austin", MET),
        ("I am only looking at jobs in Galway city", "Dublin", NOT),
        ("Will work anywhere on the south coast, e.g. Southampton, Brighton", "Brighton", MET),
        ("looking for hgv work, york/leeds area", "Leeds", MET),
        ("Preferred locations: Trim, Navan", "Dublin", NOT),
        ("曾去上海出差", "上海", UNKNOWN),
        ("Munich | open for Stuttgart and Vienna", "Hamburg", NOT),
    ],
)
def test_a_wish_is_met_by_its_places_and_no_others(text: str, city: str, expected: Verdict) -> None:
    assert verdict_of(text, [city]) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("现居成都 服从调剂", MET),
        ("现居成都，全国都行", MET),
        ("现居成都 是否服从调配：是", MET),
        ("现居成都 愿意出差", UNKNOWN),
        ("现居成都 是否接受外地工作：否", NOT),
        ("现居成都，可出差，不接受长期外派", NOT),
        ("现居成都，孩子上学，不打算离开", NOT),
        ("Address: 1 High Road, Leeds\nopen to relocating anywhere in the UK", MET),
        ("Address: 1 High Road, Leeds\nWilling to travel up to 30%", UNKNOWN),
        ("Address: 1 High Road, Leeds\nnot ready to move because of family", NOT),
        ("Address: 1 High Road, Leeds\nWould not relocate", NOT),
    ],
)
def test_readiness_to_move_is_said_and_travel_is_not_moving(text: str, expected: Verdict) -> None:
    assert verdict_of(text, ["广州"], relocation=True) is expected


def test_a_district_is_in_its_city_and_a_city_is_not_each_of_its_districts() -> None:
    assert verdict_of("家住顺德", ["佛山"]) is MET
    assert verdict_of("现居佛山禅城", ["顺德"]) is UNKNOWN

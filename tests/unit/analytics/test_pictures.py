"""What every picture owes its reader: sound XML, no inline style, texts that stay apart."""

import itertools
import re
from pathlib import Path
from typing import Any

import pytest

from chalicelib.analytics import charts, svg
from chalicelib.analytics.registry import CHARTS, render
from tests.unit.analytics import cases, weekly

CSS = Path(charts.__file__).parents[2] / "entrypoints/console/static/charts.css"
LONG = "Senior Python developer for the platform architecture group, Shanghai and Chengdu"

PICTURES: dict[str, tuple[str, Any]] = {
    "scores of the source case": ("score-distribution", cases.source_case()),
    "scores all over": (
        "score-distribution",
        cases.scored(*[99 * cases.wave(i, 31) for i in range(300)], cut=75),
    ),
    "scores all the same": ("score-distribution", cases.scored(*[80.0] * 1500)),
    "scores at both ends": ("score-distribution", cases.scored(*[0.0, 100.0] * 5, cut=100)),
    "dimensions": ("dimension-means", cases.two_dimensions(40)),
    "pass rates": (
        "pass-rate",
        [
            *cases.decided("REQ-1", 0, 40, LONG),
            *cases.decided("REQ-2", 12, 12),
            *cases.decided("R", 1, 2),
        ],
    ),
    "pass rates of many": (
        "pass-rate",
        [row for i in range(40) for row in cases.decided(f"REQ-{i}", i % 11, 12, "店长" * 20)],
    ),
    "funnel": ("funnel", cases.journeys(200)),
    "funnel where all stopped at once": ("funnel", cases.journeys(10)[:1] * 12),
    "prediction": ("prediction", cases.employees(80)),
    "prediction of ten": ("prediction", cases.employees(10)),
    "prediction where all are missed": ("prediction", cases.employees(60, slope=0, noise=0.01)),
    "prediction of thousands": ("prediction", cases.employees(3000)),
    "hit rate": ("hit-rate", cases.employees(80)),
    "groups": (
        "selection-rates",
        [
            *cases.grouped("female", 6, 40),
            *cases.grouped("male", 20, 40),
            *cases.grouped("unknown", 3, 9),
        ],
    ),
    "weeks": ("score-drift", weekly.weeks(30)),
    "one week": ("score-drift", weekly.weeks(1)),
    "weeks of few": ("score-drift", weekly.weeks(9, n=3)),
    "pass rates of stores": ("pass-rate-store", cases.decided("S0001", 4, 20, "店")),
    "pass rates of regions": ("pass-rate-region", cases.decided("east", 4, 20)),
    "pass rates of sources": ("pass-rate-source", cases.decided("direct", 4, 20)),
    "stays": ("time-in-stage", weekly.stays(40)),
    "stays of no time at all": ("time-in-stage", weekly.stays(12, minutes=0)),
    "hires": ("time-to-hire", weekly.stretches(25)),
    "before and after": ("before-after", weekly.moved(28, 14)),
    "before and after of few": ("before-after", weekly.moved(28, 14, few=3)),
    "load": ("recruiter-load", weekly.hands(20)),
    "sources": ("source-performance", weekly.sources()),
    "sources of few": ("source-performance", weekly.sources()[2:] * 4),
    "questions": ("question-statistics", weekly.questions(20)),
    "opinions": ("satisfaction", weekly.opinions(40)),
    "radar": ("radar", cases.profile()),
    "radar with gaps": ("radar", cases.profile(("teamwork", "learning"))),
    "radar of three": ("radar", cases.profile()[:3]),
    "radar of two": ("radar", cases.profile()[:2]),
    "profile": ("profile", cases.profile(("teamwork",))),
    "nothing at all": ("prediction", []),
    "one score": ("score-distribution", cases.scored(80.0)),
}


#: Charts whose rows are given in their order.
IN_ORDER = ("score-drift", "time-in-stage", "time-to-hire", "before-after", "recruiter-load",
            "question-statistics", "source-performance")  # fmt: skip


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("case", PICTURES)
class TestEveryPicture:
    def test_is_sound_and_has_a_name_a_description_and_no_style(self, case: str, language: str):
        picture = render(*PICTURES[case], language).svg

        root = cases.parsed(picture)

        assert root.get("role") == "img"
        assert language == root.get("lang")
        title, description = root[0], root[1]
        assert [f"{cases.TAG}title", f"{cases.TAG}desc"] == [title.tag, description.tag]
        assert f"{title.get('id')} {description.get('id')}" == root.get("aria-labelledby")
        assert title.text
        assert description.text
        assert not re.search(r"style=|<style|<script|href=|\son\w+=|nan|inf\b", picture)

    def test_texts_stay_inside_and_apart(self, case: str, language: str):
        picture = render(*PICTURES[case], language).svg
        box = [float(part) for part in cases.parsed(picture).get("viewBox", "").split()]

        found = cases.texts(picture)

        outside = [
            text
            for text, room in found
            if room.x < -0.1
            or room.x + room.width > box[2] + 0.1
            or room.y < -0.1
            or room.y + room.height > box[3] + 0.1
        ]
        assert outside == []
        pairs = itertools.combinations(found, 2)
        assert [(a, b) for (a, one), (b, two) in pairs if one.meets(two)] == []

    def test_the_same_rows_in_another_order_give_the_same_picture(self, case: str, language: str):
        key, rows = PICTURES[case]
        if key in ("radar", "profile", *IN_ORDER) or not isinstance(rows, list):
            return
        assert render(key, rows, language) == render(key, list(reversed(rows)), language)


@pytest.mark.parametrize("case", PICTURES)
def test_both_languages_differ_in_words_and_agree_in_figures(case: str):
    chinese, english = (render(*PICTURES[case], language) for language in ("zh", "en"))

    assert chinese.svg != english.svg
    assert not re.search(r"[\u4e00-\u9fff]", re.sub("[店长]", "", english.svg))
    for language in ("zh", "en"):
        assert chinese.summary[language] == english.summary[language]
    assert (chinese.n, chinese.columns, chinese.rows) == (english.n, english.columns, english.rows)


def test_every_class_of_a_picture_has_a_rule_in_the_stylesheet():
    pictures = [render(key, rows, "en").svg for key, rows in PICTURES.values()]
    used = {
        name
        for text in pictures
        for c in re.findall(r'class="([^"]+)"', text)
        for name in c.split()
    }

    styled = set(re.findall(r"\.([a-z-]+)", CSS.read_text()))

    assert set() == used - styled - {"cut"}


def test_every_listed_chart_is_looked_at_here():
    assert set(CHARTS) == {key for key, _ in PICTURES.values()}


def test_a_name_with_markup_and_control_characters_stays_text():
    rows = cases.decided("REQ-1", 4, 20, '<b onload="x">\x00\x1b&\ud800\ufffe')

    picture = render("pass-rate", rows, "en").svg

    assert 'REQ-1 · <b onload="x">&' in [text for text, _ in cases.texts(picture)]
    assert "<b" not in picture


def test_a_figure_that_is_not_finite_is_refused():
    with pytest.raises(ValueError, match="finite"):
        svg.num(float("nan"))
    assert [svg.num(-0.01), svg.num(1.5), svg.num(-3)] == ["0", "1.5", "-3"]


def test_a_long_text_is_cut_with_an_ellipsis_and_a_short_one_is_left():
    assert svg.clip("Teamwork", 200) == "Teamwork"
    assert svg.text_width(svg.clip("数据驱动决策" * 9, 100)) <= 100
    assert svg.wrap("Customer need discovery", 130) == ["Customer need", "discovery"]
    assert svg.wrap("数据驱动决策", 55) == ["数据驱动", "决策"]

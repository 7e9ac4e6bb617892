"""Dates, figures and marked answers as a page shows them."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from chalicelib.entrypoints.console import reader
from chalicelib.entrypoints.console.marks import Segment, segments, unsurely
from chalicelib.entrypoints.console.reader import Reader
from chalicelib.foundation import clock

ZH = Reader("zh", ZoneInfo("Asia/Shanghai"))
EN = Reader("en", ZoneInfo("Asia/Shanghai"))


def test_a_moment_is_shown_in_the_company_s_zone() -> None:
    assert "2027-03-01 10:30" == ZH.when("2027-03-01T02:30:00.000000Z")


def test_a_bare_date_stays_the_date_it_is() -> None:
    assert "2027-03-01" == ZH.day("2027-03-01")


def test_a_time_in_words_is_shown_as_it_was_written() -> None:
    assert "下周一上午" == ZH.when("下周一上午")


def test_ages_are_told_in_the_largest_fitting_unit() -> None:
    with clock.fixed(datetime(2027, 3, 3, tzinfo=UTC)):
        assert "2 天前" == ZH.ago("2027-03-01T00:00:00Z")
        assert "5 h ago" == EN.ago("2027-03-02T19:00:00Z")
        assert "just now" == EN.ago("2027-03-02T23:59:30Z")


def test_months_are_told_in_years_and_months() -> None:
    assert "2 年 3 个月" == ZH.months(27)
    assert "5 m" == EN.months(5)


def test_the_other_language_stands_in_where_one_is_missing() -> None:
    assert "只有中文" == EN.tx({"zh": "只有中文", "en": ""})


def test_an_unknown_value_is_shown_and_breaks_nothing() -> None:
    assert "brand new" == ZH.word("stage", "brand_new")
    assert "some.key" == ZH.said("some.key")


def test_figures_that_are_not_there_are_dashes() -> None:
    assert ["–", "–", "–", "–"] == [
        f(None) for f in (reader.number, reader.points, reader.signed, reader.percent)
    ]


def test_figures_are_written_for_people() -> None:
    assert "12,345" == reader.number(12345)
    assert "80" == reader.points(80.0)
    assert "61.2" == reader.points(61.25)
    assert "−0.40" == reader.signed(-0.4)
    assert "31.2%" == reader.percent(0.312, 1)
    assert "2016-08" == reader.month_name(2016 * 12 + 7)


def test_clauses_of_one_part_stand_under_one_mark() -> None:
    spans = [
        {"start": 0, "end": 2, "part": "S", "flag": None},
        {"start": 3, "end": 5, "part": "S", "flag": None},
        {"start": 5, "end": 7, "part": "O", "flag": "empty"},
    ]
    assert [Segment("甲乙，丙丁", "S"), Segment("戊己", "", "empty"), Segment("庚")] == segments(
        "甲乙，丙丁戊己庚", spans
    )


@given(
    st.text(max_size=40),
    st.lists(
        st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from("STARO")), max_size=6
    ),
)
def test_segments_always_join_to_the_whole_answer(
    text: str, found: list[tuple[int, int, str]]
) -> None:
    spans = [{"start": a, "end": b, "part": part, "flag": None} for a, b, part in found]
    assert text == "".join(piece.text for piece in segments(text, spans))


def test_a_chance_from_finitely_many_draws_is_never_called_certain() -> None:
    assert ["> 99%", "97%", "< 1%", "–"] == [reader.chance(p) for p in (1.0, 0.97, 0.0, None)]


def test_words_recognised_unsurely_are_marked_inside_their_clause_and_across_two() -> None:
    cut = segments("abcdef", [{"start": 0, "end": 3, "part": "S", "flag": None}])
    found = unsurely(cut, [{"start": 2, "end": 4}, {"start": 5, "end": 6}])
    assert [segment.words for segment in found] == [
        (("ab", False), ("c", True)),
        (("d", True), ("e", False), ("f", True)),
    ]
    assert "".join(text for segment in found for text, _ in segment.words) == "abcdef"

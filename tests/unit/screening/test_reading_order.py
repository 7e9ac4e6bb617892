"""The order of a page's lines does not depend on the order in which a file draws them."""

import io
from random import Random

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from chalicelib.screening import reading
from chalicelib.screening.document import Emphasis, Line

Mark = tuple[float, float, str]  # x, y in points, text
Marks = list[Mark]
LEFT = ["Contact", "jane.doe@example.com", "(415) 555-0100", "Skills", "Python", "Excel", "SQL"]
RIGHT = [
    "Experience",
    "Acme Corporation of the North, Senior Engineer",
    "Built the billing platform and led six engineers",
    "Initech, Engineer",
    "Wrote reports that nobody read but everybody wanted",
    "Education",
    "Lakeside University, Bachelor of Science",
    "2010 - 2014",
    "Languages",
    "English, German",
]


def pdf(marks: Marks, *, size: float = 10, font: str = "Helvetica") -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, A4, invariant=1)
    for x, y, text in marks:
        larger = size * 2 if y > 790 else size
        canvas.setFont(font, larger)
        canvas.drawString(x, y, text)
    canvas.save()
    return buffer.getvalue()


def column(x: float, lines: list[str], leading: float, top: float = 760) -> Marks:
    return [(x, top - leading * n, line) for n, line in enumerate(lines)]


def read(marks: Marks) -> list[str]:
    return [line.text for line in reading.read(pdf(marks)).lines]


def drawn(marks: Marks, how: str) -> Marks:
    if how == "row by row":
        return sorted(marks, key=lambda mark: (-mark[1], mark[0]))
    if how == "right to left":
        return sorted(marks, key=lambda mark: (-mark[1], -mark[0]))
    if how == "upwards":
        return sorted(marks, key=lambda mark: mark[1])
    if how == "at random":
        return Random(5).sample(marks, len(marks))
    return marks


ORDERS = ("one after the other", "row by row", "right to left", "upwards", "at random")


@pytest.mark.parametrize("how", ORDERS)
@pytest.mark.parametrize("leading", [14, 16.5])
def test_a_narrow_left_column_is_read_whole_before_the_right_one(how: str, leading: float) -> None:
    marks = column(40, LEFT, leading) + column(230, RIGHT, 14)

    assert read(drawn(marks, how)) == LEFT + RIGHT


@pytest.mark.parametrize("how", ORDERS)
def test_a_narrow_right_column_is_read_after_the_left_one(how: str) -> None:
    marks = column(40, RIGHT, 14) + column(400, LEFT, 15)

    assert read(drawn(marks, how)) == RIGHT + LEFT


@pytest.mark.parametrize("how", ORDERS)
def test_a_head_over_both_columns_is_read_first(how: str) -> None:
    head = [(40.0, 800.0, "Jane Doe, Senior Engineer of Systems")]
    about = [
        (40.0, 780.0, "An engineer who has built and led, and who likes to write things down.")
    ]
    marks = head + about + column(40, LEFT, 14, top=750) + column(230, RIGHT, 15, top=750)

    assert read(drawn(marks, how)) == [head[0][2], about[0][2], *LEFT, *RIGHT]


@pytest.mark.parametrize("how", ORDERS)
def test_an_employer_and_its_dates_at_the_margin_are_one_line(how: str) -> None:
    rows = [
        ("Experience", ""),
        ("Acme Corporation", "Jul 2014 - Present"),
        ("Built the billing platform, led six engineers and moved everything to the cloud", ""),
        ("Initech", "2012 - 2014"),
        ("Globex", "2010 - 2012"),
        ("Education", ""),
        ("Lakeside University", "2006 - 2010"),
    ]
    marks: Marks = []
    for n, (name, dates) in enumerate(rows):
        marks.append((40, 760 - 15 * n, name))
        if dates:
            marks.append((555 - 5 * len(dates), 760 - 15 * n, dates))

    assert read(drawn(marks, how)) == ["   ".join(filter(None, row)) for row in rows]


@pytest.mark.parametrize("how", ORDERS)
def test_the_cells_of_a_table_row_stay_together(how: str) -> None:
    rows = [
        ("Dates", "Company", "Title"),
        ("2014 - 2019", "Acme Corporation", "Engineer"),
        ("2012 - 2014", "Initech", "Clerk"),
        ("2010 - 2012", "Globex", "Intern"),
        ("2006 - 2010", "Lakeside University", "Student"),
    ]
    marks = [
        (x, 760.0 - 18 * n, text)
        for n, row in enumerate(rows)
        for x, text in zip((40.0, 150.0, 330.0), row, strict=True)
    ]

    assert read(drawn(marks, how)) == ["   ".join(row) for row in rows]


@pytest.mark.parametrize("how", ORDERS)
def test_dates_in_the_margin_stay_with_what_they_date(how: str) -> None:
    right = [
        "Acme Corporation, Engineer",
        "Built the billing platform",
        "Led six engineers",
        "Initech, Clerk",
        "Wrote reports",
        "Kept the printers alive",
        "Lakeside University",
        "Bachelor of Science",
    ]
    marks = [(40.0, 790.0, "Experience"), *column(150, right, 14)]
    dates = {0: "2014 - 2019", 3: "2012 - 2014", 6: "2008 - 2012"}
    marks += [(40.0, 760.0 - 14 * n, text) for n, text in dates.items()]
    expected = [f"{dates[n]}   {line}" if n in dates else line for n, line in enumerate(right)]

    assert read(drawn(marks, how)) == ["Experience", *expected]


def test_a_heading_in_the_margin_is_a_line_of_its_own() -> None:
    marks = column(150, ["Acme Corporation, 2014 - 2019", "Engineer", "Built things"], 14)
    marks += [(40, 760, "Experience"), (40, 700, "Education"), (150, 700, "Lakeside University")]
    marks += [(150, 686, "Bachelor"), (40, 660, "Skills"), (150, 660, "Python, Excel")]

    assert read(marks)[:2] == ["Experience", "Acme Corporation, 2014 - 2019"]
    assert read(marks)[-2:] == ["Skills", "Python, Excel"]


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        (["jane.a.doe.longname", "@example-mail.com"], "jane.a.doe.longname@example-mail.com"),
        (["jane.a.doe.longname@", "example-mail.com"], "jane.a.doe.longname@example-mail.com"),
        (["jane.a.doe.longname@example-mail.", "com"], "jane.a.doe.longname@example-mail.com"),
        (["138 0013", "8000"], "138 00138000"),
        (["2014.07 -", "2019.06"], "2014.07 - 2019.06"),
        (
            ["Python, Django, PostgreSQL and many", "others"],
            "Python, Django, PostgreSQL and many others",
        ),
    ],
)
def test_what_a_narrow_column_breaks_is_made_whole(parts: list[str], whole: str) -> None:
    lines = ["Education", "Lakeside University", "2015 - 2019", "Skills", *parts]

    assert read(column(40, lines, 14))[-1] == whole


def test_words_are_read_where_each_letter_is_drawn_alone() -> None:
    marks: Marks = []
    for n, line in enumerate(["Education 2010 - 2014", "Lakeside University", "Skills Python"]):
        x = 40.0
        for letter in line:
            marks.append((x, 760 - 15 * n, letter))
            x += Canvas("x").stringWidth(letter, "Helvetica", 10)

    assert read(marks) == ["Education 2010 - 2014", "Lakeside University", "Skills Python"]


def emphases(lines: tuple[Line, ...]) -> dict[str, Emphasis]:
    return {line.text: line.emphasis for line in lines}


def test_larger_text_is_a_title_or_a_heading() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, A4, invariant=1)
    rows = [("Jane Doe", 20), ("Education", 13), *((line, 10) for line in RIGHT[5:8])]
    for n, (text, size) in enumerate(rows):
        canvas.setFont("Helvetica", size)
        canvas.drawString(40, 780 - 24 * n, text)
    canvas.setFont("Helvetica-Bold", 10)
    canvas.drawString(40, 600, "Acme Corporation")
    canvas.save()
    found = emphases(reading.read(buffer.getvalue()).lines)

    assert found["Jane Doe"] is Emphasis.TITLE
    assert found["2010 - 2014"] is Emphasis.PLAIN
    assert found["Acme Corporation"] is Emphasis.STRONG


def test_a_file_in_bold_from_end_to_end_emphasises_nothing() -> None:
    lines = reading.read(pdf(column(40, RIGHT, 14), font="Helvetica-Bold")).lines

    assert {line.emphasis for line in lines} == {Emphasis.PLAIN}


def test_a_page_turned_by_a_quarter_is_read_in_its_own_order() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, A4, invariant=1)
    canvas.translate(300, 40)
    canvas.rotate(90)
    for n, line in enumerate(RIGHT):
        canvas.drawString(0, -16 * n, line)
    canvas.save()

    assert [line.text for line in reading.read(buffer.getvalue()).lines] == RIGHT

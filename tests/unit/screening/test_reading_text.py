"""Text formats: every encoding, Markdown without its marks, RTF, tables of pages and Word files."""

import pytest

from chalicelib.screening import reading
from chalicelib.screening.document import Emphasis
from chalicelib.screening.reading import unreadable
from chalicelib.screening.reading.decoding import decode
from infra.resume_samples import files

SIMPLE = "王伟\n电话：13800138000\n教育背景\n2015.09 - 2019.06   东湖大学   软件工程   本科\n"
TRADITIONAL = (
    "陳怡君\n電話：0912-345-678\n學歷\n2012.09 - 2016.06   國立臺灣大學   資訊工程   學士\n"
)
ACCENTED = "Zoë Müller\nRésumé\nEducation\n2015 - 2019   Université de Montréal   Bachelor\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((SIMPLE, e) for e in ("utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le")),
        *((TRADITIONAL, e) for e in ("utf-8", "big5", "cp950", "gb18030", "utf-16-be")),
        *((ACCENTED, e) for e in ("utf-8", "cp1252", "latin-1")),
    ],
)
def test_text_is_decoded_in_each_encoding(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_a_web_page_in_big5_is_read() -> None:
    page = f"<html><body>{''.join(f'<p>{x}</p>' for x in TRADITIONAL.splitlines())}</body></html>"

    assert reading.read(page.encode("big5")).lines[0].text == "陳怡君"


def test_markdown_loses_its_marks_and_keeps_their_meaning() -> None:
    text = (
        "# 王伟\n\n电话：13800138000\n\n## 教育背景\n\n---\n\n**东湖大学**\n\n"
        "- **软件工程**，本科\n"
        "* [主页](https://example.com/wang)\n\n"
        "| 时间 | 学校 |\n|---|---|\n| 2015 - 2019 | 东湖大学 |\n"
    )
    lines = reading.read(text.encode()).lines

    assert [(line.text, line.emphasis) for line in lines] == [
        ("王伟", Emphasis.TITLE),
        ("电话:13800138000", Emphasis.PLAIN),
        ("教育背景", Emphasis.HEADING),
        ("东湖大学", Emphasis.STRONG),
        ("软件工程,本科", Emphasis.PLAIN),
        ("主页 https://example.com/wang", Emphasis.PLAIN),
        ("时间   学校", Emphasis.PLAIN),
        ("2015 - 2019   东湖大学", Emphasis.PLAIN),
    ]


def test_stars_and_lines_of_plain_text_are_left_alone() -> None:
    text = SIMPLE + "C++ * 3 年，评分 ** 两星\n技能：snake_case_name\n"

    assert reading.read(text.encode()).lines[-1].text == "技能:snake_case_name"


def test_lines_that_an_editor_cut_at_one_width_are_joined() -> None:
    text = (
        "Jane Doe\nEducation: 2010 - 2014 Lakeside University\n"
        "- built the billing platform in Python and Django for two million people\n"
        "and moved all of it to the cloud; worked with four teams in three places\n"
        "at once and wrote the handbook.\n"
    )
    assert [line.text for line in reading.read(text.encode()).lines][-1] == (
        "- built the billing platform in Python and Django for two million people and moved all of"
        " it to the cloud; worked with four teams in three places at once and wrote the handbook."
    )


@pytest.mark.parametrize(
    "coded",
    [
        "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in SIMPLE.replace("\n", "\\par ")),
        "".join(
            c if c.isascii() else "".join(f"\\'{b:02x}" for b in c.encode("gbk"))
            for c in SIMPLE.replace("\n", "\\par ")
        ),
    ],
    ids=["unicode escapes", "code page 936"],
)
def test_chinese_rtf_is_read(coded: str) -> None:
    fonts = r"{\fonttbl{\f0\fnil\fcharset134 SimSun;}}"
    content = r"{\rtf1\ansi\ansicpg936\uc1" + fonts + r"\f0 " + coded + "}"

    texts = [line.text for line in reading.read(content.encode()).lines]
    assert texts == [reading.clean(line) for line in SIMPLE.splitlines()]


def cell(*paragraphs: str) -> str:
    inside = "".join(f"<w:p><w:r><w:t>{p}</w:t></w:r></w:p>" for p in paragraphs)
    return f"<w:tc>{inside}</w:tc>"


def table(*rows: tuple[str, ...]) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows) + "</w:tbl>"


def word(body: str) -> list[str]:
    return [line.text for line in reading.read(files.word_file(body)).lines]


def test_a_table_that_lays_out_a_page_is_read_column_by_column() -> None:
    left = cell("王伟", "13800138000", "专业技能", "Python", "Excel")
    right = cell("工作经历", "2019.07 - 2021.06   东湖云启", "教育背景", "2015 - 2019   东湖大学")

    assert word(table((left, right))) == [
        *("王伟", "13800138000", "专业技能", "Python", "Excel"),
        *("工作经历", "2019.07 - 2021.06   东湖云启", "教育背景", "2015 - 2019   东湖大学"),
    ]


def test_a_heading_beside_its_part_is_a_line_of_its_own() -> None:
    rows = [
        (cell("姓名"), cell("王伟"), cell("电话"), cell("13800138000")),
        (cell("教", "育", "背", "景"), cell("2015 - 2019   东湖大学", "软件工程   本科")),
    ]
    assert word(table(*rows)) == [
        "姓名   王伟   电话   13800138000",
        "教育背景",
        "2015 - 2019   东湖大学",
        "软件工程   本科",
    ]


def test_a_text_box_is_read_once_though_the_file_holds_it_twice() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>13800138000</w:t></w:r></w:p></w:txbxContent>"
    both = (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    body = "".join(f"<w:p><w:r><w:t>{x}</w:t></w:r></w:p>" for x in SIMPLE.splitlines()[2:])

    assert word(both + body)[0] == "13800138000"
    assert word(both + body).count("13800138000") == 1


def test_styles_and_sizes_of_a_word_file_are_emphasis() -> None:
    styled = '<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>教育背景</w:t></w:r></w:p>'
    large = '<w:p><w:r><w:rPr><w:sz w:val="44"/></w:rPr><w:t>王伟</w:t></w:r></w:p>'
    bold = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>东湖大学</w:t></w:r></w:p>"
    plain = "<w:p><w:r><w:t>2015.09 - 2019.06 在校学习，成绩优良，多次获奖</w:t></w:r></w:p>"
    lines = reading.read(files.word_file(large + styled + bold + plain)).lines

    assert [line.emphasis for line in lines] == [3, 2, 1, 0]


def test_a_table_of_a_page_keeps_its_rows_together() -> None:
    page = (
        "<html><body><h1>王伟</h1><table><tr><th>时间</th><th>学校</th></tr>"
        "<tr><td>2015 - 2019</td><td>东湖大学</td></tr></table></body></html>"
    )
    assert [x.text for x in reading.read(page.encode()).lines] == [
        *("王伟", "时间   学校", "2015 - 2019   东湖大学")
    ]


@pytest.mark.parametrize(
    "content",
    [
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html></html>",
        files.zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "x"}),
        files.zipped({"Index/Document.iwa": "x"}),
        b"<?xml version='1.0'?><?mso-application progid='Word.Document'?>"
        b"<w:wordDocument xmlns:w='http://schemas.microsoft.com/office/word/2003/wordml'/>",
    ],
    ids=["saved web page", "OpenDocument", "Pages", "Word 2003 XML"],
)
def test_a_kind_that_is_not_read_is_named_as_such(content: bytes) -> None:
    with pytest.raises(unreadable.ResumeUnsupported):
        reading.read(content)

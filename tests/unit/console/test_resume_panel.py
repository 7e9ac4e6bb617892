"""A résumé beside its findings: pieces join to lines, marks carry numbers, covers cover."""

import re

from chalicelib.entrypoints.console.resume import panel, reviewed
from chalicelib.screening.document import Document
from chalicelib.screening.masking import Guard
from tests.unit.console import samples
from tests.unit.console.test_templates import shown

ALL = frozenset(Guard)


def laid_out(hide=ALL):
    view = samples.candidate("screened", interviewed=False)["view"]
    return panel(view.screening, view.findings, samples.document(), hide)


def test_the_pieces_of_a_row_join_to_its_line() -> None:
    given = laid_out()
    for row in given.rows:
        text = "".join(piece.text for piece in row.pieces)
        assert text == given.quotes[row.page, row.number]


def test_a_mark_shows_its_number_once_however_often_it_is_cut() -> None:
    for row in laid_out().rows:
        begun = [number for piece in row.pieces for number in piece.first]
        assert sorted(begun) == sorted(set(begun))
        carried = {number for piece in row.pieces for number in piece.findings}
        assert carried == set(begun)


def test_a_finding_quotes_the_words_that_this_reader_may_see() -> None:
    given = laid_out()
    assert "13800138000" not in repr(given.rows)
    sales = next(item for item in given.findings if item["criterion_id"] == "sales")
    assert "杭州西湖百货" in given.said(sales["evidence"][0])


def test_without_kept_lines_findings_stand_alone() -> None:
    view = samples.candidate("screened", interviewed=False)["view"]
    given = panel(view.screening, view.findings, None, ALL)
    assert (given.rows, len(given.findings)) == ((), 4)
    assert panel(view.screening, view.findings, Document(()), ALL).rows == ()


def test_every_place_on_the_page_leads_to_a_line_and_every_number_to_a_finding() -> None:
    text = shown("candidate-screened", "zh")
    ids = set(re.findall(r'id="([^"]+)"', text))
    links = set(re.findall(r'href="#([lf]-[\d-]+)"', text))
    assert links
    assert links <= ids


def test_verdicts_are_told_in_words_and_notices_plainly() -> None:
    zh, en = shown("candidate-screened", "zh"), shown("candidate-screened", "en")
    assert "这份简历含有读者看不见的文字，未计分。" in zh
    assert "text that a reader cannot see" in en
    assert re.search(r'<mark class="ev met"[^>]*title="[^"]*满足', zh)


def test_names_are_said_in_the_readers_language() -> None:
    assert reviewed("city", "上海", "en") == "Shanghai"
    assert reviewed("language", "英语", "en") == "English"
    assert reviewed("language", "英语", "zh") == "英语"
    assert reviewed("city", "某镇", "en") == "某镇"

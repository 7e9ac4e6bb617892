"""Lines packed for the person's file come out as they went in, and always fit into one item."""

import random

from chalicelib.screening.document import Document, Emphasis, Line, Notice, NoticeKind
from chalicelib.screening.kept_lines import pack, unpack

ITEM_BYTES = 400_000


def test_lines_notices_gaps_and_emphasis_come_out_as_they_went_in() -> None:
    document = Document(
        (
            Line(1, 1, "李明", Emphasis.TITLE),
            Line(1, 2, "门店主管"),
            Line(1, 5, "教育经历", Emphasis.HEADING),
            Line(1, 6, "浙江大学"),
            Line(3, 2, '"quoted" \\ [1]'),
        ),
        (Notice(NoticeKind.HIDDEN_TEXT, 1, 0, "看不见"),),
    )
    assert unpack(pack(document)) == document
    assert unpack(pack(Document(()))) == Document(())


def test_the_most_that_reading_allows_fits_into_an_item() -> None:
    pick = random.Random(5)
    single = tuple(Line(1, n, chr(pick.randint(0x4E00, 0x9FA5))) for n in range(1, 60_001))
    gaps = tuple(Line(1, 2 * n, chr(pick.randint(0x4E00, 0x9FA5))) for n in range(1, 30_001))
    for lines in (single, gaps):
        assert len(pack(Document(lines))) < ITEM_BYTES * 3 / 4


def test_a_page_of_running_text_is_small() -> None:
    lines = tuple(Line(1, n, f"负责门店日常运营与第{n}季度盘点") for n in range(1, 60))
    assert len(pack(Document(lines))) < 1_000

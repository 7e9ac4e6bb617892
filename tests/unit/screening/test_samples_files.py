"""Generated résumé files hold exactly the characters that their marks say, and dates add up."""

import io
import re
import unicodedata
import zipfile
from collections import Counter
from contextlib import suppress
from functools import cache
from html import unescape

import pypdfium2
import pytest

from chalicelib.screening.reading import read
from chalicelib.screening.reading.unreadable import NotAResume
from infra.resume_samples.varied import Written, write
from infra.resume_samples.varied.dates import AS_OF, DateStyle


@cache
def sample() -> tuple[Written, ...]:
    return tuple(write(17, 160, "test"))


def of_kind(extension: str) -> list[Written]:
    return [w for w in sample() if w.file_name.endswith(extension)]


def letters(text: str) -> Counter[str]:
    return Counter(re.sub(r"[\s|]+", "", unicodedata.normalize("NFKC", text)))


def marked(written: Written) -> Counter[str]:
    return letters("".join(piece.text for line in written.marked for piece in line))


def test_pdf_files_hold_the_marked_characters():
    assert len(of_kind("pdf")) > 30
    for written in of_kind("pdf"):
        document = pypdfium2.PdfDocument(written.content)
        text = "".join(page.get_textpage().get_text_range() for page in document)
        assert letters(text) == marked(written), written.file_name


def test_word_files_hold_the_marked_characters():
    assert len(of_kind("docx")) > 20
    for written in of_kind("docx"):
        archive = zipfile.ZipFile(io.BytesIO(written.content))
        xml = "".join(
            archive.read(name).decode()
            for name in ("word/header1.xml", "word/document.xml")
            if name in archive.namelist()
        )
        xml = re.sub("<mc:Fallback>.*?</mc:Fallback>", "", xml)
        text = unescape("".join(re.findall(r"<w:t [^>]*>([^<]*)</w:t>", xml)))
        assert letters(text) == marked(written), written.file_name


@pytest.mark.parametrize(
    ("form", "start", "end", "months"),
    [
        ("{y}.{m:02d}", "2016.07", "2018.09", 26),
        ("{short} {y}", "Jul 2016", "Sep 2018", 26),
        ("{s}年{m}月", "16年7月", "18年9月", 26),
        ("{y}", "2016", "2018", None),
    ],
)
def test_a_period_counts_whole_months_where_months_are_printed(form, start, end, months):
    period = DateStyle(form, "-", "至今").period(2016 * 12 + 6, 2018 * 12 + 8)
    assert (period.start, period.end, period.months) == (start, end, months)


def test_an_open_period_counts_to_the_day_the_truth_names():
    period = DateStyle("{y}.{m:02d}", "-", "至今").period(AS_OF - 5, None)
    assert (period.end, period.months) == ("至今", 5)
    assert all(w.truth["as_of"] == "2026-09-15" for w in sample())


def test_work_of_a_role_under_an_earlier_employer_names_that_employer():
    for written in write(3, 200):
        assert all(work["company"] and work["title"] for work in written.truth["work"])


def test_every_clean_file_is_read_or_typed_as_no_resume():
    for written in sample()[:60]:
        with suppress(NotAResume):
            assert read(written.content, written.file_name), written.file_name

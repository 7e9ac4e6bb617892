"""One small file of each kind, read before any other: fonts and tables are then loaded for all."""

from contextlib import suppress
from importlib import import_module

from chalicelib.screening import reading
from chalicelib.screening.reading.unreadable import ResumeUnreadable

_TEXT = "王伟\n电话：13800138000\n教育背景\n2015.09 - 2019.06   东湖大学   软件工程   本科\n"
_DRAWN = b"BT /F 9 Tf 9 30 Td (Education, 2015 - 2019) Tj /G 9 Tf (\\x67\\x2c\\x79\\xd1) Tj ET"
_PDF = (
    b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 99]/Contents 4 0 R"
    b"/Resources<</Font<</F 5 0 R/G 6 0 R>>>>>>endobj\n"
    b"4 0 obj<</Length %d>>stream\n%s\nendstream endobj\n"
    b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
    b"6 0 obj<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H"
    b"/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light"
    b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 5>>>>]>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%%%EOF\n" % (len(_DRAWN), _DRAWN)
)
_READERS = ("decoding", "docx", "pdf", "plain", "rtf", "web", "wire")


def warm() -> None:
    """Import every reader and read once, so that a process forked from this one starts warm."""
    for name in _READERS:
        import_module(f"{reading.__name__}.{name}")
    page = f"<html><body><p style='color:#333'>{_TEXT}</p></body></html>"
    for content in (_PDF, page.encode(), _TEXT.encode("gb18030")):
        with suppress(ResumeUnreadable):
            reading.read(content)

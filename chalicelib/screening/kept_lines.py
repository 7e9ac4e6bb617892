"""A document's lines packed small enough to lie in the person's file, and out again."""

import json
import zlib
from collections.abc import Iterator
from typing import Any

from chalicelib.screening.document import Document, Emphasis, Line, Notice, NoticeKind


def pack(document: Document) -> bytes:
    """Pack lines and notices.

    Returns
    -------
    Deflated JSON: by page its lines, a text alone where number and emphasis follow from the line
    before. 60,000 characters, the most that reading allows, take under 200 kB at worst and
    a page of running text about 1 kB; a DynamoDB item holds 400 kB.
    """
    pages: list[list[Any]] = []
    expected = (0, 0)
    for line in document.lines:
        if not pages or pages[-1][0] != line.page:
            pages.append([line.page])
            expected = (1, Emphasis.PLAIN)
        plain = (line.number, line.emphasis) == expected
        pages[-1].append(line.text if plain else [line.number, int(line.emphasis), line.text])
        expected = (line.number + 1, Emphasis.PLAIN)
    notices = [[n.kind.value, n.page, n.line, n.text] for n in document.notices]
    plain_text = json.dumps([pages, notices], ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(plain_text.encode("utf-8", "replace"), 6)


def unpack(packed: bytes) -> Document:
    """The document that `pack` made bytes of."""
    pages, notices = json.loads(zlib.decompress(packed))
    return Document(
        tuple(line for page in pages for line in _lines(page)),
        tuple(Notice(NoticeKind(kind), page, line, text) for kind, page, line, text in notices),
    )


def _lines(page: list[Any]) -> Iterator[Line]:
    number = 0
    for item in page[1:]:
        if isinstance(item, str):
            number += 1
            yield Line(page[0], number, item)
        else:
            number = item[0]
            yield Line(page[0], number, item[2], Emphasis(item[1]))

"""A file's bytes become numbered lines of text; the bytes decide what it is, never its name."""

import json
import re
import sys
import unicodedata
from collections.abc import Iterable
from contextlib import suppress

from chalicelib.screening.document import Line
from chalicelib.screening.reading.unreadable import (
    NotAResume,
    ResumeEmpty,
    ResumeEncrypted,
    ResumeTooCostly,
    ResumeTooLarge,
    ResumeUnreadable,
    ResumeUnsupported,
    ResumeWithoutText,
)

MAX_BYTES = 8 * 1024 * 1024
MIN_LETTERS = 16
MAX_CHARACTERS = 60_000
# A longer line is cut, so that no pattern ever meets an endless one.
MAX_LINE_CHARACTERS = 1_000
MEMORY_BYTES = 512 * 1024 * 1024
CPU_SECONDS = 5

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAGIC_OF_OTHERS = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"BM",
    b"RIFF",
    b"{\\rtf",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"II*\x00",
    b"MM\x00*",
    b"\x7fELF",
    b"MZ",
    b"SQLite format",
)
_HTML = re.compile(
    r"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype html|html|head|body|meta|div|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_EVIDENCE = (
    re.compile(
        r"[\w.+-]+@[\w-]+\.\w+|(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)|\+\d[\d ()-]{8,}\d"
    ),
    re.compile(
        r"(?:19|20)\d\d(?:\s*[年./-]\s*\d{1,2}\s*月?)?\s*(?:[-–—~]|至|to)\s*"
        r"(?:(?:19|20)\d\d|至今|现在|今|present|now|[A-Z][a-z]{2})",
        re.IGNORECASE,
    ),
    re.compile(
        r"^\W*(?:教育(?:背景|经历)|(?:工作|职业|实习|项目)(?:经历|经验|履历)|自我评价|"
        r"专业技能|技能特长|个人(?:简历|信息)|求职意向|(?:work |professional )?experience|"
        r"education|skills|employment(?: history)?|projects|summary)\b",
        re.IGNORECASE | re.MULTILINE,
    ),
    re.compile(
        r"大学|学院|本科|大专|硕士|博士|高中|University|College|Bachelor|Master|diploma",
        re.IGNORECASE,
    ),
    re.compile(
        r"简历|履历|r[ée]sum[ée]|curriculum vitae|求职|应聘|期望(?:职位|薪资)|姓\s*名",
        re.IGNORECASE,
    ),
)


def read(content: bytes, file_name: str = "") -> tuple[Line, ...]:
    """Turn a résumé file into its lines.

    Parameters
    ----------
    content : the file's bytes, at most 8 MiB.
    file_name : what the sender called it; used only to explain an error.

    Returns
    -------
    Lines in reading order, NFKC-normalised, blank ones left out.

    Raises
    ------
    ResumeUnreadable : or the subclass that names the reason.

    Source
    ------
    research/nlp.md section 1 (engines, Kangxi radicals, columns, zip bombs).
    """
    kind = kind_of(content)
    pages = _pages(content, kind)
    lines = tuple(_numbered(pages))
    if sum(len(line.text) for line in lines) > MAX_CHARACTERS:
        raise ResumeTooLarge(limit_characters=MAX_CHARACTERS)
    require_resume(lines, kind=kind, file_name=file_name)
    return lines


def kind_of(content: bytes) -> str:
    """Name the kind of file by its content: pdf, docx, html or text.

    Raises
    ------
    ResumeEmpty, ResumeTooLarge, ResumeEncrypted, ResumeUnsupported.
    """
    if not content.strip(b"\x00\t\r\n "):
        raise ResumeEmpty()
    if len(content) > MAX_BYTES:
        raise ResumeTooLarge(limit_bytes=MAX_BYTES, size_bytes=len(content))
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(b"PK\x03\x04"):
        return "docx"
    if content.startswith(_OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in content
        raise ResumeEncrypted() if locked else ResumeUnsupported()
    if content.startswith(_MAGIC_OF_OTHERS):
        raise ResumeUnsupported()
    from chalicelib.screening.reading.markup import decode

    return "html" if _HTML.match(decode(content[:4096], cut=len(content) > 4096)) else "text"


def _pages(content: bytes, kind: str) -> list[list[str]]:
    # Readers are imported one at a time: starting this process is most of the cost of a small file.
    if kind == "pdf":
        from chalicelib.screening.reading.pdf import pdf_pages

        return pdf_pages(content)
    if kind == "docx":
        from chalicelib.screening.reading.docx import docx_lines

        return [docx_lines(content)]
    from chalicelib.screening.reading.markup import decode, html_lines

    text = decode(content)
    return [html_lines(text) if kind == "html" else text.splitlines()]


def _numbered(pages: Iterable[Iterable[str]]) -> Iterable[Line]:
    for page_number, page in enumerate(pages, start=1):
        number = 0
        for raw in page:
            text = clean(raw)
            for start in range(0, len(text), MAX_LINE_CHARACTERS):
                piece = text[start : start + MAX_LINE_CHARACTERS].strip()
                number += bool(piece)
                if piece:
                    yield Line(page_number, number, piece)


def clean(raw: str) -> str:
    """Repair compatibility characters (Kangxi radicals, full width) and drop invisible ones."""
    text = unicodedata.normalize("NFKC", raw).replace("\t", "   ")
    return "".join(c for c in text if unicodedata.category(c) not in ("Cc", "Cf", "Cs")).strip()


def require_resume(lines: tuple[Line, ...], *, kind: str, file_name: str) -> None:
    """Refuse text that shows fewer than two of the five signs every résumé has.

    The signs: a contact, a span of dates, a résumé heading, schooling, the word résumé itself.

    Raises
    ------
    ResumeWithoutText : a document with next to no characters.
    NotAResume : readable text with too few signs.
    """
    text = "\n".join(line.text for line in lines)
    letters = sum(c.isalnum() for c in text)
    if letters < MIN_LETTERS:
        raise ResumeWithoutText() if kind in ("pdf", "docx") else NotAResume(file_name=file_name)
    if sum(bool(sign.search(text)) for sign in _EVIDENCE) < 2:
        raise NotAResume(file_name=file_name)


def _limit_this_process() -> None:
    import resource

    # A platform that lacks a limit still has the parent's wall clock.
    for what, amount in (
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):
            resource.setrlimit(what, (amount, amount))


def main() -> None:
    """Read a résumé from standard input and write its lines, or the reason, as JSON."""
    _limit_this_process()
    try:
        lines = read(sys.stdin.buffer.read(MAX_BYTES + 1), sys.argv[1] if len(sys.argv) > 1 else "")
        answer: dict[str, object] = {"lines": [[x.page, x.number, x.text] for x in lines]}
    except ResumeUnreadable as problem:
        answer = {"error": problem.code, "detail": problem.detail}
    except (MemoryError, RecursionError):
        answer = {"error": ResumeTooCostly.code, "detail": {}}
    sys.stdout.write(json.dumps(answer))

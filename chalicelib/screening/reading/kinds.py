"""What kind of file some bytes are: the bytes decide, never the name or the sender's word."""

import re

from chalicelib.screening.reading.unreadable import (
    ResumeEmpty,
    ResumeEncrypted,
    ResumeTooLarge,
    ResumeUnsupported,
)

MAX_BYTES = 8 * 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAGIC_OF_OTHERS = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"BM",
    b"RIFF",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"II*\x00",
    b"MM\x00*",
    b"\x7fELF",
    b"MZ",
    b"SQLite format",
    b"%!PS",
    b"bplist",
)
_HTML = re.compile(
    # A comment ends at its first mark, or a row of them could be cut in endlessly many ways.
    r"\s*(<\?xml[^>]{0,200}>\s*)?(<!--(?:(?!-->).)*-->\s*)*"
    r"<(!doctype html|html|head|body|meta|div|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
# A web page saved with its pictures in one file, or an e-mail.
_MAIL = re.compile(rb"\s*(mime-version|from|return-path|received|content-type):", re.IGNORECASE)
_WORD_XML = re.compile(r"\s*<\?(xml|mso-application)\b")
_HEAD_BYTES = 4096


def kind_of(content: bytes) -> str:
    """Name the kind of file by its content: pdf, docx, rtf, html, json (JSON Resume) or text.

    Done in the caller's own process, so it looks at first bytes and parses nothing; any zip but
    OpenDocument counts as docx until its reader knows better.

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
        return _zip_kind(content)
    if content.startswith(b"{\\rtf"):
        return "rtf"
    if content.startswith(_OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in content
        raise ResumeEncrypted() if locked else ResumeUnsupported(kind="doc")
    if content.startswith(_MAGIC_OF_OTHERS):
        raise ResumeUnsupported(kind="binary")
    return _text_kind(content)


def _zip_kind(content: bytes) -> str:
    # An OpenDocument file names itself in its first member, stored as it is.
    if b"mimetypeapplication/vnd.oasis" in content[:120]:
        raise ResumeUnsupported(kind="odt")
    # The directory may be most of the file: its own reader looks into it, within its limits.
    return "docx"


def _text_kind(content: bytes) -> str:
    from chalicelib.screening.reading.decoding import decode

    if _MAIL.match(content[:200]) and b"mime-version" in content[:_HEAD_BYTES].lower():
        raise ResumeUnsupported(kind="mhtml")
    head = decode(content[:_HEAD_BYTES], cut=len(content) > _HEAD_BYTES)
    if _HTML.match(head):
        return "html"
    if head.lstrip().startswith("{"):
        from chalicelib.screening.json_resume import looks_like_one

        if looks_like_one(content):
            return "json"
    if _WORD_XML.match(head) and ("schemas.microsoft" in head or "<pkg:" in head):
        raise ResumeUnsupported(kind="word-xml")
    return "text"

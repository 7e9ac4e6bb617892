"""Bytes of text become characters: UTF-8 and UTF-16, GB18030, Big5 and western European."""

import re
from contextlib import suppress

from chalicelib.screening.reading.unreadable import ResumeUnsupported

_SAMPLE_BYTES = 16_384
_PAIR = re.compile(rb"[\x81-\xfe][\x30-\xfe]")
# Two-byte characters that each code gives to everyday text (its first, frequent level).
_EVERYDAY_GB = re.compile(rb"[\xa1-\xa3\xb0-\xd7][\xa1-\xfe]|\xa8[\x43-\x45\xa1-\xba]")
_EVERYDAY_BIG5 = re.compile(rb"[\xa1-\xa3\xa4-\xc6][\x40-\x7e\xa1-\xfe]")
# An accented letter or a curled quote of Windows-1252 stands among plain letters and blanks.
_ACCENT = re.compile(rb"(?<=[\x00-\x7f])[\x91-\x97\xc0-\xff](?=[\x00-\x7f]|$)")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)
_NAMES = {
    b"gb2312": "gb18030",
    b"gbk": "gb18030",
    b"gb18030": "gb18030",
    b"big5": "big5hkscs",
    b"big5-hkscs": "big5hkscs",
    b"windows-1252": "cp1252",
    b"iso-8859-1": "cp1252",
}
# How much more everyday a text must look as Big5 before it is taken for it.
_CLEARLY = 0.15
_EXPECTED = re.compile(r"[\x20-\x7e\s\u3000-\u303f\u4e00-\u9fff\uff00-\uffef\u2010-\u2026·]")


def decode(content: bytes, *, cut: bool = False) -> str:
    """Decode text as UTF-8, UTF-16, GB18030, or Big5 or Windows-1252 where clearly better.

    Parameters
    ----------
    content : bytes of text.
    cut : the bytes may end in the middle of a character.

    Raises
    ------
    ResumeUnsupported : the bytes are no text in any of these.
    """
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return _text_only(content.decode("utf-16", errors="replace"))
    if b"\x00" in content:
        return _text_only(_unmarked_utf16(content))
    for end in range(len(content), len(content) - (4 if cut else 1), -1):
        with suppress(UnicodeDecodeError):
            return _text_only(content[:end].decode("utf-8-sig"))
    guess = _declared(content) or _legacy(content[: len(content) - 4 * cut])
    for encoding in dict.fromkeys((guess, "gb18030", "big5hkscs")):
        for end in range(len(content), len(content) - (4 if cut else 1), -1):
            with suppress(UnicodeDecodeError):
                return _text_only(content[:end].decode(encoding))
    raise ResumeUnsupported(kind="binary")


def _declared(content: bytes) -> str | None:
    """The encoding that a page's own head names, of those that are read."""
    named = _CHARSET.search(content[:1024])
    return _NAMES.get(named.group(1).lower()) if named else None


def _legacy(content: bytes) -> str:
    sample = content[:_SAMPLE_BYTES]
    pairs = _PAIR.findall(sample)
    accents = len(_ACCENT.findall(sample))
    if accents and accents * 5 >= len(pairs) * 4:
        return "cp1252"
    as_gb = sum(bool(_EVERYDAY_GB.match(pair)) for pair in pairs)
    as_big5 = sum(bool(_EVERYDAY_BIG5.match(pair)) for pair in pairs)
    return "big5hkscs" if as_big5 - as_gb > _CLEARLY * len(pairs) else "gb18030"


def _unmarked_utf16(content: bytes) -> str:
    for encoding in ("utf-16-le", "utf-16-be"):
        sample = content[:_SAMPLE_BYTES].decode(encoding, errors="replace")
        if len(_EXPECTED.findall(sample)) * 10 > len(sample) * 9:
            return content.decode(encoding, errors="replace")
    raise ResumeUnsupported(kind="binary")


def _text_only(text: str) -> str:
    odd = sum(map(text.count, _CONTROLS))
    if odd * 50 > len(text):
        raise ResumeUnsupported(kind="binary")
    return text


_CONTROLS = [chr(n) for n in range(32) if chr(n) not in "\t\r\n\f\v"]

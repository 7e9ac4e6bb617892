"""Raw lines become a document: cleaned, numbered, without what addresses machines alone."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from chalicelib.screening.document import Document, Line, Notice, NoticeKind
from chalicelib.screening.reading.draft import Sheet, calmed
from chalicelib.screening.reading.instructions import instructions_in
from chalicelib.screening.reading.titles import with_whole_name
from chalicelib.screening.reading.unreadable import ResumeTooLarge

MAX_CHARACTERS = 60_000
# A longer line is cut, so that no pattern ever meets an endless one.
MAX_LINE_CHARACTERS = 1_000
MAX_NOTICES = 50
_QUOTE = 200
# A few zero-width characters come from editors; this many were put there.
_MANY_UNSEEN = 8
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_ZERO_WIDTH = re.compile("[\u200b-\u200d\u2060-\u2064\ufeff\u180e\u3164]")
_TAGS = re.compile("[\U000e0020-\U000e007e]+")
_OVERRIDE = re.compile("[\u202d\u202e]")
# "E D U C A T I O N" is spaced for the eye: one word.
_SPACED = re.compile(
    r"^(?:[A-Za-z&]\s){3,40}[A-Za-z&]$|^(?:[\u4e00-\u9fff]\s{1,4}){3,12}[\u4e00-\u9fff]$"
)


def clean(raw: str) -> str:
    """Repair compatibility characters (Kangxi radicals, full width) and drop invisible ones."""
    if raw.isascii():
        return _CONTROL.sub("", raw.replace("\t", "   ")).strip()
    text = unicodedata.normalize("NFKC", _UNSEEN.sub("", raw.replace("\t", "   ")))
    return _UNSEEN.sub("", _CONTROL.sub("", text)).strip()


def assembled(sheets: list[Sheet]) -> Document:
    """Number the visible lines and say what was left out.

    Raises
    ------
    ResumeTooLarge : more than 60,000 characters.
    """
    if sum(len(line.text) for sheet in sheets for line in sheet.lines) > MAX_CHARACTERS:
        raise ResumeTooLarge(limit_characters=MAX_CHARACTERS)
    for sheet in sheets[:1]:
        sheet.lines = with_whole_name(sheet.lines)
    lines: list[Line] = []
    notices: list[Notice] = []
    for page, sheet in enumerate(calmed(sheets), start=1):
        numbered = list(_numbered(page, sheet))
        visible, told = _without_instructions(numbered)
        lines += visible
        notices += [_notice(NoticeKind.HIDDEN_TEXT, page, 0, text) for text in sheet.hidden]
        notices += [_notice(NoticeKind.LOST_CHARACTERS, page, 0, text) for text in sheet.lost]
        if sheet.scanned:
            notices.append(_notice(NoticeKind.SCANNED, page, 0, ""))
        notices += _unseen(page, sheet) + told
    return Document(tuple(lines), tuple(notices[:MAX_NOTICES]))


def _numbered(page: int, sheet: Sheet) -> Iterable[Line]:
    number = 0
    for draft in sheet.lines:
        text = clean(draft.text)
        if _SPACED.match(text):
            text = re.sub(r"\s", "", text)
        for start in range(0, len(text), MAX_LINE_CHARACTERS):
            piece = text[start : start + MAX_LINE_CHARACTERS].strip()
            number += bool(piece)
            if piece:
                yield Line(page, number, piece, draft.emphasis)


def _without_instructions(lines: list[Line]) -> tuple[list[Line], list[Notice]]:
    """Cut such sentences out; a line that holds nothing else goes, and its number with it."""
    texts = [line.text for line in lines]
    notices: list[Notice] = []
    for parts in instructions_in(texts):
        at = lines[parts[0].line]
        said = " ".join(lines[p.line].text[p.start : p.end].strip() for p in parts)
        notices.append(_notice(NoticeKind.INSTRUCTION, at.page, at.number, said))
        for part in parts:
            held = texts[part.line]
            blank = " " * (part.end - part.start)
            texts[part.line] = held[: part.start] + blank + held[part.end :]
    if not notices:
        return lines, []
    kept = [
        line if text == line.text else replace(line, text=re.sub(r" {4,}", "   ", text).strip())
        for line, text in zip(lines, texts, strict=True)
        if text.strip(" ,;:。.，；：\"'“”()[]<>*-")
    ]
    return kept, notices


def _unseen(page: int, sheet: Sheet) -> list[Notice]:
    """Characters without a shape: a message in tags, an override of direction, or very many."""
    text = "\n".join(line.text for line in sheet.lines)
    if text.isascii():
        return []
    said = ["".join(chr(ord(c) - 0xE0000) for c in run) for run in _TAGS.findall(text)]
    turned = [line.text for line in sheet.lines if _OVERRIDE.search(line.text)]
    unseen = _ZERO_WIDTH.findall(text)
    if len(unseen) >= _MANY_UNSEEN:
        said.append(f"{len(unseen)} × U+{ord(unseen[0]):04X}")
    return [_notice(NoticeKind.HIDDEN_TEXT, page, 0, quote) for quote in (*said, *turned)]


def _notice(kind: NoticeKind, page: int, line: int, text: str) -> Notice:
    return Notice(kind, page, line, clean(text)[:_QUOTE])

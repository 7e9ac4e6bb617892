"""RTF through striprtf, with hidden runs taken out before and a budget on what it may cost."""

import re
from collections.abc import Callable

from striprtf.striprtf import rtf_to_text

from chalicelib.screening.reading.draft import Sheet, plain
from chalicelib.screening.reading.tables import GAP
from chalicelib.screening.reading.unreadable import ResumeTooLarge, ResumeUnreadable

# The library has no types of its own.
_to_text: Callable[..., str] = rtf_to_text
MAX_TEXT_BYTES = 2 * 1024 * 1024
MAX_DEPTH = 200
# Pictures are most of a real file and hold no text: hexadecimal digits in a group of their own.
_PICTURE = re.compile(r"\{\\\*?\\?(?:pict|shppict|nonshppict)\b[^{}]*(?:\{[^{}]*\}[^{}]*)*\}")
_HEX_RUN = re.compile(r"(?:[0-9a-fA-F]{64,}\s*)+")
_TOKEN = re.compile(
    r"([{}])|\\(v|fs|cf|plain)(-?\d+)?(?![a-z])|\\[a-z]+-?\d* ?|\\'[0-9a-f]{2}|\\.", re.I
)
_WHITE = re.compile(r"\\red2[45]\d\\green2[45]\d\\blue2[45]\d")
_COLOURS = re.compile(r"\{\\colortbl([^{}]*)\}")
_CELLS = re.compile(r"\s*\|\s*")
_SMALLEST_HALF_POINTS = 4


def rtf_sheet(content: bytes) -> Sheet:
    """One page of lines; table cells stand in one line with gaps.

    Raises
    ------
    ResumeTooLarge : more than 2 MiB beside its pictures.
    ResumeUnreadable : no balanced RTF, or characters of no known code page.
    """
    text = _HEX_RUN.sub("", _PICTURE.sub("", content.decode("latin-1")))
    if len(text) > MAX_TEXT_BYTES:
        raise ResumeTooLarge(limit_bytes=MAX_TEXT_BYTES)
    visible, hidden = _split(text)
    sheet = Sheet(plain(_lines(_converted(visible))))
    sheet.hidden = [said for piece in hidden if (said := _converted(piece).strip())]
    return sheet


def _converted(text: str) -> str:
    try:
        found = str(_to_text(text, encoding="cp1252", errors="replace"))
    except (ValueError, LookupError, IndexError, OverflowError) as problem:
        raise ResumeUnreadable(kind="rtf", why=type(problem).__name__) from problem
    # Characters beyond the first plane are written as two halves.
    return found.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _lines(text: str) -> list[str]:
    return [
        _CELLS.sub(GAP, row.rstrip("| ")) if row.count("|") > 1 else row.strip("|")
        for row in text.splitlines()
    ]


def _split(text: str) -> tuple[str, list[str]]:
    """Cut out runs that are hidden (\\v), white (\\cf) or at most two points small (\\fs)."""
    table = _COLOURS.search(text)
    white = (
        {n for n, colour in enumerate(table.group(1).split(";")) if _WHITE.search(colour)}
        if table
        else set()
    )
    head = table.end() if table else 0
    preamble = "".join(re.findall(r"\\ansicpg\d+|\\uc\d+", text[:2000]))
    fonts = re.search(r"\{\\fonttbl(?:[^{}]|\{[^{}]*\})*\}", text[:100_000])
    opening = "{\\rtf1\\ansi" + preamble + (fonts.group() if fonts else "")
    kept: list[str] = []
    hidden: list[str] = []
    for piece, unseen in _runs(text, head, white):
        if unseen:
            kept.append(" ")
            hidden.append(opening + " " + re.sub(r"[{}]", "", piece) + "}")
        else:
            kept.append(piece)
    return "".join(kept), hidden


def _runs(text: str, head: int, white: set[int]) -> list[tuple[str, bool]]:
    """Cut the text where it turns invisible and back; braces open and close a state."""
    runs: list[tuple[str, bool]] = []
    stack: list[frozenset[str]] = []
    state: frozenset[str] = frozenset()
    start = 0
    for token in _TOKEN.finditer(text):
        brace, word, number = token.groups()
        after = state
        if brace == "{":
            stack.append(state)
            if len(stack) > MAX_DEPTH:
                raise ResumeTooLarge(limit_depth=MAX_DEPTH)
        elif brace == "}":
            after = stack.pop() if stack else state
        elif word and token.start() >= head:
            after = _changed(state, word.lower(), number, white)
        if bool(after) != bool(state):
            # Braces stay with the visible text, or its groups would not close.
            cut = token.start() if brace == "}" or after else token.end()
            runs.append((text[start:cut], bool(state)))
            start = cut
        elif brace and state:
            runs.append((text[start : token.start()], True))
            runs.append((brace, False))
            start = token.end()
        state = after
    runs.append((text[start:], bool(state)))
    return runs


def _changed(
    state: frozenset[str], word: str, number: str | None, white: set[int]
) -> frozenset[str]:
    if word == "plain":  # every property of the characters is as it was at first
        return frozenset()
    unseen = {
        "v": number != "0",
        "fs": number is not None and int(number) <= _SMALLEST_HALF_POINTS,
        "cf": number is not None and int(number) in white,
    }[word]
    return state | {word} if unseen else state - {word}

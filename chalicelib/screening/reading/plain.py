"""Plain text as it stands; Markdown without its marks."""

import re
from collections.abc import Callable
from itertools import pairwise

from chalicelib.screening.document import Emphasis
from chalicelib.screening.reading.draft import Draft, Sheet, plain
from chalicelib.screening.reading.tables import GAP
from chalicelib.screening.resume.headings import section_of

# None of these may take more than one pass: this is read in our own process, lines uncut.
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*)$")
_MARKED = re.compile(
    r"^ {0,3}(?:#{1,6}[ \t]+\S|[-*+] +\*\*\S|\*\*[^*\n]+\*\*|\|.*\|\s*$)", re.MULTILINE
)
_STRONG_LINE = re.compile(r"^\s*(?:[-*+]\s+)?(\*\*|__)(?=\S)([^*_]+)(?<=\S)\1(?:\s*[::])?\s*$")
_RULE = re.compile(r"^\s*(?:[-*_=]\s?){3,}\s*$|^(?=.*--)[\s:|-]+$")
_PICTURE = re.compile(r"!\[[^\]\n]{0,200}\]\([^)\n]{0,500}\)")
_LINK = re.compile(
    r"\[([^\]\n]{1,200})\]\(([^)\n]{1,500})\)|<((?:https?://|mailto:)?[^\s<>]{3,200})>"
)
_MARKS = re.compile(
    r"\*\*|__|~~|`+|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|\\(?=[\\`*_{}\[\]()#+.!|-])"
)
_BULLET = re.compile(r"^\s*(?:[-*+]|\d{1,2}\.)\s+")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_LEAST_MARKS = 3
_LEAST_WIDTH, _MOST_WIDTH = 60, 100
_STOPS = "。.!！?？:："
_ANEW = re.compile(
    r"[-*•·▪●■◆◇○>»–]|\(?\d{1,2}[.、)）]\D|(?:19|20)\d\d[./年-]|[^\s,，、]{1,8}[:：]"
)


def plain_sheet(text: str) -> Sheet:
    """One page of lines; where the text is Markdown, without its marks."""
    if len(_MARKED.findall(text)) >= _LEAST_MARKS:
        return Sheet(_markdown(text))
    return Sheet(plain(_unwrapped(text.splitlines())))


def _unwrapped(lines: list[str]) -> list[str]:
    """Join lines that an editor cut at one width: several that the next word would not fit."""
    for measure in (len, _width):
        widest = max((measure(line.rstrip()) for line in lines), default=0)
        if _LEAST_WIDTH <= widest <= _MOST_WIDTH:
            cut = [_cut(*pair, widest, measure) for pair in pairwise(lines)]
            if sum(cut) > 1:
                return _joined(lines, cut)
    return lines


def _cut(before: str, line: str, widest: int, measure: Callable[[str], int]) -> bool:
    """Would the next line's first word not have fitted, and does it read on?"""
    text = line.strip()
    if not text or not before.strip() or _ANEW.match(text) or before.rstrip()[-1:] in _STOPS:
        return False
    latin = text[:1].isascii() and before.rstrip()[-1:].isascii()
    if latin and text[:1].isupper() and before.rstrip()[-1:] not in ",;|/&":
        return False
    word = text.split(" ", 1)[0] if latin else text[:1]
    if measure(before.rstrip()) + latin + measure(word) <= widest:
        return False
    return section_of(text) is None and section_of(before.strip()) is None


def _joined(lines: list[str], cut: list[bool]) -> list[str]:
    joined = lines[:1]
    for whole, line in zip(cut, lines[1:], strict=True):
        if whole:
            before = joined[-1].rstrip()
            blank = before[-1:].isascii() and line.strip()[:1].isascii()
            joined[-1] = before + " " * blank + line.strip()
        else:
            joined.append(line)
    return joined


def _width(line: str) -> int:
    """Columns on a screen of even letters: Chinese characters take two."""
    return sum(2 if "\u2e80" <= c <= "\uffef" else 1 for c in line)


def _markdown(text: str) -> list[Draft]:
    rows = [line for row in text.splitlines() for line in _BREAK.split(row)]
    levels = [len(m.group(1)) for m in map(_HEADING.match, rows) if m]
    # A level that stands once, at the top, is the title; otherwise every level is a heading.
    title = min(levels) if levels and levels.count(min(levels)) == 1 else 0
    return [_line(row, title) for row in rows if not _RULE.match(row)]


def _line(row: str, title: int) -> Draft:
    heading = _HEADING.match(row)
    if heading:
        first = len(heading.group(1)) == title
        said = heading.group(2).rstrip().rstrip("#")
        return Draft(_bare(said), Emphasis.TITLE if first else Emphasis.HEADING)
    if row.lstrip().startswith("|"):
        return Draft(GAP.join(_bare(cell) for cell in row.strip().strip("|").split("|")))
    if _STRONG_LINE.match(row):
        return Draft(_bare(row), Emphasis.STRONG)
    return Draft(_bare(row))


def _bare(text: str) -> str:
    text = _PICTURE.sub("", _BULLET.sub("", text))
    return _MARKS.sub("", _LINK.sub(_link, text)).strip().removeprefix("> ")


def _link(found: re.Match[str]) -> str:
    label, target, alone = found.groups()
    target = (alone or target).removeprefix("mailto:")
    if not label or label == target:
        return str(target)
    return f"{label} {target}" if "@" in target or target.startswith("http") else str(label)

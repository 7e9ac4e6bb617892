"""Lines cut into tokens (a Chinese character, a word, a number, a sign) and cells."""

import re
from typing import NamedTuple

_TOKEN = re.compile(
    r"[\u3400-\u9fff]|\d+|[^\W\d_\u3400-\u9fff]+(?:['’.&-](?=[^\W\d_\u3400-\u9fff])"
    r"[^\W\d_\u3400-\u9fff]+)*|[^\s]"
)
#: What parts the values of a line: bars, bullets, wide gaps, and dashes or commas with a blank.
_CUT = re.compile(
    r"\s{2,}|\t|\s*[|•·/;,、；，:()（）【】\[\]<>《》“”@]\s*|\s[-–—~]\s|"
    r"(?<=[\u4e00-\u9fff)])[-–—](?=[\u4e00-\u9fffA-Z(])"
    r"|\s+(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff])\s+|\bat\b",
    re.IGNORECASE,
)


class Token(NamedTuple):
    """Characters start to end of a text; cell counts the values of the line from its left."""

    text: str
    start: int
    end: int
    cell: int
    after: str  # what stands between the token before it and this one: "", " ", "gap" or a sign


def tokens(text: str) -> list[Token]:
    """Cut a text into tokens, each in its cell."""
    cuts = [m.end() for m in _CUT.finditer(text)]
    found: list[Token] = []
    cell = at = 0
    for match in _TOKEN.finditer(text):
        while at < len(cuts) and cuts[at] <= match.start():
            cell, at = cell + 1, at + 1
        between = text[found[-1].end : match.start()] if found else ""
        after = "gap" if len(between) > 1 or "\t" in between else between
        found.append(Token(match.group(), match.start(), match.end(), cell, after))
    return found

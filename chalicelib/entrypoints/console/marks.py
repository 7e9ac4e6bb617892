"""An answer's words cut at the clauses that were read, so that each part can be marked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True)
class Segment:
    """Words in a row; `part` is S, T, A, R or empty, `flag` says why a clause was not credited.

    `words` are its pieces, each with whether it was recognised unsurely.
    """

    text: str
    part: str = ""
    flag: str = ""
    pieces: tuple[tuple[str, bool], ...] = ()

    @property
    def words(self) -> tuple[tuple[str, bool], ...]:
        """The pieces; the whole text where nothing in it is unsure."""
        return self.pieces or ((self.text, False),)


def segments(text: str, spans: Sequence[dict[str, Any]]) -> list[Segment]:
    """Cut an answer.

    Parameters
    ----------
    text : the answer.
    spans : `start`, `end`, `part`, `flag` as rated, in any order; what overlaps an earlier span is
        left unmarked.

    Returns
    -------
    Segments that join to `text` again, neighbours of the same mark put together.
    """
    found: list[Segment] = []
    reached = 0
    for span in sorted(spans, key=lambda item: int(item["start"])):
        start, end = int(span["start"]), min(int(span["end"]), len(text))
        if start < reached or end <= start:
            continue
        if start > reached:
            _add(found, Segment(text[reached:start]))
        part = span["part"] if span["part"] in "STAR" else ""
        flag = span.get("flag") or ""
        _add(found, Segment(text[start:end], "" if flag else part, flag))
        reached = end
    if reached < len(text):
        _add(found, Segment(text[reached:]))
    return found


def unsurely(found: list[Segment], unsure: Sequence[dict[str, Any]]) -> list[Segment]:
    """The same segments with what was recognised unsurely marked (`start`, `end` in the answer)."""
    marked, place = [], 0
    for segment in found:
        end = place + len(segment.text)
        inside = [
            (max(int(item["start"]), place) - place, min(int(item["end"]), end) - place)
            for item in unsure
            if int(item["start"]) < end and int(item["end"]) > place
        ]
        marked.append(replace(segment, pieces=_cut(segment.text, inside)) if inside else segment)
        place = end
    return marked


def _cut(text: str, inside: list[tuple[int, int]]) -> tuple[tuple[str, bool], ...]:
    pieces, reached = [], 0
    for start, end in sorted(inside):
        pieces += [(text[reached:start], False), (text[max(start, reached) : end], True)]
        reached = max(reached, end)
    pieces.append((text[reached:], False))
    return tuple(piece for piece in pieces if piece[0])


def _add(found: list[Segment], new: Segment) -> None:
    """Append, joining to the last one when the mark goes on; blanks between two marks join too."""
    last = found[-1] if found else None
    blank = not new.text.strip(" ,，。.;；、!！?？\n")
    if last and (blank or (last.part, last.flag) == (new.part, new.flag)):
        found[-1] = Segment(last.text + new.text, last.part, last.flag)
    else:
        found.append(new)

"""Inline SVG in text: shapes by class (never by style), texts whose room is known beforehand.

Colours come from `static/charts.css` through these classes; sizes are presentation attributes, so a
chart keeps its layout without any stylesheet:

chart-svg      the root                    axis, grid     baseline; thin help lines
text           any text                    text quiet     secondary text
text strong    a headline in a chart       text halo      text that may cross a line
bar            a bar                       bar good|caution|bad|muted
track          the full length of a bar    whisker, under an interval and what lies under it
mark           a dashed reference line     edge           a dashed band edge
dot            a point                     dot imported|bad
fit, band      a regression line, its interval            corner   a marked region
web, shape, shape other                    radar: grid, profile, comparison
"""

import html
import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

Point = tuple[float, float]

WIDTH = 560
SIZE = 13
SMALL = 11
LINE = 17
_WIDE, _UPPER, _NARROW, _OTHER = 1.0, 0.78, 0.36, 0.64


@dataclass(frozen=True)
class Box:
    """A rectangle in the chart's units, used to keep texts apart."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: "Box") -> bool:
        """Whether two boxes share any area."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )


def num(value: float) -> str:
    """A coordinate with at most one decimal. Raises ValueError for what is not finite."""
    if not math.isfinite(value):
        raise ValueError("a coordinate must be finite")
    short = f"{value:.1f}".rstrip("0").rstrip(".")
    return "0" if short == "-0" else short


def clean(text: str) -> str:
    """Text that may stand in XML: control characters gone, markup escaped."""
    kept = (c for c in text if c in "\t\n" or (c >= " " and c not in "\ufffe\uffff"))
    return html.escape("".join(c for c in kept if not "\ud800" <= c <= "\udfff"), quote=True)


def text_width(text: str, size: float = SIZE) -> float:
    """A safe upper estimate of a text's width in a usual system font."""
    return sum(_letter(c) for c in text) * size


def _letter(c: str) -> float:
    if unicodedata.east_asian_width(c) in "WF":
        return _WIDE
    if c in " .,:;'|()[]ijl!–-":
        return _NARROW if c != "–" else _OTHER
    return _UPPER if c.isupper() or c in "mw%@" else _OTHER


def clip(text: str, room: float, size: float = SIZE) -> str:
    """As much of a text as fits, with an ellipsis where something was cut."""
    if text_width(text, size) <= room:
        return text
    while text and text_width(text + "…", size) > room:
        text = text[:-1]
    return text.rstrip() + "…"


def wrap(text: str, room: float, size: float = SIZE, most: int = 2) -> list[str]:
    """A text on at most `most` lines; breaks at blanks, or anywhere in Chinese."""
    lines: list[str] = []
    pieces = text.split(" ") if " " in text else list(text)
    glue = " " if " " in text else ""
    for piece in pieces:
        grown = f"{lines[-1]}{glue}{piece}" if lines else piece
        if lines and (text_width(grown, size) <= room or len(lines) == most):
            lines[-1] = grown
        else:
            lines.append(piece)
    return [clip(line, room, size) for line in lines]


def text(
    at: Point, content: str, *, cls: str = "", anchor: str = "start", size: float = SIZE
) -> str:
    """A text at (x, baseline)."""
    name = f"text {cls}".strip()
    return (
        f'<text class="{name}" x="{num(at[0])}" y="{num(at[1])}" text-anchor="{anchor}"'
        f' font-size="{num(size)}">{clean(content)}</text>'
    )


def text_box(at: Point, content: str, *, anchor: str = "start", size: float = SIZE) -> Box:
    """The room that `text` with the same arguments takes."""
    width = text_width(content, size)
    left = at[0] - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor]
    return Box(left, at[1] - size, width, size * 1.25)


def rect(box: Box, cls: str, title: str = "") -> str:
    """A rectangle; `title` is shown by a mouse resting on it."""
    head = (
        f'<rect class="{cls}" x="{num(box.x)}" y="{num(box.y)}"'
        f' width="{num(max(0.0, box.width))}" height="{num(max(0.0, box.height))}"'
    )
    return f"{head}><title>{clean(title)}</title></rect>" if title else f"{head}/>"


def line(x1: float, y1: float, x2: float, y2: float, cls: str) -> str:
    """A straight line."""
    return f'<line class="{cls}" x1="{num(x1)}" y1="{num(y1)}" x2="{num(x2)}" y2="{num(y2)}"/>'


def whisker(x1: float, x2: float, y: float, cap: float = 4) -> str:
    """A horizontal interval with end caps, on a wider line that parts it from the bar."""
    strokes = ((x1, y, x2, y), (x1, y - cap, x1, y + cap), (x2, y - cap, x2, y + cap))
    return "".join(line(*each, cls) for cls in ("under", "whisker") for each in strokes)


def dot(x: float, y: float, radius: float, cls: str, title: str) -> str:
    """A point that tells its name."""
    return (
        f'<circle class="{cls}" cx="{num(x)}" cy="{num(y)}" r="{num(radius)}">'
        f"<title>{clean(title)}</title></circle>"
    )


def path(points: Sequence[Point], cls: str, *, closed: bool = False) -> str:
    """A line through points, closed to a shape on wish."""
    steps = " L".join(f"{num(x)} {num(y)}" for x, y in points)
    return f'<path class="{cls}" d="M{steps}{" Z" if closed else ""}"/>'


def document(
    key: str, height: float, words: tuple[str, str], parts: Sequence[str], *, language: str
) -> str:
    """The whole picture; `words` are its title and its description for those who cannot see it."""
    name = f"chart-{key}"
    title, description = (clean(each) for each in words)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart-svg" role="img"'
        f' lang="{language}" viewBox="0 0 {WIDTH} {num(height)}"'
        f' aria-labelledby="{name}-title {name}-desc">'
        f'<title id="{name}-title">{title}</title><desc id="{name}-desc">{description}</desc>'
        f"{''.join(parts)}</svg>"
    )

"""A recording second by second: how likely a smile was, whether the phone was faced, the light."""

from collections.abc import Sequence
from dataclasses import dataclass

from chalicelib.analytics import svg
from chalicelib.analytics.svg import SMALL, WIDTH, Box

LEFT, RIGHT = 92.0, WIDTH - 12.0
SMILE_TOP, SMILE_HEIGHT = 10.0, 44.0
FACING_TOP, FACING_HEIGHT = 64.0, 12.0
LIGHT_TOP, LIGHT_HEIGHT = 86.0, 18.0
HEIGHT = 128.0
LIKELY = 0.5
BRIGHTEST = 255.0


@dataclass(frozen=True)
class Moment:
    """One second: `smile` 0-1, `facing`, `luma` 0-255; None where it was not measured."""

    at: int
    smile: float | None
    facing: bool | None
    luma: float | None


@dataclass(frozen=True)
class Words:
    """What the picture says: title, description, the names of its rows and of gaps."""

    title: str
    description: str
    smile: str
    facing: str
    light: str
    gap: str


def draw(key: str, moments: Sequence[Moment], words: Words, *, language: str) -> str:
    """The timeline of one recording; where nothing was measured, nothing is drawn but a thin line.

    Parameters
    ----------
    key : unique on the page; letters, figures and hyphens.
    moments : in any order, one a second at most.
    """
    last = max((item.at for item in moments), default=1)
    step = (RIGHT - LEFT) / max(last, 10)
    known = {item.at: item for item in moments}
    parts = _frame(words, max(last, 10))
    for at in range(1, last + 1):
        x = LEFT + (at - 1) * step
        parts += _second(known.get(at, Moment(at, None, None, None)), (x, step), words)
    return svg.document(key, HEIGHT, (words.title, words.description), parts, language=language)


def _frame(words: Words, last: int) -> list[str]:
    rows = (
        (SMILE_TOP + SMILE_HEIGHT, words.smile),
        (FACING_TOP + FACING_HEIGHT, words.facing),
        (LIGHT_TOP + LIGHT_HEIGHT, words.light),
    )
    parts = [svg.text((4, y - 1), name, cls="quiet", size=SMALL) for y, name in rows]
    parts += [svg.line(LEFT, y, RIGHT, y, "grid") for y, _ in rows]
    ends = ((LEFT, "0", "start"), (RIGHT, f"{last} s", "end"))
    spot = HEIGHT - 6
    parts += [
        svg.text((x, spot), said, cls="quiet", anchor=side, size=SMALL) for x, said, side in ends
    ]
    return parts


def _second(item: Moment, place: tuple[float, float], words: Words) -> list[str]:
    x, step = place
    width = max(0.6, step * 0.86)
    said = f"{item.at} s"
    parts = []
    if item.smile is not None:
        height = max(1.0, item.smile * SMILE_HEIGHT)
        look = "bar good" if item.smile > LIKELY else "bar"
        box = Box(x, SMILE_TOP + SMILE_HEIGHT - height, width, height)
        parts.append(svg.rect(box, look, f"{said} {words.smile} {item.smile:.2f}"))
    if item.facing is not None:
        look = "bar good" if item.facing else "track"
        box = Box(x, FACING_TOP, width, FACING_HEIGHT)
        parts.append(svg.rect(box, look, f"{said} {words.facing} {'+' if item.facing else '-'}"))
    if item.luma is not None:
        height = max(1.0, item.luma / BRIGHTEST * LIGHT_HEIGHT)
        box = Box(x, LIGHT_TOP + LIGHT_HEIGHT - height, width, height)
        parts.append(svg.rect(box, "bar muted", f"{said} {words.light} {item.luma:.0f}"))
    if not parts:
        y = SMILE_TOP + SMILE_HEIGHT
        box = Box(x, y - 1.5, width, 3)
        parts.append(svg.rect(box, "track", f"{said} {words.gap}"))
    return parts

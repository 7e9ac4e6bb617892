"""How Word text looks: a run's own properties over those of its paragraph's style."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from chalicelib.screening.document import Emphasis

_ID = re.compile(r"w:styleId=\"([^\"]{1,200})\"")
_DEFAULT = re.compile(r"<w:rPrDefault>.*?<w:sz w:val=\"(\d+)\"", re.DOTALL)
_NAME = re.compile(r"<w:name w:val=\"([^\"]*)\"")
_PARENT = re.compile(r"<w:basedOn w:val=\"([^\"]*)\"")
_OUTLINE = re.compile(r"<w:outlineLvl w:val=\"(\d)\"")
_SIZE = re.compile(r"<w:sz w:val=\"(\d{1,4})\"")
_COLOUR = re.compile(r"<w:color [^>]*?w:val=\"([0-9A-Fa-f]{6}|auto)\"")
_BOLD = re.compile(r"<w:b(?: w:val=\"(\w+)\")?\s*/>")
_VANISH = re.compile(r"<w:(?:vanish|specVanish)(?: w:val=\"(\w+)\")?\s*/>")
_HEADING_NAME = re.compile(r"(?:heading|标题|標題|überschrift|titre)\s*\d", re.IGNORECASE)
_TITLE_NAME = re.compile(r"(?:title|标题|標題|name)$", re.IGNORECASE)
_DEFAULT_HALF_POINTS = 20
SMALLEST_HALF_POINTS = 4
_FALSE = ("0", "false", "off", "none")


@dataclass(frozen=True, slots=True)
class Looks:
    """What a style or a run says; None is "as before"."""

    half_points: int | None = None
    bold: bool | None = None
    hidden: bool | None = None
    colour: str | None = None
    emphasis: Emphasis = Emphasis.PLAIN

    def over(self, below: "Looks") -> "Looks":
        """These properties where they are given, the others' where they are not."""
        return Looks(
            below.half_points if self.half_points is None else self.half_points,
            below.bold if self.bold is None else self.bold,
            below.hidden if self.hidden is None else self.hidden,
            below.colour if self.colour is None else self.colour,
            max(self.emphasis, below.emphasis),
        )

    def visible_on(self, shade: str) -> bool:
        """Could a reader see such text on a ground of this colour (six digits, or empty)?"""
        if self.hidden or (self.half_points or _DEFAULT_HALF_POINTS) <= SMALLEST_HALF_POINTS:
            return False
        if not self.colour or self.colour == "auto":
            return True
        return _apart(self.colour, shade or "FFFFFF")


def truth(value: str | None) -> bool:
    """An on/off property: on when it stands without a value."""
    return value is None or value.lower() not in _FALSE


def _apart(one: str, other: str) -> bool:
    try:
        pairs = zip(bytes.fromhex(one), bytes.fromhex(other), strict=True)
    except ValueError:
        return True
    return sum(abs(a - b) for a, b in pairs) > 60


class Styles:
    """The styles part; each style is understood when a paragraph first uses it."""

    def __init__(self, text: str) -> None:
        self._raw: dict[str, str] = {}
        for raw in text.split("<w:style ")[1:]:
            if named := _ID.search(raw, 0, 500):
                self._raw[named.group(1)] = raw.partition("</w:style>")[0]
        self._known: dict[str, Looks] = {}
        default = _DEFAULT.search(text)
        self.half_points = int(default.group(1)) if default else _DEFAULT_HALF_POINTS

    def look(self, style_id: str, depth: int = 0) -> Looks:
        """A style with what it inherits; an unknown one says nothing."""
        if style_id not in self._known:
            raw = self._raw.get(style_id, "")
            looks = _looks_of(raw)
            parent = _PARENT.search(raw)
            if parent and depth < 10:
                above = self.look(parent.group(1), depth + 1)
                # Body text based on a heading is still no heading by its parent's name.
                looks = looks.over(replace(above, emphasis=Emphasis.PLAIN))
            self._known[style_id] = looks
        return self._known[style_id]


def _looks_of(raw: str) -> Looks:
    size, colour, bold, vanish = (p.search(raw) for p in (_SIZE, _COLOUR, _BOLD, _VANISH))
    return Looks(
        int(size.group(1)) if size else None,
        truth(bold.group(1)) if bold else None,
        truth(vanish.group(1)) if vanish else None,
        colour.group(1) if colour else None,
        _emphasis_of(raw),
    )


def _emphasis_of(raw: str) -> Emphasis:
    named = _NAME.search(raw)
    name = named.group(1).strip() if named else ""
    if _OUTLINE.search(raw) or _HEADING_NAME.search(name):
        return Emphasis.HEADING
    return Emphasis.TITLE if _TITLE_NAME.search(name) else Emphasis.PLAIN


def _sized(looks: Looks, value: str | None, _styles: Styles) -> Looks:
    return replace(looks, half_points=int(value)) if value and value.isdigit() else looks


def _named(looks: Looks, value: str | None, styles: Styles) -> Looks:
    return looks.over(replace(styles.look(value or ""), emphasis=Emphasis.PLAIN))


# What a run says of itself, by element.
RUN_PROPERTIES: dict[str, Callable[[Looks, str | None, Styles], Looks]] = {
    "w:sz": _sized,
    "w:rStyle": _named,
    "w:b": lambda looks, value, _: replace(looks, bold=truth(value)),
    "w:vanish": lambda looks, value, _: replace(looks, hidden=truth(value)),
    "w:color": lambda looks, value, _: replace(looks, colour=value),
}

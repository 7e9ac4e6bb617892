"""As much of CSS as tells whether a reader can see a text."""

import re
from dataclasses import dataclass, replace

MAX_RULES = 2_000
_RULE = re.compile(r"([^{}]{1,500})\{([^{}]{0,4000})\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SIMPLE = re.compile(r"(?:[a-z][a-z0-9]*|\*)?(?:[.#][\w-]+)?", re.IGNORECASE)
_LENGTH = re.compile(r"(-?\d*\.?\d+)\s*(px|pt|em|rem|%|in|cm|vw|vh)?")
_POINTS_PER = {"px": 0.75, "pt": 1.0, "in": 72.0, "cm": 28.35, "vw": 6.0, "vh": 8.0}
_HEX = re.compile(r"#([0-9a-f]{3,8})\b")
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})(?:[\s,/]+([\d.]+%?))?")
_NAMED = {
    "white": (255, 255, 255),
    "snow": (255, 250, 250),
    "ivory": (255, 255, 240),
    "ghostwhite": (248, 248, 255),
    "whitesmoke": (245, 245, 245),
    "black": (0, 0, 0),
}
WHITE = (255, 255, 255)
# Colours this near each other (sum over red, green and blue) cannot be told apart.
_NEAR = 60
_SMALLEST_POINTS = 2.0
_FAR_POINTS = -400.0
Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Look:
    """How text would look: what makes it unseen is inherited."""

    points: float = 12.0
    colour: Colour = (0, 0, 0)
    background: Colour | None = WHITE  # None: a picture or a gradient, so anything shows on it
    unseen: bool = False
    strong: bool = False

    @property
    def visible(self) -> bool:
        """Could a reader see text that looks like this?"""
        if self.unseen or self.points <= _SMALLEST_POINTS:
            return False
        if self.background is None:
            return True
        return sum(abs(a - b) for a, b in zip(self.colour, self.background, strict=True)) > _NEAR


Style = dict[str, str]


def declared(text: str) -> Style:
    """The declarations of a style attribute, names and values in lower case."""
    pairs = (part.split(":", 1) for part in text.lower().split(";") if ":" in part)
    return {name.strip(): value.replace("!important", "").strip() for name, value in pairs}


def sheet_rules(text: str) -> dict[str, Style]:
    """The rules of a style sheet whose selectors are one tag, class or id; the last one wins."""
    rules: dict[str, Style] = {}
    for selectors, body in _RULE.findall(_COMMENT.sub("", text))[:MAX_RULES]:
        style = declared(body)
        for selector in selectors.split(","):
            # @media print { p { … } } reaches here as "p"; a chain of selectors is left alone.
            name = selector.rsplit("}", 1)[-1].strip().lower()
            if _SIMPLE.fullmatch(name):
                rules[name] = rules.get(name, {}) | style
    return rules


def styled(look: Look, style: Style) -> Look:
    """The look of an element inside one that looks so."""
    if not style:
        return look
    look = replace(look, unseen=look.unseen or _hides(style))
    if "font-size" in style:
        look = replace(look, points=_points(style["font-size"], look.points))
    if "color" in style and (colour := _colour(style["color"])) is not None:
        clear = style["color"] == "transparent" or colour[1] < 0.1
        look = replace(look, colour=colour[0], unseen=look.unseen or clear)
    back = style.get("background-color") or style.get("background") or ""
    if "url(" in back or "gradient" in back or "background-image" in style:
        look = replace(look, background=None)
    elif (colour := _colour(back)) is not None and colour[1] > 0.5:
        look = replace(look, background=colour[0])
    weight = style.get("font-weight", "")
    if weight:
        look = replace(look, strong=weight in ("bold", "bolder", "600", "700", "800", "900"))
    return look


def _hides(style: Style) -> bool:
    zero = {"0", "0.0", "0%", "0.00", "0.01"}
    if style.get("display") == "none" or style.get("visibility") in ("hidden", "collapse"):
        return True
    if style.get("opacity") in zero or style.get("font-size") == "0":
        return True
    if "rect(0" in style.get("clip", "") or "inset(100%" in style.get("clip-path", ""):
        return True
    if style.get("overflow") == "hidden" and _no_size(style):
        return True
    if "scale(0)" in style.get("transform", "").replace(" ", ""):
        return True
    placed = style.get("position") in ("absolute", "fixed", "relative")
    sides = ("left", "top", "right", "bottom") if placed else ()
    far = [style.get(side, "") for side in (*sides, "text-indent", "margin-left", "margin-top")]
    return any(_points(value, 12.0) < _FAR_POINTS for value in far if value)


def _no_size(style: Style) -> bool:
    sizes = [style.get(n, "") for n in ("height", "width", "max-height", "max-width")]
    return any(value and _points(value, 12.0) <= 1.0 and value[:1].isdigit() for value in sizes)


def _points(value: str, inherited: float) -> float:
    found = _LENGTH.match(value)
    if not found:
        return inherited
    number, unit = float(found.group(1)), found.group(2) or "px"
    if unit in ("em", "rem", "%"):
        base = 12.0 if unit == "rem" else inherited
        return number * base / (100 if unit == "%" else 1)
    return number * _POINTS_PER[unit]


def _colour(value: str) -> tuple[Colour, float] | None:
    """The colour and its opacity; None for one that is not understood."""
    for word in value.split():
        if word in _NAMED:
            return _NAMED[word], 1.0
    if "transparent" in value:
        return WHITE, 0.0
    if found := _HEX.search(value):
        return _from_hex(found.group(1))
    if found := _RGB.search(value):
        red, green, blue, alpha = found.groups()
        opacity = float(alpha.rstrip("%")) / (100 if alpha.endswith("%") else 1) if alpha else 1.0
        return (int(red), int(green), int(blue)), opacity
    return None


def _from_hex(digits: str) -> tuple[Colour, float] | None:
    if len(digits) in (3, 4):
        digits = "".join(d * 2 for d in digits)
    if len(digits) not in (6, 8):
        return None
    values = [int(digits[n : n + 2], 16) for n in range(0, len(digits), 2)]
    return (values[0], values[1], values[2]), values[3] / 255 if len(values) > 3 else 1.0

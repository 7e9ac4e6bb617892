"""A web page as a browser would show it: blocks are lines, table rows stay together."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from chalicelib.screening.document import Emphasis
from chalicelib.screening.reading.css import Look, Style, declared, sheet_rules, styled
from chalicelib.screening.reading.draft import Draft, Sheet
from chalicelib.screening.reading.tables import GAP, Cell, Row, table_lines
from chalicelib.screening.reading.unreadable import ResumeTooLarge

_BLOCKS = frozenset(
    "address article aside blockquote body br center dd details div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table"
    " tbody tfoot thead tr ul".split()
)
_SILENT = frozenset(
    "script style template noscript title object svg head select textarea iframe canvas".split()
)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_HEADINGS = {"h1": Emphasis.TITLE, "h2": Emphasis.HEADING, "h3": Emphasis.STRONG}
_HEADINGS |= dict.fromkeys(("h4", "h5", "h6"), Emphasis.STRONG)
_STRONG = frozenset(("b", "strong", "th"))
_FOLD = re.compile(r"[ \t]*[\r\n]\s*")
_BLANKS = re.compile(r"[ \t\xa0]{2,}")
MAX_DEPTH = 2_000
MAX_STYLE = 200_000


@dataclass(slots=True)
class _Open:
    tag: str
    look: Look
    emphasis: Emphasis


@dataclass(slots=True)
class _Table:
    rows: list[Row] = field(default_factory=list)
    cell: Cell | None = None


class _Page(HTMLParser):
    """Collects visible text by line, and hidden text apart."""

    def __init__(self, rules: dict[str, Style]) -> None:
        super().__init__(convert_charrefs=True)
        self.sheet = Sheet()
        self._rules = rules
        self._open = [_Open("", Look(), Emphasis.PLAIN)]
        self._silent = ""
        self._depth = 0
        self._tables: list[_Table] = []
        self._text = ""
        self._marks: list[tuple[int, Emphasis, float]] = []
        self._preformatted = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._silent:
            self._depth += tag == self._silent
            return
        if tag in _BLOCKS or tag in ("td", "th"):
            self._flush()
        if tag in _SILENT and tag != "head":
            self._silent, self._depth = tag, 1
        elif tag not in _VOID:
            self._enter(tag, dict(attrs))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self._flush()

    def _enter(self, tag: str, attrs: dict[str, str | None]) -> None:
        if len(self._open) > MAX_DEPTH:
            raise ResumeTooLarge(limit_depth=MAX_DEPTH)
        above = self._open[-1]
        look = styled(above.look, self._style(tag, attrs))
        emphasis = _HEADINGS.get(tag, above.emphasis)
        if emphasis < Emphasis.STRONG and (tag in _STRONG or look.strong):
            emphasis = Emphasis.STRONG
        self._open.append(_Open(tag, look, emphasis))
        self._preformatted += tag == "pre"
        if tag == "table":
            self._tables.append(_Table())
        elif self._tables and tag == "tr":
            self._tables[-1].rows.append([])
        elif self._tables and tag in ("td", "th"):
            self._cell()

    def _cell(self) -> None:
        table = self._tables[-1]
        table.cell = []
        if not table.rows:
            table.rows.append([])
        table.rows[-1].append(table.cell)

    def _style(self, tag: str, attrs: dict[str, str | None]) -> Style:
        style: Style = {}
        if self._rules:
            classes = [f".{name}" for name in (attrs.get("class") or "").lower().split()]
            own = [f"#{(attrs.get('id') or '').lower()}"]
            for name in ("*", tag, *classes, *(tag + c for c in classes), *own):
                style |= self._rules.get(name, {})
        if "hidden" in attrs:
            style["display"] = "none"
        if attrs.get("color"):
            style["color"] = str(attrs["color"]).lower()
        if attrs.get("bgcolor"):
            style["background"] = str(attrs["bgcolor"]).lower()
        return style | declared(attrs.get("style") or "")

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            self._depth -= tag == self._silent
            self._silent = self._silent if self._depth > 0 else ""
            return
        if tag in _BLOCKS or tag in ("td", "th"):
            self._flush()
        if any(item.tag == tag for item in reversed(self._open[-64:])):
            while len(self._open) > 1:
                closed = self._open.pop().tag
                self._leave(closed)
                if closed == tag:
                    break

    def _leave(self, tag: str) -> None:
        self._preformatted -= tag == "pre"
        if tag in ("td", "th") and self._tables:
            self._flush()
            self._tables[-1].cell = None
        elif tag == "table" and self._tables:
            self._flush()
            for line in table_lines(self._tables.pop().rows):
                self._emit(line)

    def handle_data(self, data: str) -> None:
        if self._silent or (not self._text and data.isspace()):
            return
        top = self._open[-1]
        if not top.look.visible:
            if said := " ".join(data.split()):
                self.sheet.hidden.append(said)
            return
        pieces = data.split("\n") if self._preformatted else [_FOLD.sub(" ", data)]
        for n, piece in enumerate(pieces):
            if n:
                self._flush()
            self._text += piece
            if size := len(piece.strip()):
                self._marks.append((size, top.emphasis, top.look.points))

    def _flush(self) -> None:
        text, self._text = self._text, ""
        marks, self._marks = self._marks, []
        if text.strip():
            squeezed = text if self._preformatted else _squeezed(text)
            self._emit(Draft(squeezed, _emphasis(marks)))

    def _emit(self, line: Draft) -> None:
        cell = self._tables[-1].cell if self._tables else None
        (self.sheet.lines if cell is None else cell).append(line)

    def finish(self) -> Sheet:
        """Close what is still open."""
        self.close()
        self._silent = ""
        while len(self._open) > 1:
            self._leave(self._open.pop().tag)
        self._flush()
        return self.sheet


def _squeezed(text: str) -> str:
    """Blanks run together; three or more, or two that do not break, part values."""
    return _BLANKS.sub(lambda found: GAP if _parts(found.group()) else " ", text)


def _parts(blanks: str) -> bool:
    return len(blanks) > 2 or blanks.count("\xa0") > 1


def _emphasis(marks: list[tuple[int, Emphasis, float]]) -> Emphasis:
    """The line stands out when nearly all of it does."""
    whole = sum(size for size, _, _ in marks)
    by_tag = [e for e in Emphasis if sum(s for s, m, _ in marks if m >= e) * 10 >= whole * 9]
    points = min((p for _, _, p in marks), default=12.0)
    by_size = (
        Emphasis.TITLE if points >= 18 else Emphasis.HEADING if points >= 14 else Emphasis.PLAIN
    )
    return max((*by_tag, by_size))


def web_sheet(text: str) -> Sheet:
    """One page of visible lines; script, style and what a browser would not show are left out.

    Raises
    ------
    ResumeTooLarge : elements nested deeper than 2,000.
    """
    page = _Page(sheet_rules(_styles(text)))
    page.feed(text)
    return page.finish()


def _styles(text: str) -> str:
    """What stands between <style> tags, at most 200,000 characters."""
    found: list[str] = []
    lower = text.lower() if "<style" in text.lower() else ""
    at = lower.find("<style")
    while at >= 0:
        start, end = lower.find(">", at) + 1, lower.find("</style", at)
        if not start or end < 0:
            break
        found.append(text[start:end])
        at = lower.find("<style", end)
    return "".join(found)[:MAX_STYLE]

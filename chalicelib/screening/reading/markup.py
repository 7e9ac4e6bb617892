"""Plain text and HTML: characters from bytes, lines from markup."""

from html.parser import HTMLParser

from chalicelib.screening.reading.unreadable import ResumeUnsupported

_BLOCKS = frozenset(
    "address article aside blockquote br dd div dl dt fieldset figcaption footer form h1 h2 h3 h4"
    " h5 h6 header hr li main nav ol p pre section table tbody tfoot thead title tr ul".split()
)
_SILENT = frozenset("script style template noscript title object svg".split())
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


def decode(content: bytes, *, cut: bool = False) -> str:
    """Decode text as UTF-16 with a mark, UTF-8, then GB18030.

    Parameters
    ----------
    content : bytes of text.
    cut : the bytes may end in the middle of a character.

    Raises
    ------
    ResumeUnsupported : the bytes are no text in any of these.
    """
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", errors="replace")
    if b"\x00" in content:
        raise ResumeUnsupported()
    for end in range(len(content), len(content) - (4 if cut else 1), -1):
        for encoding in ("utf-8-sig", "gb18030"):
            try:
                return _text_only(content[:end].decode(encoding))
            except UnicodeDecodeError:
                continue
    raise ResumeUnsupported()


def _text_only(text: str) -> str:
    odd = sum(c < " " and c not in "\t\r\n\f\v" for c in text)
    if odd * 50 > len(text):
        raise ResumeUnsupported()
    return text


class _Lines(HTMLParser):
    """Collects visible text: a block starts a line, a table cell a gap."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = [""]
        self._hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._hidden or tag in _SILENT or _is_hidden(dict(attrs)):
            if tag not in _VOID:
                self._hidden.append(tag)
        elif tag in ("td", "th"):
            self.lines[-1] += "   "
        elif tag in _BLOCKS:
            self.lines.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._hidden:
            while self._hidden and self._hidden.pop() != tag:
                pass
        elif not self._hidden and tag in _BLOCKS:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.lines[-1] += data.replace("\n", " ").replace("\r", " ")


def _is_hidden(attrs: dict[str, str | None]) -> bool:
    style = (attrs.get("style") or "").replace(" ", "").lower()
    unseen = ("display:none", "visibility:hidden", "font-size:0")
    return "hidden" in attrs or any(word in style for word in unseen)


def html_lines(text: str) -> list[str]:
    """List the visible lines of a page; script, style and hidden text are not read."""
    parser = _Lines()
    parser.feed(text)
    parser.close()
    return parser.lines

"""Web pages of several structures."""

import html
from collections.abc import Callable, Iterable
from random import Random

from infra.resume_samples.varied.marks import Page, Row, text_of

_NOISE = (
    "<style>p{color:#333;font-size:14px}.aside{float:left}</style>",
    '<script>var skills="Kubernetes";track("name")</script>',
    '<link rel="stylesheet" href="print.css"><meta name="author" content="template">',
)


def _tag(name: str, text: str, attributes: str = "") -> str:
    return f"<{name}{attributes}>{html.escape(text)}</{name}>"


def _joined(row: Row, gap: str) -> str:
    return gap.replace("\t", "   ").join(text_of(c) for c in row.cells)


def _list(rows: Iterable[Row], gap: str) -> str:
    out, open_list = "", False
    for row in rows:
        item = row.kind == "bullet"
        out += "</ul>" * (open_list and not item) + "<ul>" * (item and not open_list)
        open_list = item
        spans = gap.replace("\t", " ").join(_tag("span", text_of(c)) for c in row.cells)
        out += f"<li>{html.escape(_joined(row, gap))}</li>" if item else f"<p>{spans}</p>"
    return out + "</ul>" * open_list


def _table(rows: Iterable[Row], gap: str) -> str:
    out = "<table border=0>"
    for row in rows:
        cells = "".join(_tag("td", text_of(c)) for c in row.cells)
        if len(row.cells) == 1:
            cells = cells.replace("<td>", '<td colspan="4">', 1)
        out += f"<tr>{cells}</tr>\n"
    return out + "</table>"


def _div(rows: Iterable[Row], gap: str) -> str:
    return "\n".join(
        f'<div class="row">{html.escape(_joined(row, gap))}</div>' for row in rows
    ).replace("   ", "&nbsp;&nbsp; ")


def _dl(rows: Iterable[Row], gap: str) -> str:
    out = "<dl>"
    for row in rows:
        out += _tag("dt" if row.kind == "text" else "dd", _joined(row, gap))
    return out + "</dl>"


def _br(rows: Iterable[Row], gap: str) -> str:
    """One paragraph, its lines parted by breaks, as mail programs and old editors write."""
    lines = []
    for row in rows:
        cells = [html.escape(text_of(c)) for c in row.cells]
        cells[0] = f"<B>{cells[0]}</B>" if len(cells) > 1 else cells[0]
        lines.append(gap.replace("\t", "&nbsp;&nbsp; ").join(cells))
    return "<P><FONT size=2>" + "<BR>\n".join(lines) + "</FONT></P>"


_BODIES: dict[str, Callable[[Iterable[Row], str], str]] = {
    "list": _list,
    "table": _table,
    "div": _div,
    "dl": _dl,
    "br": _br,
}


def web(page: Page, random: Random, structure: str) -> bytes:
    """Write the page with headings as h2, h3, bold or plain blocks."""
    body = _BODIES[structure]
    gap = page.gap
    mark = random.choice(("h2", "h2", "h3", "strong", "h4"))
    name = random.choice(("h1", "h1", "h2", "b"))
    parts = []
    for row in page.head:
        if row.kind == "title":
            parts.append(_tag(name, _joined(row, gap), ' style="text-align:center"'))
        else:
            parts.append(body([row], gap) if structure == "table" else _tag("p", _joined(row, gap)))
    for block in page.blocks:
        labels = [r for r in block.heading if r.kind == "text"]
        for row in block.heading:
            if row.kind != "text":
                parts.append(f"<div>{_tag(mark, _joined(row, gap))}</div>")
        parts.append(body(labels + [r for e in block.entries for r in e.rows], gap))
    encoding = random.choice(("utf-8", "utf-8", "utf-8", "gb18030"))
    noise = "".join(random.sample(_NOISE, random.randint(0, 3)))
    return (
        f'<!doctype html>\n<html><head><meta charset="{encoding}"><title>cv</title>{noise}</head>'
        f"<body>{chr(10).join(parts)}</body></html>"
    ).encode(encoding, "replace")

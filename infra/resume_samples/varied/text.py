"""Text formats: plain lines, Markdown, rich text."""

from random import Random

from infra.resume_samples.varied.marks import Page, Row, text_of


def _line(row: Row, gap: str) -> str:
    return gap.join(text_of(cell) for cell in row.cells)


def _wrapped(line: str, width: int) -> list[str]:
    """Cut hard, at blanks where there are any, as text copied from a page is."""
    out = []
    while len(line) > width:
        cut = line.rfind(" ", width // 2, width) if line.isascii() else width
        cut = cut if cut > 0 else width
        out.append(line[:cut].rstrip())
        line = line[cut:].lstrip()
    return [*out, line]


def txt(page: Page, random: Random, encoding: str = "utf-8") -> bytes:
    """Plain lines; blank ones between sections, some files wrapped hard or with \\r\\n."""
    width = random.choice((10_000, 10_000, 10_000, 76 if page.language == "en" else 42))
    indent = random.choice(("", "", "", "  ", "　"))
    blank = random.choice((True, True, False))
    out: list[str] = []
    for row in page.rows():
        if row.kind == "heading" and blank:
            out.append("")
        lead = indent if row.kind in ("text", "bullet") else ""
        out += [lead + part for part in _wrapped(_line(row, page.gap), width)]
    return random.choice(("\n", "\n", "\r\n")).join(out).encode(encoding, "replace")


_MARKDOWN = (
    {"title": ("# ", ""), "heading": ("\n## ", ""), "bullet": ("- ", "")},
    {"title": ("# ", " #"), "heading": ("\n### ", ""), "bullet": ("* ", "")},
    {"title": ("**", "**"), "heading": ("\n**", "**\n"), "bullet": ("+ ", "")},
    {"title": ("", "\n====="), "heading": ("\n", "\n-----"), "bullet": ("1. ", "")},
)


def md(page: Page, random: Random) -> bytes:
    """Markdown: # name, ## headings, lists, at times tables and bold."""
    bold = random.random() < 0.3
    table = random.random() < 0.25
    marks = random.choice(_MARKDOWN)
    out: list[str] = []
    open_columns = 0
    for row in page.rows():
        cells = [text_of(c) for c in row.cells]
        if table and row.kind == "text" and len(cells) > 1:
            if open_columns != len(cells):
                out += [
                    "",
                    "| " + " | ".join(" " for _ in cells) + " |",
                    "|" + " --- |" * len(cells),
                ]
            out.append("| " + " | ".join(cells) + " |")
            open_columns = len(cells)
            continue
        open_columns = 0
        line = page.gap.join(cells)
        if bold and row.kind == "text" and len(cells) > 1:
            line = page.gap.join([f"**{cells[0]}**", *cells[1:]])
        before, after = marks.get(row.kind, ("", ""))
        out.append(before + line + after)
        if row.kind == "text":
            out[-1] += "  "
    return "\n".join(out).encode()


def _escaped(text: str) -> str:
    out = []
    for char in text:
        code = ord(char)
        if char in "\\{}":
            out.append("\\" + char)
        elif char == "\t":
            out.append("\\tab ")
        elif code < 128:
            out.append(char)
        else:
            out.append(f"\\u{code if code < 32768 else code - 65536}?")
    return "".join(out)


def rtf(page: Page, random: Random) -> bytes:
    """Rich text: plain paragraphs, headings bold and larger."""
    marks = {"title": r"\b\fs36 ", "heading": r"\b\fs28 "}
    body = [
        "{\\pard" + marks.get(row.kind, "\\fs21 ") + _escaped(_line(row, page.gap)) + "\\par}"
        for row in page.rows()
    ]
    font = random.choice(("SimSun", "Calibri", "Arial"))
    return ("{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 " + font + ";}}\n" + "\n".join(body) + "}").encode(
        "ascii"
    )

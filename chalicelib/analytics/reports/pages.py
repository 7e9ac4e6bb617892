"""A PDF of texts and shapes, written by hand, that shows Chinese without a font of its own.

Text is set in STSong-Light by name (collection Adobe-GB1, map UniGB-UCS2-H): every reader of PDF
has that font or one in its place. Sources: ISO 32000-1, §9.7 (composite fonts); Adobe Technical
Note 5094 (the collection and its maps); widths of its Latin letters from STSong-Light's metrics.
"""

import zlib
from dataclasses import dataclass, field

WIDTH, HEIGHT, MARGIN = 595.0, 842.0, 48.0
#: Widths of the letters from blank to tilde, in thousandths of the size; all others are 1000.
LATIN = (
    207, 270, 342, 467, 462, 797, 710, 239, 374, 374, 423, 605, 238, 375, 238, 334,
    462, 462, 462, 462, 462, 462, 462, 462, 462, 462, 238, 238, 605, 605, 605, 344,
    748, 684, 560, 695, 739, 563, 511, 729, 793, 318, 312, 666, 526, 896, 758, 772,
    544, 772, 628, 465, 607, 753, 711, 972, 647, 620, 607, 374, 333, 374, 606, 500,
    239, 417, 503, 427, 529, 415, 264, 444, 518, 241, 230, 495, 228, 793, 527, 524,
    524, 504, 338, 336, 277, 517, 450, 652, 466, 452, 407, 370, 258, 370, 605,
)  # fmt: skip
FONT = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H"
    b" /DescendantFonts [4 0 R] >>"
)
INK, QUIET, LINE = (0.11, 0.14, 0.17), (0.36, 0.4, 0.46), (0.87, 0.89, 0.91)

Colour = tuple[float, float, float]


def width(text: str, size: float) -> float:
    """How wide a text is at a size, in points."""
    return sum(_letter(c) for c in text) * size / 1000


def _letter(c: str) -> int:
    return LATIN[ord(c) - 32] if " " <= c <= "~" else 1000


def wrapped(text: str, room: float, size: float) -> list[str]:
    """A text in lines of at most `room` points; broken at blanks, or between Chinese letters."""
    lines, line = [], ""
    for piece in _pieces(text):
        if line and width(line + piece.rstrip(), size) > room:
            lines.append(line.rstrip())
            line = ""
        line += piece
    return [*lines, line.rstrip()] if line.strip() else lines


def _pieces(text: str) -> list[str]:
    pieces: list[str] = []
    word = ""
    for c in text:
        word += c
        if c == " " or ord(c) > 0x2E80 or len(word) > 40:
            pieces.append(word)
            word = ""
    return [*pieces, word] if word else pieces


@dataclass
class Paper:
    """Pages as they are filled from the top; `y` is where the next line begins."""

    title: str
    streams: list[list[str]] = field(default_factory=list)
    y: float = 0.0

    def need(self, height: float) -> None:
        """Begin a page unless so much room is left on this one."""
        if not self.streams or self.y - height < MARGIN:
            self.streams.append([])
            self.y = HEIGHT - MARGIN

    def text(self, text: str, at: tuple[float, float], size: float, colour: Colour = INK) -> None:
        """A text at a place of the present page; what has no place in the map is a blank box."""
        known = "".join(c if " " <= c <= "\uffff" and not "\ud800" <= c <= "\udfff" else "□"
                        for c in text)  # fmt: skip
        code = known.encode("utf-16-be").hex().upper()
        x, y = at
        self.streams[-1].append(
            f"{_colour(colour)} rg BT /F1 {size:g} Tf {x:.1f} {y:.1f} Td <{code}> Tj ET"
        )

    def rect(self, box: tuple[float, float, float, float], colour: Colour) -> None:
        """A filled rectangle: left, bottom, width, height."""
        figures = " ".join(f"{value:.1f}" for value in box)
        self.streams[-1].append(f"{_colour(colour)} rg {figures} re f")

    def path(self, points: list[tuple[float, float]], colour: Colour, stroke: float = 0.8) -> None:
        """A line through points."""
        steps = " ".join(f"{x:.1f} {y:.1f} {'l' if n else 'm'}" for n, (x, y) in enumerate(points))
        self.streams[-1].append(f"{_colour(colour)} RG {stroke:g} w {steps} S")

    def lines(self, text: str, size: float, colour: Colour = INK) -> None:
        """A paragraph over the width of the page."""
        for line in wrapped(text, WIDTH - 2 * MARGIN, size):
            self.need(size * 1.5)
            self.y -= size * 1.45
            self.text(line, (MARGIN, self.y), size, colour)

    def file(self) -> bytes:
        """The whole document."""
        pages = len(self.streams)
        kids = " ".join(f"{6 + 2 * n} 0 R" for n in range(pages))
        objects = [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>".encode(),
            FONT,
            _descendant(),
            f"<< /Title <FEFF{self.title.encode('utf-16-be').hex().upper()}> >>".encode(),
        ]
        for number, parts in enumerate(self.streams):
            raw = zlib.compress("\n".join(parts).encode("ascii"))
            objects.append(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH:g} {HEIGHT:g}] /Resources"
                f" << /Font << /F1 3 0 R >> >> /Contents {7 + 2 * number} 0 R >>".encode()
            )
            head = f"<< /Length {len(raw)} /Filter /FlateDecode >>".encode()
            objects.append(head + b"\nstream\n" + raw + b"\nendstream")
        return _assembled(objects)


def _colour(colour: Colour) -> str:
    return " ".join(f"{part:g}" for part in colour)


def _descendant() -> bytes:
    widths = " ".join(str(each) for each in LATIN)
    return (
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo"
        " << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000"
        f" /W [1 [{widths}]] /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light"
        " /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120"
        " /CapHeight 880 /StemV 93 >> >>"
    ).encode()


def _assembled(objects: list[bytes]) -> bytes:
    raw = b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(raw))
        raw += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    return (
        raw
        + (
            f"xref\n0 {size}\n0000000000 65535 f \n{table}"
            f"trailer\n<< /Size {size} /Root 1 0 R /Info 5 0 R >>\nstartxref\n{len(raw)}\n%%EOF\n"
        ).encode()
    )

"""PDFs that inflate, multiply or contain themselves."""

import io
import zlib
from random import Random

from infra.resume_samples.hostile.bombs import MEGABYTE, deflated
from infra.resume_samples.hostile.sample import Hostile
from infra.resume_samples.layouts import Page


def pdf_file(objects: dict[int, bytes], root: int = 1, extra: bytes = b"") -> bytes:
    """A PDF of numbered objects, with a right table of where they are."""
    out = io.BytesIO()
    out.write(b"%PDF-1.5\n")
    places = {}
    for number, body in objects.items():
        places[number] = out.tell()
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    table = out.tell()
    top = max(objects) + 1
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % top)
    for number in range(1, top):
        kind = b"n" if number in places else b"f"
        out.write(b"%010d 00000 %s \n" % (places.get(number, 0), kind))
    out.write(b"trailer\n<</Size %d/Root %d 0 R%s>>\n" % (top, root, extra))
    out.write(b"startxref\n%d\n%%%%EOF\n" % table)
    return out.getvalue()


def one_page(stream: bytes, resources: bytes = b"", more: dict[int, bytes] | None = None) -> bytes:
    """A PDF of one page whose content stream object is given whole, dictionary and all."""
    fonts = b"/Font<</F 5 0 R>>"
    return pdf_file(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<%s%s>>>>"
            % (fonts, resources),
            4: stream,
            5: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            **(more or {}),
        }
    )


def stream(data: bytes, dictionary: bytes = b"") -> bytes:
    """A stream object."""
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), dictionary, data)


def pdf_streams(random: Random, page: Page) -> list[Hostile]:
    """Streams that inflate to gigabytes, once and again."""
    found = []
    pieces = {
        "zeros": b"\0",
        "text": b"BT /F 9 Tf 9 9 Td (abc) Tj ET\n",
        "save": b"q ",
        "cm": b"1 0 0 1 1 1 cm ",
    }
    for name, piece in pieces.items():
        for megabytes in (40, 300, 1500):
            packed = deflated(piece, megabytes, raw=False)
            once = one_page(stream(packed, b"/Filter/FlateDecode"))
            found.append(Hostile("pdf stream bomb", f"{name}-{megabytes}.pdf", once))
            again = zlib.compress(zlib.compress(packed))
            nested = b"/Filter[/FlateDecode/FlateDecode/FlateDecode]"
            found.append(
                Hostile(
                    "pdf stream bomb",
                    f"{name}-{megabytes}-nested.pdf",
                    one_page(stream(again, nested)),
                )
            )
    lzw = b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01" * 300_000
    found.append(Hostile("pdf stream bomb", "lzw.pdf", one_page(stream(lzw, b"/Filter/LZWDecode"))))
    runs = b"\x81a" * 2_000_000 + b"\x80"
    found.append(
        Hostile("pdf stream bomb", "runs.pdf", one_page(stream(runs, b"/Filter/RunLengthDecode")))
    )
    return found


def pdf_shapes(random: Random, page: Page) -> list[Hostile]:
    """Too many pages, pages within pages, forms that draw themselves, pictures of any size."""
    shapes = _page_trees() | _form_loops() | _deep_objects()
    found = [Hostile("pdf structure", f"{name}.pdf", content) for name, content in shapes.items()]
    return found + _pdf_pictures()


def _page_trees() -> dict[str, bytes]:
    catalog = {1: b"<</Type/Catalog/Pages 2 0 R>>"}
    found = {}
    for count in (100, 10_000):
        kids = b" ".join(b"%d 0 R" % n for n in range(10, 10 + count))
        pages = {n: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>" for n in range(10, 10 + count)}
        tree = b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count)
        found[f"pages-{count}"] = pdf_file({**catalog, 2: tree, **pages})
    for depth in (50, 5_000):
        nodes = {n: b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (n + 1) for n in range(2, 2 + depth)}
        nodes[2 + depth] = b"<</Type/Page/MediaBox[0 0 9 9]>>"
        found[f"tree-{depth}"] = pdf_file({**catalog, **nodes})
    found["tree-loop"] = pdf_file({**catalog, 2: b"<</Type/Pages/Kids[2 0 R]/Count 9>>"})
    found["count"] = pdf_file({**catalog, 2: b"<</Type/Pages/Kids[]/Count 2147483647>>"})
    return found


def _form_loops() -> dict[str, bytes]:
    def form(fan: int, inner: int) -> bytes:
        resources = b"/Resources<</XObject<</X %d 0 R>>>>" % inner
        return stream(b"/X Do " * fan, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]" + resources)

    def drawn(forms: dict[int, bytes]) -> bytes:
        return one_page(stream(b"/X Do"), b"/XObject<</X 6 0 R>>", forms)

    found = {f"form-loop-{fan}": drawn({6: form(fan, 6)}) for fan in (1, 2, 10)}
    found["form-tower"] = drawn({6 + n: form(10, 7 + n) for n in range(12)})
    return found


def _deep_objects() -> dict[str, bytes]:
    found = {}
    for nesting in (1_000, 300_000):
        arrays = b"[" * nesting + b"]" * nesting
        found[f"arrays-{nesting}"] = one_page(stream(arrays))
        found[f"objects-{nesting}"] = one_page(b"<</Length 0/A %s>>stream\n\nendstream" % arrays)
    return found


def _pdf_pictures() -> list[Hostile]:
    found = []
    text = (
        b"BT /F 9 Tf 9 9 Td 1 1 1 rg (white words to make the renderer look) Tj ET "
        b"q 500 0 0 700 0 0 cm /I Do Q"
    )
    for side in (20_000, 100_000):
        pixels = deflated(b"\0", min(side * side // MEGABYTE, 2_000), raw=False)
        shape = b"/Type/XObject/Subtype/Image/Width %d/Height %d" % (side, side)
        look = b"/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode"
        content = one_page(stream(text), b"/XObject<</I 6 0 R>>", {6: stream(pixels, shape + look)})
        found.append(Hostile("pdf structure", f"picture-{side}.pdf", content))
    for media in (b"0 0 1 1", b"0 0 9000000 9000000", b"0 0 -5 -5", b"5 5 5 5", b"0 0 1e30 1e30"):
        content = one_page(stream(text)).replace(b"0 0 595 842", media)
        found.append(Hostile("pdf structure", f"box-{len(found)}.pdf", content))
    return found

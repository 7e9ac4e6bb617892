"""Small files that ask for much memory, much time, or a deep stack."""

import io
import struct
import zlib
from random import Random

from infra.resume_samples import bad, files
from infra.resume_samples.hostile.sample import Hostile, lines_of
from infra.resume_samples.layouts import Page

_MEGABYTE = 1 << 20


def _deflated(piece: bytes, megabytes: int, *, raw: bool) -> bytes:
    """So many megabytes of one piece, deflated; a block is packed once and repeated."""
    block = (piece * (_MEGABYTE // len(piece) + 1))[:_MEGABYTE]
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    end = zlib.compressobj(9, zlib.DEFLATED, -15).flush()
    body = packed * megabytes + end
    return body if raw else b"\x78\xda" + body + b"\0\0\0\0"


def _zip_of(name: str, packed: bytes, size: int) -> bytes:
    """A zip with one deflated member whose declared size may lie."""
    encoded = name.encode()
    sizes = (0, len(packed), size, len(encoded), 0)
    local = struct.pack("<4s5H3L2H", b"PK\3\4", 20, 0, 8, 0, 0, *sizes)
    central = struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, 0, 8, 0, 0, *sizes, 0, 0, 0, 0, 0)
    start = len(local) + len(encoded) + len(packed)
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1, 1, len(central) + len(encoded), start, 0)
    return local + encoded + packed + central + encoded + end


def zips(random: Random, page: Page) -> list[Hostile]:
    """Word files that unpack to very much, honestly declared or not."""
    found = []
    xml = b"<w:p><w:r><w:t>a</w:t></w:r></w:p>"
    for megabytes in (64, 200, 900):
        packed = _deflated(b"a" if megabytes != 200 else xml, megabytes, raw=True)
        for declared in (megabytes * _MEGABYTE, 1000, 0xFFFFFFFE):
            name = f"zip-{megabytes}-{declared}.docx"
            content = _zip_of("word/document.xml", packed, declared)
            found.append(Hostile("zip bomb", name, content))
    many = {f"word/media/{n}.xml": "a" for n in range(4000)} | {"word/document.xml": "<a/>"}
    found.append(Hostile("zip bomb", "members.docx", files.zipped(many)))
    headers = {f"word/header{n}.xml": _word_xml("a" * 3_000_000) for n in range(12)}
    body = {"word/document.xml": _word_xml(lines_of(page)[0])}
    found.append(Hostile("zip bomb", "headers.docx", files.zipped(headers | body)))
    styles = {"word/styles.xml": _word_xml("a" * 30_000_000)}
    found.append(Hostile("zip bomb", "styles.docx", files.zipped(styles | body)))
    found.append(Hostile("zip bomb", "whole.docx", bad.zip_bomb()))
    return found


def _word_xml(text: str) -> str:
    return f"<w:document><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"


def entities(random: Random, page: Page) -> list[Hostile]:
    """XML whose entities multiply, or fetch what is none of our business."""
    long = "a" * 50_000
    prologues = {
        "quadratic": f'<!DOCTYPE w [<!ENTITY e "{long}">]>',
        "parameter": "<!DOCTYPE w [<!ENTITY % p \"<!ENTITY e 'x'>\">%p;]>",
        "file": '<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
        "network": '<!DOCTYPE w [<!ENTITY e SYSTEM "http://127.0.0.1/x">]>',
        "subset": '<!DOCTYPE w SYSTEM "http://127.0.0.1/w.dtd">',
        "loop": '<!DOCTYPE w [<!ENTITY e "&f;"><!ENTITY f "&e;">]>',
    }
    found = [Hostile("xml entities", "laughs.docx", bad.entity_bomb())]
    for name, prologue in prologues.items():
        body = f"<w:p><w:r><w:t>{'&e;' * 2000}</w:t></w:r></w:p>"
        found.append(Hostile("xml entities", f"{name}.docx", files.word_file(body, prologue)))
        html = f"<?xml version='1.0'?>{prologue}<html><body>{'&e;' * 2000}</body></html>"
        found.append(Hostile("xml entities", f"{name}.html", html.encode()))
    return found


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
            packed = _deflated(piece, megabytes, raw=False)
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
    found = []
    for count in (100, 10_000):
        kids = b" ".join(b"%d 0 R" % n for n in range(10, 10 + count))
        pages = {n: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>" for n in range(10, 10 + count)}
        tree = b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count)
        objects = {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: tree, **pages}
        found.append(Hostile("pdf structure", f"pages-{count}.pdf", pdf_file(objects)))
    for depth in (50, 5_000):
        nodes = {n: b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (n + 1) for n in range(2, 2 + depth)}
        nodes[2 + depth] = b"<</Type/Page/MediaBox[0 0 9 9]>>"
        deep = pdf_file({1: b"<</Type/Catalog/Pages 2 0 R>>", **nodes})
        found.append(Hostile("pdf structure", f"tree-{depth}.pdf", deep))
    loop = pdf_file(
        {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[2 0 R]/Count 9>>"}
    )
    found.append(Hostile("pdf structure", "tree-loop.pdf", loop))
    lying = pdf_file(
        {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[]/Count 2147483647>>"}
    )
    found.append(Hostile("pdf structure", "count.pdf", lying))
    for fan in (1, 2, 10):
        form = stream(
            b"/X Do " * fan,
            b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>",
        )
        itself = one_page(stream(b"/X Do"), b"/XObject<</X 6 0 R>>", {6: form})
        found.append(Hostile("pdf structure", f"form-loop-{fan}.pdf", itself))
    forms = {
        6 + n: stream(
            b"/X Do " * 10,
            b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>"
            % (7 + n),
        )
        for n in range(12)
    }
    tower = one_page(stream(b"/X Do"), b"/XObject<</X 6 0 R>>", forms)
    found.append(Hostile("pdf structure", "form-tower.pdf", tower))
    for nesting in (1_000, 300_000):
        arrays = b"[" * nesting + b"]" * nesting
        found.append(Hostile("pdf structure", f"arrays-{nesting}.pdf", one_page(stream(arrays))))
        named = b"<</Length 0/A %s>>stream\n\nendstream" % arrays
        found.append(Hostile("pdf structure", f"objects-{nesting}.pdf", one_page(named)))
    return found + _pdf_pictures()


def _pdf_pictures() -> list[Hostile]:
    found = []
    text = (
        b"BT /F 9 Tf 9 9 Td 1 1 1 rg (white words to make the renderer look) Tj ET "
        b"q 500 0 0 700 0 0 cm /I Do Q"
    )
    for side in (20_000, 100_000):
        pixels = _deflated(b"\0", min(side * side // _MEGABYTE, 2_000), raw=False)
        shape = b"/Type/XObject/Subtype/Image/Width %d/Height %d" % (side, side)
        look = b"/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode"
        content = one_page(stream(text), b"/XObject<</I 6 0 R>>", {6: stream(pixels, shape + look)})
        found.append(Hostile("pdf structure", f"picture-{side}.pdf", content))
    for media in (b"0 0 1 1", b"0 0 9000000 9000000", b"0 0 -5 -5", b"5 5 5 5", b"0 0 1e30 1e30"):
        content = one_page(stream(text)).replace(b"0 0 595 842", media)
        found.append(Hostile("pdf structure", f"box-{len(found)}.pdf", content))
    return found


def depths(random: Random, page: Page) -> list[Hostile]:
    """Elements within elements within elements."""
    found = []
    for depth in (300, 3_000, 100_000):
        for tag in ("div", "table><tr><td", "b", "ul><li"):
            html = f"<html><body>{f'<{tag}>' * depth}王伟 简历</body></html>"
            found.append(Hostile("deep nesting", f"{tag[:3]}-{depth}.html", html.encode()))
        opened = "<w:tbl><w:tr><w:tc>" * depth
        closed = "</w:tc></w:tr></w:tbl>" * depth
        body = f"{opened}<w:p><w:r><w:t>王伟 简历</w:t></w:r></w:p>{closed}"
        found.append(Hostile("deep nesting", f"table-{depth}.docx", files.word_file(body)))
        rtf = "{\\rtf1 " + "{" * depth + "resume" + "}" * depth + "}"
        found.append(Hostile("deep nesting", f"groups-{depth}.rtf", rtf.encode()))
    return found

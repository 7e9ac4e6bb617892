"""Small files that ask for much memory, much time, or a deep stack."""

import struct
import zlib
from random import Random

from infra.resume_samples import bad, files
from infra.resume_samples.hostile.sample import Hostile, lines_of
from infra.resume_samples.layouts import Page

MEGABYTE = 1 << 20


def deflated(piece: bytes, megabytes: int, *, raw: bool) -> bytes:
    """So many megabytes of one piece, deflated; a block is packed once and repeated."""
    block = (piece * (MEGABYTE // len(piece) + 1))[:MEGABYTE]
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
        packed = deflated(b"a" if megabytes != 200 else xml, megabytes, raw=True)
        for declared in (megabytes * MEGABYTE, 1000, 0xFFFFFFFE):
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

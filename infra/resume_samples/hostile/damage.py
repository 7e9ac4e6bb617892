"""Files cut short, bent, locked, or sent under another kind's name."""

import io
from random import Random

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from infra.resume_samples import bad, files
from infra.resume_samples.hostile.sample import Hostile, lines_of
from infra.resume_samples.layouts import Page

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def honest(page: Page) -> dict[str, bytes]:
    """The page in each format that is read."""
    lines = lines_of(page)
    return {
        "pdf": files.pdf(page),
        "docx": files.docx(page, table=True),
        "html": files.web(page),
        "rtf": rtf(lines),
        "txt": files.text(page),
    }


def rtf(lines: list[str]) -> bytes:
    """Lines as RTF, Chinese by number."""

    def coded(text: str) -> str:
        return "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in text)

    return (
        "{\\rtf1\\ansi\\uc1 " + "\\par ".join(coded(line) for line in lines) + "\\par}"
    ).encode()


def cut_short(random: Random, page: Page) -> list[Hostile]:
    """Every format, cut anywhere."""
    return [
        Hostile("cut short", f"{share}.{kind}", content[: len(content) * share // 100])
        for kind, content in honest(page).items()
        for share in (1, 10, 50, 80, 99)
    ]


def bent(random: Random, page: Page) -> list[Hostile]:
    """Bytes changed at random."""
    found = []
    for kind, content in honest(page).items():
        for turn, changes in enumerate((1, 5, 40, 400, 400, 400)):
            bytes_now = bytearray(content)
            for _ in range(changes):
                bytes_now[random.randrange(len(bytes_now))] = random.randrange(256)
            found.append(Hostile("bent bytes", f"{turn}.{kind}", bytes(bytes_now)))
    return found


def mislabelled(random: Random, page: Page) -> list[Hostile]:
    """A kind under the name of another."""
    kinds = honest(page)
    names = list(kinds)
    found = [
        Hostile("mislabelled", f"really-{kind}.{name}", kinds[kind])
        for kind in names
        for name in names
        if kind != name and random.random() < 0.6
    ]
    others = {
        "picture.pdf": bad.png(),
        "old.docx": _OLE + bytes(4096),
        "program.pdf": b"\x7fELF" + bytes(2048),
        "mail.html": b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n" + kinds["html"],
        "notes.pages": files.zipped({"Index/Document.iwa": "x"}),
        "open.docx": files.zipped({"mimetype": "application/vnd.oasis.opendocument.text"}),
        "sheet.docx": files.zipped({"xl/workbook.xml": "<a/>"}),
        "nothing.txt": b"",
        "blanks.txt": b" \r\n\t" * 100,
        "noise.txt": random.randbytes(20_000),
        "noise.pdf": b"%PDF-1.7\n" + random.randbytes(20_000) + b"%%EOF",
        "noise.docx": b"PK\x03\x04" + random.randbytes(20_000),
        "noise.rtf": b"{\\rtf1 " + random.randbytes(20_000),
    }
    return found + [Hostile("mislabelled", name, content) for name, content in others.items()]


def polyglots(random: Random, page: Page) -> list[Hostile]:
    """Two kinds in one file."""
    kinds = honest(page)
    pairs = {
        "html-pdf.pdf": b"<html><!-- " + kinds["pdf"] + b" --></html>",
        "pdf-html.html": kinds["pdf"] + kinds["html"],
        "pdf-zip.docx": kinds["pdf"] + kinds["docx"],
        "zip-pdf.pdf": kinds["docx"] + kinds["pdf"],
        "script-pdf.txt": b"#!/bin/sh\nexit\n" + kinds["pdf"],
        "rtf-html.rtf": kinds["rtf"] + kinds["html"],
        "text-pdf.txt": kinds["txt"] + kinds["pdf"],
        "gif-html.html": b"GIF89a/*" + kinds["html"],
    }
    return [Hostile("polyglot", name, content) for name, content in pairs.items()]


def locked(random: Random, page: Page) -> list[Hostile]:
    """Files under a password, and files that are pictures."""
    ole = _OLE + bytes(1024) + "EncryptedPackage".encode("utf-16-le") + bytes(1024)
    word = bytearray(files.docx(page))
    at = word.find(b"PK\x01\x02")
    while at >= 0:  # every member's entry says that it is encrypted
        word[at + 8] |= 1
        at = word.find(b"PK\x01\x02", at + 4)
    found = [
        Hostile("locked", "password.pdf", bad.encrypted_pdf(page)),
        Hostile("locked", "password.docx", ole),
        Hostile("locked", "members.docx", bytes(word)),
    ]
    for side in (10, 800):
        buffer = io.BytesIO()
        canvas = Canvas(buffer, invariant=1)
        scan = Image.frombytes("L", (side, side), random.randbytes(side * side))
        for _ in range(2):
            canvas.drawImage(ImageReader(scan), 0, 0, 595, 842)
            canvas.showPage()
        canvas.save()
        found.append(Hostile("picture only", f"scan-{side}.pdf", buffer.getvalue()))
    found.append(Hostile("picture only", "drawing.pdf", bad.scanned_pdf()))
    empty = files.word_file("<w:p><w:r><w:drawing/></w:r></w:p>")
    return [*found, Hostile("picture only", "drawing.docx", empty)]

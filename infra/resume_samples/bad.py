"""Files that people send by mistake or in malice, each with the error code it must end in."""

import io
import struct
import zlib

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from infra.resume_samples import files
from infra.resume_samples.layouts import Page

MAX_BYTES = 8 * 1024 * 1024
_RECEIPT = (
    "Thank you for your order.\nTwo boxes of tea, one kettle.\nTotal 84.50. See you again soon."
)


def empty() -> bytes:
    """Nothing but a line end."""
    return b"\n"


def encrypted_pdf(page: Page) -> bytes:
    """A PDF that asks for a password; its key depends on the password alone."""
    buffer = io.BytesIO()
    lock = StandardEncryption("open-sesame", ownerPassword="owner-sesame", strength=40)
    canvas = Canvas(buffer, encrypt=lock, invariant=1)
    canvas.drawString(72, 720, page.name if page.name.isascii() else "resume")
    canvas.save()
    return buffer.getvalue()


def scanned_pdf() -> bytes:
    """A page with a drawing and no text."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    canvas.rect(72, 400, 300, 300, fill=1)
    canvas.save()
    return buffer.getvalue()


def png() -> bytes:
    """A picture of one pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    pixel = chunk(b"IDAT", zlib.compress(b"\x00\xff\xff\xff"))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + pixel + chunk(b"IEND", b"")


def zip_bomb() -> bytes:
    """A small Word file that unpacks to 300 MB."""
    return files.word_file("<w:p><w:r><w:t>" + "a" * 300_000_000 + "</w:t></w:r></w:p>")


def entity_bomb() -> bytes:
    """A Word file whose entities expand to thousands of millions of characters."""
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    prologue = f'<!DOCTYPE w [<!ENTITY e0 "aaaaaaaaaa">{levels}]>'
    return files.word_file("<w:p><w:r><w:t>&e9;</w:t></w:r></w:p>", prologue)


def collection(page: Page) -> list[tuple[str, bytes, str, str]]:
    """List (file name, bytes, media type, expected error code)."""
    whole = files.pdf(page)
    return [
        ("empty.txt", empty(), "text/plain", "resume-empty"),
        ("receipt.txt", _RECEIPT.encode(), "text/plain", "resume-not-a-resume"),
        ("locked.pdf", encrypted_pdf(page), "application/pdf", "resume-encrypted"),
        ("cut-short.pdf", whole[: len(whole) * 3 // 5], "application/pdf", "resume-unreadable"),
        ("scan.pdf", scanned_pdf(), "application/pdf", "resume-no-text"),
        ("picture.pdf", png(), "application/pdf", "resume-unsupported"),
        ("oversized.txt", b"resume\n" * (MAX_BYTES // 7 + 1), "text/plain", "resume-too-large"),
    ]

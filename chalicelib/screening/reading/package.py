"""A Word file's zip, opened with a budget for every byte that comes out of it."""

import io
import zipfile
import zlib
from collections.abc import Iterator

from chalicelib.screening.reading.unreadable import (
    ResumeEncrypted,
    ResumeTooLarge,
    ResumeUnreadable,
    ResumeUnsupported,
)

MAX_MEMBERS = 2_000
MAX_PART_BYTES = 16 * 1024 * 1024
_CHUNK_BYTES = 64 * 1024
_DOCUMENT = "word/document.xml"
_PAGES_DOCUMENT = "Index/Document.iwa"
DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, OSError, UnicodeDecodeError)


class Package:
    """The parts of one Word file; all of them together may unpack to 16 MiB."""

    def __init__(self, content: bytes) -> None:
        self._left_bytes = MAX_PART_BYTES
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
            members = self._archive.infolist()
        except (*DAMAGE, ValueError) as problem:
            raise ResumeUnreadable(kind="docx") from problem
        if len(members) > MAX_MEMBERS:
            raise ResumeTooLarge(limit_members=MAX_MEMBERS)
        self.names = [member.filename for member in members]
        if _DOCUMENT not in self.names:
            raise ResumeUnsupported(kind="pages" if _PAGES_DOCUMENT in self.names else "zip")
        if any(member.flag_bits & 1 for member in members):
            raise ResumeEncrypted()

    def text_parts(self) -> list[str]:
        """Headers first, then the document, footers and notes."""

        def named(kind: str) -> list[str]:
            start = f"word/{kind}"
            return sorted(n for n in self.names if n.startswith(start) and n.endswith(".xml"))

        return [*named("header"), _DOCUMENT, *named("footer"), *named("footnotes")]

    def chunks(self, name: str) -> Iterator[bytes]:
        """The bytes of a part, piece by piece.

        Raises
        ------
        ResumeTooLarge : it unpacks to more than its budget, whatever sizes it declares.
        ResumeUnreadable, ResumeUnsupported.
        """
        try:
            if self._archive.getinfo(name).file_size > MAX_PART_BYTES:
                raise ResumeTooLarge(limit_bytes=MAX_PART_BYTES)
            with self._archive.open(name) as stream:
                while chunk := stream.read(_CHUNK_BYTES):
                    self._left_bytes -= len(chunk)
                    if self._left_bytes < 0:
                        raise ResumeTooLarge(limit_bytes=MAX_PART_BYTES)
                    yield chunk
        except DAMAGE as problem:
            raise ResumeUnreadable(kind="docx") from problem
        except NotImplementedError as problem:  # zipfile's word for a compression it cannot undo
            raise ResumeUnsupported(kind="zip") from problem
        except RuntimeError as problem:  # and for a member under a password
            raise ResumeEncrypted() from problem

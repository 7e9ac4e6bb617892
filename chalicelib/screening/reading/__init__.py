"""A file's bytes become numbered lines of text; the bytes decide what it is, never its name.

kinds         what kind of file it is
pdf · docx · web · rtf · plain   one reader a format: bytes -> pages of raw lines
assembly      raw lines -> Document: cleaned, numbered, instructions to machines taken out
sandbox       the same, in a process that can only hurt itself
"""

from chalicelib.screening.document import Document, Line
from chalicelib.screening.reading.assembly import assembled, clean
from chalicelib.screening.reading.draft import Sheet
from chalicelib.screening.reading.evidence import require_resume
from chalicelib.screening.reading.kinds import kind_of

__all__ = ["Line", "clean", "kind_of", "read"]


def read(content: bytes, file_name: str = "") -> Document:
    """Turn a résumé file into its visible lines.

    Parameters
    ----------
    content : the file's bytes, at most 8 MiB.
    file_name : what the sender called it; used only to explain an error.

    Returns
    -------
    Lines in reading order, NFKC-normalised, blank ones left out; and what a person should know:
    text nobody can see, sentences addressed to the scorer, characters that were lost.

    Raises
    ------
    ResumeUnreadable : or the subclass that names the reason.

    Source
    ------
    Measured choices of engine and traps (Kangxi radicals, columns, zip bombs): docs/measurement.md.
    """
    kind = kind_of(content)
    document = assembled(_sheets(content, kind))
    require_resume(document.lines, kind=kind, file_name=file_name)
    return document


def _sheets(content: bytes, kind: str) -> list[Sheet]:
    # Readers are imported when first needed: plain text should not wait for a PDF engine.
    if kind == "pdf":
        from chalicelib.screening.reading.pdf import pdf_sheets

        return pdf_sheets(content)
    if kind == "docx":
        from chalicelib.screening.reading.docx import docx_sheet

        return [docx_sheet(content)]
    if kind == "rtf":
        from chalicelib.screening.reading.rtf import rtf_sheet

        return [rtf_sheet(content)]
    if kind == "json":
        from chalicelib.screening.json_resume import sheet_of

        return [sheet_of(content)]
    from chalicelib.screening.reading.decoding import decode

    if kind == "html":
        from chalicelib.screening.reading.web import web_sheet

        return [web_sheet(decode(content))]
    from chalicelib.screening.reading.plain import plain_sheet

    return [plain_sheet(decode(content))]

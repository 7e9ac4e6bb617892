"""What a screening was read from: the lines themselves, kept apart from what they say.

A text is kept once per file and reader, so that every result can be laid over the very lines
that it rests on, and a screening again that reads the same adds nothing.
"""

from pynamodb.exceptions import DoesNotExist
from pynamodb.models import Model

from chalicelib.foundation import ids
from chalicelib.foundation.errors import NotFound
from chalicelib.records import service as records
from chalicelib.screening.document import Document
from chalicelib.screening.kept_lines import pack, unpack
from chalicelib.screening.resume import READER_VERSION
from chalicelib.screening.service.screened import Screened
from chalicelib.screening.tables import ResumeText, ScreeningResult


def kept_of(
    upload: records.Upload, screened: Screened, former: ScreeningResult | None
) -> list[Model]:
    """The row that keeps a file's text; none where it is kept already.

    What the law guards is not kept out of a résumé: fairness work rests on what people state of
    themselves for that purpose.
    """
    if former is not None and (former.upload_id, former.reader_version) == (
        upload.upload_id,
        READER_VERSION,
    ):
        return []
    text = ResumeText(upload.person_id, _item_id(str(upload.upload_id), READER_VERSION))
    text.application_id, text.upload_id = upload.application_id, upload.upload_id
    text.reader_version, text.packed = READER_VERSION, pack(screened.document)
    return [text]


def _item_id(upload_id: str, reader_version: str) -> str:
    return f"resume-text#{upload_id}#{reader_version}"


def document_of(result: ScreeningResult) -> Document:
    """The lines that a result rests on. Raises NotFound for one from before lines were kept."""
    key = _item_id(str(result.upload_id), str(result.reader_version))
    try:
        row = ResumeText.get(ids.person_of(str(result.application_id)), key, consistent_read=True)
    except DoesNotExist as error:
        raise NotFound("resume-text-unknown", application_id=str(result.application_id)) from error
    return unpack(row.packed)

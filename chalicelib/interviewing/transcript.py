"""The answer document that a phone uploads, checked and typed."""

import json
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from chalicelib.foundation.errors import Invalid

MOST_BYTES = 2 * 1024 * 1024
MOST_CHARACTERS = 20_000
MOST_RECORDING_BYTES = 200 * 1024 * 1024
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")


class Mode(StrEnum):
    """How the candidate answered."""

    TEXT = "text"
    VOICE = "voice"
    VIDEO = "video"


class AnswerDocumentInvalid(Invalid):
    """The uploaded answer document cannot be read."""

    code = "answer-document-invalid"


@dataclass(frozen=True)
class Word:
    """A recognised word: seconds from the beginning, confidence 0-1."""

    text: str
    start_seconds: float
    end_seconds: float
    confidence: float


@dataclass(frozen=True)
class Recording:
    """The recording that belongs to the answer, beside the document."""

    name: str
    sha256: str
    size_bytes: int


@dataclass(frozen=True)
class Transcript:
    """The words of an answer and where they come from."""

    mode: Mode
    language: str
    text: str
    engine: str
    words: tuple[Word, ...] = ()
    duration_seconds: float | None = None
    recording: Recording | None = None

    @property
    def recognised_share(self) -> float:
        """The mean confidence of the recognised words, 1.0 where nothing had to be recognised."""
        if not self.words:
            return 1.0
        return sum(word.confidence for word in self.words) / len(self.words)


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class _Word(_Part):
    w: str = Field(max_length=100)
    start: float = Field(ge=0)
    end: float = Field(ge=0)
    confidence: float = Field(default=1.0, ge=0, le=1)


class _Recording(_Part):
    name: str = Field(pattern=r"^recording\.[a-z0-9]{2,5}$")
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    size: int = Field(gt=0, le=MOST_RECORDING_BYTES)


class _Document(_Part):
    schema_: int = Field(alias="schema", ge=1, le=1)
    mode: Mode
    language: str = Field(pattern=r"^(zh|en)$")
    text: str = Field(max_length=MOST_CHARACTERS)
    words: list[_Word] = Field(default_factory=list, max_length=MOST_CHARACTERS)
    engine: str = Field(default="typed", max_length=60)
    duration_seconds: float | None = Field(default=None, ge=0, le=3600)
    recording: _Recording | None = None


def parse(body: bytes) -> Transcript:
    """Read an answer document.

    Parameters
    ----------
    body : bytes
        The uploaded `answer.json`, at most 2 MiB of UTF-8.

    Returns
    -------
    Transcript

    Raises
    ------
    AnswerDocumentInvalid
        Not JSON, not the schema, too large; `detail["reason"]` names the field, never its content.
    """
    if len(body) > MOST_BYTES:
        raise AnswerDocumentInvalid(reason="too-large")
    try:
        plain: Any = json.loads(body.decode("utf-8-sig"))
        document = _Document.model_validate(plain)
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise AnswerDocumentInvalid(reason="not-json") from error
    except ValidationError as error:
        raise AnswerDocumentInvalid(reason=_field(error)) from error
    if _LONE_SURROGATE.search(document.text):
        raise AnswerDocumentInvalid(reason="text")
    return _typed(document)


def _field(error: ValidationError) -> str:
    place = ".".join(str(part) for part in error.errors()[0]["loc"])
    return place or "document"


def _typed(document: _Document) -> Transcript:
    kept = document.recording
    return Transcript(
        mode=document.mode,
        language=document.language,
        text=document.text,
        engine=document.engine,
        words=tuple(Word(item.w, item.start, item.end, item.confidence) for item in document.words),
        duration_seconds=document.duration_seconds,
        recording=Recording(kept.name, kept.sha256, kept.size) if kept else None,
    )

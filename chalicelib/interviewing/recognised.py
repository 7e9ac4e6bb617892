"""A recogniser's result as an answer's words: the job result JSON of Amazon Transcribe."""

import json
import re
from dataclasses import replace
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from chalicelib.foundation.errors import Invalid
from chalicelib.interviewing.transcript import MOST_CHARACTERS, Transcript, Word

MOST_BYTES = 16 * 1024 * 1024
#: What the service reads, by the ending of the file's name.
FORMATS = frozenset("mp3 mp4 wav flac ogg amr webm m4a".split())
_LATIN = re.compile(r"[0-9A-Za-zÀ-ɏ%]$")
_LATIN_FIRST = re.compile(r"^[0-9A-Za-zÀ-ɏ]")
#: Characters that stay as they come but are no words: a lone surrogate cannot be stored.
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")


class RecognitionInvalid(Invalid):
    """The recogniser's result cannot be read."""

    code = "recognition-invalid"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, allow_inf_nan=False)


class _Alternative(_Part):
    content: str = Field(max_length=200)
    confidence: float = Field(default=0.0, ge=0, le=1)


class _Item(_Part):
    type: str
    alternatives: list[_Alternative] = Field(min_length=1)
    start_time: float = Field(default=0.0, ge=0)
    end_time: float = Field(default=0.0, ge=0)


class _Results(_Part):
    items: list[_Item] = Field(max_length=MOST_CHARACTERS)


class _Result(_Part):
    results: _Results


def media_format(file_name: str) -> str | None:
    """The service's name for a recording's format, None for one that it does not read."""
    ending = file_name.rsplit(".", 1)[-1].lower()
    return ending if ending in FORMATS else None


def read(body: bytes, spoken: Transcript, engine: str) -> Transcript:
    """Put the recogniser's words into an answer that came without.

    Parameters
    ----------
    body : bytes
        The job's result file; only `results.items` is looked at.
    spoken : Transcript
        The answer as its document describes it.
    engine : str
        What to call the recogniser.

    Returns
    -------
    Transcript
        Text from the items (words apart by a blank unless Chinese, punctuation where it stood),
        words with seconds and confidence 0-1.

    Raises
    ------
    RecognitionInvalid
        Not the shape of a result, or too large.
    """
    if len(body) > MOST_BYTES:
        raise RecognitionInvalid(reason="too-large")
    try:
        plain: Any = json.loads(body)
        items = _Result.model_validate(plain).results.items
    except (ValueError, ValidationError, RecursionError) as error:
        raise RecognitionInvalid(reason="shape") from error
    text, words = "", []
    for item in items:
        best = item.alternatives[0]
        content = _LONE_SURROGATE.sub("", best.content)
        if item.type == "pronunciation":
            text += (" " if _apart(text, content) else "") + content
            words.append(Word(content, item.start_time, item.end_time, best.confidence))
        else:
            text += content
    return replace(spoken, text=text[:MOST_CHARACTERS], words=tuple(words), engine=engine)


def _apart(before: str, after: str) -> bool:
    """Whether a blank stands between: after a Latin word or a mark that ends one."""
    if not before or not _LATIN_FIRST.search(after):
        return False
    return bool(_LATIN.search(before)) or before[-1] in ",.;:!?"

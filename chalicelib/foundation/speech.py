"""Amazon Transcribe: start a batch job on an uploaded recording, ask for it, keep vocabularies."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from chalicelib.foundation.cloud import client, error_code
from chalicelib.foundation.settings import settings

#: Try later: nothing is wrong with what was asked.
_BUSY = {
    "LimitExceededException",
    "ThrottlingException",
    "TooManyRequestsException",
    "InternalFailureException",
    "ServiceUnavailableException",
}
_MISSING = {"NotFoundException", "ResourceNotFoundException"}


class SpeechBusy(Exception):
    """The service takes no more at the moment."""


class SpeechRefused(Exception):
    """The service does not take what was asked; asking again will not help."""


@dataclass(frozen=True)
class SpeechJob:
    """What is asked of the service: names and places only."""

    name: str
    media_key: str
    media_format: str
    language_code: str
    output_key: str
    vocabulary: str = ""


@dataclass(frozen=True)
class JobState:
    """QUEUED, IN_PROGRESS, COMPLETED or FAILED with the service's reason."""

    status: str
    reason: str = ""


def start(job: SpeechJob) -> None:
    """Start a job; one of this name that was started before is the same. Raises Speech…"""
    bucket = settings().bucket_uploads
    wish: dict[str, Any] = {
        "TranscriptionJobName": job.name,
        "LanguageCode": job.language_code,
        "MediaFormat": job.media_format,
        "Media": {"MediaFileUri": f"s3://{bucket}/{job.media_key}"},
        "OutputBucketName": bucket,
        "OutputKey": job.output_key,
    }
    if job.vocabulary:
        wish["Settings"] = {"VocabularyName": job.vocabulary}
    try:
        client("transcribe").start_transcription_job(**wish)
    except Exception as error:
        if error_code(error) != "ConflictException":
            raise _typed(error) from error


def state(name: str) -> JobState | None:
    """How a job stands, or None when there is none of this name. Raises SpeechBusy."""
    try:
        found = client("transcribe").get_transcription_job(TranscriptionJobName=name)
    except Exception as error:
        if _missing(error):
            return None
        raise _typed(error) from error
    job = found["TranscriptionJob"]
    return JobState(job["TranscriptionJobStatus"], str(job.get("FailureReason") or "")[:300])


def vocabulary_state(name: str) -> str:
    """READY, PENDING, FAILED, or empty when there is no vocabulary of this name."""
    try:
        found = client("transcribe").get_vocabulary(VocabularyName=name)
    except Exception as error:
        if _missing(error):
            return ""
        raise _typed(error) from error
    return str(found["VocabularyState"])


def make_vocabulary(name: str, language_code: str, phrases: Sequence[str]) -> None:
    """Have a vocabulary made, which takes minutes; one that exists stays. Raises Speech…"""
    try:
        client("transcribe").create_vocabulary(
            VocabularyName=name, LanguageCode=language_code, Phrases=list(phrases)
        )
    except Exception as error:
        if error_code(error) != "ConflictException":
            raise _typed(error) from error


def _missing(error: Exception) -> bool:
    # The service has answered a name that it does not know in both ways.
    said = str(getattr(error, "response", {}).get("Error", {}).get("Message", ""))
    unknown = error_code(error) == "BadRequestException" and "couldn't be found" in said
    return unknown or error_code(error) in _MISSING


def _typed(error: Exception) -> Exception:
    code = error_code(error)
    if code == "BadRequestException":
        return SpeechRefused(code)
    return SpeechBusy(code) if code in _BUSY else error

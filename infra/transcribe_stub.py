"""A stand-in for Amazon Transcribe in the embedded AWS. It recognises nothing.

It answers with the recorded shape of the service's jobs, results and vocabularies. The words of a
result are those that a demo recording carries in its own comment (`infra.voice`), a word between
‹ › as one recognised unsurely; any other recording is answered with no words at all, so that
nothing invented is ever rated. The product calls this engine a stub wherever its words are shown.
"""

import json
import re
import time
from typing import Any

from ministack.core import iam_actions
from ministack.core.responses import error_response_json, get_account_id, json_response
from ministack.services import s3, transcribe

from infra import voice

SURE, UNSURE = "0.98", "0.41"
_PIECE = re.compile(r"‹[^›]*›|[㐀-鿿]|[0-9A-Za-zÀ-ɏ'’%.-]*[0-9A-Za-zÀ-ɏ%]|[^\s]")
_WORD = re.compile(r"[0-9A-Za-zÀ-ɏ㐀-鿿]")
_vocabularies: dict[str, dict[str, Any]] = {}


def stand_in() -> None:
    """Put the stand-in where the emulator answers with canned sentences."""
    transcribe._JOB_RUN_SECONDS = 0.5
    transcribe._mock_transcript = said_in
    transcribe._transcript_document = result
    start = transcribe._DISPATCH["StartTranscriptionJob"]

    def start_job(data: dict[str, Any]) -> Any:
        name = (data.get("Settings") or {}).get("VocabularyName")
        if name and name not in _vocabularies:
            return _refusal("The requested vocabulary couldn't be found. Check the name.")
        return start(data)

    transcribe._DISPATCH |= {
        "StartTranscriptionJob": start_job,
        "CreateVocabulary": create_vocabulary,
        "GetVocabulary": get_vocabulary,
    }
    _name_the_resources()


def said_in(media_uri: str, **_: Any) -> str:
    """What a recording's own comment says, empty without one."""
    bucket, key = transcribe._parse_s3_uri(media_uri)
    return voice.comment_of(s3._get_object_data(bucket, key) or b"")


def result(job_name: str, text: str, *_: Any) -> dict[str, Any]:
    """A job's result file in the recorded shape: words with times and confidence."""
    items = items_of(text)
    spoken = text.replace("‹", "").replace("›", "")
    results = {"transcripts": [{"transcript": spoken}], "items": items, "audio_segments": []}
    account = get_account_id()
    return {"jobName": job_name, "accountId": account, "status": "COMPLETED", "results": results}


def items_of(text: str) -> list[dict[str, Any]]:
    """The pieces of a text as the service lists them; times at the pace of the demo voice."""
    from chalicelib.interviewing.delivery import spoken_units

    items: list[dict[str, Any]] = []
    moment = 0.0
    for piece in _PIECE.findall(text):
        content = piece.strip("‹›")
        if not _WORD.search(content):
            best = {"confidence": "0.0", "content": content}
            items.append({"type": "punctuation", "alternatives": [best]})
            continue
        end = moment + max(1, spoken_units(content)) / voice.UNITS_A_SECOND
        best = {"confidence": UNSURE if piece[0] == "‹" else SURE, "content": content}
        times = {"start_time": f"{moment:.3f}", "end_time": f"{end:.3f}"}
        items.append({"type": "pronunciation", "alternatives": [best]} | times)
        moment = end
    return items


def create_vocabulary(data: dict[str, Any]) -> Any:
    """Keep a vocabulary; it is ready at once, which the service's is not."""
    name, phrases = data.get("VocabularyName", ""), data.get("Phrases") or []
    if name in _vocabularies:
        return error_response_json("ConflictException", "The vocabulary name exists.", 400)
    wrong = [p for p in phrases if " " in p or len(p) > 256]
    if not phrases or wrong:
        return _refusal(f"{len(wrong)} phrases hold what a vocabulary may not.")
    row = {"VocabularyName": name, "LanguageCode": data["LanguageCode"], "VocabularyState": "READY"}
    _vocabularies[name] = row | {"LastModifiedTime": time.time()}
    return json_response(_vocabularies[name])


def get_vocabulary(data: dict[str, Any]) -> Any:
    """One vocabulary."""
    found = _vocabularies.get(data.get("VocabularyName", ""))
    if found is None:
        message = "The requested vocabulary couldn't be found."
        return error_response_json("NotFoundException", message, 400)
    return json_response(found)


def _refusal(message: str) -> Any:
    return error_response_json("BadRequestException", message, 400)


def _name_the_resources() -> None:
    """A policy meets a job or a vocabulary by name and a new job's bucket, as on AWS."""
    found_arn = iam_actions.extract_resource_arn
    kinds = {
        "GetTranscriptionJob": ("transcription-job", "TranscriptionJobName"),
        "GetVocabulary": ("vocabulary", "VocabularyName"),
    }

    def resource_arn(service: str, method: str, path: str, *rest: Any, **named: Any) -> str:
        if service == "transcribe" and len(rest) >= 5:
            headers, body, _, region, account = rest[:5]
            target = {k.lower(): v for k, v in headers.items()}.get("x-amz-target", "")
            kind, field = kinds.get(target.rsplit(".", 1)[-1], ("", ""))
            if kind:
                return f"arn:aws:transcribe:{region}:{account}:{kind}/{json.loads(body)[field]}"
        arn: str = found_arn(service, method, path, *rest, **named)
        return arn

    found_keys = iam_actions.request_tag_context

    def keys(service: str, action: str, body: bytes, *rest: Any) -> dict[str, Any]:
        found: dict[str, Any] = found_keys(service, action, body, *rest)
        if action == "transcribe:StartTranscriptionJob":
            bucket = json.loads(body).get("OutputBucketName", "")
            return found | {"transcribe:OutputBucketName": bucket}
        return found

    iam_actions.extract_resource_arn, iam_actions.request_tag_context = resource_arn, keys

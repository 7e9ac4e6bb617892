import json
from typing import Any

import pytest

from chalicelib.interviewing.transcript import AnswerDocumentInvalid, Mode, parse
from infra.answers import document, tiny_wav

GOOD: dict[str, Any] = {"schema": 1, "mode": "text", "language": "zh", "text": "去年我在店里。"}
RECORDING = {"name": "recording.webm", "sha256": "a" * 64, "size": 12}


def body(**changes: Any) -> bytes:
    return json.dumps(GOOD | changes).encode()


def test_a_typed_answer_is_read() -> None:
    said = parse(body())
    assert said.mode is Mode.TEXT
    assert said.text == "去年我在店里。"
    assert said.recording is None
    assert said.recognised_share == 1.0


def test_a_spoken_answer_names_its_recording_and_how_surely_it_was_recognised() -> None:
    words = [{"w": "去年", "start": 0, "end": 0.4, "confidence": 0.9}]
    words.append({"w": "我", "start": 0.4, "end": 0.5, "confidence": 0.7})
    said = parse(body(mode="voice", words=words, recording=RECORDING, duration_seconds=2.5))
    assert said.recording is not None
    assert said.recording.size_bytes == 12
    assert said.recognised_share == pytest.approx(0.8)
    assert said.duration_seconds == 2.5


def test_what_the_demo_phone_uploads_can_be_read() -> None:
    said = parse(document("我问了她。", "zh", "voice", ("recording.wav", tiny_wav(0.2))))
    assert said.recording is not None
    assert said.recording.size_bytes == len(tiny_wav(0.2))


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (b"", "not-json"),
        (b"\xff\xfe\x00", "not-json"),
        (b"{", "not-json"),
        (b"[" * 100_000, "not-json"),
        (b"[]", "document"),
        (b"null", "document"),
        (body(schema=2), "schema"),
        (body(mode="telepathy"), "mode"),
        (body(language="fr"), "language"),
        (body(text=None), "text"),
        (body(text="x" * 20_001), "text"),
        (body(text="\ud800"), "text"),
        (body(score=5), "score"),
        (body(duration_seconds=-1), "duration_seconds"),
        (body(recording=RECORDING | {"name": "../answer.json"}), "recording.name"),
        (body(recording=RECORDING | {"sha256": "short"}), "recording.sha256"),
        (body(recording=RECORDING | {"size": 0}), "recording.size"),
        (body(words=[{"w": "a", "start": 0, "end": 1, "confidence": 2}]), "words.0.confidence"),
        (b" " * (2 * 1024 * 1024 + 1), "too-large"),
    ],
)
def test_a_malformed_document_is_refused_by_the_name_of_its_field(
    broken: bytes, reason: str
) -> None:
    with pytest.raises(AnswerDocumentInvalid) as refused:
        parse(broken)
    assert reason == refused.value.detail["reason"]


def test_the_refusal_does_not_repeat_what_was_said() -> None:
    with pytest.raises(AnswerDocumentInvalid) as refused:
        parse(body(mode="秘密"))
    assert "秘密" not in str(refused.value)

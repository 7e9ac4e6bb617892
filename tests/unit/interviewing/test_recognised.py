"""What a recogniser gives, and what it is told to expect."""

import json
from typing import Any

import pytest

from chalicelib.interviewing import library, recognised, vocabulary
from chalicelib.interviewing.recognised import RecognitionInvalid
from chalicelib.interviewing.transcript import Mode, Transcript

SPOKEN = Transcript(Mode.VOICE, "en", "", "device")


def item(content: str, confidence: str = "0.9", at: float = 0.0) -> dict[str, Any]:
    best = {"confidence": confidence, "content": content}
    times = {"start_time": str(at), "end_time": str(at + 0.4)}
    return {"type": "pronunciation", "alternatives": [best]} | times


def mark(content: str) -> dict[str, Any]:
    return {"type": "punctuation", "alternatives": [{"confidence": "0.0", "content": content}]}


def body(*items: dict[str, Any]) -> bytes:
    result = {"jobName": "j", "accountId": "1", "status": "COMPLETED"}
    shape = {"transcripts": [{"transcript": "not looked at"}], "items": list(items)}
    return json.dumps(result | {"results": shape}).encode()


def test_english_words_stand_apart_and_their_marks_do_not() -> None:
    found = recognised.read(
        body(item("I"), item("asked"), mark(","), item("twice"), mark(".")), SPOKEN, "an engine"
    )
    assert found.text == "I asked, twice."
    assert found.engine == "an engine"
    assert [word.text for word in found.words] == ["I", "asked", "twice"]


def test_chinese_words_join_and_latin_ones_among_them_are_kept_apart() -> None:
    found = recognised.read(
        body(
            item("我们"),
            item("用"),
            item("Power"),
            item("BI"),
            mark("，"),
            item("分析"),
            mark("。"),
        ),
        SPOKEN,
        "an engine",
    )
    assert found.text == "我们用Power BI，分析。"


def test_times_and_confidence_stay_with_their_words() -> None:
    found = recognised.read(body(item("one", "0.5", 1.5), item("two", "1.0", 2.0)), SPOKEN, "e")
    assert [(w.start_seconds, w.confidence) for w in found.words] == [(1.5, 0.5), (2.0, 1.0)]
    assert found.recognised_share == pytest.approx(0.75)


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"{",
        b"[]",
        b"[" * 100_000,
        b"{}",
        json.dumps(
            {"results": {"items": [{"type": "pronunciation", "alternatives": []}]}}
        ).encode(),
        body(item("x", "1.5")),
        body(item("x", "NaN")),
        b" " * (recognised.MOST_BYTES + 1),
    ],
)
def test_what_is_no_result_is_refused(broken: bytes) -> None:
    with pytest.raises(RecognitionInvalid):
        recognised.read(broken, SPOKEN, "e")


def test_a_result_without_words_is_an_answer_without_words() -> None:
    assert recognised.read(body(), SPOKEN, "e").text == ""


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("recording.wav", "wav"),
        ("recording.WEBM", "webm"),
        ("recording.aiff", None),
        ("none", None),
    ],
)
def test_a_format_is_known_by_its_ending(name: str, found: str | None) -> None:
    assert recognised.media_format(name) == found


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("family", sorted(library.WEIGHTS))
def test_every_built_in_model_gives_a_vocabulary_that_the_service_takes(
    family: str, language: str
) -> None:
    found = vocabulary.phrases(library.starting_model(family), language)
    assert len(found) > 10
    assert len(found) == len(set(found))
    assert sum(len(phrase.encode()) for phrase in found) < 50_000
    for phrase in found:
        assert not set(phrase) & set(" 0123456789")
        assert phrase.isascii() == (language == "en")


def test_a_vocabularys_name_says_which_version_of_which_model_it_is_of() -> None:
    model = library.starting_model("retail-sales")
    assert vocabulary.name(model, "zh") == f"hireloop-retail-sales-v{model.version}-zh"

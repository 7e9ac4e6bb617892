"""How an answer sounds: measured, shown, a gate; never a number in the rating."""

import pytest

from chalicelib.foundation.messages import MESSAGES
from chalicelib.foundation.values import dump, load
from chalicelib.interviewing import delivery, signal, sound, voice
from chalicelib.interviewing.heard import Heard, hear
from chalicelib.interviewing.signal import Unheard
from chalicelib.interviewing.sound import Unmeasured
from chalicelib.interviewing.transcript import Mode, Transcript, Word
from chalicelib.interviewing.voice import Stretch
from tests.unit.interviewing import sounds

ZH = "我先去店里看了三天，然后把货架重新排了一遍。"


def spoken(text: str = ZH, words: tuple[Word, ...] = (), mode: Mode = Mode.VOICE) -> Transcript:
    return Transcript(mode, "zh", text, "device", words)


def words(*confidences: float) -> tuple[Word, ...]:
    return tuple(Word(ZH[n], n, n + 1, value) for n, value in enumerate(confidences))


def heard(samples: list[int], text: str = ZH) -> Heard:
    return hear(spoken(text), sounds.wav(samples))


def test_speech_time_pauses_and_pace_are_measured() -> None:
    talk = [(0.5, 2.0), (2.1, 3.0), (4.0, 6.0)]
    stretches = tuple(Stretch(*item) for item in talk)
    found = delivery.measure(sound.read(sounds.wav(sounds.tone(7))), stretches, ZH, "by hand")
    assert found.speech_seconds == pytest.approx(4.4)
    assert (found.pauses, found.pause_seconds, found.longest_pause_seconds) == (1, 1.0, 1.0)
    assert found.units == 20
    assert found.units_a_second == pytest.approx(20 / 4.4, abs=0.01)
    assert found.stretches == tuple(talk)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("", 0),
        ("我们", 2),
        ("I made a table", 5),
        ("customer", 3),
        ("用了 Excel 表", 5),
        ("123", 0),
    ],
)
def test_characters_and_syllables_are_counted(text: str, units: int) -> None:
    assert delivery.spoken_units(text) == units


def test_a_steady_tone_is_steadier_than_one_that_swells() -> None:
    swelling = [value * n // 48_000 for n, value in enumerate(sounds.tone(3))]
    whole = (Stretch(0.0, 3.0),)
    flat, rising = (
        delivery.measure(sound.read(sounds.wav(samples)), whole, ZH, "by hand").loudness_spread_db
        for samples in (sounds.tone(3), swelling)
    )
    assert flat == pytest.approx(0.0, abs=0.1)
    assert rising is not None
    assert rising > 3


def test_the_picture_stays_small_and_keeps_its_ends() -> None:
    many = tuple(Stretch(n, n + 0.5 + n / 1000) for n in range(400))
    kept = delivery.picture(many)
    assert len(kept) == delivery.MOST_STRETCHES
    assert (kept[0][0], kept[-1][1]) == (0.0, round(many[-1].end, 2))


@pytest.mark.parametrize(
    ("samples", "reason"),
    [
        (sounds.silence(4), Unheard.SILENCE),
        (sounds.noise(4), Unheard.NOISE_ONLY),
        (sounds.tone(4), Unheard.NOISE_ONLY),
        (sounds.talk(1.2), Unheard.TOO_LITTLE_SPEECH),
        ([max(-32768, min(32767, 40 * v)) for v in sounds.talk(5)], Unheard.CUT_OFF),
        (sounds.talk(6), None),
    ],
)
def test_a_recording_that_cannot_carry_its_words_is_not_scored(
    samples: list[int], reason: Unheard | None
) -> None:
    found = heard(samples)
    assert signal.check(spoken(), found.sound) is reason


def test_words_recognised_unsurely_are_not_scored_and_a_few_say_nothing() -> None:
    assert signal.check(spoken(words=words(*[0.4] * 6)), None) is Unheard.RECOGNISED_UNSURELY
    assert signal.check(spoken(words=words(*[0.9] * 6)), None) is None
    assert signal.check(spoken(words=words(0.1, 0.1)), None) is None


def test_a_typed_answer_has_no_signal_to_fail() -> None:
    assert signal.check(spoken(mode=Mode.TEXT), heard(sounds.silence(1)).sound) is None


def test_sound_that_could_not_be_measured_never_stops_a_rating() -> None:
    found = hear(spoken(), b"\x1aE\xdf\xa3 a browser's recording")
    assert (found.sound, found.unmeasured) == (None, Unmeasured.CONTAINER)
    assert signal.check(spoken(), found.sound) is None
    assert hear(spoken(), None).unmeasured is Unmeasured.NO_RECORDING


def test_unsure_words_are_found_in_the_text_in_their_order() -> None:
    text = "店里 的 店"
    said = Transcript(
        Mode.VOICE,
        "zh",
        text,
        "device",
        (Word("店", 0, 1, 0.9), Word("的", 1, 2, 0.3), Word("店", 2, 3, 0.5), Word("?", 3, 4, 0.1)),
    )
    found = hear(said, None)
    assert [text[item.start : item.end] for item in found.unsure] == ["的", "店"]
    assert found.unsure[1].start == 5
    assert found.recognised == pytest.approx(0.45)


def test_what_was_heard_is_kept_and_read_back() -> None:
    found = heard(sounds.talk(4))
    assert load(Heard, dump(found)) == found


def test_the_same_recording_measures_the_same() -> None:
    assert dump(heard(sounds.talk(4))) == dump(heard(sounds.talk(4)))


def test_every_reason_has_its_sentence() -> None:
    assert {f"answer.{item.value}" for item in Unheard} <= MESSAGES.keys()
    assert {f"console.heard.{item.value}" for item in Unmeasured} <= MESSAGES.keys()


def test_the_detector_and_the_frames_speak_of_the_same_time() -> None:
    assert voice.FRAME_SECONDS * sound.RATE_HERTZ == voice.FRAME

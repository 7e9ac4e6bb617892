import struct

import numpy as np
import pytest

from chalicelib.interviewing import sound, voice
from chalicelib.interviewing.sound import SoundNotMeasured, Unmeasured
from tests.unit.interviewing import sounds


def loudest_hertz(samples: np.ndarray) -> float:
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    return float(np.argmax(spectrum) * sound.RATE_HERTZ / len(samples))


@pytest.mark.parametrize("rate", [8_000, 11_025, 16_000, 22_051, 44_100, 48_000, 96_000])
def test_a_tone_keeps_its_pitch_and_level_at_any_rate(rate: int) -> None:
    heard = sound.read(sounds.wav(sounds.tone(6.5, 440, rate=rate), rate))
    assert abs(heard.seconds - 6.5) < 0.001
    assert loudest_hertz(heard.samples) == pytest.approx(440, abs=0.5)
    middle = heard.samples[16_000:80_000]
    assert float(np.sqrt((middle**2).mean())) == pytest.approx(8000 / 2**15 / 2**0.5, rel=0.01)


def test_what_lies_above_half_the_rate_is_left_out_and_not_folded_back() -> None:
    heard = sound.read(sounds.wav(sounds.tone(2, 12_000, rate=48_000), 48_000))
    assert float(np.abs(heard.samples[4_000:-4_000]).max()) < 0.002


def test_eight_and_twenty_four_bits_and_two_channels_say_the_same() -> None:
    samples = sounds.tone(0.5)
    plain = sound.read(sounds.wav(samples)).samples
    eight = bytes((value >> 8) + 128 for value in samples)
    wide = b"".join(struct.pack("<i", value << 8)[:3] for value in samples)
    both = b"".join(struct.pack("<hh", value, value) for value in samples)
    for found, tolerance in (
        (sound.read(sounds.file(eight, bits=8)), 0.008),
        (sound.read(sounds.file(wide, bits=24)), 1e-6),
        (sound.read(sounds.file(both, channels=2)), 1e-6),
    ):
        assert float(np.abs(found.samples - plain).max()) <= tolerance


def test_the_ceiling_is_seen_where_it_is_hit() -> None:
    loud = [max(-32768, min(32767, 9 * value)) for value in sounds.tone(1)]
    heard = sound.read(sounds.wav(sounds.tone(1) + loud))
    assert not heard.cut_off[:49].any()
    assert heard.cut_off[51:].all()


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", Unmeasured.CONTAINER),
        (b"\x1aE\xdf\xa3 a browser's webm", Unmeasured.CONTAINER),
        (b"RIFF\0\0\0\0AVI LIST", Unmeasured.CONTAINER),
        (b"RIFF\xff\xff\xff\xffWAVE", Unmeasured.DAMAGED),
        (b"RIFF\0\0\0\0WAVEfmt \xff\xff\xff\x7f\x01\0", Unmeasured.DAMAGED),
        (sounds.file(b"", bits=16), Unmeasured.DAMAGED),
        (sounds.file(b"\0" * 64, bits=32), Unmeasured.CONTAINER),
        (sounds.file(b"\0" * 64, channels=9), Unmeasured.DAMAGED),
        (sounds.file(b"\0" * 64, rate=1), Unmeasured.DAMAGED),
        (sounds.file(b"\0" * 64, rate=2**30), Unmeasured.DAMAGED),
        (sounds.file(b"\x80" * (901 * 8000), bits=8, rate=8000), Unmeasured.TOO_LONG),
    ],
)
def test_what_cannot_be_measured_says_why(body: bytes, reason: Unmeasured) -> None:
    with pytest.raises(SoundNotMeasured) as refused:
        sound.read(body)
    assert refused.value.reason is reason


def test_no_cut_of_a_file_raises_anything_else() -> None:
    whole = sounds.wav(sounds.tone(0.01))
    for length in range(len(whole)):
        try:
            sound.read(whole[:length])
        except SoundNotMeasured:
            continue


@pytest.mark.parametrize("pitch", [90.0, 130.0, 180.0, 230.0])
def test_a_voice_is_found_where_it_speaks(pitch: float) -> None:
    samples = sounds.silence(1) + sounds.talk(3, pitch) + sounds.silence(2)
    found = voice.stretches(sound.read(sounds.wav(samples)))
    assert found[0].start == pytest.approx(1.0, abs=0.25)
    assert found[-1].end == pytest.approx(4.0, abs=0.35)


@pytest.mark.parametrize("samples", [sounds.silence(3), sounds.noise(3), sounds.tone(3)])
def test_silence_noise_and_a_tone_are_not_speech(samples: list[int]) -> None:
    assert voice.stretches(sound.read(sounds.wav(samples))) == ()


def test_short_gaps_are_closed_and_short_bursts_left_out() -> None:
    burst = [0.9] * 3 + [0.0] * 20
    speech = [0.9] * 20 + [0.0] * 3 + [0.9] * 20 + [0.4] * 5 + [0.1]
    (found,) = voice.joined(burst + speech, 10.0)
    assert (found.start, found.end) == (23 * 0.032, (23 + 48) * 0.032)


def test_without_the_detector_sound_is_not_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise FileNotFoundError(name)

    monkeypatch.setattr(voice.inference, "session", missing)
    with pytest.raises(SoundNotMeasured) as refused:
        voice.stretches(sound.read(sounds.wav(sounds.tone(1))))
    assert refused.value.reason is Unmeasured.NO_DETECTOR

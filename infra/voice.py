"""A synthetic voice for demo recordings: buzz through formants, in sentences with pauses.

It says nothing that could be recognised. What it stands for is written into the file as a comment
(RIFF INFO, `ICMT`), which the embedded stack's stand-in for Amazon Transcribe reads back.
"""

import math
import random
import struct
from functools import cache

RATE_HERTZ = 16_000
UNITS_A_SECOND = 4.5
#: First three resonances of five vowels, in hertz.
_VOWELS = (
    (800, 1200, 2500),
    (300, 2300, 3000),
    (350, 800, 2300),
    (500, 1800, 2500),
    (450, 900, 2400),
)
_WIDTHS_HERTZ = (80, 100, 140)
_LOOP_SECONDS = 6.0


def recording(text: str, seconds: float | None = None, *, said: bool = False) -> bytes:
    """A WAV file, 16 kHz mono 16 bit, as long as speaking the text would take.

    `said` writes the text into the file's comment, for the stand-in recogniser to find.
    """
    from chalicelib.interviewing.delivery import spoken_units

    length = seconds or max(1.5, spoken_units(text) / UNITS_A_SECOND)
    return wav(speech(length), text if said else "")


def speech(seconds: float, pitch_hertz: float = 130.0) -> list[int]:
    """Samples of 16 bits: six seconds of voice, again and again."""
    loop = _loop(pitch_hertz)
    wanted = int(seconds * RATE_HERTZ)
    return (loop * (wanted // len(loop) + 1))[:wanted]


def wav(samples: list[int], comment: str = "") -> bytes:
    """A RIFF file of 16-bit mono samples, with a comment where one is given."""
    sound = struct.pack(f"<{len(samples)}h", *samples)
    parts = _chunk(b"fmt ", struct.pack("<HHIIHH", 1, 1, RATE_HERTZ, 2 * RATE_HERTZ, 2, 16))
    if comment:
        parts += _chunk(b"LIST", b"INFO" + _chunk(b"ICMT", comment.encode() + b"\0"))
    body = b"WAVE" + parts + _chunk(b"data", sound)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def comment_of(body: bytes) -> str:
    """The comment of a RIFF file, empty where there is none."""
    from chalicelib.interviewing.sound import chunks

    if body[:4] != b"RIFF":
        return ""
    info = chunks(body).get(b"LIST", b"")
    if info[:4] != b"INFO":
        return ""
    return chunks(b"\0" * 8 + info).get(b"ICMT", b"").rstrip(b"\0").decode("utf-8", "replace")


def _chunk(name: bytes, content: bytes) -> bytes:
    return name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)


@cache
def _loop(pitch_hertz: float) -> list[int]:
    dice = random.Random(f"voice/{pitch_hertz}")
    found: list[float] = []
    while len(found) < _LOOP_SECONDS * RATE_HERTZ:
        for _ in range(dice.randint(5, 9)):
            found += _syllable(dice, pitch_hertz)
        found += [0.0] * int(dice.uniform(0.3, 0.7) * RATE_HERTZ)
    return [int(11_000 * value) for value in found]


def _syllable(dice: random.Random, pitch_hertz: float) -> list[float]:
    count = int(dice.uniform(0.12, 0.22) * RATE_HERTZ)
    pitch = pitch_hertz * dice.uniform(0.85, 1.2)
    sound = _buzz(dice, count, pitch)
    for hertz, width in zip(dice.choice(_VOWELS), _WIDTHS_HERTZ, strict=True):
        sound = _resonance(sound, hertz, width)
    top = max(abs(value) for value in sound)
    rise, fall = 0.03 * RATE_HERTZ, 0.05 * RATE_HERTZ
    voiced = [v / top * min(1.0, n / rise, (count - n) / fall) for n, v in enumerate(sound)]
    breath = int(0.05 * RATE_HERTZ)
    return [0.04 * dice.gauss(0, 1) * math.sin(math.pi * n / breath) for n in range(breath)] + [
        value * 0.8 for value in voiced
    ]


def _buzz(dice: random.Random, count: int, pitch: float) -> list[float]:
    """Pulses of a falling pitch, each dying away, with a little breath."""
    found, phase, level = [], 0.0, 0.0
    for n in range(count):
        phase += pitch * (1 - 0.1 * n / count) / RATE_HERTZ
        level *= 0.95
        if phase >= 1:
            phase, level = phase - 1, level + 1
        found.append(level + 0.01 * dice.gauss(0, 1))
    mean = sum(found) / count
    return [value - mean for value in found]


def _resonance(sound: list[float], hertz: float, width: float) -> list[float]:
    radius = math.exp(-math.pi * width / RATE_HERTZ)
    first = 2 * radius * math.cos(2 * math.pi * hertz / RATE_HERTZ)
    second = -radius * radius
    gain, before, last = 1 - first - second, 0.0, 0.0
    found = []
    for value in sound:
        before, last = last, gain * value + first * last + second * before
        found.append(last)
    return found

"""A recording's bytes to samples: WAV in PCM of 8, 16 or 24 bits, any rate, read within limits."""

import struct
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Samples = np.ndarray[Any, np.dtype[Any]]

RATE_HERTZ = 16_000
MOST_SECONDS = 900.0
MOST_BYTES = 100 * 1024 * 1024
RATES_HERTZ = (4_000, 192_000)
MOST_CHANNELS = 8
#: Raw samples are looked at in frames of this length for their peak.
PEAK_FRAME_SECONDS = 0.02
#: A sample counts as cut off from this share of full scale; a frame from this many of them.
FULL_SCALE = 0.998
FULL_SAMPLES = 3
_PCM, _EXTENSIBLE = 1, 0xFFFE
_BLOCK_SECONDS, _MARGIN_SECONDS = 4, 1


class Unmeasured(StrEnum):
    """Why a recording's sound was not measured; the rating does without it."""

    NO_RECORDING = "no_recording"
    CONTAINER = "container"
    DAMAGED = "damaged"
    TOO_LONG = "too_long"
    NO_DETECTOR = "no_detector"


class SoundNotMeasured(Exception):
    """The recording cannot be measured; `reason` says why. Never a reason to score low."""

    def __init__(self, reason: Unmeasured) -> None:
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True)
class Sound:
    """Mono samples in -1..1 at 16 kHz; `cut_off` says for each 20 ms whether it hit the ceiling."""

    samples: "Samples"
    cut_off: "Samples"

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return len(self.samples) / RATE_HERTZ


@dataclass(frozen=True)
class _Format:
    channels: int
    rate: int
    width: int

    @property
    def frame(self) -> int:
        return self.channels * self.width


def read(body: bytes) -> Sound:
    """Read a WAV recording.

    Parameters
    ----------
    body : bytes
        The file; PCM of 8 (unsigned), 16 or 24 bits, 1-8 channels, 4-192 kHz, at most 15 minutes.

    Returns
    -------
    Sound
        Channels averaged, resampled to 16 kHz.

    Raises
    ------
    SoundNotMeasured
        Another container or coding, a broken header, too long.
    """
    if body[:4] != b"RIFF" or body[8:12] != b"WAVE":
        raise SoundNotMeasured(Unmeasured.CONTAINER)
    if len(body) > MOST_BYTES:
        raise SoundNotMeasured(Unmeasured.TOO_LONG)
    parts = chunks(body)
    form, data = _format(parts.get(b"fmt ", b"")), parts.get(b"data", b"")
    if len(data) < form.frame:
        raise SoundNotMeasured(Unmeasured.DAMAGED)
    if len(data) // form.frame > MOST_SECONDS * form.rate:
        raise SoundNotMeasured(Unmeasured.TOO_LONG)
    plain, cut_off = _mono(data, form)
    return Sound(resample(plain, form.rate), cut_off)


def chunks(body: bytes) -> dict[bytes, bytes]:
    """The first chunk of each name in a RIFF file; one that claims more than is there ends it."""
    found: dict[bytes, bytes] = {}
    place = 12
    while place + 8 <= len(body):
        name, size = struct.unpack_from("<4sI", body, place)
        found.setdefault(name, body[place + 8 : place + 8 + size])
        place += 8 + size + size % 2
    return found


def _format(chunk: bytes) -> _Format:
    if len(chunk) < 16:
        raise SoundNotMeasured(Unmeasured.DAMAGED)
    coding, channels, rate, _, _, bits = struct.unpack_from("<HHIIHH", chunk)
    if coding == _EXTENSIBLE and len(chunk) >= 26:
        (coding,) = struct.unpack_from("<H", chunk, 24)
    if coding != _PCM or bits not in (8, 16, 24):
        raise SoundNotMeasured(Unmeasured.CONTAINER)
    if not 1 <= channels <= MOST_CHANNELS or not RATES_HERTZ[0] <= rate <= RATES_HERTZ[1]:
        raise SoundNotMeasured(Unmeasured.DAMAGED)
    return _Format(channels, rate, bits // 8)


def _mono(data: bytes, form: _Format) -> "tuple[Samples, Samples]":
    """The mean of the channels in -1..1, and which 20 ms hit the ceiling; ten seconds at a time."""
    import numpy as np

    frame = max(1, round(form.rate * PEAK_FRAME_SECONDS))
    step = frame * 500 * form.frame
    whole = len(data) - len(data) % form.frame
    plain, full = [], []
    for start in range(0, whole, step):
        block = _numbers(data[start : min(start + step, whole)], form.width)
        block = block.reshape(-1, form.channels)
        loud = np.asarray((np.abs(block) >= FULL_SCALE).any(axis=1), dtype=np.bool_)
        padded = np.zeros(-(-len(loud) // frame) * frame, dtype=np.bool_)
        padded[: len(loud)] = loud
        full.append(padded.reshape(-1, frame).sum(axis=1) >= FULL_SAMPLES)
        plain.append(block.mean(axis=1, dtype=np.float32))
    return np.concatenate(plain), np.concatenate(full)


def _numbers(data: bytes, width: int) -> "Samples":
    import numpy as np

    if width == 1:
        return (np.frombuffer(data, np.uint8).astype(np.float32) - 128) / 128
    if width == 2:
        return np.frombuffer(data, "<i2").astype(np.float32) / 2**15
    raw = np.frombuffer(data, np.uint8).reshape(-1, 3).astype(np.int32)
    signed = raw[:, 0] | raw[:, 1] << 8 | (raw[:, 2] ^ 0x80) - 0x80 << 16
    return signed.astype(np.float32) / 2**23


def resample(plain: "Samples", rate: int, wanted: int = RATE_HERTZ) -> "Samples":
    """Bring samples to another rate: what lies above half of the lower rate is left out.

    Parameters
    ----------
    plain : float array, shape (n,)
    rate, wanted : whole hertz

    Returns
    -------
    float32 array, shape (ceil(n * wanted / rate),)
        By Fourier transform in overlapping blocks of four seconds and one on either side, which
        are whole numbers of samples at any whole rate.
    """
    import numpy as np

    if rate == wanted:
        return plain.astype(np.float32)
    block, margin = _BLOCK_SECONDS * rate, _MARGIN_SECONDS * rate
    size_in, size_out = block + 2 * margin, (_BLOCK_SECONDS + 2 * _MARGIN_SECONDS) * wanted
    kept = slice(_MARGIN_SECONDS * wanted, (_MARGIN_SECONDS + _BLOCK_SECONDS) * wanted)
    padded = np.concatenate([np.zeros(margin), plain, np.zeros(block + margin)])
    found = []
    for start in range(0, len(plain), block):
        spectrum = np.fft.rfft(padded[start : start + size_in])
        wide = np.zeros(size_out // 2 + 1, dtype=complex)
        shared = min(len(spectrum), len(wide)) - 1
        wide[:shared] = spectrum[:shared]
        found.append(np.fft.irfft(wide, size_out)[kept] * (size_out / size_in))
    length = -(-len(plain) * wanted // rate)
    return np.concatenate(found)[:length].astype(np.float32)

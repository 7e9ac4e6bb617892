"""Sounds to listen to: a synthetic voice, noise, a tone, silence; as samples and as files."""

import math
import random
import struct

from infra import assets, voice

assert assets.missing() == [], "make setup fetches the voice detector: python -m infra.assets"

SECOND = voice.RATE_HERTZ


def talk(seconds: float, pitch_hertz: float = 130.0) -> list[int]:
    """Somebody speaking, in samples of 16 bits."""
    return voice.speech(seconds, pitch_hertz)


def silence(seconds: float) -> list[int]:
    """Nothing."""
    return [0] * int(seconds * SECOND)


def noise(seconds: float, level: int = 3000) -> list[int]:
    """A fan, rain: the same at each call."""
    dice = random.Random("noise")
    return [int(dice.gauss(0, level)) for _ in range(int(seconds * SECOND))]


def tone(seconds: float, hertz: float = 220.0, level: int = 8000, rate: int = SECOND) -> list[int]:
    """A pure tone."""
    turn = 2 * math.pi * hertz / rate
    return [int(level * math.sin(turn * n)) for n in range(int(seconds * rate))]


def file(frames: bytes, *, bits: int = 16, channels: int = 1, rate: int = SECOND) -> bytes:
    """A RIFF file of PCM frames."""
    width = channels * bits // 8
    head = struct.pack("<HHIIHH", 1, channels, rate, rate * width, width, bits)
    body = b"WAVEfmt " + struct.pack("<I", 16) + head
    body += b"data" + struct.pack("<I", len(frames)) + frames
    return b"RIFF" + struct.pack("<I", len(body)) + body


def wav(samples: list[int], rate: int = SECOND) -> bytes:
    """16 bits, one channel."""
    return file(struct.pack(f"<{len(samples)}h", *samples), rate=rate)

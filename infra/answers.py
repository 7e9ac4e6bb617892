"""Demo answers: a seeded teller of believable interview answers, and tiny files to upload.

The teller knows nothing of the scorer: it tells more or fewer parts of an invented story.
"""

import hashlib
import io
import json
import math
import random
import struct
import wave
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

STORIES = Path(__file__).parent / "answer_stories"

MONTHS_EN = "January February March April May June July August September October November".split()


class Level(StrEnum):
    """How much of a story a demo candidate tells."""

    STRONG = "strong"
    GOOD = "good"
    MIDDLING = "middling"
    WEAK = "weak"
    EMPTY = "empty"


@dataclass(frozen=True)
class Story:
    """A told experience in parts; figures and places are `{slots}`."""

    situation: str
    task: str
    actions: tuple[str, ...]
    result: str
    lesson: str


def tell(dimension: str, level: Level, language: str, seed: str) -> str:
    """An answer about a dimension; the same arguments always tell the same words."""
    source = _source(language)
    dice = random.Random(f"{seed}/{dimension}/{level}/{language}")
    slots = _slots(dice, source["cities"], language)
    if level in (Level.WEAK, Level.EMPTY):
        texts = source["vague" if level is Level.WEAK else "fluent"]
        return str(dice.choice(texts)).format(topic=source["topics"][dimension])
    story = Story(**dice.choice(source["stories"][dimension]))
    return _told(story, level, language).format(**slots)


@cache
def _source(language: str) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads((STORIES / f"{language}.json").read_text("utf-8"))
    return plain


def _told(story: Story, level: Level, language: str) -> str:
    comma, stop, gap = ("，", "。", "") if language == "zh" else (". ", ".", " ")
    if level is Level.STRONG:
        acts = f"{stop}{gap}".join(story.actions) + stop
        return gap.join((story.situation, story.task, acts, story.result, story.lesson))
    if level is Level.GOOD:
        acts = f"{stop}{gap}".join(story.actions[:3]) + stop
        return gap.join((story.situation, acts, story.result))
    acts = comma.join(story.actions[:2]) + stop
    plain = "后来事情就这样解决了。" if language == "zh" else "After that it was more or less fine."
    return gap.join((story.situation, acts, plain))


def _slots(dice: random.Random, cities: list[str], language: str) -> dict[str, object]:
    month: object = dice.randint(2, 11) if language == "zh" else dice.choice(MONTHS_EN)
    return {
        "month": month,
        "city": dice.choice(cities),
        "n": dice.randrange(120, 480, 10),
        "a": dice.randint(31, 58),
        "b": dice.randint(11, 24),
        "d": dice.randint(2, 6),
    }


def document(
    text: str, language: str, mode: str = "text", recording: tuple[str, bytes] | None = None
) -> bytes:
    """The `answer.json` of a phone, naming the recording's file when there is one."""
    plain: dict[str, Any] = {"schema": 1, "mode": mode, "language": language, "text": text}
    plain["engine"] = "typed" if mode == "text" else "device"
    if recording:
        name, content = recording
        digest = hashlib.sha256(content).hexdigest()
        plain["recording"] = {"name": name, "sha256": digest, "size": len(content)}
        plain["duration_seconds"] = max(1.0, len(text) / 4.5)
    return json.dumps(plain, ensure_ascii=False).encode()


def tiny_wav(seconds: float = 1.0, pitch_hertz: int = 220) -> bytes:
    """A quiet tone, 8 kHz mono 16 bit, in place of a voice."""
    rate, held = 8000, io.BytesIO()
    with wave.open(held, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        turns = 2 * math.pi * pitch_hertz / rate
        samples = (int(1200 * math.sin(turns * n)) for n in range(int(rate * seconds)))
        sound.writeframes(b"".join(struct.pack("<h", sample) for sample in samples))
    return held.getvalue()


def tiny_jpeg(width: int = 96, height: int = 96, shade: int = 128) -> bytes:
    """A plain grey picture with nobody in it."""
    from PIL import Image

    held = io.BytesIO()
    Image.new("RGB", (width, height), (shade, shade, shade)).save(held, "JPEG", quality=60)
    return held.getvalue()

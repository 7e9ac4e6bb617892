"""How an answer was spoken: time, pauses, pace, loudness. Shown as feedback, never scored.

Pitch is left out on purpose: it tells a person's sex and age better than how they speak.
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from chalicelib.interviewing.sound import PEAK_FRAME_SECONDS, Sound
from chalicelib.interviewing.voice import FRAME, FRAME_SECONDS, Stretch

if TYPE_CHECKING:
    import numpy as np

    Samples = np.ndarray[Any, np.dtype[Any]]

#: A gap shorter than this is breath and articulation, no pause (Goldman-Eisler's 250 ms).
LEAST_PAUSE_SECONDS = 0.25
#: Stretches that are kept for the picture; more are joined at their smallest gaps.
MOST_STRETCHES = 150
_HAN = re.compile(r"[㐀-鿿]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’]*")
_VOWELS = re.compile(r"[aeiouyà-öø-ÿ]+", re.IGNORECASE)
_SILENT_E = re.compile(r"[^aeiouy]e$", re.IGNORECASE)


@dataclass(frozen=True)
class Delivery:
    """What the sound of an answer shows.

    `loudest_db` is the level of its loudest 32 ms against full scale (0 = full scale);
    `cut_off_share` how much of the speech hit the ceiling, 0-1; `units` the spoken characters
    (zh) or syllables (en) of the transcript, `units_a_second` how many in a second of speech;
    `loudness_spread_db` the standard deviation of the level while speaking, smaller is steadier.
    """

    seconds: float
    speech_seconds: float
    loudest_db: float
    cut_off_share: float
    units: int
    units_a_second: float | None
    pauses: int
    pause_seconds: float
    longest_pause_seconds: float
    loudness_spread_db: float | None
    stretches: tuple[tuple[float, float], ...]
    detector: str


def measure(sound: Sound, spoken: tuple[Stretch, ...], text: str, detector: str) -> Delivery:
    """Measure how an answer was spoken.

    Parameters
    ----------
    sound : Sound
        16 kHz, mono.
    spoken : tuple of Stretch
        Where somebody speaks, in order.
    text : str
        The words of the answer.
    detector : str
        Which detector found the stretches.

    Returns
    -------
    Delivery
        Rounded to hundredths; pauses are the gaps of at least 0.25 s between stretches.
    """
    level = levels(sound.samples)
    spoken_seconds = sum(item.seconds for item in spoken)
    gaps = [b.start - a.end for a, b in pairwise(spoken)]
    pauses = [gap for gap in gaps if gap >= LEAST_PAUSE_SECONDS]
    units = spoken_units(text)
    heard = [v for item in spoken for v in level[_frames(item, FRAME_SECONDS)]]
    return Delivery(
        seconds=round(sound.seconds, 2),
        speech_seconds=round(spoken_seconds, 2),
        loudest_db=round(max((float(v) for v in level), default=-120.0), 1),
        cut_off_share=round(_cut_off(sound, spoken), 3),
        units=units,
        units_a_second=round(units / spoken_seconds, 2) if spoken_seconds else None,
        pauses=len(pauses),
        pause_seconds=round(sum(pauses), 2),
        longest_pause_seconds=round(max(pauses, default=0.0), 2),
        loudness_spread_db=round(_spread([float(v) for v in heard]), 1) if heard else None,
        stretches=picture(spoken),
        detector=detector,
    )


def levels(samples: "Samples") -> "Samples":
    """The level of each frame of 32 ms in dB of full scale (mean power; a full sine is -3)."""
    import numpy as np

    count = len(samples) // FRAME
    power = (samples[: count * FRAME].reshape(count, FRAME).astype(np.float64) ** 2).mean(axis=1)
    return np.asarray(10 * np.log10(power + 1e-12))


def spoken_units(text: str) -> int:
    """How many syllables a text has: one for a Chinese character, vowel groups for other words."""
    return len(_HAN.findall(text)) + sum(_syllables(word) for word in _LATIN.findall(text))


def picture(spoken: tuple[Stretch, ...]) -> tuple[tuple[float, float], ...]:
    """At most 150 (start, end) in seconds; where there are more, the smallest gaps are closed."""
    kept = [(item.start, item.end) for item in spoken]
    while len(kept) > MOST_STRETCHES:
        at = min(range(len(kept) - 1), key=lambda n: kept[n + 1][0] - kept[n][1])
        kept[at : at + 2] = [(kept[at][0], kept[at + 1][1])]
    return tuple((round(start, 2), round(end, 2)) for start, end in kept)


def _syllables(word: str) -> int:
    found = len(_VOWELS.findall(word))
    if found > 1 and _SILENT_E.search(word) and not word.lower().endswith("le"):
        found -= 1
    return max(found, 1)


def _cut_off(sound: Sound, spoken: tuple[Stretch, ...]) -> float:
    flags = [bool(v) for item in spoken for v in sound.cut_off[_frames(item, PEAK_FRAME_SECONDS)]]
    return sum(flags) / len(flags) if flags else 0.0


def _frames(item: Stretch, frame_seconds: float) -> slice:
    return slice(int(item.start / frame_seconds), int(item.end / frame_seconds))


def _spread(values: list[float]) -> float:
    """The spread of what is voiced: more than 30 dB below the loud parts is breath and closure."""
    loud = sorted(values)[int(0.95 * (len(values) - 1))]
    voiced = [value for value in values if value >= loud - 30]
    mean = sum(voiced) / len(voiced)
    return float((sum((value - mean) ** 2 for value in voiced) / len(voiced)) ** 0.5)

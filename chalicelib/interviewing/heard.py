"""What is kept beside the words of an answer: who recognised them, how surely, how they sound."""

from dataclasses import dataclass

from chalicelib.interviewing import delivery, sound, voice
from chalicelib.interviewing.delivery import Delivery
from chalicelib.interviewing.sound import SoundNotMeasured, Unmeasured
from chalicelib.interviewing.transcript import Transcript

#: A recognised word below this confidence is marked for whoever reads it.
UNSURE_BELOW = 0.6
MOST_UNSURE = 200


@dataclass(frozen=True)
class Unsure:
    """A word that was recognised unsurely: its offsets in the text and its confidence 0-1."""

    start: int
    end: int
    confidence: float


@dataclass(frozen=True)
class Heard:
    """Where an answer's words come from. `unmeasured` says why `sound` is None.

    None of it is an input of the rating; the gate alone looks at it.
    """

    engine: str
    words: int
    recognised: float | None
    unsure: tuple[Unsure, ...]
    sound: Delivery | None
    unmeasured: Unmeasured | None


def hear(spoken: Transcript, recording: bytes | None) -> Heard:
    """Measure what can be measured of an answer's recording.

    Parameters
    ----------
    spoken : Transcript
        The words of the answer.
    recording : bytes or None
        The file that came with it, if one did.

    Returns
    -------
    Heard
        `recognised` is the mean confidence, None where no words carry one.

    Raises
    ------
    ModelAltered
        The voice detector's file is not the one that the registry names.
    """
    found, why = _measured(spoken, recording)
    share = round(spoken.recognised_share, 3) if spoken.words else None
    return Heard(spoken.engine, len(spoken.words), share, unsure(spoken), found, why)


def unsure(spoken: Transcript) -> tuple[Unsure, ...]:
    """The words recognised below 0.6, found in the text in their order; at most 200."""
    found: list[Unsure] = []
    place = 0
    for word in spoken.words:
        start = spoken.text.find(word.text, place) if word.text else -1
        if start < 0:
            continue
        place = start + len(word.text)
        if word.confidence < UNSURE_BELOW:
            found.append(Unsure(start, place, round(word.confidence, 2)))
    return tuple(found[:MOST_UNSURE])


def _measured(
    spoken: Transcript, recording: bytes | None
) -> tuple[Delivery | None, Unmeasured | None]:
    if recording is None:
        return None, Unmeasured.NO_RECORDING
    try:
        heard = sound.read(recording)
        stretches = voice.stretches(heard)
    except SoundNotMeasured as problem:
        return None, problem.reason
    except ImportError:
        return None, Unmeasured.NO_DETECTOR
    return delivery.measure(heard, stretches, spoken.text, voice.VOICE_VERSION), None

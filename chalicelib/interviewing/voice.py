"""Where in a recording somebody speaks: Silero's detector, run by onnxruntime."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from chalicelib.foundation import inference
from chalicelib.interviewing.sound import RATE_HERTZ, Sound, SoundNotMeasured, Unmeasured

if TYPE_CHECKING:
    import numpy as np

    Samples = np.ndarray[Any, np.dtype[Any]]

MODEL = "voice_activity"
VOICE_VERSION = "silero-vad-6.2.3"
#: Samples of a frame, and of the frame before that go with it.
FRAME, CONTEXT = 512, 64
FRAME_SECONDS = FRAME / RATE_HERTZ
#: Frames in one call: 16 seconds.
FRAMES_AT_ONCE = 512
#: The detector's own defaults: speech begins above the one and ends below the other.
BEGINS, ENDS = 0.5, 0.35
LEAST_SPEECH_SECONDS = 0.25
LEAST_GAP_SECONDS = 0.2


@dataclass(frozen=True)
class Stretch:
    """From when to when somebody speaks, in seconds."""

    start: float
    end: float

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return self.end - self.start


def stretches(sound: Sound) -> tuple[Stretch, ...]:
    """Find the stretches of speech, in order.

    Parameters
    ----------
    sound : Sound
        16 kHz, mono.

    Returns
    -------
    tuple of Stretch
        Each at least 0.25 s long, gaps between them at least 0.2 s; empty when nobody speaks.

    Raises
    ------
    SoundNotMeasured
        The detector is not installed here.
    ModelAltered
        It is not the file that the registry names.

    Source
    ------
    silero-vad 6.2.3 (MIT), file `silero_vad_16k_sequence.onnx`, thresholds of its authors.
    """
    return joined(probabilities(sound.samples), sound.seconds)


def probabilities(samples: "Samples") -> list[float]:
    """How likely each frame of 32 ms is speech, 0-1. Raises as `stretches` does."""
    import numpy as np

    try:
        session = inference.session(MODEL)
    except (FileNotFoundError, KeyError, ImportError) as error:
        raise SoundNotMeasured(Unmeasured.NO_DETECTOR) from error
    count = -(-len(samples) // FRAME)
    padded = np.zeros(CONTEXT + count * FRAME, dtype=np.float32)
    padded[CONTEXT : CONTEXT + len(samples)] = samples
    frames = np.lib.stride_tricks.sliding_window_view(padded, CONTEXT + FRAME)[::FRAME]
    hidden = cell = np.zeros((1, 1, 128), dtype=np.float32)
    found: list[float] = []
    for start in range(0, count, FRAMES_AT_ONCE):
        block = np.ascontiguousarray(frames[start : start + FRAMES_AT_ONCE])
        likely, hidden, cell = session.run(None, {"input": block, "h": hidden, "c": cell})
        found += [float(value) for value in likely]
    return found


def joined(likely: list[float], total_seconds: float) -> tuple[Stretch, ...]:
    """Stretches from the frames' probabilities: short gaps are closed, short bursts left out."""
    found: list[Stretch] = []
    start: int | None = None
    for number, value in enumerate([*likely, 0.0]):
        if start is None and value >= BEGINS:
            start = number
        elif start is not None and value < ENDS:
            new = Stretch(start * FRAME_SECONDS, min(number * FRAME_SECONDS, total_seconds))
            if found and new.start - found[-1].end < LEAST_GAP_SECONDS:
                new = Stretch(found.pop().start, new.end)
            found.append(new)
            start = None
    return tuple(item for item in found if item.seconds >= LEAST_SPEECH_SECONDS)

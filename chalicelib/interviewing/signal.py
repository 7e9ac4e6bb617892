"""Does the sound carry the words? An answer that fails here is not scored, never scored low."""

from enum import StrEnum

from chalicelib.interviewing.delivery import Delivery
from chalicelib.interviewing.transcript import Mode, Transcript

#: Quieter than this at its loudest, a recording holds nothing: -60 dB of full scale.
SILENT_DB = -60.0
LEAST_SPEECH_SECONDS = 0.5
#: Nobody says more syllables in a second of speech; fast speakers reach 7 to 8.
MOST_UNITS_A_SECOND = 14.0
#: Below this mean confidence a transcript is more guessed than heard.
LEAST_RECOGNISED = 0.5
#: Recognised words that such a mean needs before it says anything.
LEAST_WORDS = 5
#: Above this share of speech at the ceiling, words are lost.
MOST_CUT_OFF = 0.3


class Unheard(StrEnum):
    """Why the sound of an answer cannot carry its rating: a person, please."""

    SILENCE = "silence"
    NOISE_ONLY = "noise_only"
    CUT_OFF = "cut_off"
    TOO_LITTLE_SPEECH = "too_little_speech"
    RECOGNISED_UNSURELY = "recognised_unsurely"
    NOTHING_RECOGNISED = "nothing_recognised"
    TRANSCRIPTION_FAILED = "transcription_failed"
    TRANSCRIPTION_OVERDUE = "transcription_overdue"
    FORMAT_NOT_RECOGNISABLE = "format_not_recognisable"


def check(spoken: Transcript, sound: Delivery | None) -> Unheard | None:
    """Why the answer is not to be scored for its signal, or None where nothing speaks against it.

    Parameters
    ----------
    spoken : Transcript
        The words with the confidence they were recognised with.
    sound : Delivery or None
        What was measured; None where it could not be, which is never a reason.

    Returns
    -------
    Unheard or None

    Source
    ------
    The limits are set by hand, wide of what people do, and validated on no sample of answers.
    """
    if spoken.mode is Mode.TEXT:
        return None
    if sound is not None and (found := _signal(sound)) is not None:
        return found
    if len(spoken.words) >= LEAST_WORDS and spoken.recognised_share < LEAST_RECOGNISED:
        return Unheard.RECOGNISED_UNSURELY
    return None


def _signal(sound: Delivery) -> Unheard | None:
    if sound.loudest_db < SILENT_DB:
        return Unheard.SILENCE
    if sound.speech_seconds < LEAST_SPEECH_SECONDS:
        return Unheard.NOISE_ONLY
    if sound.cut_off_share > MOST_CUT_OFF:
        return Unheard.CUT_OFF
    if (sound.units_a_second or 0) > MOST_UNITS_A_SECOND:
        return Unheard.TOO_LITTLE_SPEECH
    return None

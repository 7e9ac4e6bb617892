"""How an answer was heard: measured, kept beside its words, and held against the signal gate."""

from chalicelib.foundation.values import dump
from chalicelib.interviewing import signal
from chalicelib.interviewing.heard import hear
from chalicelib.interviewing.signal import Unheard
from chalicelib.interviewing.states import AnswerState
from chalicelib.interviewing.tables import Answer
from chalicelib.interviewing.transcript import Transcript


def listen(said: Answer, spoken: Transcript, recording: bytes | None) -> bool:
    """Keep what was heard; False, with the answer not scored, where the sound cannot carry it."""
    heard = hear(spoken, recording)
    said.transcript, said.heard = spoken.text, dump(heard)
    said.recording_sha256 = spoken.recording.sha256 if spoken.recording else None
    unheard = signal.check(spoken, heard.sound)
    if unheard is not None:
        give_to_a_person(said, unheard)
    return unheard is None


def give_to_a_person(said: Answer, why: Unheard) -> None:
    """The answer is not scored and says why; its words, if any, stay to be read."""
    said.rating = said.scorer = None
    said.state, said.reason = AnswerState.NOT_SCORED.value, why.value

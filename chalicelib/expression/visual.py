"""A plain number from what is visible, for those who switch it on: off, and 0 %, by default."""

from collections.abc import Sequence
from dataclasses import dataclass

from chalicelib.expression.answer import AnswerExpression

#: So many smiles a minute give the full half; more give no more.
FULL_SMILES_PER_MINUTE = 2.0
FORMULA = "100 × (½ min(1, smiles / minute ÷ 2) + ½ seconds facing ÷ seconds measured)"
DIMENSION = "communication"
MOST_WEIGHT = 20


@dataclass(frozen=True)
class VisualScore:
    """0-100 over `seconds` measured, with the two counts that it is made of."""

    score: float
    smiles: int
    facing_seconds: float
    seconds: float
    formula: str = FORMULA


def score(answers: Sequence[AnswerExpression]) -> VisualScore | None:
    """The visible part of communication.

    Parameters
    ----------
    answers : those to questions about communication, in any order.

    Returns
    -------
    None when no answer has ten frames in which smile and facing were measured: then the words
    alone count, and nothing is taken off.

    Source
    ------
    The source case's two measures, number of smiles and seconds of eye contact; the shape and the
    full half at two smiles a minute are an HR decision, not a finding. What the number is worth
    is for the company's own validity check to say.
    """
    read = [
        (item.smile_episodes, item.facing_seconds, item.facing_phone.n * item.seconds_per_frame)
        for item in answers
        if item.smile_episodes is not None and item.facing_seconds is not None
    ]
    seconds = sum(each[2] for each in read)
    if not seconds:
        return None
    smiles, facing = sum(int(each[0]) for each in read), sum(float(each[1]) for each in read)
    lively = min(1.0, smiles / (seconds / 60) / FULL_SMILES_PER_MINUTE)
    return VisualScore(round(50 * lively + 50 * facing / seconds, 2), smiles, facing, seconds)

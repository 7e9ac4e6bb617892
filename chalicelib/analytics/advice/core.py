"""What an advice is, and the rules that give it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from chalicelib.analytics.registry import Text2
from chalicelib.analytics.rows import Datasets


class Tone(StrEnum):
    """How urgent an advice is."""

    HINT = "hint"
    CAUTION = "caution"


@dataclass(frozen=True)
class Advice:
    """What might be done (`text`), on what ground (`evidence`, with n), and where to see it."""

    key: str
    tone: Tone
    text: Text2
    evidence: Text2
    chart: str


Rule = Callable[[Datasets], Iterator[Advice]]
RULES: list[Rule] = []


def rule(advise: Rule) -> Rule:
    """List a rule; its advice comes in the order of the files."""
    RULES.append(advise)
    return advise


def advise(datasets: Datasets) -> tuple[Advice, ...]:
    """All advice that the rows carry.

    Parameters
    ----------
    datasets : rows of every chart.

    Returns
    -------
    Advice in a fixed order; none where fewer than 30 cases stand behind it, or where its interval
    leaves the matter open.
    """
    return tuple(advice for each in RULES for advice in each(datasets))

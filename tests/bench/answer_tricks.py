"""What must not move a rating: another name, no punctuation, the same words ten times over."""

import re
from collections.abc import Sequence

from chalicelib.foundation.values import canonical, dump
from chalicelib.interviewing import scoring
from chalicelib.interviewing.anchors import DIMENSIONS
from models.answer_rating.examples import Example, unpunctuated
from tests.bench.tables import share, table

MOST_MOVED = 0.3
#: The same length on both sides, so that offsets stay and whole ratings can be compared.
SWAPS = {
    "zh": (
        ("我叫张伟，来自上海。我找同事王丽华商量。", "我叫李娜，来自昆明。我找同事赵晓军商量。"),
        ("他", "她"),
        ("阿姨", "大爷"),
    ),
    "en": (
        (
            "I am John from Leeds. I asked Kofi Mensah about it. ",
            "I am Mary from Paris. I asked Olga Petrov about it. ",
        ),
    ),
}


def tricks(told: Sequence[Example]) -> dict[str, object]:
    """Shares of answers whose rating stays, by the shipped model."""
    rated = {item.example_id: _rating(item.text, item) for item in told}
    known = [item for item in told if rated[item.example_id] is not None]
    moved = [
        abs((_rating(unpunctuated(item).text, item) or 0) - (rated[item.example_id] or 0))
        for item in known
        if item.mode == "typed"
    ]
    near = sum(one <= MOST_MOVED + 1e-9 for one in moved)
    raised = sum(
        (_rating(gap.join([item.text] * 10), item) or 0) > (rated[item.example_id] or 0)
        for item in known
        for gap in ("", "\n")
    )
    same = sum(_swapped_alike(item) for item in known)
    rows = [
        ("another name, city and gender: the same bytes", share(same, len(known))),
        ("punctuation taken out: moves by 0.3 at most", share(near, len(moved))),
        ("told ten times: not raised", share(2 * len(known) - raised, 2 * len(known))),
    ]
    table("What must not move a rating (shipped model)", ("what", "share"), rows)
    return {
        "swap_same": round(same / len(known), 3),
        "unpunctuated_near": round(near / len(moved), 3) if moved else None,
        "repetition_raised": raised,
    }


def _rating(text: str, item: Example) -> float | None:
    return scoring.rate(text, DIMENSIONS[item.dimension], item.language).rating


def _swapped_alike(item: Example) -> bool:
    """Whether the score is the same to the byte; quoted words, which differ, are left out."""
    (lead, other), *within = SWAPS[item.language]
    one, two = lead + item.text, other + item.text
    for word, another in within:
        two = re.sub(word, another, two)
    scores = [scoring.rate(text, DIMENSIONS[item.dimension], item.language) for text in (one, two)]
    kept = [
        canonical(dump((s.rating, s.contributions, s.spans, s.structure, s.evidence, s.relevance)))
        for s in scores
    ]
    return kept[0] == kept[1]

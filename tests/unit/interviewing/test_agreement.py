"""How far the rule follows the rubric; the rated answers lie beside the repository, if at all.

Where they are not at hand, the demo's own levels stand in: they are ordered by construction.
"""

import json
from pathlib import Path

from chalicelib.interviewing import scoring
from chalicelib.interviewing.anchors import DIMENSIONS
from infra.answers import Level, tell

FOLDER = Path(__file__).resolve().parents[4] / "shared" / "data" / "answers"
FLOOR_RATED, FLOOR_DEMO = 0.72, 0.9
ORDER = list(reversed(Level))


def ranks(values: list[float]) -> list[float]:
    ordered = sorted(values)
    return [ordered.index(v) + (ordered.count(v) - 1) / 2 for v in values]


def spearman(first: list[float], second: list[float]) -> float:
    one, two = ranks(first), ranks(second)
    mean = (len(one) - 1) / 2
    across = sum((a - mean) * (b - mean) for a, b in zip(one, two, strict=True))
    spread = sum((a - mean) ** 2 for a in one) * sum((b - mean) ** 2 for b in two)
    return across / float(spread**0.5)


def rated_pairs() -> list[tuple[float, float]]:
    ratings = json.loads((FOLDER / "ratings.json").read_text("utf-8"))["ratings"]
    pairs = []
    for language in ("zh", "en"):
        for line in (FOLDER / f"answers-{language}.jsonl").read_text("utf-8").splitlines():
            plain = json.loads(line)
            gap = "" if language == "zh" else " "
            answer = gap.join(text for _, text in plain["segments"])
            given = [ratings[plain["id"]][rater] for rater in ("r1", "r2")]
            known = [value for value in given if value is not None]
            own = scoring.rate(answer, DIMENSIONS[plain["dimension"]], language).rating
            if known and own is not None:
                pairs.append((own, sum(known) / len(known)))
    return pairs


def demo_pairs() -> list[tuple[float, float]]:
    return [
        (scoring.rate(tell(key, level, language, "s"), dimension, language).rating or 0.0, rank)
        for key, dimension in DIMENSIONS.items()
        for language in ("zh", "en")
        for rank, level in enumerate(ORDER)
    ]


def test_the_rule_orders_answers_as_the_rubric_does() -> None:
    at_hand = (FOLDER / "ratings.json").exists()
    pairs = rated_pairs() if at_hand else demo_pairs()
    own, given = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    assert spearman(own, given) >= (FLOOR_RATED if at_hand else FLOOR_DEMO)

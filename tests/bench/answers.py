"""Answer rating: agreement with raters, ratings by intended level, time an answer."""

import json
import time

from chalicelib.foundation.statistics import fisher_interval, pearson
from chalicelib.interviewing import counterfactual
from chalicelib.interviewing.anchors import DIMENSIONS
from infra.answers import Level, tell
from tests.bench.tables import figures, share, table
from tests.unit.interviewing.test_agreement import FOLDER, spearman


def main() -> None:
    """Rate the answers at hand; the demonstration's own where there are no rated ones."""
    values: dict[str, object] = {}
    if (FOLDER / "ratings.json").exists():
        values |= _agreement()
    values |= _levels()
    figures("answers", values)


def _agreement() -> dict[str, object]:
    ratings = json.loads((FOLDER / "ratings.json").read_text("utf-8"))["ratings"]
    rows, values = [], {}
    for language in ("zh", "en"):
        own, given = [], []
        for line in (FOLDER / f"answers-{language}.jsonl").read_text("utf-8").splitlines():
            plain = json.loads(line)
            text = ("" if language == "zh" else " ").join(t for _, t in plain["segments"])
            known = [v for r in ("r1", "r2") if (v := ratings[plain["id"]][r]) is not None]
            rated = counterfactual.rate(text, DIMENSIONS[plain["dimension"]], language).rating
            if known and rated is not None:
                own.append(float(rated))
                given.append(sum(known) / len(known))
        r = pearson(own, given)
        low, high = fisher_interval(r, len(own))
        rows.append((language, f"{r:.2f} ({low:.2f}–{high:.2f})", f"{spearman(own, given):.2f}"))
        rows[-1] += (str(len(own)),)
        values[f"r_{language}"] = round(r, 3)
        values[f"n_{language}"] = len(own)
    table(
        "Agreement with the mean of two raters (language models following the rubric, not people)",
        ("language", "Pearson", "Spearman", "n"),
        rows,
    )
    return values


def _levels() -> dict[str, object]:
    rows, seconds, told, found = [], 0.0, 0, 0
    for level in Level:
        ratings = []
        for key, dimension in DIMENSIONS.items():
            for language in ("zh", "en"):
                for seed in range(6):
                    text = tell(key, level, language, f"bench-{seed}")
                    begun = time.process_time()
                    rated = counterfactual.rate(text, dimension, language)
                    seconds += time.process_time() - begun
                    told += 1
                    found += all(text[e.start : e.end] == e.quote for e in rated.quotes)
                    ratings.append(rated.rating)
        scored = sorted(float(r) for r in ratings if r is not None)
        middle = scored[len(scored) // 2]
        rows.append((level.value, f"{scored[0]:.1f}", f"{middle:.1f}", f"{scored[-1]:.1f}"))
    table("Demonstration answers by intended level", ("level", "min", "median", "max"), rows)
    table("Quotes", ("what", "share"), [("found in the answer", share(found, told))])
    return {"quotes_found": found / told, "ms_per_answer": round(seconds / told * 1000, 2)}

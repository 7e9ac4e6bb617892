"""`make bench-answers [DATA=folder]`: ratings against raters, parts against labels, tricks, time.

The folder has the form of `answers-zh.jsonl`, `answers-en.jsonl`, `ratings.json`. Texts that the
shipped model was trained on are rated by cross-validation, cut by question; any other folder is
rated by the shipped model. Without a folder, the answers written for training are used.
"""

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import Ridge
from sklearn.metrics import cohen_kappa_score, f1_score
from sklearn.model_selection import GroupKFold

from chalicelib.foundation.statistics import fisher_interval, pearson
from chalicelib.interviewing import clauses, counterfactual, encoding, parts, scoring
from chalicelib.interviewing.anchors import DIMENSIONS
from chalicelib.interviewing.ratings import AnswerRating
from chalicelib.interviewing.telling import listen
from chalicelib.interviewing.weights import RaterWeights, weights
from models.answer_rating import examples, fitting, train
from models.answer_rating.examples import Example
from tests.bench.answer_tricks import tricks
from tests.bench.tables import figures, share, table

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "answers"
TRICKY = frozenset(
    "keyword_stuffing fluent_empty off_topic prompt_injection memorised_template".split()
)
LOW, STRONG = 2.0, 3.5


@dataclass(frozen=True)
class Rated:
    """An example, the rater that rated it, and what came out."""

    example: Example
    model: RaterWeights
    given: AnswerRating

    @property
    def pair(self) -> tuple[float, float] | None:
        """Our rating and the raters', when there are both."""
        if self.given.rating is None or self.example.rating is None:
            return None
        return self.given.rating, self.example.rating


def main() -> None:
    """Rate a folder and print what came of it."""
    encoding.KEPT = 200_000
    told, crossed = folder()
    own = examples.own_writing() if crossed and not told[0].own else []
    known = [*told, *(item for item in own if item.mark not in {one.mark for one in told})]
    models = fitting.cross_rated(known)[: len(told)] if crossed else [weights()] * len(told)
    rated = [
        Rated(
            item, model, scoring.rate(item.text, DIMENSIONS[item.dimension], item.language, model)
        )
        for item, model in zip(told, models, strict=True)
    ]
    how = "cross-validated by question" if crossed else "by the shipped model"
    print(f"{len(told)} answers, {how}. Raters of the shared set and authors are language models.")
    values: dict[str, object] = {"n": len(told), "cross_validated": crossed}
    values |= agreement(rated) | segments(rated) | shares(rated)
    by_group(rated)
    baselines(rated)
    values |= tricks([item.example for item in rated])
    values |= speed(told)
    figures("answers", values)


def folder() -> tuple[list[Example], bool]:
    """The answers of DATA, of the shared set, or our own; and whether they were trained on."""
    wished = os.environ.get("DATA") or (str(SHARED) if SHARED.exists() else "")
    told = list(examples.usable(examples.load(Path(wished)) if wished else examples.own_writing()))
    seen = train.seen()
    return told, any(item.mark in seen for item in told)


def agreement(rated: Sequence[Rated]) -> dict[str, object]:
    """Pearson, Spearman and weighted kappa by language, beside the raters' own."""
    rows, values = [], dict[str, object]()
    for language in ("zh", "en"):
        mine = [item for item in rated if item.example.language == language]
        pairs = [item.pair for item in mine if item.pair]
        rows.append((language, "ours", *_agree(pairs)))
        values[f"r_{language}"] = _r(pairs)
        between = [raters for item in mine if len(raters := item.example.raters) == 2]
        rows.append((language, "rater 1 and rater 2", *_agree(between)))
        values[f"r_raters_{language}"] = _r(between)
        abstained = sum(item.given.rating is None for item in mine)
        rows.append((language, "not scored", share(abstained, len(mine)), "", "", "", ""))
    head = ("language", "who", "Pearson (95 %)", "Spearman", "QWK", "mean off", "n")
    table("Agreement with the raters' mean", head, rows)
    return values


def _r(pairs: Sequence[Sequence[float]]) -> float | None:
    return round(pearson(*_both(pairs)), 3) if len(pairs) > 3 else None


def _both(pairs: Sequence[Sequence[float]]) -> tuple[list[float], list[float]]:
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def _agree(pairs: Sequence[Sequence[float]]) -> tuple[str, str, str, str, str]:
    if len(pairs) <= 3:
        return "–", "–", "–", "–", str(len(pairs))
    one, other = _both(pairs)
    r = pearson(one, other)
    low, high = fisher_interval(r, len(pairs))
    ranked = pearson(*(list(np.argsort(np.argsort(side)).astype(float)) for side in (one, other)))
    kappa = cohen_kappa_score(
        [round(value) for value in one], [round(value) for value in other], weights="quadratic"
    )
    off = float(np.mean(np.abs(np.array(one) - np.array(other))))
    return (
        f"{r:.3f} ({low:.3f}–{high:.3f})", f"{ranked:.3f}", f"{kappa:.3f}", f"{off:.2f}",
        str(len(pairs)),
    )  # fmt: skip


def segments(rated: Sequence[Rated]) -> dict[str, object]:
    """The part of each clause against its label."""
    rows, all_gold, all_told = [], list[str](), list[str]()
    for language in ("zh", "en"):
        gold, told = [], []
        for item in rated:
            if item.example.language == language:
                heard = listen(
                    item.example.text, DIMENSIONS[item.example.dimension], language, item.model
                )
                gold += item.example.parts()[: len(heard.readings)]
                told += [reading.part.value for reading in heard.readings]
        if not gold:
            continue
        labels = [part.value for part in parts.ORDER]
        each = f1_score(gold, told, labels=labels, average=None, zero_division=0)
        macro = f1_score(gold, told, labels=labels, average="macro", zero_division=0)
        rows.append((language, f"{macro:.3f}", *(f"{one:.2f}" for one in each), str(len(gold))))
        all_gold += gold
        all_told += told
    macro = f1_score(all_gold, all_told, average="macro", zero_division=0)
    table("Parts by clause, F1", ("language", "macro", "S", "T", "A", "R", "O", "clauses"), rows)
    return {"segment_f1": round(float(macro), 3)}


def shares(rated: Sequence[Rated]) -> dict[str, object]:
    """Tricks that stay low, plain stories that rate strong, quotes that exist."""
    tricky = [i for i in rated if i.example.tags & TRICKY and (i.example.rating or 0) <= LOW]
    low = sum(item.given.rating is None or item.given.rating <= LOW for item in tricky)
    plain = [item for item in rated if "plain_but_strong" in item.example.tags]
    strong = sum((item.given.rating or 0) >= STRONG for item in plain)
    quotes = [(item.example.text, quote) for item in rated for quote in item.given.quotes]
    found = sum(text[quote.start : quote.end] == quote.quote for text, quote in quotes)
    rows = [
        ("tricky answers at 2.0 or less, or not scored", share(low, len(tricky))),
        ("plain but strong at 3.5 or more", share(strong, len(plain))),
        ("quotes found in the answer", share(found, len(quotes))),
    ]
    table("Shares", ("what", "share"), rows)
    return {
        "tricky_low_share": round(low / len(tricky), 3) if tricky else None,
        "plain_strong_share": round(strong / len(plain), 3) if plain else None,
        "quotes_found": found / len(quotes) if quotes else None,
    }


def by_group(rated: Sequence[Rated]) -> None:
    """Agreement by mode, dimension and tag."""
    groups: list[tuple[str, Callable[[Example], Sequence[str]]]] = [
        ("mode", lambda item: [item.mode]),
        ("dimension", lambda item: [item.dimension]),
        ("tag", lambda item: sorted(item.tags)),
    ]
    for title, of in groups:
        rows = []
        for name in sorted({name for item in rated for name in of(item.example)}):
            pairs = [item.pair for item in rated if name in of(item.example) and item.pair]
            if pairs:
                ours, theirs = (f"{float(np.mean(side)):.2f}" for side in _both(pairs))
                rows.append((name, *_agree(pairs), ours, theirs))
        head = ("", "Pearson (95 %)", "Spearman", "QWK", "mean off", "n", "our mean", "raters'")
        table(f"By {title}", head, rows)


def baselines(rated: Sequence[Rated]) -> None:
    """What length, key-term density and TF-IDF ridge reach on the same answers."""
    rows = []
    for language in ("zh", "en"):
        mine = [i for i in rated if i.example.language == language and i.example.rating]
        if len(mine) < 20:
            continue
        wanted = np.array([item.example.rating or 0 for item in mine])
        texts = [item.example.text for item in mine]
        density = [
            sum(DIMENSIONS[i.example.dimension].terms_in(i.example.text, language).values())
            / len(i.example.text)
            for i in mine
        ]
        guessed = np.zeros(len(mine))
        questions = [item.example.question for item in mine]
        for one, other in GroupKFold(5).split(texts, groups=questions):
            seen = TfidfVectorizer(analyzer="char", ngram_range=(1, 3), min_df=2)
            table_ = seen.fit_transform([texts[n] for n in one])
            ridge = Ridge(alpha=1.0).fit(table_, wanted[one])
            guessed[other] = ridge.predict(seen.transform([texts[n] for n in other]))
        for name, values in (
            ("length only", [float(len(text)) for text in texts]),
            ("key-term density", density),
            ("TF-IDF ridge, cross-validated", list(guessed)),
        ):
            r = pearson(values, list(wanted))
            low, high = fisher_interval(r, len(mine))
            rows.append((language, name, f"{r:.3f} ({low:.3f}–{high:.3f})", str(len(mine))))
    table("Baselines", ("language", "what", "Pearson (95 %)", "n"), rows)


def speed(told: Sequence[Example]) -> dict[str, object]:
    """Processor time of a rating, with all vectors new, and of its counterfactual after it."""
    ms = {"rating": list[float](), "counterfactual beside it": list[float]()}
    words = 0
    for item in told[:80]:
        asked = (item.text, DIMENSIONS[item.dimension], item.language)
        scoring.rate(*asked)
        encoding.forget()
        begun = time.process_time()
        scoring.rate(*asked)
        ended = time.process_time()
        counterfactual.rate(*asked)
        ms["rating"].append(1000 * (ended - begun))
        ms["counterfactual beside it"].append(1000 * (time.process_time() - ended))
        words += len(clauses.split(item.text))
    rows = [
        (what, f"{np.median(values):.1f}", f"{np.percentile(values, 95):.1f}", str(len(values)))
        for what, values in ms.items()
    ]
    rows.append(("clauses an answer, mean", f"{words / len(ms['rating']):.1f}", "", ""))
    table("Processor time, ms", ("what", "median", "95th percentile", "n"), rows)
    return {"ms_per_answer": round(float(np.median(ms["rating"])), 1)}


if __name__ == "__main__":
    main()

"""A question's own model on graded answers of people: 5, 10, 20, 40 rated ones a question.

ADS (Chinese, 12 questions on data structures, graded by teachers) and LE (100 questions, four
answers each) lie beside the repository, if at all; both Apache-2.0. The code is the product's own
(`interviewing/question_model.py`); here it has the question and reference answers to look at too.
"""

import json
import os
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from chalicelib.foundation.statistics import mean, pearson
from chalicelib.interviewing import encoding, question_features, question_model
from chalicelib.interviewing.question_features import Asked, Text
from chalicelib.interviewing.question_model import Example
from chalicelib.interviewing.raters import quadratic_kappa
from tests.bench.tables import figures, table

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "graded-answers"
SIZES = (5, 10, 20, 40)
#: Answers that must be left to be told.
LEAST_LEFT = 5
SPLITS, FOLDS, DRAWS = 5, 5, 500
#: Steps of the scale on which QWK is taken.
STEPS = 10
Fitted = Callable[[Example], float]
Method = Callable[[Sequence[Example]], Fitted]


@dataclass(frozen=True)
class Graded:
    """One answer with its grade as a share of the most that its question gives (0-1)."""

    question: str
    example: Example


def main() -> None:
    """Print the tables and the line of figures; nothing where the data are not at hand."""
    folder = Path(os.environ.get("DATA") or FOLDER)
    values: dict[str, object] = {}
    if (folder / "ads_train.jsonl").exists():
        ads, le = load(folder)
        values |= seen_questions(ads) | unseen_questions("le", le) | unseen_questions("ads", ads)
    else:
        print(f"no graded answers in {folder}")
    figures("graded", values)


def load(folder: Path) -> tuple[list[Graded], list[Graded]]:
    """ADS and LE without answers that repeat another to the same question, embedded once."""
    ads = [
        json.loads(line) for line in (folder / "ads_train.jsonl").read_text("utf-8").splitlines()
    ]
    le = [line.split("\t") for line in (folder / "le_train.tsv").read_text("utf-8").splitlines()]
    rows = [
        (row["q_id"], row["question"], [row[f"reference{n}"] for n in (1, 2, 3)], row["answer"],
         float(row["score"]))
        for row in ads
    ]  # fmt: skip
    most = {name: max(r[4] for r in rows if r[0] == name) for name in {r[0] for r in rows}}
    rows = [(*row[:4], row[4] / most[row[0]]) for row in rows]
    cards = [(row[0], "", [row[1]], row[2], float(row[3])) for row in le]
    texts = sorted({t for _, q, refs, a, _ in (*rows, *cards) for t in (q, *refs, a) if t.strip()})
    vectors = dict(zip(texts, encoding.embed(texts), strict=True))
    return _graded(rows, vectors), _graded(cards, vectors)


def _graded(rows: list[tuple], vectors: dict[str, np.ndarray]) -> list[Graded]:
    found: dict[tuple[str, str], Graded] = {}
    for name, question, references, answer, worth in rows:
        if not answer.strip():
            continue
        told = [Text(text, vectors[text]) for text in references if text.strip()]
        asked = Asked(Text(question, vectors[question]) if question else None, tuple(told))
        example = Example(Text(answer, vectors[answer]), worth, asked)
        found.setdefault((name, question_features.plain(answer)), Graded(name, example))
    return list(found.values())


def own_model(fitting: Sequence[Example]) -> Fitted:
    """The product's question model."""
    model = question_model.fit(fitting)
    return lambda item: question_model.predict(model, item.said, item.asked, item.general)


def no_references(fitting: Sequence[Example]) -> Fitted:
    """The same without question and references, as where a company wrote none."""
    bare = [Example(item.said, item.worth) for item in fitting]
    model = question_model.fit(bare)
    return lambda item: question_model.predict(model, item.said, Asked())


def length_only(fitting: Sequence[Example]) -> Fitted:
    """A line through the logarithm of the length."""
    return _line(fitting, lambda item: float(np.log1p(len(item.said.words))))


def cosine(fitting: Sequence[Example]) -> Fitted:
    """A line through the nearness to the best reference."""
    return _line(
        fitting,
        lambda item: max((float(item.said.vector @ r.vector) for r in item.asked.references),
                         default=0.0),
    )  # fmt: skip


def tfidf(fitting: Sequence[Example]) -> Fitted:
    """Ridge on runs of one to three characters alone (penalty 1)."""
    counted = [question_features.grams(item.said.words) for item in fitting]
    known = question_features.vocabulary(counted)
    rows = np.array([question_features.wording(counts, known) for counts in counted])
    worth = np.array([item.worth for item in fitting])
    centre = rows.mean(axis=0)
    kernel = (rows - centre) @ (rows - centre).T
    dual = np.linalg.solve(kernel + np.eye(len(worth)), worth - worth.mean())
    weights = (rows - centre).T @ dual

    def told(item: Example) -> float:
        row = question_features.wording(question_features.grams(item.said.words), known)
        return float(worth.mean() + (row - centre) @ weights)

    return told


def _line(fitting: Sequence[Example], figure: Callable[[Example], float]) -> Fitted:
    xs, ys = np.array([figure(i) for i in fitting]), np.array([i.worth for i in fitting])
    spread = float(((xs - xs.mean()) ** 2).sum())
    slope = float(((xs - xs.mean()) * (ys - ys.mean())).sum()) / spread if spread else 0.0
    return lambda item: float(ys.mean() + slope * (figure(item) - xs.mean()))


METHODS: dict[str, Method] = {
    "question's model": own_model,
    "without references": no_references,
    "TF-IDF ridge": tfidf,
    "cosine to reference": cosine,
    "length only": length_only,
}


def seen_questions(rows: list[Graded]) -> dict[str, object]:
    """Per question: so many rated answers, the others told; pooled over questions and splits."""
    by_question: dict[str, list[Example]] = {}
    for row in rows:
        by_question.setdefault(row.question, []).append(row.example)
    lines, values = [], {}
    for size in SIZES:
        usable = {k: v for k, v in by_question.items() if len(v) >= size + LEAST_LEFT}
        for name, method in METHODS.items():
            found = [_split(usable, method, size, seed) for seed in range(SPLITS)]
            line, figure = _scored(found)
            lines.append((str(size), name, *line, str(len(usable))))
            if name == "question's model":
                values |= {f"ads_{key}_{size}": value for key, value in figure.items()}
    heads = ("rated", "method", "Pearson", "QWK", "mean r a question", "n a split", "questions")
    table(f"ADS, seen questions, {SPLITS} splits (grades by teachers)", heads, lines)
    return values


Told = list[tuple[str, float, float]]


def _split(usable: dict[str, list[Example]], method: Method, size: int, seed: int) -> Told:
    told: Told = []
    for name, items in sorted(usable.items()):
        mixed = random.Random(f"{seed}/{name}").sample(items, len(items))
        fitted = method(mixed[:size])
        told += [(name, min(max(fitted(i), 0.0), 1.0), i.worth) for i in mixed[size:]]
    return told


def _scored(splits: list[Told]) -> tuple[tuple[str, ...], dict[str, object]]:
    """Means over splits; intervals by drawing the answers of the first split anew."""
    rs = [pearson([t for _, t, _ in s], [w for _, _, w in s]) for s in splits]
    kappas = [_qwk(s) for s in splits]
    own = [value for s in splits for value in _per_question(s)]
    low, high = _drawn(splits[0], lambda s: pearson([t for _, t, _ in s], [w for _, _, w in s]))
    klow, khigh = _drawn(splits[0], _qwk)
    n = round(mean([len(s) for s in splits]))
    line = (
        f"{mean(rs):.3f} ({low:.2f}–{high:.2f})",
        f"{mean(kappas):.3f} ({klow:.2f}–{khigh:.2f})",
        f"{mean(own):.3f}",
        str(n),
    )
    values: dict[str, object] = {"r": round(mean(rs), 3), "r_low": round(low, 3)}
    values |= {"r_high": round(high, 3), "qwk": round(mean(kappas), 3), "n": n}
    return line, values


def _qwk(told: Told) -> float:
    pairs = [(round(t * STEPS) / STEPS, round(w * STEPS) / STEPS) for _, t, w in told]
    return quadratic_kappa(pairs) or 0.0


def _per_question(told: Told) -> list[float]:
    found = []
    for name in sorted({row[0] for row in told}):
        own = [row for row in told if row[0] == name]
        r = pearson([t for _, t, _ in own], [w for _, _, w in own])
        found.append(0.0 if np.isnan(r) else r)
    return found


def _drawn(told: Told, figure: Callable[[Told], float]) -> tuple[float, float]:
    draw = random.Random(7)
    found = sorted(figure(draw.choices(told, k=len(told))) for _ in range(DRAWS))
    return found[int(0.025 * DRAWS)], found[int(0.975 * DRAWS)]


def unseen_questions(name: str, rows: list[Graded]) -> dict[str, object]:
    """Questions nobody rated: one model from other questions' answers, by question left out."""
    names = sorted({row.question for row in rows})
    groups = [set(random.Random(3).sample(names, len(names))[n::FOLDS]) for n in range(FOLDS)]
    lines, values = [], {}
    for method_name in ("question's model", "TF-IDF ridge", "cosine to reference", "length only"):
        told: Told = []
        for group in groups:
            fitting = [row.example for row in rows if row.question not in group]
            same = len(fitting[0].asked.references) > 0
            fitting = [item for item in fitting if bool(item.asked.references) == same]
            fitted = METHODS[method_name](fitting)
            told += [
                (row.question, min(max(fitted(row.example), 0.0), 1.0), row.example.worth)
                for row in rows
                if row.question in group
            ]
        line, figure = _scored([told])
        lines.append((method_name, line[0], line[1], line[3]))
        if method_name == "question's model":
            values |= {f"{name}_unseen_{key}": value for key, value in figure.items()}
    title = f"{name.upper()}, unseen questions, {FOLDS} folds by question"
    table(title, ("method", "Pearson", "QWK", "n"), lines)
    return values


if __name__ == "__main__":
    main()

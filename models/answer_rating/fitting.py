"""Fits the answer rater: which part a clause tells, what an answer is worth, whether it is hollow.

Folds are cut by question: answers to one question never stand on both sides. The ratings are
fitted on chances of parts from a part model that never saw the answer. In `cross_rated` that part
model may have seen the parts of answers in the tested fold, never a rating.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.model_selection import GroupKFold

from chalicelib.interviewing import gate, part_features, parts, points, telling, told_features
from chalicelib.interviewing.anchors import DIMENSIONS
from chalicelib.interviewing.encoding import WIDTH
from chalicelib.interviewing.ratings import Part
from chalicelib.interviewing.told_groups import GROUPS
from chalicelib.interviewing.weights import Array, RaterWeights
from models.answer_rating.examples import Example, unpunctuated

FOLDS = 5
#: Chosen by cross-validation on the training answers: see the card.
PART_PENALTY, PART_STEPS = 1.0, 60
WORDING_SCALE, RATING_PENALTY, HOLLOW_PENALTY = 8.0, 20.0, 0.02
#: Answers that two raters rated count more than those with their author's intention.
RATED_WEIGHT = 1.5
HOLLOW_TAGS = frozenset(
    "keyword_stuffing fluent_empty off_topic prompt_injection memorised_template wrong_dimension "
    "hypothetical team_we negation numbers_without_meaning second_hand".split()
)
HOLLOW_MOST = 1.75
_COUNT = len(parts.ORDER)


@dataclass(frozen=True)
class Told:
    """What the rating is fitted on: (n, f) features, (n, 512) wordings, (n,) the rest."""

    features: Array
    wordings: Array
    english: Array
    ratings: Array
    hollow: Array
    weight: Array


def fit(examples: Sequence[Example]) -> RaterWeights:
    """The whole rater from labelled answers; deterministic."""
    blank = _blank()
    rated = [item for item in _twice(examples) if can_be_rated(item)]
    told = _told(rated, _cross_parts(examples, rated))
    return _with_parts(fit_rating(told, blank), fit_parts(_twice(examples)))


def cross_rated(examples: Sequence[Example]) -> list[RaterWeights]:
    """For each example the weights of a rater that never saw its question's ratings."""
    rated = [item for item in _twice(examples) if can_be_rated(item)]
    folds = _folds(examples)
    part_models = _fold_parts(examples, folds)
    place = {item.example_id: fold for item, fold in zip(examples, folds, strict=True)}
    told = _told(rated, [part_models[place[item.example_id]] for item in rated])
    fold_of = np.array([place[item.example_id] for item in rated])
    raters = [
        _with_parts(fit_rating(_some(told, fold_of != fold), _blank()), part_models[fold])
        for fold in range(FOLDS)
    ]
    return [raters[fold] for fold in folds]


def can_be_rated(example: Example) -> bool:
    """Whether it has a rating and passes the gate."""
    return example.rating is not None and gate.check(example.text, example.language) is None


def _twice(examples: Sequence[Example]) -> list[Example]:
    return [*examples, *(unpunctuated(item) for item in examples)]


def _folds(examples: Sequence[Example]) -> list[int]:
    folds = np.zeros(len(examples), int)
    questions = [item.question for item in examples]
    split = GroupKFold(FOLDS).split(np.zeros(len(examples)), groups=questions)
    for fold, (_, tested) in enumerate(split):
        folds[tested] = fold
    return [int(fold) for fold in folds]


def _fold_parts(examples: Sequence[Example], folds: Sequence[int]) -> list[RaterWeights]:
    """For each fold a part model of the others."""
    return [
        fit_parts(_twice([e for e, f in zip(examples, folds, strict=True) if f != fold]))
        for fold in range(FOLDS)
    ]


def _cross_parts(examples: Sequence[Example], rated: Sequence[Example]) -> list[RaterWeights]:
    folds = _folds(examples)
    models = _fold_parts(examples, folds)
    place = {item.example_id: fold for item, fold in zip(examples, folds, strict=True)}
    return [models[place[item.example_id]] for item in rated]


def fit_parts(examples: Sequence[Example]) -> RaterWeights:
    """Multinomial logistic regression on vectors and hashed words; log-odds of the order."""
    clauses = [item.clauses for item in examples]
    gold = [[parts.ORDER.index(Part(part)) for part in item.parts()] for item in examples]
    dense = np.vstack([parts.with_neighbours(parts.vectors(told)) for told in clauses if told])
    columns = [row for told in clauses for row in part_features.hashed(told)]
    ends = np.cumsum([0, *(len(row) for row in columns)])
    flat = np.array([column for row in columns for column in row])
    values = np.full(len(flat), parts.WORD, np.float32)
    sparse = csr_matrix((values, flat, ends), shape=(len(columns), part_features.BUCKETS))
    labels = np.array([part for row in gold for part in row])
    vector, words, bias = _logistic(dense, sparse, labels)
    passage, first = _order(gold)
    return replace(
        _blank(), part_vector=vector, part_words=words, part_bias=bias, passage=passage, first=first
    )


def _logistic(dense: Array, sparse: Any, labels: Any) -> tuple[Array, Array, Array]:
    """Penalised by the square of its weights; L-BFGS, float32 inside."""
    rows, width = dense.shape
    wanted = np.eye(_COUNT, dtype=np.float32)[labels]
    turned = sparse.T.tocsr()

    def loss(flat: Any) -> tuple[float, Any]:
        weights = flat.reshape(-1, _COUNT).astype(np.float32)
        logits = dense @ weights[:width] + sparse @ weights[width:-1] + weights[-1]
        logits -= logits.max(axis=1, keepdims=True)
        likely = np.exp(logits)
        likely /= likely.sum(axis=1, keepdims=True)
        off = likely - wanted
        steep = np.vstack([dense.T @ off, turned @ off, off.sum(axis=0)[None]])
        steep[:-1] += weights[:-1] / PART_PENALTY
        cost = -np.log(likely[np.arange(rows), labels] + 1e-12).sum()
        cost += 0.5 / PART_PENALTY * (weights[:-1] ** 2).sum()
        return float(cost), steep.ravel().astype(np.float64)

    start = np.zeros((width + part_features.BUCKETS + 1) * _COUNT)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": PART_STEPS})
    weights = found.x.reshape(-1, _COUNT).astype(np.float32)
    return weights[:width], weights[width:-1], weights[-1]


def _order(gold: Sequence[Sequence[int]]) -> tuple[Array, Array]:
    """Log-odds of one part after another, and of the first part, over how common each is."""
    after, first, common = np.ones((_COUNT, _COUNT)), np.ones(_COUNT), np.ones(_COUNT)
    for told in gold:
        for part in told:
            common[part] += 1
        for one, other in itertools.pairwise(told):
            after[one, other] += 1
        if told:
            first[told[0]] += 1
    base = np.log(common / common.sum())
    passage = np.log(after / after.sum(axis=1, keepdims=True)) - base
    return passage.astype(np.float32), (np.log(first / first.sum()) - base).astype(np.float32)


def _told(examples: Sequence[Example], models: Sequence[RaterWeights]) -> Told:
    features, wordings = [], []
    for item, model in zip(examples, models, strict=True):
        dimension = DIMENSIONS[item.dimension]
        heard = telling.listen(item.text, dimension, item.language, model)
        found = points.tally(heard.readings)
        if heard.kept:
            features.append(list(told_features.features(heard, found, dimension).values()))
        else:
            features.append([0.0] * len(GROUPS))
        wordings.append(told_features.mean_vector(heard))
    hollow = [bool(item.tags & HOLLOW_TAGS) and _rating(item) <= HOLLOW_MOST for item in examples]
    return Told(
        np.array(features, np.float32),
        np.array(wordings, np.float32),
        np.array([item.language == "en" for item in examples], np.float32),
        np.array([_rating(item) for item in examples], np.float32),
        np.array(hollow),
        np.array([1.0 if item.own else RATED_WEIGHT for item in examples], np.float32),
    )


def _rating(example: Example) -> float:
    return float(example.rating or 0)


def _some(told: Told, chosen: Any) -> Told:
    return Told(*(getattr(told, name)[chosen] for name in Told.__dataclass_fields__))


def fit_rating(told: Told, blank: RaterWeights) -> RaterWeights:
    """Ridge on everything at once, stretched so that its ratings spread as the raters' do."""
    middle, spread = told.features.mean(axis=0), told.features.std(axis=0) + 1e-6
    wording_middle = told.wordings.mean(axis=0)
    table = np.hstack(
        [
            (told.features - middle) / spread,
            WORDING_SCALE * (told.wordings - wording_middle),
            told.english[:, None],
        ]
    )
    ridge = Ridge(alpha=RATING_PENALTY).fit(table, told.ratings, sample_weight=told.weight)
    guessed = ridge.predict(table)
    count = told.features.shape[1]
    stretch = _stretch(table, told)
    # Stretched about the mean: the ends of the scale are reached, the order stays.
    average = told.ratings.mean() + stretch * (ridge.intercept_ - guessed.mean())
    head = LogisticRegression(C=HOLLOW_PENALTY, max_iter=300, class_weight="balanced")
    coefficients = head.fit(table, told.hollow).coef_[0]
    hollow_told, hollow_wording = coefficients[:count] / spread, coefficients[count:-1]
    bias = head.intercept_[0] - hollow_told @ middle
    bias -= WORDING_SCALE * hollow_wording @ wording_middle
    return replace(
        blank,
        told=(stretch * ridge.coef_[:count] / spread).astype(np.float32),
        told_mean=middle,
        wording=(stretch * WORDING_SCALE * ridge.coef_[count:-1]).astype(np.float32),
        wording_mean=wording_middle,
        average=float(average),
        hollow_told=hollow_told.astype(np.float32),
        hollow_wording=(WORDING_SCALE * hollow_wording).astype(np.float32),
        hollow_bias=float(bias),
        english=(float(stretch * ridge.coef_[-1]), float(coefficients[-1])),
    )


def _stretch(table: Any, told: Told) -> float:
    """How much wider the ratings spread than their guesses from other folds."""
    guessed = np.zeros(len(table))
    for train, test in GroupKFold(FOLDS).split(table, groups=np.arange(len(table)) % (FOLDS * 9)):
        ridge = Ridge(alpha=RATING_PENALTY)
        ridge.fit(table[train], told.ratings[train], sample_weight=told.weight[train])
        guessed[test] = ridge.predict(table[test])
    return float(told.ratings.std() / guessed.std())


def _with_parts(rating: RaterWeights, part: RaterWeights) -> RaterWeights:
    return replace(
        rating,
        part_vector=part.part_vector,
        part_words=part.part_words,
        part_bias=part.part_bias,
        passage=part.passage,
        first=part.first,
    )


def _blank() -> RaterWeights:
    names = tuple(GROUPS)
    none, width = np.zeros(len(names), np.float32), np.zeros(WIDTH, np.float32)
    table = np.zeros((0, _COUNT), np.float32)
    square = np.zeros((_COUNT, _COUNT), np.float32)
    row = np.zeros(_COUNT, np.float32)
    return RaterWeights(
        table, table, row, square, row, none, none, width, width, 0.0, none, width, 0.0,
        (0.0, 0.0), names,
    )  # fmt: skip

"""A question's own model: ridge on meaning, wording and rating figures, in closed form."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from chalicelib.foundation.statistics import fisher_interval, mean, mean_interval, pearson
from chalicelib.interviewing import question_features as look
from chalicelib.interviewing.question_features import Array, Asked, Text
from chalicelib.interviewing.ratings import AnswerRating

#: Rated answers that are used at most, so that a fit takes seconds.
MOST_ANSWERS = 120
PENALTIES = (0.03, 0.1, 0.3, 1.0, 3.0)
BLOCKS = 3
CLIP = 3.0
LOWEST, HIGHEST = 1.0, 5.0


@dataclass(frozen=True)
class Example:
    """One answer with what the raters found it worth.

    `asked` is what it is held against, `general` the general rating's view of it.
    """

    said: Text
    worth: float
    asked: Asked = field(default_factory=Asked)
    general: AnswerRating | None = None


@dataclass(frozen=True)
class QuestionModel:
    """The fitted weights, each block about its own mean: meaning (512), figures, wordings.

    `wordings` holds rarity and weight of each learned run of characters.
    """

    middle: float
    penalty: float
    meaning: tuple[float, ...]
    meaning_at: float
    figures: tuple[float, ...]
    figures_mean: tuple[float, ...]
    figures_spread: tuple[float, ...]
    wordings: dict[str, tuple[float, float]]
    wordings_at: float


@dataclass(frozen=True)
class CrossValidation:
    """Leave-one-out figures against the raters, beside the general rating on the same answers."""

    n: int
    r: float
    r_interval: tuple[float, float]
    mae: float
    mae_interval: tuple[float, float]
    rmse: float
    general_n: int
    general_r: float | None
    general_r_interval: tuple[float, float] | None
    general_mae: float | None

    @property
    def better(self) -> bool:
        """Whether it errs less than the general rating and orders answers no worse."""
        if self.general_r is None or self.general_mae is None:
            return self.r_interval[0] > 0
        return self.mae < self.general_mae and self.r >= self.general_r


@dataclass(frozen=True)
class _Design:
    """Blocks of features, centred on the fitting answers and scaled to the same mean length."""

    blocks: tuple[Array, Array, Array]
    means: tuple[Array, Array, Array]
    scales: tuple[float, float, float]
    spread: Array
    known: dict[str, float]


def fit(examples: Sequence[Example]) -> QuestionModel:
    """Fit a question's model on rated answers.

    Parameters
    ----------
    examples : rated answers; `worth` on any one scale (1-5 in the product).

    Returns
    -------
    QuestionModel
        Ridge with the penalty of the least leave-one-out error; the three blocks weigh alike.

    Source
    ------
    Ridge: Hoerl & Kennard 1970; its leave-one-out error in closed form: Allen 1974 (PRESS).
    """
    design = _design(examples)
    worth = np.array([item.worth for item in examples])
    kernel = sum((block @ block.T for block in design.blocks), np.zeros((len(worth),) * 2)) / BLOCKS
    penalty = min(PENALTIES, key=lambda value: _press(kernel, worth, value))
    middle = float(worth.mean())
    dual = np.linalg.solve(kernel + penalty * np.eye(len(worth)), worth - middle)
    weights = [
        block.T @ dual / (BLOCKS * scale)
        for block, scale in zip(design.blocks, design.scales, strict=True)
    ]
    meaning, figures, wordings = weights
    return QuestionModel(
        middle,
        penalty,
        tuple(float(np.float32(v)) for v in meaning),
        float(design.means[0] @ meaning),
        tuple(float(v) for v in figures),
        tuple(float(v) for v in design.means[1]),
        tuple(float(v) for v in design.spread),
        {
            gram: (rarity, round(float(weight), 6))
            for (gram, rarity), weight in zip(design.known.items(), wordings, strict=True)
        },
        float(design.means[2] @ wordings),
    )


def predict(
    model: QuestionModel, said: Text, asked: Asked, general: AnswerRating | None = None
) -> float:
    """What the model finds an answer worth, on the scale it was fitted on; not clipped.

    Raises ValueError when other figures are at hand than when it was fitted.
    """
    figures = np.array(look.dense(said, asked, general))
    if len(figures) != len(model.figures):
        raise ValueError("other figures than when the model was fitted")
    scaled = np.clip(
        (figures - np.array(model.figures_mean)) / np.array(model.figures_spread), -CLIP, CLIP
    )
    known = {gram: rarity for gram, (rarity, _) in model.wordings.items()}
    row = look.wording(look.grams(said.words), known)
    weights = np.array([weight for _, weight in model.wordings.values()])
    return float(
        model.middle
        + said.vector @ np.array(model.meaning)
        - model.meaning_at
        + scaled @ np.array(model.figures)
        + (row @ weights if len(weights) else 0.0)
        - model.wordings_at
    )


def cross_validate(
    examples: Sequence[Example],
    bounds: tuple[float, float] = (LOWEST, HIGHEST),
) -> CrossValidation:
    """Leave each answer out, fit everything anew on the others, and see how it is rated."""
    told = []
    for place, item in enumerate(examples):
        model = fit([*examples[:place], *examples[place + 1 :]])
        found = predict(model, item.said, item.asked, item.general)
        told.append(min(max(found, bounds[0]), bounds[1]))
    worth = [item.worth for item in examples]
    errors = [abs(a - b) for a, b in zip(told, worth, strict=True)]
    r = _known(pearson(told, worth))
    pairs = [
        (float(item.general.rating), item.worth)
        for item in examples
        if item.general is not None and item.general.rating is not None
    ]
    general = _known(pearson([a for a, _ in pairs], [b for _, b in pairs])) if pairs else None
    return CrossValidation(
        n=len(worth),
        r=r,
        r_interval=fisher_interval(r, len(worth)),
        mae=mean(errors),
        mae_interval=mean_interval(errors),
        rmse=math.sqrt(mean([e * e for e in errors])),
        general_n=len(pairs),
        general_r=general,
        general_r_interval=None if general is None else fisher_interval(general, len(pairs)),
        general_mae=mean([abs(a - b) for a, b in pairs]) if pairs else None,
    )


def _known(value: float) -> float:
    return 0.0 if math.isnan(value) else value


def _design(examples: Sequence[Example]) -> _Design:
    meaning = np.array([item.said.vector for item in examples], dtype=np.float64)
    figures = np.array([look.dense(item.said, item.asked, item.general) for item in examples])
    middle, spread = figures.mean(axis=0), figures.std(axis=0) + 1e-6
    counted = [look.grams(item.said.words) for item in examples]
    known = look.vocabulary(counted)
    wordings = np.array([look.wording(counts, known) for counts in counted])
    means = (meaning.mean(axis=0), middle, wordings.mean(axis=0))
    centred = (
        meaning - means[0],
        np.clip((figures - middle) / spread, -CLIP, CLIP),
        wordings - means[2],
    )
    scales = [float(np.sqrt((block**2).sum(axis=1).mean())) or 1.0 for block in centred]
    first, second, third = (block / s for block, s in zip(centred, scales, strict=True))
    return _Design((first, second, third), means, (scales[0], scales[1], scales[2]), spread, known)


def _press(kernel: Array, worth: Array, penalty: float) -> float:
    """The mean squared leave-one-out error of a penalty, in closed form."""
    n = len(worth)
    hat = kernel @ np.linalg.inv(kernel + penalty * np.eye(n))
    left = (worth - worth.mean() - hat @ (worth - worth.mean())) / (1 - np.diag(hat) - 1 / n)
    return float((left**2).mean())

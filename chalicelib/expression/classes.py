"""Which expression a face shows: our own linear head on two networks of others.

Alone, neither an expression network trained elsewhere nor the inner values of the landmark network
tell ordinary faces well enough; together, weighed by a head trained on photos, they do. The card
beside the head has the figures, of people that the head never saw.
"""

import io
import math
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from chalicelib.expression.mesh import Mesh, cut
from chalicelib.expression.reading import Emotion, Group
from chalicelib.foundation import inference

if TYPE_CHECKING:
    from PIL.Image import Image

    Floats = np.ndarray[Any, np.dtype[np.float32]]

NETWORK, HEAD = "face_expression", "expression_head"
SIDE = 112
#: The network's own crop is this much larger than the face is high.
MARGIN = 1.25
FACE_POINTS = 468
GROUPS = {
    Emotion.NEUTRAL: Group.NEUTRAL,
    Emotion.HAPPY: Group.HAPPY,
    Emotion.SURPRISED: Group.SURPRISE,
}


@dataclass(frozen=True)
class Shown:
    """Probabilities 0-1: `four` by `Group` and `smile` are weighed by a power (0.6) of how often
    ordinary photos show each class; `seven` by `Emotion`, raw scores, by its fourth root.
    """

    seven: dict[str, float]
    four: dict[str, float]
    smile: float


def classify(image: "Image", mesh: Mesh, moved: dict[str, float]) -> Shown:
    """What a face shows.

    Parameters
    ----------
    image, mesh, moved : the picture, its face and the 52 movements of `mesh.movements`.
    """
    return judge(features(image, mesh, moved))


def features(image: "Image", mesh: Mesh, moved: dict[str, float]) -> "Floats":
    """The 948 values that the head reads: of the points' network, of the expression network, and
    the movements.
    """
    given = {"input": crop(image, mesh)[None]}
    of_network = inference.session(NETWORK).run(["features"], given)[0][0]
    return np.concatenate([mesh.inner, of_network, np.array(list(moved.values()), np.float32)])


def judge(found: "Floats") -> Shown:
    """What the head makes of the values of `features`."""
    head = _head()
    scaled = (found - head["mean"]) / head["deviation"]
    logits = (scaled @ head["weights"] + head["bias"]).astype(np.float32)
    seven = _softmax(logits + head["prior_seven"])
    weighed = _softmax(logits + head["prior_four"])
    four: dict[str, float] = dict.fromkeys(Group, 0.0)
    for emotion, share in zip(Emotion, weighed.tolist(), strict=True):
        four[GROUPS.get(emotion, Group.NEGATIVE)] += share
    return Shown(dict(zip(Emotion, seven.tolist(), strict=True)), four, four[Group.HAPPY])


def crop(image: "Image", mesh: Mesh) -> Any:
    """The face upright in a square, 112 x 112 x 3."""
    points = mesh.points[:FACE_POINTS, :2]
    eyes = points[263] - points[33]
    turn = math.atan2(float(eyes[1]), float(eyes[0]))
    back = np.array([[math.cos(turn), -math.sin(turn)], [math.sin(turn), math.cos(turn)]])
    level = points @ back
    low, high = level.min(0), level.max(0)
    across, down = (((low + high) / 2) @ back.T).tolist()
    return cut(image, (across, down), MARGIN * float(high[1] - low[1]), turn, SIDE)


def _softmax(logits: "Floats") -> "Floats":
    shares = np.exp(logits - logits.max())
    total: Floats = shares / shares.sum()
    return total


@cache
def _head() -> dict[str, "Floats"]:
    with np.load(io.BytesIO(inference.content(HEAD))) as stored:
        return {name: stored[name] for name in stored.files}

"""The head's golden predictions: the same values give the same shares on every machine."""

import io
import json
from pathlib import Path

import numpy as np
import pytest

from chalicelib.expression import classes
from chalicelib.foundation import inference

HEAD = Path("models/expression_head")
#: Shares may differ in the last digits between processors.
TOLERANCE = 1e-4


def test_the_head_gives_its_golden_predictions() -> None:
    from models.expression_head.train import golden_values

    with np.load(io.BytesIO(inference.content(classes.HEAD))) as head:
        mean, deviation = head["mean"], head["deviation"]
    golden = json.loads((HEAD / "golden.json").read_text())
    assert len(golden) == 4
    for number, expected in enumerate(golden):
        shown = classes.judge(golden_values(mean, deviation, number))
        assert shown.smile == pytest.approx(expected.pop("smile"), abs=TOLERANCE)
        assert shown.seven == pytest.approx(expected, abs=TOLERANCE)
        assert sum(shown.four.values()) == pytest.approx(1, abs=TOLERANCE)

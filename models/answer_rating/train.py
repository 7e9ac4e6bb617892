"""Train the answer rater: `make train-answer-rating DATA=folder`.

Reads the answers written for training beside this file and, if DATA names a folder of rated
answers, those too. Prints cross-validated figures, writes `model.npz`, the marks of the texts it
was trained on, `golden.json`, and the model's line in `models/registry.json`.
"""

import hashlib
import io
import json
import os
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np

from chalicelib.interviewing import encoding, scoring
from chalicelib.interviewing.anchors import DIMENSIONS
from chalicelib.interviewing.ratings import SCORER_VERSION
from chalicelib.interviewing.weights import RaterWeights, read
from models.answer_rating import examples as answers
from models.answer_rating import fitting
from models.answer_rating.examples import Example

HERE = Path(__file__).parent
REGISTRY = HERE.parent / "registry.json"
GOLDEN = 8


def main() -> int:
    """Train on own answers and on DATA's."""
    encoding.KEPT = 200_000
    folder = os.environ.get("DATA")
    known = answers.own_writing() + (answers.load(Path(folder)) if folder else [])
    told = list(answers.usable(known))
    print(f"{len(told)} answers, {sum(item.own for item in told)} of them written for training")
    content = packed(fitting.fit(told), told)
    (HERE / "model.npz").write_bytes(content)
    _golden(told, read(content))
    _register(hashlib.sha256(content).hexdigest())
    print(f"model.npz: {len(content) / 2**20:.2f} MiB")
    return 0


def packed(model: RaterWeights, trained: list[Example]) -> bytes:
    """The weights as an `.npz` file; the same weights give the same bytes."""
    arrays: dict[str, Any] = {item.name: getattr(model, item.name) for item in fields(model)}
    arrays["names"] = np.array(model.names)
    arrays["part_words"] = model.part_words.astype(np.float16)
    arrays["part_vector"] = model.part_vector.astype(np.float16)
    arrays["seen"] = np.array(sorted({item.mark for item in trained}), np.uint32)
    held = io.BytesIO()
    np.savez_compressed(held, **arrays)
    return held.getvalue()


def seen() -> frozenset[int]:
    """The marks of the texts that the shipped model was trained on."""
    with np.load(HERE / "model.npz", allow_pickle=False) as file:
        return frozenset(int(mark) for mark in file["seen"])


def _golden(told: list[Example], model: RaterWeights) -> None:
    """Ratings of a few own answers, to notice when reading changes without training."""
    kept = [item for item in told if item.own and fitting.can_be_rated(item)]
    chosen = kept[:: len(kept) // GOLDEN][:GOLDEN]
    rows = {
        item.example_id: scoring.rate(
            item.text, DIMENSIONS[item.dimension], item.language, model
        ).rating
        for item in chosen
    }
    (HERE / "golden.json").write_text(json.dumps(rows, indent=1) + "\n", "utf-8")


def _register(sha256: str) -> None:
    registry = json.loads(REGISTRY.read_text("utf-8"))
    line = {
        "name": "answer_rating",
        "kind": "linear",
        "version": SCORER_VERSION,
        "code": "chalicelib/interviewing/scoring.py",
        "card": "models/answer_rating/card.md",
        "file": "answer_rating/model.npz",
        "sha256": sha256,
    }
    kept = [line if item["name"] == line["name"] else item for item in registry["models"]]
    REGISTRY.write_text(json.dumps({"models": kept}, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())

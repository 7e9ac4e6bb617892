"""Train the ends of clauses: `make train-clause-ends DATA=folder`.

Learns from typed answers where their marks stood, reading only the words; prints cross-validated
precision and recall of the cuts, cut by question, and writes `model.crfsuite` and its registry
line. Texts: those written for the answer rater, and DATA's if it names a folder of answers.
"""

import hashlib
import json
import os
import re
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pycrfsuite
from sklearn.model_selection import GroupKFold

from chalicelib.interviewing import clause_ends
from chalicelib.interviewing.clause_ends import CLAUSE_ENDS_VERSION, END, ON, features, tokens
from models.answer_rating import examples
from models.answer_rating.examples import Example

HERE = Path(__file__).parent
REGISTRY = HERE.parent / "registry.json"
PARAMETERS = {"c1": 0.1, "c2": 0.1, "max_iterations": 120, "feature.minfreq": 2}
FOLDS = 5
_MARK = re.compile(r"[，。！？；：,!?;:…]|\.(?=\s|$)")
#: A text with fewer marks than one in so many tokens was spoken: it teaches nothing.
SPARSE = 25


def main() -> int:
    """Cross-validate, then train on everything."""
    folder = os.environ.get("DATA")
    known = examples.own_writing() + (examples.load(Path(folder)) if folder else [])
    told = [item for item in known if _marked(item)]
    print(f"{len(told)} typed answers of {len(known)}")
    _cross_validate(told)
    target = HERE / "model.crfsuite"
    _train(told, target)
    _register(target)
    print(f"{target.name}: {target.stat().st_size / 2**20:.2f} MiB")
    return 0


def labelled(text: str) -> tuple[list[str], list[str]]:
    """The tokens of a text, and for each whether a mark stood right behind it."""
    found = tokens(text)
    tags = [
        END if _MARK.search(text[match.end() : after.start()]) else ON
        for match, after in pairwise(found)
    ]
    return [match.group() for match in found], [*tags, ON][: len(found)]


def _marked(item: Example) -> bool:
    found = tokens(item.text)
    return len(_MARK.findall(item.text)) * SPARSE > len(found) > 0


def _train(told: Sequence[Example], target: Path) -> None:
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(PARAMETERS)
    for item in told:
        words, tags = labelled(item.text)
        trainer.append(features(words), tags)
    trainer.train(str(target))


def _cross_validate(told: Sequence[Example]) -> None:
    right = {"zh": [0, 0, 0], "en": [0, 0, 0]}
    groups = [item.question for item in told]
    held = HERE / "fold.crfsuite"
    for train, test in GroupKFold(FOLDS).split(told, groups=groups):
        _train([told[n] for n in train], held)
        tagger = pycrfsuite.Tagger()
        tagger.open(str(held))
        for item in (told[n] for n in test):
            words, tags = labelled(item.text)
            tagger.set(features(words))
            cut = [tagger.marginal(END, n) >= clause_ends.LIKELY for n in range(len(words))]
            stood = [tag == END for tag in tags]
            counts = right[item.language]
            counts[0] += sum(a and b for a, b in zip(cut, stood, strict=True))
            counts[1] += sum(cut)
            counts[2] += sum(stood)
    held.unlink(missing_ok=True)
    for language, (both, cut_count, marks) in right.items():
        print(f"{language}: precision {both / cut_count:.3f} (n {cut_count}), "
              f"recall {both / marks:.3f} (n {marks})")  # fmt: skip


def _register(target: Path) -> None:
    registry = json.loads(REGISTRY.read_text("utf-8"))
    line = {
        "name": clause_ends.MODEL,
        "kind": "crf",
        "version": CLAUSE_ENDS_VERSION,
        "code": "chalicelib/interviewing/clause_ends.py",
        "card": "models/clause_ends/card.md",
        "file": "clause_ends/model.crfsuite",
        "sha256": hashlib.sha256(target.read_bytes()).hexdigest(),
    }
    others = [item for item in registry["models"] if item["name"] != line["name"]]
    REGISTRY.write_text(json.dumps({"models": [*others, line]}, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())

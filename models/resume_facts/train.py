"""Train the résumé tagger: `make train-resume-facts`, or `python -m models.resume_facts.train`.

A linear-chain CRF over tokens of résumé lines, trained on our own generated résumés alone
(`infra.resume_samples.varied`, the training half of its vocabulary), as the product's own reader
reads them. `--resumener FOLDER` runs the same recipe on the ResumeNER sentences and prints
exact-span F1 on its dev file: a benchmark, whose weights are never kept.
"""

import argparse
import hashlib
import json
import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from chalicelib.screening import reading
from chalicelib.screening.document import Line
from chalicelib.screening.resume import READER_VERSION, sections
from chalicelib.screening.resume.features import Place, features_of, places
from chalicelib.screening.resume.sections import Passage
from chalicelib.screening.resume.tagger import TAGS, Tagged, spans, worth_tagging
from chalicelib.screening.resume.tokens import Token

ROOT = Path(__file__).parent
SEED, COUNT = 20_260, 5_000
#: Of the lines that hold no value at all only this share is kept: they outnumber the rest.
KEEP_EMPTY = 0.35
#: In this share of résumés the lines stand in random sections: headings will be misunderstood.
FORGET_SECTIONS = 0.08
SECTIONS = ("header", "work", "education", "skills", "summary", "other", "project", "certificates")
PARAMETERS = {
    "c1": 0.15,
    "c2": 0.02,
    "max_iterations": 90,
    "feature.minfreq": 4,
    "feature.possible_transitions": True,
}
Marks = list[tuple[str, bool]]  # a tag and whether it begins, for each squeezed character
Sequence_ = tuple[list[list[str]], list[str]]
_NER = {"NAME": "NAME", "ORG": "EMPLOYER", "TITLE": "TITLE", "EDU": "DEGREE", "PRO": "MAJOR"}


def squeeze(text: str) -> str:
    """A text without blanks and signs that only lay it out."""
    return re.sub(r"[\W_]+", "", text).lower()


def marks_of(marked: Any) -> tuple[str, Marks]:
    """The squeezed characters of a marked document, each with its tag."""
    characters, tags = [], []
    for line in marked:
        for piece in line:
            kept = squeeze(reading.clean(piece.text))
            known = piece.tag if piece.tag in TAGS else ""
            characters.append(kept)
            tags += [(known, n == 0) for n in range(len(kept))]
    return "".join(characters), tags


def labelled(
    passage: Passage, cut: list[Token], whole: str, tags: Marks, after: int
) -> tuple[list[str], int] | None:
    """Labels of a line's tokens, by finding its characters in the marked document."""
    own = squeeze(passage.line.text[passage.offset :])
    at = whole.find(own, after)
    at = at if at >= 0 else whole.find(own)
    if not own or at < 0:
        return None
    labels, reached, inside = [], at, ""
    for token in cut:
        kept = squeeze(token.text)
        if not kept:
            labels.append(f"I-{inside}" if inside and _goes_on(tags, reached, inside) else "O")
            continue
        kind, begins = tags[reached]
        labels.append("O" if not kind else f"{'B' if begins or kind != inside else 'I'}-{kind}")
        inside = kind
        reached += len(kept)
    return labels, reached


def _goes_on(tags: Marks, reached: int, inside: str) -> bool:
    return reached < len(tags) and tags[reached] == (inside, False)


def sequences(count: int, seed: int) -> Iterator[Sequence_]:
    """Token features and labels of generated résumés, line by line."""
    from infra.resume_samples import varied

    choose = random.Random(seed)
    for written in varied.write(seed, count, "train"):
        whole, tags = marks_of(written.marked)
        try:
            lines = reading.read(written.content, written.file_name).lines
        except Exception as problem:
            print(f"left out {written.file_name}: {problem!r}")
            continue
        found = sections.passages(lines)
        if choose.random() < FORGET_SECTIONS:
            found = tuple(replace(p, section=choose.choice(SECTIONS)) for p in found)
        after = 0
        for passage, place in zip(found, places(found), strict=True):
            if not worth_tagging(passage):
                continue
            cut, shown = features_of(passage, place)
            given = labelled(passage, cut, whole, tags, after)
            if given is None:
                continue
            labels, after = given
            if any(label != "O" for label in labels) or choose.random() < KEEP_EMPTY:
                yield shown, labels


def fit(data: Iterator[Sequence_], file: Path, parameters: dict[str, Any]) -> Counter[str]:
    """Fit a CRF and write it to a file; returns how often each label stood."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(parameters)
    seen: Counter[str] = Counter()
    for shown, labels in data:
        trainer.append(shown, labels)
        seen.update(labels)
    trainer.train(str(file))
    return seen


def register(file: Path) -> None:
    """Write the model's line in the registry."""
    path = ROOT.parent / "registry.json"
    registry = json.loads(path.read_text())
    entry = next(item for item in registry["models"] if item["name"] == "resume_facts")
    entry |= {
        "kind": "crf",
        "version": READER_VERSION,
        "file": "resume_facts/model.crfsuite",
        "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
    }
    path.write_text(json.dumps(registry, indent=2, ensure_ascii=False) + "\n")


def resumener(file: Path) -> Iterator[tuple[str, list[Tagged]]]:
    """Sentences of a ResumeNER file with their spans."""
    text, found = "", []
    for row in file.read_text().splitlines():
        if not row.strip():
            if text:
                yield text, found
            text, found = "", []
            continue
        character, label = row.split()
        mark, _, kind = label.partition("-")
        if mark in ("B", "S"):
            found.append(Tagged(kind, len(text), len(text) + 1))
        elif mark in ("M", "E") and found:
            found[-1] = Tagged(kind, found[-1].start, len(text) + 1)
        text += character


def benchmark(folder: Path, scratch: Path) -> None:
    """Train on ResumeNER train, print exact-span F1 on dev."""
    import pycrfsuite

    place = Place(9, 2, dated_above=False, dated_below=False)

    def prepared(name: str) -> Iterator[tuple[list[Token], list[list[str]], list[Tagged]]]:
        for text, found in resumener(folder / name):
            passage = sections.passage("work", Line(1, 1, text))
            cut, shown = features_of(passage, place)
            yield cut, shown, found

    def labels(cut: list[Token], found: list[Tagged]) -> list[str]:
        result = []
        for token in cut:
            span = next((f for f in found if f.start <= token.start < f.end), None)
            result.append(
                "O" if span is None else f"{'B' if span.start == token.start else 'I'}-{span.kind}"
            )
        return result

    parameters = PARAMETERS | {"feature.minfreq": 1, "c1": 0.02, "c2": 0.03, "max_iterations": 120}
    data = ((shown, labels(cut, found)) for cut, shown, found in prepared("train.char.bmes"))
    fit(data, scratch, parameters)
    tagger = pycrfsuite.Tagger()
    tagger.open(str(scratch))
    right = wanted = got = 0
    for cut, shown, found in prepared("dev.char.bmes"):
        mine = set(spans(cut, tagger.tag(shown)))
        right, wanted, got = right + len(mine & set(found)), wanted + len(found), got + len(mine)
    f1 = 2 * right / (wanted + got)
    shown = f"precision {right / got:.4f} recall {right / wanted:.4f} F1 {f1:.4f}"
    print(f"ResumeNER dev, exact spans: {shown}, n = {wanted}")
    print(json.dumps({"bench": "resumener", "figures": {"dev_f1": round(f1, 4), "n": wanted}}))


def main() -> None:
    """Train, or run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--resumener", type=Path)
    options = parser.parse_args()
    begun = time.monotonic()
    if options.resumener:
        scratch = Path("build/resumener.crfsuite")
        scratch.parent.mkdir(exist_ok=True)
        benchmark(options.resumener, scratch)
        return
    file = ROOT / "model.crfsuite"
    seen = fit(sequences(options.count, SEED), file, PARAMETERS)
    register(file)
    size = file.stat().st_size / 2**20
    print(f"{file.name}: {size:.2f} MiB, {time.monotonic() - begun:.0f} s")
    print(", ".join(f"{label} {n:,}" for label, n in sorted(seen.items())))


if __name__ == "__main__":
    main()

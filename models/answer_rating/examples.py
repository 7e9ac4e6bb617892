"""Labelled answers: read, joined, and told a second time without punctuation."""

import json
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from chalicelib.interviewing import clauses, part_features
from chalicelib.interviewing.anchors import DIMENSIONS
from chalicelib.interviewing.clauses import Clause

HERE = Path(__file__).parent
_MARKS = re.compile(r"[，。！？；：、,.!?;:…“”\"()（）]+")
Segment = tuple[str, str]


@dataclass(frozen=True)
class Example:
    """One answer; `rating` 1-5 is the mean of its raters, else what its author meant, or None."""

    example_id: str
    language: str
    mode: str
    dimension: str
    question: str
    segments: tuple[Segment, ...]
    rating: float | None
    raters: tuple[float, ...]
    tags: frozenset[str]
    own: bool

    @property
    def text(self) -> str:
        """The segments joined as they were told."""
        return ("" if self.language == "zh" else " ").join(text for _, text in self.segments)

    @property
    def mark(self) -> int:
        """A number that tells whether this very text was trained on."""
        return zlib.crc32(self.text.encode())

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses of the whole text."""
        return clauses.split(self.text)

    def parts(self) -> tuple[str, ...]:
        """The part of each clause: that of the segment it shares most with."""
        spans, start = [], 0
        for part, text in self.segments:
            spans.append((start, start + len(text), part))
            start += len(text) + (self.language != "zh")
        return tuple(
            max(spans, key=lambda span: min(span[1], item.end) - max(span[0], item.start))[2]
            for item in self.clauses
        )


def load(folder: Path, own: bool = False) -> list[Example]:
    """Every answer of a folder that has `answers-zh.jsonl`, `answers-en.jsonl`, `ratings.json`.

    Raises
    ------
    FileNotFoundError
        The folder holds no answers.
    """
    kept = folder / "ratings.json"
    ratings = json.loads(kept.read_text("utf-8"))["ratings"] if kept.exists() else {}
    files = sorted(folder.glob("answers-*.jsonl"))
    if not files:
        raise FileNotFoundError(f"{folder} holds no answers-*.jsonl")
    lines = [line for file in files for line in file.read_text("utf-8").splitlines() if line]
    return [_example(json.loads(line), ratings, own) for line in lines]


def own_writing() -> list[Example]:
    """The answers written for training, beside this file."""
    return load(HERE, own=True)


def unpunctuated(example: Example) -> Example:
    """The same answer as speech comes: without marks."""
    gap = "" if example.language == "zh" else " "
    told = tuple((part, _MARKS.sub(gap, text)) for part, text in example.segments)
    return replace(example, segments=told)


def usable(examples: Iterable[Example]) -> Iterator[Example]:
    """Those on a known dimension, with words in them."""
    for example in examples:
        if example.dimension in DIMENSIONS and part_features.words(example.text):
            yield example


def _example(
    plain: dict[str, object], ratings: dict[str, dict[str, float | None]], own: bool
) -> Example:
    given = ratings.get(str(plain["id"]))
    raters = tuple(
        float(value) for key in ("r1", "r2") if (value := (given or {}).get(key)) is not None
    )
    meant = float(str(plain["intended_rating"]))
    rating = meant if given is None else (sum(raters) / len(raters) if raters else None)
    segments: list[list[str]] = plain["segments"]  # type: ignore[assignment]
    tags: list[str] = plain.get("tags", [])  # type: ignore[assignment]
    return Example(
        str(plain["id"]),
        str(plain["lang"]),
        str(plain.get("mode", "typed")),
        str(plain["dimension"]),
        str(plain.get("question", "")),
        tuple((part, text) for part, text in segments),
        rating,
        raters,
        frozenset(tags),
        own,
    )

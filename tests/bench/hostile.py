"""Hostile résumé files through the sandbox: how each ends, how long it takes, what it holds.

`python -m tests.bench.hostile` exits with 1 when a promise is broken: a file ends in lines or in
a typed error, in five seconds and 512 MB, the caller lives, and nothing hidden reaches the lines.
"""

import os
import sys
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from chalicelib.foundation.messages import MESSAGES
from chalicelib.screening.document import Document
from chalicelib.screening.reading import sandbox
from chalicelib.screening.reading.unreadable import ResumeUnreadable
from infra.resume_samples.hostile import Hostile, corpus
from tests.bench.tables import figures, table

SEED = 4_022
LEAST_FILES = 320
MOST_MB = 512
MOST_SECONDS = 5.0 + sandbox.SLACK_SECONDS


@dataclass(frozen=True)
class Outcome:
    """How one file ended; broken lists the promises it broke."""

    category: str
    file_name: str
    state: str
    seconds: float
    peak_mb: float
    broken: tuple[str, ...]


@dataclass
class Watch:
    """Notes the peak memory of each reading process, as the server tells it."""

    peak_mb: float = 0.0
    _ask: object = field(default=None)

    def __enter__(self) -> "Watch":
        self._ask = sandbox.ending_of

        def noted(content: bytes, name: str, wall_seconds: float) -> sandbox.Ending:
            ending = self._ask(content, name, wall_seconds)  # type: ignore[operator]
            self.peak_mb = ending.peak_kb / 1024
            return ending  # type: ignore[no-any-return]

        sandbox.ending_of = noted
        return self

    def __exit__(self, *_: object) -> None:
        sandbox.ending_of = self._ask  # type: ignore[assignment]


def tried(samples: Iterable[Hostile]) -> list[Outcome]:
    """Read each file safely and judge how it ended."""
    with Watch() as watch:
        return [_tried(sample, watch) for sample in samples]


def _tried(sample: Hostile, watch: Watch) -> Outcome:
    watch.peak_mb, document, broken = 0.0, None, []
    begun = time.perf_counter()
    try:
        document = sandbox.read_safely(sample.content, sample.file_name)
        state = "read, with notices" if document.notices else "read"
    except ResumeUnreadable as problem:
        state = problem.code
        if {f"error.{state}", f"next.{state}"} - MESSAGES.keys():
            broken.append("no sentence")
    except Exception as problem:
        state = type(problem).__name__
        broken.append("untyped")
    seconds, peak_mb = time.perf_counter() - begun, watch.peak_mb
    if seconds > MOST_SECONDS:
        broken.append("too long")
    if peak_mb > MOST_MB:
        broken.append("too much memory")
    broken += _against_twin(sample, document)
    return Outcome(sample.category, sample.file_name, state, seconds, peak_mb, tuple(broken))


def _against_twin(sample: Hostile, document: Document | None) -> list[str]:
    if not sample.twin:
        return []
    if document is None:
        return ["not read"]
    broken = []
    lines = [line.text for line in document.lines]
    if sample.secret and sample.secret in "\n".join(lines):
        broken.append("leaked")
    if lines != [line.text for line in sandbox.read_safely(sample.twin).lines]:
        broken.append("unlike its twin")
    if sample.notice and not document.notices:
        broken.append("not told")
    return broken


def rows_of(outcomes: list[Outcome]) -> list[tuple[object, ...]]:
    """One row a category: n, how its files ended, slowest, largest, broken promises."""
    rows: list[tuple[object, ...]] = []
    for category in dict.fromkeys(o.category for o in outcomes):
        own = [o for o in outcomes if o.category == category]
        states = Counter(o.state.removeprefix("resume-") for o in own).most_common()
        rows.append(
            (
                category,
                len(own),
                f"{max(o.seconds for o in own):.2f}",
                f"{max(o.peak_mb for o in own):.0f}",
                sum(bool(o.broken) for o in own),
                ", ".join(f"{state} {n}" for state, n in states),
            )
        )
    return rows


def main() -> int:
    """Try the whole corpus; 1 when a promise is broken."""
    parent = os.getpid()
    outcomes = tried(corpus(SEED))
    broken = Counter(reason for o in outcomes for reason in o.broken)
    table(
        f"Hostile files (seed {SEED}): 512 MB and 5 s each, in a process of its own",
        ("category", "n", "slowest s", "peak MB", "broken", "how they ended"),
        rows_of(outcomes),
    )
    for outcome in (o for o in outcomes if o.broken):
        print(f"  BROKEN {outcome.category} {outcome.file_name!r}: {', '.join(outcome.broken)}")
    enough = len(outcomes) >= LEAST_FILES
    figures(
        "hostile",
        {
            "files": len(outcomes),
            "untyped": broken["untyped"] + broken["no sentence"],
            "slowest_seconds": round(max(o.seconds for o in outcomes), 2),
            "peak_mb": round(max(o.peak_mb for o in outcomes)),
            "parent_deaths": int(os.getpid() != parent),
            "hidden_leaked": broken["leaked"],
            "unlike_twin": broken["unlike its twin"] + broken["not read"],
            "not_told": broken["not told"],
            "over_limits": broken["too long"] + broken["too much memory"],
            "typed_errors": sum(o.state.startswith("resume-") for o in outcomes),
        },
    )
    return 0 if enough and not broken else 1


if __name__ == "__main__":
    sys.exit(main())

"""Hostile résumé files through the sandbox: how each ends, how long it takes, what it holds.

`python -m tests.bench.hostile` exits with 1 when a promise is broken: a file ends in lines or in
a typed error, its process takes five seconds and 512 MB at most, its caller little of its own and
lives, and nothing hidden reaches the lines.
"""

import os
import sys
import time
import tracemalloc
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace

from chalicelib.foundation.command import system_command
from chalicelib.foundation.messages import MESSAGES
from chalicelib.records.service import Application, OpenFile, Requisition, Upload
from chalicelib.records.tables import Person
from chalicelib.screening import reading
from chalicelib.screening.document import Document
from chalicelib.screening.reading import sandbox
from chalicelib.screening.reading.unreadable import ResumeUnreadable
from chalicelib.screening.service.desk import Arrived, _screened
from infra.resume_samples.hostile import Hostile, corpus
from tests.bench.tables import figures, table

SEED = 4_022
LEAST_FILES = 320
MOST_MB = 512
MOST_SECONDS = 5.0
# A clock wakes its waiter a little late; the server then kills, reaps and answers.
LATE_SECONDS = 0.1
SLACK_SECONDS = sandbox.SLACK_SECONDS
# The caller's own: CPU seconds, and megabytes beside the file itself.
MOST_PARENT_SECONDS = 1.0
MOST_PARENT_MB = 64


@dataclass(frozen=True)
class Cost:
    """What one file took: of its process, of the one that asked, and how long that one waited.

    parent_seconds are CPU seconds, the other two go by the wall; a text has no process.
    """

    child_seconds: float = 0.0
    child_mb: float = 0.0
    seconds: float = 0.0
    parent_seconds: float = 0.0
    parent_mb: float = 0.0


@dataclass(frozen=True)
class Outcome:
    """How one file ended; broken lists the promises it broke."""

    category: str
    file_name: str
    state: str
    cost: Cost
    broken: tuple[str, ...]


@dataclass
class Watch:
    """Notes how each reading process ended, as the server tells it."""

    ending: sandbox.Ending | None = None
    _ask: object = field(default=None)

    def __enter__(self) -> "Watch":
        self._ask = sandbox.ending_of

        def noted(content: bytes, name: str, wall_seconds: float) -> sandbox.Ending:
            self.ending = self._ask(content, name, wall_seconds)  # type: ignore[operator]
            return self.ending  # type: ignore[return-value]

        sandbox.ending_of = noted
        return self

    def __exit__(self, *_: object) -> None:
        sandbox.ending_of = self._ask  # type: ignore[assignment]


def tried(samples: Iterable[Hostile]) -> list[Outcome]:
    """Read each file safely and judge how it ended."""
    with Watch() as watch:
        return [_tried(sample, watch) for sample in samples]


def _tried(sample: Hostile, watch: Watch) -> Outcome:
    watch.ending, document, broken = None, None, []
    begun, begun_cpu = time.perf_counter(), time.process_time()
    cost = Cost()
    try:
        document = sandbox.read_safely(sample.content, sample.file_name)
        cost = _cost(watch, begun, begun_cpu)
        if sample.ends:
            _kept(sample)
        state = "read, with notices" if document.notices else "read"
    except ResumeUnreadable as problem:
        state = problem.code
        if {f"error.{state}", f"next.{state}"} - MESSAGES.keys():
            broken.append("no sentence")
    except Exception as problem:
        state = type(problem).__name__
        broken.append("untyped")
    cost = cost if document else _cost(watch, begun, begun_cpu)
    cost = replace(cost, parent_mb=_parent_mb(sample, in_process=watch.ending is None))
    broken += over_limits(cost) + _against_twin(sample, document)
    if sample.ends not in ("", state):
        broken.append("ended otherwise")
    return Outcome(sample.category, sample.file_name, state, cost, tuple(broken))


def _cost(watch: Watch, begun: float, begun_cpu: float) -> Cost:
    ending = watch.ending or sandbox.Ending(0, 0, b"")
    return Cost(
        ending.seconds,
        ending.peak_kb / 1024,
        time.perf_counter() - begun,
        time.process_time() - begun_cpu,
    )


def _parent_mb(sample: Hostile, *, in_process: bool) -> float:
    """The caller's peak, in a turn of its own: to note every allocation takes time."""
    tracemalloc.start()
    with suppress(ResumeUnreadable):
        reading.kind_of(sample.content)
        if in_process:
            reading.read(sample.content, sample.file_name)
    _, peak_bytes = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak_bytes / 2**20


def _kept(sample: Hostile) -> None:
    """Screen a file as the desk does, short of writing its row."""
    upload = Upload("p", "upload#u", upload_id="u", application_id="a", file_name=sample.file_name)
    application = Application("p", "application#a", application_id="a", requisition_id="r")
    file = OpenFile(upload, application, Person("p", "person"))
    requisition = Requisition("requisition", "r", criteria=[])
    arrived = Arrived(system_command("hostile"), "resumes/a/u")
    _screened(arrived, file, requisition, sample.content)


def over_limits(cost: Cost) -> list[str]:
    """Which limits a cost breaks."""
    limits = {
        "too long": (cost.child_seconds, MOST_SECONDS + LATE_SECONDS),
        "ended late": (cost.seconds, MOST_SECONDS + SLACK_SECONDS),
        "too much memory": (cost.child_mb, MOST_MB),
        "too long for the caller": (cost.parent_seconds, MOST_PARENT_SECONDS),
        "too much memory for the caller": (cost.parent_mb, MOST_PARENT_MB),
    }
    return [name for name, (found, most) in limits.items() if found > most]


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
    """One row a category: n, what its files took at most, broken promises, how they ended."""
    rows: list[tuple[object, ...]] = []
    for category in dict.fromkeys(o.category for o in outcomes):
        own = [o for o in outcomes if o.category == category]
        states = Counter(o.state.removeprefix("resume-") for o in own).most_common()
        rows.append(
            (
                category,
                len(own),
                f"{_most(own, 'child_seconds'):.2f}",
                f"{_most(own, 'child_mb'):.0f}",
                f"{_most(own, 'seconds'):.2f}",
                f"{_most(own, 'parent_seconds'):.2f}",
                f"{_most(own, 'parent_mb'):.1f}",
                sum(bool(o.broken) for o in own),
                ", ".join(f"{state} {n}" for state, n in states),
            )
        )
    return rows


def _most(outcomes: list[Outcome], what: str) -> float:
    return max(float(getattr(o.cost, what)) for o in outcomes)


def main() -> int:
    """Try the whole corpus; 1 when a promise is broken."""
    parent = os.getpid()
    outcomes = tried(corpus(SEED))
    broken = Counter(reason for o in outcomes for reason in o.broken)
    table(
        f"Hostile files (seed {SEED}): 512 MB and 5 s each in its own process; the caller's own",
        ("category", "n", "s", "MB", "waited s", "own CPU s", "own MB", "broken", "how they ended"),
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
            "slowest_seconds": round(_most(outcomes, "child_seconds"), 2),
            "peak_mb": round(_most(outcomes, "child_mb")),
            "longest_wait_seconds": round(_most(outcomes, "seconds"), 2),
            "parent_cpu_seconds": round(_most(outcomes, "parent_seconds"), 2),
            "parent_peak_mb": round(_most(outcomes, "parent_mb"), 1),
            "parent_deaths": int(os.getpid() != parent),
            "hidden_leaked": broken["leaked"],
            "unlike_twin": broken["unlike its twin"] + broken["not read"],
            "ended_otherwise": broken["ended otherwise"],
            "not_told": broken["not told"],
            "over_limits": sum(bool(over_limits(o.cost)) for o in outcomes),
            "typed_errors": sum(o.state.startswith("resume-") for o in outcomes),
        },
    )
    return 0 if enough and not broken else 1


if __name__ == "__main__":
    sys.exit(main())

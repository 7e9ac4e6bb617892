"""Peers that read résumés, on the same files in the same run.

A field of a file counts once: right where a stated value is among those given. That is lenient to
peers that give one telephone number or the highest degree only, and ours is counted the same way.
"""

import json
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from chalicelib.screening import reading
from chalicelib.screening.reading.unreadable import ResumeUnreadable
from chalicelib.screening.resume import READER_VERSION, read_facts
from tests.bench.peer_runner import LIMIT, PEERS, Peer
from tests.bench.resume_sets import Case
from tests.bench.resume_truth import Tally, degree_level, found, phone, squeeze, stated
from tests.bench.tables import table

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = ROOT / ".venv-peers"
FIELDS = ("name", "phone", "email", "school", "degree")
#: Files a peer is given at most, shared out among the formats that it reads.
MOST = 150
SHORTEST_PHONE = 7
Values = dict[str, list[str]]


class PeerBroken(Exception):
    """A peer does not start; the text is its last word."""


@dataclass
class Read:
    """What one reader found in one file; no values where it failed."""

    values: Values = field(default_factory=dict)
    seconds: float = 0.0
    failed: bool = False


def compare_on(cases: list[Case]) -> None:
    """Read the files with each peer and print their figures beside ours.

    Where the peers are not installed, or one does not start, a line says so.
    """
    if not (ENVIRONMENT / ".ready").exists():
        print("\nNo peers to compare with: `make peers` installs them.")
        return
    rows: list[tuple[object, ...]] = []
    for peer in PEERS:
        try:
            rows += _rows(peer, choose(cases, peer.formats))
        except PeerBroken as problem:
            print(f"\n{peer.package} does not start: {problem}")
    head = ("reader", "formats", "language", "n", "failed", *(f"{f} F1" for f in FIELDS), "ms/file")
    table("Peers, and ours on the same files; a field counts once a file", head, rows)


def _rows(peer: Peer, cases: list[Case]) -> Iterator[tuple[object, ...]]:
    theirs = run(peer, cases)
    ours = [_own(case) for case in cases]
    for language in sorted({case.language for case in cases}):
        pick = [n for n, case in enumerate(cases) if case.language == language]
        files = [cases[n] for n in pick]
        for name, reads in ((f"{peer.package} {version(peer)}", theirs), (READER_VERSION, ours)):
            group = (name, " ".join(peer.formats), language)
            yield _row(group, files, [reads[n] for n in pick])


def choose(cases: Iterable[Case], formats: tuple[str, ...]) -> list[Case]:
    """The first files of each format that a peer reads, MOST in all."""
    each = MOST // len(formats)
    return [c for form in formats for c in [c for c in cases if c.format == form][:each]]


def version(peer: Peer) -> str:
    """The pinned version."""
    pins = (ROOT / "requirements-peers.txt").read_text(encoding="utf-8").splitlines()
    return next(pin.split("==")[1] for pin in pins if pin.startswith(f"{peer.package}=="))


def run(peer: Peer, cases: list[Case]) -> list[Read]:
    """Give a peer the files under neutral names; one on which its process dies counts as failed."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{n:04}.{case.format}" for n, case in enumerate(cases)]
        for path, case in zip(paths, cases, strict=True):
            path.write_bytes(case.content)
        answers: dict[str, Read] = {}
        while left := [path for path in paths if path.name not in answers]:
            for line in _child(peer, folder, len(left)):
                answers[line["file"]] = _answer(line)
            died = next((path for path in left if path.name not in answers), None)
            if died:
                answers[died.name] = Read(failed=True)
            for path in left:
                if path.name in answers:
                    path.unlink()
    return [answers[path.name] for path in paths]


def _child(peer: Peer, folder: str, files: int) -> list[dict[str, Any]]:
    runner = [ENVIRONMENT / "bin" / "python", Path(__file__).with_name("peer_runner.py")]
    try:
        done = subprocess.run(
            [*runner, folder, peer.package],
            capture_output=True,
            timeout=60 + LIMIT * files,
            check=False,
        )
        printed = done.stdout
        if done.returncode > 0:
            raise PeerBroken((done.stderr.decode(errors="replace").splitlines() or ["?"])[-1])
    except subprocess.TimeoutExpired as slow:
        printed = slow.stdout or b""
    return [json.loads(line) for line in printed.splitlines() if line.endswith(b"}")]


def _answer(line: dict[str, Any]) -> Read:
    values = {name: line[name] for name in FIELDS if name in line}
    compared = {
        "name": squeeze,
        "phone": phone,
        "email": str.lower,
        "school": squeeze,
        "degree": degree_level,
    }
    return Read(
        {name: [compared[name](v) for v in given] for name, given in values.items()},
        line["seconds"],
        bool(line["failed"]),
    )


def _own(case: Case) -> Read:
    said = case.truth.get("as_of")
    today = date.fromisoformat(str(said)) if said else date.today()  # noqa: DTZ011
    begun = time.perf_counter()
    try:
        facts = read_facts(reading.read(case.content, case.name).lines, today=today)
    except ResumeUnreadable:
        return Read(seconds=time.perf_counter() - begun, failed=True)
    seconds = time.perf_counter() - begun
    return Read({name: found(facts)[name] for name in FIELDS}, seconds)


def _row(group: tuple[str, ...], cases: list[Case], reads: list[Read]) -> tuple[object, ...]:
    # A field that a reader never gives is not asked of it.
    given = {name for read in reads for name in read.values}
    scores = (f"{_score(f, cases, reads).f1:.3f}" if f in given else "-" for f in FIELDS)
    failed = sum(read.failed for read in reads)
    speed = f"{sum(read.seconds for read in reads) / len(reads) * 1000:.1f}"
    return *group, len(cases), failed, *scores, speed


def _score(name: str, cases: list[Case], reads: list[Read]) -> Tally:
    total = Tally()
    for case, read in zip(cases, reads, strict=True):
        truth = stated(case.truth)
        if name in truth:
            total += _once(name, truth[name], read.values.get(name, []))
    return total


def _once(name: str, wanted: list[str], given: list[str]) -> Tally:
    """Count a field once a file."""
    given = [value for value in given if value]
    right = any(_same(name, w, g) for w in wanted for g in given)
    return Tally(int(right), int(bool(given) and not right), int(bool(wanted) and not right))


def _same(name: str, wanted: str, given: str) -> bool:
    """Of two schools one may contain the other; a telephone number may have its country's code."""
    if name == "school":
        return wanted in given or given in wanted
    if name == "phone" and min(len(wanted), len(given)) >= SHORTEST_PHONE:
        return wanted.endswith(given) or given.endswith(wanted)
    return wanted == given

"""`make bench-resumes [DATA=folder]`: right facts, invented ones, and how many an hour.

A folder holds `files/` and `truth.json`. Without one the hand-labelled résumés, our generator's
test vocabulary and, where it is at hand, the shared synthetic set are read.
"""

import os
import resource
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from chalicelib.screening import reading
from chalicelib.screening.document import Document
from chalicelib.screening.facts import ResumeFacts
from chalicelib.screening.resume import READER_VERSION, read_facts
from chalicelib.screening.rules import decide, validate_criteria
from chalicelib.screening.scoring import fit_of
from infra.criteria import CRITERIA
from tests.bench import resume_peers, resume_sets
from tests.bench.resume_invented import invented
from tests.bench.resume_sets import Case
from tests.bench.resume_truth import (
    FIELDS,
    Tally,
    compare,
    denied_right,
    found,
    months_right,
    stated,
)
from tests.bench.tables import figures, table

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "resumes"
TEXT_FORMATS = frozenset(("txt", "md", "html", "htm", "rtf"))
#: Each speed is the best of this many passes over the files: the machine does other work too.
PASSES = 3
Tallies = dict[str, Tally]


@dataclass
class Outcome:
    """What reading some files gave."""

    total: Tallies = field(default_factory=lambda: defaultdict(Tally))
    groups: dict[tuple[str, str], Tallies] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(Tally))
    )
    refused: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)

    def add(self, case: Case, counts: Tallies) -> None:
        """Count one file, in all and by its format and language."""
        for name, tally in counts.items():
            self.total[name] += tally
            for group in (("format", case.format), ("language", case.language)):
                self.groups[group][name] += tally


def main() -> None:
    """Measure one folder, or the sets that are at hand."""
    given = os.environ.get("DATA", "")
    if given:
        measure(f"Files of {Path(given).name}", list(resume_sets.folder(Path(given))))
        return
    measure("Generated, test vocabulary", list(resume_sets.generated()))
    if SHARED.is_dir():
        measure("Shared synthetic set", list(resume_sets.folder(SHARED)))
    measure("Hand-labelled, seen while mending", list(resume_sets.labelled(resume_sets.SEEN)))
    measure("Hand-labelled, for testing alone", list(resume_sets.labelled(resume_sets.KEPT)))


def measure(title: str, cases: list[Case]) -> None:
    """Read the files of a set and print what was right, how fast, and how peers did."""
    outcome = Outcome()
    for case in cases:
        outcome.add(case, _counts(case, outcome))
    _print_fields(title, outcome, len(cases))
    speed, text_speed, ratio = _speeds(cases)
    resume_peers.compare_on(cases)
    total = outcome.total
    figures(
        "resumes",
        {f"{name}_f1": round(total[name].f1, 4) for name in FIELDS if name in total}
        | {
            "months_within_1": round(total["months"].recall, 4),
            "denied_f1": round(total["denied"].f1, 4),
            "invented": len(outcome.invented),
            "refused": len(outcome.refused),
            "files": len(cases),
            "resumes_per_second_per_core": round(speed, 1),
            "text_resumes_per_second_per_core": round(text_speed, 1),
            "ratio_to_bare_extraction": round(ratio, 2),
            "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
            "reader": READER_VERSION,
        },
    )


def _counts(case: Case, outcome: Outcome) -> Tallies:
    truth = stated(case.truth)
    try:
        document, facts = _read(case)
    except Exception as problem:  # a fault of ours on one file must not hide the other figures
        reason = getattr(problem, "code", type(problem).__name__)
        outcome.refused.append(f"{case.name}: {reason}")
        return {name: Tally(0, 0, len(values)) for name, values in truth.items()}
    outcome.invented += [
        f"{case.name}: {what}" for what in invented(facts, document.lines, _as_of(case))
    ]
    counts = compare(truth, found(facts)) | {"months": months_right(case.truth, facts)}
    if case.truth.get("negated_skills") is not None:
        counts["denied"] = denied_right(case.truth, facts)
    return counts


def _read(case: Case) -> tuple[Document, ResumeFacts]:
    document = reading.read(case.content, case.name)
    return document, read_facts(document.lines, today=_as_of(case))


def _as_of(case: Case) -> date:
    said = case.truth.get("as_of")
    return date.fromisoformat(str(said)) if said else date.today()  # noqa: DTZ011


def _print_fields(title: str, outcome: Outcome, files: int) -> None:
    head = ("field", "precision", "recall", "F1 (95 % interval)", "n")
    rows = [
        _row(name, outcome.total[name])
        for name in (*FIELDS, "months", "denied")
        if outcome.total[name].n
    ]
    table(f"{title}: {files} files, reader {READER_VERSION}", head, rows)
    for kind in ("format", "language"):
        names = sorted(name for group, name in outcome.groups if group == kind)
        shown = [name for name in (*FIELDS, "months") if outcome.total[name].n]
        table(
            f"F1 by {kind}",
            (kind, *shown),
            [(name, *(_short(outcome.groups[kind, name][f]) for f in shown)) for name in names],
        )
    table(
        "Refused, and facts that no line supports",
        ("what", "n", "which"),
        [
            ("refused", len(outcome.refused), "; ".join(outcome.refused[:4])),
            ("invented", len(outcome.invented), "; ".join(outcome.invented[:4])),
        ],
    )


def _row(name: str, tally: Tally) -> tuple[object, ...]:
    low, high = tally.interval()
    shown = f"{tally.f1:.3f} ({low:.3f}–{high:.3f})"
    return name, f"{tally.precision:.3f}", f"{tally.recall:.3f}", shown, tally.n


def _short(tally: Tally) -> str:
    return f"{tally.f1:.3f} n={tally.n}" if tally.n or tally.extra else "-"


def _speeds(cases: list[Case]) -> tuple[float, float, float]:
    """Files a second of one core: all, text formats; and how much longer than bare extraction."""
    rows, rates = [], {}
    texts = [case for case in cases if case.format in TEXT_FORMATS]
    for name, chosen in (("all formats", cases), ("text formats", texts)):
        bare = min(_seconds(_bare(chosen)) for _ in range(PASSES))
        whole = min(_seconds(_whole(chosen)) for _ in range(PASSES))
        rates[name] = (len(chosen) / whole if whole else 0.0, whole / bare if bare else 0.0)
        rows.append((name, len(chosen), f"{len(chosen) / bare:.0f}", f"{rates[name][0]:.0f}",
                     f"{rates[name][0] * 3600:,.0f}", f"{rates[name][1]:.2f}"))  # fmt: skip
    head = (
        "speed of one core, in process",
        "n",
        "bare extraction/s",
        "facts, criteria, fit/s",
        "an hour",
        "ratio",
    )
    table(f"Best of {PASSES} passes, processor time", head, rows)
    return rates["all formats"][0], rates["text formats"][0], rates["all formats"][1]


def _seconds(work: Iterable[object]) -> float:
    begun = time.process_time()
    for _ in work:
        pass
    return time.process_time() - begun


def _bare(cases: list[Case]) -> Iterator[object]:
    for case in cases:
        try:
            yield reading.read(case.content, case.name)
        except Exception:  # noqa: S112 - counted above
            continue


def _whole(cases: list[Case]) -> Iterator[object]:
    wanted = [validate_criteria(rows) for rows in CRITERIA.values()]
    for number, case in enumerate(cases):
        try:
            _, facts = _read(case)
        except Exception:  # noqa: S112 - counted above
            continue
        criteria = wanted[number % len(wanted)]
        yield fit_of(criteria, decide(criteria, facts.qualifications))


if __name__ == "__main__":
    main()

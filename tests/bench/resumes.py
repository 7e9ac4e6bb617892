"""Résumé reading and screening: right facts, and how many an hour beside bare text extraction."""

import resource
import time
from collections import Counter
from datetime import date

from chalicelib.foundation.values import dump
from chalicelib.screening import reading
from chalicelib.screening.facts import Degree
from chalicelib.screening.resume import read_facts
from chalicelib.screening.rules import decide, validate_criteria
from chalicelib.screening.scoring import fit_of
from infra.criteria import CRITERIA
from infra.resumes import generate
from tests.bench.tables import figures, share, table

SEED, FILES = 4_021, 240
TODAY = date(2027, 1, 1)


def main() -> None:
    """Read generated files whose truth is known."""
    samples = generate(SEED, FILES)
    wanted = {slug: validate_criteria(rows) for slug, rows in CRITERIA.items()}
    right: Counter[str] = Counter()
    invented = 0
    begun = time.process_time()
    for sample in samples:
        reading.read(sample.content, sample.file_name)
    bare = time.process_time() - begun
    begun = time.process_time()
    for sample in samples:
        lines = reading.read(sample.content, sample.file_name).lines
        facts = read_facts(lines, today=TODAY)
        findings = decide(wanted[sample.requisition_slug], facts.qualifications)
        fit_of(wanted[sample.requisition_slug], findings)
        found = dump(facts)
        for field, holds in _right(sample.truth, found).items():
            right[field] += holds
        invented += _invented(found, lines)
    whole = time.process_time() - begun
    rows = [(field, share(count, FILES)) for field, count in sorted(right.items())]
    table(f"Résumé facts, {FILES} generated files (seed {SEED})", ("field", "right"), rows)
    speed = FILES / whole
    table(
        "Speed, one core, in process",
        ("what", "files a second", "an hour"),
        [
            ("text extraction alone", f"{FILES / bare:.0f}", f"{FILES / bare * 3600:,.0f}"),
            ("extraction, facts, criteria, fit", f"{speed:.0f}", f"{speed * 3600:,.0f}"),
        ],
    )
    figures(
        "resumes",
        {f"{field}_right": count / FILES for field, count in right.items()}
        | {
            "n": FILES,
            "invented": invented,
            "resumes_per_second_per_core": round(speed, 1),
            "ratio_to_bare_extraction": round(whole / bare, 2),
            "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        },
    )


def _right(truth: dict[str, object], found: dict[str, object]) -> dict[str, bool]:
    contact = found["contact"]
    held = found["qualifications"]
    assert isinstance(contact, dict)
    assert isinstance(held, dict)
    degrees = [Degree(item["degree"]).name.lower() for item in held["education"] if item["degree"]]
    return {
        "name": (contact["name"] or {}).get("value") == truth["name"],
        "phone": [p["value"] for p in contact["phones"]]
        == ([truth["phone"]] if truth["phone"] else []),
        "email": [e["value"] for e in contact["emails"]] == [truth["email"]],
        "degree": truth["degree"] in degrees,
        "work_entries": len(held["work"]) == len(truth["work"]),  # type: ignore[arg-type]
    }


def _invented(found: object, lines: tuple[reading.Line, ...]) -> int:
    """Facts whose quotation does not stand in the file."""
    texts = {(line.page, line.number): line.text for line in lines}
    if isinstance(found, dict):
        if {"page", "line", "start", "end", "text"} <= found.keys():
            said = texts[found["page"], found["line"]][found["start"] : found["end"]]
            return int(said != found["text"])
        return sum(_invented(value, lines) for value in found.values())
    if isinstance(found, list):
        return sum(_invented(value, lines) for value in found)
    return 0

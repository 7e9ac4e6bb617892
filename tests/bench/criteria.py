"""`make bench-criteria [SHOW=1]`: verdicts of the rules against the hand-labelled pairs."""

import os
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from chalicelib.screening import reading
from chalicelib.screening.criteria import Criterion, Finding, Verdict, validate_criteria
from chalicelib.screening.reading.unreadable import ResumeUnreadable
from chalicelib.screening.resume import READER_VERSION, read_facts
from chalicelib.screening.rules import RULES_VERSION, decide, sought_by
from tests.bench import resume_sets
from tests.bench.tables import figures, share, table

SHOWN, REFUSED = "SHOW", "refused"
LABEL = {"zh": "条件", "en": "criterion"}


@dataclass(frozen=True)
class Pair:
    """One labelled verdict with what the rule found."""

    document: str
    language: str
    criterion: Criterion
    labelled: Verdict
    why: str
    finding: Finding | None

    @property
    def decided(self) -> str:
        """The rule's verdict, or that the file was refused, which agrees with no label."""
        return self.finding.verdict if self.finding else REFUSED

    @property
    def right(self) -> bool:
        """Whether the rule's verdict is the labelled one."""
        return self.decided == self.labelled


def main() -> None:
    """Judge the set that was looked at while mending, then the one that is kept for testing."""
    judge("seen while mending", resume_sets.SEEN)
    judge("for testing alone", resume_sets.KEPT)


def judge(title: str, folder: Path) -> None:
    """Decide every pair of a set; print agreement, confusion and, with SHOW=1, disagreements."""
    documents = resume_sets.documents(folder)
    files = zip(documents, resume_sets.labelled(folder), strict=True)
    pairs = [pair for document, case in files for pair in judged(document, case)]
    _print_agreement(f"{title}: {len(documents)} résumés", pairs)
    confused = Counter((str(pair.labelled), pair.decided) for pair in pairs)
    _print_confusion(confused)
    if os.environ.get(SHOWN):
        _print_disagreements(pairs)
    figures(
        "criteria",
        {
            "set": folder.name,
            "agreement": _agreement(pairs),
            **{
                f"agreement_{language}": _agreement(chosen)
                for language, chosen in _by(pairs, lambda pair: pair.language).items()
            },
            "by_rule": {
                name: _agreement(chosen)
                for name, chosen in _by(pairs, lambda pair: pair.criterion.rule).items()
            },
            "met_as_not_met": confused[Verdict.MET, Verdict.NOT_MET],
            "not_met_as_met": confused[Verdict.NOT_MET, Verdict.MET],
            "pairs": len(pairs),
            "resumes": len(documents),
            "reader": READER_VERSION,
            "rules": RULES_VERSION,
        },
    )


def judged(document: dict[str, Any], case: resume_sets.Case) -> Iterator[Pair]:
    """Read a labelled document from its file and decide each of its criteria."""
    wanted = validate_criteria(
        [
            {
                "criterion_id": str(number),
                "importance": "essential",
                "label": LABEL,
                **labelled["criterion"],
            }
            for number, labelled in enumerate(document["pairs"], start=1)
        ]
    )
    findings = _findings(wanted, case, date.fromisoformat(document["as_of"]))
    for labelled, criterion, finding in zip(document["pairs"], wanted, findings, strict=True):
        verdict = Verdict(labelled["verdict"])
        yield Pair(case.name, case.language, criterion, verdict, labelled["why"], finding)


def _findings(
    wanted: tuple[Criterion, ...], case: resume_sets.Case, today: date
) -> Sequence[Finding | None]:
    try:
        lines = reading.read(case.content, case.name).lines
    except ResumeUnreadable:
        return [None] * len(wanted)
    facts = read_facts(lines, today=today, sought=sought_by(wanted))
    return decide(wanted, facts.qualifications)


def _by(pairs: list[Pair], key: Callable[[Pair], str]) -> dict[str, list[Pair]]:
    groups: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        groups[key(pair)].append(pair)
    return dict(sorted(groups.items()))


def _agreement(pairs: list[Pair]) -> float:
    return round(sum(pair.right for pair in pairs) / len(pairs), 4) if pairs else 0.0


def _print_agreement(title: str, pairs: list[Pair]) -> None:
    groups = {
        "all": pairs,
        **_by(pairs, lambda pair: pair.language),
        **_by(pairs, lambda pair: pair.criterion.rule),
    }
    rows = [(name, share(sum(p.right for p in own), len(own))) for name, own in groups.items()]
    whole = f"Labelled text by text, {title}, reader {READER_VERSION}, {RULES_VERSION}"
    table(whole, ("pairs", "agreement (95 % interval)"), rows)


def _print_confusion(confused: Counter[tuple[str, str]]) -> None:
    ends = (*Verdict, REFUSED)
    rows = [(f"labelled {said}", *(confused[said, end] for end in ends)) for said in Verdict]
    table("Confusion", ("", *(f"decided {end}" for end in ends)), rows)


def _print_disagreements(pairs: list[Pair]) -> None:
    rows = [
        (
            pair.document,
            f"{pair.criterion.rule} {pair.criterion.params}",
            f"{pair.labelled} / {pair.decided}",
            pair.finding.reason["en"] if pair.finding else "",
            pair.why,
        )
        for pair in pairs
        if not pair.right
    ]
    table("Disagreements", ("file", "criterion", "labelled / decided", "reason", "label's"), rows)


if __name__ == "__main__":
    main()

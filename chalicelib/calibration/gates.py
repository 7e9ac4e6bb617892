"""What a change of weights must pass, gate by gate, each with its figure."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from chalicelib.calibration.proposal import (
    LEAST_PROPOSED,
    Evidence,
    NoProposal,
    Proposal,
    Reason,
)
from chalicelib.calibration.validity import LEAK_LIMIT
from chalicelib.foundation import messages

Text2 = dict[str, str]

#: As `confidence.CONFIDENCE`, which only the function that estimates may load.
CONFIDENCE = 0.95


class Verdict(StrEnum):
    """What a gate says; not measured is neither of the others."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_MEASURED = "not-measured"


@dataclass(frozen=True)
class GateResult:
    """One gate: its figure, what was needed, on how many people (None: there is no figure)."""

    key: str
    verdict: Verdict
    figure: float | None
    needed: float | None
    n: int | None
    message: Text2


def gates(
    found: Proposal | NoProposal, fairness: GateResult | None, *, leak_ruled_out: bool
) -> tuple[GateResult, ...]:
    """Every gate in order: number of outcomes, leak, split-half gain, fairness.

    Parameters
    ----------
    found : what the judgement came to.
    fairness : the fairness gate, None where nothing is proposed.
    leak_ruled_out : whether a named person has ruled a leak out on this evidence.

    Returns
    -------
    Those that were reached: where the number of outcomes stops, the others stand as not measured.
    """
    return (
        _number(found.evidence),
        _leak(found.evidence, leak_ruled_out),
        _split_half(found),
        fairness or result("fairness", Verdict.NOT_MEASURED),
    )


def result(  # noqa: PLR0913 - a gate's figures, by keyword
    key: str,
    verdict: Verdict,
    *,
    figure: float | None = None,
    needed: float | None = None,
    n: int | None = None,
    fields: Mapping[str, object] | None = None,
) -> GateResult:
    """A gate's result with its sentence; a field may be in both languages."""
    said = {
        language: messages.say(
            f"gate.{key}.{verdict.value}", language, n=n, needed=needed, **_in(language, fields)
        )
        for language in messages.LANGUAGES
    }
    return GateResult(key, verdict, figure, needed, n, said)


def _in(language: str, fields: Mapping[str, object] | None) -> dict[str, object]:
    return {
        name: value[language] if isinstance(value, dict) else value
        for name, value in (fields or {}).items()
    }


def _number(evidence: Evidence) -> GateResult:
    verdict = Verdict.PASSED if evidence.n >= LEAST_PROPOSED else Verdict.FAILED
    return result("n", verdict, figure=evidence.n, needed=LEAST_PROPOSED, n=evidence.n)


def _leak(evidence: Evidence, ruled_out: bool) -> GateResult:
    known = evidence.validities
    if not known:
        return result("leak", Verdict.NOT_MEASURED, needed=LEAK_LIMIT, n=evidence.n)
    most = max(known, key=lambda each: each.corrected)
    alarm = bool(evidence.alarms) or any(each.alarm for each in known)
    verdict = Verdict.FAILED if alarm and not ruled_out else Verdict.PASSED
    figures = {"r": f"{most.corrected:.2f}", "dimension": most.dimension}
    return result(
        "leak", verdict, figure=most.corrected, needed=LEAK_LIMIT, n=evidence.n, fields=figures
    )


def _split_half(found: Proposal | NoProposal) -> GateResult:
    n = found.evidence.n
    sure = found.gain_probability
    judged = isinstance(found, Proposal) or found.reason is Reason.NOT_CONVINCING
    if sure is None or not judged:
        return result("split-half", Verdict.NOT_MEASURED, needed=CONFIDENCE, n=n)
    verdict = Verdict.PASSED if sure >= CONFIDENCE else Verdict.FAILED
    return result(
        "split-half", verdict, figure=sure, needed=CONFIDENCE, n=n, fields={"chance": f"{sure:.2f}"}
    )

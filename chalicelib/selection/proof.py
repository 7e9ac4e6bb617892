"""A decision's evidence file: what was known, what was proposed, who decided; byte for byte."""

import hmac
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from chalicelib.foundation.errors import Invalid
from chalicelib.foundation.values import canonical, digest, dump, load
from chalicelib.selection.policy import POLICY_VERSION, Case, Recommendation, recommend

SCHEMA = 1
Sign = Callable[[str], str]


class ProofUnreadable(Invalid):
    """These bytes are no decision's evidence file."""

    code = "proof-unreadable"


@dataclass(frozen=True)
class Input:
    """One thing the proposal rested on: its kind, id, the versions that made it, its hash."""

    kind: str
    item_id: str
    versions: dict[str, str]
    sha256: str


@dataclass(frozen=True)
class Decided:
    """A named person's disposition; `decided_at` is ISO text in UTC."""

    outcome: str
    reason: str
    decided_by: str
    decided_at: str
    override: bool


@dataclass(frozen=True)
class Decision:
    """One decision, whole; `case` is None where nobody had been recommended yet."""

    application_id: str
    requisition_id: str
    inputs: tuple[Input, ...]
    case: Case | None
    recommendation: Recommendation | None
    disposition: Decided
    policy_version: str = POLICY_VERSION
    schema: int = SCHEMA


def evidence(decision: Decision) -> bytes:
    """The file's unsigned bytes: canonical JSON, the same for the same decision."""
    return canonical(dump(decision))


def signed(decision: Decision, sign: Sign) -> bytes:
    """The file as it is kept.

    Parameters
    ----------
    sign : a keyed hash of a text, in hex; it is given the SHA-256 of the unsigned bytes.

    Returns
    -------
    bytes
        Canonical JSON of `decision`, its `sha256` and its `signature`.
    """
    plain = dump(decision)
    mark = digest(plain)
    return canonical({"decision": plain, "sha256": mark, "signature": sign(mark)})


def read(file: dict[str, Any]) -> Decision:
    """The decision that a kept file holds.

    Raises
    ------
    ProofUnreadable
    """
    try:
        return load(Decision, file["decision"])
    except (KeyError, TypeError, ValueError) as error:
        raise ProofUnreadable() from error


def holds(file: dict[str, Any], sign: Sign) -> bool:
    """Whether a file is ours, unaltered, and the same policy proposes the same again.

    Parameters
    ----------
    file : the parsed JSON of what `signed` made.
    sign : the keyed hash that signed it.

    Returns
    -------
    bool
        False when a byte of the decision was changed, when the signature is not ours, or when
        the recorded case does not lead to the recorded recommendation.
    """
    mark = digest(file.get("decision"))
    if mark != file.get("sha256"):
        return False
    if not hmac.compare_digest(sign(mark), str(file.get("signature", ""))):
        return False
    decision = read(file)
    return decision.policy_version != POLICY_VERSION or replay(decision) == decision


def replay(decision: Decision) -> Decision:
    """The decision with its recommendation made again from the recorded case."""
    again = recommend(decision.case) if decision.case is not None else None
    return Decision(
        decision.application_id,
        decision.requisition_id,
        decision.inputs,
        decision.case,
        again,
        decision.disposition,
        decision.policy_version,
        decision.schema,
    )

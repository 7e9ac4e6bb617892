"""What a screening rests on: the criteria's version and the versions that read, ruled and weighed.

Written as `criteria/reader/rules/scorer`; a dash stands for what took no part.
"""

from chalicelib.screening.resume import READER_VERSION
from chalicelib.screening.rules import RULES_VERSION
from chalicelib.screening.scoring import SCORER_VERSION

NAMES = ("criteria", "reader", "rules", "scorer")


def current(criteria_version: int) -> str:
    """What a screening of today rests on."""
    return f"{criteria_version}/{READER_VERSION}/{RULES_VERSION}/{SCORER_VERSION}"


def of_refusal() -> str:
    """What a refusal of an unreadable file rests on: the reader alone."""
    return f"-/{READER_VERSION}/-/-"


def changed(basis: str | None, criteria_version: int) -> tuple[str, ...]:
    """Name what has changed since a screening.

    Parameters
    ----------
    basis : what it rests on; None where nothing was screened yet.
    criteria_version : of the requisition now.

    Returns
    -------
    Those of criteria, reader, rules, scorer that are no longer the ones of today; empty when the
    result stands. A result with any of them is stale.
    """
    if basis is None:
        return ()
    pairs = zip(NAMES, basis.split("/"), current(criteria_version).split("/"), strict=True)
    return tuple(name for name, then, now in pairs if then not in ("-", now))


def awaited(basis: str | None, refused: str | None, criteria_version: int) -> bool:
    """Whether a screening again would tell more: stale, and not refused on today's basis already.

    Parameters
    ----------
    basis : what the result rests on; None where nothing was screened yet.
    refused : on what the file was last refused; None where it never was.
    criteria_version : of the requisition now.
    """
    return bool(changed(basis, criteria_version)) and refused != current(criteria_version)

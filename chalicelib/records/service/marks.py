"""Where a contact or a file was met before: shown to a person, never acted upon by itself.

Two people may share a store's line or a mailbox, so a match is a question, not an answer.
"""

from collections.abc import Iterable, Mapping, Sequence

from chalicelib.foundation import crypto
from chalicelib.records.tables import CandidateItem, Mark

FIRST = "first"
#: Digits that tell a number apart, with or without its country code.
TELLING_DIGITS = 10
LEAST_DIGITS = 7
MOST_SHOWN = 20
#: Of a résumé that lists more numbers and addresses than this, the rest is left out.
MOST_KEYS = 4

Met = Mapping[tuple[str, str], Mark]


def contact_keys(phones: Iterable[str], emails: Iterable[str]) -> list[str]:
    """Fingerprints under which a person can be found again: phones first, then e-mails.

    A number counts by its last ten digits, so that +86 or +1 before it makes no difference.
    """
    numbers = ["".join(c for c in phone if c.isdigit()) for phone in phones]
    texts = [digits[-TELLING_DIGITS:] for digits in numbers if len(digits) >= LEAST_DIGITS]
    texts += [email.strip().lower() for email in emails if email.strip()]
    prints = [f"contact#{crypto.fingerprint('contact', text)[:32]}" for text in texts]
    return list(dict.fromkeys(prints))[:MOST_KEYS]


def file_key(requisition_id: str, sha256: str) -> str:
    """Under which the same bytes for the same requisition are found again."""
    return f"file#{requisition_id}#{sha256[:32]}"


def met(wanted: Iterable[tuple[str, str]]) -> Met:
    """Read at once what is known of many (fingerprint, person) pairs: who was first, and they."""
    pairs = list(wanted)
    keys = dict.fromkeys([(key, FIRST) for key, _ in pairs] + pairs)
    rows = Mark.batch_get(list(keys), consistent_read=True) if keys else ()
    return {(row.person_id, row.item_id): row for row in rows}


def others(keys: Iterable[str], person_id: str, known: Met) -> list[Mark]:
    """The first marks of other persons under these fingerprints."""
    found = [known.get((key, FIRST)) for key in keys]
    return [mark for mark in found if mark is not None and mark.person != person_id]


def fresh(
    keys: Sequence[str], person_id: str, known: Met, *, thing: str = "", label: str = ""
) -> list[Mark]:
    """The marks that a person adds, to be committed by the caller.

    Of two who come first at the same moment one meets a StaleRecord and looks again.
    """
    rows = []
    for key in keys:
        first = known.get((key, FIRST))
        if first is None:
            rows.append(Mark(key, FIRST, person=person_id, thing=thing, label=label))
        elif first.person != person_id and (key, person_id) not in known:
            rows.append(Mark(key, person_id, person=person_id, thing=thing, label=label))
    return rows


def holders(keys: Iterable[str]) -> set[str]:
    """Everybody known under any of these fingerprints; of a crowd the first 20."""
    rows: list[CandidateItem] = []
    for key in keys:
        rows += Mark.query(key, limit=MOST_SHOWN + 1)
    return {row.person for row in rows if isinstance(row, Mark)}

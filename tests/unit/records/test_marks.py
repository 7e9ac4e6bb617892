"""Fingerprints of contacts: written in whatever way, the same number is the same number."""

from types import SimpleNamespace
from typing import Any

import pytest

from chalicelib.foundation import crypto
from chalicelib.records.service import marks


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fingerprints that need no secret."""
    monkeypatch.setattr(crypto, "fingerprint", lambda kind, text: f"{kind}:{text}")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("13800001234", "+86 138-0000-1234"),
        ("(415) 555-0123", "+1 415 555 0123"),
        ("0086 13800001234", "138 0000 1234"),
    ],
)
def test_a_country_code_or_dashes_make_no_difference(one: str, other: str) -> None:
    assert marks.contact_keys([one], []) == marks.contact_keys([other], [])


def test_an_address_counts_whatever_its_letters_case() -> None:
    assert marks.contact_keys([], ["A@B.com "]) == marks.contact_keys([], ["a@b.com"])


def test_a_number_too_short_to_tell_anybody_apart_is_none() -> None:
    assert marks.contact_keys(["12345", ""], ["", " "]) == []


def mark(key: str, person: str, item: str = marks.FIRST) -> Any:
    return SimpleNamespace(person_id=key, item_id=item, person=person)


def test_the_first_holder_is_told_to_the_second_and_not_to_themselves() -> None:
    known = {("k", marks.FIRST): mark("k", "p1")}
    assert [found.person for found in marks.others(["k", "new"], "p2", known)] == ["p1"]
    assert marks.others(["k"], "p1", known) == []


def test_a_mark_is_added_once() -> None:
    known = {("k", marks.FIRST): mark("k", "p1"), ("k", "p2"): mark("k", "p2", "p2")}
    assert marks.fresh(["k"], "p1", known) == marks.fresh(["k"], "p2", known) == []
    added = marks.fresh(["k", "new"], "p3", known)
    assert [(row.person_id, row.item_id) for row in added] == [("k", "p3"), ("new", marks.FIRST)]

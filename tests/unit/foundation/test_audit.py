"""The audit chain notices every change."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from chalicelib.foundation.audit import GENESIS, Entry, first_break


def a_chain(length: int) -> list[tuple[Entry, str]]:
    chain: list[tuple[Entry, str]] = []
    previous = GENESIS
    for number in range(1, length + 1):
        at = f"2027-01-01T00:00:{number:02d}Z"
        entry = Entry("p", number, "stage.moved", "user-1", at, "c", f"k{number}", {}, previous)
        previous = entry.hash()
        chain.append((entry, previous))
    return chain


def test_an_untouched_chain_holds() -> None:
    assert first_break(a_chain(20)) is None


def test_an_empty_chain_holds() -> None:
    assert first_break([]) is None


@given(st.integers(1, 12), st.sampled_from(["action", "actor_id", "at", "detail"]))
def test_an_edited_entry_is_found_where_it_stands(place: int, field: str) -> None:
    chain = a_chain(12)
    entry, stored = chain[place - 1]
    value = {"n": 1} if field == "detail" else "other"
    chain[place - 1] = (replace(entry, **{field: value}), stored)

    assert place == first_break(chain)


@given(st.integers(1, 11))
def test_a_removed_entry_is_found(place: int) -> None:
    chain = a_chain(12)
    del chain[place - 1]

    assert place == first_break(chain)


@given(st.integers(1, 11))
def test_two_swapped_entries_are_found(place: int) -> None:
    chain = a_chain(12)
    chain[place - 1], chain[place] = chain[place], chain[place - 1]

    assert place == first_break(chain)


def test_an_edit_with_a_fresh_hash_breaks_the_next_entry() -> None:
    chain = a_chain(5)
    forged = replace(chain[1][0], action="stage.kept")
    chain[1] = (forged, forged.hash())

    assert first_break(chain) == 3

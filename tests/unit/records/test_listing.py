"""Pages of a list: cut after the reader's own rows were picked."""

from collections.abc import Iterator

import pytest

from chalicelib.records.service import listing
from chalicelib.records.tables import Application

Rows = list[Application]


def rows(*stores: str) -> Iterator[Application]:
    """Applications in order, one for each store named."""
    return iter(
        [
            Application("p", f"application#{n}", store_id=store, list_sort=f"screened#{n}")
            for n, store in enumerate(stores)
        ]
    )


def ours(row: Application) -> bool:
    return row.store_id == "S1"


def test_a_page_is_full_although_other_stores_rows_lie_between():
    found, more = listing._page(rows("S2", "S1", "S2", "S1", "S1"), "list_sort", 2, ours)
    assert ["screened#1", "screened#3"] == [row.list_sort for row in found]
    assert more == "screened#3"


def test_the_last_page_names_no_next_one():
    assert listing._page(rows("S1", "S1"), "list_sort", 2, ours)[1] == ""
    assert listing._page(rows("S1", "S2"), "list_sort", 2, ours)[1] == ""


def test_a_rare_wish_ends_the_page_early_and_says_where_to_go_on(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(listing, "MOST_LOOKED_AT", 3)
    found, more = listing._page(rows("S2", "S1", "S2", "S2", "S1"), "list_sort", 2, ours)
    assert ["screened#1"] == [row.list_sort for row in found]
    assert more == "screened#2"

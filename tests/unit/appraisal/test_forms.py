"""Rating forms: what counts, and when a figure of anonymous raters may be given out."""

import pytest

from chalicelib.appraisal.forms import (
    ANONYMOUS,
    ITEMS,
    PARTS,
    FormKind,
    FormTooShort,
    FormUnknown,
    check_answers,
    rating_of,
    voice,
)

PEER = FormKind.PEER


def answers(rating: int) -> dict[str, int]:
    return dict.fromkeys(ITEMS[PEER], rating)


def test_what_was_not_judged_is_left_out_of_the_rating():
    given = check_answers(PEER, {"reliability": 5, "cooperation": 3, "sharing": None})

    assert given == {"reliability": 5, "cooperation": 3}
    assert rating_of(given) == 4.0


@pytest.mark.parametrize("wrong", [{"charm": 3}, {"reliability": 0}, {"reliability": True}])
def test_an_answer_that_the_form_does_not_know_is_refused(wrong):
    with pytest.raises(FormUnknown):
        check_answers(PEER, {**answers(3), **wrong})


def test_fewer_than_half_of_the_items_make_no_rating():
    with pytest.raises(FormTooShort):
        check_answers(PEER, {"reliability": 4})


@pytest.mark.parametrize("kind", sorted(ANONYMOUS))
@pytest.mark.parametrize("n", [1, 2])
def test_no_figure_of_fewer_than_three_anonymous_raters(kind, n):
    found = voice(kind, 5, [dict.fromkeys(ITEMS[kind], 4)] * n, locked=True)

    assert (found.points, found.given, found.note) == (None, 0, "too-few-raters")


def test_three_raters_of_a_kind_make_a_figure():
    found = voice(PEER, 4, [answers(3), answers(4), answers(5)], locked=True)

    assert (found.points, found.given, found.note) == (75.0, 3, "")


def test_no_two_versions_of_a_report_tell_a_rater_apart():
    """Before the lock there is neither figure nor count, so nothing to subtract from."""
    seen = [
        voice(PEER, 5, [answers(4)] * n, locked=False) for n in range(6)
    ]  # fmt: skip

    assert len({(each.points, each.given, each.note) for each in seen}) == 1


def test_raters_of_different_kinds_are_never_pooled_to_reach_three():
    found = [voice(kind, 2, [dict.fromkeys(ITEMS[kind], 4)] * 2, locked=True) for kind in ANONYMOUS]

    assert [each.points for each in found] == [None, None, None]


def test_the_self_rating_stands_by_itself():
    assert voice(FormKind.SELF, 1, [dict.fromkeys(ITEMS[FormKind.SELF], 5)], locked=False).points

    assert voice(FormKind.SELF, 1, [], locked=True).note == "not-measured"


def test_the_research_rating_makes_no_part_of_the_pay_appraisal():
    assert FormKind.RESEARCH not in PARTS
    assert set(PARTS) == set(FormKind) - {FormKind.RESEARCH}

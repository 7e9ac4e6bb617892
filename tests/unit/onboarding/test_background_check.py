"""Clear goes on, everything else is looked at by a person, nonsense is refused."""

import pytest

from chalicelib.onboarding.background_check import (
    ReportMalformed,
    Verdict,
    checks_for,
    read_report,
)


def report(outcome="clear", *results):
    items = [{"key": f"item-{n}", "result": r} for n, r in enumerate(results or ("clear",))]
    return {"outcome": outcome, "items": items}


def test_a_report_in_which_all_is_clear_is_clear():
    assert Verdict.CLEAR == read_report(report("clear", "clear", "clear")).verdict


def test_one_item_to_consider_makes_a_clear_report_one_to_consider():
    assert Verdict.CONSIDER == read_report(report("clear", "clear", "consider")).verdict


def test_an_item_the_partner_could_not_find_out_is_looked_at_by_a_person():
    assert Verdict.CONSIDER == read_report(report("clear", "unable")).verdict


def test_a_partner_who_says_consider_is_believed_even_when_all_items_are_clear():
    assert Verdict.CONSIDER == read_report(report("consider", "clear")).verdict


def test_the_partners_words_are_kept():
    item = {"key": "employment", "result": "consider", "note": "dates differ by a month"}
    read = read_report({"outcome": "consider", "items": [item]})
    assert read.items[0].note == "dates differ by a month"


@pytest.mark.parametrize(
    ("where", "malformed"),
    [
        ("report", None),
        ("report", []),
        ("outcome", {"items": [{"key": "a", "result": "clear"}]}),
        ("outcome", {"outcome": "fine", "items": [{"key": "a", "result": "clear"}]}),
        ("outcome", {"outcome": ["clear"], "items": [{"key": "a", "result": "clear"}]}),
        ("items", {"outcome": "clear"}),
        ("items", {"outcome": "clear", "items": []}),
        ("items", {"outcome": "clear", "items": [{"key": "a", "result": "clear"}] * 51}),
        ("items[0]", {"outcome": "clear", "items": ["clear"]}),
        ("items[0].key", {"outcome": "clear", "items": [{"result": "clear"}]}),
        ("items[0].result", {"outcome": "clear", "items": [{"key": "a", "result": "ok"}]}),
        (
            "items[0].note",
            {"outcome": "clear", "items": [{"key": "a", "result": "clear", "note": "x" * 1001}]},
        ),
    ],
)
def test_a_malformed_report_is_refused_with_the_field_named(where, malformed):
    with pytest.raises(ReportMalformed) as refused:
        read_report(malformed)
    assert where == refused.value.detail["where"]


@pytest.mark.parametrize("family", ["retail-sales", "software-python", "marketing", "unheard-of"])
def test_every_check_is_named_in_both_languages_with_what_to_bring(family):
    checks = checks_for(family)
    assert len({check.key for check in checks}) == len(checks) >= 3
    for check in checks:
        assert all(check.name[language] and check.bring[language] for language in ("zh", "en"))


def test_a_shop_asks_for_the_health_certificate_and_a_software_house_does_not():
    assert "health-certificate" in {check.key for check in checks_for("retail-sales")}
    assert "health-certificate" not in {check.key for check in checks_for("software-python")}

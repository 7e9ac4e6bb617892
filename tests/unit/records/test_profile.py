"""One page on a person, as far as the reader may see."""

from chalicelib.foundation.access import Fields
from chalicelib.records.profile import assemble

ITEMS = [
    {"kind": "person", "name": "林静", "phone": "13800000000", "contact_keys": ["x"]},
    {"kind": "application", "stage": "interviewed", "composite": 81.5, "list_key": "x"},
    {"kind": "scorecard", "composite": 81.5},
    {"kind": "protected", "attributes": {"gender": "f"}},
    {"kind": "a-kind-nobody-listed", "secret": 1},
]


def page(*seen: Fields) -> dict[str, list[dict[str, object]]]:
    return assemble("p", ITEMS, lambda fields: fields in seen).sections


def test_a_reader_of_everything_sees_all_listed_kinds_without_the_plumbing() -> None:
    shown = page(*Fields)

    assert {"person", "application", "scorecard"} == shown.keys()
    assert "contact_keys" not in shown["person"][0]
    assert "list_key" not in shown["application"][0]


def test_without_the_right_to_scores_neither_scorecard_nor_composite_is_shown() -> None:
    shown = page(Fields.BASIC)

    assert "scorecard" not in shown
    assert "composite" not in shown["application"][0]


def test_without_the_right_to_contacts_the_phone_is_left_out_and_the_name_stays() -> None:
    person = page(Fields.BASIC)["person"][0]

    assert (person["name"], "phone" in person) == ("林静", False)


def test_without_the_right_to_contacts_a_resume_shows_none_either() -> None:
    facts = {"contact": {"phones": ["13800000000"]}, "qualifications": {"work": []}}
    items = [{"kind": "screening", "facts": facts}]

    shown = assemble("p", items, lambda fields: fields is Fields.BASIC).sections["screening"][0]

    assert {"qualifications": {"work": []}} == shown["facts"]


def test_a_kind_that_nobody_listed_is_shown_to_nobody() -> None:
    found = assemble("p", ITEMS, lambda fields: True)

    assert found.hidden == ("a-kind-nobody-listed",)


def test_what_a_person_states_of_themselves_is_neither_shown_nor_told_to_exist() -> None:
    found = assemble("p", ITEMS, lambda fields: True)

    assert "protected" not in {*found.sections, *found.hidden}

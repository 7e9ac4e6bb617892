"""What may be asked about oneself, where; the strictest place decides what, the job's place how."""

import pytest

from chalicelib.foundation.messages import MESSAGES
from chalicelib.records.groups import ATTRIBUTES, DEFAULT, EEO, FORMS, form, strange


def test_in_the_united_states_the_eeo_categories_are_offered():
    asked = form("US", ["US"], "US")

    assert list(asked) == ["gender", "ethnicity", "age_band", "disability"]
    assert asked["ethnicity"] == EEO


def test_in_china_nationality_is_asked_as_majority_and_minority():
    assert form("CN", ["CN"], "CN")["ethnicity"] == ("han", "minority")


@pytest.mark.parametrize(
    "places", [("FR", ["US"], "US"), ("US", ["DE"], "US"), ("US", ["US"], "IT")]
)
def test_one_place_in_the_eea_is_enough_to_ask_neither_ethnicity_nor_health(places):
    assert set(form(*places)) == {"gender", "age_band"}


def test_an_unknown_place_asks_what_may_be_asked_anywhere():
    assert form("", ["US"], "US") == dict(DEFAULT)


def test_the_values_are_those_of_the_place_of_the_latest_job():
    assert form("US", ["US", "CN"], "CN")["ethnicity"] == EEO
    assert form("US", ["CN", "US"], "CN")["ethnicity"] == ("han", "minority")


def test_without_a_job_the_employers_place_counts():
    assert form("CN", [], "CN")["ethnicity"] == ("han", "minority")


def test_what_was_not_asked_or_not_offered_is_strange():
    asked = form("CN", ["CN"], "CN")

    assert strange({"gender": "female"}, asked) == []
    assert strange({}, asked) == []
    assert strange({"gender": "woman", "religion": "none"}, asked) == ["gender", "religion"]


def test_every_attribute_and_value_has_its_words():
    offered = [*FORMS.values(), DEFAULT]
    wanted = {f"groups.attribute.{name}" for name in ATTRIBUTES} | {
        f"groups.value.{name}.{value}"
        for place in offered
        for name, values in place.items()
        for value in values
    }

    assert wanted <= MESSAGES.keys()

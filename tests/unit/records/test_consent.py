"""What may be processed, where."""

import itertools

import pytest

from chalicelib.entrypoints.schemas.candidates import ApplicationTaken
from chalicelib.records.consent import EEA, Purpose, Rule, ruling
from chalicelib.records.countries import COUNTRIES
from chalicelib.records.service import Applicant

ALL = tuple(Purpose)


@pytest.mark.parametrize("country", sorted(EEA))
@pytest.mark.parametrize("place", ["candidate", "job", "employer"])
def test_one_place_in_the_eea_bars_expression_whatever_was_consented(
    country: str, place: str
) -> None:
    places = {"candidate": "CN", "job": "CN", "employer": "CN"} | {place: country}

    decided = ruling(Purpose.EXPRESSION, **places, consents=ALL)

    assert (False, Rule.BARRED, country) == (decided.allowed, decided.rule, decided.jurisdiction)


def test_expression_needs_the_persons_own_separate_consent() -> None:
    home = {"candidate": "CN", "job": "CN", "employer": "CN"}

    assert not ruling(Purpose.EXPRESSION, **home, consents=[Purpose.INTERVIEW]).allowed
    assert ruling(Purpose.EXPRESSION, **home, consents=[Purpose.EXPRESSION]).allowed


@pytest.mark.parametrize("purpose", ALL)
def test_nothing_is_processed_without_consent(purpose: Purpose) -> None:
    for places in itertools.product(["CN", "US", "DE", ""], repeat=3):
        named = dict(zip(("candidate", "job", "employer"), places, strict=True))

        assert not ruling(purpose, **named, consents=[]).allowed


@pytest.mark.parametrize("nowhere", ["", "  "])
def test_expressions_of_somebody_whose_country_is_not_known_are_not_read(nowhere: str) -> None:
    decided = ruling(Purpose.EXPRESSION, candidate=nowhere, job="CN", employer="CN", consents=ALL)
    assert (decided.allowed, decided.reason) == (False, "consent.country-unknown")
    for purpose in set(ALL) - {Purpose.EXPRESSION}:
        assert ruling(purpose, candidate=nowhere, job="CN", employer="CN", consents=ALL).allowed


def test_an_applicant_has_the_country_that_they_gave_and_no_other() -> None:
    assert Applicant().country == ""
    assert ApplicationTaken(requisition_id="REQ-1").country == ""


def test_a_country_code_is_one_that_there_is() -> None:
    assert EEA <= COUNTRIES
    assert not {"UK", "EL", "ZZ", ""} & COUNTRIES
    assert len(COUNTRIES) == 249


def test_an_unknown_country_is_treated_strictly() -> None:
    decided = ruling(Purpose.INTERVIEW, candidate="", job="CN", employer="CN", consents=[])

    assert (decided.rule, decided.jurisdiction) == (Rule.SEPARATE_CONSENT, "")

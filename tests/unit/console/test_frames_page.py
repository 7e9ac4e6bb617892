"""The badge and the figures of frames stand on a page only where law and person allow it."""

from types import SimpleNamespace
from typing import Any

import pytest

from chalicelib.entrypoints.console import frames
from chalicelib.foundation import clock
from chalicelib.foundation.access import Actor, Role
from chalicelib.foundation.messages import LANGUAGES, say
from chalicelib.records.consent import EEA, Purpose, ruling
from tests.unit.console import samples, samples_frames

BOTH = (Purpose.INTERVIEW, Purpose.EXPRESSION)
BADGE = {"zh": "自信度 {n}（实验性）", "en": "Confidence {n} (experimental)"}
#: What each place's law makes of the same interview, with the separate consent and without it.
SNAPSHOT = {
    "CN": ("badge", "consent.missing"),
    "US": ("badge", "consent.missing"),
    "GB": ("badge", "consent.missing"),
    "JP": ("badge", "consent.missing"),
    "": ("consent.country-unknown", "consent.missing"),
} | dict.fromkeys(EEA, ("consent.barred", "consent.barred"))


def shown(
    monkeypatch: pytest.MonkeyPatch, country: str, consents: tuple[Purpose, ...], language: str
) -> tuple[Any, str]:
    """The card and the candidate's page, for an interview held in this country."""
    data = samples.candidate()
    session = data["view"].session | {"person_id": samples.PERSON, "requisition_id": "REQ-1"}
    decided = ruling(
        Purpose.EXPRESSION, candidate=country, job="CN", employer="CN", consents=consents
    )
    monkeypatch.setattr(frames.expression, "of_session", lambda *_: decided)
    monkeypatch.setattr(frames.records, "requisition", lambda _: SimpleNamespace(visual_weight=0))
    monkeypatch.setattr(frames, "shown", lambda _: samples_frames.found(session))
    card = frames.of_session(session, samples.EVERYTHING)
    with clock.fixed(samples.NOW):
        page = samples.frame("candidate.html", language, data | {"frames": card}, here="/x")
    return card, page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("country", sorted(SNAPSHOT))
def test_the_page_of_each_jurisdiction_is_the_one_that_its_law_allows(
    monkeypatch: pytest.MonkeyPatch, country: str, language: str
) -> None:
    for consents, expected in zip((BOTH, BOTH[:1]), SNAPSHOT[country], strict=True):
        card, page = shown(monkeypatch, country, consents, language)
        assert (expected == "badge") is (card.badge is not None)
        assert (expected == "badge") is ('class="chart-svg"' in page)
        if expected == "badge":
            assert BADGE[language].format(n=round(card.badge)) in page
            assert say("expression.experimental", language) in page
        else:
            assert say(expected, language) in page
            assert BADGE[language].split("{")[0] not in page


def test_who_may_not_see_scores_gets_no_card(monkeypatch: pytest.MonkeyPatch) -> None:
    session = samples.candidate()["view"].session
    appraiser = Actor("user-9", frozenset({Role.APPRAISER}), named=True)
    assert frames.of_session(session, appraiser) is None


def test_fewer_than_ten_usable_frames_give_no_figure_and_no_badge() -> None:
    session = samples.candidate()["view"].session
    card = samples_frames.frames(session)
    few = card.answers[2]
    assert (few.figures.measured, few.shares) == (False, ())
    assert card.answers[0].usual
    assert card.badge == pytest.approx(card.answers[1].composites[0].value, abs=0.05)


def test_the_picture_leaves_a_gap_where_nothing_was_measured() -> None:
    card = samples_frames.frames(samples.candidate()["view"].session)
    picture = card.answers[1].picture("en")
    for second in range(12, 20):
        assert f"<title>{second} s not measured</title>" in picture
    assert "<title>11 s smile" in picture
    assert "<title>13 s smile" not in picture

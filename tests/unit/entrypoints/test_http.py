"""What comes in at the door: bodies, forms, versions, ids, places to go to."""

import pytest

from chalicelib.entrypoints import http, wish
from chalicelib.foundation.access import SYSTEM
from chalicelib.foundation.errors import Invalid, NotFound


def test_a_form_nests_by_dots_and_lists_by_brackets() -> None:
    form = http.form_of("title.zh=店员&title.en=Associate&ids[]=a&ids[]=b&n=1".encode())

    assert {"title": {"zh": "店员", "en": "Associate"}, "ids": ["a", "b"], "n": "1"} == form


@pytest.mark.parametrize(
    "raw", [b"a=1&a.b=2", b"\xff\xfe=1", b"&".join(b"f%d=1" % n for n in range(3000))]
)
def test_a_form_that_contradicts_itself_or_swells_is_malformed(raw: bytes) -> None:
    with pytest.raises(http.Malformed):
        http.form_of(raw)


@pytest.mark.parametrize("raw", [b"{", b"\xff", b"[" * 100_000])
def test_a_body_that_is_no_json_is_malformed(raw: bytes) -> None:
    with pytest.raises(http.Malformed):
        http.body_of(raw, "application/json")


def test_half_a_character_in_a_body_is_malformed() -> None:
    payload = {"body": {"name": "\ud800"}}

    with pytest.raises(http.Malformed):
        wish.command("apply", "key", SYSTEM, payload, correlation_id="c")


def test_the_same_key_gives_the_same_command_and_no_key_a_fresh_one() -> None:
    def command(key: str) -> str:
        return wish.command("apply", key, SYSTEM, {}, correlation_id="c").id

    assert command("k") == command("k")
    assert command("") != command("")


def test_a_key_longer_than_allowed_is_refused() -> None:
    with pytest.raises(Invalid):
        wish.command("apply", "k" * 201, SYSTEM, {}, correlation_id="c")


@pytest.mark.parametrize(
    ("header", "version"),
    [('"3"', 3), ('W/"12"', 12), ("²", None), ("9" * 5000, None), ("", None), ("*", None)],
)
def test_only_a_plain_number_is_a_version(header: str, version: int | None) -> None:
    assert version == wish.version({"if-match": header})


@pytest.mark.parametrize("text", ["-x", "", "a b", "a" * 800, "../x", "é"])
def test_an_id_that_none_of_ours_can_look_like_is_not_found(text: str) -> None:
    with pytest.raises(NotFound):
        wish.path({"application_id": text})


@pytest.mark.parametrize("place", ["//evil.example", "/\\evil.example", "https://evil.example", ""])
def test_nobody_is_sent_to_another_site(place: str) -> None:
    assert not http.is_local(place)


def test_a_path_of_ours_is_a_place_to_go_to() -> None:
    assert http.is_local("/candidates?stage=screened")


def test_the_language_is_the_wish_then_the_cookie_then_the_browsers() -> None:
    headers = {"cookie": "hireloop-lang=en", "accept-language": "zh-CN"}

    assert "zh" == wish.language_of(headers, {"lang": "zh"})
    assert "en" == wish.language_of(headers, {})
    assert "en" == wish.language_of({"accept-language": "en-GB"}, {})
    assert "zh" == wish.language_of({"accept-language": "fr"}, {"lang": "xx"})

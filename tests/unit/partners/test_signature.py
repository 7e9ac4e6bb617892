"""Standard Webhooks 1.0, against the published vector and against forgers."""

import pytest

from chalicelib.partners import signature
from chalicelib.partners.signature import WebhookSignature, WebhookTooOld

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
OTHER = "whsec_" + "A" * 32
MESSAGE, TIME, BODY = "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, b'{"test": 2432232314}'
PUBLISHED = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def headers(secrets=(SECRET,), *, message=MESSAGE, time=TIME, body=BODY, **changes):
    return signature.headers(list(secrets), message, time, body) | changes


def verify(given, body=BODY, secrets=(SECRET,), now=TIME):
    return signature.verify(list(secrets), given, body, now)


def test_the_published_vector_comes_out():
    assert PUBLISHED == signature.sign(SECRET, MESSAGE, TIME, BODY)


def test_a_message_signed_by_us_is_ours():
    assert signature.Signed(MESSAGE, TIME) == verify(headers())


def test_a_forged_signature_is_refused():
    with pytest.raises(WebhookSignature):
        verify(headers(secrets=(OTHER,)))


@pytest.mark.parametrize(
    "body", [b'{"test":2432232314}', b'{"test": 2432232315}', b"", BODY + b" "]
)
def test_a_body_altered_by_one_byte_is_refused(body):
    with pytest.raises(WebhookSignature):
        verify(headers(), body=body)


def test_a_message_under_another_id_is_refused():
    with pytest.raises(WebhookSignature):
        verify(headers() | {"webhook-id": "msg_another"})


def test_a_message_with_a_newer_time_than_was_signed_is_refused():
    with pytest.raises(WebhookSignature):
        verify(headers() | {"webhook-timestamp": str(TIME + 1)}, now=TIME + 1)


@pytest.mark.parametrize("now", [TIME + 300, TIME - 300, TIME])
def test_five_minutes_either_way_are_tolerated(now):
    assert MESSAGE == verify(headers(), now=now).message_id


@pytest.mark.parametrize("now", [TIME + 301, TIME - 301])
def test_more_than_five_minutes_either_way_is_too_old(now):
    with pytest.raises(WebhookTooOld):
        verify(headers(), now=now)


def test_an_old_forgery_is_called_a_forgery():
    with pytest.raises(WebhookSignature):
        verify(headers(secrets=(OTHER,)), now=TIME + 10_000)


def test_during_rotation_either_secret_is_accepted():
    assert MESSAGE == verify(headers(secrets=(OTHER,)), secrets=(SECRET, OTHER)).message_id


def test_during_rotation_we_sign_with_both_secrets():
    marks = headers(secrets=(OTHER, SECRET))["webhook-signature"].split(" ")
    assert 2 == len(marks)
    assert PUBLISHED == marks[1]


def test_a_receiver_who_knows_only_the_old_secret_still_accepts():
    assert MESSAGE == verify(headers(secrets=(OTHER, SECRET))).message_id


def test_signatures_of_other_schemes_are_passed_over():
    given = headers()
    given["webhook-signature"] = "v1a,xyz v2,abc " + given["webhook-signature"]
    assert MESSAGE == verify(given).message_id


@pytest.mark.parametrize("name", ["webhook-id", "webhook-timestamp", "webhook-signature"])
def test_a_missing_header_is_refused(name):
    given = headers()
    del given[name]
    with pytest.raises(WebhookSignature):
        verify(given)


@pytest.mark.parametrize(
    "time", ["", "soon", "-5", "1e9", "９９", "1" * 30, f"0{TIME}", f" {TIME}"]
)
def test_a_time_that_is_no_plain_number_is_refused(time):
    with pytest.raises(WebhookSignature):
        verify(headers() | {"webhook-timestamp": time})


def test_an_id_of_unlimited_length_is_refused():
    with pytest.raises(WebhookSignature):
        verify(headers(message="m" * 201))


def test_no_secret_accepts_nothing():
    with pytest.raises(WebhookSignature):
        verify(headers(), secrets=())


def test_signatures_with_strange_characters_are_refused_without_a_crash():
    with pytest.raises(WebhookSignature):
        verify(
            headers() | {"webhook-signature": "v1,签名 \udcff".encode("utf-8", "replace").decode()}
        )


def test_a_new_secret_has_the_published_form():
    secret = signature.secret_of(bytes(range(32)))
    assert secret.startswith("whsec_")
    assert MESSAGE == verify(headers(secrets=(secret,)), secrets=(secret,)).message_id

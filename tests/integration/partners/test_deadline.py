"""A partner that answers drop by drop holds us up for the deadline and no longer."""

import socket
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from chalicelib.foundation.errors import Unavailable
from chalicelib.partners import wire
from chalicelib.partners.wire import Place

DEADLINE_SECONDS = 1.0
ENOUGH = b"HTTP/1.1 202 Accepted\r\nContent-Length: 2\r\n\r\nok"


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[bytes, float], Place]]:
    """A listener that sends these bytes one by one, with this pause before each."""
    monkeypatch.setattr(wire, "TIMEOUT_SECONDS", DEADLINE_SECONDS)
    listener = socket.create_server(("127.0.0.1", 0))

    def talk(said: bytes, pause: float) -> None:
        peer, _ = listener.accept()
        with peer:
            peer.recv(65_536)
            for byte in said:
                time.sleep(pause)
                try:
                    peer.sendall(bytes([byte]))
                except OSError:
                    return

    def start(said: bytes, pause: float) -> Place:
        threading.Thread(target=talk, args=(said, pause), daemon=True).start()
        return Place("localhost", "127.0.0.1", listener.getsockname()[1], "/", False)

    yield start
    listener.close()


def test_an_answer_in_time_is_heard(slow):
    assert 202 == wire.post(slow(ENOUGH, 0.001), {}, b"{}")


@pytest.mark.parametrize(
    "said", [b"HTTP/1.1 202 " + b"x" * 1000, b"HTTP/1.1 202 OK\r\nX: " + b"y" * 1000]
)
def test_an_answer_that_never_ends_is_given_up_at_the_deadline(slow, said):
    began = time.monotonic()
    with pytest.raises(Unavailable):
        wire.post(slow(said, 0.2), {}, b"{}")
    assert time.monotonic() - began < DEADLINE_SECONDS + 0.5


def test_a_body_that_never_ends_is_given_up_at_the_deadline(slow):
    began = time.monotonic()
    said = b"HTTP/1.1 202 OK\r\nContent-Length: 900000\r\n\r\n"
    with pytest.raises(Unavailable):
        wire.post(slow(said + b"z" * 1000, 0.015), {}, b"{}")
    assert time.monotonic() - began < DEADLINE_SECONDS + 0.5


def test_nobody_who_listens_is_given_up(slow):
    place = slow(b"", 0)
    with pytest.raises(Unavailable):
        wire.post(place, {}, b"{}")

"""The way to a partner's address: public addresses over TLS only, no redirects, ten seconds."""

import http.client
import io
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from chalicelib.foundation.errors import Invalid, Unavailable

TIMEOUT_SECONDS = 10
MOST_ANSWER_BYTES = 65_536
ANY = "any"
Resolve = Callable[[str, int], list[str]]


class AddressRefused(Invalid):
    """We do not send to this address; `reason` says why."""

    code = "partner-address-refused"


@dataclass(frozen=True)
class Place:
    """An address that was looked at: the IP is the one that was vetted, not looked up again."""

    host: str
    ip: str
    port: int
    path: str
    tls: bool


def resolve(host: str, port: int) -> list[str]:
    """Every IP address behind a host name. Raises Unavailable."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise Unavailable(reason="name-lookup") from error
    return [str(entry[4][0]) for entry in found]


def check_url(url: str, networks: str) -> tuple[str, int, str, bool]:
    """Host, port, path and whether TLS is used; what can be told without looking up the name.

    Parameters
    ----------
    networks : "public", or "any" for plain HTTP and private addresses (embedded stack).

    Raises
    ------
    AddressRefused
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise AddressRefused(reason="not-an-address") from error
    if parts.scheme not in ("https", "http") or not parts.hostname:
        raise AddressRefused(reason="not-an-address")
    if parts.username is not None or parts.password is not None:
        raise AddressRefused(reason="credentials-in-address")
    tls = parts.scheme == "https"
    if not tls and networks != ANY:
        raise AddressRefused(reason="not-https")
    if any(ord(c) <= 32 or ord(c) == 127 for c in url):
        raise AddressRefused(reason="not-an-address")
    if networks != ANY and _is_ip(parts.hostname) and not is_public(parts.hostname):
        raise AddressRefused(reason="not-public")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return parts.hostname, port or (443 if tls else 80), path, tls


def place(url: str, networks: str, look_up: Resolve = resolve) -> Place:
    """The vetted place behind an address; refused when any of its IPs is not public.

    Raises
    ------
    AddressRefused, Unavailable
    """
    host, port, path, tls = check_url(url, networks)
    ips = look_up(host, port)
    if not ips:
        raise Unavailable(reason="name-lookup")
    if networks != ANY and not all(is_public(ip) for ip in ips):
        raise AddressRefused(reason="not-public")
    return Place(host, ips[0], port, path, tls)


def is_public(ip: str) -> bool:
    """Whether an IP address is one of the open internet, mapped and tunnelled ones unwrapped."""
    address = ipaddress.ip_address(ip.split("%", 1)[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if inner is not None:
            return is_public(str(inner))
        if address in ipaddress.ip_network("64:ff9b::/96") or address.teredo is not None:
            return False
    return address.is_global and not address.is_multicast


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host.split("%", 1)[0])
    except ValueError:
        return False
    return True


def post(to: Place, headers: Mapping[str, str], body: bytes) -> int:
    """Send a body and return the answer's status; a redirect is an answer like any other.

    Raises
    ------
    Unavailable
        No answer within ten seconds from the first byte to the last, or none that is HTTP.
    """
    connection = _Pinned(to)
    try:
        connection.request("POST", to.path, body=body, headers=dict(headers))
        answer = connection.getresponse()
        answer.read(MOST_ANSWER_BYTES)
        return answer.status
    except (OSError, http.client.HTTPException) as error:
        raise Unavailable(reason=type(error).__name__) from error
    finally:
        connection.close()


class _Pinned(http.client.HTTPConnection):
    """Connects to the vetted IP, so that a second name lookup cannot lead elsewhere.

    One deadline holds for everything: a socket's own time-out begins anew with every byte.
    """

    def __init__(self, to: Place) -> None:
        super().__init__(to.host, to.port)
        self.default_port = 443 if to.tls else 80
        self.to, self.ends = to, time.monotonic() + TIMEOUT_SECONDS
        self.response_class = partial(_Answer, left=self.left)  # type: ignore[assignment]

    def left(self) -> float:
        """Seconds until the deadline. Raises TimeoutError."""
        seconds = self.ends - time.monotonic()
        if seconds <= 0:
            raise TimeoutError
        return seconds

    def connect(self) -> None:
        plain = socket.create_connection((self.to.ip, self.to.port), self.left())
        plain.settimeout(self.left())
        if self.to.tls:
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(plain, server_hostname=self.to.host)
        else:
            self.sock = plain

    def send(self, data: Any) -> None:
        if self.sock is None:
            self.connect()
        self.sock.settimeout(self.left())
        super().send(data)


class _Answer(http.client.HTTPResponse):
    """An answer that is read until the deadline and no longer."""

    def __init__(self, sock: socket.socket, *, left: Callable[[], float], method: str) -> None:
        super().__init__(sock, method=method)
        raw = self.fp.detach()
        self.fp = io.BufferedReader(_Timed(raw, sock, left))


class _Timed(io.RawIOBase):
    """Gives every single read the time that is left."""

    def __init__(self, raw: io.RawIOBase, sock: socket.socket, left: Callable[[], float]) -> None:
        self.raw, self.sock, self.left = raw, sock, left

    def readable(self) -> bool:
        return True

    def readinto(self, into: Any) -> int | None:
        self.sock.settimeout(self.left())
        return self.raw.readinto(into)

    def close(self) -> None:
        self.raw.close()
        super().close()

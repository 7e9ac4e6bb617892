"""The front door of the embedded stack: one short address, and API Gateway's own limits.

`/x` goes to the stage's `/x` in the emulator over kept-alive connections; `/mailbox` shows what the
product sent to people. The emulator does not enforce API Gateway's limits, so they are kept here.
"""

import http.client
import json
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

LIMIT_BYTES = 10 * 1024 * 1024
LIMIT_SECONDS = 29.0
_HOP = {"connection", "keep-alive", "transfer-encoding", "te", "trailer", "upgrade", "host"}
_HOP |= {"proxy-authenticate", "proxy-authorization", "content-length", "expect"}
_METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
_PROBLEMS = {
    411: ("Length required", "缺少内容长度", "Send the request with a Content-Length."),
    413: ("Content too large", "内容过大", "A request may hold 10 MB; upload by the signed form."),
    502: ("Bad gateway", "网关错误", "The embedded AWS did not answer properly; try again."),
    504: ("Gateway timeout", "网关超时", "No answer within 29 seconds; ask for the status later."),
}


@dataclass(frozen=True)
class Answer:
    """What goes back to the caller."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes


def problem(status: int) -> Answer:
    """A problem+json answer of the gateway itself."""
    title, title_zh, detail = _PROBLEMS[status]
    body = {"type": "about:blank", "status": status, "title": title, "detail": detail}
    body["title_zh"] = title_zh
    return Answer(
        status,
        [("Content-Type", "application/problem+json"), ("Cache-Control", "no-store")],
        json.dumps(body, ensure_ascii=False).encode(),
    )


class Gateway(ThreadingHTTPServer):
    """Serves 127.0.0.1:`port`, in front of the API at `api_url`."""

    daemon_threads = True
    request_queue_size = 128
    allow_reuse_address = True

    def __init__(self, port: int, api_url: str, mailbox: Callable[[], bytes]) -> None:
        self.api = urlsplit(api_url)
        self.mailbox = mailbox
        self.limit_seconds = LIMIT_SECONDS
        super().__init__(("127.0.0.1", port), _Handler)
        threading.Thread(target=self.serve_forever, name="gateway", daemon=True).start()

    @property
    def url(self) -> str:
        """The address for people."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A caller that went away in the middle is no event."""

    def stop(self) -> None:
        """Serve no more."""
        self.shutdown()
        self.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Gateway
    upstream: http.client.HTTPConnection | None = None
    timeout = 75

    def setup(self) -> None:
        super().setup()
        self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def finish(self) -> None:
        self._drop_upstream()
        super().finish()

    def log_message(self, format: str, *args: Any) -> None:
        """The functions log; the gateway is silent."""

    def serve(self) -> None:
        """Answer one request."""
        length = self.headers.get("Content-Length", "0")
        if "chunked" in self.headers.get("Transfer-Encoding", "") or not length.isdigit():
            return self._refuse(411)
        if int(length) > LIMIT_BYTES:
            return self._refuse(413)
        body = self.rfile.read(int(length))
        if self.path.partition("?")[0] == "/mailbox" and self.command in ("GET", "HEAD"):
            return self._send(Answer(200, _PAGE_HEADERS, self.server.mailbox()))
        return self._send(self._forward(body))

    def _forward(self, body: bytes) -> Answer:
        headers = [(k, v) for k, v in self.headers.items() if k.lower() not in _HOP]
        headers.append(("X-Forwarded-Host", self.headers.get("Host", "")))
        headers.append(("X-Forwarded-For", self.client_address[0]))
        fresh = self.upstream is None
        try:
            return self._ask(headers, body)
        except TimeoutError:
            self._drop_upstream()
            return problem(504)
        except (http.client.HTTPException, OSError):
            self._drop_upstream()
            if fresh:
                return problem(502)
        try:  # the kept connection had been closed at the other end
            return self._ask(headers, body)
        except (http.client.HTTPException, OSError):
            self._drop_upstream()
            return problem(502)

    def _ask(self, headers: list[tuple[str, str]], body: bytes) -> Answer:
        api = self.server.api
        if self.upstream is None:
            limit = self.server.limit_seconds
            self.upstream = http.client.HTTPConnection(api.netloc, timeout=limit)
            self.upstream.connect()
            self.upstream.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        upstream = self.upstream
        upstream.putrequest(self.command, api.path + self.path, skip_accept_encoding=True)
        for name, value in headers:
            upstream.putheader(name, value)
        if body or self.command in ("POST", "PUT", "PATCH"):
            upstream.putheader("Content-Length", str(len(body)))
        upstream.endheaders(body or None)
        response = upstream.getresponse()
        kept = [(k, v) for k, v in response.getheaders() if k.lower() not in _HOP]
        return Answer(response.status, kept, response.read())

    def _send(self, answer: Answer) -> None:
        self.send_response_only(answer.status)
        for name, value in answer.headers:
            self.send_header(name, value)
        if answer.status not in (204, 304):
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if self.command != "HEAD" and answer.status not in (204, 304):
            self.wfile.write(answer.body)

    def _refuse(self, status: int) -> None:
        # The body was not read, so the connection cannot be used again.
        self.close_connection = True
        self._send(problem(status))

    def _drop_upstream(self) -> None:
        if self.upstream is not None:
            self.upstream.close()
            self.upstream = None

    def __getattr__(self, name: str) -> Any:
        if name.removeprefix("do_") in _METHODS and name.startswith("do_"):
            return self.serve
        if name.startswith("do_"):
            return self._not_allowed
        raise AttributeError(name)

    def _not_allowed(self) -> None:
        self.close_connection = True
        self._send(Answer(405, [("Allow", ", ".join(_METHODS))], b""))


_PAGE_HEADERS = [
    ("Content-Type", "text/html; charset=utf-8"),
    ("Cache-Control", "no-store"),
    ("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"),
    ("X-Content-Type-Options", "nosniff"),
]

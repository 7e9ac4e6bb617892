"""The front door keeps API Gateway's limits and changes nothing else."""

import http.client
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from infra.gateway import Gateway


class Upstream(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        if "slow" in self.path:
            time.sleep(1.5)
        body = bytes(range(256)) if "binary" in self.path else self.path.encode()
        self.send_response(200)
        self.send_header("Set-Cookie", "a=1; Path=/")
        self.send_header("Set-Cookie", "b=2; Path=/")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        content = self.rfile.read(int(self.headers["Content-Length"]))
        body = json.dumps([len(content), dict(self.headers)]).encode()
        self.send_response(201)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format, *args):
        """Silence."""


@pytest.fixture(scope="module")
def upstream():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Upstream)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/stage"
    server.shutdown()
    server.server_close()


@pytest.fixture
def gateway(upstream):
    running = Gateway(0, upstream, lambda: b"<h1>Mailbox</h1>")
    yield running
    running.stop()


def ask(gateway, method, path, body=None, headers=None):
    connection = http.client.HTTPConnection("127.0.0.1", gateway.server_address[1], timeout=10)
    connection.request(method, path, body, headers or {})
    response = connection.getresponse()
    content = response.read()
    connection.close()
    return response, content


def test_a_path_reaches_the_stage_with_its_query(gateway):
    _, body = ask(gateway, "GET", "/v1/candidates?stage=passed&q=%E4%BD%A0")
    assert body == b"/stage/v1/candidates?stage=passed&q=%E4%BD%A0"


def test_every_cookie_comes_back(gateway):
    response, _ = ask(gateway, "GET", "/")
    assert [v for k, v in response.getheaders() if k == "Set-Cookie"] == [
        "a=1; Path=/",
        "b=2; Path=/",
    ]


def test_bytes_stay_bytes(gateway):
    _, body = ask(gateway, "GET", "/binary")
    assert body == bytes(range(256))


def test_a_body_arrives_whole_with_its_headers(gateway):
    response, body = ask(gateway, "POST", "/x", b"y" * 300_000, {"Idempotency-Key": "k1"})
    length, headers = json.loads(body)
    assert (response.status, length, headers["Idempotency-Key"]) == (201, 300_000, "k1")


def test_two_requests_share_one_connection(gateway):
    connection = http.client.HTTPConnection("127.0.0.1", gateway.server_address[1], timeout=10)
    for path in ("/one", "/two"):
        connection.request("GET", path)
        assert connection.getresponse().read() == f"/stage{path}".encode()
    connection.close()


def test_more_than_ten_megabytes_are_refused_with_a_problem_in_both_languages(gateway):
    headers = {"Content-Length": str(11 * 2**20), "Expect": "100-continue"}
    response, body = ask(gateway, "POST", "/x", None, headers)
    problem = json.loads(body)
    assert response.status == problem["status"] == 413
    assert response.getheader("Content-Type") == "application/problem+json"
    assert problem["title_zh"] == "内容过大"


def test_a_body_of_unknown_length_is_refused(gateway):
    response, _ = ask(gateway, "POST", "/x", iter([b"abc"]), {"Transfer-Encoding": "chunked"})
    assert response.status == 411


def test_an_answer_that_takes_too_long_is_a_504(gateway):
    gateway.limit_seconds = 0.3
    response, body = ask(gateway, "GET", "/slow")
    assert response.status == json.loads(body)["status"] == 504


def test_a_dead_api_is_a_502():
    running = Gateway(0, "http://127.0.0.1:9/stage", lambda: b"")
    try:
        assert ask(running, "GET", "/")[0].status == 502
    finally:
        running.stop()


def test_a_method_that_api_gateway_does_not_know_is_named_with_those_it_does(gateway):
    response, _ = ask(gateway, "TRACE", "/x")
    assert (response.status, "GET" in response.getheader("Allow")) == (405, True)


def test_the_mailbox_is_shown_and_may_run_no_script(gateway):
    response, body = ask(gateway, "GET", "/mailbox")
    assert body == b"<h1>Mailbox</h1>"
    assert response.getheader("Content-Security-Policy").startswith("default-src 'none'")

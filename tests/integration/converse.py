"""A server that speaks the Converse operation of Amazon Bedrock and says what it is told to say."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Model(ThreadingHTTPServer):
    """Answers POST /model/{id}/converse with what is set, and keeps what it was asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.status, self.reply, self.error = 200, {}, ""
        self.asked: list[dict[str, Any]] = []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def says(self, given: dict[str, Any] | None, stop: str = "tool_use") -> None:
        """Let it hand in a reading, or say something in words where there is none."""
        use = {"toolUse": {"toolUseId": "t", "name": "hand_in_reading", "input": given}}
        content = [use] if given is not None else [{"text": "I would rather not."}]
        self.status, self.error = 200, ""
        self.reply = {
            "output": {"message": {"role": "assistant", "content": content}},
            "stopReason": stop,
            "usage": {"inputTokens": 900, "outputTokens": 90, "totalTokens": 990},
            "metrics": {"latencyMs": 5},
        }

    def fails(self, status: int, error: str) -> None:
        """Let it answer with an error of the service."""
        self.status, self.error, self.reply = status, error, {"message": error}


class Handler(BaseHTTPRequestHandler):
    """One request."""

    server: Model

    def do_POST(self) -> None:
        """Keep the question, give the answer."""
        length = int(self.headers["content-length"])
        self.server.asked.append(json.loads(self.rfile.read(length)))
        body = json.dumps(self.server.reply).encode()
        self.send_response(self.server.status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        if self.server.error:
            self.send_header("x-amzn-errortype", self.server.error)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Quiet."""

"""A small client of the public API, as a partner would write it."""

import time
import uuid
from collections.abc import Callable
from typing import Any

import httpx


class Refused(Exception):
    """The API answered with a problem; the text is its own sentence and next step."""

    def __init__(self, document: dict[str, Any], status: int) -> None:
        self.document = document
        self.status = status
        super().__init__(
            f"{status} {document.get('code')}: {document.get('title')} {document.get('fields', '')}"
            f" [{document.get('correlation_id')}]"
        )


class Api:
    """One caller of the API: a key, a candidate's token, or a signed-in person."""

    def __init__(self, base: str, token: str = "") -> None:
        headers = {"Accept-Language": "en"}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        self.base = base
        self.http = httpx.Client(base_url=base, headers=headers, timeout=35)

    def get(self, path: str, **query: Any) -> Any:
        """Read."""
        return self._answer(self.http.get(path, params=query))

    def post(self, path: str, body: dict[str, Any] | None = None, key: str = "") -> Any:
        """Wish something; the idempotency key makes the wish safe to repeat."""
        return self._wish("POST", path, body, key)

    def put(self, path: str, body: dict[str, Any], key: str = "") -> Any:
        """Set something."""
        return self._wish("PUT", path, body, key)

    def _wish(self, method: str, path: str, body: dict[str, Any] | None, key: str) -> Any:
        headers = {"Idempotency-Key": key or uuid.uuid4().hex}
        return self._answer(self.http.request(method, path, json=body or {}, headers=headers))

    def sign_in(self, link: str) -> "Api":
        """Become the person whose one-time link this is."""
        token = link.rsplit("/", 1)[-1]
        me = self.post("/v1/sign-in/confirmation", {"token": token})
        self.http.headers["X-CSRF-Token"] = me["csrf"]
        return self

    @staticmethod
    def _answer(response: httpx.Response) -> Any:
        if response.status_code >= 400:
            try:
                document = response.json()
            except ValueError:
                document = {"code": "no-json", "title": response.text[:200]}
            raise Refused(document, response.status_code)
        return response.json() if response.content else {}


def send_file(permit: dict[str, Any], content: bytes, name: str = "file") -> None:
    """Upload by a presigned POST, straight to storage; tried three times as a phone does."""
    fields = {k: v.replace("${filename}", name) for k, v in permit["fields"].items()}
    for attempt in range(3):
        try:
            answer = httpx.post(
                permit["url"], data=fields, files={"file": (name, content)}, timeout=30
            )
            answer.raise_for_status()
        except httpx.HTTPError:
            if attempt == 2:
                raise
            time.sleep(0.2 * 2**attempt)
        else:
            return


def wait_until(look: Callable[[], Any], *, seconds: float, what: str) -> Any:
    """Look again and again until there is something to see.

    Raises TimeoutError naming what did not come.
    """
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        found = look()
        if found:
            return found
        time.sleep(0.15)
    raise TimeoutError(f"{what} did not come within {seconds:g} seconds")

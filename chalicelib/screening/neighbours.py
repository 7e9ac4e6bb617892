"""Skills that mean nearly the same: a table made beforehand, used for suggestions only."""

import json
from functools import cache

from chalicelib.foundation import inference

MODEL = "skill_neighbours"
NEIGHBOURS_VERSION = "skill-neighbours-1"


@cache
def neighbours_of(skill: str) -> tuple[tuple[str, float], ...]:
    """List the skills nearest in meaning, nearest first; none where the table is not there.

    Parameters
    ----------
    skill : a name from the reviewed words.

    Returns
    -------
    (name, cosine 0-1) of at most five skills.

    Raises
    ------
    ModelAltered : the table is not the one that the registry names.
    """
    return tuple((str(name), float(near)) for name, near in _table().get(skill, ()))


@cache
def _table() -> dict[str, list[tuple[str, float]]]:
    try:
        found: dict[str, list[tuple[str, float]]] = json.loads(inference.content(MODEL))
    except (FileNotFoundError, KeyError):
        return {}
    return found

"""Cities as data, for whoever must know one: what a résumé states, what a rating must not see."""

from functools import lru_cache
from pathlib import Path

CITIES = Path(__file__).parent / "cities.txt"


@lru_cache(maxsize=1)
def city_names() -> frozenset[str]:
    """Every way of writing a listed city, lower case: Chinese, pinyin, English."""
    found = set()
    for line in CITIES.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("# "):
            name, _, written = line.partition(" > ")[0].partition(":")
            found |= {form.strip().lower() for form in (name, *written.split(",")) if form.strip()}
    return frozenset(found)

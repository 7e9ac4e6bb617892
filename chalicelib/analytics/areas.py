"""Which charts stand together on a page, by the rows they are drawn from."""

AREAS: dict[str, tuple[str, ...]] = {
    "scores": ("scores", "dimensions", "weeks", "questions"),
    "rates": ("decided", "decided_stores", "decided_regions", "decided_sources", "source_work"),
    "flow": ("journeys", "stays", "stretches", "hands", "opinions"),
    "change": ("moved",),
    "prediction": ("outcomes",),
    "fairness": (),
}


def area_of(rows: str) -> str:
    """The area of charts drawn from these rows; fairness holds all that no other names."""
    return next((area for area, names in AREAS.items() if rows in names), "fairness")

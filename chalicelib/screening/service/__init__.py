"""The only door to screening."""

from chalicelib.screening.service.desk import Arrived, screen, screen_all
from chalicelib.screening.service.keeping import LATE, LOOK, attention
from chalicelib.screening.service.originals import document_of
from chalicelib.screening.service.rescreening import (
    Progress,
    awaited,
    page_to_rescreen,
    progress,
    rescreen,
)
from chalicelib.screening.service.showing import (
    MOST_RANKED,
    basis_of,
    check_criteria,
    contenders,
    one_each,
    ranked,
    result,
    results,
    stale,
)

__all__ = [
    "LATE",
    "LOOK",
    "MOST_RANKED",
    "Arrived",
    "Progress",
    "attention",
    "awaited",
    "basis_of",
    "check_criteria",
    "contenders",
    "document_of",
    "one_each",
    "page_to_rescreen",
    "progress",
    "ranked",
    "rescreen",
    "result",
    "results",
    "screen",
    "screen_all",
    "stale",
]

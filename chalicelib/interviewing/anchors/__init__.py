"""The built-in dimensions, one file each.

Source: HireLoop's own behaviourally anchored scales, in the way of Smith & Kendall (1963): each
anchor names something that a listener could hear in the answer.
"""

from chalicelib.interviewing.anchors.communication import COMMUNICATION
from chalicelib.interviewing.anchors.customer_need_discovery import CUSTOMER_NEED_DISCOVERY
from chalicelib.interviewing.anchors.data_driven_decision import DATA_DRIVEN_DECISION
from chalicelib.interviewing.anchors.growth_marketing import GROWTH_MARKETING
from chalicelib.interviewing.anchors.learning import LEARNING
from chalicelib.interviewing.anchors.problem_solving import PROBLEM_SOLVING
from chalicelib.interviewing.anchors.stress_tolerance import STRESS_TOLERANCE
from chalicelib.interviewing.anchors.teamwork import TEAMWORK
from chalicelib.interviewing.anchors.technical_delivery import TECHNICAL_DELIVERY
from chalicelib.interviewing.competencies import Dimension

DIMENSIONS: dict[str, Dimension] = {
    item.key: item
    for item in (
        COMMUNICATION,
        CUSTOMER_NEED_DISCOVERY,
        DATA_DRIVEN_DECISION,
        GROWTH_MARKETING,
        LEARNING,
        PROBLEM_SOLVING,
        STRESS_TOLERANCE,
        TEAMWORK,
        TECHNICAL_DELIVERY,
    )
}

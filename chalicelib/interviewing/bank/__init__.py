"""The built-in questions: at least four for every dimension, gentler wordings, and follow-ups.

A situational question sets a case and asks for the nearest thing that the person really did: what
somebody would do is no evidence.
"""

from chalicelib.interviewing.bank.communication import COMMUNICATION
from chalicelib.interviewing.bank.customer_need_discovery import CUSTOMER_NEED_DISCOVERY
from chalicelib.interviewing.bank.data_driven_decision import DATA_DRIVEN_DECISION
from chalicelib.interviewing.bank.general import GENERAL
from chalicelib.interviewing.bank.growth_marketing import GROWTH_MARKETING
from chalicelib.interviewing.bank.learning import LEARNING
from chalicelib.interviewing.bank.problem_solving import PROBLEM_SOLVING
from chalicelib.interviewing.bank.stress_tolerance import STRESS_TOLERANCE
from chalicelib.interviewing.bank.teamwork import TEAMWORK
from chalicelib.interviewing.bank.technical_delivery import TECHNICAL_DELIVERY
from chalicelib.interviewing.questions import Question

QUESTIONS: tuple[Question, ...] = (
    *CUSTOMER_NEED_DISCOVERY,
    *STRESS_TOLERANCE,
    *COMMUNICATION,
    *TEAMWORK,
    *LEARNING,
    *PROBLEM_SOLVING,
    *TECHNICAL_DELIVERY,
    *DATA_DRIVEN_DECISION,
    *GROWTH_MARKETING,
    *GENERAL,
)

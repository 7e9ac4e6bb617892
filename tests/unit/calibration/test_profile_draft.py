"""A draft shows what was found and adds what is missing; it moves no weight in force."""

import pytest

from chalicelib.calibration.comparing import Compared, Source, Verdict
from chalicelib.calibration.profile_model import Profile
from chalicelib.calibration.proposing import drafted
from chalicelib.foundation.values import dump
from chalicelib.interviewing import library
from chalicelib.interviewing.anchors import DIMENSIONS
from chalicelib.interviewing.bank import QUESTIONS
from chalicelib.interviewing.unfinished import problems

CURRENT = [dump(item) for item in library.starting_model("retail-sales").dimensions]
HELD = {item["key"]: item["weight"] for item in CURRENT}
LIBRARY = {key: dump(item) for key, item in DIMENSIONS.items()}
BANK = {question.dimension: [question.question_id] for question in QUESTIONS}
FIRST = CURRENT[0]["key"]


def finding(key, effect=0.6, source=Source.RATING, yes_no=False):
    verdict = Verdict.HIGHER if effect > 0 else Verdict.LOWER
    ends = (effect - 0.2, effect + 0.2)
    return Compared(source, key, yes_no, 60, 180, 3.6, 3.1, verdict, effect, *ends, None, 0.001)


def draft(*found, n=240, uncovered=()):
    return drafted(Profile(n, 60, tuple(found)), CURRENT, uncovered, LIBRARY, BANK)


def weights(made):
    return {item["key"]: item["weight"] for item in made.dimensions}


@pytest.mark.parametrize("effect", [0.9, -0.9])
def test_a_contrast_of_groups_moves_no_weight(effect):
    made = draft(finding(FIRST, effect))

    assert weights(made) == HELD
    assert made.findings == {FIRST: (FIRST,)}


def test_a_behaviour_found_speaks_for_its_dimension_and_comes_first():
    key = CURRENT[1]["indicators"][-1]["key"]
    made = draft(finding(f"{CURRENT[1]['key']}.{key}", 0.25, Source.BEHAVIOUR, yes_no=True))

    item = next(each for each in made.dimensions if each["key"] == CURRENT[1]["key"])
    assert item["indicators"][0]["key"] == key
    assert item["weight"] == CURRENT[1]["weight"]
    assert made.findings == {CURRENT[1]["key"]: (f"{CURRENT[1]['key']}.{key}",)}


@pytest.mark.parametrize("n", [40, 99])
def test_below_a_hundred_people_nothing_is_drafted(n):
    assert draft(finding(FIRST), n=n) is None


def test_of_no_finding_no_draft_is_made():
    assert draft() is None


def test_a_fact_of_a_resume_is_never_made_a_criterion():
    assert draft(finding("years_of_work", 0.9, Source.FACT)) is None


def test_a_part_of_the_outcome_alone_makes_no_draft():
    assert draft(finding("sales_growth", 0.9, Source.INDICATOR)) is None


def test_an_uncovered_quality_enters_with_ten_of_a_hundred():
    known = [item for item in CURRENT if item["key"] != "teamwork"]
    scale = sum(item["weight"] for item in known)
    known = [item | {"weight": round(item["weight"] * 100 / scale)} for item in known]
    known[0]["weight"] += 100 - sum(item["weight"] for item in known)

    made = drafted(Profile(240, 60, ()), known, ("teamwork",), LIBRARY, BANK)

    assert made.added == ("teamwork",)
    assert weights(made)["teamwork"] == 10
    assert sum(weights(made).values()) == 100
    assert made.questions["teamwork"]


def test_at_most_three_new_dimensions_enter_and_the_others_keep_their_proportions():
    known = [CURRENT[0] | {"weight": 60}, CURRENT[-1] | {"weight": 39}, CURRENT[1] | {"weight": 1}]
    missing = (
        "peer_rating",
        "customer_satisfaction",
        "campaign_return",
        "bug_rate",
        "lead_conversion",
    )

    made = drafted(Profile(240, 60, ()), known, missing, LIBRARY, BANK)

    assert len(made.added) == 3
    assert list(weights(made).values()) == [42, 27, 1, 10, 10, 10]


def test_a_draft_has_no_flaw_that_keeps_it_from_being_adopted():
    made = draft(finding(FIRST))

    assert problems(made.dimensions, QUESTIONS) == ()

"""Fit, order and the criteria themselves: exact sums, nobody failed for what is not said."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.screening.criteria import Criterion, Finding, InvalidCriterion, Verdict
from chalicelib.screening.rules import validate_criteria
from chalicelib.screening.scoring import fit_of, ranked
from infra.criteria import CRITERIA
from infra.resumes import REQUISITIONS

MET, NOT_MET, UNKNOWN = Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN
LABEL = {"zh": "条件", "en": "criterion"}


def row(rule: str, **params: Any) -> dict[str, Any]:
    return {
        "criterion_id": "c",
        "rule": rule,
        "importance": "essential",
        "params": params,
        "label": LABEL,
        "weight": 10,
    }


VERDICTS = st.lists(
    st.tuples(
        st.sampled_from(Verdict), st.integers(1, 100), st.sampled_from(["essential", "preferred"])
    ),
    min_size=1,
    max_size=12,
)


def weighed(
    parts: list[tuple[Verdict, int, str]],
) -> tuple[tuple[Criterion, ...], tuple[Finding, ...]]:
    rows = [
        row("degree", degree="bachelor") | {"criterion_id": str(n), "weight": w, "importance": i}
        for n, (_, w, i) in enumerate(parts)
    ]
    return validate_criteria(rows), tuple(
        Finding(str(n), v, LABEL) for n, (v, _, _) in enumerate(parts)
    )


@given(VERDICTS)
@settings(max_examples=200, deadline=None)
def test_contributions_sum_exactly_to_the_fit(parts: list[tuple[Verdict, int, str]]) -> None:
    fit = fit_of(*weighed(parts))
    assert (fit.fit_hundredths or 0) == sum(c.hundredths for c in fit.contributions)
    known = [v for v, _, _ in parts if v is not UNKNOWN]
    assert (10_000 if known else 0) == sum(c.possible_hundredths for c in fit.contributions)


def test_an_unknown_essential_asks_for_a_person_and_is_never_a_failure() -> None:
    fit = fit_of(*weighed([(UNKNOWN, 50, "essential"), (MET, 50, "preferred")]))
    assert (
        fit.person_should_look,
        fit.essential_failures,
        fit.fit_hundredths,
        fit.known_percent,
    ) == (True, (), 10_000, 50)


def test_nothing_known_is_no_fit_and_not_a_fit_of_zero() -> None:
    assert fit_of(*weighed([(UNKNOWN, 50, "preferred")])).fit_hundredths is None


def test_those_who_need_a_person_stand_between_the_fit_and_the_failed() -> None:
    fits = {
        "failed": fit_of(*weighed([(NOT_MET, 1, "essential"), (MET, 99, "preferred")])),
        "open": fit_of(*weighed([(UNKNOWN, 1, "essential"), (MET, 99, "preferred")])),
        "weak": fit_of(*weighed([(MET, 10, "essential"), (NOT_MET, 90, "preferred")])),
        "strong": fit_of(*weighed([(MET, 10, "essential"), (MET, 90, "preferred")])),
    }
    assert ranked(fits, fits.__getitem__, str) == ["strong", "weak", "open", "failed"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"rule": "astrology"}, "rule"),
        ({"weight": 0}, "weight"),
        ({"weight": True}, "weight"),
        ({"importance": "vital"}, "importance"),
        ({"label": {"zh": "仅中文"}}, "label"),
        ({"params": {}}, "params.degree"),
        ({"params": {"degree": "guru"}}, "params.degree"),
        ({"params": {"degree": "bachelor", "gender": "male"}}, "params.gender"),
        ({"age": 30}, "age"),
        ({"criterion_id": ""}, "criterion_id"),
        ({"params": None}, "params"),
    ],
)
def test_a_wrong_criterion_is_named_by_row_and_field(change: dict[str, Any], field: str) -> None:
    rows = [row("degree", degree="bachelor") | {"criterion_id": "first"}]
    with pytest.raises(InvalidCriterion) as problem:
        validate_criteria([*rows, row("degree", degree="bachelor") | change])
    assert {"row": 2, "field": field} == {k: problem.value.detail[k] for k in ("row", "field")}


def test_a_criterion_id_used_twice_is_refused() -> None:
    with pytest.raises(InvalidCriterion):
        validate_criteria([row("degree", degree="bachelor")] * 2)


def test_the_default_criteria_of_each_requisition_are_valid() -> None:
    assert list(REQUISITIONS) == [
        slug for slug in REQUISITIONS if validate_criteria(CRITERIA[slug])
    ]

"""What would change a fit: for each criterion that is not met, the smallest change of facts.

Each is verified: the changed facts go through the same rules and the same scorer again.
"""

from dataclasses import dataclass

from chalicelib.screening.criteria import RULES, Criterion, Finding, Text2, Verdict
from chalicelib.screening.facts import Qualifications
from chalicelib.screening.rules import decide
from chalicelib.screening.scoring import Fit, Group, fit_of


@dataclass(frozen=True)
class Change:
    """One change of facts and what it does; fits in hundredths, None where nothing is known.

    also_meets are the other criteria that the same change meets.
    """

    criterion_id: str
    words: Text2
    fit_before: int | None
    fit_after: int | None
    group_before: Group
    group_after: Group
    also_meets: tuple[str, ...] = ()


def what_would_change(
    wanted: tuple[Criterion, ...], held: Qualifications, findings: tuple[Finding, ...]
) -> tuple[Change, ...]:
    """Say for each criterion not met or unknown which smallest change would meet it.

    Parameters
    ----------
    wanted : criteria.
    held : the qualifications that gave the findings.
    findings : one per criterion, same order.

    Returns
    -------
    Changes in the order of the criteria; none for a criterion that no known change meets. Each
    is the outcome of deciding and weighing again with that one fact changed.
    """
    before = fit_of(wanted, findings)
    open_ones = [c for c, f in zip(wanted, findings, strict=True) if f.verdict is not Verdict.MET]
    changes = (_change(c, wanted, held, (findings, before)) for c in open_ones)
    return tuple(change for change in changes if change)


def _change(
    criterion: Criterion,
    wanted: tuple[Criterion, ...],
    held: Qualifications,
    before: tuple[tuple[Finding, ...], Fit],
) -> Change | None:
    findings, fit = before
    for remedy in RULES[criterion.rule].remedies(criterion, held):
        again = decide(wanted, remedy.held)
        met = _newly_met(findings, again)
        if criterion.criterion_id not in met:
            continue
        after = fit_of(wanted, again)
        return Change(
            criterion_id=criterion.criterion_id,
            words=_sentence(remedy.words, fit, after),
            fit_before=fit.fit_hundredths,
            fit_after=after.fit_hundredths,
            group_before=fit.group,
            group_after=after.group,
            also_meets=tuple(name for name in met if name != criterion.criterion_id),
        )
    return None


def _newly_met(before: tuple[Finding, ...], after: tuple[Finding, ...]) -> tuple[str, ...]:
    return tuple(
        new.criterion_id
        for old, new in zip(before, after, strict=True)
        if new.verdict is Verdict.MET and old.verdict is not Verdict.MET
    )


_GROUPS = {
    Group.ALL_ESSENTIAL_MET: ("必备条件全部满足", "all essentials are met"),
    Group.A_PERSON_SHOULD_LOOK: ("仍需人工查看", "a person should still look"),
    Group.ESSENTIAL_NOT_MET: ("仍有必备条件不满足", "an essential is still not met"),
}


def _sentence(condition: Text2, before: Fit, after: Fit) -> Text2:
    (zh, en), (zh_if, en_if) = _GROUPS[after.group], (condition["zh"], condition["en"])
    return {
        "zh": f"{zh_if}，匹配度由{_points(before, '无')}变为{_points(after, '无')}，{zh}。",
        "en": f"{en_if}, the fit would go from {_points(before, 'none')} "
        f"to {_points(after, 'none')}; {en}.",
    }


def _points(fit: Fit, none: str) -> str:
    return none if fit.fit_hundredths is None else f"{fit.fit_hundredths / 100:.1f}"

"""A computed answer in the words of the page: one line per dimension, one sentence on top."""

from typing import Any

from chalicelib.foundation import messages


def shown(result: dict[str, Any]) -> dict[str, Any]:
    """Flatten a stored `Proposal` or `NoProposal`.

    Parameters
    ----------
    result : what `values.dump` made of it.

    Returns
    -------
    n, applicants, summary (zh, en), dimensions (weights, raw and corrected r with intervals, effect
    size), gain probability 0–1 and gain with its interval, why each weight moves, what leavers may
    hide, multiple R, validity of the weights in force and of equal ones, leak alarms, retention,
    effect on past applicants, who was left out, data hash, versions.
    """
    evidence = result["evidence"]
    changes = {each["dimension"]: each for each in result.get("changes", [])}
    contrasts = {each["dimension"]: each for each in evidence["contrasts"]}
    return {
        "n": evidence["n"],
        "applicants": evidence["applicants"],
        "gate": evidence["gate"],
        "reason": result.get("reason"),
        "summary": _summary(result),
        "dimensions": [
            _dimension(each, changes.get(each["dimension"]), contrasts.get(each["dimension"]))
            for each in evidence["validities"]
        ],
        "gain_probability": result.get("gain_probability"),
        "gain": result.get("gain"),
        "gain_low": result.get("gain_low"),
        "gain_high": result.get("gain_high"),
        "validity_old": result.get("validity_old"),
        "effect": result.get("effect"),
        "reasons": result.get("reasons", []),
        "sensitivity": result.get("sensitivity", []),
        "multiple": evidence.get("multiple"),
        "baselines": evidence.get("baselines", []),
        "alarms": evidence.get("alarms", []),
        "retention": evidence.get("retention"),
        "left_out": evidence["left_out"],
        "reliability": evidence["reliability"],
        "rated_under": evidence["rated_under"],
        "data_hash": evidence["data_hash"],
    }


def _summary(result: dict[str, Any]) -> dict[str, str]:
    if "message" in result:
        return dict(result["message"])
    return messages.both(
        "proposal.summary",
        n=result["evidence"]["n"],
        chance=_chance(result["gain_probability"]),
        flipped=result["effect"]["flipped"],
        considered=result["effect"]["considered"],
    )


def _chance(value: float) -> str:
    """A share of bootstrap draws in words that never claim certainty."""
    return f"{value:.2f}" if value < 0.995 else "> 0.99"


def _dimension(
    found: dict[str, Any], change: dict[str, Any] | None, contrast: dict[str, Any] | None
) -> dict[str, Any]:
    return {
        "key": found["dimension"],
        "old_weight": change["old"] if change else None,
        "new_weight": change["new"] if change else None,
        "n": found["n"],
        "r_raw": found["raw"],
        "r_raw_low": found["raw_low"],
        "r_raw_high": found["raw_high"],
        "r_corrected": found["corrected"],
        "r_low": found["low"],
        "r_high": found["high"],
        "alarm": found["alarm"],
        "top_effect": contrast["effect"] if contrast else None,
        "top_verdict": contrast["verdict"] if contrast else None,
    }

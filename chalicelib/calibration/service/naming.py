"""Traits, findings and drafts in the words of the page."""

from collections.abc import Mapping
from typing import Any

from chalicelib.appraisal.kpis import KPIS, RATING
from chalicelib.calibration.comparing import Compared, Source
from chalicelib.calibration.potential import LEAST_DESCRIBED as LEAST_APPRAISED
from chalicelib.calibration.prediction import LEAST_OUTCOMES, Expected
from chalicelib.calibration.profile_model import LEAST_DESCRIBED
from chalicelib.calibration.tables import PredictionCard, ProfileCard
from chalicelib.foundation import messages
from chalicelib.interviewing.competencies import CompetencyModel

Text2 = dict[str, str]

MOST_LISTED = 20


def trait(each: Compared, model: CompetencyModel, kpis: Mapping[str, Text2]) -> Text2:
    """What a trait is called; `kpis` names the company's own indicators of work."""
    if each.source is Source.RATING:
        return _dimension(each.key, model)
    if each.source is Source.INDICATOR:
        return indicator(each.key, kpis)
    if each.source is Source.FACT:
        return _fact(each.key)
    return _behaviour(each.key, model)


def indicator(key: str, kpis: Mapping[str, Text2]) -> Text2:
    """What an indicator of work is called; its key where nobody named it."""
    if key == RATING:
        return messages.both("trait.rating-of-work")
    return kpis.get(key) or (KPIS[key].name if key in KPIS else _same(key))


def _dimension(key: str, model: CompetencyModel) -> Text2:
    return next((item.name for item in model.dimensions if item.key == key), _same(key))


def _same(text: str) -> Text2:
    return {"zh": text, "en": text}


def _fact(key: str) -> Text2:
    kind, _, name = key.partition(":")
    return messages.both(f"trait.{kind}", name=name)


def _behaviour(key: str, model: CompetencyModel) -> Text2:
    if key.startswith("star."):
        return messages.both(f"trait.star.{key[-1]}")
    if "#" in key:
        dimension, _, term = key.partition("#")
        return _joined("trait.term", _dimension(dimension, model), _same(term))
    dimension, _, name = key.partition(".")
    known = [
        one.name
        for item in model.dimensions
        for one in item.indicators
        if item.key == dimension and one.key == name
    ]
    return _joined("trait.behaviour", _dimension(dimension, model), *(known or [_same(name)]))


def _joined(key: str, dimension: Text2, name: Text2) -> Text2:
    return {x: messages.say(key, x, dimension=dimension[x], name=name[x]) for x in ("zh", "en")}


def sentence(each: dict[str, Any], name: Text2) -> Text2:
    """A compared trait as a sentence with its n and interval."""
    sizes = {"top_n": each["top_n"], "rest_n": each["rest_n"]}
    if each["effect"] is None:
        return {x: messages.say("profile.too-few", x, name=name[x], **sizes) for x in name}
    scale = 100.0 if each["yes_no"] else 1.0
    digits = 0 if each["yes_no"] else 2
    figures = {
        key: f"{each[key] * scale:.{digits}f}" for key in ("top", "rest", "effect", "low", "high")
    }
    kind = "share" if each["yes_no"] else "number"
    told = {x: messages.say(f"profile.{kind}", x, name=name[x], **figures, **sizes) for x in name}
    ending = messages.both(f"profile.{each['verdict']}")
    return {x: f"{told[x]}{ending[x]}" for x in told}


def evidence(row: ProfileCard) -> dict[str, Any]:
    """What a draft rests on: n, method, findings with effect and interval, questions."""
    found = [each for each in row.profile["compared"] if _stands_out(each)]
    return {
        "n": row.profile["n"],
        "method": messages.both("profile.method", q=row.profile["q"]),
        "computed_at": row.computed_at,
        "data_hash": row.data_hash[:24],
        "contrasts": [
            {
                "name": row.names[each["key"]],
                "effect": each["effect"],
                "low": each["low"],
                "high": each["high"],
                "n": each["top_n"] + each["rest_n"],
            }
            for each in found[:MOST_LISTED]
        ],
        "questions": [
            f"{dimension}: {', '.join(ids[:6])}"
            for dimension, ids in row.drafted["questions"].items()
            if ids
        ],
    }


def note(row: ProfileCard) -> Text2:
    """The note on the version that a draft would become."""
    found = sum(_stands_out(each) for each in row.profile["compared"])
    return messages.both("profile.note", n=row.profile["n"], found=found)


def _stands_out(each: dict[str, Any]) -> bool:
    return each["verdict"] in ("higher-among-top", "lower-among-top")


def profile_summary(row: ProfileCard) -> Text2:
    """A profile in one sentence."""
    if row.state == "requested":
        return messages.both("profile.requested")
    n = row.profile["n"]
    if row.state == "unanswered":
        return messages.both("profile.few", n=n, least=LEAST_DESCRIBED)
    found = [each for each in row.profile["compared"] if _stands_out(each)]
    seen = [each for each in found if each["source"] != Source.INDICATOR]
    key = "profile.found" if seen else "profile.none"
    compared = sum(each["source"] != Source.INDICATOR for each in row.profile["compared"])
    told = messages.both(key, n=n, top=row.profile["top_n"], found=len(seen), compared=compared)
    unread = row.profile.get("unread")
    more = messages.both("profile.unread", n=unread) if unread else {"zh": "", "en": ""}
    return {x: f"{told[x]}{more[x]}" for x in told}


def prediction_summary(row: PredictionCard) -> Text2:
    """How well a family's interviews foretold the work, in one or two sentences."""
    if not row.outlook:
        return messages.both("prediction.few", n=int(row.n), least=LEAST_APPRAISED)
    high = row.outlook["all"]["satisfactory_high"]
    told = messages.both("prediction.ppv", **_rate(high))
    record = row.record
    if record is None:
        more = messages.both("prediction.no-record", n=int(row.n), least=LEAST_OUTCOMES)
    else:
        share = f"{record['covered'] / max(record['checked'], 1):.0%}"
        ends = {"low": f"{record['low']:.0%}", "high": f"{record['high']:.0%}"}
        key = "prediction.passes" if record["passes"] else "prediction.fails"
        more = messages.both(key, share=share, n=record["checked"], **ends)
    return {x: f"{told[x]}{more[x]}" for x in told}


def _rate(plain: dict[str, Any]) -> dict[str, object]:
    share = f"{plain['share']:.0%}" if plain["share"] is not None else "—"
    ends = {"low": f"{plain['low']:.0%}", "high": f"{plain['high']:.0%}"}
    return {"share": share, "yes": plain["yes"], "n": plain["n"], **ends}


def expected_sentence(reason: str, found: Expected | None) -> Text2:
    """A person's interval in words, or why there is none."""
    if found is None or found.low_rank is None or found.high_rank is None:
        return messages.both(f"expected.{reason or 'no-record'}")
    return messages.both(
        "expected.interval",
        low=f"{found.low_rank:.0%}",
        high=f"{found.high_rank:.0%}",
        n=found.n,
    )

"""Competency models for people: families, one model with its versions, the editor of a draft."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from chalice import Response

from chalicelib.analytics import plots, svg
from chalicelib.entrypoints.api_models import problem_given
from chalicelib.entrypoints.console import rows
from chalicelib.entrypoints.console.reader import Reader
from chalicelib.entrypoints.console.render import page
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation.errors import NotFound
from chalicelib.foundation.messages import MESSAGES, both
from chalicelib.foundation.values import dump
from chalicelib.interviewing import drafting, library
from chalicelib.interviewing import service as interviewing
from chalicelib.interviewing.anchors import DIMENSIONS
from chalicelib.interviewing.competencies import CompetencyModel
from chalicelib.interviewing.differences import differences

door = Door(__name__, "console-competency")

Item = dict[str, Any]
#: A bar of this weight fills the plot.
FULL = 50
FIELDS = (
    "job_family", "name", "origin", "source", "evidence", "state", "dimensions", "note",
    "started_by", "started_at", "changed_by", "changed_at", "adopted_version",
)  # fmt: skip


def family_names() -> dict[str, dict[str, str]]:
    """Every job family with its name: the company's own, else the product's word, else its key."""
    return {
        family.job_family: family.name or family_word(family.job_family)
        for family in interviewing.families()
    }


def family_word(job_family: str) -> dict[str, str]:
    """The product's word for a family, or its key in both languages."""
    key = f"console.family.{job_family}"
    return both(key) if key in MESSAGES else dict.fromkeys(("zh", "en"), job_family)


def weight_plot(model: CompetencyModel, language: str) -> str:
    """The weights of a model as bars, heaviest first, as inline SVG."""
    who = Reader(language)
    ordered = sorted(model.dimensions, key=lambda item: (-item.weight, item.key))
    scale = max(FULL, *(item.weight for item in ordered))
    bars = [
        plots.Bar(who.tx(item.name), f"{item.weight}%", item.weight / scale) for item in ordered
    ]
    ticks = [(0.0, "0%"), (0.5, f"{scale / 2:g}%"), (1.0, f"{scale}%")]
    parts, height = plots.bars(bars, ticks)
    told = ", ".join(f"{bar.name} {bar.figure}" for bar in bars)
    return svg.document("weights", height, (who.t("model.plot"), told), parts, language=language)


@door.page("/models", action="competency.read")
def families(call: Call) -> Response:
    """All job families with their weights, and the drafts that wait."""
    names = family_names()
    shown = [_family(family, names) for family in interviewing.families()]
    return page(
        call,
        "models.html",
        here="/models",
        families=shown,
        family_names=names,
        drafts=[rows.plain(row, *FIELDS) for row in interviewing.drafts()],
        names=rows.names(),
    )


def _family(family: interviewing.Family, names: Mapping[str, Item]) -> Item:
    model = None
    with suppress(NotFound):
        model = (
            interviewing.current_model(family.job_family)
            if family.newest
            else library.starting_model(family.job_family)
        )
    name = names.get(family.job_family, {})
    return {"key": family.job_family, "name": name, "newest": family.newest, "model": model}


@door.page("/models/{job_family}", action="competency.read")
def model(call: Call) -> Response:
    """One version of a family's model: weights, dimensions with anchors, questions; what changed.

    `version` in the address shows an older one, `before` what changed since that one.
    """
    job_family = call.path["job_family"]
    versions = interviewing.versions(job_family)
    if not versions:
        raise interviewing.JobFamilyUnknown(job_family=job_family)
    by_number = {item.version: item for item in versions}
    shown = by_number.get(_number(call, "version"), versions[-1])
    old = by_number.get(_number(call, "before"))
    return page(
        call,
        "model.html",
        here=f"/models/{job_family}",
        **model_data(shown, old, interviewing.questions(), call.language),
        family=family_names().get(job_family, {}),
        versions=versions[::-1],
        drafts=[rows.plain(row, *FIELDS) for row in interviewing.drafts(job_family)],
        names=rows.names(),
    )


def model_data(
    shown: CompetencyModel, old: CompetencyModel | None, bank: Sequence[Any], language: str
) -> Item:
    """What the page of a version is given besides what lies around it."""
    asked = {
        item.key: [q for q in bank if q.dimension == item.key and not q.retired]
        for item in shown.dimensions
    }
    before = dump(old)["dimensions"] if old else []
    return {
        "model": shown,
        "before": old.version if old else 0,
        "changes": differences(before, dump(shown)["dimensions"]) if old else (),
        "asked": asked,
        "plot": weight_plot(shown, language),
    }


def _number(call: Call, name: str) -> int:
    text = str(call.query.get(name, ""))
    return int(text) if text.isdecimal() else 0


@door.page("/model-drafts/{draft_id}", action="competency.read")
def draft(call: Call) -> Response:
    """The editor of a draft, what is wrong with it, and what it changes."""
    view = interviewing.draft(call.path["draft_id"])
    plain = rows.plain(view.row, *FIELDS) | {"version": int(view.row.version or 0)}
    return page(
        call,
        "model_draft.html",
        here=f"/model-drafts/{view.row.item_id}",
        **draft_data(plain, view.problems, view.changes),
        over=view.over,
        family=family_names().get(view.row.job_family)
        or (dict(view.row.name) if view.row.name else family_word(view.row.job_family)),
        names=rows.names(),
    )


def draft_data(draft: Item, problems: Sequence[Any], changes: Sequence[Any]) -> Item:
    """What the editor's page is given besides what lies around it."""
    keys = [item["key"] for item in draft["dimensions"]]
    told = [problem_given(problem) for problem in problems]
    return {
        "draft": draft,
        "problems": [item for item in told if item.dimension not in keys or not item.dimension],
        "wrong": [[p for p in told if p.dimension and p.dimension == key] for key in keys],
        "flaws": len(told),
        "changes": changes,
        "terms": [
            {x: drafting.term_lines(item, x) for x in ("zh", "en")} for item in draft["dimensions"]
        ],
        "total": sum(item["weight"] for item in draft["dimensions"]),
        "offered": {key: d.name for key, d in DIMENSIONS.items() if key not in keys},
    }

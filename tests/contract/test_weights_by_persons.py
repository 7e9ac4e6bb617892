"""No way into force without persons: who may call what, read from the code itself."""

import ast
from pathlib import Path

import app  # noqa: F401 - importing it declares every operation
from chalicelib.entrypoints.typed import OPERATIONS

ROOT = Path(__file__).parents[2] / "chalicelib"
#: Every function that may make a model version, and what stands in it before it does.
ADOPTING = {
    "interviewing/service/models.py": {"seed_library"},  # where a family has no model yet
    "interviewing/service/drafts.py": {"adopt_draft"},
    "entrypoints/api_models.py": {"adopt_model"},
    "calibration/service/deciding.py": {"activate"},
    "calibration/service/returning.py": {"roll_back"},
}
NAMED = {"require_named", "check_named"}
#: What runs by itself.
TRIGGERS = ("jobs", "loop_jobs", "recalibrate", "workflow", "uploads", "answering", "rating_jobs")
MOVES = {"adopt", "adopt_draft", "approve", "activate", "roll_back", "reject", "end"}


def functions(path: Path) -> list[ast.FunctionDef]:
    return [n for n in ast.walk(ast.parse(path.read_text())) if isinstance(n, ast.FunctionDef)]


def called(node: ast.AST) -> set[str]:
    calls = [n.func for n in ast.walk(node) if isinstance(n, ast.Call)]
    return {c.attr if isinstance(c, ast.Attribute) else getattr(c, "id", "") for c in calls}


def adopters() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for path in ROOT.rglob("*.py"):
        names = {f.name for f in functions(path) if "adopt" in called(f)}
        if names:
            found[str(path.relative_to(ROOT))] = names
    return found


def test_these_functions_alone_can_bring_a_model_into_force():
    assert adopters() == ADOPTING


def test_each_of_them_asks_for_a_named_person_before():
    for place, names in ADOPTING.items():
        for function in functions(ROOT / place):
            if function.name in names - {"seed_library"}:
                asks = called(function) & NAMED or _asked_by_callers(function.name)
                assert asks, f"{place}: {function.name}"


def _asked_by_callers(name: str) -> bool:
    """Whether every function that calls it asks for a named person itself."""
    callers = [f for p in ROOT.rglob("*.py") for f in functions(p) if name in called(f)]
    return bool(callers) and all(called(f) & NAMED for f in callers)


def test_seeding_gives_a_first_model_and_never_another():
    (seed,) = [
        f for f in functions(ROOT / "interviewing/service/models.py") if f.name == "seed_library"
    ]
    guarded = [n for n in ast.walk(seed) if isinstance(n, ast.If) and "adopt" in called(n)]
    assert [ast.unparse(n.test) for n in guarded] == ["_newest(family) is None"]


def test_nothing_that_runs_by_itself_moves_weights():
    for name in TRIGGERS:
        text = (ROOT / f"entrypoints/{name}.py").read_text()
        assert not called(ast.parse(text)) & MOVES, name
    assert not called(ast.parse((ROOT.parent / "app.py").read_text())) & MOVES


def test_operations_that_move_weights_are_for_analysts_and_administrators_alone():
    moving = {o.name: o.action for o in OPERATIONS if called_by(o.view) & MOVES}
    assert set(moving.values()) <= {"weights.decide", "competency.change"}
    assert {"approve_proposal", "activate_proposal", "roll_back_weights"} <= set(moving)


def called_by(view: object) -> set[str]:
    code = getattr(view, "__code__", None)
    return set(code.co_names) if code else set()


def test_protected_attributes_are_read_for_fairness_alone():
    readers = {
        str(path.relative_to(ROOT))
        for path in ROOT.rglob("*.py")
        if "records.stated_groups(" in path.read_text()
    }
    assert readers <= {
        "calibration/service/groups.py",
        "analytics/fairness_service.py",
        "analytics/service/people.py",
    }
    assert "calibration/service/groups.py" in readers

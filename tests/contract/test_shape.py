"""The shape of the code: ceilings, purity of the front door, messages in both languages."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from chalicelib.foundation.messages import MESSAGES

ROOT = Path(__file__).parents[2]
SOURCES = sorted([ROOT / "app.py", *ROOT.glob("chalicelib/**/*.py"), *ROOT.glob("infra/**/*.py")])
HEAVY = ("numpy", "sklearn", "scipy", "onnxruntime", "PIL", "pypdfium2", "jwt", "boto3")


def names(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_no_file_is_longer_than_250_lines() -> None:
    lengths = {names(p): len(p.read_text().splitlines()) for p in SOURCES}

    assert {name: n for name, n in lengths.items() if n > 250} == {}


def test_app_py_stays_at_a_glance() -> None:
    assert len((ROOT / "app.py").read_text().splitlines()) <= 120


def test_no_function_is_longer_than_40_lines() -> None:
    long = []
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef):
                body = node.body
                start = body[1].lineno if ast.get_docstring(node) and len(body) > 1 else node.lineno
                if (node.end_lineno or 0) - start + 1 > 40:
                    long.append(f"{names(path)}:{node.name}")

    assert long == []


def test_every_module_and_public_function_says_what_it_is_for() -> None:
    silent = []
    for path in SOURCES:
        tree = ast.parse(path.read_text())
        if not ast.get_docstring(tree):
            silent.append(names(path))
        for node in tree.body:
            public = isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name[0] != "_"
            if public and not ast.get_docstring(node):
                silent.append(f"{names(path)}:{node.name}")

    assert silent == []


def test_importing_the_app_loads_no_heavy_library() -> None:
    code = f"import app, sys; print([m for m in {HEAVY!r} if m in sys.modules])"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert run.stdout.strip().splitlines()[-1] == "[]"


def test_every_sentence_stands_in_both_languages() -> None:
    chinese = re.compile(r"[一-鿿]")
    missing = [k for k, (zh, en) in MESSAGES.items() if not zh.strip() or not en.strip()]
    untranslated = [k for k, (_, en) in MESSAGES.items() if chinese.search(en)]

    assert (missing, untranslated) == ([], [])


def test_both_languages_of_a_sentence_hold_the_same_fields() -> None:
    fields = re.compile(r"{(\w+)}")
    differ = [
        k for k, (zh, en) in MESSAGES.items() if set(fields.findall(zh)) != set(fields.findall(en))
    ]

    assert differ == []


def error_codes() -> list[str]:
    codes = set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ClassDef):
                codes |= set(_code_of(node))
            if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
                codes |= set(_code_raised(node.exc))
    return sorted(codes)


def _code_of(node: ast.ClassDef) -> list[str]:
    return [
        item.value.value
        for item in node.body
        if isinstance(item, ast.Assign)
        and isinstance(item.targets[0], ast.Name)
        and item.targets[0].id == "code"
        and isinstance(item.value, ast.Constant)
        and isinstance(item.value.value, str)
    ]


ROOTS = ("NotFound", "Invalid", "Conflict", "Gone", "Unauthenticated", "Forbidden", "Unavailable")


def _code_raised(call: ast.Call) -> list[str]:
    ours = isinstance(call.func, ast.Name) and call.func.id in ROOTS
    first = call.args[0] if call.args else None
    if ours and isinstance(first, ast.Constant) and isinstance(first.value, str):
        return [first.value]
    return []


@pytest.mark.parametrize("code", error_codes())
def test_every_error_says_what_happened_and_what_to_do_next(code: str) -> None:
    assert {f"error.{code}", f"next.{code}"} <= MESSAGES.keys()

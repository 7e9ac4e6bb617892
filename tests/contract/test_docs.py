"""The documents say what the code does, and nothing else."""

import json
import re
from pathlib import Path

from chalicelib.expression.versions import FACE_VERSION, HEAD_VERSION, NETWORK_VERSION
from chalicelib.foundation import inference
from chalicelib.foundation.messages import MESSAGES
from chalicelib.interviewing.clause_ends import CLAUSE_ENDS_VERSION
from chalicelib.interviewing.ratings import SCORER_VERSION
from chalicelib.interviewing.voice import VOICE_VERSION
from chalicelib.screening.neighbours import NEIGHBOURS_VERSION
from chalicelib.screening.resume import READER_VERSION

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text()
MAKEFILE = (ROOT / "Makefile").read_text()


def test_every_business_metric_is_listed_for_operators() -> None:
    listed = (ROOT / "docs" / "operations.md").read_text()
    counted = set()
    for path in ROOT.glob("chalicelib/**/*.py"):
        counted |= set(re.findall(r'\bcount\(\s*"([A-Z][A-Za-z]+)"', path.read_text()))

    assert len(counted) > 15
    assert set() == {name for name in counted if f"`{name}`" not in listed}


def test_every_make_target_that_a_document_names_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.M))
    named = set()
    for path in [ROOT / "README.md", *ROOT.glob("docs/**/*.md"), *ROOT.glob("models/**/*.md")]:
        named |= set(re.findall(r"`make ([a-z][a-z-]+)", path.read_text()))

    assert set() == {name for name in named if name not in targets}


def test_every_file_that_a_document_links_to_exists() -> None:
    missing = []
    for path in [ROOT / "README.md", *ROOT.glob("docs/**/*.md")]:
        for link in re.findall(r"\]\((?!http)([^)#]+)\)", path.read_text()):
            if not (path.parent / link).exists():
                missing.append(f"{path.name}: {link}")

    assert [] == missing


def test_every_folder_of_the_product_stands_on_the_map() -> None:
    folders = {p.name for p in (ROOT / "chalicelib").iterdir() if (p / "__init__.py").exists()}

    assert set() == {name for name in folders if name not in README}


FACE_MODELS = (
    "face_detector",
    "face_detector_full",
    "face_landmarks",
    "face_blendshapes",
    "face_geometry",
)


def test_every_model_of_the_registry_has_its_card_and_the_version_that_the_code_stores() -> None:
    versions = {entry.name: entry.version for entry in inference.registry().values()}

    assert versions == {
        "resume_facts": READER_VERSION,
        "answer_rating": SCORER_VERSION,
        "skill_neighbours": NEIGHBOURS_VERSION,
        "voice_activity": VOICE_VERSION,
        "clause_ends": CLAUSE_ENDS_VERSION,
        **dict.fromkeys(FACE_MODELS, FACE_VERSION),
        "face_expression": NETWORK_VERSION,
        "expression_head": HEAD_VERSION,
    }
    for entry in inference.registry().values():
        card = (ROOT / entry.card).read_text()
        assert entry.version in card
        if entry.kind == "rule":
            assert "rule" in card
            assert (ROOT / str(entry.code)).exists()


def test_every_model_made_of_others_files_names_its_licence_and_source() -> None:
    read = [entry for entry in inference.registry().values() if entry.name.startswith("face_")]

    assert len(read) == 6
    for entry in read:
        assert entry.licence in ("Apache-2.0", "MIT")
        assert entry.source and "==" in entry.source.replace("@1.7.15", "==1.7.15")
        assert entry.licence in (ROOT / entry.card).read_text()


def test_the_openapi_document_names_every_error_shape_in_both_languages() -> None:
    document = json.loads((ROOT / "docs" / "openapi.json").read_text())

    assert {"zh", "en"} == set(document["components"]["schemas"]["Sentence"]["required"])
    assert "error.internal" in MESSAGES


def test_nothing_committed_names_a_machine_or_a_registry_host() -> None:
    strange = re.compile(r"/(root|home/\w+|tmp/\w+)/|https?://[^ \"')]*(/simple/|pypi\.org/simple)")
    found = []
    for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*"), *ROOT.glob("chalicelib/**/*.py")]:
        if path.is_file() and path.suffix in {".md", ".py", ".json"}:
            found += [f"{path.name}: {m.group()}" for m in strange.finditer(path.read_text())]

    assert [] == found

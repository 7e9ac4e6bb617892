"""What loading the doors costs, and that every code has its sentences."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from chalicelib.calibration.evidence import LeftOut
from chalicelib.calibration.proposal import Reason
from chalicelib.foundation.messages import MESSAGES

ROOT = Path(__file__).parents[3]


def test_loading_the_service_loads_no_heavy_library():
    script = (
        "import sys, chalicelib.calibration.service, chalicelib.appraisal.service;"
        "print(sorted({'numpy', 'sklearn', 'scipy'} & set(sys.modules)))"
    )

    said = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert said.stdout.strip() == "[]"


def test_appraisal_never_looks_at_an_interview():
    sources = [path.read_text() for path in (ROOT / "chalicelib/appraisal").rglob("*.py")]

    assert not [text for text in sources if "chalicelib.interviewing" in text]


def codes() -> list[str]:
    folders = [ROOT / "chalicelib/appraisal", ROOT / "chalicelib/calibration"]
    texts = [path.read_text() for folder in folders for path in folder.rglob("*.py")]
    errors = {code for text in texts for code in re.findall(r'^    code = "([\w-]+)"', text, re.M)}
    rows = {
        code
        for text in texts
        for code in re.findall(r'problem\(\s*[\w.]+, [^,]+,\s*"([\w-]+)"', text)
    }
    keys = {f"{kind}.{code}" for code in errors for kind in ("error", "next")}
    keys |= {f"row.{code}" for code in rows} | {f"left-out.{each.value}" for each in LeftOut}
    return sorted(keys | {f"proposal.{each.value}" for each in Reason})


@pytest.mark.parametrize("key", codes())
def test_every_code_has_its_sentence_in_both_languages(key):
    assert all(MESSAGES[key])

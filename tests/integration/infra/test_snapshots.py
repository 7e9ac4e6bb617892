"""The embedded AWS keeps its state: never before it has read the old one, never half of it."""

import subprocess
import sys
from pathlib import Path

from infra import bundle

BEGINNING = """
import threading, time, sys
from pathlib import Path
from infra import aws_local
from infra.aws_local import app, persistence
persistence.STATE_DIR, aws_local.SNAPSHOT_SECONDS = sys.argv[1], 0.02
file = Path(sys.argv[1], "x.json")

def wait_for_file():
    for _ in range(100):
        if file.exists():
            return file.read_text()
        time.sleep(0.05)
    return "nothing"
"""
SLOW_START = """
app._build_persistence_save_dict = lambda: {"x": lambda: {"rows": 1}}
app._load_persisted_state = lambda: None
aws_local.save_often()
time.sleep(0.3)
print("before the old state was read:", file.exists())
app._load_persisted_state()
print("after:", '"rows": 1' in wait_for_file())
"""
BUSY = """
turns = iter(["busy", "busy", {"rows": 2}])

def get_state():
    found = next(turns)
    if found == "busy":
        raise RuntimeError("dictionary changed size during iteration")
    return found

aws_local._save("x", get_state, {})
print("saved:", '"rows": 2' in wait_for_file())
"""


def said(script: str, folder: Path) -> list[str]:
    """What a process of its own says; its threads end with it."""
    done = subprocess.run(
        [sys.executable, "-c", BEGINNING + script, str(folder)],
        cwd=bundle.ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return done.stdout.splitlines()


def test_a_slow_start_writes_nothing_over_what_it_has_still_to_read(tmp_path):
    assert said(SLOW_START, tmp_path) == ["before the old state was read: False", "after: True"]


def test_state_that_changes_while_it_is_read_is_read_again(tmp_path):
    assert said(BUSY, tmp_path) == ["saved: True"]

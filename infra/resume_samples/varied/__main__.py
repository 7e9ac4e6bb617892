"""Write a folder of résumés: `python -m infra.resume_samples.varied OUT --count 500 --seed 3`."""

import argparse
import json
from pathlib import Path

from infra.resume_samples.varied import write


def main() -> None:
    """Write OUT/files/* and OUT/truth.json."""
    parser = argparse.ArgumentParser(description="Write résumés with their truth.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--vocabulary", choices=("train", "test"), default="test")
    asked = parser.parse_args()
    files = asked.folder / "files"
    files.mkdir(parents=True, exist_ok=True)
    truth = {}
    for written in write(asked.seed, asked.count, asked.vocabulary):
        (files / written.file_name).write_bytes(written.content)
        truth[written.file_name] = written.truth
    text = json.dumps(truth, ensure_ascii=False, indent=1)
    (asked.folder / "truth.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

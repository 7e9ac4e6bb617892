"""`make bench [PART=resumes|criteria|answers|appraisal|loop|performers|stack]`."""

import os
import sys

from tests.bench import answers, appraisal, criteria, loop, performers, resumes, stack

PARTS = {
    "resumes": resumes,
    "criteria": criteria,
    "answers": answers,
    "appraisal": appraisal,
    "loop": loop,
    "performers": performers,
    "stack": stack,
}


def main() -> int:
    """Run the parts asked for."""
    wished = os.environ.get("PART", "")
    if wished and wished not in PARTS:
        print(f"PART must be one of: {', '.join(PARTS)}", file=sys.stderr)
        return 2
    for name, part in PARTS.items():
        if wished in ("", name):
            part.main()
    return 0


if __name__ == "__main__":
    sys.exit(main())

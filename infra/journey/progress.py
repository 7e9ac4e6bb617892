"""What a person sees while the journey plays, and the report at its end."""

import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

_BAR = 24


@dataclass
class Step:
    """One step of the journey: what it did, how long it took, where to look."""

    title: str
    seconds: float = 0.0
    facts: list[str] = field(default_factory=list)
    look: str = ""

    def say(self, fact: str) -> None:
        """Add a line to the report."""
        self.facts.append(fact)


class Progress:
    """A live line per step on a terminal, plain lines elsewhere."""

    def __init__(self, total: int) -> None:
        self.steps: list[Step] = []
        self.total = total
        self.live = sys.stdout.isatty()
        self.started = time.monotonic()

    @contextmanager
    def step(self, title: str, look: str = "") -> Iterator[Step]:
        """Time one step and show it."""
        step = Step(title, look=look)
        self.steps.append(step)
        begun = time.monotonic()
        self._show(f"{self._head()} {title} …", end="")
        yield step
        step.seconds = time.monotonic() - begun
        self._show(f"{self._head()} {title}  {step.seconds:5.1f} s", end="\n")
        for fact in step.facts:
            print(f"         {fact}", flush=True)

    def count(self, done: int, of: int, unit: str) -> None:
        """Move the bar of the step that is running."""
        if self.live:
            filled = round(_BAR * done / max(of, 1))
            bar = "█" * filled + "░" * (_BAR - filled)
            self._show(f"{self._head()} {self.steps[-1].title} {bar} {done}/{of} {unit}", end="")

    def report(self, base: str) -> str:
        """The closing report."""
        lines = ["", "The journey, step by step", "-" * 60]
        for number, step in enumerate(self.steps, start=1):
            lines.append(f"{number:2d}. {step.title}  ({step.seconds:.1f} s)")
            lines += [f"      {fact}" for fact in step.facts]
            if step.look:
                lines.append(f"      look: {base}{step.look}")
        total = time.monotonic() - self.started
        lines += ["-" * 60, f"{len(self.steps)} steps in {total:.0f} s"]
        return "\n".join(lines)

    def _head(self) -> str:
        return f"[{len(self.steps):2d}/{self.total}]"

    def _show(self, text: str, end: str) -> None:
        if self.live:
            width = shutil.get_terminal_size().columns - 1
            print("\r\x1b[2K" + text[:width], end=end, flush=True)
        elif end:
            print(text, end=end, flush=True)

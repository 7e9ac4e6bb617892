"""Installs headless Chromium and its fonts for the browser tests, where the system has neither."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome")
PACKAGES = ("chromium", "fonts-noto-cjk", "fonts-dejavu-core")


def find() -> str | None:
    """The browser's path, or None."""
    wished = os.environ.get("CHROMIUM")
    return wished or next((path for path in map(shutil.which, NAMES) if path), None)


def _has_chinese_font() -> bool:
    listing = shutil.which("fc-list")
    if not listing:
        return False
    return bool(subprocess.run([listing, ":lang=zh"], capture_output=True, check=False).stdout)


def main() -> int:
    """Install what is missing; say plainly how to when this process may not."""
    if find() and _has_chinese_font():
        return 0
    apt = shutil.which("apt-get")
    if not apt or os.geteuid() != 0:
        print(
            "The browser tests need Chromium and a Chinese font. Install them once, for example: "
            f"sudo apt-get install {' '.join(PACKAGES)} (or set CHROMIUM=/path/to/it).",
            file=sys.stderr,
        )
        return 1
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([apt, "update", "-qq"], check=True, env=quiet, stdout=subprocess.DEVNULL)
    subprocess.run(
        [apt, "install", "-y", "-qq", *PACKAGES], check=True, env=quiet, stdout=subprocess.DEVNULL
    )
    return 0 if find() else 1


if __name__ == "__main__":
    sys.exit(main())

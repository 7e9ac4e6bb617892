"""One throw-away stack on which the whole journey is played, and a browser to look at it."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from infra import browser as installed
from infra import emulator, local, operator
from infra.journey import play
from infra.journey.world import World

SHOTS = Path(__file__).parents[2] / "build" / "screens"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
)


@dataclass
class Played:
    """A company on which the journey was played."""

    stack: local.Stack
    world: World
    report: str

    @property
    def base(self) -> str:
        """The front door."""
        return self.stack.public_url


@pytest.fixture(scope="package")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    """The journey, played once, with every function's IAM policy enforced."""
    before = dict(os.environ)
    port = emulator.free_port()
    base = f"http://127.0.0.1:{port}"
    stack = local.up(
        tmp_path_factory.mktemp("aws"), emulator.free_port(), persist=False, auth=True,
        public_url=base,
    )  # fmt: skip
    try:
        stack.serve(port)
        world, report = play.play(base, stack.endpoint)
        yield Played(stack, world, report)
    finally:
        stack.stop()
        os.environ.clear()
        os.environ.update(before)


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """Headless Chromium, put there by the test set-up."""
    path = installed.find()
    assert path, "no Chromium; run: make browser"
    SHOTS.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def signed_in(played: Played, chromium: Browser) -> Iterator[dict[str, object]]:
    """The cookies of an administrator who came by a one-time link, through the real page."""
    context = chromium.new_context(locale="en-US")
    page = context.new_page()
    page.goto(operator.sign_in("ops@example.com", "administrator"))
    page.get_by_role("button").last.click()
    page.wait_for_url(f"{played.base}/*")
    yield context.storage_state()
    context.close()


@dataclass
class Watched:
    """A page, and everything it did that it should not."""

    page: Page
    faults: list[str]

    def go(self, address: str) -> Page:
        """Open an address and wait for it."""
        self.page.goto(address, wait_until="load")
        return self.page

    def shot(self, name: str) -> None:
        """Keep a picture under build/screens."""
        self.page.screenshot(path=SHOTS / f"{name}.png", full_page=True)


def watched(page: Page, own: tuple[str, ...]) -> Watched:
    """Note console errors, page errors, and requests to anybody but ourselves."""
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(f"script: {error}"))

    def said(line: ConsoleMessage) -> None:
        # A conflict is an answer that the page settles itself: a draft sent twice over a slow line.
        if line.type == "error" and "status of 409" not in line.text:
            faults.append(f"console: {line.text} {line.location}")

    page.on("console", said)

    def note(request: object) -> None:
        url = getattr(request, "url", "")
        if not url.startswith((*own, "data:", "blob:", "about:")):
            faults.append(f"outside: {url}")

    page.on("request", note)
    return Watched(page, faults)

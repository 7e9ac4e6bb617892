"""The whole product on this machine: `python -m infra.local` (what `make run` starts).

Public for tests and tools: `up`, `Stack`, `Settings`. Addresses: HIRELOOP_PORT (8000) for people,
HIRELOOP_AWS_PORT (4566) for the embedded AWS, HIRELOOP_STATE (.local) for what is kept.
"""

import contextlib
import fcntl
import json
import logging
import os
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - a person may well start it with an older one
    sys.exit("HireLoop needs Python 3.11 or later; this is " + sys.version.split()[0] + ".")
sys.path.insert(0, str(Path(__file__).absolute().parent.parent))

from infra import bundle, deploy, emulator, mailbox
from infra.gateway import Gateway

DISK_NEEDED_MB = 500
#: What the recogniser of the embedded AWS is called wherever its words are shown.
STAND_IN = "amazon-transcribe (stub)"
log = logging.getLogger("launcher")


class CannotStart(Exception):
    """One clear sentence for the person at the keyboard."""


_REASONS: tuple[type[Exception], ...] = (
    CannotStart,
    emulator.StartFailed,
    bundle.PackagingFailed,
    deploy.DeploymentFailed,
)


@dataclass(frozen=True)
class Settings:
    """Where the stack lives."""

    state: Path = bundle.ROOT / ".local"
    port: int = 8000
    aws_port: int = 4566

    @classmethod
    def from_environment(cls) -> "Settings":
        """The person's choice. Raises CannotStart for a port that is no number."""
        return cls(
            Path(os.environ.get("HIRELOOP_STATE", str(cls.state))).absolute(),
            _port("HIRELOOP_PORT", cls.port),
            _port("HIRELOOP_AWS_PORT", cls.aws_port),
        )


@dataclass
class Stack:
    """A running, deployed stack."""

    emulator: emulator.Emulator
    public_url: str
    outputs: dict[str, str]
    gateway: Gateway | None = field(default=None)

    @property
    def endpoint(self) -> str:
        """Where every AWS service answers."""
        return self.emulator.endpoint

    @property
    def api_url(self) -> str:
        """Where the API answers without the gateway."""
        return f"{self.endpoint}/_aws/execute-api/{self.outputs['RestAPIId']}/api"

    def serve(self, port: int) -> str:
        """Open the front door; returns its address."""
        self.gateway = Gateway(port, self.api_url, lambda: mailbox.page(self.endpoint))
        return self.gateway.url

    def stop(self) -> None:
        """Close the door, save the state, end the embedded AWS."""
        if self.gateway:
            self.gateway.stop()
        self.emulator.stop()


Job = Callable[[Stack, Settings], bool]


def up(
    state: Path,
    aws_port: int,
    *,
    persist: bool = True,
    auth: bool = False,
    public_url: str = "http://127.0.0.1:8000",
) -> Stack:
    """Start the embedded AWS and deploy the product's own template to it.

    `auth` enforces the functions' IAM policies. Raises StartFailed, PackagingFailed,
    DeploymentFailed.
    """
    running = emulator.start(state, aws_port, persist=persist, auth=auth)
    try:
        log.info("AWS on %s", running.endpoint)
        package = bundle.local_bundle(bundle.ROOT / "build" / "bundle")
        log.info("packaged")
        outputs = _deploy(running.endpoint, package, public_url)
    except BaseException:
        running.stop()
        raise
    return Stack(running, public_url, outputs)


def _deploy(endpoint: str, package: Path, public_url: str) -> dict[str, str]:
    parameters = {
        "PublicUrl": public_url,
        "PartnerNetworks": "any",
        "ModelsDir": str(bundle.ROOT / "models"),
        "SpeechEngine": STAND_IN,
    }
    signature = f"{package.name}-{json.dumps(parameters, sort_keys=True)}"
    done = deploy.deploy(endpoint, package, parameters, bundle.short_hash(signature))
    if done.changed:
        deploy.restore_concurrency(endpoint, package)
        deploy.verify_sender(endpoint, package, parameters)
    log.info("deployed by CloudFormation" if done.changed else "unchanged since the last start")
    return done.outputs


def launch(settings: Settings) -> Stack:
    """What a person starts: `up`, the lost workflows' repair, the front door."""
    url = f"http://127.0.0.1:{settings.port}"
    stack = up(settings.state, settings.aws_port, public_url=url)
    try:
        deploy.run_reconcile(stack.endpoint, stack.outputs["ReconcileFunction"])
        stack.serve(settings.port)
    except BaseException:
        stack.stop()
        raise
    return stack


def check_machine(settings: Settings) -> None:
    """Refuse a start that cannot succeed. Raises CannotStart with what to do."""
    try:
        settings.state.mkdir(parents=True, exist_ok=True)
        (settings.state / ".writable").write_text("")
    except OSError as error:
        raise CannotStart(f"The folder {settings.state} cannot be written: {error}.") from error
    free_mb = shutil.disk_usage(settings.state).free // 2**20
    if free_mb < DISK_NEEDED_MB:
        raise CannotStart(
            f"Only {free_mb} MB are free in {settings.state}; HireLoop needs {DISK_NEEDED_MB} MB."
        )


def check_ports(settings: Settings) -> None:
    """Refuse a start on ports of somebody else. Raises CannotStart with what to do."""
    for name, port in (("HIRELOOP_PORT", settings.port), ("HIRELOOP_AWS_PORT", settings.aws_port)):
        if not emulator.port_is_free(port):
            raise CannotStart(
                f"Port {port} is taken by another program; stop that one or choose a port: "
                f"{name}={emulator.free_port()} make run"
            )


@contextlib.contextmanager
def alone(settings: Settings) -> Iterator[None]:
    """Hold the state folder for this launcher. Raises CannotStart when another one holds it."""
    with (settings.state / "lock").open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            lock.seek(0)
            raise CannotStart(
                f"HireLoop already runs from {settings.state} ({lock.read() or 'starting'}); "
                "stop it first with Ctrl-C or kill."
            ) from error
        lock.truncate(0)
        lock.write(f"process {os.getpid()}, http://127.0.0.1:{settings.port}/")
        lock.flush()
        yield


def main(job: Job | None = None) -> int:
    """Start, do the job, serve until Ctrl-C. Exit code 1 with one sentence when that cannot be.

    `job` gets the stack and the settings, and says whether to go on serving.
    """
    for number in (signal.SIGINT, signal.SIGTERM):  # both end it, from a terminal or a script
        signal.signal(number, signal.default_int_handler)
    logging.basicConfig(format="[%(relativeCreated)5.0f ms] %(message)s", level=logging.WARNING)
    log.setLevel(logging.INFO)
    try:
        settings = Settings.from_environment()
        check_machine(settings)
        with alone(settings):
            emulator.wait_for_predecessor(settings.state)
            check_ports(settings)
            stack = launch(settings)
            log.info("HireLoop: %s/   what it sent: %s/mailbox", *[stack.public_url] * 2)
            return _serve(stack, job, settings)
    except KeyboardInterrupt:
        return 130
    except _REASONS as error:
        print(error, file=sys.stderr)
        return 1


def _serve(stack: Stack, job: Job | None, settings: Settings) -> int:
    try:
        if job and not job(stack, settings):
            return 0
        with contextlib.suppress(KeyboardInterrupt):
            while stack.emulator.process.poll() is None:
                time.sleep(0.5)
            raise CannotStart("The embedded AWS ended by itself; start again, state is kept.")
    finally:
        for number in (signal.SIGINT, signal.SIGTERM):  # an impatient second one loses nothing
            signal.signal(number, signal.SIG_IGN)
        log.info("stopping, state is kept")
        stack.stop()
    return 0


def _port(name: str, default: int) -> int:
    text = os.environ.get(name, str(default))
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise CannotStart(f"{name}={text} is no port number; it must be from 1 to 65535.")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())

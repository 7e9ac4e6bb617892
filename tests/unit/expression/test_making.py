"""Making the networks: what cannot be fetched is told apart from what is wrong."""

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from infra.assets import WrongFile
from infra.bundle import ROOT
from infra.face import __main__ as command
from infra.face import making
from infra.face.making import NotFetched


def test_what_one_registry_does_not_give_keeps_no_other_network_from_being_made(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sources = [SimpleNamespace(package=name, name=name) for name in ("@npm", "a-wheel", "b-wheel")]
    made: list[str] = []

    def download(package: str, _: Path) -> Path:
        if package.startswith("@"):
            raise NotFetched("no network")
        return tmp_path

    monkeypatch.setattr(making, "missing", lambda _: sources)
    monkeypatch.setattr(making, "download", download)
    monkeypatch.setattr(making, "_make", lambda source, *_: made.append(source.name))
    with pytest.raises(NotFetched, match="no network"):
        making.make()
    assert made == ["a-wheel", "b-wheel"]


@pytest.mark.parametrize(
    ("problem", "arguments", "expected"),
    [
        (NotFetched("no network"), ["--go-on"], 0),
        (NotFetched("no network"), [], 1),
        (WrongFile("altered"), ["--go-on"], 1),
    ],
)
def test_set_up_goes_on_without_a_registry_and_never_with_a_wrong_file(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    problem: Exception,
    arguments: list[str],
    expected: int,
) -> None:
    def make() -> None:
        raise problem

    monkeypatch.setattr(command, "make", make)
    assert command.main(arguments) == expected
    assert str(problem) in capsys.readouterr().err


def test_a_machines_own_npm_that_fails_is_not_the_last_word(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    ran: list[list[str]] = []

    def execute(arguments: list[str], _: Path) -> None:
        ran.append(arguments)
        if arguments[0] == "/bin/npm":
            raise NotFetched("old npm")

    monkeypatch.setattr(making.shutil, "which", lambda _: "/bin/npm")
    monkeypatch.setattr(making, "_execute", execute)
    making._npm("@vladmandic/face-api@1.7.15", tmp_path)
    assert ran[0][0] == "/bin/npm"
    assert any(making.NPM in each for each in ran[1:])


def test_every_network_says_what_it_must_give() -> None:
    golden: dict[str, Any] = json.loads((ROOT / making.GOLDEN).read_text())
    entries = making._registry(ROOT)
    networks = {s.name for s in making.SOURCES if entries[s.name]["kind"] == "onnx"}
    assert networks == golden.keys()
    with pytest.raises(WrongFile, match="must give"):
        making.check("another", b"", golden)

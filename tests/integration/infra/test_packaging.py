"""Packaging stops with a reason rather than shipping something that cannot run."""

import hashlib
import sys
import zipfile

import pytest

from infra import assets, bundle, layering, packaging


def test_without_python_3_12_packaging_says_what_it_needs(monkeypatch):
    monkeypatch.setattr(packaging, "_version", lambda _: (3, 11))
    with pytest.raises(bundle.PackagingFailed, match=r"needs Python 3\.12 or later"):
        packaging.find_python()


def test_a_python_that_is_named_is_taken(monkeypatch):
    monkeypatch.setenv("PYTHON312", sys.executable)
    monkeypatch.setattr(
        packaging, "_version", lambda path: (3, 13) if path == sys.executable else (0, 0)
    )
    assert packaging.find_python() == sys.executable


def test_a_dependency_that_chalice_left_out_fails_the_package(tmp_path):
    chalice = tmp_path / "python"
    chalice.write_text("#!/bin/sh\necho 'Could not install dependencies: onnxruntime'\n")
    chalice.chmod(0o755)
    with pytest.raises(bundle.PackagingFailed, match="left out dependencies"):
        bundle.run_chalice(tmp_path, tmp_path / "out", str(chalice))


def test_a_function_over_250_mib_fails_the_package():
    sizes = {"RateAnswer": {"code": 60.0, "InferenceLayer": 190.1}, "Api": {"code": 60.0}}
    assert packaging.check_sizes(sizes) == [
        "RateAnswer is 250.1 MiB unzipped with its layers; the limit is 250"
    ]


def test_the_reader_of_frames_is_held_to_200_mib():
    parts = {"code": 74.0, "FramesLayer": 116.0}
    assert packaging.check_sizes({"ReadFrames": parts | {"FaceModelsLayer": 9.9}}) == []
    assert packaging.check_sizes({"ReadFrames": parts | {"FaceModelsLayer": 10.1}}) == [
        "ReadFrames is 200.1 MiB unzipped with its layers; the limit is 200"
    ]


def test_a_fault_in_the_template_is_found(tmp_path):
    (tmp_path / "sam.json").write_text(
        '{"Resources": {"Q": {"Type": "AWS::SQS::Queue", "Properties": {"QueName": "x"}}}}'
    )
    assert "QueName" in " ".join(packaging.check_template(tmp_path))


def test_the_same_files_make_the_same_zip(tmp_path):
    source = tmp_path / "a.txt"
    source.write_text("a")
    first, second = tmp_path / "1.zip", tmp_path / "2.zip"
    layering.write_zip(first, tmp_path, [source])
    source.touch()
    layering.write_zip(second, tmp_path, [source])
    assert first.read_bytes() == second.read_bytes()


def test_a_front_end_file_that_was_not_reviewed_is_refused_and_not_written(tmp_path, monkeypatch):
    wheel = tmp_path / "x.whl"
    with zipfile.ZipFile(wheel, "w") as file:
        file.writestr("x/x.js", "other")
    reviewed = hashlib.sha256(b"reviewed").hexdigest()
    asset = assets.Asset("x==1", "x/x.js", "x.js", reviewed)
    monkeypatch.setattr(assets, "ASSETS", (asset,))
    monkeypatch.setattr(assets, "_download", lambda *_: wheel)
    with pytest.raises(assets.WrongFile, match="not the file that was reviewed"):
        assets.fetch(tmp_path / "vendor")
    assert not (tmp_path / "vendor").exists()


def test_a_front_end_file_that_is_there_is_not_fetched_again(tmp_path, monkeypatch):
    asset = assets.Asset("x==1", "x/x.js", "x.js", hashlib.sha256(b"reviewed").hexdigest())
    monkeypatch.setattr(assets, "ASSETS", (asset,))
    asset.place(tmp_path).parent.mkdir(parents=True)
    asset.place(tmp_path).write_text("reviewed")
    assert assets.fetch(tmp_path) == []

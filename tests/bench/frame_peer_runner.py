"""Runs in the peers' own environment: each peer that can be had reads the same frames.

`python frame_peer_runner.py FOLDER TASK`: prints one JSON object a peer. TASK is MediaPipe's face
landmarker, which the mediapipe wheel of this version does not carry.
"""

import json
import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROUNDS = 10


def mediapipe(task: str) -> Callable[[object], bool]:
    """MediaPipe's own landmarker: points, movements and pose, no expression classes."""
    import mediapipe as mp
    from mediapipe.tasks.python import BaseOptions, vision

    options = vision.FaceLandmarkerOptions(
        base_options=BaseOptions(model_asset_path=task),
        output_face_blendshapes=True,
        output_facial_transformation_matrixes=True,
    )
    reader = vision.FaceLandmarker.create_from_options(options)

    def read(pixels: object) -> bool:
        image = mp.Image(image_format=mp.ImageFormat.SRGB, data=pixels)
        return bool(reader.detect(image).face_landmarks)

    return read


def fer(task: str) -> Callable[[object], bool]:
    """fer: a Haar cascade and seven expressions."""
    from fer.fer import FER

    reader = FER(mtcnn=False)
    return lambda pixels: bool(reader.detect_emotions(pixels[:, :, ::-1]))


def main(folder: str, task: str) -> None:
    import numpy as np
    from PIL import Image

    frames = {path.stem: path for path in sorted(Path(folder).glob("*.jpg"))}
    for peer in (mediapipe, fer):
        start = time.perf_counter()
        try:
            read = peer(task)
        except Exception as error:  # a peer that cannot be had is told, whatever stopped it
            why = f"{type(error).__name__}: {error}"[:200]
            print(json.dumps({"peer": peer.__name__, "error": why}))
            continue
        told = {"peer": peer.__name__, "create_ms": (time.perf_counter() - start) * 1000}
        for name, path in frames.items():
            taken = []
            for _ in range(ROUNDS):
                start = time.process_time()
                found = read(np.asarray(Image.open(path).convert("RGB")))
                taken.append((time.process_time() - start) * 1000)
            told[name], told[f"{name}_found"] = statistics.median(taken), found
        told["rss_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])

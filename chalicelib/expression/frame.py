"""One picture to one reading; a bad picture is told apart from a face that was not measured.

header -> picture -> finding -> mesh -> geometry, quality, classes. Only the first is light; the
others, with numpy, pillow and onnxruntime behind them, are loaded by the first frame that is read.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from chalicelib.expression import facing, header
from chalicelib.expression.reading import (
    FrameReading,
    FrameReason,
    FrameState,
    Measure,
    Unmeasured,
)

if TYPE_CHECKING:
    from PIL.Image import Image

    from chalicelib.expression.mesh import Mesh

READER_VERSION = "frame-reader-1"
LEAST_PRESENCE = 0.5
#: The movements that are kept of the 52.
OF_INTEREST = (
    "browDownLeft browDownRight browInnerUp eyeBlinkLeft eyeBlinkRight jawOpen "
    "mouthPressLeft mouthPressRight mouthSmileLeft mouthSmileRight"
).split()


def read(picture: bytes) -> FrameReading:
    """Read what one frame shows.

    Parameters
    ----------
    picture : a JPEG or a still WebP, within the limits of `header.check`.

    Returns
    -------
    FrameReading
        Of the largest face. `state` is `unusable` for a bad picture, `not_measured` where the
        networks are not installed, `read` otherwise, with a face or without.

    Raises
    ------
    ModelAltered
        A network's file is not the one that the registry names.
    """
    found = header.check(picture)
    if isinstance(found, FrameReason):
        return _unusable(found)
    try:
        return _read(picture, found)
    except (FileNotFoundError, ModuleNotFoundError):
        return FrameReading(FrameState.NOT_MEASURED, FrameReason.NO_MODEL, READER_VERSION)


def _read(picture: bytes, found: header.Header) -> FrameReading:
    from chalicelib.expression.picture import decode

    image = decode(picture, found)
    if isinstance(image, FrameReason):
        return _unusable(image)
    turned = (image.width < image.height) != (found.width < found.height)
    size = (found.height, found.width) if turned else (found.width, found.height)
    reading = FrameReading(FrameState.READ, FrameReason.NO_FACE, READER_VERSION, *size)
    faces, mesh = look(image)
    if mesh is None:
        return replace(reading, face_found=False, n_faces=0)
    reading = replace(
        reading,
        face_found=True,
        n_faces=faces,
        face_width_share=float(mesh.points[:, 0].max() - mesh.points[:, 0].min()) / image.width,
        presence=mesh.presence,
    )
    return _judged(_measured(reading, image, mesh))


def look(image: "Image") -> "tuple[int, Mesh | None]":
    """How many faces there are, and the points of the largest once the landmarks confirm it."""
    from chalicelib.expression import finding, mesh

    for look in finding.LOOKS:
        faces = finding.find(image, look)
        if faces and (traced := mesh.trace(image, faces[0])).presence >= LEAST_PRESENCE:
            return max(1, sum(face.score >= finding.SURE_SCORE for face in faces)), traced
    return 0, None


def _measured(reading: FrameReading, image: "Image", mesh: "Mesh") -> FrameReading:
    """Add everything that is read from a face."""
    from chalicelib.expression import classes, geometry, quality
    from chalicelib.expression.mesh import movements

    pose = geometry.head(mesh.points, *image.size)
    seen = quality.judge(mesh.crop, geometry.eye_distance(mesh.points))
    moved = movements(mesh)
    hidden = quality.expression_hidden(seen, pose)
    blind = quality.gaze_hidden(seen, pose, facing.closed(moved))
    shown = None if hidden else classes.classify(image, mesh, moved)
    shy = (Measure.EXPRESSION, Measure.SMILE, Measure.BLENDSHAPES)
    why = {**dict.fromkeys(shy, hidden), Measure.EYES: blind}
    return replace(
        reading,
        quality=seen,
        pose=pose,
        eyes=None if blind else geometry.eyes(mesh.points),
        expression7=shown.seven if shown else None,
        group4=shown.four if shown else None,
        smile=shown.smile if shown else None,
        blendshapes=None if hidden else {name: moved[name] for name in OF_INTEREST},
        unmeasured={measure.value: reason.value for measure, reason in why.items() if reason},
    )


def _judged(reading: FrameReading) -> FrameReading:
    """Add whether the person faces the phone, and what became of the frame.

    The lens is told apart later, when the person's own calibration is known.
    """
    phone = facing.phone(reading.pose, reading.eyes, reading.blendshapes)
    why = dict(reading.unmeasured)
    blind = why.get(Measure.EYES) or why.get(Measure.BLENDSHAPES)
    if phone is None and blind:
        why[Measure.FACING_PHONE.value] = blind
    reason = FrameReason.PARTLY if why else FrameReason.MEASURED
    why[Measure.FACING_LENS.value] = blind or Unmeasured.NOT_CALIBRATED.value
    return replace(reading, facing_phone=phone, unmeasured=why, reason=reason)


def _unusable(reason: FrameReason) -> FrameReading:
    return FrameReading(FrameState.UNUSABLE, reason, READER_VERSION)

"""What a PDF page draws beside its text: filled shapes, pictures, and rectangles that clip."""

import ctypes
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

from chalicelib.screening.reading import pdfium
from chalicelib.screening.reading.runs import Run

_MAX_OBJECTS = 4_000
_MAX_FORM_DEPTH = 3
Box = tuple[float, float, float, float]  # left, bottom, right, top


@dataclass(frozen=True, slots=True)
class Ground:
    """A filled shape or a picture, at its place in the order of drawing."""

    order: int
    box: Box
    colour: tuple[int, int, int] | None  # None: a picture
    opaque: bool


def placed(run: Run) -> Box:
    """A run's box on the page as it is stored, whatever way its text is turned."""
    low, high = run.base - run.look.size * 0.2, run.base + run.look.size * 0.75
    quarter = run.look.quarter
    if quarter == 0:
        return run.left, low, run.right, high
    if quarter == 1:
        return -high, run.left, -low, run.right
    if quarter == 2:
        return -run.right, -high, -run.left, -low
    return low, -run.right, high, -run.left


class Drawing:
    """What else a page draws: filled shapes and pictures, and when each text object comes."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.order: dict[int, int] = {}
        self.grounds: list[Ground] = []
        self._clips: dict[int, list[Box]] = {}
        self._floats = [ctypes.c_float() for _ in range(4)]
        self._ints = [ctypes.c_uint() for _ in range(4)]
        self._f_at = [ctypes.addressof(x) for x in self._floats]
        self._i_at = [ctypes.addressof(x) for x in self._ints]
        handle = pdfium.address(page.raw)
        for index in range(min(pdfium.count_objects(handle), _MAX_OBJECTS)):
            self._take(pdfium.object_at(handle, index), 0)

    def _take(self, item: int, depth: int) -> None:
        kind = pdfium.object_type(item)
        order = len(self.order) + 1
        self.order[item] = order
        if kind == raw.FPDF_PAGEOBJ_PATH:
            pdfium.draw_mode(item, self._i_at[0], self._i_at[1])
            if self._ints[0].value:
                pdfium.object_colour(item, *self._i_at)
                red, green, blue, alpha = (x.value for x in self._ints)
                self._ground(item, order, (red, green, blue), opaque=alpha > 240)
        elif kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING):
            self._ground(item, order, None, opaque=True)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _MAX_FORM_DEPTH:
            for index in range(min(pdfium.count_in_form(item), _MAX_OBJECTS)):
                if len(self.order) < _MAX_OBJECTS:
                    self._take(pdfium.object_in_form(item, index), depth + 1)

    def _ground(
        self, item: int, order: int, colour: tuple[int, int, int] | None, *, opaque: bool
    ) -> None:
        if pdfium.object_bounds(item, *self._f_at):
            left, bottom, right, top = (x.value for x in self._floats)
            self.grounds.append(Ground(order, (left, bottom, right, top), colour, opaque))

    def clipped(self, run: Run) -> bool:
        """Does a clipping rectangle cut the word's middle off?"""
        handle = run.look.handle
        if handle not in self._clips:
            self._clips[handle] = self._clip_boxes(handle) if handle else []
        clips = self._clips[handle]
        if not clips:
            return False
        box = placed(run)
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return any(not (c[0] <= x <= c[2] and c[1] <= y <= c[3]) for c in clips)

    def _clip_boxes(self, handle: int) -> list[Box]:
        clip = pdfium.clip_path(handle)
        paths = pdfium.count_clips(clip) if clip else 0
        return [box for n in range(min(paths, 3)) if (box := self._clip_box(clip, n))]

    def _clip_box(self, clip: int, path: int) -> Box | None:
        if pdfium.count_clip_segments(clip, path) not in (4, 5):
            return None  # no rectangle
        points = []
        for corner in (0, 2):
            segment = pdfium.clip_segment(clip, path, corner)
            pdfium.segment_point(segment, self._f_at[0], self._f_at[1])
            points.append((self._floats[0].value, self._floats[1].value))
        (x0, y0), (x1, y1) = points
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

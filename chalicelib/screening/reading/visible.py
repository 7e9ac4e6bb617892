"""Which words of a PDF page a reader can see; where colours leave doubt, the renderer decides."""

import ctypes
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

from chalicelib.screening.reading import pdfium
from chalicelib.screening.reading.runs import Look, Run

SMALLEST_POINTS = 2.0
_FAINT_ALPHA = 26  # of 255
_LIGHT = 225  # every channel at least so light: near the colour of paper
_SAME_COLOUR = 60  # sum of differences under which a text sinks into its ground
_INVISIBLE_MODES = (3, 7)
_MAX_OBJECTS = 4_000
_MAX_FORM_DEPTH = 3
_MAX_PIXELS = 1_200
# Taking a text away must change its pixels by so much of 255, or it was not to be seen.
_LEAST_CHANGE = 20
_SCAN_SHARE = 0.5
Box = tuple[float, float, float, float]  # left, bottom, right, top


@dataclass(frozen=True, slots=True)
class Ground:
    """A filled shape or a picture, at its place in the order of drawing."""

    order: int
    box: Box
    colour: tuple[int, int, int] | None  # None: a picture
    opaque: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """A page's words parted into those a reader sees and those it does not."""

    visible: list[Run]
    hidden: list[Run]
    scanned: bool  # the words lie unseen over a picture of themselves


def seen(page: pypdfium2.PdfPage, runs: list[Run], *, layered: bool) -> Seen:
    """Part the words of a page.

    Parameters
    ----------
    runs : its words.
    layered : the file has layers that may be switched off, so every word is looked at.
    """
    box = _page_box(page)
    drawn = _Drawing(page)
    sure: set[int] = set()
    doubted: dict[int, list[Run]] = {}
    invisible: list[Run] = []
    for run in runs:
        if run.look.mode in _INVISIBLE_MODES:
            invisible.append(run)
        elif _surely_hidden(run, box):
            sure.add(id(run))
        elif layered or _doubtful(run, drawn):
            doubted.setdefault(run.look.handle, []).append(run)
    scanned = _is_scan(invisible, len(runs) - len(invisible), drawn, box)
    if not scanned:
        sure.update(map(id, invisible))
    if doubted:
        sure.update(_unseen(page, doubted, box))
    return Seen(
        [run for run in runs if id(run) not in sure],
        [run for run in runs if id(run) in sure],
        scanned,
    )


def _surely_hidden(run: Run, box: Box) -> bool:
    if run.look.size < SMALLEST_POINTS or run.look.alpha < _FAINT_ALPHA:
        return True
    left, bottom, right, top = placed(run)
    return right < box[0] + 1 or left > box[2] - 1 or top < box[1] + 1 or bottom > box[3] - 1


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


def _doubtful(run: Run, drawn: "_Drawing") -> bool:
    look = run.look
    if min(look.colour) >= _LIGHT or look.alpha < 2 * _FAINT_ALPHA or drawn.clipped(run):
        return True
    if not drawn.grounds:
        return False
    box = placed(run)
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    order = drawn.order.get(look.handle, 0)
    for ground in drawn.grounds:
        if ground.box[0] <= x <= ground.box[2] and ground.box[1] <= y <= ground.box[3]:
            if ground.order > order:
                return ground.opaque
            if ground.colour and _near(ground.colour, look):
                return True
    return False


def _near(colour: tuple[int, int, int], look: Look) -> bool:
    return sum(abs(a - b) for a, b in zip(colour, look.colour, strict=True)) < _SAME_COLOUR


def _is_scan(invisible: list[Run], visible: int, drawn: "_Drawing", box: Box) -> bool:
    if not invisible or visible * 3 > len(invisible):
        return False
    area = max((box[2] - box[0]) * (box[3] - box[1]), 1.0)
    pictures = (g.box for g in drawn.grounds if g.colour is None)
    return any((b[2] - b[0]) * (b[3] - b[1]) >= _SCAN_SHARE * area for b in pictures)


def _page_box(page: pypdfium2.PdfPage) -> Box:
    return page.get_bbox()  # type: ignore[no-any-return]


class _Drawing:
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


def _unseen(page: pypdfium2.PdfPage, doubted: dict[int, list[Run]], box: Box) -> set[int]:
    """Draw the page with and without the doubted texts: what changes no pixel cannot be seen."""
    width, height = box[2] - box[0], box[3] - box[1]
    scale = min(1.0, _MAX_PIXELS / max(width, height, 1.0))
    before = _pixels(page, scale)
    modes = {handle: pdfium.render_mode(handle) for handle in doubted if handle}
    for handle in modes:
        pdfium.set_render_mode(handle, 3)
    after = _pixels(page, scale)
    for handle, mode in modes.items():
        pdfium.set_render_mode(handle, mode)
    rotation = page.get_rotation()
    return {
        id(run)
        for runs in doubted.values()
        for run in runs
        if not _changes(before, after, _on_bitmap(placed(run), box, scale, rotation))
    }


@dataclass(frozen=True, slots=True)
class _Bitmap:
    width: int
    height: int
    stride: int
    data: bytes


def _pixels(page: pypdfium2.PdfPage, scale: float) -> _Bitmap:
    bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
    return _Bitmap(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))


def _on_bitmap(at: Box, page: Box, scale: float, rotation: int) -> tuple[int, int, int, int]:
    """The pixels (left, top, right, bottom) of a place on the page."""
    x0, x1 = at[0] - page[0], at[2] - page[0]
    y0, y1 = page[3] - at[3], page[3] - at[1]
    width, height = page[2] - page[0], page[3] - page[1]
    if rotation == 90:
        x0, y0, x1, y1 = height - y1, x0, height - y0, x1
    elif rotation == 180:
        x0, y0, x1, y1 = width - x1, height - y1, width - x0, height - y0
    elif rotation == 270:
        x0, y0, x1, y1 = y0, width - x1, y1, width - x0
    return int(x0 * scale), int(y0 * scale), int(x1 * scale) + 1, int(y1 * scale) + 1


def _changes(before: _Bitmap, after: _Bitmap, at: tuple[int, int, int, int]) -> bool:
    left, right = max(at[0], 0), min(at[2], before.width)
    for y in range(max(at[1], 0), min(at[3], before.height)):
        start = y * before.stride
        one, other = (b.data[start + left : start + right] for b in (before, after))
        if one != other and any(
            abs(a - b) >= _LEAST_CHANGE for a, b in zip(one, other, strict=True)
        ):
            return True
    return False

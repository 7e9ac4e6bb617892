"""Which words of a PDF page a reader can see; where colours leave doubt, the renderer decides."""

from dataclasses import dataclass

import pypdfium2

from chalicelib.screening.reading import pdfium
from chalicelib.screening.reading.drawing import Box, Drawing, placed
from chalicelib.screening.reading.runs import Look, Run

SMALLEST_POINTS = 2.0
_FAINT_ALPHA = 26  # of 255
_LIGHT = 225  # every channel at least so light: near the colour of paper
_SAME_COLOUR = 60  # sum of differences under which a text sinks into its ground
_INVISIBLE_MODES = (3, 7)
_MAX_PIXELS = 1_200
# Taking a text away must change its pixels by so much of 255, or it was not to be seen.
_LEAST_CHANGE = 20
_SCAN_SHARE = 0.5


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
    drawn = Drawing(page)
    sure: set[int] = set()
    doubted: list[Run] = []
    invisible: list[Run] = []
    for run in runs:
        if run.look.mode in _INVISIBLE_MODES:
            invisible.append(run)
        elif _surely_hidden(run, box):
            sure.add(id(run))
        elif layered or _doubtful(run, drawn):
            doubted.append(run)
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


def _doubtful(run: Run, drawn: Drawing) -> bool:
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


def _is_scan(invisible: list[Run], visible: int, drawn: Drawing, box: Box) -> bool:
    if not invisible or visible * 3 > len(invisible):
        return False
    area = max((box[2] - box[0]) * (box[3] - box[1]), 1.0)
    pictures = (g.box for g in drawn.grounds if g.colour is None)
    return any((b[2] - b[0]) * (b[3] - b[1]) >= _SCAN_SHARE * area for b in pictures)


def _page_box(page: pypdfium2.PdfPage) -> Box:
    return page.get_bbox()  # type: ignore[no-any-return]


def _unseen(page: pypdfium2.PdfPage, doubted: list[Run], box: Box) -> set[int]:
    """Draw the page with and without the doubted texts: what changes no pixel cannot be seen."""
    width, height = box[2] - box[0], box[3] - box[1]
    scale = min(1.0, _MAX_PIXELS / max(width, height, 1.0))
    before = _pixels(page, scale)
    handles = {handle for run in doubted for handle in run.handles if handle}
    modes = {handle: pdfium.render_mode(handle) for handle in handles}
    for handle in modes:
        pdfium.set_render_mode(handle, 3)
    after = _pixels(page, scale)
    for handle, mode in modes.items():
        pdfium.set_render_mode(handle, mode)
    rotation = page.get_rotation()
    return {
        id(run)
        for run in doubted
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

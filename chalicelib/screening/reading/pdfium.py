"""PDFium's text calls with the cheapest signatures: they run for every word of every page."""

import ctypes
from typing import Any

from pypdfium2 import raw

_VOID = ctypes.c_void_p
_INT = ctypes.c_int


def address(handle: Any) -> int:
    """A pypdfium2 handle or function as a plain integer."""
    return ctypes.cast(handle, _VOID).value or 0


def _cheap(function: Any, result: Any, *arguments: Any) -> Any:
    """The same function by its address; pointers are plain integers."""
    return ctypes.CFUNCTYPE(result, *arguments)(address(function))


text_object = _cheap(raw.FPDFText_GetTextObject, _VOID, _VOID, _INT)
char_origin = _cheap(raw.FPDFText_GetCharOrigin, _INT, _VOID, _INT, _VOID, _VOID)
loose_box = _cheap(raw.FPDFText_GetLooseCharBox, _INT, _VOID, _INT, _VOID)
unicode_of = _cheap(raw.FPDFText_GetUnicode, ctypes.c_uint, _VOID, _INT)
all_text = _cheap(raw.FPDFText_GetText, _INT, _VOID, _INT, _INT, _VOID)
font_size = _cheap(raw.FPDFText_GetFontSize, ctypes.c_double, _VOID, _INT)
font_weight = _cheap(raw.FPDFText_GetFontWeight, _INT, _VOID, _INT)
font_info = _cheap(
    raw.FPDFText_GetFontInfo, ctypes.c_ulong, _VOID, _INT, _VOID, ctypes.c_ulong, _VOID
)
char_matrix = _cheap(raw.FPDFText_GetMatrix, _INT, _VOID, _INT, _VOID)
fill_colour = _cheap(raw.FPDFText_GetFillColor, _INT, _VOID, _INT, *(_VOID,) * 4)
font_of = _cheap(raw.FPDFTextObj_GetFont, _VOID, _VOID)
render_mode = _cheap(raw.FPDFTextObj_GetTextRenderMode, _INT, _VOID)
set_render_mode = _cheap(raw.FPDFTextObj_SetTextRenderMode, _INT, _VOID, _INT)
count_objects = _cheap(raw.FPDFPage_CountObjects, _INT, _VOID)
object_at = _cheap(raw.FPDFPage_GetObject, _VOID, _VOID, _INT)
count_in_form = _cheap(raw.FPDFFormObj_CountObjects, _INT, _VOID)
object_in_form = _cheap(raw.FPDFFormObj_GetObject, _VOID, _VOID, ctypes.c_ulong)
object_type = _cheap(raw.FPDFPageObj_GetType, _INT, _VOID)
object_bounds = _cheap(raw.FPDFPageObj_GetBounds, _INT, _VOID, *(_VOID,) * 4)
object_colour = _cheap(raw.FPDFPageObj_GetFillColor, _INT, _VOID, *(_VOID,) * 4)
draw_mode = _cheap(raw.FPDFPath_GetDrawMode, _INT, _VOID, _VOID, _VOID)
clip_path = _cheap(raw.FPDFPageObj_GetClipPath, _VOID, _VOID)
count_clips = _cheap(raw.FPDFClipPath_CountPaths, _INT, _VOID)
count_clip_segments = _cheap(raw.FPDFClipPath_CountPathSegments, _INT, _VOID, _INT)
clip_segment = _cheap(raw.FPDFClipPath_GetPathSegment, _VOID, _VOID, _INT, _INT)
segment_point = _cheap(raw.FPDFPathSegment_GetPoint, _INT, _VOID, _VOID, _VOID)

"""A drawn face that the detectors take for one: no photograph is needed to test reading."""

import io
import math
from typing import Any

from PIL import Image, ImageDraw, ImageFilter

SKIN, SHADE, HAIR = (214, 172, 146), (172, 126, 104), (58, 42, 34)


def face(side: int = 400, smile: bool = False) -> Image.Image:
    """A face seen from the front, filling a square of `side` pixels."""
    image = Image.new("RGB", (400, 400), (120, 130, 140))
    draw = ImageDraw.Draw(image)
    draw.ellipse((88, 20, 312, 330), fill=HAIR)
    draw.rectangle((160, 320, 240, 400), fill=SHADE)
    draw.ellipse((100, 50, 300, 360), fill=SKIN)
    draw.pieslice((88, 10, 312, 200), 180, 360, fill=HAIR)
    draw.ellipse((108, 90, 292, 250), fill=SKIN)
    for x in (152, 248):
        draw.ellipse((x - 30, 148, x + 30, 196), fill=SHADE)
        draw.ellipse((x - 26, 158, x + 26, 186), fill=(244, 240, 236))
        draw.ellipse((x - 13, 158, x + 13, 186), fill=(70, 48, 36))
        draw.ellipse((x - 6, 165, x + 6, 179), fill=(10, 8, 8))
        draw.arc((x - 36, 128, x + 36, 176), 205, 335, fill=HAIR, width=8)
    draw.polygon(((192, 180), (208, 180), (222, 248), (178, 248)), fill=(196, 150, 126))
    draw.ellipse((176, 232, 224, 256), fill=(190, 142, 120))
    for x in (188, 212):
        draw.ellipse((x - 6, 244, x + 6, 252), fill=(110, 70, 60))
    if smile:
        draw.chord((145, 240, 255, 322), 15, 165, fill=(150, 50, 56))
        draw.chord((155, 250, 245, 306), 18, 162, fill=(246, 244, 240))
    else:
        draw.ellipse((162, 280, 238, 304), fill=(176, 82, 82))
        draw.line((164, 292, 236, 292), fill=(110, 44, 48), width=3)
    soft = image.filter(ImageFilter.GaussianBlur(1.6))
    return soft.resize((side, side), Image.Resampling.LANCZOS)


def frame(
    share: float = 0.4, size: tuple[int, int] = (640, 480), smile: bool = False, turn: float = 0
) -> Image.Image:
    """A frame in which the drawn face is `share` of the width."""
    image = Image.new("RGB", size, (120, 130, 140))
    side = round(size[0] * share * 2)
    drawn = face(side, smile).rotate(turn, fillcolor=(120, 130, 140))
    image.paste(drawn, ((size[0] - side) // 2, (size[1] - side) // 2))
    return image


def encoded(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    """The bytes of a picture."""
    held = io.BytesIO()
    image.save(held, kind, **({"quality": 90} | options if kind != "PNG" else options))
    return held.getvalue()


def darker(image: Image.Image, factor: float) -> Image.Image:
    """A picture with every brightness times `factor`."""
    return image.point(lambda value: min(255, math.floor(value * factor)))

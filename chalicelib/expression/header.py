"""What a picture's first bytes say: its format and size, before anything is decoded.

A decoder believes the size that a file claims, and sets memory aside for it. So the claim is read
here first, by our own few lines, and a claim that costs too much is refused.
"""

from dataclasses import dataclass

from chalicelib.expression.reading import FrameReason

MOST_BYTES = 2 * 1024 * 1024
LEAST_SIDE_PIXELS = 32
MOST_PIXELS = {"JPEG": 25_000_000, "WEBP": 12_500_000}
#: A progressive JPEG goes over its pixels once a scan; ordinary ones have up to a dozen.
MOST_SCANNED_PIXELS = 300_000_000

_SCAN, _END = 0xDA, b"\xff\xd9"
#: JPEG start-of-frame markers, which carry height and width; SOF 5-7 and 9-15 are never decoded.
_SIZES = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
_BARE = frozenset({0x01, *range(0xD0, 0xD9)})
_HEIC = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1"})
#: Pictures of a kind that is refused with the advice to send JPEG.
_OTHERS = (
    b"\x89PNG",
    b"GIF8",
    b"BM",
    b"II*\x00",
    b"MM\x00*",
    b"%PDF",
    b"<svg",
    b"\x00\x00\x01\x00",
)


@dataclass(frozen=True)
class Header:
    """Format and size in pixels, as claimed and not yet turned upright."""

    format: str
    width: int
    height: int


def check(picture: bytes) -> Header | FrameReason:
    """The format and size of a picture that may be decoded, or why it may not.

    Parameters
    ----------
    picture : a JPEG of at most 25 megapixels or a still WebP of at most 12.5, both at most 2 MiB.

    Source
    ------
    JPEG: ITU-T T.81, annex B. WebP: RFC 9649, section 2.
    """
    if not picture:
        return FrameReason.EMPTY
    if len(picture) > MOST_BYTES:
        return FrameReason.TOO_LARGE
    if picture.startswith(b"\xff\xd8\xff"):
        return _jpeg(picture)
    if picture[:4] == b"RIFF" and picture[8:12] == b"WEBP":
        return _webp(picture)
    if picture[4:8] == b"ftyp":
        return FrameReason.HEIC if picture[8:12] in _HEIC else FrameReason.WRONG_FORMAT
    return FrameReason.WRONG_FORMAT if picture.startswith(_OTHERS) else FrameReason.NOT_A_PICTURE


def _jpeg(picture: bytes) -> Header | FrameReason:
    size = _jpeg_size(picture)
    # Phones put depth maps and other trailers behind the end: it need only follow the last scan.
    if size is None or not 0 < picture.rfind(bytes((0xFF, _SCAN))) < picture.rfind(_END):
        return FrameReason.TRUNCATED
    scans = picture.count(bytes((0xFF, _SCAN)))
    if scans * size[0] * size[1] > MOST_SCANNED_PIXELS:
        return FrameReason.TOO_MANY_PIXELS
    return _sized("JPEG", *size)


def _jpeg_size(picture: bytes) -> tuple[int, int] | None:
    """Width and height from the first start-of-frame segment, None when the header breaks off."""
    at = 2
    while at + 4 <= len(picture) and picture[at] == 0xFF:
        marker = picture[at + 1]
        if marker == 0xFF or marker in _BARE:
            at += 1 if marker == 0xFF else 2
            continue
        length = int.from_bytes(picture[at + 2 : at + 4])
        if marker == _SCAN or length < 2:
            return None
        if marker in _SIZES:
            field = picture[at + 5 : at + 9]
            return (int.from_bytes(field[2:4]), int.from_bytes(field[:2])) if field[3:] else None
        at += 2 + length
    return None


def _webp(picture: bytes) -> Header | FrameReason:
    if len(picture) < 8 + int.from_bytes(picture[4:8], "little") or len(picture) < 30:
        return FrameReason.TRUNCATED
    kind, field = picture[12:16], picture[20:30]
    if kind == b"VP8X":
        if field[0] & 0x02:
            return FrameReason.WRONG_FORMAT  # animated
        across, down = (int.from_bytes(field[at : at + 3], "little") + 1 for at in (4, 7))
    elif kind == b"VP8L":
        bits = int.from_bytes(field[1:5], "little")
        across, down = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    elif kind == b"VP8 ":
        across, down = (int.from_bytes(field[at : at + 2], "little") & 0x3FFF for at in (6, 8))
    else:
        return FrameReason.NOT_A_PICTURE
    return _sized("WEBP", across, down)


def _sized(kind: str, width: int, height: int) -> Header | FrameReason:
    if width * height > MOST_PIXELS[kind]:
        return FrameReason.TOO_MANY_PIXELS
    if min(width, height) < LEAST_SIDE_PIXELS:
        return FrameReason.TOO_SMALL
    return Header(kind, width, height)

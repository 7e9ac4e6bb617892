"""Pictures that mean harm, made here: bombs, broken files, wrong kinds, lies, EXIF tricks.

`python -m tests.bench.hostile_frames` reads them all in one process and exits with 1 when a promise
is broken: each ends in a reading, in five CPU seconds at most, and the process stays under 512 MB.
"""

import io
import random
import struct
import sys
import time
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from chalicelib.expression import frame
from chalicelib.expression.reading import FrameReading
from tests.unit.expression import drawn

SEED = 6_020
LEAST_FILES = 200
MOST_MB = 512
MOST_SECONDS = 5.0
Files = Iterator[tuple[str, bytes]]


def corpus(largest: int = 24_000_000) -> list[tuple[str, bytes]]:
    """Every file with its name; `largest` is the most pixels of those that really have them."""
    whole = drawn.encoded(drawn.frame(size=(320, 240)))
    webp = drawn.encoded(drawn.frame(size=(320, 240)), "WEBP")
    return [
        *_cut(whole, webp),
        *_flipped(whole, webp),
        *_lying(whole, webp),
        *_exif(),
        *_wrong(whole),
        *_odd(),
        *_heavy(largest),
    ]


def _cut(whole: bytes, webp: bytes) -> Files:
    for number in range(1, 21):
        yield f"jpeg cut at {number}/21", whole[: len(whole) * number // 21]
        yield f"jpeg cut at {number}/21, ended", whole[: len(whole) * number // 21] + b"\xff\xd9"
        yield f"webp cut at {number}/21", webp[: len(webp) * number // 21]


def _flipped(whole: bytes, webp: bytes) -> Files:
    chance = random.Random(SEED)
    for name, content in (("jpeg", whole), ("webp", webp)):
        for number in range(40):
            broken = bytearray(content)
            for _ in range(1 + number):
                broken[chance.randrange(2, len(broken))] = chance.randrange(256)
            yield f"{name} with {number + 1} bytes changed", bytes(broken)


def _lying(whole: bytes, webp: bytes) -> Files:
    at = whole.index(b"\xff\xc0") + 5
    for height, width in (
        (65_535, 65_535),
        (0, 0),
        (1, 65_535),
        (5_000, 4_999),
        (240, 0),
        (64, 64),
    ):
        yield (
            f"jpeg that says {width} x {height}",
            (whole[:at] + struct.pack(">HH", height, width) + whole[at + 4 :]),
        )
    for marker in (0xC1, 0xC2, 0xC3, 0xC5, 0xC9, 0xCA, 0xCF, 0xF7):
        yield f"jpeg of kind {marker:x}", whole.replace(b"\xff\xc0", bytes((0xFF, marker)), 1)
    for side in (1, 16_383, 16_777_215):
        sides = (side - 1).to_bytes(3, "little") * 2
        for flags in (0, 2, 255):
            body = b"WEBPVP8X" + struct.pack("<I", 10) + bytes((flags, 0, 0, 0)) + sides + webp[12:]
            yield (
                f"webp canvas {side}, flags {flags}",
                b"RIFF" + struct.pack("<I", len(body)) + body,
            )
    yield "webp of a length it has not", webp[:4] + b"\xff\xff\xff\x7f" + webp[8:]


def _exif() -> Files:
    image = drawn.frame(size=(320, 240))
    for orientation in (0, 1, 5, 6, 8, 9, 255, 65_535):
        exif = Image.Exif()
        exif[0x0112] = orientation
        yield f"orientation {orientation}", drawn.encoded(image, exif=exif.tobytes())
    loop = b"MM\0*\0\0\0\x08\0\x01\x87\x69\0\x04\0\0\0\x01\0\0\0\x08\0\0\0\x08"
    wild = {
        "empty": b"",
        "loop": loop,
        "a billion entries": b"MM\0*\0\0\0\x08\xff\xff" + b"\x01\x12\0\x03\x7f\xff\xff\xff" * 9,
        "offset beyond": b"II*\0\xff\xff\xff\x7f",
        "orientation as text": b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x02\0\0\0\x02A\0\0\0\0\0\0\0",
        "orientation as fraction": b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x05\0\0\0\x01\0\0\0\0"
        + bytes(9),
        "no tiff": b"????????",
        "long": bytes(60_000),
    }
    for name, content in wild.items():
        yield f"exif: {name}", drawn.encoded(image, exif=b"Exif\0\0" + content)


def _wrong(whole: bytes) -> Files:
    image = drawn.frame(size=(320, 240))
    for kind in ("PNG", "GIF", "BMP", "TIFF", "ICO", "PPM", "TGA"):
        held = io.BytesIO()
        image.save(held, kind)
        yield f"a whole {kind}", held.getvalue()
        yield f"{kind} with the first bytes of a jpeg", b"\xff\xd8\xff" + held.getvalue()[3:]
    for brand in (b"heic", b"heix", b"mif1", b"avif", b"mp42", b"qt  "):
        yield f"ftyp {brand!r}", b"\0\0\0\x18ftyp" + brand + bytes(64)
    sizes = struct.pack(">IIBBBBB", 30_000, 30_000, 16, 6, 0, 0, 0)
    bomb = (
        b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR" + sizes + struct.pack(">I", zlib.crc32(b"IHDR" + sizes))
    )
    packed = zlib.compress(bytes(900_000))
    yield (
        "png of 30,000 x 30,000 with 16 bits",
        bomb + struct.pack(">I", len(packed)) + b"IDAT" + packed,
    )
    yield from (
        ("nothing", b""),
        ("one byte", b"\xff"),
        ("jpeg start alone", b"\xff\xd8\xff"),
        ("text", b"hello " * 100),
        ("zeros", bytes(5_000)),
        ("marks only", b"\xff\xd8" + b"\xff" * 5_000 + b"\xff\xd9"),
        ("html", b"<html><script>alert(1)</script>"),
        ("svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("pdf", b"%PDF-1.7\n" + bytes(100)),
        ("zip", b"PK\x03\x04" + bytes(100)),
        ("elf", b"\x7fELF" + bytes(100)),
        ("three megabytes", whole + bytes(3_000_000)),
        ("jpeg with a zip behind it", whole + b"PK\x03\x04" + bytes(100)),
        ("jpeg twice", whole + whole),
    )


def _odd() -> Files:
    image = drawn.frame(size=(320, 240))
    for mode in ("L", "CMYK", "YCbCr", "1"):
        yield f"jpeg in {mode}", drawn.encoded(image.convert(mode))
    for quality in (1, 100):
        yield f"jpeg of quality {quality}", drawn.encoded(image, quality=quality)
    yield "progressive", drawn.encoded(image, progressive=True)
    held = io.BytesIO()
    image.save(
        held,
        "WEBP",
        save_all=True,
        append_images=[drawn.frame(size=(320, 240), smile=True)],
        duration=20,
    )
    yield "animated webp", held.getvalue()
    whole = drawn.encoded(image)
    comment = b"\xff\xfe\x00\x04hi"
    yield "20,000 comments", whole[:2] + comment * 20_000 + whole[2:]
    start = whole.index(b"\xff\xda")
    yield "20,000 scans", whole[:start] + whole[start : start + 60] * 20_000 + whole[-2:]
    for size in ((31, 400), (400, 31), (32, 5_000), (5_000, 32), (33, 33)):
        yield f"{size[0]} x {size[1]}", drawn.encoded(Image.effect_noise(size, 50).convert("RGB"))


def _heavy(largest: int) -> Files:
    side = int(largest**0.5)
    flat = Image.new("RGB", (side, side), (120, 130, 140))
    flat.paste(drawn.face(min(1200, side // 2)), (side // 4, side // 4))
    yield "as many pixels as may be", drawn.encoded(flat, quality=60)
    yield "as many pixels as may be, progressive", drawn.encoded(flat, quality=60, progressive=True)
    half = flat.resize((int(side * 0.7), int(side * 0.7)))
    yield "webp of half as many", drawn.encoded(half, "WEBP", quality=40, method=0)
    over = Image.new("L", (5_100, 5_100))
    yield "one megapixel too many", drawn.encoded(over, quality=30)


def main() -> int:
    """Read every file; 1 when a promise is broken."""
    files = corpus()
    ends: Counter[str] = Counter()
    broken, slowest = [], (0.0, "")
    for name, content in files:
        start = time.process_time()
        try:
            found = frame.read(content)
        except Exception as error:
            broken.append(f"{name}: {type(error).__name__}: {error}")
            continue
        slowest = max(slowest, (time.process_time() - start, name))
        ends[f"{found.state.value}: {found.reason.value}"] += 1
        if not isinstance(found, FrameReading):
            broken.append(f"{name}: no reading")
    for end, count in ends.most_common():
        print(f"  {end:<40}{count:5}")
    peak = peak_mb()
    print(f"{len(files)} files; slowest {slowest[0]:.2f} CPU s ({slowest[1]}); peak {peak:.0f} MB")
    if len(files) < LEAST_FILES or slowest[0] > MOST_SECONDS or peak > MOST_MB:
        broken.append("too few files, too slow or too large")
    print("\n".join(f"BROKEN {line}" for line in broken) or "every promise kept")
    return 1 if broken else 0


def peak_mb() -> float:
    """The most that this process ever held, in MB."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


if __name__ == "__main__":
    sys.exit(main())

"""Pictures of few colours, so that they stay small: the browser counts them, and this writes the file."""

import base64
import struct
import zlib
from typing import Any

_COLOURS = """async (png) => {
  const bitmap = await createImageBitmap(await (await fetch(png)).blob());
  const surface = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
  surface.drawImage(bitmap, 0, 0);
  const { data } = surface.getImageData(0, 0, bitmap.width, bitmap.height);
  const pixels = new Uint32Array(data.buffer);
  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const colours = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a));
  const parts = (colour) => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255];
  const palette = [];
  const distance = (a, b) => a.reduce((sum, each, i) => sum + (each - b[i]) ** 2, 0);
  const nearest = (colour) => palette.reduce((best, each, i) => (distance(each, colour) < distance(palette[best], colour) ? i : best), 0);
  for (const colour of colours) {
    const own = parts(colour);
    if (palette.length < 256 && (!palette.length || distance(palette[nearest(own)], own) > 40)) palette.push(own);
  }
  const index = new Map(colours.map((colour) => [colour, nearest(parts(colour))]));
  const bytes = Uint8Array.from(pixels, (pixel) => index.get(pixel));
  let text = "";
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return { width: bitmap.width, height: bitmap.height, palette: palette.flat(), indexes: btoa(text) };
}"""


def small(blank: Any, png: bytes) -> bytes:
    """The same picture as a PNG with a palette.

    Args:
        blank: an empty page of the browser.
    """
    address = f"data:image/png;base64,{base64.b64encode(png).decode()}"
    found = blank.evaluate(_COLOURS, address)
    width, height = found["width"], found["height"]
    indexes = base64.b64decode(found["indexes"])
    rows = b"".join(b"\0" + indexes[y * width : (y + 1) * width] for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = (
        (b"IHDR", header),
        (b"PLTE", bytes(found["palette"])),
        (b"IDAT", zlib.compress(rows, 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(map(_chunk, *zip(*parts, strict=True)))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

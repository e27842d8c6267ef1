"""The middle of places on a globe."""

from collections.abc import Sequence
from math import asin, atan2, cos, degrees, hypot, radians, sin


def middle(places: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The middle of at least one place, in degrees east and north: that of Japan and California is in the Pacific.

    Opposite places have none; then it is the first.

    >>> middle([(170, 0), (-170, 0)])
    (180.0, 0.0)
    """
    x = y = z = 0.0
    for lon, lat in places:
        east, north = radians(lon), radians(lat)
        x, y, z = x + cos(north) * cos(east), y + cos(north) * sin(east), z + sin(north)
    length = hypot(x, y, z)
    if length < 1e-6 * len(places):
        return places[0]
    return round(degrees(atan2(y, x)), 6), round(degrees(asin(z / length)), 6)

"""The middle of places on a map."""

from collections.abc import Sequence
from math import atan2, cos, degrees, hypot, radians, sin


def middle(places: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The middle of at least one place, in degrees east and north: that of Japan and California is in the Pacific.

    It lies between their parallels: on the globe that of America and Europe would be in Greenland. Opposite places have
    none; then it is the first.

    >>> middle([(170, 0), (-170, 10)])
    (180.0, 5.0)
    """
    x = sum(cos(radians(lon)) for lon, _ in places)
    y = sum(sin(radians(lon)) for lon, _ in places)
    if hypot(x, y) < 1e-6 * len(places):
        return places[0]
    return round(degrees(atan2(y, x)), 6), round(sum(lat for _, lat in places) / len(places), 6)

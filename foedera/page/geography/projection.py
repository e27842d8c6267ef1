"""The Natural Earth projection of the globe on the page's plane.

A compromise without much distortion of shapes or of areas where people live, with room for Europe; by the polynomial
of Šavrič, Jenny, Patterson, Petrovič and Hurni (2011). Its middle is 11 degrees east, so that its edge runs through
the Bering Strait and cuts no country.
"""

from math import radians

MIDDLE = 11
NORTH, SOUTH = 84, -58
"""The map ends at these parallels: there is nobody beyond."""

_RADIUS = 850.0  # of the globe on the plane, on which a country is some 20 wide


def project(lon: float, lat: float) -> complex:
    """A place in degrees on the plane, where east is right and south is down; see `turned`."""
    north = radians(lat)
    return complex(radians(lon - MIDDLE) * _across(north), -_up(north)) * _RADIUS


def turned(lon: float) -> float:
    """The longitude in degrees as counted within half a turn of the map's middle.

    >>> turned(172), turned(-172), turned(-168)
    (172, 188, -168)
    """
    return (lon - MIDDLE + 180) % 360 - 180 + MIDDLE


def rim() -> list[complex]:
    """The eastern edge of the map from north to south; the western one is its mirror image."""
    return [project(MIDDLE + 180, lat) for lat in range(NORTH, SOUTH - 1, -2)]


def _across(north: float) -> float:
    two = north * north
    four = two * two
    return 0.8707 - 0.131979 * two + four * (-0.013791 + four * (0.003971 * two - 0.001529 * four))


def _up(north: float) -> float:
    two = north * north
    four = two * two
    return north * (1.007226 + two * (0.015085 + four * (-0.044475 + 0.028874 * two - 0.005916 * four)))

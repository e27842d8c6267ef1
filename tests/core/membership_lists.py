"""Who was in which body, written down apart from the dataset: ISO alpha-3, former states by ISO 3166-3.

West Germany is DEU. A date is the first day of membership, or the first day no longer; NATO's founders, the CSTO's and
the others are counted from the day on which the treaty was in force for them.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

Spells = Mapping[str, str]

NATO_JOINED: Final = {
    "1949-08-24": "BEL CAN DNK FRA GBR ISL ITA LUX NLD NOR PRT USA",
    "1952-02-18": "GRC TUR",
    "1955-05-06": "DEU",
    "1982-05-30": "ESP",
    "1999-03-12": "CZE HUN POL",
    "2004-03-29": "BGR EST LTU LVA ROU SVK SVN",
    "2009-04-01": "ALB HRV",
    "2017-06-05": "MNE",
    "2020-03-27": "MKD",
    "2023-04-04": "FIN",
    "2024-03-07": "SWE",
}
EU_JOINED: Final = {
    "1958-01-01": "BEL DEU FRA ITA LUX NLD",
    "1973-01-01": "DNK GBR IRL",
    "1981-01-01": "GRC",
    "1986-01-01": "ESP PRT",
    "1995-01-01": "AUT FIN SWE",
    "2004-05-01": "CYP CZE EST HUN LTU LVA MLT POL SVK SVN",
    "2007-01-01": "BGR ROU",
    "2013-07-01": "HRV",
}
CSTO_JOINED: Final = {"2003-09-18": "ARM BLR KAZ KGZ RUS TJK", "2006-08-16": "UZB"}

JOINED: Final[Mapping[str, Spells]] = {"NATO": NATO_JOINED, "EU": EU_JOINED, "CSTO": CSTO_JOINED}
LEFT: Final[Mapping[str, Spells]] = {
    "NATO": {},
    "EU": {"2020-02-01": "GBR"},
    "CSTO": {"2012-12-19": "UZB"},
}

COUNTS: Final = (
    ("NATO", "1949-08-23", 0),
    ("NATO", "1950-06-25", 12),
    ("NATO", "1954-12-31", 14),
    ("NATO", "1966-03-10", 15),
    ("NATO", "1989-11-09", 16),
    ("NATO", "2001-09-11", 19),
    ("NATO", "2008-08-08", 26),
    ("NATO", "2014-02-20", 28),
    ("NATO", "2018-01-01", 29),
    ("NATO", "2022-02-24", 30),
    ("NATO", "2023-12-31", 31),
    ("NATO", "2026-06-30", 32),
    ("EU", "1957-12-31", 0),
    ("EU", "1965-04-08", 6),
    ("EU", "1975-01-01", 9),
    ("EU", "1985-02-01", 10),
    ("EU", "1993-11-01", 12),
    ("EU", "1999-05-01", 15),
    ("EU", "2005-01-01", 25),
    ("EU", "2009-12-01", 27),
    ("EU", "2016-06-23", 28),
    ("EU", "2020-01-31", 28),
    ("EU", "2022-03-01", 27),
    ("CSTO", "2003-09-17", 0),
    ("CSTO", "2005-01-01", 6),
    ("CSTO", "2010-06-14", 7),
    ("CSTO", "2012-12-18", 7),
    ("CSTO", "2022-01-06", 6),
)

WARSAW: Final = (
    ("1955-05-13", ""),
    ("1955-06-06", "ALB BGR CSK DDR HUN POL ROU SUN"),
    ("1956-11-04", "ALB BGR CSK DDR HUN POL ROU SUN"),
    ("1968-08-21", "ALB BGR CSK DDR HUN POL ROU SUN"),
    ("1968-09-12", "ALB BGR CSK DDR HUN POL ROU SUN"),
    ("1968-09-13", "BGR CSK DDR HUN POL ROU SUN"),
    ("1981-12-13", "BGR CSK DDR HUN POL ROU SUN"),
    ("1989-11-09", "BGR CSK DDR HUN POL ROU SUN"),
    ("1990-10-03", "BGR CSK HUN POL ROU SUN"),
    ("1991-06-30", "BGR CSK HUN POL ROU SUN"),
    ("1991-07-01", ""),
)

MNNA_DESIGNATED: Final = {
    "1996-07-21": "AUS EGY ISR JPN KOR NZL",
    "1996-11-12": "JOR",
    "1998-01-06": "ARG",
    "2002-03-14": "BHR",
    "2003-10-06": "PHL",
    "2003-12-30": "THA",
    "2004-01-15": "KWT",
    "2004-06-03": "MAR",
    "2004-06-16": "PAK",
    "2012-07-06": "AFG",
    "2015-07-10": "TUN",
    "2019-07-31": "BRA",
    "2022-03-10": "QAT",
    "2022-05-23": "COL",
    "2024-06-24": "KEN",
    "2026-01-14": "PER",
}
MNNA_ENDED: Final = {"2022-09-23": "AFG"}
MNNA_TITLE_10: Final = {"AUS", "EGY", "ISR", "JPN", "KOR"}

UKRAINE_SIGNED: Final = {
    "2024-01-12": "GBR",
    "2024-02-16": "DEU FRA",
    "2024-02-23": "DNK",
    "2024-02-24": "CAN ITA",
    "2024-03-01": "NLD",
    "2024-04-03": "FIN",
    "2024-04-11": "LVA",
    "2024-05-27": "ESP",
    "2024-05-28": "BEL PRT",
    "2024-05-31": "ISL NOR SWE",
    "2024-06-13": "JPN USA",
    "2024-06-27": "EST EU LTU",
    "2024-07-08": "POL",
    "2024-07-10": "LUX",
    "2024-07-11": "ROU",
    "2024-07-18": "CZE SVN",
    "2024-09-04": "IRL",
    "2024-10-09": "HRV",
    "2024-10-17": "GRC",
    "2025-01-21": "ALB",
}


def spread(spells: Spells) -> dict[str, str]:
    """By country, the day."""
    return {country: day for day, countries in spells.items() for country in countries.split()}


def on(day: str, joined: Spells, left: Spells) -> dict[str, str]:
    """Who was in on a day, since when."""
    gone = {country for country, until in spread(left).items() if until <= day}
    return {
        country: since for country, since in spread(joined).items() if since <= day and country not in gone
    }


def days_around(*tables: Spells) -> list[str]:
    """Each day on which something changed, with the one before it."""
    changes = sorted({day for table in tables for day in table})
    return [day for each in changes for day in ((date.fromisoformat(each) - timedelta(1)).isoformat(), each)]

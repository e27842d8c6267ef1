"""What else a reader of the three documents asks for: asides, reports, and a slip in a date."""

from typing import Final

from .seed_answer import AJIL, Answer, ask, says

MORE: Final[tuple[Answer, ...]] = (
    says("heritage-ib5242/kazakhstan-intervention", value="Kazakhstan", lacks={"subject": "United States"}),
    says("heritage-ib5242/verbal-assurance", value={"myths"}, lacks={"comparator": "="}),
    says(
        "heritage-ib5242/russia-nato-border-length",
        comparator="about",
        value={"750 miles"},
        record={"Finland"},
        lacks={"comparator": "="},
    ),
    says("heritage-ib5242/russia-border-length", comparator=">", value={"12,000"}, lacks={"comparator": "="}),
    says(
        "heritage-ib5242/reported-offer",
        "nbc-2022-01-08",
        value={"fewer exercises"},
        note={"denied"},
        lacks={"note": None},
    ),
    says(
        "heritage-ib5242/guardian-date",
        "guardian-2021-12-17",
        value={"2022"},
        record={"2021"},
        lacks={"record": None},
    ),
    says("ajil-2024-ukraine/biden-not-ready", value={"not yet ready"}, lacks={"subject": {"Georgia"}}),
    ask("claims-against-record").gives(
        AJIL, has={"claim": "ajil-2024-ukraine/countries-24"}, lacks={"record": None}
    ),
)

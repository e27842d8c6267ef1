"""`compare`: agreements provision by provision."""

from typing import Annotated

import typer

from .options import Datasets, Form, On
from .output import Format, emit
from .session import database


def compare(
    agreements: Annotated[
        list[str], typer.Argument(metavar="AGREEMENT...", help="Two or more, by id or title.")
    ],
    on: On = None,
    datasets: Datasets = None,
    form: Form = Format.table,
) -> None:
    """Agreements side by side, provision by provision.

    Their terms, what an attack sets off, the sums, and what else each promises; what is the same, what
    differs and in what; what has ended on the day, or does not hold for another reason, is marked. A dash
    means that the graph holds nothing of it, not that the text is silent.

    \b
    Examples:
      foedera compare us-ukraine-2024 uk-ukraine-2024 germany-ukraine-2024
      foedera compare us-japan-1951 us-japan-1960
      foedera compare us-ukraine-2024 c-sipa-bahrain-2023 --on 2024-07-01 --format csv
    """
    from .beside import of_comparison

    with database() as db:
        found = db.compare(*agreements, on=on, datasets=datasets)
    emit(of_comparison(found, form), form)

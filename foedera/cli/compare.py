"""`compare`: agreements provision by provision."""

from typing import Annotated

import typer

from .options import Datasets, Form
from .output import Format, emit
from .session import database


def compare(
    agreements: Annotated[
        list[str], typer.Argument(metavar="AGREEMENT...", help="Two or more, by id or title.")
    ],
    datasets: Datasets = None,
    form: Form = Format.table,
) -> None:
    """Agreements side by side, provision by provision.

    Their terms, what an attack sets off, the sums, and what else each promises; what is the same, what
    differs and in what. A dash means that the graph holds nothing of it, not that the text is silent.

    \b
    Examples:
      foedera compare us-ukraine-2024 uk-ukraine-2024 germany-ukraine-2024
      foedera compare us-japan-1951 us-japan-1960
      foedera compare us-ukraine-2024 c-sipa-bahrain-2023 --format csv
    """
    from .beside import of_comparison

    with database() as db:
        found = db.compare(*agreements, datasets=datasets)
    emit(of_comparison(found, form), form)

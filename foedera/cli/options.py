"""Arguments and options that several commands share, declared once."""

from typing import Annotated, TypeAlias

import click
import typer

from .output import Format

Form: TypeAlias = Annotated[Format, typer.Option("--format", "-f", help="How to write the answer.")]
On: TypeAlias = Annotated[
    str | None, typer.Option("--on", metavar="DATE", help="The day asked about; today where it is left out.")
]
Datasets: TypeAlias = Annotated[
    str | None,
    typer.Option("--datasets", metavar="NAMES", help="Datasets, with commas, or all; core where left out."),
]
Timeout: TypeAlias = Annotated[
    float | None,
    typer.Option(
        click_type=click.FloatRange(min=0, min_open=True), metavar="SECONDS", help="Stop after so long."
    ),
]
Params: TypeAlias = Annotated[
    list[str] | None, typer.Option("--param", "-p", metavar="NAME=VALUE", help="A parameter; repeatable.")
]

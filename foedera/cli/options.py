"""Arguments and options that several commands share, declared once."""

import math
from typing import Annotated, Any, TypeAlias

import click
import typer

from .output import Format


class Seconds(click.FloatRange):
    """A time limit that both engines keep; not-a-number is within no range, and Click lets it pass."""

    def __init__(self) -> None:
        super().__init__(min=0.001, max=86_400)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        seconds = super().convert(value, param, ctx)
        if math.isnan(seconds):
            self.fail(f"{value} is not in the range", param, ctx)
        return seconds


class Two(click.Tuple):
    """Two names; where one was forgotten, Click takes the option that follows for it."""

    def __init__(self) -> None:
        super().__init__([str, str])

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[Any, ...]:
        found = super().convert(value, param, ctx)
        for before, each in zip(("", f", after {found[0]}"), found, strict=True):
            if each.startswith("-"):
                self.fail(
                    f"expected two, {param.metavar if param else 'ONE OTHER'}, and got {each}{before}",
                    param,
                    ctx,
                )
        return found


Form: TypeAlias = Annotated[Format, typer.Option("--format", "-f", help="How to write the answer.")]
On: TypeAlias = Annotated[
    str | None, typer.Option("--on", metavar="DATE", help="The day asked about; today where it is left out.")
]
Datasets: TypeAlias = Annotated[
    str | None,
    typer.Option("--datasets", metavar="NAMES", help="Datasets, with commas, or all; core where left out."),
]
Prefer: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="The dataset believed first where several have one instrument."),
]
Timeout: TypeAlias = Annotated[
    float | None,
    typer.Option(click_type=Seconds(), metavar="SECONDS", help="Stop after so long, 0.001 to 86400."),
]
Params: TypeAlias = Annotated[
    list[str] | None, typer.Option("--param", "-p", metavar="NAME=VALUE", help="A parameter; repeatable.")
]

"""Arguments and options that several commands share, declared once."""

from collections.abc import Callable
from typing import Any

import click

from .output import Format


class _Form(click.Choice[str]):
    """The formats by name, as `Format` in the command."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        return Format(super().convert(value, param, ctx))


form = click.option(
    "--format",
    "-f",
    "form",
    type=_Form([each.value for each in Format]),
    default=Format.table.value,
    show_default=True,
    help="How to write the answer.",
)
on = click.option("--on", metavar="DATE", help="The day asked about.  [default: today]")
datasets = click.option("--datasets", metavar="NAMES", help="Datasets, with commas, or all.  [default: core]")
timeout = click.option(
    "--timeout", type=click.FloatRange(min=0, min_open=True), metavar="SECONDS", help="Stop after so long."
)
params = click.option(
    "--param", "-p", "params", multiple=True, metavar="NAME=VALUE", help="A parameter; repeatable."
)


def asking(command: Callable[..., None]) -> Callable[..., None]:
    """The options of every question: its day, its datasets and how to write the answer."""
    return on(datasets(form(command)))

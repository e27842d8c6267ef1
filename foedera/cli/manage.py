"""`load`, `doctor`, `schema`, `db remove` and `db reset`."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .options import Form
from .output import Answer, Format, Part, emit, say
from .session import database

if TYPE_CHECKING:
    from foedera.database import Database
    from foedera.graph.records import Refusal
    from foedera.loaders import Checked
    from foedera.queries.loaded import Loaded

_SHOWN = 20


def complete(start: str) -> list[str]:
    from foedera.loaders import SOURCES

    return [name for name in SOURCES if name.startswith(start)]


def load(
    dataset: Annotated[str, typer.Argument(autocompletion=complete, help="Which dataset, such as core.")],
    path: Annotated[Path | None, typer.Argument(help="Where its files are.")] = None,
    called: Annotated[
        str | None,
        typer.Option("--as", metavar="NAME", help="csv: the dataset's name, instead of the file's."),
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="Only check its files; needs no database.")] = False,
    form: Form = Format.table,
) -> None:
    """Loads a dataset: what is new, what changed, what it no longer says.

    DATASET is core, which brings its own files; others take the PATH of theirs. A second run changes nothing.

    \b
    Datasets:
      core            Foedera's own: NATO, Ukraine, the treaties of great powers, 1945 to today
      atop            ATOP: alliances and what each member promises, 1815 to 2018
      cow             COW Formal Alliances, 1816 to 2012; its maintainer has asked that software
                      not ease the use of this one: atop covers the same field
      dcad            DCAD: defence cooperation agreements of two states, 1980 to 2010
      cow-contiguity  COW Direct Contiguity: borders by land and across water, 1816 to 2016
      cow-igo         COW IGO: full members of 534 organizations, 1816 to 2014
      us-forces       troopdata: United States forces abroad by year, 1950 to 2024
      csv             agreements of your own, a row a party; called as the file, or --as NAME

    \b
    Examples:
      foedera load core
      foedera load atop Downloads/atop5_1
      foedera load csv my-pacts.csv
      foedera load core --check
      foedera load core loaders/core --check
    """
    with database(share=True) as db:
        if check:
            from foedera.loaders import dataset as named

            checked = db.check(dataset, path, called=called)
            emit(_checked(named(dataset, path, called), path, checked), form)
            refused: Sequence[Refusal] = checked.refused
        else:
            found = db.load(dataset, path, called=called, progress=_progress())
            emit(_loaded(found), form)
            refused = found.refused
    if not all(each.known for each in refused):
        raise typer.Exit(1)


def _checked(dataset: str, path: Path | None, found: "Checked") -> Answer:
    """What the files hold, by label and type, and what is left out."""
    from foedera.queries.loaded import named, part_of

    rows = [{"type": type, "count": count} for type, count in found.counts.items()]
    part = part_of(found.partial)
    remarks = [f"{named(dataset, found.version)}: {found.counts.total():,} facts, no mistake", *part.values()]
    held = f"  {', '.join(f'{count:,} {type}' for type, count in found.counts.items())}"
    asked = {"load": dataset, "path": str(path) if path else None, "check": True}
    facts = {"version": found.version, "facts": found.counts.total(), "refused_count": len(found.refused)}
    counts = Part("counts", rows, ("type", "count"))
    lines = [held, *_told(found.refused)]
    return Answer(asked, [counts, _refused(found.refused)], facts=facts | part, lines=lines, remarks=remarks)


def _loaded(found: "Loaded") -> Answer:
    answer = Answer.of(found, _refused(found.refused))
    answer.facts, answer.heading, answer.lines = found.told, "", _told(found.refused)
    return answer


def _refused(refused: "Sequence[Refusal]") -> Part:
    from foedera.queries.loaded import HEADINGS, table

    return Part("refused", table(refused), HEADINGS)


def _told(refused: "Sequence[Refusal]") -> Iterator[str]:
    yield from (f"  {each}" for each in refused[:_SHOWN])
    if len(refused) > _SHOWN:
        yield f"  … and {len(refused) - _SHOWN:,} more; --format json has them all"


def _progress() -> Any:
    """On a terminal what is read, then a bar; nothing in a log."""
    if not sys.stderr.isatty():
        return None

    def advance(done: int, total: int | None) -> None:
        if total is None:
            print(
                f"\rreading the files{f': {done:,} facts' if done else ''}",
                end="",
                file=sys.stderr,
                flush=True,
            )
        elif total:
            filled = 30 * done // total
            bar = "█" * filled + "·" * (30 - filled)
            print(f"\r\x1b[K{bar} {done:,} of {total:,} facts", end="", file=sys.stderr, flush=True)
            if done >= total:
                print("\r\x1b[K", end="", file=sys.stderr, flush=True)

    return advance


def doctor(form: Form = Format.table) -> None:
    """The state of the database: engine, datasets, counts, and whether its facts agree with one another.

    \b
    Examples:
      foedera doctor
      foedera doctor --format json
    """
    with database() as db:
        found = db.doctor()
    columns = {
        "datasets": (
            "dataset",
            "version",
            "covers_from",
            "covers_until",
            "closed",
            "licence",
            "facts",
            "checked",
            "checked_share",
        )
    }
    parts = [
        Part(key, rows, columns.get(key, ()), key.replace("_", " ").capitalize())
        for key, rows in found.parts().items()
    ]
    facts = {"engine": found.engine, "healthy": found.healthy, "unfinished": found.unfinished}
    answer = Answer.of(found, *parts)
    answer.facts = facts
    answer.heading = ", ".join(
        f"{name}: {value}" for name, value in found.engine.items() if value is not None
    )
    emit(answer, form)
    if not found.healthy:
        raise typer.Exit(1)


def schema(form: Form = Format.table) -> None:
    """The model: labels, relationships and their properties.

    \b
    Examples:
      foedera schema
      foedera schema --format markdown
    """
    if form is Format.markdown:
        from foedera.graph.reference import markdown

        print(markdown(), end="")
        return
    with database() as db:
        found = db.schema()
    parts = [
        Part("labels", found.labels, ("label", "id", "description"), "Nodes"),
        Part("relationships", found.relationships, ("type", "from", "to", "description"), "Relationships"),
        Part("properties", found.properties, found.headings(), "Properties"),
    ]
    emit(Answer(found.question, parts), form)


db = typer.Typer(help="The database as a whole.", rich_markup_mode=None)


@db.command()
def remove(
    dataset: Annotated[str, typer.Argument(help="Which dataset, such as atop or my-pacts.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Removes one dataset, and the links of its agreements. It asks first.

    One that facts of others refer to stays, as core does while others are loaded.

    \b
    Examples:
      foedera db remove my-pacts
      foedera db remove atop --yes
    """
    from foedera.loaders.removal import check

    with database(share=True) as db:
        check(db.store, dataset)
        _ask(f"dataset {dataset}", db, yes)
        removed = db.remove(dataset)
    say(f"foedera: {dataset} is removed, {removed:,} facts")


@db.command()
def reset(yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False) -> None:
    """Removes everything from the database. It asks first.

    \b
    Examples:
      foedera db reset
    """
    with database(share=True) as db:
        _ask("everything", db, yes)
        db.reset()
    say("foedera: the database is empty; `foedera load core` fills it again")


def _ask(what: str, db: "Database", yes: bool) -> None:
    """Goes on if that is confirmed."""
    from foedera.graph.errors import BadInput

    place = db.engine.home or db.engine.address
    if yes:
        return
    if not sys.stdin.isatty():
        raise BadInput(f"this removes {what} from {place}; add --yes to do so without being asked")
    typer.confirm(f"Remove {what} from {place}?", abort=True, err=True)

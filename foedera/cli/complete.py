"""`completion`: the script that completes commands, options and names of queries in a shell."""

import click


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Prints the script for completion in a shell.

    \b
    Examples:
      eval "$(foedera completion bash)"
      foedera completion fish > ~/.config/fish/completions/foedera.fish
    """
    from click.shell_completion import get_completion_class

    script = get_completion_class(shell)
    assert script is not None
    click.echo(script(context.find_root().command, {}, "foedera", "_FOEDERA_COMPLETE").source())

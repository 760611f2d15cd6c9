"""The `kg` command: its table of commands, its messages and exit codes."""

import subprocess
import sys
from importlib.metadata import entry_points

import click
import pytest
from click.testing import CliRunner

from kg import __version__
from kg.cli import COMMANDS, LazyGroup, main
from kg.errors import KgError

HERE = "tests.cli.commands"


@click.command()
def greet() -> None:
    """Say hello."""
    click.echo("hello")


@click.command()
def trip() -> None:
    """Meet a fault that the user can mend."""
    raise KgError("letters/17.txt: the file is empty. Take it out, or fill it.")


@pytest.fixture
def group(monkeypatch: pytest.MonkeyPatch) -> LazyGroup:
    """A group over the commands of this file, and two rows that are wrong."""
    monkeypatch.setitem(sys.modules, HERE, sys.modules[__name__])
    table = {
        "greet": (f"{HERE}:greet", "Say hello."),
        "trip": (f"{HERE}:trip", "Meet a fault."),
        "wrong": (f"{HERE}:HERE", "Not a command."),
        "absent": ("kg.cli.no_such_module:command", "Not there."),
    }
    return LazyGroup("kg", table=table)


def test_a_command_is_imported_and_run_by_its_name(group: LazyGroup) -> None:
    result = CliRunner().invoke(group, ["greet"])
    assert (result.exit_code, result.stdout, result.stderr) == (0, "hello\n", "")


def test_a_fault_of_the_user_is_a_plain_message_on_stderr_and_exit_1(group: LazyGroup) -> None:
    result = CliRunner().invoke(group, ["trip"])
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "Error: letters/17.txt: the file is empty. Take it out, or fill it.\n"


@pytest.mark.parametrize("arguments", [["gret"], ["greet", "--louder"], ["greet", "extra"]])
def test_wrong_usage_exits_2_and_says_so_on_stderr(group: LazyGroup, arguments: list[str]) -> None:
    result = CliRunner().invoke(group, arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Error: " in result.stderr


def test_help_lists_every_command_in_order_and_imports_none(group: LazyGroup) -> None:
    result = CliRunner().invoke(group, ["--help"])
    assert result.exit_code == 0
    listed = result.stdout.partition("Commands:\n")[2].splitlines()
    assert [line.split()[0] for line in listed] == ["greet", "trip", "wrong", "absent"]


def test_a_row_that_is_no_command_is_our_fault_and_raises(group: LazyGroup) -> None:
    assert isinstance(CliRunner().invoke(group, ["wrong"]).exception, TypeError)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_says_what_the_table_says_and_ends_in_an_example(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert command.help is not None
    assert command.help.splitlines()[0] == COMMANDS[name][1]
    assert "Example" in command.help


def test_the_version_is_the_package_s() -> None:
    assert CliRunner().invoke(main, ["--version"]).stdout == f"kg, version {__version__}\n"


def test_kg_and_python_m_kg_are_the_same_command() -> None:
    (script,) = entry_points(group="console_scripts", name="kg")
    assert script.load() is main
    run = subprocess.run([sys.executable, "-m", "kg", "--version"], capture_output=True, text=True, check=True)
    assert run.stdout == f"kg, version {__version__}\n"

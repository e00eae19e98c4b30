"""The argument parser: argparse with every word in Swedish, and the table of commands."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NoReturn

from nvplan import __version__
from nvplan.cli.output import complain
from nvplan.model.given_paths import PLAN_SUFFIX
from nvplan.texts import cli as cli_texts

#: Modules with commands, each with `register(commands)`, and what they add: a start reads only what it needs.
_MODULES: Mapping[str, tuple[str, ...]] = {
    "planner_commands": ("oppna", "demo"),
    "plan_commands": ("ny", "status", "fragor", "svara", "visa"),
    "answer_commands": ("bekrafta", "hoppa"),
    "export_commands": ("exportera", "lamna-in"),
    "history_commands": ("historik", "angra", "gorom", "aterstall", "jamfor", "kopiera", "importera"),
    "catalog_commands": ("katalog",),
    "everyday_commands": ("framat", "sok", "lage"),
    "answering_command": ("saknas",),
    "library_command": ("bibliotek",),
    "steps_command": ("kvar",),
    "object_commands": ("objekt",),
    "report_commands": ("tillfalle", "datum", "medel", "krav"),
    "year_command": ("uppfoljning",),
    "review_commands": ("granska",),
    "index_command": ("index",),
    "figure_commands": ("mal", "indikatorer"),
    "staffing_command": ("bemanning",),
    "meeting_command": ("mote",),
    "key_command": ("tangenter",),
    "other_commands": ("diagnos", "roll"),
}



class SwedishParser(argparse.ArgumentParser):
    """An argument parser that speaks Swedish."""

    def __init__(self, **settings: Any) -> None:
        settings.setdefault("formatter_class", _SwedishHelp)
        super().__init__(**{**settings, "add_help": False, "allow_abbrev": False})
        self._positionals.title, self._optionals.title = cli_texts.HELP_POSITIONALS, cli_texts.HELP_OPTIONALS
        self.add_argument("-h", "--help", "--hjalp", action="help", help=cli_texts.HELP_HELP)

    def _parse_optional(self, arg_string: str) -> Any:
        """Take what begins with one hyphen, as `-5`, for a value: but for -h no option of ours is written so."""
        single = arg_string.startswith("-") and not arg_string.startswith("--")
        if single and arg_string not in self._option_string_actions:
            return None
        return super()._parse_optional(arg_string)

    def _print_message(self, message: str, file: Any = None) -> None:
        """Print help; argparse's own keeps quiet where that cannot be written."""
        if message and (stream := file or sys.stderr):
            stream.write(message)

    def error(self, message: str) -> NoReturn:
        """Print one sentence and how the command is written, and leave with exit code 2."""
        complain(cli_texts.misuse(message))
        complain(self.format_usage().rstrip())
        sys.exit(2)


class _SwedishHelp(argparse.HelpFormatter):
    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=30, width=100)

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, cli_texts.HELP_USAGE if prefix is None else prefix)


def build_parser(arguments: Sequence[str] | None = None) -> SwedishParser:
    """Return the parser with every command, or with as many as these arguments need."""
    parser = SwedishParser(prog="nvplan", description=cli_texts.DESCRIPTION, epilog=cli_texts.EPILOG)
    parser.add_argument("--version", action="version", version=f"nvplan {__version__}", help=cli_texts.HELP_VERSION)
    parser.set_defaults(run=_start)
    commands = parser.add_subparsers(title=cli_texts.HELP_COMMANDS, metavar="KOMMANDO", parser_class=SwedishParser,
                                     required=False)

    def add(name: str, run: Callable[[argparse.Namespace], int | None], help: str) -> argparse.ArgumentParser:  # noqa: A002
        command = commands.add_parser(name, help=help, description=help)
        command.set_defaults(run=run)
        return command

    for module in _needed(arguments):
        importlib.import_module(f"nvplan.cli.{module}").register(add)
    return parser


def with_command(arguments: Sequence[str]) -> Sequence[str]:
    """Return a command line with its command: a plan's file alone is opened, as where someone clicks on it."""
    if len(arguments) == 1 and arguments[0].lower().endswith(PLAN_SUFFIX) and not arguments[0].startswith("-"):
        return ("oppna", *arguments)
    return arguments


def _needed(arguments: Sequence[str] | None) -> Iterable[str]:
    """Return the modules that a command line needs: all of them where it names no command of ours, as for help."""
    if arguments is None:
        return _MODULES
    if not arguments:
        return ()
    return [module for module, names in _MODULES.items() if arguments[0] in names] or _MODULES


def _start(options: argparse.Namespace) -> int | None:
    from nvplan.cli.planner_commands import start

    return start(options)

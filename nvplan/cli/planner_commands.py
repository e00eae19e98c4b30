"""The commands that open a screen: the start screen, the planner on a file, and the example."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from pathlib import Path

from nvplan.cli.commands import Commands
from nvplan.cli.opening import open_session
from nvplan.cli.output import say
from nvplan.model.errors import InputError
from nvplan.model.given_paths import PLAN_SUFFIX, given_path, is_there
from nvplan.texts import cli as cli_texts


def register(add: Commands) -> None:
    """Add the commands."""
    opened = add("oppna", open_plan, cli_texts.COMMAND_OPEN)
    opened.add_argument("fil", metavar="FIL", help=cli_texts.ARGUMENT_FILE)
    demo = add("demo", open_example, cli_texts.COMMAND_DEMO)
    demo.add_argument("fil", metavar="FIL", nargs="?", help=cli_texts.ARGUMENT_DEMO_FILE)
    demo.add_argument("--skapa", action="store_true", help=cli_texts.OPTION_DEMO_CREATE)


def start(options: argparse.Namespace) -> int:
    """Open the start screen."""
    return _planner(None)


def open_plan(options: argparse.Namespace) -> int:
    """Open the planner on a plan file."""
    return _planner(_existing(options.fil))


def open_example(options: argparse.Namespace) -> int:
    """Write the example county where there is none yet, and open it."""
    from nvplan.services.writing.creating import plan_path
    from nvplan.services.writing.example import create_example, example_path

    path = plan_path(options.fil) if options.fil else example_path()
    if options.skapa:
        create_example(path)
        say(cli_texts.DEMO_CREATED.format(path=path))
        return 0
    if not is_there(path):
        create_example(path)
    return _planner(path)


def _existing(name: str) -> Path:
    """Return the file that a person means; `.nvplan` may be left out where only the longer name exists."""
    path = given_path(name)
    longer = path.with_name(path.name + PLAN_SUFFIX) if path.name else path
    return longer if not is_there(path) and is_there(longer) else path


def _check(path: Path | None) -> None:
    """Say what is wrong with a file, where something is, before saying that there is no terminal."""
    if path is not None:
        open_session(path)


def _planner(path: Path | None) -> int:
    """Run the planner; in a terminal whose locale is not UTF-8 in a process of its own that is."""
    if not all(stream and not stream.closed and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        _check(path)
        raise InputError(cli_texts.NO_TERMINAL)
    if not sys.flags.utf8_mode and sys.getfilesystemencoding().lower() != "utf-8":
        import subprocess

        again = [sys.executable, "-m", "nvplan", *(["oppna", str(path)] if path else [])]
        return subprocess.call(again, env={**os.environ, "PYTHONUTF8": "1"})
    gc.disable()  # nothing of what is imported is let go; the planner looks for what is once it has painted
    from nvplan.tui.app import run_planner

    return run_planner(path)

"""The command that tells about the installation."""

from __future__ import annotations

import argparse
import platform
import sys

from nvplan import __version__
from nvplan.cli.commands import Commands
from nvplan.cli.output import say_table
from nvplan.texts import cli as cli_texts

_PACKAGES = ("textual", "rich", "tinydb", "pydantic", "orjson", "filelock", "python-docx", "typst", "xlsxwriter")


def register(add: Commands) -> None:
    """Add the command."""
    add("diagnos", diagnose, cli_texts.COMMAND_DIAGNOSE)


def diagnose(options: argparse.Namespace) -> None:
    """Print versions and paths; nothing from any plan."""
    from importlib.metadata import PackageNotFoundError, version

    from nvplan.catalog.location import data_folder
    from nvplan.catalog.own import own_folder
    from nvplan.services.preferences import folder
    from nvplan.services.writing.session import current_role

    rows = [("nvplan", __version__), ("Python", platform.python_version()), (cli_texts.SYSTEM, platform.platform()),
            (cli_texts.ENCODING, sys.getfilesystemencoding()), (cli_texts.DATA_FOLDER, str(data_folder())),
            (cli_texts.OWN_FOLDER, str(own_folder())), (cli_texts.SETTINGS_FOLDER, str(folder())),
             (cli_texts.ROLE, current_role())]
    for package in _PACKAGES:
        try:
            rows.append((package, version(package)))
        except PackageNotFoundError:
            rows.append((package, cli_texts.PACKAGE_MISSING))
    say_table((cli_texts.DIAGNOSE_WHAT, cli_texts.DIAGNOSE_VALUE), rows)

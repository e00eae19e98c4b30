"""The command that tells about the installation."""

from __future__ import annotations

import argparse
import platform
import sys

from nvplan import __version__
from nvplan.cli.output import say_table
from nvplan.cli.parser import Commands
from nvplan.texts import cli as texts

_PACKAGES = ("textual", "rich", "tinydb", "pydantic", "orjson", "filelock", "python-docx", "typst", "xlsxwriter")


def register(add: Commands) -> None:
    """Add the command."""
    add("diagnos", diagnose, texts.COMMAND_DIAGNOSE)


def diagnose(options: argparse.Namespace) -> None:
    """Print versions and paths; nothing from any plan."""
    from importlib.metadata import PackageNotFoundError, version

    from nvplan.catalog.location import data_folder
    from nvplan.services.preferences import folder
    from nvplan.services.session import current_role

    rows = [("nvplan", __version__), ("Python", platform.python_version()), (texts.SYSTEM, platform.platform()),
            (texts.ENCODING, sys.getfilesystemencoding()), (texts.DATA_FOLDER, str(data_folder())),
            (texts.SETTINGS_FOLDER, str(folder())), (texts.ROLE, current_role())]
    for package in _PACKAGES:
        try:
            rows.append((package, version(package)))
        except PackageNotFoundError:
            rows.append((package, texts.PACKAGE_MISSING))
    say_table((texts.DIAGNOSE_WHAT, texts.DIAGNOSE_VALUE), rows)

"""What is said of the installation: versions and folders, and nothing from any plan."""

from __future__ import annotations

import platform
import sys

from nvplan import __version__
from nvplan.catalog.location import data_folder
from nvplan.catalog.own import own_folder
from nvplan.services.preferences import folder
from nvplan.services.reading.open_plan import current_role
from nvplan.texts import cli as cli_texts

_PACKAGES = ("textual", "rich", "tinydb", "pydantic", "orjson", "filelock", "python-docx", "typst", "xlsxwriter")


def installation() -> list[tuple[str, str]]:
    """Return what there is to know of the installation, each with its value."""
    from importlib.metadata import PackageNotFoundError, version

    rows = [("nvplan", __version__), ("Python", platform.python_version()), (cli_texts.SYSTEM, platform.platform()),
            (cli_texts.ENCODING, sys.getfilesystemencoding()), (cli_texts.DATA_FOLDER, str(data_folder())),
            (cli_texts.OWN_FOLDER, str(own_folder())), (cli_texts.SETTINGS_FOLDER, str(folder())),
            (cli_texts.ROLE, current_role())]
    for package in _PACKAGES:
        try:
            rows.append((package, version(package)))
        except PackageNotFoundError:
            rows.append((package, cli_texts.PACKAGE_MISSING))
    return rows

"""Paths as a person gives them."""

from __future__ import annotations

import os
from pathlib import Path

from nvplan.model.errors import InputError
from nvplan.texts import common as common_texts

#: What a plan's file is called at its end.
PLAN_SUFFIX = ".nvplan"


def given_path(typed: str) -> Path:
    """Return the path that a person means; `~` is their own folder.

    Raises:
        InputError: nothing is given, or no path can be written so.
    """
    name = typed.strip()
    if not name or "\0" in name:
        raise InputError(common_texts.PATH_UNREADABLE.format(path=name))
    try:
        return Path(name).expanduser()
    except (RuntimeError, KeyError):  # `~anna`, and there is no Anna here
        raise InputError(common_texts.PATH_NO_HOME.format(path=name)) from None


def is_there(path: Path) -> bool:
    """Tell whether a file or folder stands there; one that the system will not let us look for does not."""
    return os.path.exists(path)  # noqa: PTH110 - Path's own raises where the name is too long or the folder is closed


def is_folder_name(typed: str) -> bool:
    """Tell whether what a person gave can only be a folder: `/`, `..`, or a name that ends in a slash."""
    name = typed.strip()
    return name.endswith(("/", "\\")) or Path(name).name in ("", "..")

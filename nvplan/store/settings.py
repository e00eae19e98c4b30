"""What nvplan remembers on this computer and outside any plan: recent files, the place in each, the theme."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Any

from nvplan.catalog.home import HOME_VARIABLE, settings_folder
from nvplan.store.atomic import DEAD_AFTER, sweep, write_atomic

__all__ = ["HOME_VARIABLE", "KEYS_FILE", "has_beside", "read_beside", "read_settings", "settings_folder",
           "write_beside", "write_crash", "write_own", "write_settings"]
_FILE = "installningar.json"
#: Where a person writes which keys are to be others.
KEYS_FILE = "tangenter.txt"


def read_settings() -> dict[str, Any]:
    """Return the settings; missing or unreadable settings are no settings, for nothing in them is work."""
    try:
        found = json.loads((settings_folder() / _FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def write_settings(settings: dict[str, Any]) -> None:
    """Keep the settings; a disk that refuses is no reason to stop a person's work."""
    with contextlib.suppress(OSError):
        settings_folder().mkdir(parents=True, exist_ok=True)
        sweep(settings_folder(), age=DEAD_AFTER)
        write_atomic(settings_folder() / _FILE, json.dumps(settings, ensure_ascii=False, indent=1).encode())


def write_crash(text: str) -> None:
    """Keep what is known of the latest crash beside the settings."""
    with contextlib.suppress(OSError):
        settings_folder().mkdir(parents=True, exist_ok=True)
        write_atomic(settings_folder() / "krasch.txt", text.encode("utf-8", "backslashreplace"))


def write_beside(name: str, text: str) -> Path | None:
    """Keep a text beside the settings, under a name that is free; None where the disk refuses."""
    path = settings_folder() / name
    try:
        settings_folder().mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        write_atomic(path, text.encode("utf-8", "backslashreplace"))
    except OSError:
        return None
    return path


def has_beside(name: str) -> bool:
    """Return whether a text lies beside the settings."""
    return (settings_folder() / name).exists()


def read_beside(name: str) -> str:
    """Return a text that lies beside the settings; empty where there is none.

    Raises:
        OSError: it cannot be read.
        ValueError: it is no text.
    """
    try:
        return (settings_folder() / name).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ""


def write_own(name: str, text: str) -> None:
    """Write a text that a person may also write by hand, beside the settings.

    Raises:
        OSError: the disk refuses.
    """
    settings_folder().mkdir(parents=True, exist_ok=True)
    write_atomic(settings_folder() / name, text.encode())

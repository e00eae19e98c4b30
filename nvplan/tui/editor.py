"""Opens a long text in the person's own editor and takes it back; nothing that was written is ever thrown away."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nvplan.model.safetext import one_line
from nvplan.texts import planner_places as planner_places_texts

if TYPE_CHECKING:
    from textual.app import App

#: Where the editor is named, the first one that says something wins.
VARIABLES = ("VISUAL", "EDITOR")
#: Tried where nobody has named one: both tell on the screen how to leave them.
_USUAL = {"win32": "notepad"}
_OTHERWISE = "nano"


@dataclass(frozen=True)
class Edited:
    """What came back: the text, None where it is as it was, and a sentence on what happened."""

    text: str | None
    sentence: str
    failed: bool = False


def editor_command() -> list[str]:
    """Return the editor's program and arguments, empty where there is none."""
    named = next((value for name in VARIABLES if (value := os.environ.get(name, "").strip())), "")
    if named:
        return _split(named)
    usual = shutil.which(_USUAL.get(sys.platform, _OTHERWISE))
    return [usual] if usual else []


def _split(named: str) -> list[str]:
    if Path(named).is_file():  # a path with spaces in it, as Windows has
        return [named]
    try:
        parts = shlex.split(named, posix=sys.platform != "win32")
    except ValueError:
        return named.split()
    return [part.strip('"') for part in parts]


def edit(app: App[Any], text: str) -> Edited:
    """Let the person edit the text outside the planner; the screen comes back when the editor is closed."""
    command = editor_command()
    if not command:
        return Edited(None, planner_places_texts.EDITOR_NONE, failed=True)
    try:
        folder = Path(tempfile.mkdtemp(prefix="nvplan-"))
        path = folder / planner_places_texts.EDITOR_FILE
        path.write_text(text, encoding="utf-8")
    except OSError:
        return Edited(None, planner_places_texts.EDITOR_NO_FILE, failed=True)
    found = _run(app, command, path, text)
    if str(path) not in found.sentence:
        shutil.rmtree(folder, ignore_errors=True)
    return found


def _run(app: App[Any], command: list[str], path: Path, text: str) -> Edited:
    from textual.app import SuspendNotSupported

    program = one_line(Path(command[0]).name, 40)
    try:
        with app.suspend():
            done = _wait([*command, str(path)])
    except SuspendNotSupported:
        return Edited(None, planner_places_texts.EDITOR_NO_SUSPEND, failed=True)
    finally:
        app.refresh(layout=True)
    if done is None:
        return Edited(None, planner_places_texts.EDITOR_FAILED.format(program=program), failed=True)
    return _taken(path, text, program, ended_well=done == 0)


def _wait(command: list[str]) -> int | None:
    """Run the editor and return how it ended, None where it could not be started."""
    try:
        return subprocess.run(command, check=False).returncode
    except (OSError, ValueError):
        return None


def _taken(path: Path, before: str, program: str, *, ended_well: bool) -> Edited:
    """Return what the editor left; where it ended with an error the text is not taken, and kept if it is new."""
    try:
        after = path.read_bytes().decode("utf-8-sig")
    except OSError:
        return Edited(None, planner_places_texts.EDITOR_GONE, failed=True)
    except UnicodeDecodeError:
        return Edited(None, planner_places_texts.EDITOR_UNREADABLE.format(path=path), failed=True)
    after = after.replace("\r\n", "\n").replace("\r", "\n")
    if not before.endswith("\n"):
        after = after.removesuffix("\n")  # an editor's own end of the last line
    if not ended_well:
        if after == before:
            return Edited(None, planner_places_texts.EDITOR_ABORTED.format(program=program), failed=True)
        return Edited(None, planner_places_texts.EDITOR_ABORTED_KEPT.format(program=program, path=path), failed=True)
    if after == before:
        return Edited(None, planner_places_texts.EDITOR_SAME)
    return Edited(after, planner_places_texts.EDITOR_TAKEN.format(program=program))

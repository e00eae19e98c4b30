"""Opens a long text in the person's own editor and takes it back; nothing that was written is ever thrown away."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nvplan.model.safetext import one_line
from nvplan.texts import planner_places as planner_places_texts
from nvplan.tui.ending import ASKED_BY

if TYPE_CHECKING:
    from textual.app import App

#: Where the editor is named, the first one that says something wins.
VARIABLES = ("VISUAL", "EDITOR")
#: Tried where nobody has named one: both tell on the screen how to leave them.
_USUAL = {"win32": "notepad"}
_OTHERWISE = "nano"
#: How often it is looked for whether the system asks the planner to end while the editor is open, in seconds.
_LOOK = 0.1
#: So long an editor that is asked to end has for saving what is written in it, in seconds.
_LAST_CHANCE = 3.0
#: What editors call the copy that they save when they are asked to end: nano, joe, emacs.
_RESCUED = ("*.save*", "DEADJOE", "#*#")


@dataclass(frozen=True)
class Edited:
    """What came back: the text, None where it is as it was, and a sentence on what happened."""

    text: str | None
    sentence: str
    failed: bool = False
    last_words: str = ""
    """What is to be said when the planner ends, where the system asked it to while the editor was open."""


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
    if str(path) not in found.sentence and not found.last_words:
        shutil.rmtree(folder, ignore_errors=True)
    return found


def _run(app: App[Any], command: list[str], path: Path, text: str) -> Edited:
    from textual.app import SuspendNotSupported

    program = one_line(Path(command[0]).name, 40)
    asked: list[int] = []
    try:
        with app.suspend(), _heeding(asked):
            done = _wait([*command, str(path)], asked)
    except SuspendNotSupported:
        return Edited(None, planner_places_texts.EDITOR_NO_SUSPEND, failed=True)
    finally:
        app.refresh(layout=True)
    if done is None:
        return Edited(None, planner_places_texts.EDITOR_FAILED.format(program=program), failed=True)
    if asked:
        return _rescued(path, text, program)
    return _taken(path, text, program, ended_well=done == 0)


@contextmanager
def _heeding(asked: list[int]) -> Iterator[None]:
    """Note what asks the planner to end while it waits for the editor; the planner itself hears of it afterwards."""
    before = {}
    for name in ASKED_BY:
        number = getattr(signal, name, None)
        if number is not None:
            before[number] = signal.signal(number, lambda number, _frame: asked.append(number))
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler if handler is not None else signal.SIG_DFL)


def _wait(command: list[str], asked: list[int]) -> int | None:
    """Run the editor and return how it ended, None where it could not be started.

    When the system asks the planner to end, the editor is asked too, and is not waited for any longer than a moment.
    """
    try:
        process = subprocess.Popen(command)
    except (OSError, ValueError):
        return None
    while not asked:
        try:
            return process.wait(_LOOK)
        except subprocess.TimeoutExpired:
            continue
    process.terminate()
    try:
        return process.wait(_LAST_CHANCE)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()


def _rescued(path: Path, before: str, program: str) -> Edited:
    """Return what an editor that was asked to end had saved, or saved then; all that it left is kept."""
    saved = [path, *(one for pattern in _RESCUED for one in path.parent.glob(pattern))]
    newest = max((one for one in saved if one.is_file()), key=lambda one: one.stat().st_mtime_ns, default=path)
    found = _taken(newest, before, program, ended_well=True)
    others = [one for one in path.parent.iterdir() if one not in (path, newest)]
    if not others and not found.failed:
        return found
    return replace(found, last_words=planner_places_texts.EDITOR_LEFT.format(program=program, folder=path.parent))


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

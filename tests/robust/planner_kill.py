"""Kills the planner while someone types: all that the screen had shown as saved is on disk, and the file is whole.

The full run: `python -m tests.robust.planner_kill --antal 150`.
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from nvplan.catalog.questions import find_question
from nvplan.model.errors import PlanFileError
from nvplan.services.writing.commands import SetAnswer
from nvplan.services.writing.session import PlanSession
from nvplan.store.atomic import TEMPORARY_SUFFIX
from tests.robust.plans import full_plan, report
from tests.robust.screen import COLUMNS, PATIENCE, Screen

QUESTION, ACTOR = "1.0.agare", "region"
#: None is to close the window.
ENDS: tuple[signal.Signals | None, ...] = (signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, None)
#: How long before the end the last letters are typed, in seconds, where the planner is asked to end.
BEFORE_END = 0.1
SAVED = "✓ Sparat"
LETTERS = "abcdefghijklmnopqrstuvwxyzåäöÅÄÖ"


@dataclass
class Outcome:
    """What the kills did: how many by way, how many letters were shown as saved, and what went wrong."""

    kills: Counter[str] = field(default_factory=Counter)
    letters: int = 0
    sights: int = 0
    """How many times the screen was seen with a new text shown as saved."""
    corrupt: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    terminal: list[str] = field(default_factory=list)
    """Terminals that were not left as they were by a planner that could know that it ends."""


def kill_planner(folder: Path, count: int, seed: int = 1, documents: int = 100) -> Outcome:
    """Kill `count` planners while letters are typed into a field, and check the plan after each."""
    path = folder / "lan.nvplan"
    full_plan(path, documents).close()
    outcome, chance = Outcome(), random.Random(seed)
    for number in range(count):
        end = ENDS[number % len(ENDS)]
        outcome.kills[end.name if end else "window closed"] += 1
        typed, shown, sights, left = _type_and_kill(folder, path, chance, end)
        if left:
            outcome.terminal.append(f"{number} {end}: {left}")
        outcome.letters += len(shown)
        outcome.sights += sights
        try:
            session = PlanSession.open(path)
        except PlanFileError as error:
            outcome.corrupt.append(f"{number}: {error}")
            break
        stored = str(session.state.answer(QUESTION, ACTOR).value or "")
        whole = end is signal.SIGKILL or stored == typed  # who is asked to end saves what was typed before
        if not (whole and typed.startswith(stored) and stored.startswith(shown)):
            outcome.lost.append(f"{number} {end}: typed {typed!r}, shown as saved {shown!r}, stored {stored!r}")
        session.do(SetAnswer(QUESTION, None, ACTOR))
        left = [one.name for one in folder.iterdir() if one.name.endswith(TEMPORARY_SUFFIX)]
        if left:
            outcome.corrupt.append(f"{number}: not swept {left}")
    return outcome


def _type_and_kill(folder: Path, path: Path, chance: random.Random, end: signal.Signals | None
                   ) -> tuple[str, str, int, list[str]]:
    """Open the planner in the field, type in bursts and end it.

    Returns:
        What was typed, what was shown as saved, how often that was seen, and what was left in the terminal.
    """
    screen = Screen(folder, "oppna", str(path))
    typed = watched = ""
    sights = 0
    left: list[str] = []

    def watch(seconds: float) -> None:
        nonlocal watched, sights
        screen.read(seconds)
        seen = shown_as_saved(screen, typed)
        if seen is not None and seen != watched:
            watched, sights = seen, sights + 1

    try:
        go_to_the_field(screen)
        typed = _first_letter(screen, chance)
        until = time.monotonic() + chance.uniform(0.02, 0.8)
        while time.monotonic() < until and len(typed) < COLUMNS - 20:
            burst = "".join(chance.choice(LETTERS) for _ in range(chance.randint(1, 4)))
            typed += burst
            screen.press(burst)
            watch(chance.uniform(0.0, 0.05))
        if end is not signal.SIGKILL:
            watch(BEFORE_END)
        screen.end(end)
        watch(0.0)
        if end in (signal.SIGTERM, signal.SIGHUP):
            left = screen.not_as_it_was()
        while end is not None and screen.read(0.05):
            watch(0.0)
    finally:
        if screen.process.poll() is None:
            screen.end(signal.SIGKILL)
        screen.close()
    return typed, watched, sights, left


#: What stands above the field, and on no other place.
ITS_FIELD = "Svar för Region Kronoberg"


def go_to_the_field(screen: Screen) -> None:
    """Go to the question, from wherever the planner opens."""
    if screen.wait_for("Gör nu", ITS_FIELD) == "Gör nu":
        screen.press("\x1bOQ")  # F2
        screen.wait_for("Gå till")
        screen.press(QUESTION)
        screen.wait_for(find_question(QUESTION).label[:30])
        screen.press("\r")
    screen.wait_for(ITS_FIELD)


def _first_letter(screen: Screen, chance: random.Random) -> str:
    """Type a letter until the field takes it: one that is typed before the field has the cursor is no one's."""
    until = time.monotonic() + PATIENCE
    typed = ""
    while time.monotonic() < until:
        letter = chance.choice(LETTERS)
        screen.press(letter)
        pause = time.monotonic() + 1.0
        while time.monotonic() < pause:
            screen.read(0.05)
            shown = field_text(screen)
            if shown and shown.endswith(letter) and len(shown) <= len(typed) + 1 and SAVED in "\n".join(screen.lines):
                return shown
        typed += letter
    raise AssertionError("the field took no letter:\n" + "\n".join(screen.lines))


def field_text(screen: Screen) -> str | None:
    """Return what the field shows, None where there is no note below it."""
    lines = screen.lines
    note = next((place for place, line in enumerate(lines) if line.strip().startswith(SAVED)), None)
    return None if note is None or not note else lines[note - 1].strip(" ▌▐")


def shown_as_saved(screen: Screen, typed: str) -> str | None:
    """Return the text that a person now sees with ”✓ Sparat” below it; None where they see none."""
    text = field_text(screen)
    return text if text and typed.startswith(text) else None


def main() -> None:
    """Run in full and print what came of it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--antal", type=int, default=150)
    parser.add_argument("--dokument", type=int, default=100)
    parser.add_argument("--fro", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        outcome = kill_planner(Path(folder), options.antal, options.fro, options.dokument)
    report(f"{sum(outcome.kills.values())} planners killed {dict(outcome.kills)}, {outcome.letters} letters shown as "
           f"saved, the screen seen {outcome.sights} times with a new text shown as saved")
    report(f"corrupt: {len(outcome.corrupt)} {outcome.corrupt[:5]}; lost: {len(outcome.lost)} {outcome.lost[:5]}; "
           f"terminals not left as they were: {len(outcome.terminal)} {outcome.terminal[:5]}")
    sys.exit(bool(outcome.corrupt or outcome.lost or outcome.terminal))


if __name__ == "__main__":
    main()

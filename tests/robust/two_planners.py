"""Two planners on one plan: both type in bursts in the same field, and in the end both screens say what is on disk.

The full run: `python -m tests.robust.two_planners --rounds 200`.
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from nvplan.services.writing.commands import SetAnswer
from nvplan.services.writing.session import PlanSession
from tests.robust.planner_kill import ACTOR, QUESTION, go_to_the_field
from tests.robust.plans import full_plan, report
from tests.robust.screen import Screen

ASKS, OURS = "Någon annan har ändrat samma svar", "Ni skrev: "
#: What may stand below the field; the field is the line above.
NOTES = ("✓ Sparat", "Någon annan ändrade svaret", "Det som står i filen gäller", "✗ Inte sparat")
#: The edge of what is said in the corner of the screen for a while, which may lie over a box.
TOAST = "▌"
LETTERS = "abcdefghijklmnopqrstuvwxyzåäö"
UP, DOWN = "\x1b[A", "\x1b[B"
#: A box takes an answer once the typing has rested, in seconds.
RESTED = 1.0
#: Longest wait for both screens to say what is on disk, in seconds.
PATIENCE = 120.0


@dataclass
class Outcome:
    """What the rounds did, and what went wrong in them."""

    rounds: int = 0
    clashes: int = 0
    chose_ours: int = 0
    keys: int = 0
    differ: list[str] = field(default_factory=list)
    """Rounds after which a screen did not say what was on disk."""
    lost: list[str] = field(default_factory=list)
    """Boxes that did not have all that was typed, that were two, or whose answer gave something else than chosen."""


def type_against_each_other(folder: Path, rounds: int, seed: int = 1, documents: int = 20) -> Outcome:
    """Let two planners type in the same field at once, so many times."""
    path = folder / "lan.nvplan"
    full_plan(path, documents).close()
    outcome, chance = Outcome(), random.Random(seed)
    homes = [folder / "en", folder / "annan"]
    for home in homes:
        home.mkdir()
    screens = [Screen(home, "oppna", str(path)) for home in homes]
    try:
        for screen in screens:
            go_to_the_field(screen)
        for number in range(rounds):
            _round(number, path, screens, chance, outcome)
            outcome.rounds += 1
    finally:
        for screen in screens:
            if screen.process.poll() is None:
                screen.end(signal.SIGKILL)
            screen.close()
    return outcome


def _round(number: int, path: Path, screens: list[Screen], chance: random.Random, outcome: Outcome) -> None:
    begin = f"r{number} "
    PlanSession.open(path, "tredje").do(SetAnswer(QUESTION, begin.strip(), ACTOR))
    _until(screens, lambda: all(text_of(screen) == begin.strip() for screen in screens))
    typed = ["", ""]
    for _ in range(chance.randint(1, 4)):
        for at in chance.sample((0, 1), 2):
            burst = "".join(chance.choice(LETTERS) for _ in range(chance.randint(1, 6)))
            typed[at] += burst
            screens[at].press(burst)
            outcome.keys += len(burst)
            _read(screens, chance.choice((0.0, 0.0, 0.02, 0.2)))
    _read(screens, RESTED)
    answered = [0, 0]
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        _read(screens, 0.2)
        for at, screen in enumerate(screens):
            if _asks(screen):
                _answer(f"{number}: typed {typed[at]!r}", path, screens, at, typed[at], chance, outcome)
                answered[at] += 1
        if all(text_of(screen) == stored(path) for screen in screens):
            break
    else:
        outcome.differ.append(f"{number}: disk {stored(path)!r}, screens {[text_of(screen) for screen in screens]}")
    if max(answered) > 1:
        outcome.lost.append(f"{number}: {answered} boxes")


def _asks(screen: Screen) -> bool:
    return ASKS in "\n".join(screen.lines)


def _answer(told: str, path: Path, screens: list[Screen], at: int, typed: str, chance: random.Random,
            outcome: Outcome) -> None:
    """Answer a box as a person who has read it, and see that it had everything and did what it was told."""
    screen = screens[at]
    _read(screens, RESTED)
    _until(screens, lambda: not any(TOAST in line for line in screen.lines if OURS in line))
    ours = next((line for line in screen.lines if OURS in line), "").split(OURS, 1)[-1].strip(" │")
    if not _in_order(typed, ours):
        outcome.lost.append(f"{told}, the box had {ours!r}")
    keep_ours = chance.random() < 0.5
    wanted = ours if keep_ours else stored(path)
    screen.press((UP if keep_ours else DOWN) + "\r")
    if not _until(screens, lambda: not _asks(screen)) or not _until(screens, lambda: stored(path) == wanted):
        outcome.lost.append(f"{told}, chose {wanted!r}, the disk has {stored(path)!r}")
    outcome.clashes += 1
    outcome.chose_ours += keep_ours


def _in_order(letters: str, text: str) -> bool:
    """Tell whether all the letters stand in the text, in order; what the other one wrote may stand between them."""
    rest = iter(text)
    return all(letter in rest for letter in letters)


def stored(path: Path) -> str:
    """Return the answer as it is on disk."""
    return str(PlanSession.open(path).state.answer(QUESTION, ACTOR).value or "")


def text_of(screen: Screen) -> str | None:
    """Return what the field shows; None where there is no note below it, or it says that it is not saved."""
    lines = screen.lines
    note = next((at for at, line in enumerate(lines) if line.strip().startswith(NOTES)), None)
    if note is None or not note or lines[note].strip().startswith("!"):
        return None
    return lines[note - 1].strip(" ▌▐")


def _read(screens: list[Screen], seconds: float) -> None:
    until = time.monotonic() + seconds
    while True:
        for screen in screens:
            screen.read(0.01)
        if time.monotonic() >= until:
            return


def _until(screens: list[Screen], true: Callable[[], bool]) -> bool:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        _read(screens, 0.05)
        if true():
            return True
    return False


def main() -> None:
    """Run in full and print what came of it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        outcome = type_against_each_other(Path(folder), options.rounds, options.seed)
    report(f"{outcome.rounds} rounds, {outcome.keys} keys, {outcome.clashes} clashes asked about "
           f"({outcome.chose_ours} answered with one's own text)")
    report(f"screen and disk differ: {len(outcome.differ)} {outcome.differ[:5]}; "
           f"lost or asked twice: {len(outcome.lost)} {outcome.lost[:5]}")
    sys.exit(bool(outcome.differ or outcome.lost))


if __name__ == "__main__":
    main()

"""Kills processes while they save, and looks whether the plan is whole and has everything that was acknowledged.

The full run: `python -m tests.robust.kill --antal 1000`.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from nvplan.cli import run
from nvplan.model.errors import PlanFileError
from nvplan.services.writing.commands import SetAnswer
from nvplan.services.writing.session import PlanSession
from nvplan.store.atomic import TEMPORARY_SUFFIX
from nvplan.store.backups import backups, read_backup
from tests.robust.plans import SENTENCE, answer_of, full_plan, report, text_questions

SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGHUP)
#: How a field is saved: in a plan that stays open, as the planner does, or by one command a change.
WAYS = ("planner", "command")


@dataclass
class Outcome:
    """What the kills did: how many by signal and way, what was acknowledged by way, and what went wrong."""

    kills: Counter[tuple[str, str]] = field(default_factory=Counter)
    acknowledged: Counter[str] = field(default_factory=Counter)
    left_behind: int = 0
    corrupt: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)


def kill_many(folder: Path, count: int, seed: int = 1, documents: int = 100) -> Outcome:
    """Kill `count` processes that save fields in one plan and check it after each."""
    path = folder / "lan.nvplan"
    full_plan(path, documents).close()
    question, outcome, chance = text_questions()[0], Outcome(), random.Random(seed)
    last = 0
    for number in range(count):
        sent, way = SIGNALS[number % 3], WAYS[number // 3 % 2]
        outcome.kills[sent.name, way] += 1
        acknowledged = _kill_one(path, question, last, way, sent, chance.uniform(0.0, 0.03)) or last
        outcome.acknowledged[way] += acknowledged - last
        outcome.left_behind += sum(name.endswith(TEMPORARY_SUFFIX) for name in os.listdir(folder))  # noqa: PTH208
        try:
            stored = int(answer_of(PlanSession.open(path).repository, question).partition(" ")[0] or 0)
        except PlanFileError as error:
            outcome.corrupt.append(f"{number}: {error}")
            break
        if stored not in (acknowledged, acknowledged + 1):
            outcome.lost.append(f"{number}: {acknowledged} was acknowledged, {stored} is stored")
        last = stored
    _check_the_end(path, outcome)
    return outcome


def _check_the_end(path: Path, outcome: Outcome) -> None:
    """One more change: it waits on nobody, sweeps what the dead left, and every backup is whole."""
    if outcome.corrupt:
        return
    PlanSession.open(path).do(SetAnswer(text_questions()[1], "sist"))
    left = [one.name for one in path.parent.iterdir() if one.name.endswith(TEMPORARY_SUFFIX)]
    if left:
        outcome.corrupt.append(f"not swept: {left}")
    for backup in backups(path):
        try:
            read_backup(backup)
        except PlanFileError as error:
            outcome.corrupt.append(str(error))


def _kill_one(path: Path, question: str, last: int, way: str, sent: signal.Signals, delay: float) -> int:
    """Let a process save one number after the other, kill it, and return the last that it acknowledged."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _save_until_killed(path, question, last, way, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        first = pipe.readline()
        time.sleep(delay)
        os.kill(child, sent)
        os.waitpid(child, 0)
        lines = [first, *pipe.read().splitlines()]
    numbers = [int(line) for line in lines if line.strip()]
    return numbers[-1] if numbers else 0


def _save_until_killed(path: Path, question: str, last: int, way: str, pipe: int) -> None:
    """Run in the child; never returns. A number is written to the pipe when it is said to be saved."""
    for handled in SIGNALS[1:]:
        signal.signal(handled, signal.SIG_DFL)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    try:
        session = PlanSession.open(path)
        for number in range(last + 1, last + 100_000):
            text = f"{number} {SENTENCE * (number % 7)}"
            if way == "planner":
                session.do(SetAnswer(question, text, edit="field"))
            elif run(["svara", str(path), question, text]):
                break
            os.write(pipe, b"%d\n" % number)
    finally:
        os._exit(1)


def main() -> None:
    """Run in full and print what came of it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--antal", type=int, default=1000)
    parser.add_argument("--dokument", type=int, default=100)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        outcome = kill_many(Path(folder), options.antal, documents=options.dokument)
    report(f"{sum(outcome.kills.values())} kills {dict(outcome.kills)}, "
           f"{dict(outcome.acknowledged)} acknowledged changes, "
           f"{outcome.left_behind} temporary files left by the dead and swept")
    report(f"corrupt: {len(outcome.corrupt)} {outcome.corrupt[:5]}; lost: {len(outcome.lost)} {outcome.lost[:5]}")
    sys.exit(bool(outcome.corrupt or outcome.lost))


if __name__ == "__main__":
    main()

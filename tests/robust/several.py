"""Several processes change one plan at once, and every change of every one is there afterwards.

The full run: `python -m tests.robust.several --processer 8 --antal 100`.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from nvplan.services.writing.commands import SetAnswer, SetObject
from nvplan.services.writing.session import PlanSession
from tests.robust.plans import answer_of, full_plan, report, text_questions


@dataclass(frozen=True)
class Outcome:
    """How many changes were made, which process failed and why, and what is missing afterwards."""

    changes: int
    failed: list[str]
    lost: list[str]


def change_at_once(folder: Path, processes: int, count: int) -> Outcome:
    """Let each process make `count` changes: every other one to its own answer, every other one a new insats."""
    path = folder / "lan.nvplan"
    full_plan(path).close()
    before = PlanSession.open(path).state.revision
    children = [_start(path, number, count) for number in range(processes)]
    codes = [os.waitpid(child, 0)[1] for child in children]
    failed = [f"{number}: {_reason(folder, number)}" for number, code in enumerate(codes) if code]
    session = PlanSession.open(path)
    lost = []
    for number in range(processes):
        if answer_of(session.repository, text_questions()[number]) != f"{number}: {_last_answer(count)}":
            lost.append(f"answer of {number}")
        lost += [f"insats {number}-{turn}" for turn in range(1, count, 2)
                 if f"p{number}-{turn}" not in session.state.objects["insats"]]
    logged = sum(entry["revision"] > before for entry in session.repository.history())
    if logged != processes * count or session.state.revision != before + processes * count:
        lost.append(f"{logged} entries in the log")
    return Outcome(processes * count, failed, lost)


def _reason(folder: Path, number: int) -> str:
    """Return why a process failed, as it left word of it."""
    left = folder / f"{number}.txt"
    return left.read_text(encoding="utf-8") if left.exists() else "no word"


def _last_answer(count: int) -> int:
    return (count - 1) // 2 * 2


def _start(path: Path, number: int, count: int) -> int:
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        session = PlanSession.open(path, f"roll {number}")
        for turn in range(count):
            if turn % 2:
                session.do(SetObject("insats", f"p{number}-{turn}", {"title": f"Insats {turn}"}))
            else:
                session.do(SetAnswer(text_questions()[number], f"{number}: {turn}"))
        code = 0
    except BaseException as error:
        (path.parent / f"{number}.txt").write_text(f"{type(error).__name__}: {error}", encoding="utf-8")
    finally:
        os._exit(code)


def main() -> None:
    """Run in full and print what came of it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--processer", type=int, default=8)
    parser.add_argument("--antal", type=int, default=100)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        outcome = change_at_once(Path(folder), options.processer, options.antal)
    report(f"{options.processer} processes, {outcome.changes} changes: {len(outcome.lost)} lost {outcome.lost[:5]}, "
           f"{len(outcome.failed)} processes failed {outcome.failed}")
    sys.exit(bool(outcome.lost or outcome.failed))


if __name__ == "__main__":
    main()

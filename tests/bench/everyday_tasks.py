"""Counts the keys of thirty everyday tasks, done in a real terminal; beside them those of an older copy, where given.

Every task begins on the overview of the example county, in a terminal of 80×24. A task is done when what it was about
stands on the screen: that is looked at in both copies. Keys are counted; words that are typed into a field are text and
are counted apart, for they are the same whatever the program. Letters typed to find something are keys.

Run: python -m tests.bench.everyday_tasks [--before PYTHON] [--only WORD] [--show]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.bench.everyday import TASKS, Steps, Task
from tests.terminal.terminal import terminal

#: What the copies' overviews show when they are ready.
READY = "Gör nu"


@dataclass(frozen=True)
class Count:
    """What a task took: keys pressed, and characters typed as text."""

    keys: int
    text: int


def count(steps: Steps) -> Count:
    """Return how many keys some steps are, and how much text."""
    keys = sum(len(step[1:]) if step.startswith("?") else 1 for step in steps if not step.startswith("'"))
    return Count(keys, sum(len(step[1:]) for step in steps if step.startswith("'")))


def run(steps: Steps, shown: str, python: str, *, show: bool = False) -> str:
    """Do a task in a terminal of its own and return the screen at its end.

    Raises:
        AssertionError: what the task was about was not shown.
    """
    with (tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder,
          terminal(Path(folder), "demo", python=python) as opened):
        opened.wait_for(READY)
        opened.rest()
        for step in steps:
            if step[0] in "'?":
                opened.type(step[1:])
            else:
                opened.keys(step)
            opened.rest()
            if show:
                print(f"----- {step}\n{opened.screen()}")
        return opened.wait_for(shown)


def row(task: Task, before: str, *, show: bool) -> tuple[str, str, str, str]:
    """Return a task with the keys it took before and takes now, and the text."""
    told = "–"
    if before and task.before is not None:
        run(task.before, task.shown_before or task.shown, before, show=show)
        told = str(count(task.before).keys)
    run((*task.now, *task.look), task.shown, sys.executable, show=show)
    now = count(task.now)
    return task.name, told, str(now.keys), str(now.text)


def main() -> int:
    """Do the tasks and print what they took; 1 where one could not be done or an aim is missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--before", default="", help="the Python of an older copy's environment")
    parser.add_argument("--only", default="", help="only tasks with this word in their name")
    parser.add_argument("--show", action="store_true", help="print the screen after every step")
    options = parser.parse_args()
    failed, both = 0, [0, 0]
    print(f"{'task':<58}{'before':>8}{'now':>6}{'text':>6}")
    for task in TASKS:
        if options.only not in task.name:
            continue
        try:
            name, old, now, text = row(task, options.before, show=options.show)
        except AssertionError as error:
            failed += 1
            print(f"{task.name:<58}  FAILED {str(error)[:1800]}", flush=True)
            continue
        if old != "–":
            both[0] += int(old)
            both[1] += int(now)
        missed = task.aim and int(now) > task.aim
        failed += bool(missed)
        aim = f"   aim {task.aim}: {'missed' if missed else 'met'}" if task.aim else ""
        print(f"{name:<58}{old:>8}{now:>6}{text:>6}{aim}", flush=True)
    print(f"{'those that both can do':<58}{both[0]:>8}{both[1]:>6}")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())

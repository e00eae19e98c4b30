"""The everyday tasks with an aim, done in a real terminal; `python -m tests.bench.everyday_tasks` does all thirty."""

from __future__ import annotations

import sys

import pytest

from tests.bench.everyday import TASKS, Task
from tests.bench.everyday_tasks import count, run

pytestmark = pytest.mark.tmux


@pytest.mark.parametrize("task", [task for task in TASKS if task.aim], ids=lambda task: task.name)
def test_a_task_takes_no_more_keys_than_it_should(task: Task) -> None:
    assert count(task.now).keys <= task.aim
    assert task.shown in run((*task.now, *task.look), task.shown, sys.executable)


def test_there_are_thirty_tasks() -> None:
    assert len(TASKS) == len({task.name for task in TASKS}) == 30

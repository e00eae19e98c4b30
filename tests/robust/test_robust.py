"""Bounded runs of the harnesses; the full ones are commands in each module."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.robust.flips import flip_many, sample
from tests.robust.kill import WAYS, kill_many
from tests.robust.returned import edit_and_take_in
from tests.robust.several import change_at_once

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


@needs_fork
def test_killed_processes_leave_a_whole_plan_with_all_that_was_acknowledged(tmp_path: Path) -> None:
    outcome = kill_many(tmp_path, 30)
    assert outcome.corrupt == []
    assert outcome.lost == []
    assert set(outcome.acknowledged) == set(WAYS)
    assert all(count > 5 for count in outcome.acknowledged.values())


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pty")
def test_a_killed_planner_has_saved_all_that_it_had_shown_as_saved(tmp_path: Path) -> None:
    from tests.robust.planner_kill import kill_planner

    outcome = kill_planner(tmp_path, 6)
    assert outcome.corrupt == []
    assert outcome.lost == []
    assert outcome.terminal == []
    assert outcome.letters >= 6


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pty")
def test_two_planners_that_type_at_once_show_what_is_on_disk(tmp_path: Path) -> None:
    from tests.robust.two_planners import type_against_each_other

    outcome = type_against_each_other(tmp_path, 5)
    assert outcome.rounds == 5
    assert outcome.clashes > 0
    assert outcome.differ == []
    assert outcome.lost == []


@needs_fork
def test_processes_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    outcome = change_at_once(tmp_path, 4, 15)
    assert outcome.failed == []
    assert outcome.lost == []


def test_damaged_bytes_are_detected_or_harmless(tmp_path: Path) -> None:
    outcome = flip_many(sample(tmp_path), 300)
    assert outcome.missed == []
    assert outcome.detected > 200


def test_edited_lists_add_up_and_change_nothing_else(tmp_path: Path) -> None:
    outcome = edit_and_take_in(tmp_path, 25, seed=5)
    assert outcome.faults == []
    assert outcome.rounds == 25
    assert min(outcome.taken, outcome.refused, outcome.unclear) > 3
    assert len(outcome.edits) > 12

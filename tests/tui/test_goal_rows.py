"""What the overview says of goals: those most behind first, drawn as a line and told in words, with no markup."""

from __future__ import annotations

import json
from pathlib import Path

from nvplan.services.reading.places import Place
from nvplan.services.writing.session import PlanSession
from nvplan.tui.screens.overview.goal_rows import goal_rows
from tests.cli.runner import nvplan


def plan_with(path: str, *goals: tuple[str, float]) -> PlanSession:
    """Return a plan with goals from 0,31 to 0,372 over two years, each measured half way with its value."""
    nvplan("ny", path, "--lan", "07")
    for number, (title, value) in enumerate(goals, 1):
        nvplan("objekt", path, "mal", "satt", stdin=json.dumps(
            {"title": title, "measure": "coc_lakare", "baseline": 0.31, "baseline_year": 2025, "target": 0.372,
             "date": "2027-12-31"}))
        nvplan("objekt", path, "matning", "satt", stdin=json.dumps(
            {"goal": f"mal-{number}", "measure": "coc_lakare", "value": value, "date": "2026-12-31"}))
    return PlanSession.open(path)


def test_those_behind_come_first_and_at_most_three(tmp_path: Path) -> None:
    session = plan_with(str(tmp_path / "a.nvplan"), ("Före", 0.36), ("På [bold]", 0.341), ("Efter", 0.32),
                        ("Mer före", 0.37))
    rows = list(goal_rows(session, 100, "$quiet"))
    assert [target for _, target in rows] == [None, Place("mal", "mal-3"), Place("mal", "mal-2"), Place("mal", "mal-1")]
    assert [content.plain.split("\n")[0] for content, _ in rows[1:]] == ["Efter", "På [bold]", "Före"]
    below = rows[1][0].plain.split("\n")[1]
    assert below.strip().startswith("▁")
    assert below.endswith("◇  0,32 31 december 2026, efter linjen med 0,021")


def test_a_narrow_window_cuts_the_words_and_not_the_line(tmp_path: Path) -> None:
    session = plan_with(str(tmp_path / "a.nvplan"), ("En lång titel " * 10, 0.32))
    lines = [line for content, _ in goal_rows(session, 40, "$quiet") for line in content.plain.split("\n")]
    assert "◇" in lines[2]
    assert all(len(line) <= 48 for line in lines)
    assert lines[1].endswith("…")


def test_nothing_is_said_of_goals_that_nobody_has_measured(tmp_path: Path) -> None:
    path = str(tmp_path / "a.nvplan")
    nvplan("ny", path, "--lan", "07")
    nvplan("objekt", path, "mal", "satt", stdin=json.dumps({"title": "Omätt"}))
    assert list(goal_rows(PlanSession.open(path), 100, "$quiet")) == []

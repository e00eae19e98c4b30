"""What the overview says of goals: those most behind first, how each moves, the latest value and the target."""

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


def test_those_behind_come_first_and_each_leads_to_its_goal(tmp_path: Path) -> None:
    session = plan_with(str(tmp_path / "a.nvplan"), ("Före", 0.36), ("På [bold]", 0.341), ("Efter", 0.32))
    rows = list(goal_rows(session))
    assert [row.target for row in rows] == [Place("mal", "mal-3"), Place("mal", "mal-2"), Place("mal", "mal-1")]
    lines = [row.draw(76).plain.rstrip() for row in rows]
    assert [line.split()[:2] for line in lines] == [["▼", "Efter"], ["●", "På"], ["▲", "Före"]]
    assert "På [bold]" in lines[1]
    assert "0,32 → 0,372" in lines[0]
    assert [line.split()[-1] for line in lines] == ["efter", "fas", "före"]


def test_a_narrow_block_cuts_the_name_and_no_number(tmp_path: Path) -> None:
    session = plan_with(str(tmp_path / "a.nvplan"), ("En lång titel " * 10, 0.32))
    [row] = goal_rows(session)
    for width in (52, 60, 76):
        line = row.draw(width)
        assert line.cell_length <= width
        assert "0,32 → 0,372" in line.plain
        assert "…" in line.plain


def test_what_nobody_has_measured_or_set_is_said(tmp_path: Path) -> None:
    path = str(tmp_path / "a.nvplan")
    nvplan("ny", path, "--lan", "07")
    nvplan("objekt", path, "mal", "satt", stdin=json.dumps({"title": "Omätt"}))
    [row] = goal_rows(PlanSession.open(path))
    assert " ".join(row.draw(60).plain.split()) == "Omätt inte mätt → nivå saknas"


def test_a_goal_without_a_number_tells_how_far_it_has_come_and_lacks_no_level(tmp_path: Path) -> None:
    path = str(tmp_path / "a.nvplan")
    nvplan("ny", path, "--lan", "07")
    goal = {"title": "Ett system finns", "form": "lage", "state": "pagar", "date": "hösten 2027"}
    nvplan("objekt", path, "mal", "satt", "s", stdin=json.dumps(goal))
    [row] = goal_rows(PlanSession.open(path))
    for width in (44, 60, 90):
        line = row.draw(width)
        assert line.cell_length <= width
        assert " ".join(line.plain.split()) == "Ett system finns På väg → hösten 2027"
    [shown] = nvplan("mal", path, "--json").json
    assert shown["text"] == "På väg. Nås senast hösten 2027."
    nvplan("objekt", path, "mal", "satt", "s", stdin=json.dumps({"state": "natt", "reached": "mars 2027"}))
    assert nvplan("mal", path, "--json").json[0]["text"] == "Nått mars 2027."
    nvplan("objekt", path, "mal", "satt", "s", stdin=json.dumps({"state": "", "reached": "", "date": ""}))
    assert nvplan("mal", path, "--json").json[0]["text"] == "Läge inte angivet."


def test_a_name_goes_on_to_its_value_where_no_line_is_drawn(tmp_path: Path) -> None:
    path = str(tmp_path / "a.nvplan")
    nvplan("ny", path, "--lan", "07")
    titles = ("Kontinuitetsindex till läkare på vårdcentral", "Kontinuitetsindex till läkare i särskilt boende")
    for number, title in enumerate(titles, 1):
        goal = {"title": title, "target": 0.4, "measure": "coc_lakare"}
        nvplan("objekt", path, "mal", "satt", stdin=json.dumps(goal))
        nvplan("objekt", path, "matning", "satt", stdin=json.dumps(
            {"goal": f"mal-{number}", "measure": "coc_lakare", "value": 0.5, "date": "2026-12-31"}))
    lines = [row.draw(60).plain for row in goal_rows(PlanSession.open(path))]
    assert len({line.split("…")[0] for line in lines}) == 2, lines
    assert len({line.index("→") for line in lines}) == 1, "the arrows stand under each other"
    assert all(" 0,5 → 0,4" in line for line in lines)

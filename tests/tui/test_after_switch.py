"""After a change of set in the planner: the judgements that wait, one by one and all at once; a proposal in force."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from nvplan.catalog.location import data_from
from nvplan.model.compliance import assessment
from nvplan.services.reading.todo import ToDo
from nvplan.services.reports.after_switch import waiting
from nvplan.services.writing.commands import SetObject
from nvplan.services.writing.commands_plans import SwitchSet
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from tests.catalog.whole_set import MERGED, SET, folder_with_whole_set
from tests.tui.planner import WIDE, planner, press, screen_text, type_text, until


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with data_from(folder_with_whole_set(tmp_path_factory.mktemp("mangd"))):
        yield


async def _open_sets(pilot: Pilot[None]) -> None:
    await press(pilot, "ctrl+p")
    await type_text(pilot, "krav enligt")
    await press(pilot, "enter")


@pytest.mark.usefixtures("data")
async def test_a_set_is_changed_and_the_judgements_are_gone_through(tmp_path: Path) -> None:
    path = tmp_path / "a.nvplan"
    with create_plan(path, "07", 2027, "OK2023") as session:
        for requirement, judgement in (("KON-01", "uppfyllt"), ("KON-02", "delvis"), (MERGED[0], "uppfyllt"),
                                       (MERGED[1], "ej_uppfyllt")):
            session.do(SetObject("kravbedomning", f"{requirement.lower()}@region", {
                "requirement": requirement, "actor": "region", "judgement": judgement, "reason": f"Text {requirement}",
            }))
    async with planner(path, WIDE) as pilot:
        await _open_sets(pilot)
        await press(pilot, "down")
        for _ in range(6):
            if "○ Överenskommelsen 2026" in screen_text(pilot):
                await press(pilot, "down", "space")
        await press(pilot, "f8", "down", "enter")
        assert "3 bedömningar av tidigare krav väntar" in await until(pilot, "F4 visar dem")
        await press(pilot, "f4")
        shown = await until(pilot, "Efter kravbytet")
        assert "26-KON-01" in shown
        assert "Så stod det förut (KON-01)" in shown
        assert "Text KON-01" in shown
        await press(pilot, "enter")
        await until(pilot, "Esc stänger")
        await press(pilot, "escape", "ctrl+g")
        await until(pilot, "en bedömning gäller kraven")
        await press(pilot, "ctrl+o", "down", "enter")
        await until(pilot, "Inget att gå igenom")
    state = PlanSession.open(path).state
    assert (state.info.requirement_set, waiting(state)) == (SET, 0)
    assert assessment(state, "26-KON-01", "region").reason == "Text KON-01"
    assert assessment(state, "26-KON-02", "region").judgement == "delvis"
    assert assessment(state, f"26-{MERGED[0]}", "region").judgement == "ej_bedomd"


async def test_a_proposal_is_said_to_be_in_force_and_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "a.nvplan"
    create_plan(path, "07", 2027).close()
    async with planner(path, WIDE) as pilot:
        await _open_sets(pilot)
        await press(pilot, "ctrl+p")
        await type_text(pilot, "det gäller")
        await press(pilot, "enter", "enter")
        await until(pilot, "hänvisning")
        assert not PlanSession.open(path).state.info.own_standing
        await type_text(pilot, "SFS 2026:1 [X]")
        await press(pilot, "enter")
        await until(pilot, "Ni har angett att förslaget gäller")
        assert PlanSession.open(path).state.info.own_standing == {"PROP2025-26-19": "SFS 2026:1 [X]"}
        await press(pilot, "ctrl+p")
        await type_text(pilot, "det gäller")
        await press(pilot, "enter", "enter")
        await until(pilot, "är åter ett förslag")
    assert not PlanSession.open(path).state.info.own_standing


@pytest.mark.usefixtures("data")
async def test_what_waits_after_a_change_of_set_leads_from_gor_nu(tmp_path: Path) -> None:
    path = tmp_path / "a.nvplan"
    with create_plan(path, "07", 2027, "OK2023") as session:
        session.do(SetObject("kravbedomning", "kon-01@region", {"requirement": "KON-01", "actor": "region",
                                                                "judgement": "uppfyllt", "reason": "Text"}))
        session.do(SwitchSet(SET))
    async with planner(path, WIDE) as pilot:
        assert "bedömning efter kravbytet" in await until(pilot, "efter kravbytet")
        for _ in range(12):
            if (shown := screen_text(pilot)) and "Efter kravbytet" in shown:
                break
            await press(pilot, "down")
            block = pilot.app.screen.focused
            if isinstance(target := getattr(block, "target", None), ToDo) and target.place == "kravbyte:":
                await press(pilot, "enter")
        assert "26-KON-01" in screen_text(pilot)

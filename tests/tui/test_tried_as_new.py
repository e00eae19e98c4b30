"""What a coordinator who was new to it met: undoing in a table and in a choice, and a first insats."""

from __future__ import annotations

from pathlib import Path

from nvplan.catalog.questions import all_questions
from nvplan.model.kinds.table import rows_of
from nvplan.services.reading.guide import Stop
from nvplan.services.writing.commands import SetObject
from nvplan.services.writing.session import PlanSession
from tests.tui.planner import go_to, new_plan, planner, press, screen_text, settle, type_text


async def test_undo_in_a_table_takes_back_one_cell(tmp_path: Path) -> None:
    path, routines = new_plan(tmp_path), all_questions()["1.6.rutiner"]
    first, second = [option.id for option in routines.columns[1].options][:2]

    def states() -> list[object]:
        with PlanSession.open(path) as session:
            value = session.state.answer(routines.id).value
        return [row.get("lage") for row in rows_of(value)[:2]] if value is not None else []

    async with planner(path) as pilot:
        pilot.app.go(Stop(routines, "lan"))  # type: ignore[attr-defined]
        await settle(pilot)
        await press(pilot, "down", "1", "2")
        assert states() == [first, second]
        await press(pilot, "ctrl+z")
        assert states() == [first, None]
        await press(pilot, "ctrl+z")
        assert not any(states())
        await press(pilot, "ctrl+y", "ctrl+y")
        assert states() == [first, second]


async def test_enter_after_undo_does_not_choose_again_what_was_undone(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "1.1.lage")
        await press(pilot, "3", "ctrl+z", "enter")
    with PlanSession.open(path) as session:
        assert session.state.answer("1.1.lage").value is None


async def test_an_insats_begun_on_the_overview_belongs_to_a_plan_and_shows_which(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await press(pilot, "plus")
        assert "Gemensam plan för primärvård" in screen_text(pilot)
        await type_text(pilot, "Mobilt team")
        await press(pilot, "escape")
    with PlanSession.open(path) as session:
        found = list(session.state.objects["insats"].values())
        assert [one.plans for one in found] == [("gemensam",)]  # type: ignore[attr-defined]


async def test_a_form_that_nobody_wrote_in_leaves_nothing(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await press(pilot, "plus", "escape")
        assert "Gör nu" in screen_text(pilot)
    with PlanSession.open(path) as session:
        assert not session.state.objects["insats"]


async def test_posts_that_differ_are_not_shown_as_one_and_closing_the_box_changes_nothing(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    with PlanSession.open(path) as session:
        for number, plans in enumerate((("gemensam",), (), ())):
            session.do(SetObject("insats", f"i{number}", {"title": f"Insats {number}", "plans": plans}))
    async with planner(path) as pilot:
        await go_to(pilot, "insatser")
        await press(pilot, "ctrl+a", "ctrl+e")
        await type_text(pilot, "planer")
        await press(pilot, "enter")
        assert "(olika i dag)" in screen_text(pilot)
        assert "✓ Gemensam plan" not in screen_text(pilot)
        await press(pilot, "escape")
        await press(pilot, "ctrl+e")
        await type_text(pilot, "planer")
        await press(pilot, "enter", "enter", "escape")
    with PlanSession.open(path) as session:
        assert {one.plans for one in session.state.objects["insats"].values()} == {("gemensam",)}  # type: ignore[attr-defined]

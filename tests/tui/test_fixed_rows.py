"""A table whose rows are given is answered in its grid: digits choose, letters begin, nothing is opened for it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nvplan.catalog.questions import all_questions
from nvplan.services.reading.guide import Stop
from nvplan.services.writing.session import PlanSession
from tests.tui.planner import new_plan, planner, press, screen_text, settle, type_text

ROUTINES, SYSTEMS, FIGURES = "1.6.rutiner", "2.6.system", "1.2.nyckeltal"


def rows(path: Path, question: str) -> list[dict[str, Any]]:
    value = PlanSession.open(path).state.answer(question).value
    return [dict(row) for row in value] if isinstance(value, list) else []  # type: ignore[arg-type]


async def test_digits_choose_downward_and_a_day_is_typed_beside(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    options = [option.id for option in all_questions()[ROUTINES].columns[1].options]
    async with planner(path) as pilot:
        pilot.app.go(Stop(all_questions()[ROUTINES], "lan"))  # type: ignore[attr-defined]
        await settle(pilot)
        await press(pilot, "1")
        assert rows(path, ROUTINES) == [], "no cell is marked yet: a digit answers nothing by accident"
        await press(pilot, "down", "1", "2", "3")
        assert [row.get("lage") for row in rows(path, ROUTINES)[:4]] == [*options[:3], None]
        assert "1 " in screen_text(pilot), "what each digit means stands below"
        await press(pilot, "up", "right")
        await type_text(pilot, "1 mars")
        await press(pilot, "enter")
        assert "!" in screen_text(pilot), "what cannot be read is said and stays in the box"
        await type_text(pilot, " 2027")
        await press(pilot, "escape")
        assert rows(path, ROUTINES)[2]["oversedd"] == "2027-03-01"
        await press(pilot, "up", "backspace", "left", "backspace")
        assert "oversedd" not in rows(path, ROUTINES)[2]
        assert "lage" not in rows(path, ROUTINES)[2]
        assert len(rows(path, ROUTINES)) == 14, "the given rows stand"


async def test_yes_and_no_are_answered_by_their_letters_typed_out_or_not(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        pilot.app.go(Stop(all_questions()[SYSTEMS], "lan"))  # type: ignore[attr-defined]
        await settle(pilot)
        await press(pilot, "down", "right")
        await type_text(pilot, "janej")
        assert [row.get("lakarkontakt") for row in rows(path, SYSTEMS)[:3]] == [True, False, None]


async def test_a_number_is_checked_before_it_is_kept_and_enter_opens_the_row(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        pilot.app.go(Stop(all_questions()[FIGURES], "lan"))  # type: ignore[attr-defined]
        await settle(pilot)
        await press(pilot, "down")
        await type_text(pilot, "247 175")
        await press(pilot, "enter")
        await type_text(pilot, "x")
        await press(pilot, "enter")
        assert "är inget tal" in screen_text(pilot)
        await press(pilot, "escape")
        assert [row.get("varde") for row in rows(path, FIGURES)[:2]] == ["247175", None]
        await press(pilot, "enter")
        assert "Rad 2" in screen_text(pilot)

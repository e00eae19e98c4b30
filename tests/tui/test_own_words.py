"""A list that cannot be complete takes words of one's own: a line opens below it, and what is typed is saved."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input

from nvplan.catalog.questions import all_questions
from nvplan.services.writing.commands import SetAnswer
from nvplan.services.writing.session import PlanSession
from nvplan.tui.widgets.tick_list import TickList
from tests.tui.planner import new_plan, planner, press, screen_text, type_text, until

from .test_keys_that_never_answer import show, stands_on

GROUPS = all_questions()["1.2.malgrupper"]


def words(pilot: Pilot[None]) -> str:
    return " ".join(screen_text(pilot).replace("▌", " ").replace("▐", " ").split())


def stored(path: Path) -> object:
    return PlanSession.open(path).state.answer(GROUPS.id).value


async def test_words_are_typed_in_a_line_that_opens_and_enter_goes_on(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await show(pilot, GROUPS)
        lists = pilot.app.screen.query_one(TickList)
        assert not pilot.app.screen.query_one(Input).parent.display  # type: ignore[union-attr]
        lists.highlighted = len(GROUPS.options) - 1
        await press(pilot, "space")
        assert stored(path) == ["annan"]
        await type_text(pilot, "de [b]sökta[/b]")
        await until(pilot, "Sparat")
        assert stored(path) == ["annan:de [b]sökta[/b]"]
        assert "Annan målgrupp: de [b]sökta[/b]" in words(pilot)
        await press(pilot, "enter")
        assert stands_on(pilot) != GROUPS.id


async def test_words_that_are_there_are_shown_and_unticking_takes_them_along(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    PlanSession.open(path).do(SetAnswer(GROUPS.id, ["aldre", "annan:nyanlända"]))
    async with planner(path) as pilot:
        await show(pilot, GROUPS)
        assert "Annan målgrupp: nyanlända" in words(pilot)
        assert "Inget är valt" not in words(pilot)
        pilot.app.screen.query_one(TickList).highlighted = len(GROUPS.options) - 1
        await press(pilot, "space")
        assert stored(path) == ["aldre"]
        assert "nyanlända" not in screen_text(pilot)
        await press(pilot, "space")
        assert stored(path) == ["aldre", "annan:nyanlända"]


async def test_the_words_are_read_from_afar(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    PlanSession.open(path).do(SetAnswer(GROUPS.id, ["annan:nyanlända"]))
    async with planner(path, (120, 36)) as pilot:
        await show(pilot, GROUPS)
        await press(pilot, "f5")
        shown = await until(pilot, "● Annan målgrupp: nyanlända")
        assert "○ Äldre" in shown


KOMPETENS, PLACES = all_questions()["2.2.kompetenskrav"], all_questions()["1.2.platser"]


async def test_one_choice_takes_words_too_and_enter_on_it_leads_back_to_them(tmp_path: Path) -> None:
    path = new_plan(tmp_path)

    def kept() -> object:
        return PlanSession.open(path).state.answer(KOMPETENS.id).value

    async with planner(path) as pilot:
        await show(pilot, KOMPETENS)
        await press(pilot, "5")
        assert kept() == "annat"
        await type_text(pilot, "två års tjänst")
        await until(pilot, "Sparat")
        assert kept() == "annat:två års tjänst"
        assert "Annat: två års tjänst" in words(pilot)
        await press(pilot, "shift+tab", "up", "enter")
        assert kept() == "leg_lakare"
        assert "två års tjänst" not in words(pilot)
        await press(pilot, "down", "enter")
        assert kept() == "annat:två års tjänst", "what was written is not lost by looking at another choice"
        await press(pilot, "enter")
        assert stands_on(pilot) != KOMPETENS.id


async def test_a_choice_in_the_row_of_a_table_takes_words(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await show(pilot, PLACES)
        await press(pilot, "plus")
        await type_text(pilot, "Skärgården")
        await press(pilot, "tab", "end", "enter")
        await type_text(pilot, "Öar utan bro")
        await press(pilot, "f8")
        assert "Annat: Öar utan bro" in words(pilot)
        await press(pilot, "enter")
        assert "Öar utan bro" in words(pilot)
        await press(pilot, "escape")
    assert PlanSession.open(path).state.answer(PLACES.id).value == [
        {"plats": "Skärgården", "slag": "annat:Öar utan bro"}]

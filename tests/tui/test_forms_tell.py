"""What a form tells of itself: when it saves, what its entry is called, who can be chosen and how to write."""

from __future__ import annotations

from pathlib import Path

from nvplan.services.writing.commands import SetObject
from nvplan.services.writing.session import PlanSession
from nvplan.texts.fields import FIELDS
from nvplan.tui.widgets.object_fields import FormField
from tests.tui.planner import NARROW, go_to, new_plan, planner, press, settle, type_text, until

#: The line below the form in the narrowest window, without its margins.
_LINE = 76
#: The fields of money whose help says what happens to what is written, or left out.
_MONEY = (("insats", "cost"), ("insats", "yearly_costs"), ("medel", "used"), ("medel", "costs"), ("medel", "efforts"))


def told(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


async def test_an_entry_without_a_name_says_when_it_is_saved_and_is_never_called_by_its_id(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path, NARROW) as pilot:
        await go_to(pilot, "matningar")
        await press(pilot, "plus")
        shown = await until(pilot, "Ny mätning")
        assert "Sparas när ni har fyllt i något." in shown
        pilot.app.screen.query_one("#field-value", FormField).focus_control()
        await settle(pilot)
        await type_text(pilot, "48,2")
        await press(pilot, "tab")
        shown = await until(pilot, "Mätning utan rubrik")
        (identity,) = PlanSession.open(path).state.objects["matning"]
        assert identity not in shown


async def test_all_that_can_be_members_of_an_rss_are_kommuner(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path, NARROW) as pilot:
        await go_to(pilot, "aktorer")
        await type_text(pilot, "regional samverkan")
        await press(pilot, "enter")
        await until(pilot, "Svarar också som")
        pilot.app.screen.query_one("#field-members", FormField).focus_control()
        await settle(pilot)
        await press(pilot, "enter")
        await until(pilot, "Ctrl+A alla")
        await press(pilot, "ctrl+a", "escape")
        await until(pilot, "✓ Sparat")
    state = PlanSession.open(path).state
    (rss,) = (one for one in state.actors if one.type == "rss")
    assert set(rss.members) == {one.id for one in state.actors if one.type == "kommun"}


async def test_years_that_come_to_more_than_the_cost_are_told_above_the_form(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    PlanSession.open(path).do(SetObject("insats", "team", {
        "title": "Hemteam", "cost": "1000000", "yearly_costs": ["2027: 700 000", "2028: 400 000"]}))
    async with planner(path, NARROW) as pilot:
        await go_to(pilot, "insatser")
        await press(pilot, "enter")
        shown = await until(pilot, "Åren blir")
        assert "Åren blir 1 100 000 kr. Det är mer än kostnaden, 1 000 000 kr." in told(shown)


def test_how_money_is_written_is_told_whole_in_the_narrowest_window() -> None:
    for kind, name in _MONEY:
        label, help_text = FIELDS[kind][name]
        assert len(f"{label}: {help_text}") <= _LINE, (kind, name)

"""A step that shows a register: how many, what is missing in them, add one here; nothing typed and nothing stored."""

from __future__ import annotations

from pathlib import Path

from nvplan.services.writing.commands import AddObject, SetObject
from nvplan.services.writing.session import PlanSession
from tests.tui.planner import (
    NARROW,
    go_to,
    look_at_file,
    new_plan,
    planner,
    press,
    question_at_hand,
    screen_text,
    type_text,
    until,
)


async def test_a_step_shows_its_register_and_leads_to_an_entry_and_to_a_new_one(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    with PlanSession.open(path) as plan:
        plan.do(SetObject("insats", "sip", {"title": "SIP i hela länet", "plans": ["kontinuitet"], "horizon": "kort",
                                            "state": "planerad"}))
        plan.do(SetObject("insats", "annan", {"title": "En på lång sikt", "plans": ["kontinuitet"], "horizon": "lang"}))
    async with planner(path) as pilot:
        await go_to(pilot, "2.14.insatser")
        shown = screen_text(pilot)
        assert "SIP i hela länet" in shown
        assert "spridning" in shown
        assert "1 post, den saknar något." in shown
        assert "En på lång sikt" not in shown
        await press(pilot, "down", "enter")
        assert "Insatser › SIP i hela länet" in screen_text(pilot)
        await press(pilot, "escape")
        assert question_at_hand(pilot) == "2.14.insatser"
        await press(pilot, "plus")
        await type_text(pilot, "Ny insats")
        await press(pilot, "tab", "escape")
        assert "2 poster, 2 saknar något." in screen_text(pilot)
    added = [one for one in PlanSession.open(path).state.objects["insats"].values()
             if getattr(one, "title", "") == "Ny insats"]
    assert [(one.plans, one.horizon) for one in added] == [(("kontinuitet",), "kort")]  # type: ignore[attr-defined]


async def test_an_empty_register_says_how_to_begin(tmp_path: Path) -> None:
    async with planner(new_plan(tmp_path)) as pilot:
        await go_to(pilot, "2.16.hinder")
        assert "Tryck + för att lägga till" in screen_text(pilot)
        await press(pilot, "enter")
        assert question_at_hand(pilot) != "2.16.hinder"


async def test_the_source_of_a_value_is_picked_among_the_matkallor_in_the_row_of_a_table(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "2.3.index")
        await press(pilot, "down", "enter")
        assert "F4 väljer en mätkälla" in await until(pilot, "Källa")
        await press(pilot, "tab", "tab", "tab")
        await press(pilot, "f4")
        assert "Ni har inga mätkällor än" in " ".join(screen_text(pilot).split())
        await press(pilot, "escape")
        with PlanSession.open(path) as plan:
            plan.do(SetObject("matkalla", "pvk", {"title": "Primärvårdskvalitet"}))
        await look_at_file(pilot)
        await until(pilot, "Pil ned markerar en rad")
        await press(pilot, "enter")
        await type_text(pilot, "0,31")
        await press(pilot, "tab", "tab")
        await type_text(pilot, "2027-03")
        await press(pilot, "tab", "f4")
        assert "Primärvårdskvalitet" in await until(pilot, "Primärvårdskvalitet")
        await press(pilot, "enter", "f8")
    [one] = PlanSession.open(path).state.objects["matning"].values()
    assert (one.source, one.origin) == ("Primärvårdskvalitet", "pvk")  # type: ignore[attr-defined]


async def test_an_amount_typed_as_the_heading_is_led_to_its_field_and_the_list_shows_it(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path, NARROW) as pilot:
        await go_to(pilot, "medel")
        await until(pilot, "Nya medel")
        await press(pilot, "enter")
        await until(pilot, "till exempel 1 200 000")
        await type_text(pilot, "1200000")
        shown = await until(pilot, "Skriv summan i ”Beviljat”")
        assert "sparas" not in shown, "nothing is saved before it is known whose the money is"
        await press(pilot, "escape")
    with PlanSession.open(path) as session:
        session.do(AddObject("medel", {"title": "1200000", "actor": "region", "granted": "1200000"}))
        session.do(AddObject("medel", {"title": "300", "actor": "0760"}))
    async with planner(path, NARROW) as pilot:
        await go_to(pilot, "medel")
        shown = (await until(pilot, "Beviljat")).replace("\u00a0", " ")
        assert "1 200 000" in shown
        (row,) = [line for line in shown.splitlines() if " 300 " in line]
        assert row.index("300") <= 3, "what it is called stands at the left"

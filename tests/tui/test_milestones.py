"""Milestones are added and changed where the insats is edited; a målområde's list takes in the levels below it."""

from __future__ import annotations

from pathlib import Path

from nvplan.services.reading.county_structure import milestones_of
from nvplan.services.writing.commands import SetObject
from nvplan.services.writing.session import PlanSession
from nvplan.tui.where_in_plan import ObjectForm
from tests.tui.planner import NARROW, WIDE, new_plan, planner, press, screen_text, settle, type_text, until


async def test_a_milestone_is_added_and_changed_from_the_form_of_its_insats(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    with PlanSession.open(path) as session:
        session.do(SetObject("insats", "sip", {"title": "SIP för alla", "actor": "region"}))
    for size, key, title in ((NARROW, "enter", "Rutinen är klar"), (WIDE, "up", "Alla har fått den")):
        async with planner(path, size) as pilot:
            pilot.app.place.show_over(ObjectForm("insats", "sip"))  # type: ignore[attr-defined]
            await settle(pilot)
            assert "F6 Delmål" in screen_text(pilot)
            await press(pilot, "f6")
            assert "Nytt delmål" in screen_text(pilot)
            await press(pilot, *([] if key == "enter" else [key]), "enter")
            await until(pilot, "Delmålet")
            await type_text(pilot, title)
            await press(pilot, "tab", "escape")
            shown = await until(pilot, "SIP för alla")
            assert "Insatser ›" in shown
    found = milestones_of(PlanSession.open(path).state, "sip")
    assert sorted((one.title, one.actor) for one in found) == [("Alla har fått den", "region"),
                                                               ("Rutinen är klar", "region")]
    async with planner(path, WIDE) as pilot:
        pilot.app.place.show_over(ObjectForm("insats", "sip"))  # type: ignore[attr-defined]
        await settle(pilot)
        assert "· Rutinen är klar" in screen_text(pilot)
        await press(pilot, "f6")
        await type_text(pilot, "rutinen")
        await press(pilot, "enter")
        await until(pilot, "Delmål › Rutinen är klar")
        await press(pilot, "end")
        await type_text(pilot, " nu")
        await press(pilot, "tab", "escape")
        await until(pilot, "SIP för alla")
    assert "Rutinen är klar nu" in {one.title for one in milestones_of(PlanSession.open(path).state, "sip")}

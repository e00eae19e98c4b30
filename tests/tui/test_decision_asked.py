"""A decision that is answered by a choice asks for its day and body where it is answered."""

from __future__ import annotations

from pathlib import Path

from nvplan.catalog.questions import find_question
from nvplan.services.reading.bound import left_out
from nvplan.services.writing.commands import SetAnswer, SetObject
from nvplan.services.writing.session import PlanSession
from tests.tui.planner import WIDE, go_to, new_plan, planner, press, type_text, until


def test_what_belongs_to_a_decision_is_asked_for_until_it_is_said(tmp_path: Path) -> None:
    session = PlanSession.open(new_plan(tmp_path))
    question = find_question("1.17.plan-beslut")
    assert left_out(session.state, question, "region") == []
    session.do(SetAnswer(question.id, "vantar", "region"))
    assert left_out(session.state, question, "region") == [], "nothing is decided, so there is no day"
    session.do(SetAnswer(question.id, "antagen", "region"))
    session.do(SetAnswer(question.id, "avslag", "0780"))
    found = left_out(session.state, question, "0780")
    assert [(one.actor, one.missing) for one in found] == [
        ("0780", ("organ", "beslutsdatum")), ("region", ("organ", "beslutsdatum"))], "the actor at hand first"
    for one, body in zip(found, ("Kommunfullmäktige", "Regionfullmäktige"), strict=True):
        session.do(SetObject("beslut", one.id, {"body": body, "date": "2026-10-20"}))
    assert left_out(session.state, question, "0780") == []


async def test_the_question_says_what_is_missing_and_leads_there(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path, WIDE) as pilot:
        await go_to(pilot, "1.1.beslut")
        await until(pilot, "har svarat")
        await press(pilot, "3")
        shown = await until(pilot, "skriv också")
        assert "Region Kronoberg: skriv också organ och beslutsdatum. F4 öppnar" in shown
        await press(pilot, "f4")
        await until(pilot, "Beslut ›")
        form = pilot.app.screen
        form.query_one("#field-body Input").focus()
        await type_text(pilot, "Regionfullmäktige")
        form.query_one("#field-date Input").focus()
        await type_text(pilot, "2026-10-20")
        await press(pilot, "escape")
        assert "skriv också" not in await until(pilot, "har svarat")
    (decided,) = PlanSession.open(path).state.objects["beslut"].values()
    assert (decided.body, decided.date) == ("Regionfullmäktige", "2026-10-20")  # type: ignore[attr-defined]

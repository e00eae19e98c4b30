"""A person who types without waiting for the screen: every letter lands in the field that it was meant for."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from nvplan.services.session import PlanSession
from nvplan.tui.widgets.object_fields import FormField
from tests.tui.planner import go_to, new_plan, planner, press, screen_text, settle, until

_KEYS = {"+": "plus", " ": "space"}


async def burst(pilot: Pilot[None], *keys: str) -> None:
    """Press keys as a terminal sends them when someone types faster than the screen is drawn: all at once."""
    for key in keys:
        for one in [key] if key.startswith(("f", "ctrl", "enter", "tab", "escape", "down")) and len(key) > 1 else key:
            pilot.app.post_message(events.Key(_KEYS.get(one, one), one if len(one) == 1 else None))
    for _ in range(4):
        await settle(pilot)


def answer(path: Path, question: str, actor: str = "lan") -> object:
    """Return an answer as it is on disk."""
    return PlanSession.open(path).state.answer(question, actor).value


async def test_enter_and_the_next_answer_in_one_breath(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "1.0.agare")
        await burst(pilot, "Direktören", "enter", "Nästa svar")
        assert "Nästa svar" in await until(pilot, "Nästa svar")
        assert "Direktören" not in screen_text(pilot)
        written = {key: one.value for key, one in PlanSession.open(path).state.answers.items() if one.value}
        assert sorted(map(str, written.values())) == ["Direktören", "Nästa svar"]


async def test_f8_and_text_at_once(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "1.0.agare")
        await burst(pilot, "f8", "Chefen")
        written = {key: one.value for key, one in PlanSession.open(path).state.answers.items() if one.value}
        assert [value for (_, question), value in written.items() if question == "1.0.agare"] in ([], ["Chefen"])
        assert list(written.values()) == ["Chefen"]


async def test_a_new_insats_is_named_before_its_form_is_there(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "insatser")
        await burst(pilot, "+", "SIP för alla", "tab")
        assert [one.title for one in PlanSession.open(path).state.objects["insats"].values()] == ["SIP för alla"]  # type: ignore[attr-defined]


async def test_a_row_of_a_table_is_filled_in_as_fast_as_it_is_opened(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "1.4.forum")
        await burst(pilot, "+", "Länsrådet")
        assert "Länsrådet" in screen_text(pilot)
        await burst(pilot, "f8")
        assert "Länsrådet" in str(answer(path, "1.4.forum"))


async def test_going_somewhere_by_its_name_and_enter_in_one_burst(tmp_path: Path) -> None:
    async with planner(new_plan(tmp_path)) as pilot:
        await burst(pilot, "f2", "insatser", "enter", "+", "Ny", "tab", "Syftet")
        assert pilot.app.screen.query_one("#field-title", FormField).given == "Ny"
        assert pilot.app.screen.query_one("#field-purpose", FormField).given == "Syftet"


@pytest.mark.parametrize("keys", [("f2", "escape", "f1", "escape"), ("ctrl+f", "sip", "escape", "ctrl+p", "escape")])
async def test_nothing_is_stuck_after_boxes_that_open_and_close(tmp_path: Path, keys: tuple[str, ...]) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "1.0.agare")
        await burst(pilot, *keys, "Rätt")
        await press(pilot, "f8")
        assert any(one.value == "Rätt" for one in PlanSession.open(path).state.answers.values())

"""Läget: who has not answered is seen at once, narrowed down to a question, and one key from there."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvplan.services.writing.commands import SetAnswer, SetObject
from nvplan.services.writing.session import PlanSession
from tests.tui.planner import NARROW, WIDE, go_to, new_plan, planner, press, screen_text, type_text, until


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan in which one kommun has adopted the målbild."""
    path = new_plan(tmp_path)
    with PlanSession.open(path) as session:
        session.do(SetAnswer("1.1.beslut", "antagen", "0764"))
    return path


def row_of(shown: str, name: str) -> str:
    return next((line for line in shown.splitlines() if line[2:].startswith(name)), "")


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_marks_tell_how_far_each_actor_is_and_a_question_tells_who_is_missing(
        plan: Path, size: tuple[int, int]) -> None:
    async with planner(plan, size) as pilot:
        await go_to(pilot, "läget")
        shown = await until(pilot, "frågas inte här")
        assert "◐" in row_of(shown, "Alvesta kommun")
        assert "◐" not in row_of(shown, "Lessebo kommun")
        assert "Länet tillsammans" in shown
        await press(pilot, "f3")
        await type_text(pilot, "antagit länets")
        await press(pilot, "enter")
        shown = screen_text(pilot)
        assert not row_of(shown, "Alvesta kommun"), "who has answered is not among those who have not"
        assert row_of(shown, "Lessebo kommun")
        await press(pilot, "enter")
        assert "Har ni antagit länets målbild?" in screen_text(pilot)
        await press(pilot, "escape")
        assert row_of(screen_text(pilot), "Lessebo kommun"), "the way back leads to the same part of the list"


async def test_plans_follow_each_other_and_what_is_answered_elsewhere_is_seen(plan: Path) -> None:
    async with planner(plan) as pilot:
        await go_to(pilot, "läget")
        assert "Gemensam plan" in await until(pilot, "aktörer")
        await press(pilot, "f4")
        assert "Kontinuitet" in screen_text(pilot)
        await press(pilot, "f4", "f4")
        assert row_of(screen_text(pilot), "Lessebo kommun").endswith("5")
        with PlanSession.open(plan) as other:
            other.do(SetAnswer("1.1.beslut", "antagen", "0761"))
        as_it_was = "Lessebo kommun" + " " * 29 + "○"
        changed = as_it_was.replace("○", "◐")
        assert as_it_was in screen_text(pilot)
        assert row_of(await until(pilot, changed), "Lessebo kommun").endswith("4"), "another's answer is seen by itself"


async def test_a_reminder_says_what_is_missing_by_when_and_in_which_file(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    session = PlanSession.open(path)
    session.do(SetObject("insamling", "", {"title": "Insamling", "actor": "region", "last_day": "2026-12-15",
                                           "address": "samverkan@exempel.se"}))
    session.do(SetObject("utskick", "", {"actor": "0761", "form": "excel", "sent": "2026-11-01"}))
    session.close()
    async with planner(path, WIDE) as pilot:
        await go_to(pilot, "läget")
        await type_text(pilot, "lessebo")
        await press(pilot, "f6")
        shown = screen_text(pilot)
        assert "Läs: Lessebo kommun" in shown
        assert "Kopiera: alla 8 aktörer som har kärnfrågor kvar" in shown
        await press(pilot, "enter")
        assert "Vi har inte fått er del av länets plan" in screen_text(pilot)
        await press(pilot, "escape", "f6", "down", "enter")
        for told in ("15 december 2026", "samverkan@exempel.se", "utskick Kronoberg 2027 Lessebo kommun.xlsx",
                     "1 november 2026", "- "):
            assert told in pilot.app.clipboard, told
        assert "Alvesta" not in pilot.app.clipboard
        await press(pilot, "f6", *["down"] * 4, "enter")
        assert pilot.app.clipboard.count("Hej!") == 8
        await press(pilot, "f6", "down", "down", "enter")
        assert "1 påminnelse ligger i" in await until(pilot, "ligger i")
    assert getattr(PlanSession.open(path).state.objects["utskick"]["0761"], "reminders", 0) == 1


async def test_the_steps_are_named_where_there_is_room_and_explained_below_where_there_is_not(plan: Path) -> None:
    async with planner(plan, (200, 50)) as pilot:
        await go_to(pilot, "läget")
        shown = await until(pilot, "frågas inte här")
        heads = row_of(shown, "Aktör")
        for name in ("Mandat", "Nuläge", "Uppföljning", "Beslut", "Saknas"):
            assert name in heads
        assert "1 Mandat   2 Nuläge" not in shown
        await press(pilot, "down", "down")
        assert "frågor kvar" in screen_text(pilot), \
            "what it has left in the other plans stands beside"
    async with planner(plan, NARROW) as pilot:
        await go_to(pilot, "läget")
        shown = await until(pilot, "frågas inte här")
        assert "1  2  3  4  5  6  7  8" in row_of(shown, "Aktör")
        assert "1 Mandat   2 Nuläge" in shown
        assert "7 Uppföljning" in shown

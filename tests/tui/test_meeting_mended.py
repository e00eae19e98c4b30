"""What a facilitator stumbled on in a meeting: whose answer, a text left behind, what a key does and what is told."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from nvplan.services.meetings.course import kept_draft
from nvplan.services.writing.commands_meetings import AddItem
from nvplan.services.writing.commands_rounds import CastBallot, OpenScoring
from nvplan.services.writing.session import PlanSession
from tests.tui.planner import go_to, new_plan, planner, press, screen_text, type_text, until
from tests.tui.test_meeting import holding, item_of, on_disk, prepared


async def test_agreeing_on_a_question_of_every_actor_asks_whose_answer_it_is(tmp_path: Path) -> None:
    path = prepared(tmp_path)
    with PlanSession.open(path) as session:
        session.do(AddItem("mote-1", {"question": "3.8.medverkar"}))
    async with holding(path) as pilot:
        await press(pilot, "pagedown", "pagedown", "f8", "enter")
        assert "Vems svar är ni överens om?" in screen_text(pilot)
        await type_text(pilot, "växjö")
        await press(pilot, "enter")
        assert "för Växjö kommun" in " ".join(screen_text(pilot).replace("│", " ").split())
        await type_text(pilot, "3")
        await press(pilot, "f8")
        assert "Ni är överens." in screen_text(pilot)
    assert item_of(path, 3).actor == "0780"


async def test_an_agreed_text_that_was_left_stands_there_after_the_agenda(tmp_path: Path) -> None:
    path = prepared(tmp_path)
    async with holding(path) as pilot:
        await press(pilot, "f8", "enter")
        await type_text(pilot, "Nästan överens")
        await press(pilot, "escape", "escape", "f8", "f8", "enter")
        assert "Nästan överens" in screen_text(pilot)


async def test_a_decision_that_is_typed_is_on_disk_before_it_is_saved_and_the_meeting_says_so(tmp_path: Path) -> None:
    """Where the planner is killed nobody presses Esc: what was typed is kept at the first pause."""
    path = prepared(tmp_path)
    async with holding(path) as pilot:
        await press(pilot, "f8", "enter")
        await type_text(pilot, "Nästan överens")
        await until_kept(pilot, path, "Nästan överens")
    async with holding(path) as pilot:  # the planner was ended in the box, and is begun anew
        assert "Ett beslut är skrivet och inte sparat" in " ".join(screen_text(pilot).split())
        await press(pilot, "f8", "enter")
        assert "Nästan överens" in screen_text(pilot)
        await press(pilot, "f8")
        assert "Ni är överens." in screen_text(pilot)
        assert "inte sparat" not in screen_text(pilot)
    assert item_of(path).agreed == "Nästan överens"
    with PlanSession.open(path) as session:
        assert not kept_draft(session, "mote-1", "enig:motespunkt-1")


async def until_kept(pilot: Pilot[None], path: Path, text: str) -> None:
    """Wait until what is typed about the first item is on disk."""
    for _ in range(200):
        with PlanSession.open(path) as session:
            if kept_draft(session, "mote-1", "enig:motespunkt-1").get("agreed") == text:
                return
        await pilot.pause(0.05)
    raise AssertionError(text)


async def test_a_line_that_becomes_a_contribution_on_the_way_out_is_told(tmp_path: Path) -> None:
    path = prepared(tmp_path)
    async with holding(path) as pilot:
        await type_text(pilot, "halvskriven rad")
        await press(pilot, "escape")
        assert "Sparat som inlägg: ”halvskriven rad”" in await until(pilot, "Sparat som inlägg")
    assert on_disk(path) == ["halvskriven rad"]


async def test_what_was_told_goes_when_it_is_undone(tmp_path: Path) -> None:
    path = prepared(tmp_path)
    async with holding(path) as pilot:
        await press(pilot, "f8", "enter")
        await type_text(pilot, "Vi möts")
        await press(pilot, "f8")
        assert "Ni är överens." in screen_text(pilot)
        await press(pilot, "ctrl+z")
        assert "Ni är överens." not in screen_text(pilot)


async def test_who_votes_is_told_and_nobody_is_asked_for_when_all_have(tmp_path: Path) -> None:
    path = prepared(tmp_path, "Bedöm")
    with PlanSession.open(path) as session:
        session.do(OpenScoring("mote-1", "motespunkt-1", ("person",), {"region": 1, "kommun": 1}))
        session.do(CastBallot("mote-1", "region", (3,)))
    async with holding(path, "f5") as pilot:
        assert "R Regionen" not in screen_text(pilot)
        await type_text(pilot, "k")
        assert "Nu röstar: Kommunerna" in screen_text(pilot)
        await type_text(pilot, "4")
        await press(pilot, "enter")
        assert "Alla har röstat. F8 stänger." in screen_text(pilot)
        assert "Vem röstar?" not in screen_text(pilot)
        await press(pilot, "delete")
        assert "Låt omgången vara" in screen_text(pilot)
        assert "Avbryt omgången: 2 röster försvinner" in screen_text(pilot)
        await press(pilot, "escape", "f8")
        await press(pilot, "b")
        assert "Varför" in screen_text(pilot)


async def test_f5_in_the_form_of_a_new_meeting_says_what_comes_first(tmp_path: Path) -> None:
    async with planner(new_plan(tmp_path)) as pilot:
        await press(pilot, "f1")
        assert "Möten hålls från platsen Möten" in " ".join(screen_text(pilot).replace("│", " ").split())
        await press(pilot, "escape")
        await go_to(pilot, "möten")
        await press(pilot, "plus", "f5")
        await until(pilot, "Spara mötet först: Esc.")
        await type_text(pilot, "Första mötet")
        await press(pilot, "escape", "f5")
        await until(pilot, "Mötet har inga punkter än")
        await press(pilot, "f4", "f5")
        await until(pilot, "Mötet har inga punkter än")


async def test_the_parking_lot_is_nothing_to_score_and_says_so(tmp_path: Path) -> None:
    async with holding(prepared(tmp_path), "pagedown", "pagedown", "f5") as pilot:
        await until(pilot, "På parkeringen bedömer ni inget.")

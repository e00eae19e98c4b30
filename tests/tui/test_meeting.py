"""A meeting on the screen: from an empty list to the protocol, and one that is interrupted."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

from textual.pilot import Pilot

from nvplan.model.objects import MeetingItem
from nvplan.services.meetings.course import items, kept_clock, lines, parked
from nvplan.services.writing.commands import SetAnswer, SetObject
from nvplan.services.writing.commands_meetings import AddItem, BeginMeeting, Contribute
from nvplan.services.writing.session import PlanSession
from nvplan.tui.screens.meetings.run import MeetingScreen
from tests.tui.planner import NARROW, WIDE, go_to, new_plan, planner, press, screen_text, type_text, until


def prepared(folder: Path, *titles: str) -> Path:
    """Make a plan with a meeting of these items."""
    path = new_plan(folder)
    with PlanSession.open(path) as session:
        meeting = session.do(BeginMeeting("Möte 4 december", "2026-12-04"))
        for title in titles or ("Vad gör vi?", "Vad gör vi inte?"):
            session.do(AddItem(meeting, {"title": title, "minutes": 10}))
    return path


def on_disk(path: Path, number: int = 1) -> list[str]:
    """Return what is said under an item, read anew; a dash before what is grouped."""
    with PlanSession.open(path) as session:
        item = items(session.state, "mote-1")[number - 1]
        return [("- " if line.grouped else "") + line.one.text for line in lines(session.state, item)]


def item_of(path: Path, number: int = 1) -> MeetingItem:
    with PlanSession.open(path) as session:
        return items(session.state, "mote-1")[number - 1]


@contextlib.asynccontextmanager
async def holding(path: Path, *keys: str, size: tuple[int, int] = NARROW) -> AsyncIterator[Pilot[None]]:
    """Open the plan, and its meeting large; then press the keys."""
    async with planner(path, size) as pilot:
        await go_to(pilot, "möten")
        await press(pilot, "f5", "f8", *keys)
        yield pilot


async def test_a_whole_meeting_from_preparation_to_protocol(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "möten")
        await press(pilot, "plus")
        await type_text(pilot, "Första mötet")
        await press(pilot, "escape", "f5")
        assert "Mötet har inga punkter än" in screen_text(pilot)
        await press(pilot, "f3")
        await type_text(pilot, "se tillbaka")
        await press(pilot, "enter")
        assert "4 punkter · 80 min" in screen_text(pilot)
        await press(pilot, "f8")
        assert "Punkt 1 av 4" in screen_text(pilot)
        await type_text(pilot, "Läkarlinjen svarar")
        await press(pilot, "enter")
        assert "1 skrivna tyst" in screen_text(pilot)
        assert "Läkarlinjen" not in screen_text(pilot)
        await press(pilot, "f12")
        await type_text(pilot, "visa det")
        await press(pilot, "enter")
        await type_text(pilot, "Prover tas hemma")
        await press(pilot, "enter", "f6")
        assert on_disk(path) == ["Läkarlinjen svarar", "- Prover tas hemma"]
        await press(pilot, "f8", "down", "enter")
        await type_text(pilot, "region")
        await press(pilot, "enter")
        await type_text(pilot, "Primärvårdschef")
        await press(pilot, "enter")
        await type_text(pilot, "2027-06")
        await press(pilot, "enter")
        assert "→ insats" in screen_text(pilot)
        await press(pilot, "pagedown", "f8", "enter")
        await type_text(pilot, "Vi möts varje månad.")
        await press(pilot, "f8")
        assert "Överens: Vi möts varje månad." in screen_text(pilot)
        await press(pilot, "f9", "f8")
        await until(pilot, "Klart.")
        written = (path.parent / "dokument").glob("protokoll Första mötet*")
        assert sorted(one.suffix for one in written) == [".docx", ".pdf"]
    with PlanSession.open(path) as session:
        assert session.state.answer("1.18.aret").value == "Vi möts varje månad."
        assert [one.title for one in session.state.objects["insats"].values()] == ["Prover tas hemma"]  # type: ignore[attr-defined]


async def test_an_interrupted_meeting_goes_on_where_it_was_with_the_clock_paused(tmp_path: Path) -> None:
    path = prepared(tmp_path)
    async with holding(path) as pilot:
        await press(pilot, "f12", "enter")
        screen = pilot.app.screen
        assert isinstance(screen, MeetingScreen)
        assert screen.timing.clock.is_running
        await type_text(pilot, "Läkarlinje kvällar")
        await press(pilot, "enter", "pagedown", "pageup")
        await type_text(pilot, "halvskriven rad")
        await press(pilot, "ctrl+q")
    assert on_disk(path) == ["Läkarlinje kvällar", "halvskriven rad"]
    with PlanSession.open(path) as session:
        kept = kept_clock(session, "mote-1")
    assert kept is not None
    assert kept.minutes == 10
    async with planner(path) as pilot:
        assert "Möte › Möte 4 december" in await until(pilot, "Punkt 1 av 2")
        assert "paus, " in screen_text(pilot)
        assert "Läkarlinje kvällar" in screen_text(pilot)


async def test_the_clock_is_reset_by_no_edit_and_no_resize(tmp_path: Path) -> None:
    path = prepared(tmp_path)
    async with holding(path) as pilot:
        await press(pilot, "f12", "down", "enter")
        await press(pilot, "backspace", "backspace")
        await type_text(pilot, "0")
        await press(pilot, "enter")
        assert "Skriv ett antal minuter från 1 till 600." in screen_text(pilot)
        await press(pilot, "backspace")
        await type_text(pilot, "37")
        await press(pilot, "enter")
        screen = pilot.app.screen
        assert isinstance(screen, MeetingScreen)
        clock, since = screen.timing.clock, screen.timing.clock._since
        await type_text(pilot, "ett")
        await press(pilot, "enter", "f4")
        await type_text(pilot, "t")
        await press(pilot, "enter", "f3", "ctrl+z")
        await pilot.resize_terminal(*WIDE)
        await pilot.resize_terminal(*NARROW)
        assert (screen.timing.clock, clock.minutes, clock._since) == (clock, 37, since)
        assert on_disk(path) == ["ettt"]


async def test_no_wrong_key_loses_a_contribution(tmp_path: Path) -> None:
    path = prepared(tmp_path)
    async with holding(path) as pilot:
        for number, key in enumerate(("f3", "f4", "f6", "f7", "f8", "f12", "pagedown", "pageup", "up", "down", "tab",
                                      "delete", "ctrl+up", "ctrl+down", "f1", "f2", "ctrl+f", "ctrl+p", "f9", "f5",
                                      "f10", "f11", "escape")):
            await type_text(pilot, f"nr {number}")
            await press(pilot, key)
            for _ in range(3):
                if not isinstance(pilot.app.screen, MeetingScreen):
                    await press(pilot, "escape")
            if not isinstance(pilot.app.screen, MeetingScreen):
                await go_to(pilot, "möten")
                await press(pilot, "f5", "f8")
            await press(pilot, "end", "enter")
    with PlanSession.open(path) as session:
        texts = " ".join(one.text for one in session.state.objects["inlagg"].values())  # type: ignore[attr-defined]
    assert [number for number in range(23) if f"nr {number}" not in texts] == []


async def test_undo_takes_back_the_latest_contribution_and_leaves_the_line_alone(tmp_path: Path) -> None:
    path = prepared(tmp_path)
    async with holding(path) as pilot:
        await type_text(pilot, "ett")
        await press(pilot, "enter")
        await type_text(pilot, "två")
        await press(pilot, "ctrl+z")
        assert on_disk(path) == []
        await press(pilot, "enter")
        assert on_disk(path) == ["två"]


async def test_what_was_typed_in_a_box_stands_there_the_next_time(tmp_path: Path) -> None:
    path = prepared(tmp_path)
    async with holding(path) as pilot:
        await press(pilot, "f8", "enter")
        await type_text(pilot, "Nästan överens")
        await press(pilot, "escape")
        assert item_of(path).outcome == "oppen"
        await press(pilot, "f8", "enter")
        assert "Nästan överens" in screen_text(pilot)
        await press(pilot, "f8")
        assert item_of(path).agreed == "Nästan överens"


async def test_a_second_text_for_a_question_is_replaced_by_saving_once_more(tmp_path: Path) -> None:
    path = prepared(tmp_path)
    with PlanSession.open(path) as session:
        session.do(SetObject("motespunkt", "motespunkt-1", {"question": "1.10.kronisk"}))
        session.do(SetAnswer("1.10.kronisk", "Den gamla texten"))
    async with holding(path) as pilot:
        await press(pilot, "f8", "enter")
        await type_text(pilot, "Den nya texten")
        await press(pilot, "f8")
        assert "har redan ett annat svar: Den gamla texten" in " ".join(screen_text(pilot).replace("│", " ").split())
        await press(pilot, "f8")
        assert "Överens: Den nya texten" in screen_text(pilot)


async def test_f5_outside_a_meeting_begins_one_about_the_question(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "1.10.kronisk")
        await press(pilot, "f5", "m", "enter")
        assert "Punkt 1 av 1" in screen_text(pilot)
        assert "Inte besvarad än" in screen_text(pilot)
        await type_text(pilot, "Ring inom tre dygn")
        await press(pilot, "enter", "f8", "enter", "f8")
    with PlanSession.open(path) as session:
        assert session.state.answer("1.10.kronisk").value == "Ring inom tre dygn"


async def test_what_a_co_facilitator_writes_is_seen_and_what_is_typed_stays(tmp_path: Path) -> None:
    path = prepared(tmp_path)
    async with holding(path) as pilot:
        await type_text(pilot, "på väg")
        with PlanSession.open(path, role="sekreterare") as session:
            session.do(Contribute("mote-1", "från sidan", "motespunkt-1"))
        assert "från sidan" in await until(pilot, "från sidan")
        assert "på väg" in screen_text(pilot)


async def test_at_any_size_no_more_than_seventy_columns_and_twelve_lines(tmp_path: Path) -> None:
    path = prepared(tmp_path, "En fråga " * 30)
    with PlanSession.open(path) as session:
        session.do(Contribute("mote-1", "\n".join(f"{'ett långt inlägg ' * 9}{number}" for number in range(30)),
                              "motespunkt-1"))
        parking = parked(session.state, "mote-1")
    assert parking == []
    for size in (NARROW, WIDE, (200, 50)):
        async with holding(path, size=size) as pilot:
            rows = screen_text(pilot).splitlines()
            first = next(at for at, row in enumerate(rows) if "Punkt 1 av 1" in row)
            last = next(at for at, row in enumerate(rows) if "till ovanför" in row or "till nedanför" in row)
            last = max(at for at, row in enumerate(rows) if "ett långt inlägg" in row or "till nedanför" in row)
            content = [row for row in rows[first:last + 1] if row.strip()]
            assert len(content) <= 12, size
            assert max(len(row.strip()) for row in content) <= 70, size
            assert ("förstora" in screen_text(pilot)) is (size[0] >= 100), size

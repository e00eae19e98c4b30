"""Stories of a person who exports from inside: what is chosen, how far it has come, and where the files are."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from nvplan.services.exchange import chosen as exporting
from nvplan.services.exchange.chosen import Chosen, Step
from nvplan.services.exchange.ports import Writer
from nvplan.services.writing.commands import SetObject
from nvplan.services.writing.commands_plans import FreezePlan
from nvplan.services.writing.session import PlanSession
from nvplan.texts import planner_export as planner_export_texts
from nvplan.tui.app import NvplanApp
from nvplan.tui.where import Room
from nvplan.tui.widgets.tick_list import TickList
from tests.example import example_plan
from tests.tui.planner import NARROW, WIDE, new_plan, planner, press, screen_text, settle, type_text, until, until_holds


async def tick(pilot: Pilot[None], where: str, *names: str) -> None:
    """Tick exactly these rows, as a person does with the arrows and space."""
    ticks = pilot.app.screen.query_one(f"#{where}", TickList)
    ticks.focus()
    for place, (name, _) in enumerate(ticks._offered):
        if (name in names) != (name in ticks.ticked):
            ticks.highlighted = place
            await press(pilot, "space")


async def export(pilot: Pilot[None]) -> str:
    """Press F8 and return the screen when it is done."""
    await press(pilot, "f8")
    return await until(pilot, "Exportera mer")


async def test_the_whole_package_is_written_with_a_contents_page(tmp_path: Path) -> None:
    path = tmp_path / "a.nvplan"
    example_plan(path)
    async with planner(path, WIDE) as pilot:
        await press(pilot, "f9")
        await tick(pilot, "documents", "allt")
        await tick(pilot, "formats", "md", "xlsx")
        shown = await export(pilot)
    assert planner_export_texts.EXPORT_DONE in shown
    names = {file.name for file in (tmp_path / "dokument").iterdir()}
    assert {"innehåll.html", "innehåll.docx", "checklista Kronoberg 2027.xlsx", "gemensam-plan Kronoberg 2027.md",
            "kalender Kronoberg 2027.ics", "arkiv Kronoberg 2027.json"} <= names


async def test_one_kommun_s_part_is_chosen_in_a_list_and_without_names(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    with_session = PlanSession.open(path)
    with_session.do(SetObject("underlag", "u", {"title": "Rutin", "reference": "a.b@region.example", "actor": "0780"}))
    async with planner(path) as pilot:
        await press(pilot, "f9")
        await tick(pilot, "documents", "underlag")
        await tick(pilot, "formats", "md")
        pilot.app.screen.query_one("#asked", OptionList).focus()
        await press(pilot, "enter")
        assert "Vems del av planen?" in screen_text(pilot)
        await type_text(pilot, "vaxjo")
        await press(pilot, "enter")
        await settle(pilot)
        await tick(pilot, "without", "utan-namn")
        assert "underlag Kronoberg 2027 Växjö kommun.md" in await export(pilot)
    text = (tmp_path / "dokument" / "underlag Kronoberg 2027 Växjö kommun.md").read_text(encoding="utf-8")
    assert "Rutin" in text
    assert "a.b@region.example" not in text


async def test_a_meeting_and_a_version_can_be_chosen_where_a_document_takes_one(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    session = PlanSession.open(path)
    session.do(SetObject("mote", "styr", {"title": "Styrgruppen", "date": "2026-10-01"}))
    session.do(FreezePlan("Inför remiss"))
    async with planner(path, WIDE) as pilot:
        await press(pilot, "f9")
        assert "Möte" not in screen_text(pilot)
        await tick(pilot, "documents", "protokoll", "jamforelse")
        await tick(pilot, "formats", "md")
        asked = pilot.app.screen.query_one("#asked", OptionList)
        for row, name in ((1, "Styrgruppen"), (2, "Inför remiss")):
            asked.focus()
            asked.highlighted = row
            await press(pilot, "enter", "down", "enter")
            await settle(pilot)
            assert name in screen_text(pilot)
        shown = await export(pilot)
    assert "protokoll Styrgruppen Kronoberg 2027.md" in shown
    assert "Inför remiss" in (tmp_path / "dokument" / "jämförelse Kronoberg 2027.md").read_text(encoding="utf-8")


async def test_formats_that_nothing_chosen_has_are_said_at_once(tmp_path: Path) -> None:
    async with planner(new_plan(tmp_path), WIDE) as pilot:
        await press(pilot, "f9")
        await tick(pilot, "formats", "docx", "ics")
        assert "Inget av de valda dokumenten finns som Kalender." in screen_text(pilot)
        await tick(pilot, "documents", "checklista", "kalender")
        await tick(pilot, "formats", "docx")
        assert "Planens datum finns inte i de valda formaten" in screen_text(pilot)
        await tick(pilot, "documents", "kalender")
        await press(pilot, "f8")
        assert "Inget av dokumenten finns i de formaten." in screen_text(pilot)


async def test_a_file_that_exists_is_kept_and_that_is_said(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    (tmp_path / "dokument").mkdir()
    old = tmp_path / "dokument" / "checklista Kronoberg 2027.md"
    old.write_text("vår egen", encoding="utf-8")
    async with planner(path) as pilot:
        await press(pilot, "f9")
        await tick(pilot, "documents", "checklista")
        await tick(pilot, "formats", "md")
        shown = await export(pilot)
    assert "checklista Kronoberg 2027 (2).md" in shown
    assert planner_export_texts.kept(old.name) in shown
    assert old.read_text(encoding="utf-8") == "vår egen"


async def test_the_choices_are_there_the_next_time(tmp_path: Path) -> None:
    async with planner(new_plan(tmp_path)) as pilot:
        await press(pilot, "f9")
        await tick(pilot, "documents", "insatser", "underlag")
        await tick(pilot, "formats", "csv")
        await tick(pilot, "without", "utan-data")
        await export(pilot)
        await press(pilot, "escape", "f9")
        screen = pilot.app.screen
        assert screen.query_one("#documents", TickList).ticked == ["insatser", "underlag"]
        assert screen.query_one("#formats", TickList).ticked == ["csv"]
        assert screen.query_one("#without", TickList).ticked == ["utan-data"]


@pytest.fixture
def first_only(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Let one file be written and the next begun, and no more before the test says so: there is something to see."""
    whole, gate = exporting.write_chosen, threading.Event()

    def held(session: PlanSession, chosen: Chosen, tell: Callable[[Step], None], *, writer: Writer) -> Iterator[object]:
        def told(step: Step) -> None:
            tell(step)
            assert step.number < 2 or gate.wait(300), "the test has gone on without saying so"

        yield from whole(session, chosen, told, writer=writer)

    monkeypatch.setattr("nvplan.tui.screens.documents.export.write_chosen", held)
    yield gate
    gate.set()


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_what_is_written_is_seen_and_can_be_stopped(tmp_path: Path, first_only: threading.Event,
                                                          size: tuple[int, int]) -> None:
    async with planner(new_plan(tmp_path), size) as pilot:
        await press(pilot, "f9")
        await tick(pilot, "documents", "underlag", "insatser", "kalender", "jamforelse")
        await tick(pilot, "formats", "md", "json")
        await pilot.press("f8")
        shown = await until(pilot, "Skriver 2 av 7: Insatsförteckning, Json")
        assert "Esc Avbryt" in shown.splitlines()[-1]
        await pilot.press("escape")
        first_only.set()
        shown = await until(pilot, planner_export_texts.EXPORT_STOPPED)
        assert "Exportera mer" in shown
    assert 1 <= len(list((tmp_path / "dokument").iterdir())) <= 4
    assert not list((tmp_path / "dokument").glob(".*"))


async def test_going_on_to_another_place_ends_the_export_and_says_so(
        tmp_path: Path, first_only: threading.Event) -> None:
    async with planner(new_plan(tmp_path)) as pilot:
        await press(pilot, "f9")
        await tick(pilot, "documents", "underlag", "insatser", "kalender", "jamforelse")
        await tick(pilot, "formats", "md", "json")
        await pilot.press("f8")
        await until(pilot, "Skriver 2 av 7")
        [work] = pilot.app.workers
        cast(NvplanApp, pilot.app).go(Room.OVERVIEW)
        await until_holds(pilot, lambda: work.is_cancelled, "what writes the files is asked to end")
        first_only.set()
        assert "Exporten avbröts när ni gick vidare." in await until(pilot, "Exporten avbröts")
    assert len(list((tmp_path / "dokument").iterdir())) < 7


async def test_a_folder_that_cannot_be_written_to_is_one_sentence(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    (tmp_path / "fil").write_text("", encoding="utf-8")
    async with planner(path) as pilot:
        await press(pilot, "f9")
        pilot.app.screen.query_one("#folder", Input).value = str(tmp_path / "fil" / "mapp")
        shown = await export(pilot)
        assert planner_export_texts.EXPORT_NONE in shown
        assert planner_export_texts.EXPORT_FAILED in shown
        await press(pilot, "f8")
        assert planner_export_texts.EXPORT_DOCUMENTS in screen_text(pilot)

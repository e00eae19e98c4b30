"""What a coordinator does with the reports, from the first draft to the day it is handed in, told as stories."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from nvplan.model.objects import CountyDate, ReportOccasion
from nvplan.services.reports.opening import find_occasion, occasions, report_of
from nvplan.services.reports.written import Written
from nvplan.services.writing.commands import SetObject
from nvplan.services.writing.commands_reports import BeginReport, FreezeReport, WriteReportText
from nvplan.services.writing.session import PlanSession
from nvplan.tui.screens.reports.report import ReportScreen
from nvplan.tui.screens.reports.report_item import ReportItemScreen
from nvplan.tui.screens.reports.reports import ReportsScreen
from tests.example import example_plan
from tests.tui.planner import WIDE, answer_clash, go_to, new_plan, planner, press, screen_text, settle, type_text, until


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The example county's file."""
    path = tmp_path_factory.mktemp("exempel") / "kronoberg.nvplan"
    example_plan(path)
    return path.read_bytes()


@pytest.fixture
def county(tmp_path: Path, example: bytes) -> Path:
    """The example county in a file of its own."""
    path = tmp_path / "kronoberg.nvplan"
    path.write_bytes(example)
    return path


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A new plan with one insats and one report."""
    path = new_plan(tmp_path)
    session = PlanSession.open(path)
    session.do(SetObject("insats", "team", {"title": "Mobilt team", "area": "samverkan", "state": "pagaende",
                                            "spread": "pilot", "actor": "region"}))
    session.do(BeginReport("region2021", year=2026))
    session.close()
    return path


def told(path: Path, item: str = "1.2.1", occasion: str = "rapporttillfalle-1") -> Written | None:
    """Return what people have written for an item, as it is on disk, read anew."""
    return report_of(PlanSession.open(path), occasion).text(f"region2021:{item}")


def stored(path: Path, occasion: str = "rapporttillfalle-1") -> ReportOccasion:
    """Return an occasion as it is on disk, read anew."""
    return find_occasion(PlanSession.open(path).state, occasion)


def boxed(pilot: Pilot[None]) -> str:
    """Return what stands in the box on the screen, as one line."""
    lines = [line.split("│")[1] for line in screen_text(pilot).splitlines() if line.count("│") == 2]
    return " ".join(" ".join(lines).split())


async def open_item(pilot: Pilot[None], number: str = "1.2.1") -> None:
    """Open the first report and one of its questions, as a person does."""
    await go_to(pilot, "rapporter")
    await press(pilot, "enter")
    await type_text(pilot, number)
    await press(pilot, "enter")
    await until(pilot, f"{number} ·")


# -- the list ------------------------------------------------------------------------------------------------------
async def test_the_reports_tell_how_far_they_are_and_how_long_is_left(county: Path) -> None:
    async with planner(county) as pilot:
        await go_to(pilot, "rapporter")
        shown = screen_text(pilot)
        assert isinstance(pilot.app.screen, ReportsScreen)
        assert "5 utkast" in shown
        assert "2 av 22     95 dagar\n" in shown, "a day that the county has confirmed"
        assert "8 dagar, förslag" in shown, "a day that is only a suggestion"
        await press(pilot, "down")
        assert "26 februari 2027, 95 dagar kvar" in screen_text(pilot)
        assert "2 av 22 klara" in screen_text(pilot)


async def test_a_day_that_nobody_has_confirmed_is_never_late(plan: Path) -> None:
    session = PlanSession.open(plan)
    session.do(SetObject("rapporttillfalle", "rapporttillfalle-1", {"deadline": "2026-11-20"}))
    async with planner(plan) as pilot:
        await go_to(pilot, "rapporter")
        assert " sen" not in screen_text(pilot)
        session.do(SetObject("rapporttillfalle", "rapporttillfalle-1", {"deadline_standing": "bekraftad"}))
        assert "! 3 dagar sen" in await until(pilot, "dagar sen")


async def test_the_search_the_overview_and_the_last_sitting_lead_to_a_report(county: Path) -> None:
    async with planner(county) as pilot:
        await press(pilot, "ctrl+f")
        await type_text(pilot, "rss: redovisning")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ReportScreen)
        assert pilot.app.screen.identity == "redovisning-rss"
        await press(pilot, "ctrl+q")
    async with planner(county) as pilot:
        assert isinstance(pilot.app.screen, ReportScreen)
        await press(pilot, "f2")
        await type_text(pilot, "rapporter")
        assert re.search(r"Rapporter +5 rapporter", screen_text(pilot))


async def test_an_empty_list_says_what_the_place_is_for(tmp_path: Path) -> None:
    async with planner(new_plan(tmp_path)) as pilot:
        await go_to(pilot, "rapporter")
        shown = " ".join(screen_text(pilot).split())
        assert "Ni skriver klart, fryser och lämnar in själva." in shown
        assert "Tryck + för att lägga upp den första rapporten." in shown


# -- a new one -----------------------------------------------------------------------------------------------------
async def test_a_report_is_begun_with_the_year_that_is_due_next(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "rapporter")
        await press(pilot, "plus")
        assert "Vilken rapport ska ni lämna?" in screen_text(pilot)
        await press(pilot, "f8")
        assert isinstance(pilot.app.screen, ReportScreen)
    one = stored(path)
    assert (one.form, one.actor, one.period_start, one.period_end) == ("region2021", "region", "2026-01-01",
                                                                       "2026-12-31")
    assert (one.deadline, one.deadline_standing) == ("2027-03-31", "forslag")


async def test_the_first_half_year_is_a_report_of_its_own(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path, WIDE) as pilot:
        await go_to(pilot, "rapporter")
        await press(pilot, "plus", "tab")
        pilot.app.screen.query_one("#year", Input).value = "2027"
        await press(pilot, "tab", "down", "enter")
        shown = " ".join(screen_text(pilot).split())
        assert "Period 1 januari 2027 – 30 juni 2027. Sista dag 30 september 2027" in shown
        await press(pilot, "f8")
    assert stored(path).period_end == "2027-06-30"


@pytest.mark.parametrize(("typed", "sentence"), [("20x7", "inget tal"), ("1,5", "fyra siffror"), ("12", "från 2000")])
async def test_a_year_that_cannot_be_read_is_said_and_nothing_is_made(tmp_path: Path, typed: str, sentence: str
                                                                      ) -> None:
    path = new_plan(tmp_path)
    async with planner(path, WIDE) as pilot:
        await go_to(pilot, "rapporter")
        await press(pilot, "plus")
        pilot.app.screen.query_one("#year", Input).value = typed
        await settle(pilot)
        assert sentence in screen_text(pilot)
        await press(pilot, "f8")
        assert sentence in screen_text(pilot)
    assert occasions(PlanSession.open(path).state) == []


async def test_the_next_report_takes_the_last_ones_answers_with_it_and_each_is_confirmed(plan: Path) -> None:
    PlanSession.open(plan).do(WriteReportText("rapporttillfalle-1", "1.2.1", "Vi möts varje månad."))
    async with planner(plan) as pilot:
        await go_to(pilot, "rapporter")
        await press(pilot, "plus", "f8")
        assert "↻ överfört" in screen_text(pilot)
        carried = told(plan, occasion="rapporttillfalle-2")
        assert carried is not None
        assert carried.carried == "rapporttillfalle-1"
        await type_text(pilot, "1.2.1")
        await press(pilot, "enter")
        assert "Ctrl+G bekräftar att det fortfarande gäller" in await until(pilot, "Ctrl+G")
        await press(pilot, "ctrl+g")
        confirmed = told(plan, occasion="rapporttillfalle-2")
        assert confirmed is not None
        assert (confirmed.text, confirmed.carried) == ("Vi möts varje månad.", "")
        assert "1.2.2 ·" in screen_text(pilot), "confirming goes on to the next question"
        await press(pilot, "ctrl+z")
        again = told(plan, occasion="rapporttillfalle-2")
        assert again is not None
        assert again.carried


# -- question by question ------------------------------------------------------------------------------------------
async def test_a_question_shows_its_draft_and_who_has_not_answered(county: Path) -> None:
    async with planner(county, WIDE) as pilot:
        await go_to(pilot, "rapporter")
        await press(pilot, "down", "down", "down", "enter")
        await type_text(pilot, "1.3")
        await press(pilot, "enter")
        shown = await until(pilot, "Har inte svarat i planen")
        assert "Har inte svarat i planen: Alvesta kommun" in " ".join(shown.split())
        assert "Utkast ur planen" in shown
        assert "Frågor i planen som utkastet bygger på" in shown


async def test_what_is_written_is_on_disk_before_the_next_key_and_one_stay_is_one_undo(plan: Path) -> None:
    async with planner(plan) as pilot:
        await open_item(pilot)
        assert "Mobilt team" in screen_text(pilot)
        await type_text(pilot, "Eget")
        own = told(plan)
        assert own is not None
        assert own.text == "Eget"
        await type_text(pilot, " svar")
        assert "✓ Sparat" in screen_text(pilot)
        assert "skrivet av er" in screen_text(pilot)
        await press(pilot, "f8")
        assert "1.2.2 ·" in screen_text(pilot)
        await press(pilot, "f7")
        assert "Eget svar" in screen_text(pilot)
        await press(pilot, "ctrl+z")
        assert told(plan) is None
        assert "Eget svar" not in pilot.app.screen.query_one(TextArea).text
        await press(pilot, "ctrl+y")
        assert pilot.app.screen.query_one(TextArea).text == "Eget svar"


async def test_one_key_takes_the_draft_and_asks_before_it_replaces_a_text(plan: Path) -> None:
    async with planner(plan) as pilot:
        await open_item(pilot)
        await press(pilot, "f6")
        own = told(plan)
        assert own is not None
        assert "Mobilt team (pågående, pilot" in own.text
        await press(pilot, "f6")
        assert "Fältet har redan utkastet" in screen_text(pilot)
        await type_text(pilot, " Och mer.")
        await press(pilot, "f6")
        assert "Ersätta er text med utkastet?" in screen_text(pilot)
        await press(pilot, "enter")
        kept = told(plan)
        assert kept is not None
        assert kept.text.endswith("Och mer.")
        await press(pilot, "f6", "down", "enter")
        replaced = told(plan)
        assert replaced is not None
        assert not replaced.text.endswith("Och mer.")


async def test_an_emptied_answer_brings_the_draft_back(plan: Path) -> None:
    PlanSession.open(plan).do(WriteReportText("rapporttillfalle-1", "1.2.1", "x"))
    async with planner(plan) as pilot:
        await open_item(pilot)
        await press(pilot, "backspace")
        assert told(plan) is None
        assert "Utkastet ur planen skrivs ut" in screen_text(pilot)
        assert "1.2.1 · utkast ur planen" in screen_text(pilot)


async def test_text_that_looks_like_markup_is_text(plan: Path) -> None:
    async with planner(plan) as pilot:
        await open_item(pilot)
        await type_text(pilot, "[b]x[/b]")
        await press(pilot, "escape")
        assert "[b]x[/b]" in await until(pilot, "[b]x[/b]")


async def test_a_month_that_cannot_be_read_is_said_in_its_place_and_nothing_is_stored(plan: Path) -> None:
    async with planner(plan) as pilot:
        await open_item(pilot, "2.2.2")
        await type_text(pilot, "snart")
        await press(pilot, "f8")
        assert "är inget datum" in " ".join(screen_text(pilot).split())
        assert told(plan, "2.2.2") is None
        for _ in "snart":
            await press(pilot, "backspace")
        await type_text(pilot, "mars 2026")
        await press(pilot, "enter")
        own = told(plan, "2.2.2")
        assert own is not None
        assert own.text == "mars 2026"


async def test_what_someone_else_writes_meanwhile_is_chosen_between(plan: Path) -> None:
    async with planner(plan) as pilot:
        await open_item(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, ReportItemScreen)
        other = PlanSession.open(plan, "annan")
        other.do(WriteReportText("rapporttillfalle-1", "1.2.1", "Deras"))
        await type_text(pilot, "V")
        shown = await until(pilot, "Någon annan har ändrat samma svar")
        assert "I filen står nu: Deras" in shown
        await answer_clash(pilot, "down", "down", "enter")
        own = told(plan)
        assert own is not None
        assert own.text == "V"


# -- freezing and handing in ---------------------------------------------------------------------------------------
async def test_freezing_says_what_it_means_and_the_frozen_report_answers_in_its_place(plan: Path) -> None:
    async with planner(plan) as pilot:
        await go_to(pilot, "rapporter")
        await press(pilot, "enter", "f6")
        shown = boxed(pilot)
        assert "Det går inte att ångra" in shown
        assert "kan vara en allmän handling: fråga er registrator. Utkast hålls skilda från den." in shown
        assert "frågor saknar svar" in shown
        await press(pilot, "enter")
        assert stored(plan).frozen == "", "Enter alone gives no"
        await press(pilot, "f6", "down", "enter")
        assert stored(plan).frozen
        assert "FRYST" in screen_text(pilot)
        await type_text(pilot, "1.2.1")
        await press(pilot, "enter")
        await until(pilot, "1.2.1 ·")
        await type_text(pilot, "Ändrat")
        assert "går inte att ändra. Lägg upp en ny rapport" in " ".join(screen_text(pilot).split())
        assert told(plan) is None


async def test_a_report_that_is_frozen_elsewhere_closes_under_the_hand(plan: Path) -> None:
    async with planner(plan) as pilot:
        await open_item(pilot)
        await type_text(pilot, "Hann")
        PlanSession.open(plan, "annan").do(FreezeReport("rapporttillfalle-1"))
        await type_text(pilot, "!")
        assert "går inte att ändra" in " ".join((await until(pilot, "att ändra")).split())
        own = told(plan)
        assert own is not None
        assert own.text == "Hann"


async def test_the_day_it_was_handed_in_is_noted_and_a_day_ahead_is_refused(plan: Path) -> None:
    PlanSession.open(plan).do(FreezeReport("rapporttillfalle-1"))
    async with planner(plan) as pilot:
        await go_to(pilot, "rapporter")
        await press(pilot, "f8")
        assert "2026-11-23" in screen_text(pilot), "today is proposed"
        pilot.app.screen.query_one(Input).value = "2099-01-01"
        await press(pilot, "enter")
        assert "har inte varit än" in screen_text(pilot)
        pilot.app.screen.query_one(Input).value = "2026-11-20"
        await press(pilot, "enter")
        assert stored(plan).sent == "2026-11-20"
        pilot.app.clear_notifications()  # what is told lies over the count for a while
        await settle(pilot)
        assert "1 inlämnad" in screen_text(pilot)


async def test_a_frozen_report_is_not_removed(plan: Path) -> None:
    PlanSession.open(plan).do(FreezeReport("rapporttillfalle-1"))
    async with planner(plan) as pilot:
        await go_to(pilot, "rapporter")
        await press(pilot, "delete", "down", "enter")
        assert "är fryst och går inte att ändra" in " ".join(screen_text(pilot).split())
    assert stored(plan).frozen


# -- comparison and who is missing ---------------------------------------------------------------------------------
async def test_the_comparison_says_what_is_new_and_what_is_gone(plan: Path) -> None:
    session = PlanSession.open(plan)
    session.do(WriteReportText("rapporttillfalle-1", "1.2.1", "Samma rad\nFörra årets rad"))
    session.do(FreezeReport("rapporttillfalle-1"))
    second = session.do(BeginReport("region2021"))
    session.do(WriteReportText(second, "1.2.1", "Samma rad\nÅrets rad"))
    async with planner(plan) as pilot:
        await go_to(pilot, "rapporter")
        await press(pilot, "down", "enter", "f7")
        shown = screen_text(pilot)
        assert "≠ ändrat" in shown
        assert "Nytt nu       Årets rad" in shown
        assert "Borta nu      Förra årets rad" in shown
        await press(pilot, "escape", "escape", "up", "enter", "f7")
        assert "ingen tidigare att jämföra med" in " ".join(screen_text(pilot).split())


async def test_what_the_report_takes_from_the_plan_is_opened_where_it_is_filled_in(county: Path) -> None:
    async with planner(county) as pilot:
        await go_to(pilot, "rapporter")
        await press(pilot, "down", "down", "enter")
        assert "ekonomisk redovisning" in screen_text(pilot)
        await type_text(pilot, "3.1")
        await press(pilot, "enter")
        assert "Medel" in screen_text(pilot).splitlines()[1]
        await press(pilot, "escape", "escape")
        await type_text(pilot, "2.2 ")
        await press(pilot, "enter")
        assert "Tab Nästa fält" in screen_text(pilot), "the occasion's own fields"


async def test_the_list_of_those_who_have_not_answered_names_their_questions(county: Path) -> None:
    async with planner(county) as pilot:
        await go_to(pilot, "rapporter")
        await press(pilot, "down", "down", "down", "enter", "f10")
        shown = screen_text(pilot)
        assert "Älmhults kommun: 1.3, 1.5.2" in shown
        assert "Lessebo kommun: 1.2.1, 1.5.2, 1.7" in shown


# -- the reporting year's days -------------------------------------------------------------------------------------
async def test_a_day_of_an_earlier_year_is_confirmed_on_the_countys_own_date(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "datum")
        assert "? förslag" in screen_text(pilot)
        assert "6 att bekräfta" in screen_text(pilot)
        await press(pilot, "enter")
        assert "Mönster från 2023" in boxed(pilot)
        pilot.app.screen.query_one(Input).value = "snart"
        await press(pilot, "enter")
        assert "är inget datum" in boxed(pilot)
        pilot.app.screen.query_one(Input).value = "2027-04-15"
        await press(pilot, "enter")
        assert "15 april 2027" in screen_text(pilot)
        assert "5 att bekräfta" in screen_text(pilot)
        await press(pilot, "down", "delete")
        assert "– gäller inte" in screen_text(pilot)
        await press(pilot, "ctrl+z")
        assert "– gäller inte" not in screen_text(pilot)
    confirmed = next(iter(PlanSession.open(path).state.objects["datum"].values()))
    assert isinstance(confirmed, CountyDate)
    assert (confirmed.date, confirmed.standing) == ("2027-04-15", "bekraftad")

"""What a coordinator does in the places for shared objects, told as stories."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from nvplan.services.reading.object_fields import fields
from nvplan.services.reading.places import LISTED
from nvplan.services.writing.commands import RemoveObject, SetObject
from nvplan.services.writing.session import PlanSession
from nvplan.tui.widgets.effort_summary import EffortCell, EffortTable
from nvplan.tui.widgets.object_fields import FormField
from nvplan.tui.widgets.object_table import ObjectTable
from nvplan.tui.widgets.place_flow import PlaceFlow
from tests.example import example_plan
from tests.tui.planner import (
    NARROW,
    WIDE,
    answer_clash,
    go_to,
    new_plan,
    planner,
    press,
    question_at_hand,
    screen_text,
    settle,
    type_text,
    until,
)


def stored(path: Path, kind: str, identity: str) -> Any:
    """Return an object as it is on disk, read anew; None where it is not there."""
    return PlanSession.open(path).state.objects[kind].get(identity)


def put(path: Path, kind: str, identity: str, **given: Any) -> None:
    """Store an object as another program would."""
    PlanSession.open(path, "annan").do(SetObject(kind, identity, given))


async def to_field(pilot: Pilot[None], name: str) -> None:
    """Put the cursor in a field of the form; the short form is opened out where it leaves the field out."""
    if not pilot.app.screen.query_one(f"#field-{name}", FormField).display:
        await press(pilot, "f4")
    pilot.app.screen.query_one(f"#field-{name}", FormField).focus_control()
    await settle(pilot)


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


# -- adding and changing -------------------------------------------------------------------------------------------
async def test_an_insats_is_added_field_by_field_and_each_is_on_disk_when_it_is_left(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "insatser")
        assert "Här samlar ni allt ni gör" in screen_text(pilot)
        await press(pilot, "plus")
        assert "Sparas när det finns något i ”Rubrik”" in " ".join(screen_text(pilot).split())
        await type_text(pilot, "Gemensamma team")
        await press(pilot, "tab")
        assert stored(path, "insats", "insats-1").title == "Gemensamma team"
        assert "✓ Sparat" in screen_text(pilot)
        await to_field(pilot, "state")
        await press(pilot, "enter")
        await type_text(pilot, "pagaende")
        await press(pilot, "enter")
        assert stored(path, "insats", "insats-1").state == "pagaende"
        await to_field(pilot, "reached")
        await type_text(pilot, "5")
        await press(pilot, "enter")
        await type_text(pilot, "8")
        await press(pilot, "escape")
        assert (stored(path, "insats", "insats-1").reached, stored(path, "insats", "insats-1").reach_of) == (5, 8)
        assert "Gemensamma team" in screen_text(pilot)
        assert "1 insats" in screen_text(pilot)


async def test_what_does_not_fit_is_said_beside_the_field_and_the_last_good_value_stays(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    put(path, "insats", "team", title="Team", reached=5, reach_of=8, start="2027-03-01")
    async with planner(path) as pilot:
        await go_to(pilot, "insatser")
        await press(pilot, "enter")
        await to_field(pilot, "reached")
        await press(pilot, "end", "backspace")
        await type_text(pilot, "12")
        await press(pilot, "tab")
        shown = screen_text(pilot)
        assert "12 av 8 går inte ihop" in shown
        assert "✗ Inte sparat" in shown
        assert "kvar: 5" in shown
        assert stored(path, "insats", "team").reached == 5
        await press(pilot, "end", "backspace")
        await type_text(pilot, "16")
        await press(pilot, "tab")
        assert (stored(path, "insats", "team").reached, stored(path, "insats", "team").reach_of) == (12, 16)
        await to_field(pilot, "end")
        await type_text(pilot, "1 feb 2027")
        await press(pilot, "tab")
        assert "Slutet ligger före starten" in screen_text(pilot)
        assert stored(path, "insats", "team").end == ""


async def test_values_that_only_fit_together_are_saved_together(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    put(path, "matning", "andel", title="Fast läkarkontakt", measure="andel_lakarkontakt")
    async with planner(path) as pilot:
        await go_to(pilot, "matningar")
        await press(pilot, "enter")
        await to_field(pilot, "value")
        await type_text(pilot, "43,6")
        await press(pilot, "tab")
        assert "behöver en nämnare" in screen_text(pilot)
        assert stored(path, "matning", "andel").value is None
        await to_field(pilot, "denominator")
        await press(pilot, "enter")
        await type_text(pilot, "befolkning")
        await press(pilot, "enter")
        assert str(stored(path, "matning", "andel").value) == "43.6"
        assert stored(path, "matning", "andel").denominator == "befolkning"


async def test_actors_are_picked_by_name_one_or_several(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    put(path, "insats", "team", title="Team")
    async with planner(path) as pilot:
        await go_to(pilot, "insatser")
        await press(pilot, "enter")
        await to_field(pilot, "actor")
        await press(pilot, "enter")
        await type_text(pilot, "vaxjo")
        await press(pilot, "enter")
        assert stored(path, "insats", "team").actor == "0780"
        await press(pilot, "down", "enter")
        await type_text(pilot, "alve")
        await press(pilot, "enter", *["backspace"] * 4)
        await type_text(pilot, "ljung")
        await press(pilot, "enter", "escape")
        assert stored(path, "insats", "team").participants == ("0764", "0781")
        assert "Ljungby kommun" in screen_text(pilot)
        await press(pilot, "delete")
        assert stored(path, "insats", "team").participants == ()


async def test_every_type_has_a_form_that_opens_with_every_field(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        from nvplan.tui.screens.objects.object_form import ObjectFormScreen

        session = pilot.app.session  # type: ignore[attr-defined]
        for kind in LISTED:
            pilot.app.push_screen(ObjectFormScreen(session, kind, ""))
            await settle(pilot)
            await press(pilot, "f4")
            shown = [field.spec.name for field in pilot.app.screen.query(FormField)]
            assert shown == [spec.name for spec in fields(kind) if not spec.retired], kind
            await press(pilot, "escape")


async def test_a_field_with_another_place_now_is_shown_while_an_older_file_has_it(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    session = PlanSession.open(path)
    session.do(SetObject("rapporttillfalle", "r", {"title": "R", "form": "ekonomi2023", "actor": "region"}))
    with session.transaction("satt", "r", "rapporttillfalle") as change:
        change.put("rapporttillfalle", "r", {**(change.get("rapporttillfalle", "r") or {}), "received": "900"})
    async with planner(path) as pilot:
        from nvplan.tui.screens.objects.object_form import ObjectFormScreen

        opened = pilot.app.session  # type: ignore[attr-defined]
        pilot.app.push_screen(ObjectFormScreen(opened, "rapporttillfalle", "r"))
        await settle(pilot)
        shown = {field.spec.name for field in pilot.app.screen.query(FormField)}
        assert "received" in shown
        assert not shown & {"costs", "unused", "repayment_date"}


async def test_esc_from_an_unfinished_form_loses_nothing(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "synpunkter")
        await press(pilot, "plus")
        await type_text(pilot, "Socialnämnden")
        await press(pilot, "escape")
        assert "Synpunkt” saknas" in screen_text(pilot)
        assert stored(path, "kommentar", "kommentar-1") is None
        await press(pilot, "plus")
        assert "Socialnämnden" in screen_text(pilot)
        await to_field(pilot, "text")
        await type_text(pilot, "Skriv kortare.")
        await press(pilot, "escape")
        assert stored(path, "kommentar", "kommentar-1").body == "Socialnämnden"
        assert stored(path, "kommentar", "kommentar-1").text == "Skriv kortare."


@pytest.mark.parametrize("text", ["[X] klar", "[/]", "[@click=app.quit]x[/]"])
async def test_markup_is_text_in_list_form_panel_and_boxes(tmp_path: Path, text: str) -> None:
    path = new_plan(tmp_path)
    put(path, "mal", "mal-1", title=text)
    put(path, "insats", "team", title=text, purpose=text, goals=["mal-1"])
    async with planner(path, WIDE) as pilot:
        await go_to(pilot, "insatser")
        assert screen_text(pilot).count(text) == 4
        await press(pilot, "delete")
        assert f"Ta bort ”{text}”" in screen_text(pilot)
        await press(pilot, "escape", "enter")
        assert screen_text(pilot).count(text) >= 3
        await press(pilot, "escape", "f4")
        assert text in screen_text(pilot)
        await press(pilot, "f3")
        assert text in screen_text(pilot)
        await press(pilot, "f9", "escape", "ctrl+f")
        await type_text(pilot, text)
        assert screen_text(pilot).count(text) >= 2, "what is typed, and the insats that it finds"


async def test_the_same_field_written_by_two_is_asked_about_with_both_texts(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    put(path, "insats", "team", title="Team", end="2027-03-31")
    async with planner(path) as pilot:
        await go_to(pilot, "insatser")
        await press(pilot, "enter")
        await to_field(pilot, "end")
        await press(pilot, "end", "backspace", "backspace")
        await type_text(pilot, "15")
        put(path, "insats", "team", end="2027-09-30")
        await press(pilot, "tab")
        shown = await until(pilot, "Någon annan har ändrat ”Slut”")
        assert "Någon annan har ändrat ”Slut”" in shown
        assert "30 september 2027" in shown
        assert "2027-03-15" in shown
        assert stored(path, "insats", "team").end == "2027-09-30"
        await answer_clash(pilot, "down", "down", "enter")
        assert stored(path, "insats", "team").end == "2027-03-15"


async def test_what_was_written_in_a_form_comes_back_with_undo_when_theirs_was_chosen(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    put(path, "insats", "team", title="Team", purpose="Före")
    async with planner(path) as pilot:
        await go_to(pilot, "insatser")
        await press(pilot, "enter")
        await to_field(pilot, "end")
        await type_text(pilot, "2027-03-15")
        put(path, "insats", "team", end="2027-09-30")
        await press(pilot, "tab")
        await until(pilot, "Någon annan har ändrat ”Slut”")
        await answer_clash(pilot, "down", "enter")
        assert stored(path, "insats", "team").end == "2027-09-30"
        assert "också i Historik." in screen_text(pilot)
        await press(pilot, "ctrl+z")
        assert stored(path, "insats", "team").end == "2027-03-15"


async def test_what_others_write_is_shown_in_the_form_within_two_seconds(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    put(path, "insats", "team", title="Team")
    async with planner(path) as pilot:
        await go_to(pilot, "insatser")
        await press(pilot, "enter")
        put(path, "insats", "team", purpose="Kortare väntan")
        assert "Kortare väntan" in await until(pilot, "Kortare väntan")


async def test_undo_takes_back_what_was_typed_last_and_redo_brings_it_again(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    put(path, "insats", "team", title="Team")
    async with planner(path) as pilot:
        await go_to(pilot, "insatser")
        await press(pilot, "enter")
        await to_field(pilot, "funding")
        await type_text(pilot, "Statsbidrag")
        await press(pilot, "ctrl+z")
        assert stored(path, "insats", "team").funding == ""
        await press(pilot, "ctrl+y")
        assert stored(path, "insats", "team").funding == "Statsbidrag"
        assert "Statsbidrag" in screen_text(pilot)


async def test_a_person_in_the_middle_of_a_text_is_asked_when_they_pause(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nvplan.tui.app.WATCH", 1000.0)
    path = new_plan(tmp_path)
    put(path, "insats", "team", title="Team", funding="Statsbidrag")
    async with planner(path) as pilot:
        await go_to(pilot, "insatser")
        await press(pilot, "enter")
        await to_field(pilot, "funding")
        put(path, "insats", "team", funding="Delad kostnad")
        await press(pilot, "end", "x")
        assert "Delad kostnad" in await until(pilot, "Delad kostnad")
        await press(pilot, "y", "enter")
        assert stored(path, "insats", "team").funding == "Delad kostnad"
        assert "Ni skrev: Statsbidragxy" in screen_text(pilot), "typing goes on in the field, and Enter gives no answer"
        await answer_clash(pilot, "down", "enter")
        assert stored(path, "insats", "team").funding == "Delad kostnad"


# -- lists ---------------------------------------------------------------------------------------------------------
async def test_words_filter_the_list_and_esc_takes_them_away_before_it_leads_back(county: Path) -> None:
    async with planner(county) as pilot:
        await go_to(pilot, "insatser")
        await type_text(pilot, "halsos ar")
        shown = screen_text(pilot)
        assert "Hälsosamtal för 40- och 60-åringar" in shown
        assert "Mobilt team" not in shown
        assert "1 av 22" in shown
        await press(pilot, "escape")
        assert "Mobilt team" in screen_text(pilot)
        await press(pilot, "escape")
        assert "Översikt" in screen_text(pilot)


async def test_the_list_is_narrowed_down_and_a_new_one_begins_in_the_same_part(county: Path) -> None:
    async with planner(county) as pilot:
        await go_to(pilot, "insatser")
        await press(pilot, "f3")
        await type_text(pilot, "kontinuitet plan")
        await press(pilot, "enter", "f3")
        await type_text(pilot, "pausad")
        await press(pilot, "enter")
        shown = screen_text(pilot)
        assert "Läge: Pausad" in shown
        assert "1 av 22" in shown
        await press(pilot, "plus")
        await type_text(pilot, "Ny väg in")
        await press(pilot, "escape")
        added = stored(county, "insats", "insats-1")
        assert (added.state, added.plans) == ("pausad", ("kontinuitet",))
        assert "2 av 23" in screen_text(pilot)
        await press(pilot, "f3", "enter")
        assert "23 insatser" in screen_text(pilot)
        assert "Läge: Pausad" not in screen_text(pilot)


async def test_removing_asks_tells_what_mentions_it_and_can_be_undone(county: Path) -> None:
    async with planner(county) as pilot:
        await go_to(pilot, "mal och")
        title = stored(county, "mal", "andel-lakare").title if stored(county, "mal", "andel-lakare") else ""
        first = next(iter(PlanSession.open(county).state.objects["mal"]))
        await press(pilot, "delete")
        assert "Nämns i: " in screen_text(pilot)
        await press(pilot, "enter")
        assert stored(county, "mal", first) is not None, title
        await press(pilot, "delete", "down", "enter")
        assert stored(county, "mal", first) is None
        assert "Det nämns fortfarande i" in screen_text(pilot)
        await press(pilot, "ctrl+z")
        assert stored(county, "mal", first) is not None
        assert "8 mål" in screen_text(pilot)


async def test_the_county_s_own_kommuner_cannot_be_removed_and_it_is_said(county: Path) -> None:
    async with planner(county) as pilot:
        await go_to(pilot, "aktorer")
        await type_text(pilot, "alvesta")
        await press(pilot, "delete", "down", "enter")
        assert "hör till länet och går inte att ta bort" in screen_text(pilot)


async def test_a_click_marks_a_row_and_another_opens_it(county: Path) -> None:
    async with planner(county) as pilot:
        await go_to(pilot, "insatser")
        await pilot.click(ObjectTable, offset=(10, 3))
        await settle(pilot)
        await pilot.click(ObjectTable, offset=(50, 3))
        await settle(pilot)
        assert "Insatser › Fast läkardag varje vecka" in screen_text(pilot)


async def test_what_is_marked_is_told_beside_the_list_where_there_is_room(county: Path) -> None:
    async with planner(county, WIDE) as pilot:
        await go_to(pilot, "insatser")
        await press(pilot, "down")
        assert "Den som kommer hem från sjukhus" in screen_text(pilot)
        await pilot.resize_terminal(*NARROW)
        await settle(pilot)
        assert "Den som kommer hem från sjukhus" not in screen_text(pilot)


async def test_a_hinder_shows_level_age_and_answer_time_and_is_lifted_with_a_key(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    put(path, "hinder", "system", title="Två journaler", level="mikro", raised="2020-01-15", answer_due="2020-02-15")
    async with planner(path) as pilot:
        await go_to(pilot, "hinder")
        shown = screen_text(pilot)
        assert "●○○ Mikro" in shown
        assert "dagar förse" in shown
        await press(pilot, "2")
        assert "●●○ Meso" in screen_text(pilot)
        assert stored(path, "hinder", "system").level == "meso"
        await press(pilot, "f6")
        await type_text(pilot, "makro")
        await press(pilot, "enter")
        assert [step.after for step in stored(path, "hinder", "system").history][-1:] == ["makro"]


# -- board ---------------------------------------------------------------------------------------------------------
async def test_the_board_counts_state_against_spread_and_a_cell_leads_to_its_list(county: Path) -> None:
    async with planner(county) as pilot:
        await go_to(pilot, "insatser")
        await press(pilot, "f4")
        assert "Summa" in screen_text(pilot)
        await press(pilot, *["up"] * 4, *["left"] * 2)
        assert "Pågående · Under breddinförande: 5 insatser" in screen_text(pilot)
        await press(pilot, "enter")
        shown = screen_text(pilot)
        assert "Urval: Läge: Pågående · Spridning: Under breddinförande" in shown
        assert "5 av 22" in shown
        await press(pilot, "escape")
        assert "Summa" in screen_text(pilot)


async def test_a_card_is_moved_to_another_state_with_a_digit(county: Path) -> None:
    async with planner(county, WIDE) as pilot:
        await go_to(pilot, "tavla")
        await press(pilot, "f3")
        assert "Planerad 5" in screen_text(pilot)
        await press(pilot, "2")
        assert stored(county, "insats", "lakarlinje").state == "paborjad"
        assert "Påbörjad 4" in screen_text(pilot)
        await press(pilot, "right", "enter")
        assert "Samtal inom tre dygn" in screen_text(pilot)
        await press(pilot, "escape", "ctrl+z")
        assert "Planerad 5" in screen_text(pilot)


# -- requirements --------------------------------------------------------------------------------------------------
async def test_the_checklist_is_judged_with_a_digit_for_the_actor_that_is_chosen(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "checklistan")
        assert "Krav › Region Kronoberg" in screen_text(pilot)
        assert "avslutad" in screen_text(pilot)
        await press(pilot, "2")
        assert stored(path, "kravbedomning", "sam-01@region").judgement == "delvis"
        assert "◐ delvis" in screen_text(pilot)
        await press(pilot, "f4")
        await type_text(pilot, "alvesta")
        await press(pilot, "enter", "1")
        assert stored(path, "kravbedomning", "sam-01@0764").judgement == "uppfyllt"
        await press(pilot, "f4")
        await type_text(pilot, "hela")
        await press(pilot, "enter")
        assert "1 av 9" in screen_text(pilot)
        await press(pilot, "1")
        assert "Välj en aktör med F3 först" in screen_text(pilot)


async def test_work_stands_apart_from_the_judgement_in_the_form_of_a_requirement(county: Path) -> None:
    async with planner(county) as pilot:
        await go_to(pilot, "checklistan")
        await type_text(pilot, "sam")
        await press(pilot, "down", "enter")
        shown = screen_text(pilot)
        assert "[SKA] " in shown
        assert "SAM-02" in shown
        assert "Till granskning" in shown
        assert "Delvis uppfyllt" in shown
        await to_field(pilot, "evidence")
        await type_text(pilot, "EX 2027/3\nRiskanalys")
        await press(pilot, "escape")
        assert stored(county, "kravbedomning", "sam-02@region").evidence == ("EX 2027/3", "Riskanalys")


async def test_the_checklist_is_narrowed_down_by_plan_and_by_how_binding(county: Path) -> None:
    async with planner(county) as pilot:
        await go_to(pilot, "checklistan")
        await press(pilot, "f3")
        await type_text(pilot, "handlingsplan kontinuitet")
        await press(pilot, "enter", "f3")
        await type_text(pilot, "mål")
        await press(pilot, "enter")
        shown = screen_text(pilot)
        assert "KON-M1" in shown
        assert "SAM-01" not in shown


async def test_the_text_and_the_source_stand_beside_the_list_where_there_is_room(county: Path) -> None:
    async with planner(county, WIDE) as pilot:
        await go_to(pilot, "checklistan")
        shown = screen_text(pilot)
        assert "Källa" in shown
        assert "Överenskommelsen 2023, 2.1" in shown
        assert "Exempel på underlag" in shown


async def test_a_proposed_requirement_is_never_shown_as_binding(tmp_path: Path) -> None:
    from nvplan.services.writing.creating import create_plan

    path = tmp_path / "plan.nvplan"
    create_plan(path, "07", 2027, requirement_set="PROP2025-26-19").close()
    async with planner(path) as pilot:
        await go_to(pilot, "checklistan")
        await type_text(pilot, "prop")
        assert "FÖRESLAGET" in screen_text(pilot)
        assert "föreslagen" in screen_text(pilot)


# -- review --------------------------------------------------------------------------------------------------------
def question_the_receipts(path: Path) -> None:
    """Take away what the example lets stand, so that its one fault is a fault again."""
    session = PlanSession.open(path)
    for identity in list(session.state.objects["kvittens"]):
        session.do(RemoveObject("kvittens", identity))


async def test_a_finding_leads_to_its_place_and_esc_leads_back(county: Path) -> None:
    question_the_receipts(county)
    async with planner(county) as pilot:
        await go_to(pilot, "granska")
        shown = screen_text(pilot)
        assert any(line.strip().startswith("✗ ") and line.endswith(" 1") for line in shown.splitlines())
        assert "Fyll i basår och basvärde" in shown
        await press(pilot, "enter")
        assert "Mål och mått › Kontinuitetsindex för alla" in screen_text(pilot)
        await press(pilot, "escape")
        assert "anmärkningar" in screen_text(pilot)
        await type_text(pilot, "2.3.andel")
        await press(pilot, "enter")
        assert question_at_hand(pilot) == "2.3.andel-lakarkontakt"
        assert "Kontinuitet ›" in screen_text(pilot)
        await press(pilot, "escape")
        assert "Granska" in screen_text(pilot)
        await press(pilot, "escape")
        await type_text(pilot, "MED-07")
        await press(pilot, "enter")
        assert "MED-07" in screen_text(pilot)
        assert "Växjö kommun" in screen_text(pilot).splitlines()[1]


async def test_a_finding_may_stand_with_a_reason_and_the_reason_can_be_taken_away(county: Path) -> None:
    question_the_receipts(county)
    async with planner(county) as pilot:
        await go_to(pilot, "granska")
        assert "1 fel, 32 varningar" in screen_text(pilot)
        await press(pilot, "f6")
        await type_text(pilot, "Basåret utreds i maj")
        await press(pilot, "enter")
        assert "1 fel" not in screen_text(pilot)
        assert "1 får stå" in screen_text(pilot), "what is said above adds up to what is listed"
        await press(pilot, "end")
        assert "✓ Får stå: " in screen_text(pilot)
        receipts = PlanSession.open(county).state.objects["kvittens"].values()
        assert [one.reason for one in receipts] == ["Basåret utreds i maj"]  # type: ignore[attr-defined]
        await press(pilot, "f6", "down", "enter")
        assert "1 fel, 32 varningar" in screen_text(pilot)


# -- the ways here -------------------------------------------------------------------------------------------------
async def test_a_question_opens_the_list_it_draws_on_and_esc_leads_back_to_it(county: Path) -> None:
    async with planner(county) as pilot:
        await go_to(pilot, "1.15.insatser")
        assert "19 poster. Ingen saknar något." in screen_text(pilot)
        await press(pilot, "f4")
        assert "Urval: Planer: Gemensam plan för primärvård" in screen_text(pilot)
        assert "19 av 22" in screen_text(pilot)
        await press(pilot, "enter", "escape", "escape")
        assert question_at_hand(pilot) == "1.15.insatser"


async def test_the_overview_counts_insatser_and_each_cell_leads_to_its_list(county: Path) -> None:
    async with planner(county, WIDE) as pilot:
        shown = screen_text(pilot)
        assert any(line.split()[:5] == ["Projekt", "Pilot", "Breddas", "Breddinförd", "Summa"]
                   for line in shown.splitlines())
        planned = next(line for line in shown.splitlines() if line.strip().startswith("Planerad "))
        assert planned.split()[:6] == ["Planerad", "1", "2", "1", "1", "5"]
        table = pilot.app.screen.query_one(EffortTable)
        for _ in range(20):
            if table.has_focus:
                break
            await press(pilot, "down")
        assert table.target == EffortCell({"state": "planerad"})
        await press(pilot, *["left"] * 3, "enter")
        assert "Urval: Läge: Planerad · Spridning: Pilot" in screen_text(pilot)
        await press(pilot, "escape")
        line = next(place for place, text in enumerate(screen_text(pilot).splitlines()) if "Pågående" in text)
        await pilot.click(offset=(screen_text(pilot).splitlines()[line].index("8"), line))
        await settle(pilot)
        assert "Urval: Läge: Pågående" in screen_text(pilot)
        assert "Spridning:" not in screen_text(pilot).splitlines()[2]


async def test_an_empty_plan_says_that_it_has_no_insatser(tmp_path: Path) -> None:
    async with planner(new_plan(tmp_path), WIDE) as pilot:
        assert "Ni har inga insatser än." in screen_text(pilot)


async def test_the_overview_leads_to_every_place(county: Path) -> None:
    async with planner(county) as pilot:
        for wanted in ("Insatser", "Mål och mått", "Krav", "Beslut", "Hinder", "Aktörer", "Underlag", "Möten",
                       "Synpunkter", "Rapporter", "Granska"):
            flow = pilot.app.screen.query_one(PlaceFlow)
            flow.focus()
            flow.cursor = [place.name for place in flow.places].index(wanted)
            await press(pilot, "enter")
            assert wanted in screen_text(pilot).splitlines()[1]
            await press(pilot, "escape")
            assert "Översikt" in screen_text(pilot).splitlines()[1]


@pytest.mark.parametrize(("words", "shown"), [("mobilt tingsryd", "Insatser › Mobilt team"),
                                              ("krav kon-04", "Krav › Region Kronoberg"),
                                              ("ordlista sip", "Samordnad individuell plan")])
async def test_the_search_finds_objects_requirements_and_terms(county: Path, words: str, shown: str) -> None:
    async with planner(county) as pilot:
        await press(pilot, "ctrl+f")
        await type_text(pilot, words)
        await press(pilot, "enter")
        assert shown in screen_text(pilot)


async def test_the_place_survives_leaving(county: Path) -> None:
    async with planner(county) as pilot:
        await go_to(pilot, "hinder")
        await press(pilot, "ctrl+q")
    async with planner(county) as pilot:
        assert screen_text(pilot).splitlines()[1].strip().startswith("Hinder")
        await press(pilot, "escape")
        assert "Översikt" in screen_text(pilot)


async def test_one_decision_is_given_to_several_kommuner_at_once(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    put(path, "beslut", "b", title="Målbilden, Region Kronoberg", subject="malbild", actor="region", outcome="antagen",
        date="2026-02-04", diary_number="RS 1")
    async with planner(path, WIDE) as pilot:
        await go_to(pilot, "beslut")
        await until(pilot, "Målbilden, Region Kronoberg")
        await press(pilot, "f6")
        await until(pilot, "Vilka har fattat samma beslut?")
        await press(pilot, "enter", "down", "enter", "f8")
        await until(pilot, "2 aktörer har fått beslutet")
        assert "Målbilden, Alvesta kommun" in screen_text(pilot)
    found = [one for one in PlanSession.open(path).state.objects["beslut"].values() if one.id != "b"]
    assert [(getattr(one, "outcome", ""), getattr(one, "date", ""), getattr(one, "diary_number", "")) for one in found
            ] == [("antagen", "", "")] * 2


async def test_a_countys_own_structure_is_entered_through_the_planner(tmp_path: Path) -> None:
    path = new_plan(tmp_path)

    async def add(place: str, **typed: str) -> None:
        await go_to(pilot, place)
        await press(pilot, "plus")
        for name, text in typed.items():
            await to_field(pilot, name)
            if pilot.app.screen.query_one(f"#field-{name}", FormField).is_choice:
                several = pilot.app.screen.query_one(f"#field-{name}", FormField).spec.many
                await press(pilot, "enter")
                await type_text(pilot, text)
                await press(pilot, "enter", *(["f8"] if several else []))
            else:
                await type_text(pilot, text)
        await press(pilot, "escape")

    async with planner(path) as pilot:
        await add("malomraden", title="Nära vård", number="2", term="Målområde", areas="landsbygd")
        await add("malomraden", title="Äldre hemma", number="2.1", time="2027-2029", parent="nara")
        assert "2.1 Äldre hemma" in screen_text(pilot)
        await add("insatser", title="Hemteam", end="våren 2029", structure="aldre", priority="hog",
                  yearly_costs="2027: 100 000")
        await add("delmal", title="Teamet är bemannat", effort="hemteam", date="31/12 2027", role="Enhetschef")
        assert "Teamet är bemannat" in screen_text(pilot)
    inner = stored(path, "malomrade", "malomrade-2")
    assert (inner.parent, inner.time, inner.number) == ("malomrade-1", "2027/2029", "2.1")
    effort = stored(path, "insats", "insats-1")
    assert (effort.structure, effort.priority, effort.end) == (("malomrade-2",), "hog", "2029-var")
    milestone = stored(path, "delmal", "delmal-1")
    assert (milestone.effort, milestone.date, milestone.role) == ("insats-1", "2027-12-31", "Enhetschef")


async def test_a_milestone_after_its_insats_is_told_at_its_field_and_not_saved(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    put(path, "insats", "team", title="Hemteam", end="2027")
    put(path, "delmal", "d", title="Bemannat", effort="team", date="2027-05")
    async with planner(path) as pilot:
        await go_to(pilot, "delmal")
        await press(pilot, "enter")
        await to_field(pilot, "date")
        await press(pilot, "end", *["backspace"] * 7)
        await type_text(pilot, "våren 2029")
        await press(pilot, "tab")
        assert "ligger efter insatsens slut" in " ".join(screen_text(pilot).split())
        assert stored(path, "delmal", "d").date == "2027-05"

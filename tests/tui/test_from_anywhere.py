"""From anywhere: another plan, a new one, the start page, and every place and command by the words that people use."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from nvplan.services import preferences
from nvplan.services.reading.ranking import folded, ranked
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from nvplan.texts import found_by as found_by_texts
from nvplan.tui.commands import EVERYWHERE
from nvplan.tui.place_lists import place_choices
from tests.tui.planner import go_to, new_plan, planner, press, question_at_hand, screen_text, type_text


async def choose(pilot: Pilot[None], key: str, words: str) -> None:
    """Choose what is found by some words in the box that a key opens."""
    await press(pilot, key)
    await type_text(pilot, words)
    await press(pilot, "enter")


async def test_the_start_page_leads_back_to_where_the_person_was(tmp_path: Path) -> None:
    async with planner(new_plan(tmp_path)) as pilot:
        await go_to(pilot, "1.1.lage")
        await choose(pilot, "ctrl+p", "hem start")
        assert "Senast öppnade" in screen_text(pilot)
        assert "Esc Tillbaka" in screen_text(pilot)
        await press(pilot, "escape")
        assert question_at_hand(pilot) == "1.1.lage"


async def test_without_a_plan_the_start_page_offers_no_way_back(tmp_path: Path) -> None:
    async with planner(None) as pilot:
        assert "Esc Tillbaka" not in screen_text(pilot)
        await press(pilot, "escape")
        assert "Öppna eller skapa en plan först." in screen_text(pilot)


async def test_another_plan_is_opened_with_what_was_being_written_on_disk(tmp_path: Path) -> None:
    other = tmp_path / "blekinge.nvplan"
    create_plan(other, "10", 2027).close()
    first = new_plan(tmp_path)
    preferences.remember_plan(str(other), "Blekinge län 2027")
    async with planner(first) as pilot:
        await go_to(pilot, "1.0.agare")
        await type_text(pilot, "chef å")
        await choose(pilot, "ctrl+p", "annan plan")
        assert "Vilken plan vill ni öppna?" in screen_text(pilot)
        assert "Kronobergs län" not in "\n".join(screen_text(pilot).splitlines()[2:12])
        await press(pilot, "enter")
        assert "Blekinge län · plan 2027" in screen_text(pilot)
    with PlanSession.open(first) as session:
        assert "chef å" in str(session.state.answers)
    with PlanSession.open(other) as session:
        assert not session.state.answers


async def test_a_plan_with_a_draft_that_is_not_saved_is_not_left_for_another(tmp_path: Path) -> None:
    other = tmp_path / "blekinge.nvplan"
    create_plan(other, "10", 2027).close()
    preferences.remember_plan(str(other), "Blekinge län 2027")
    async with planner(new_plan(tmp_path)) as pilot:
        pilot.app.drafts["insats"] = {"title": "Halvfärdig"}  # type: ignore[attr-defined]
        await choose(pilot, "ctrl+p", "annan plan")
        await press(pilot, "enter")
        assert "Ni har text som inte är sparad." in screen_text(pilot)
        assert "Kronobergs län" in screen_text(pilot)


async def test_a_new_plan_is_begun_from_a_plan_that_is_open(tmp_path: Path) -> None:
    async with planner(new_plan(tmp_path)) as pilot:
        await choose(pilot, "f2", "ny plan för ett")
        assert "Vilket län?" in screen_text(pilot)
        await press(pilot, "escape", "escape")
        assert "Kronobergs län · plan 2027" in screen_text(pilot)


@pytest.mark.parametrize(("words", "leads_to"), [
    ("backup", "Säkerhetskopior"), ("pengar", "Medel"), ("deadline", "Framåt"), ("workshop", "Möten"),
    ("åtgärd", "Insatser"), ("vem saknas", "Läget"), ("checklista ska", "Krav"), ("projektor", "Byt färger"),
    ("skriva ut", "Exportera"), ("importera", "För in en fil"), ("backa", "Ångra")])
async def test_the_list_of_commands_finds_by_the_words_that_people_use(tmp_path: Path, words: str, leads_to: str
                                                                       ) -> None:
    async with planner(new_plan(tmp_path)) as pilot:
        await press(pilot, "ctrl+p")
        await type_text(pilot, words)
        assert leads_to in screen_text(pilot)


def test_every_command_that_works_everywhere_and_every_place_has_words_of_its_own(tmp_path: Path) -> None:
    actions = {command.action.partition('(')[0] for command in EVERYWHERE} - {"show_commands"}
    assert actions <= set(found_by_texts.COMMANDS)
    with PlanSession.open(new_plan(tmp_path)) as session:
        rows = place_choices(session.state)
    choices = [(folded(row), row) for row in rows]
    kinds = {row.result.kind: row for row in rows}  # type: ignore[attr-defined]
    assert set(kinds) <= set(found_by_texts.PLACES)
    for kind, row in kinds.items():
        for word in found_by_texts.PLACES[kind].split():
            assert row in ranked(choices, word), word

"""A new insats in five fields, many in a row, and what is done with several posts of a list at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nvplan.services.writing.commands import SetAnswer, SetObject
from nvplan.services.writing.session import PlanSession
from tests.tui.planner import go_to, new_plan, planner, press, screen_text, type_text, until


def efforts(path: Path) -> list[Any]:
    return list(PlanSession.open(path).state.objects["insats"].values())


def with_efforts(folder: Path) -> Path:
    """Return a county with three insatser."""
    path = new_plan(folder)
    session = PlanSession.open(path)
    for identity, title in (("a", "Hemteam"), ("b", "Läkarlinje"), ("c", "Utbildning")):
        session.do(SetObject("insats", identity, {"title": title, "state": "planerad"}))
    session.close()
    return path


async def test_an_insats_in_five_fields_takes_at_most_twelve_keys_beside_the_words(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    keys: list[str] = []

    async def key(*names: str) -> None:
        keys.extend(names)
        await press(pilot, *names)

    async with planner(path) as pilot:
        await key("plus")
        shown = await until(pilot, "Ny insats")
        assert [label for label in ("Rubrik", "Ansvarig", "Läge", "Spridning", "Slut") if label not in shown] == []
        assert "Syfte" not in shown
        await type_text(pilot, "Läkarbesök i hemmet")
        await key("tab")
        await type_text(pilot, "region")
        await key("enter", "tab")
        assert "1 Planerad · 2 Påbörjad · 3 Pågående" in screen_text(pilot)
        await key("1", "tab", "2", "tab")
        await type_text(pilot, "28 feb 2027")
        await key("f8")
        assert "är sparad" in await until(pilot, "är sparad")
        assert len(keys) <= 12
        await type_text(pilot, "Nästa")
        await key("escape")
    first, second = efforts(path)
    assert (first.title, first.actor, first.state, first.spread, first.end) == (
        "Läkarbesök i hemmet", "region", "planerad", "pilot", "2027-02-28")
    assert (second.title, second.state) == ("Nästa", None), "the next began empty"


async def test_the_rest_of_the_fields_are_one_key_away_in_their_order_and_nothing_is_lost(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await press(pilot, "plus", "f8")
        assert "Sparas när det finns något i ”Rubrik”" in " ".join(screen_text(pilot).split())
        await type_text(pilot, "Hemteam")
        await press(pilot, "f4")
        shown = screen_text(pilot)
        assert "Hemteam" in shown
        assert "Syfte" in shown
        assert "Alla fält" not in shown
        await type_text(pilot, "Trygg vård hemma")
        await press(pilot, "escape")
    assert [(one.title, one.purpose) for one in efforts(path)] == [("Hemteam", "Trygg vård hemma")]


async def test_one_field_is_changed_in_all_that_are_ticked(tmp_path: Path) -> None:
    path = with_efforts(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "insatser")
        await press(pilot, "ctrl+e")
        assert "Inget är märkt" in screen_text(pilot)
        await press(pilot, "space", "space")
        shown = screen_text(pilot)
        assert "2 märkta · 3 insatser" in shown
        assert shown.count("✓ ") == 2
        assert "Ctrl+E Ändra märkta" in shown
        await press(pilot, "ctrl+e")
        await type_text(pilot, "läge")
        await press(pilot, "enter")
        assert "vad ska stå i 2 insatser" in screen_text(pilot)
        await type_text(pilot, "pausad")
        await press(pilot, "enter")
        assert "Ändrat i 2 insatser." in await until(pilot, "Ändrat i")
        assert [one.state for one in efforts(path)] == ["pausad", "pausad", "planerad"]
        await press(pilot, "ctrl+z")
        assert [one.state for one in efforts(path)] == ["planerad"] * 3


async def test_an_empty_line_asks_before_it_empties_a_field_in_all_that_are_ticked(tmp_path: Path) -> None:
    path = with_efforts(tmp_path)
    with PlanSession.open(path) as session:
        session.do(SetObject("insats", "a", {"purpose": "Trygg vård hemma"}))
    async with planner(path) as pilot:
        await go_to(pilot, "insatser")
        await press(pilot, "ctrl+a", "ctrl+e")
        assert "Rubrik" not in screen_text(pilot)
        await type_text(pilot, "syfte")
        await press(pilot, "enter")
        assert "vad ska stå i 3 insatser" in screen_text(pilot)
        await press(pilot, "enter")
        shown = screen_text(pilot)
        assert "Töm ”Syfte” i 3 insatser?" in shown
        assert "I 1 av dem står något, och det tas bort." in shown
        await press(pilot, "enter")
        assert efforts(path)[0].purpose == "Trygg vård hemma"
        await press(pilot, "ctrl+e")
        await type_text(pilot, "syfte")
        await press(pilot, "enter", "enter", "down", "enter")
        await until(pilot, "Ändrat i")
        assert [one.purpose for one in efforts(path)] == [""] * 3
        await press(pilot, "ctrl+z")
        assert efforts(path)[0].purpose == "Trygg vård hemma"


async def test_a_list_with_several_posts_says_in_its_footer_how_one_is_ticked(tmp_path: Path) -> None:
    async with planner(with_efforts(tmp_path)) as pilot:
        await go_to(pilot, "insatser")
        assert "Mellanslag Märk" in screen_text(pilot)
        await press(pilot, "f1")
        assert "Märker raden" in (await until(pilot, "Mellanslag  Märk")).partition("Tangenter")[2]


async def test_a_box_with_several_choices_that_is_left_as_it_is_changes_nothing(tmp_path: Path) -> None:
    path = with_efforts(tmp_path)
    PlanSession.open(path).do(SetObject("insats", "a", {"plans": ["gemensam"]}))
    async with planner(path) as pilot:
        await go_to(pilot, "insatser")
        await press(pilot, "ctrl+a", "ctrl+e")
        await type_text(pilot, "planer")
        await press(pilot, "enter", "escape")
        assert [one.plans for one in efforts(path)] == [("gemensam",), (), ()]
        await press(pilot, "ctrl+e")
        await type_text(pilot, "slut")
        await press(pilot, "enter")
        await type_text(pilot, "mars 2028")
        await press(pilot, "enter")
        assert [one.end for one in efforts(path)] == ["2028-03"] * 3


async def test_those_that_are_ticked_are_removed_together_and_one_is_copied(tmp_path: Path) -> None:
    path = with_efforts(tmp_path)
    async with planner(path) as pilot:
        await go_to(pilot, "insatser")
        await press(pilot, "space", "space", "delete")
        shown = screen_text(pilot)
        assert "Ta bort 2 insatser?" in shown
        assert "Läkarlinje" in shown
        await press(pilot, "down", "enter")
        assert [one.title for one in efforts(path)] == ["Utbildning"]
        await press(pilot, "ctrl+d")
        assert "Utbildning (kopia)" in screen_text(pilot)
        await press(pilot, "escape", "space", "escape")
        assert "märkt" not in screen_text(pilot), "Esc takes the ticks away before it leads back"
    assert [one.title for one in efforts(path)] == ["Utbildning", "Utbildning (kopia)"]


async def test_a_space_after_a_letter_belongs_to_what_is_sought(tmp_path: Path) -> None:
    async with planner(with_efforts(tmp_path)) as pilot:
        await go_to(pilot, "insatser")
        await type_text(pilot, "hem team")
        assert "märkt" not in screen_text(pilot)
        assert "1 av 3" in screen_text(pilot)
        await press(pilot, "home", "space")
        assert "1 märkt" in screen_text(pilot)


async def test_the_countys_own_word_stands_on_the_card_in_the_crumb_and_in_the_palette(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    session = PlanSession.open(path)
    session.do(SetAnswer("3.0.term", "dokumenterad"))
    session.close()
    async with planner(path) as pilot:
        shown = screen_text(pilot)
        assert "Dokumenterad överenskommelse" in shown
        assert "Patientkontrakt" not in shown
        await press(pilot, "ctrl+p")
        await type_text(pilot, "dokumenterad")
        await press(pilot, "enter")
        assert "Dokumenterad överenskommelse ›" in await until(pilot, "›")


async def test_money_is_added_up_while_it_is_typed_and_told_for_its_recipient(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    session = PlanSession.open(path)
    session.do(SetObject("insats", "team", {"title": "Hemteam", "cost": "300 000"}))
    session.do(SetObject("medel", "bidrag", {"title": "Bidrag", "actor": "region", "efforts": ["team"]}))
    session.close()
    async with planner(path) as pilot:
        await go_to(pilot, "medel")
        await press(pilot, "enter")
        pilot.app.screen.query_one("#field-received").focus_control()  # type: ignore[attr-defined]
        await type_text(pilot, "500000")
        assert "Kvar 200 000 kr" in screen_text(pilot).replace("\u00a0", " "), "before the cursor has left the field"
        await press(pilot, "backspace")
        assert "250 000 kr mer än det mottagna" in " ".join(screen_text(pilot).replace("\u00a0", " ").split())
        await press(pilot, "escape")
        assert "Region Kronoberg. Medel 2027: mottaget 50 000 kr" in screen_text(pilot).replace("\u00a0", " ")

"""The presentation: what a group sees on a shared screen."""

from __future__ import annotations

from pathlib import Path

from nvplan.services.writing.session import PlanSession
from tests.example import example_plan
from tests.tui.planner import NARROW, WIDE, go_to, new_plan, planner, press, question_at_hand, screen_text, settle


async def test_the_question_is_large_and_the_example_and_the_set_are_told(tmp_path: Path) -> None:
    example_plan(tmp_path / "plan.nvplan")
    async with planner(tmp_path / "plan.nvplan") as pilot:
        await go_to(pilot, "1.1.lage")
        await press(pilot, "f5")
        shown = screen_text(pilot)
        assert "EXEMPEL" in shown
        assert "Hur långt har ni kommit med länets gemensamma målbild?" in shown
        assert "● I kraft och under revidering" in shown
        assert "Överenskommelsen 2023 (avslutad), den senast verifierade" in " ".join(shown.split())
        assert "Det här frågas" not in shown


async def test_space_and_arrows_go_on_and_back_and_escape_stays_at_the_question(tmp_path: Path) -> None:
    async with planner(new_plan(tmp_path)) as pilot:
        await press(pilot, "enter", "f5")
        assert "fråga 1 av" in screen_text(pilot)
        await press(pilot, "space", "right")
        assert "fråga 3 av" in screen_text(pilot)
        await press(pilot, "left")
        assert "fråga 2 av" in screen_text(pilot)
        await press(pilot, "left", "left")
        assert "första frågan" in screen_text(pilot)
        await press(pilot, "down", "up", "down", "escape")
        assert question_at_hand(pilot) == "1.0.agare"


async def test_what_does_not_fit_is_scrolled_to_before_the_next_question(tmp_path: Path) -> None:
    example_plan(tmp_path / "plan.nvplan")
    async with planner(tmp_path / "plan.nvplan") as pilot:
        await go_to(pilot, "1.2.malgrupper")
        await press(pilot, "f5")
        await pilot.resize_terminal(80, 20)
        await press(pilot, "down")
        assert "fråga 6 av" in screen_text(pilot)
        assert "Boende i socioekonomiskt utsatta områden" in screen_text(pilot)
        await press(pilot, "down")
        assert "fråga 7 av" in screen_text(pilot)


async def test_an_answer_is_given_in_the_field_and_seen_large(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path, WIDE) as pilot:
        await press(pilot, "enter", "f5", "enter")
        await press(pilot, "down", "down", "space", "f5")
        assert PlanSession.open(path).state.answer("1.0.struktur").value == "finns"
        assert "● Ja, men den används sällan" in screen_text(pilot)


async def test_a_question_per_actor_is_one_page_with_how_all_answered(tmp_path: Path) -> None:
    example_plan(tmp_path / "plan.nvplan")
    async with planner(tmp_path / "plan.nvplan", WIDE) as pilot:
        await go_to(pilot, "1.7.lakaravtal")
        await press(pilot, "f5")
        shown = screen_text(pilot)
        assert "6 av 8 aktörer har svarat" in shown
        assert "Alvesta kommun" in shown
        await press(pilot, "right")
        assert "Alvesta kommun" not in screen_text(pilot)


async def test_every_question_of_the_example_can_be_shown_in_both_sizes(tmp_path: Path) -> None:
    example_plan(tmp_path / "plan.nvplan")
    async with planner(tmp_path / "plan.nvplan") as pilot:
        await press(pilot, "enter", "f5")
        for _ in range(12):
            await press(pilot, "right")
            assert "Krav enligt" in screen_text(pilot)
        await pilot.resize_terminal(*WIDE)
        await settle(pilot)
        assert "Krav enligt" in screen_text(pilot)
        await pilot.resize_terminal(*NARROW)

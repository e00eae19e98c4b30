"""What a person who sees no colour, or hears the screen, is told: position and state stand in words or signs."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Static

from tests.example import example_plan
from tests.tui.planner import go_to, planner, press, screen_text, until


def _card_lines(shown: str, name: str) -> str:
    return next(line for line in shown.splitlines() if name in line)


async def test_the_card_with_the_cursor_and_the_cell_at_hand_are_told_without_colour(tmp_path: Path) -> None:
    async with planner(example_plan(tmp_path / "k.nvplan"), (80, 24)) as pilot:
        shown = await until(pilot, "Kontinuitet ")
        assert _card_lines(shown, "Gemensam plan ").startswith("▌")
        assert not _card_lines(shown, "Kontinuitet ").startswith("▌")
        await press(pilot, "down")
        shown = screen_text(pilot)
        assert not _card_lines(shown, "Gemensam plan ").startswith("▌")
        assert _card_lines(shown, "Kontinuitet ").startswith("▌")
        await go_to(pilot, "1.7.lakaravtal")
        await press(pilot, "ctrl+t")
        lines = (await until(pilot, " Alvesta kommun · Läkarinsatser")).splitlines()
        assert lines[3].strip() == "Har er kommun ett gällande avtal med regionen om läkarmedverkan?"
        await press(pilot, "down", "right")
        lines = screen_text(pilot).splitlines()
        assert lines[1].startswith(" Lessebo kommun · ")
        assert lines[3].startswith(" Till och med när gäller avtalet")


async def test_the_row_or_cell_of_a_table_that_is_marked_is_told_by_name(tmp_path: Path) -> None:
    async with planner(example_plan(tmp_path / "k.nvplan"), (80, 24)) as pilot:
        await go_to(pilot, "1.2.platser")
        assert "Rad 1 av" not in await until(pilot, "Pil ned markerar en rad")
        await press(pilot, "down", "down")
        assert "Rad 2 av " in screen_text(pilot)
        await go_to(pilot, "1.4.forum")
        await until(pilot, "Pil ned markerar")
        await press(pilot, "down", "down")
        assert "Ledning av tjänstepersoner: Vilka roller ingår?" in screen_text(pilot)


async def test_what_stands_below_a_list_grows_with_what_it_tells(tmp_path: Path) -> None:
    async with planner(example_plan(tmp_path / "k.nvplan"), (80, 24)) as pilot:
        await go_to(pilot, "läget")
        assert "→" not in await until(pilot, "frågas inte här"), "the first actor has answered everything"
        await press(pilot, "down", "down")
        shown = screen_text(pilot)
        assert "frågas inte här…" not in shown
        below = pilot.app.screen.query_one("#below", Static)
        assert "→ " in shown, below.size


async def test_of_several_lists_the_one_with_the_cursor_is_told_without_colour(tmp_path: Path) -> None:
    async with planner(example_plan(tmp_path / "k.nvplan"), (120, 36)) as pilot:
        await press(pilot, "f9")
        await until(pilot, "Vilka dokument?")
        row = next(line for line in screen_text(pilot).splitlines() if "Allt: alla dokument" in line)
        assert row.startswith(" ▌ [ ] Allt")
        assert "│ [ ] Markdown" in row
        await press(pilot, "tab")
        row = next(line for line in screen_text(pilot).splitlines() if "Allt: alla dokument" in line)
        assert row.startswith(" │ [ ] Allt")
        assert "▌ [ ] Markdown" in row

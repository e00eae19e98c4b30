"""What is said in passing covers neither the row with the cursor nor the keys, and the next key takes it away."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvplan.tui import passing_words
from tests.example import example_plan
from tests.tui.planner import NARROW, WIDE, go_to, planner, press, screen_text, until


@pytest.fixture
def county(tmp_path: Path) -> Path:
    path = tmp_path / "kronoberg.nvplan"
    example_plan(path)
    return path


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_it_stands_on_the_blank_row_at_the_top_and_goes_with_the_next_key(
        county: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    async with planner(county, size) as pilot:
        await go_to(pilot, "insatser")
        await press(pilot, "end")
        before = (await until(pilot, "▌Utbildning av patientföreträdare")).splitlines()
        pilot.app.notify("Det som sägs.", markup=False)
        said = (await until(pilot, "Det som sägs.")).splitlines()
        where = [row for row, line in enumerate(said) if "Det som sägs." in line]
        assert where == [2]
        assert said[:2] + said[3:] == before[:2] + before[3:], "nothing else is covered"
        await press(pilot, "up")
        assert "Det som sägs." in screen_text(pilot), "a key that came before it can have been read leaves it"
        monkeypatch.setattr(passing_words, "READ", 0.0)
        pilot.app.notify("Det som sägs sedan.", markup=False)
        await until(pilot, "Det som sägs sedan.")
        await press(pilot, "up")
        assert "Det som sägs" not in screen_text(pilot)

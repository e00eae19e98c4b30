"""What several rows running have in common is said once: under a heading, above the list, or in the first of them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from nvplan.services.writing.commands import SetAnswer
from nvplan.services.writing.creating import create_plan
from nvplan.tui.screens.history.history import HistoryScreen
from nvplan.tui.widgets.table_drawing import said_again
from nvplan.tui.widgets.table_rows import TableRow
from tests.tui.golden import FOLDER
from tests.tui.planner import go_to, planner, press, screen_text, until


def said(*cells: str, once: bool = False) -> list[str]:
    """Return what a column says in each row."""
    rows = [TableRow(str(place), (cell,)) for place, cell in enumerate(cells)]
    return [said_again(rows, place, 0, once=once) for place in range(len(rows))]


def test_a_word_after_a_sign_is_said_once_where_three_rows_have_it() -> None:
    assert said(*["○ utkast"] * 3, "✓ klar") == ["○ utkast", "○", "○", "✓ klar"]
    assert said("○ utkast", "○ utkast", "✓ klar") == ["○ utkast", "○ utkast", "✓ klar"]
    assert said(*["●●○ Meso"] * 3, "●○○ Mikro") == ["●●○ Meso", "●●○", "●●○", "●○○ Mikro"]
    assert said("? förslag", "✓ bekräftat", "? förslag", "? förslag") == [
        "? förslag", "✓ bekräftat", "? förslag", "? förslag"]


def test_a_word_without_a_sign_is_said_again_but_in_a_column_that_says_everything_once() -> None:
    assert said(*["Pågående"] * 3) == ["Pågående"] * 3
    assert said(*["08:20"] * 3, "08:00", once=True) == ["08:20", "", "", "08:00"]
    assert said(*["–"] * 3, *["−3"] * 3) == [*["–"] * 3, *["−3"] * 3]  # a minus belongs to its number


@pytest.mark.parametrize("size", ["80x22", "120x36"])
@pytest.mark.parametrize("name", ["rapport", "plats-datum", "plats-historik", "plats-motbeslut"])
def test_no_state_or_time_stands_in_three_rows_running(name: str, size: str) -> None:
    """The marked row says all of what it is; it stands between the others."""
    words = {"rapport": "utkast", "plats-datum": "förslag", "plats-historik": "09:00",
             "plats-motbeslut": "inte godkänt"}
    rows = [line.split("│")[0] for line in (FOLDER / f"{name}-{size}.txt").read_text(encoding="utf-8").split("\n")[3:]]
    has = [words[name] in row and not row.startswith(" ▌") for row in rows]
    assert any(words[name] in row for row in rows)
    assert not any(all(has[at:at + 3]) for at in range(len(has) - 2))


async def test_the_history_stands_in_days_and_is_found_by_its_day(tmp_path: Path) -> None:
    path = tmp_path / "plan.nvplan"
    times = iter([dt.datetime(2026, 9, day, 8, minute, tzinfo=dt.UTC) for day in (6, 7) for minute in range(40)])
    session = create_plan(path, "07", 2027, clock=lambda: next(times))
    for answer in ("pagar", "beslutad", None):
        session.do(SetAnswer("1.1.lage", answer))
    session.close()
    async with planner(path) as pilot:
        await go_to(pilot, "historik")
        await until(pilot, "6 september 2026")
        screen = pilot.app.screen
        assert isinstance(screen, HistoryScreen)
        headed = [line for line in screen_text(pilot).split("\n") if "6 september 2026 ─" in line]
        assert len(headed) == 1
        assert headed[0].rstrip().endswith(str(screen.count()))
        await press(pilot, "f7", "f7")  # by what it was about: the day comes back into the row
        await until(pilot, "6 sep 2026")
        assert "6 september 2026 ─" not in screen_text(pilot)

"""Days and numbers are written one way in every golden grid: days in words, thousands with a space between them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.figures_written import days_as_files_write_them, thousands_without_a_space
from tests.tui.golden import FOLDER

GRIDS = sorted(FOLDER.glob("*.txt"))
#: A field that is being filled in, with its two sides: a day stands there as it is typed.
_FIELD = re.compile(r"▌[^▌▐│]*▐")
#: A day with its month in full, of those months that have a shorter word.
_LONG_MONTH = re.compile(r"\b\d{1,2} (?:januari|februari|augusti|september|oktober|november|december) (?:19|20)\d\d\b")
#: The places whose list has a column of days.
_WITH_DAYS = ("plats-historik", "plats-datum", "plats-framat", "plats-mal", "plats-beslut", "plats-delmal",
              "plats-insamling", "plats-utskick", "matris", "insatser", "sok-allt")


def read(path: Path) -> list[str]:
    """Return the lines of a grid without what stands in its fields."""
    return [_FIELD.sub("▌▐", line) for line in path.read_text(encoding="utf-8").split("\n")]


@pytest.mark.parametrize("path", GRIDS, ids=lambda path: path.stem)
def test_no_day_is_written_as_a_file_writes_it(path: Path) -> None:
    assert [day for line in read(path) for day in days_as_files_write_them(line)] == []


@pytest.mark.parametrize("path", GRIDS, ids=lambda path: path.stem)
def test_thousands_have_a_space_between_them(path: Path) -> None:
    assert [number for line in read(path) for number in thousands_without_a_space(line)] == []


@pytest.mark.parametrize("path", [path for path in GRIDS if path.stem.startswith(_WITH_DAYS)],
                         ids=lambda path: path.stem)
def test_a_list_has_its_days_short(path: Path) -> None:
    """What is told beside a list, or below it, is a sentence and has them long; so is a heading."""
    rows = path.read_text(encoding="utf-8").split("\n")
    ruled = next((place for place, row in enumerate(rows) if row.strip() and set(row.strip()) == {"─"}), len(rows))
    listed = [row.split("│")[0] for row in rows[2:min(ruled, len(rows) - 2)] if "──" not in row]
    listed = listed if "80x22" not in path.stem else listed[:-1]  # the last line is told of the marked row
    assert [day for row in listed for day in _LONG_MONTH.findall(row)] == []

"""What can be read off every golden grid: no code of the program, no word cut in half, nothing sideways from 120."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import nvplan
from nvplan.catalog.location import data_folder
from nvplan.services.reading.object_fields import fields_by_name
from nvplan.services.writing.session import PlanSession
from nvplan.texts import planner_objects as planner_objects_texts
from tests.example import example_plan
from tests.program_ids import ids_shown
from tests.tui.golden import FOLDER

GRIDS = sorted(FOLDER.glob("*.txt"))
_QUESTION = re.compile(r"(?<![\w.])[1-4]\.\d+\.[a-zåäö][a-zåäö-]+")
_WORD = re.compile(r"[^\W\d_]+")
#: At the right edge of a line: a word, and what a scrollbar or a frame draws after it.
_LAST = re.compile(r"([^\W\d_]+)[ ▐│]*$")


def lines(path: Path) -> list[str]:
    """Return the rows of a grid; of one with a box over it, what is in the box."""
    rows = path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    top = next((row for row in rows if "╭" in row), None)
    if top is None:
        return rows
    left, right = top.index("╭"), top.rindex("╮")
    first = rows.index(top)
    last = next(place for place, row in enumerate(rows) if "╰" in row[left:left + 1])
    return [row[left + 1:right] for row in rows[first:last]]


@cache
def words() -> frozenset[str]:
    """Return every word that stands whole somewhere: in the program's strings and in its content."""
    found: set[str] = set()
    for path in (*Path(nvplan.__file__).parent.joinpath("texts").rglob("*.py"), *data_folder().rglob("*.jsonl"),
                 *data_folder().rglob("*.csv"), *data_folder().rglob("*.md"), Path(__file__).parent / "golden.py"):
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".jsonl":
            rows = [json.loads(row) for row in text.splitlines() if row.strip()]
            text = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
        found |= {word.lower() for word in _WORD.findall(text.replace("\\n", "\n"))}
    return frozenset(found)


@pytest.mark.parametrize("path", GRIDS, ids=lambda path: path.stem)
def test_no_question_is_called_by_its_code(path: Path) -> None:
    assert [found for row in lines(path) for found in _QUESTION.findall(row)] == []


def test_nothing_is_called_by_its_id(tmp_path: Path) -> None:
    """Neither an object of the example nor a question, a choice, a report's item, a code or an entry of the library."""
    example_plan(tmp_path / "plan.nvplan")
    state = PlanSession.open(tmp_path / "plan.nvplan").state
    assert {path.stem: found for path in GRIDS if (found := ids_shown("\n".join(lines(path)), state))} == {}


@pytest.mark.parametrize("path", GRIDS, ids=lambda path: path.stem)
def test_no_word_is_cut_at_the_right_edge(path: Path) -> None:
    rows = lines(path)
    edge = max(map(len, rows)) - 3
    cut = [match[1] for row in rows if (match := _LAST.search(row)) and match.end(1) >= edge
           and match[1].lower() not in words()]
    assert cut == []


@pytest.mark.parametrize("path", [path for path in GRIDS if "120x36" in path.stem], ids=lambda path: path.stem)
def test_nothing_goes_sideways_from_120(path: Path) -> None:
    bars = [row for row in path.read_text(encoding="utf-8").split("\n") if re.fullmatch(r"[ │]*━+[ │]*", row)]
    assert bars == []


# -- whole or not at all ---------------------------------------------------------------------------------------------
#: The boxes that are a list: their rows are one line each.
LIST_BOXES = ("ga-till", "allt", "valj-lage", "synpunkter", "sok-allt", "inget-hittat")
#: A field is no wider than this, its sides counted, and a line of text in one is no longer.
_WIDEST_FIELD = 78
_RULED = re.compile(r"^[ ▌]*[^\W\d_][^─]*─{5,}[─ \d]*$")


def rows_of(path: Path) -> list[str]:
    """Return the rows of a grid, what is under a box and beside a list too."""
    return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")


@pytest.mark.parametrize("path", GRIDS, ids=lambda path: path.stem)
def test_a_box_is_in_view_whole(path: Path) -> None:
    rows = rows_of(path)
    assert sum(row.count("╭") for row in rows) == sum(row.count("╯") for row in rows)
    assert sum(row.count("╮") for row in rows) == sum(row.count("╰") for row in rows)


@pytest.mark.parametrize("path", GRIDS, ids=lambda path: path.stem)
def test_no_heading_stands_last_without_what_it_is_about(path: Path) -> None:
    *_, last, _keys = rows_of(path)
    left = last.split("│")[0].rstrip()
    sections = {title for titles in planner_objects_texts.SECTIONS.values() for title in titles.values()}
    assert not _RULED.match(left) or "▾" in left
    assert left.strip() not in sections


@pytest.mark.parametrize("path", GRIDS, ids=lambda path: path.stem)
def test_a_field_is_no_wider_than_its_words_and_has_the_sign_of_a_list_beside_them(path: Path) -> None:
    # Next to the side of a box a marked row's bar and the list's scrollbar are no field.
    fields = [found[0] for row in lines(path) for found in re.finditer(r"▌ (?![●○])[^▌▐│]*▐(?!  $)", row)]
    assert [field for field in fields if len(field) > _WIDEST_FIELD] == []
    assert [field for field in fields if field.strip("▌▐ ") == "▾"] == []


@pytest.mark.parametrize("path", [path for path in GRIDS if path.stem.rpartition("-")[0] in LIST_BOXES],
                         ids=lambda path: path.stem)
def test_a_row_of_a_list_box_is_one_line(path: Path) -> None:
    inside = [row[1:] for row in lines(path) if row.startswith(" ▌ ")]  # the filter stands one cell further in
    assert len(inside) == ("inget-hittat" not in path.stem)


@pytest.mark.parametrize("size", ["80x22", "120x36"])
def test_a_search_says_what_each_group_is_and_how_many_it_has(size: str) -> None:
    heads = [row.strip(" ▐") for row in lines(FOLDER / f"sok-allt-{size}.txt") if re.fullmatch(r" +\D+  \d+[ ▐]*", row)]
    assert heads[:3] == ["Insatser  1", "Mätningar  10", "Ordlista  4"]


def cards(path: Path) -> Iterator[list[str]]:
    """Yield the columns of the board, each as its lines below the heading."""
    rows = rows_of(path)[3:-2]
    bars = [at for at, sign in enumerate(rows[1]) if sign == "│"]
    for left, right in zip([-1, *bars], bars, strict=False):
        yield [row[left + 1:right].strip(" ▌") for row in rows]


@pytest.mark.parametrize("size", ["80x22", "120x36"])
def test_every_card_in_view_says_its_spread_too(size: str) -> None:
    spread = {option.label for option in fields_by_name("insats")["spread"].options}
    told = 0
    for column in cards(FOLDER / f"kort-{size}.txt"):
        text = "\n".join(line for line in column[1:] if not re.fullmatch(r"\d+ till [▾▴]", line)).strip()
        for card in filter(None, re.split(r"\n\n+", text)):
            assert spread & set(card.split("\n")), card
            told += 1
    assert told >= 6

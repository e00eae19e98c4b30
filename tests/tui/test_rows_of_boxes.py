"""A list box tells each choice on one line, and the marked one whole where its line has no room for it."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from textual.content import Content

from nvplan.tui.screens.boxes.choice_rows import Choice, ChoiceRows
from nvplan.tui.widgets.row_list import OneLine
from nvplan.tui.widgets.side_panel import WIDE, WIDEST, panel_width, third_width
from nvplan.tui.widgets.table_rows import TableRow, numbers

LONG = "Arbetet har börjat, men når ännu inte dem den är till för, och ingen vet när det gör det."
CHOICES = [Choice("Påbörjad", LONG, "", 1, sign="○"), Choice("Inget val", "", "", 2, sign="●")]
HITS = [Choice("Har er kommun ett gällande avtal med regionen om läkarmedverkan?", "Fördjupning", "", 1),
        Choice("Insatser", "22 insatser", "", 2)]


@pytest.mark.parametrize("choices", [CHOICES, HITS], ids=["meningar", "korta"])
@pytest.mark.parametrize("room", [40, 66, 72, 120])
def test_a_row_is_never_wider_than_its_room_and_what_is_cut_is_told_whole(choices: list[Choice], room: int) -> None:
    rows = ChoiceRows(choices, room)
    for choice in choices:
        shown = rows.row(choice).plain
        assert cell_len(shown) <= room
        assert rows.is_cut(choice) is ("…" in shown)
        told = rows.whole(choice)
        assert bool(told) is rows.is_cut(choice)
        assert not told or told.endswith(choice.detail)


def test_what_was_typed_is_bold_and_a_short_detail_stands_at_the_end_of_the_row() -> None:
    row = ChoiceRows(HITS, 72).row(HITS[1], ["insats"])
    assert row.plain.startswith("Insatser ")
    assert row.plain.endswith(" 22 insatser")
    assert any(span.style == "bold" and row.plain[span.start:span.end].lower() == "insats" for span in row.spans)


def test_columns_of_numbers_are_told_from_those_of_words() -> None:
    rows = [TableRow("1", ("Andel", "41,2", "1 500", "31 dec 2027", "1.2")),
            TableRow("2", ("Index", "", "–", "", "1.3"))]
    assert numbers(rows, range(5)) == {1, 2}


@pytest.mark.parametrize("width", [80, WIDE - 1, WIDE, WIDEST - 1, WIDEST, 200])
def test_a_third_part_stands_beside_a_list_that_keeps_room_for_its_titles(width: int) -> None:
    third = third_width(width)
    assert bool(third) is (width >= WIDEST)
    assert width - panel_width(width, third=True) - third >= 70


@pytest.mark.parametrize("width", range(1, 30))
def test_a_row_that_is_known_to_be_one_line_has_the_height_that_any_other_has(width: int) -> None:
    words = Content.assemble("Hur får patienten", (" · en fast", "bold"))
    assert OneLine.of(words).get_height({}, width) == words.get_height({}, width)
    assert OneLine.of(words) == words

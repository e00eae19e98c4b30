"""Rows from the clipboard: as many as were copied, with what stood in each cell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nvplan.services.reading.tabular import place_rows, read_rows, write_rows


@pytest.mark.parametrize(("pasted", "rows"), [
    ('a\t"b\nc"\t\r\nd\te\r\n', [["a", "b\nc", ""], ["d", "e"]]),
    ('a\t"b\rc"\rd\te\r', [["a", "b\nc"], ["d", "e"]]),
    ('a\t"b\rc"\r\rd\te\r\rf\tg\r\r', [["a", "b\nc"], ["d", "e"], ["f", "g"]]),
    ("a\n\nb", [["a"], [""], ["b"]]),
    ("a\rb\r\rc", [["a"], ["b"], [""], ["c"]]),
    ("a\vb\tc\u2028d", [["a\nb", "c\nd"]]),
    ('"Nära vård"\tja', [['"Nära vård"', "ja"]]),
    ('"a"\t"b"\n"c"\t"d"', [["a", "b"], ["c", "d"]]),
    ('"Hon sa ""ja"""\tx', [['Hon sa "ja"', "x"]]),
    ('"Sjukhuset\nVårdcentralen\tKommunen', [['"Sjukhuset'], ["Vårdcentralen", "Kommunen"]]),
    ('en 15" skärm\tx', [['en 15" skärm', "x"]]),
    ("", []), ("\n\t\n", []), ('""', []), ('"' * 7, [['"' * 7]]),
])
def test_a_clipboard_is_read_as_what_was_copied(pasted: str, rows: list[list[str]]) -> None:
    assert read_rows(pasted) == rows


_CELL = st.text(alphabet='ab "\t\n', max_size=6)


@given(st.lists(st.lists(_CELL, min_size=1, max_size=4), max_size=5))
def test_what_is_written_is_read_back_as_the_same_cells(rows: list[list[str]]) -> None:
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    assert read_rows(write_rows(rows)) == rows


@given(st.text(alphabet='ab"\t\r\n\v\u2028 å', max_size=30))
def test_no_letter_is_lost_whatever_is_pasted(pasted: str) -> None:
    read = "".join(cell for row in read_rows(pasted) for cell in row)
    assert [one for one in read if one in "abå"] == [one for one in pasted if one in "abå"]


COLUMNS = [["Var finns mellanrummet?"], ["Vem släpper?"], ["Andel", "andel"]]


def test_headings_are_left_out_and_say_which_column_a_cell_belongs_to() -> None:
    pasted = "andel (%)\tVem släpper\tAnsvarig\tVar finns mellanrummet\n7\tvc\tRSS\tnatt"
    placed = place_rows(read_rows(pasted), COLUMNS)
    assert placed.headed
    assert [(row.number, row.cells) for row in placed.rows] == [(2, {2: "7", 1: "vc", 0: "natt"})]
    assert [(one.heading, one.cells) for one in placed.extra] == [("Ansvarig", ["RSS"])]


def test_a_first_row_of_values_is_no_headings() -> None:
    placed = place_rows(read_rows("natt\tVem släpper?\tx\ty"), COLUMNS)
    assert not placed.headed
    assert placed.rows[0].cells == {0: "natt", 1: "Vem släpper?", 2: "x"}
    assert [(one.heading, one.number, one.cells) for one in placed.extra] == [("", 4, ["y"])]


def test_empty_columns_to_the_right_are_no_extra_columns() -> None:
    assert place_rows(read_rows("a\tb\tc\t\t\r\n"), COLUMNS).extra == []


def test_a_heading_that_stands_twice_does_not_write_over() -> None:
    placed = place_rows(read_rows("Andel\tAndel\tVem släpper?\n7\t8\tvc"), COLUMNS)
    assert placed.rows[0].cells == {2: "7", 1: "vc"}
    assert [one.cells for one in placed.extra] == [["8"]]

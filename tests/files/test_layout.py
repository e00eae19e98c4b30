"""How a document is laid out on pages: tables that stay whole, and columns with room for their words."""

from __future__ import annotations

import re
from io import BytesIO

import docx
import pytest

from nvplan.files.write.bound import MARK, bound, bound_in_cell
from nvplan.files.write.characters import shorten
from nvplan.files.write.columns import AROUND, LEAST_SHARE, column_shares, hyphenated
from nvplan.files.write.layout import SHORT_TABLE_ROWS, stays_whole
from nvplan.files.write.registry import render
from nvplan.model.document import Fact, Table, TableColumn

from .samples import LONG_WORD, cell, document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def table(*rows: tuple[str, ...], kinds: tuple[str, ...] = (), weights: tuple[int, ...] = ()) -> Table:
    count = len(rows[0])
    return Table(caption="Fält 4.2–4.4", rows=tuple(tuple(map(cell, row)) for row in rows[1:]), columns=tuple(
        TableColumn(title=title, kind=kind, weight=weight)  # type: ignore[arg-type]
        for title, kind, weight in zip(rows[0], kinds or ("text",) * count, weights or (1,) * count, strict=True)))


def test_the_weights_hold_where_every_word_has_room() -> None:
    assert column_shares(table(("a", "b"), ("c", "d"), weights=(1, 3))) == pytest.approx([0.25, 0.75])
    assert hyphenated(table(("a", "b"), ("c", "d"))) == [False, False]


def test_a_column_has_room_for_its_longest_word_and_for_a_whole_date() -> None:
    narrow = table(("Senast", "Vad"), ("20 september 2027", "en lång text " * 20), kinds=("date", "text"),
                   weights=(1, 12))
    assert column_shares(narrow)[0] * 86 >= len("20 september 2027")
    words = table(("Roll", "Vad"), ("förvaltningschef", "text"), weights=(1, 12))
    assert column_shares(words)[0] * 86 >= len("förvaltningschef")


def test_no_line_is_broken_where_every_line_has_room() -> None:
    lines = table(("Aktör", "Termin", "År"), ("Region Kronoberg", "Föregående vårtermin, genomfört", "2026"),
                  weights=(1, 1, 12))
    assert [share * 54 >= len(text) / 2 for share, text in zip(column_shares(lines), (
        "Region Kronoberg", "Föregående vårtermin, genomfört", "2026"), strict=True)] == [True] * 3


def test_a_column_with_little_in_it_leaves_its_room_to_one_with_much() -> None:
    little = table(("Urval", "Källa"), *[("–", "lång text " * 20)] * 3, weights=(4, 4))
    assert column_shares(little)[0] == pytest.approx(LEAST_SHARE / 2)
    to_write = table(("Urval", "Källa"), *[("", "lång text " * 20)] * 3, weights=(4, 4))
    assert column_shares(to_write) == pytest.approx([0.5, 0.5]), "nothing in it yet: it is to be written in"


def test_a_column_s_title_has_at_most_three_lines_where_there_is_room() -> None:
    titled = table(("Grupp", "Andel av dessa som valt själva", "Övrigt"), ("Alla", "19,5 %", "lång text " * 20),
                   weights=(1, 1, 12))
    room = column_shares(titled)[1] * 54 - AROUND
    assert room >= len("valt själva") / 2, "Andel av / dessa som / valt själva"
    assert hyphenated(titled) == [False] * 3


@pytest.mark.parametrize(("text", "pieces"), [
    ("senast 31 december 2027", ["31 december"]), ("1 april 2025–31 mars 2027", ["1 april", "31 mars"]),
    ("3 900 000 kronor, EX 2026/52", ["3 900 000", "EX 2026/52"]), ("år 2026 av 12 000", ["2026 av 12 000"]),
    ("8–20 och 10–12", ["8–20", "10–12"]), ("minst 24 månader i 5 av 8", ["24 månader", "5 av 8"]),
    ("chef för e-hälsa, ST-läkare", ["e-hälsa", "ST-läkare"]), ("en specialistsjuksköterska", []),
    ("Hälso- och sjukvård", ["Hälso- och"])])
def test_what_belongs_together_is_bound(text: str, pieces: list[str]) -> None:
    assert re.findall(f"{MARK}([^{MARK}]+){MARK}", bound_in_cell(text)) == pieces
    assert bound_in_cell(text).replace(MARK, "") == text


def test_in_word_a_cell_has_hard_spaces_in_what_is_bound_and_a_row_that_comes_back_has_not() -> None:
    rows = table(("A", "B"), ("rad", "senast 31 december 2027"))
    for keys, told in ((), "senast 31\u00a0december 2027"), (("k",), "senast 31 december 2027"):
        opened = docx.Document(BytesIO(render(document(rows.model_copy(update={"row_keys": keys})), "docx")))
        assert opened.tables[0].cell(1, 1).text == told


def test_no_line_begins_with_the_dash_between_two_things() -> None:
    assert bound("1 juli 2024 – 30 juni 2026").replace(MARK, "") == "1 juli 2024\u00a0– 30 juni 2026"


def test_of_columns_without_room_only_those_with_the_longest_words_are_hyphenated() -> None:
    crowded = table(("a", "b", "c", "d", "e", "f"), ("kommunsammansättningarnas",) * 4 + ("kort", "kort"))
    assert hyphenated(crowded) == [True] * 4 + [False] * 2
    assert not any(hyphenated(table(("a", "b", "c"), ("överenskommelserna",) * 3)))


@pytest.mark.parametrize("count", [1, 2, 6, 7, 12, 30])
def test_the_columns_fill_the_table_whatever_is_in_them(count: int) -> None:
    crowded = table(*[("överenskommelse",) * count] * 3, (LONG_WORD,) * count)
    shares = column_shares(crowded)
    assert sum(shares) == pytest.approx(1)
    assert min(shares) >= LEAST_SHARE / count * 0.99
    assert all(hyphenated(crowded))


def test_a_short_table_stays_whole_and_a_long_one_may_be_split() -> None:
    assert stays_whole(table(*[("a", "b")] * (SHORT_TABLE_ROWS + 1)))
    assert not stays_whole(table(*[("a", "b")] * (SHORT_TABLE_ROWS + 2)))
    assert not stays_whole(table(("a", "b"), ("lång text " * 200, "b")))


def test_a_table_to_sign_is_kept_together_in_word() -> None:
    rows = (("Fält", "Uppgift"), ("4.2 Datum", ""), ("4.3 Underskrift", "\n\n"), ("4.4 Namnförtydligande", ""))
    opened = docx.Document(BytesIO(render(document(table(*rows)), "docx")))
    kept = [all(paragraph.find(f"{W}pPr/{W}keepNext") is not None for paragraph in row._tr.iter(f"{W}p"))
            for row in opened.tables[0].rows[1:]]
    assert kept == [True, True, False]
    assert all(row._tr.find(f"{W}trPr/{W}cantSplit") is not None for row in opened.tables[0].rows)


def test_a_long_title_gives_the_example_a_line_of_its_own_in_word_s_running_header() -> None:
    def header(title: str) -> tuple[int, int]:
        made = document(title=title, example=True, meta=(Fact(label="Län", value="Kronobergs län"),))
        element = docx.Document(BytesIO(render(made, "docx"))).sections[0].header._element
        return len(list(element.iter(f"{W}br"))), len([tab for tab in element.iter(f"{W}tab") if not tab.attrib])

    assert header("Protokoll") == (0, 1)
    assert header("Handlingsplan för patientkontrakt (dokumenterad överenskommelse) i hela länet") == (1, 0)


def test_a_very_long_title_is_shortened_in_the_running_header_and_nowhere_else() -> None:
    assert shorten("kort", 10) == "kort"
    assert shorten("lite längre", 6) == "lite…"
    made = docx.Document(BytesIO(render(document(title=LONG_WORD), "docx")))
    assert len(made.sections[0].header.paragraphs[0].text) <= 180
    assert made.paragraphs[0].text == LONG_WORD


def test_a_title_of_several_words_has_no_word_a_line() -> None:
    titled = table(("Grupp", "Andel av dessa som valt själva", "Övrigt"), ("Alla", "19,5 %", "lång text " * 20),
                   weights=(4, 1, 12))
    assert column_shares(titled)[1] * 54 >= len("Andel av dessa som valt själva") / 2 / 3

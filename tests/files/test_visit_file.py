"""A file with visits as systems save it: every line is a row, whatever stands in it and however it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvplan.files.read.visit_file import open_visits
from nvplan.model.errors import InputError
from nvplan.services.figures.outcome import Row

TEXT = "Patient;Läkare;Datum\nP1;Åsa;2025-01-01\nP2;Örjan;2025-01-02\n"
READ = (["Patient", "Läkare", "Datum"], [(2, ["P1", "Åsa", "2025-01-01"]), (3, ["P2", "Örjan", "2025-01-02"])])


def read(path: Path, content: bytes, separator: str = "", encoding: str = "") -> tuple[list[str], list[Row]]:
    path.write_bytes(content)
    with open_visits(path, separator, encoding) as table:
        return table.header, list(table)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "latin-1", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(tmp_path: Path, encoding: str, end: str) -> None:
    assert read(tmp_path / "b.csv", TEXT.replace("\n", end).encode(encoding)) == READ


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_separators(tmp_path: Path, separator: str) -> None:
    assert read(tmp_path / "b.csv", TEXT.replace(";", separator).encode()) == READ


def test_what_comes_first_in_a_spreadsheet_programs_file(tmp_path: Path) -> None:
    header, rows = read(tmp_path / "b.csv", b"\n\nsep=,\nPatient,a;b\nx,1\n")
    assert (header, rows) == (["Patient", "a;b"], [(5, ["x", "1"])])


def test_letters_that_come_late_decide_the_encoding_of_the_whole_file(tmp_path: Path) -> None:
    rows = "P;A\n" * 400_000
    header, read_rows = read(tmp_path / "b.csv", f"Patient;Läkare\n{rows}P;Å\n".encode("cp1252"))
    assert header == ["Patient", "Läkare"]
    assert read_rows[-1] == (400_002, ["P", "Å"])


def test_a_quotation_mark_costs_its_own_row_alone(tmp_path: Path) -> None:
    _, rows = read(tmp_path / "b.csv", (
        'a;b\n"x;1\ny;2\n"z;å";3\n"p""q";4\nDr "K";5\n"a"b;6\n\n  \nslut;7').encode())
    assert rows == [(2, "quote_open"), (3, ["y", "2"]), (4, ["z;å", "3"]), (5, ['p"q', "4"]), (6, ['Dr "K"', "5"]),
                    (7, "quote_open"), (8, "row_empty"), (9, "row_empty"), (10, ["slut", "7"])]


def test_a_line_that_is_too_long_costs_its_own_row_alone(tmp_path: Path) -> None:
    long = "x" * 3_000_000
    _, rows = read(tmp_path / "b.csv", f'a;b\n{long};1\n"{long};2\n{"y" * 32_000};3\nslut;4\n'.encode())
    assert [(number, row if isinstance(row, str) else row[1]) for number, row in rows] == [
        (2, "line_too_long"), (3, "line_too_long"), (4, "3"), (5, "4")]


@pytest.mark.parametrize(("content", "told"), [
    (b"", "tom"), (b"\n \n", "tom"), (b"bara en rubrik\nx\n", "rubriker"), (b"PK\x03\x04 a;b", "ingen textfil"),
    (b"a;b\0c\n", "ingen textfil"), (b'"a;b\n1;2\n', "ingen textfil")])
def test_what_is_no_table_is_said_in_a_sentence(tmp_path: Path, content: bytes, told: str) -> None:
    with pytest.raises(InputError, match=told):
        read(tmp_path / "b.csv", content)


def test_what_is_no_file_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="mapp"), open_visits(tmp_path):
        pass
    with pytest.raises(InputError, match="finns inte"), open_visits(tmp_path / "borta.csv"):
        pass
    with pytest.raises(InputError, match="Teckenkodningen"):
        read(tmp_path / "b.csv", b"a;b\n", encoding="svenska")


def test_undecodable_letters_in_a_chosen_encoding_stop_nothing(tmp_path: Path) -> None:
    header, rows = read(tmp_path / "b.csv", "a;b\nÅ;1\n".encode("cp1252"), encoding="utf-8")
    assert (header, rows) == (["a", "b"], [(2, ["\ufffd", "1"])])

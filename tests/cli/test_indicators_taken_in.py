"""Values are read from a table, csv or spreadsheet: shown first, all accounted for, and never written over."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.cli.runner import nvplan

ROWS = [["Indikator", "Värde", "Enhet", "Datum", "Källa"],
        ["IND-06", "700", "Antal", "2018-12-31", "Vårddatalagret"],
        ["IND-06", "640,5", "Antal", "2023", "Vårddatalagret"],
        ["IND-01", "inget", "Procent", "2018-12-31", ""]]


def write(path: Path, rows: list[list[str]], form: str = "csv") -> str:
    if form == "xlsx":
        book = openpyxl.Workbook()
        for row in rows:
            numbers = [cell.replace(",", ".") for cell in row]
            book.worksheets[0].append([float(number) if number.replace(".", "").isdigit() and number != "2023" else cell
                                       for number, cell in zip(numbers, row, strict=True)])
        book.save(path)
    else:
        path.write_text("\n".join(";".join(row) for row in rows) + "\n", encoding="cp1252")
    return str(path)


@pytest.fixture
def plan(tmp_path: Path) -> str:
    """An empty plan."""
    path = str(tmp_path / "a.nvplan")
    nvplan("ny", path, "--lan", "07")
    return path


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_values_are_shown_first_then_taken_in_and_not_twice(tmp_path: Path, plan: str, form: str) -> None:
    table = write(tmp_path / f"varden.{form}", ROWS, form)
    seen = nvplan("indikatorer", plan, "--fran", table, "--forhandsvisa", "--json")
    assert (seen.code, seen.json["saved"], len(seen.json["new"]), len(seen.json["refused"])) == (0, False, 2, 1)
    assert nvplan("objekt", plan, "matning", "lista", "--json").json == []
    taken = nvplan("indikatorer", plan, "--fran", table)
    assert (taken.code, "Sparat: 2 värden." in taken.out, "inget" in taken.out) == (3, True, True)
    assert "Årtal står som årets sista dag." in taken.out
    values = {one["date"]: one["value"] for one in nvplan("indikatorer", plan, "--json").json[0]["values"]}
    assert values == {"2018-12-31": 700, "2023-12-31": 640.5}
    again = nvplan("indikatorer", plan, "--fran", table, "--json")
    assert (again.json["new"], again.json["existing"], len(again.json["refused"])) == ([], 2, 1)
    assert len(nvplan("objekt", plan, "matning", "lista", "--json").json) == 2


def test_nothing_new_is_said_only_when_it_is_true(tmp_path: Path, plan: str) -> None:
    table = write(tmp_path / "b.csv", ROWS[:3])
    assert nvplan("indikatorer", plan, "--fran", table).code == 0
    printed = nvplan("indikatorer", plan, "--fran", table)
    assert (printed.code, printed.out.startswith("Inget nytt.\nFinns redan: 2 värden.")) == (0, True)
    bad = nvplan("indikatorer", plan, "--fran", write(tmp_path / "c.csv", [ROWS[0], ROWS[3]]))
    assert (bad.code, "Inget nytt" in bad.out, "Inget är fört in." in bad.out) == (1, False, True)


def test_another_number_for_the_same_day_is_added_beside(tmp_path: Path, plan: str) -> None:
    nvplan("indikatorer", plan, "--fran", write(tmp_path / "b.csv", ROWS[:2]))
    changed = [ROWS[0], [*ROWS[1][:1], "701", *ROWS[1][2:]]]
    nvplan("indikatorer", plan, "--fran", write(tmp_path / "c.csv", changed))
    assert sorted(one["value"] for one in nvplan("objekt", plan, "matning", "lista", "--json").json) == [700, 701]


def test_what_is_no_table_is_said_in_a_sentence(tmp_path: Path, plan: str) -> None:
    (tmp_path / "tom.csv").write_bytes(b"")
    for name, told in (("borta.csv", "finns inte"), ("tom.csv", "tom"), (".", "mapp")):
        printed = nvplan("indikatorer", plan, "--fran", str(tmp_path / name))
        assert (printed.code, printed.out) == (1, "")
        assert told in printed.err
    assert nvplan("indikatorer", plan, "--forhandsvisa").code == 2

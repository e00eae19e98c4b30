"""`nvplan index`: the figures, the words beside them, bad input, and the way into a plan."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.runner import nvplan
from tests.services.figures.visits import HEADER, in_a_row

UNIT = ("AAAA", "AABC", "ABCD", "AABB", "AAB", "AB", "A")


def write(path: Path, rows: list[list[str]], header: list[str] | None = None) -> str:
    """Write a file with visits and return its path."""
    lines = [header or HEADER, *rows]
    path.write_text("\n".join(";".join(line) for line in lines) + "\n", encoding="utf-8")
    return str(path)


@pytest.fixture
def unit(tmp_path: Path) -> str:
    """The worked example's unit, with professions and named doctors."""
    rows = [[*row, "läkare", "A"] for row in in_a_row(*UNIT)]
    return write(tmp_path / "besok.csv", rows, [*HEADER, "yrke", "fast läkare"])


@pytest.fixture
def plan(tmp_path: Path) -> str:
    """A plan with a goal for the index to doctors and one for a share."""
    path = str(tmp_path / "a.nvplan")
    assert nvplan("ny", path, "--lan", "07").code == 0
    for goal in ({"title": "Högre index", "measure": "coc_lakare"}, {"title": "Andel", "measure": "andel_lakarkontakt"},
                 {"title": "Alla", "measure": "coc_alla"}):
        assert nvplan("objekt", path, "mal", "satt", stdin=json.dumps(goal)).code == 0
    return path


def test_json_has_the_form_that_is_promised(unit: str) -> None:
    printed = nvplan("index", unit, "--json")
    told: dict[str, Any] = printed.json
    assert (printed.code, printed.err) == (0, "")
    assert {"rule", "patients", "excluded", "measures", "groups"} <= set(told)
    assert (told["patients"], told["excluded"]) == (5, {"too_few_visits": 2})
    assert told["measures"] == {"coc": 0.366666666667, "upc": 0.583333333333, "secon": 0.5,
                                "named": pytest.approx(13 / 22)}
    assert [set(one) for one in told["groups"]] == [
        {"by", "name", "n", "coc", "upc", "secon", "named"}] * len(told["groups"])
    assert {key: told["rule"][key] for key in ("end", "start", "months", "least_visits", "own_unit", "once_a_day")} == {
        "end": "2025-01-22", "start": "2023-07-23", "months": 18, "least_visits": 3, "own_unit": False,
        "once_a_day": True}


def test_words_say_the_rule_what_was_left_out_and_what_it_would_take(unit: str) -> None:
    printed = nvplan("index", unit)
    assert printed.code == 0
    for told in ("minst 3 besök", "23 juli 2023 till 22 januari 2025", "Filen saknar kolumn för: egen enhet",
                 "hela filen  5          0,37", "patienter med färre än 3 besök  2", "Vad som krävs",
                 "slumpen avgör vilka besök", "Filens första besök är 1 januari 2025"):
        assert told in printed.out
    assert "nan" not in printed.out.lower().split()


def test_every_part_of_the_rule_can_be_changed(unit: str) -> None:
    rule = nvplan("index", unit, "--json", "--minst", "2", "--manader", "1", "--till-datum", "20 januari 2025",
                  "--varje-besok", "--alla-enheter", "--minsta-grupp", "3", "--yrke", "LÄKARE", "--per", "period").json
    assert rule["rule"] | {"text": []} == {
        "start": "2024-12-21", "end": "2025-01-20", "months": 1, "least_visits": 2, "own_unit": False,
        "once_a_day": False, "professions": ["LÄKARE"], "types": [], "smallest_group": 3,
        "left_out": rule["rule"]["left_out"], "text": []}
    assert rule["excluded"]["after_window"] == 4


@pytest.mark.parametrize(("arguments", "told"), [
    (["--minst", "1"], "från 2 till"), (["--minst", "tre"], "heltal"), (["--manader", "0"], "från 1 till 120"),
    (["--manader", "-3"], "heltal"), (["--minsta-grupp", "1"], "från 3"), (["--till-datum", "2025-01"], "en dag"),
    (["--till-datum", "2199-01-01"], "framtiden"), (["--till-datum", "2020-01-01"], "Inget besök ligger"),
    (["--till-datum", "igår"], "igår"), (["--per", "kommun"], "kommun"), (["--kolumn", "patient"], "FÄLT=RUBRIK"),
    (["--kolumn", "patient=Namn"], "Namn"), (["--avskiljare", ":"], "--avskiljare"), (["--typ", "x"], "ingen kolumn"),
    (["--yrke", "tandläkare"], "tandläkare"), (["--kolumn", "datum="], "Kolumnen för datum"),
    (["--teckenkodning", "svenska"], "svenska")])
def test_what_cannot_be_asked_for_is_said_in_a_sentence(unit: str, arguments: list[str], told: str) -> None:
    printed = nvplan("index", unit, *arguments)
    assert (printed.code, printed.out) == (1, "")
    assert told in printed.err
    assert "Traceback" not in printed.err


def test_a_personnummer_stops_it_and_is_not_printed(tmp_path: Path) -> None:
    path = write(tmp_path / "b.csv", [*in_a_row("AAA"), ["19121212-1212", "A", "2025-01-01"]])
    printed = nvplan("index", path, "--json")
    assert (printed.code, printed.out) == (1, "")
    assert "Rad 5" in printed.err
    assert "1212" not in printed.err


def test_a_file_without_headings_prints_nothing_of_its_first_patient(tmp_path: Path) -> None:
    path = write(tmp_path / "b.csv", in_a_row("AAA"), ["hemlig", "doktor", "2025-01-01"])
    printed = nvplan("index", path)
    assert printed.code == 1
    assert "hemlig" not in printed.err + printed.out
    assert "Ange kolumnen som patient=RUBRIK" in printed.err


def test_a_first_row_that_is_a_visit_is_not_taken_for_headings(tmp_path: Path) -> None:
    path = write(tmp_path / "b.csv", in_a_row("AAA"), ["P0", "A", "2025-01-01"])
    said = ["--kolumn", "patient=1", "--kolumn", "vardgivare=2", "--kolumn", "datum=3"]
    printed = nvplan("index", path, *said)
    assert (printed.code, "rad med rubriker" in printed.err) == (1, True)


def test_columns_are_said_once_and_remembered_for_the_same_headings(tmp_path: Path) -> None:
    path = write(tmp_path / "b.csv", in_a_row(*UNIT), ["Nyckel", "Vem", "När"])
    said = ["--kolumn", "patient=Nyckel", "--kolumn", "vardgivare=2", "--kolumn", "datum=när"]
    assert nvplan("index", path).code == 1
    first = nvplan("index", path, *said)
    assert (first.code, "Kolumnerna är sparade" in first.out) == (0, True)
    assert nvplan("index", path, "--json").json["measures"]["coc"] == 0.366666666667
    other = write(tmp_path / "c.csv", in_a_row(*UNIT), ["Nyckel", "Vem", "Dag"])
    assert nvplan("index", other).code == 1
    kept = (tmp_path / "hem" / "installningar.json").read_text(encoding="utf-8")
    assert "Nyckel" not in kept


def test_the_value_is_added_to_a_goal(unit: str, plan: str) -> None:
    printed = nvplan("index", unit, "--till", plan, "mal-1", "--json")
    assert (printed.code, printed.json["measurement"]) == (0, "matning-1")
    found = nvplan("objekt", plan, "matning", "lista", "matning-1", "--json").json
    kept = found[0] if isinstance(found, list) else found
    assert {key: kept[key] for key in ("goal", "measure", "unit", "count", "least_visits", "period_start", "date")} == {
        "goal": "mal-1", "measure": "coc_lakare", "unit": "index", "count": 5, "least_visits": 3,
        "period_start": "2023-07-23", "date": "2025-01-22"}
    assert str(kept["value"]) == "0.3667"
    assert "minst 3 besök" in kept["inclusion"]
    assert nvplan("angra", plan).code == 0


@pytest.mark.parametrize(("arguments", "goal", "told"), [
    ([], "mal-9", "finns inte"), ([], "mal-2", "inte med ett kontinuitetsindex"),
    (["--yrke", "läkare"], "mal-3", "alla kontakter"), (["--minst", "4"], "mal-1", "För få patienter")])
def test_a_value_that_is_not_the_goals_is_not_added(unit: str, plan: str, arguments: list[str], goal: str,
                                                    told: str) -> None:
    printed = nvplan("index", unit, *arguments, "--till", plan, goal)
    assert (printed.code, printed.out) == (1, "")
    assert told in printed.err
    assert nvplan("objekt", plan, "matning", "lista", "--json").json == []


def test_an_index_to_doctors_is_of_visits_to_doctors(tmp_path: Path, plan: str) -> None:
    mixed = [[*row, "läkare" if row[1] == "A" else "sköterska"] for row in in_a_row(*["AAAB"] * 6)]
    path = write(tmp_path / "b.csv", mixed, [*HEADER, "yrke"])
    assert "--yrke" in nvplan("index", path, "--till", plan, "mal-1").err
    assert nvplan("index", path, "--yrke", "läkare", "--till", plan, "mal-1").code == 0
    bare = write(tmp_path / "c.csv", in_a_row(*UNIT))
    assert "--bara-lakare" in nvplan("index", bare, "--till", plan, "mal-1").err
    assert nvplan("index", bare, "--bara-lakare", "--till", plan, "mal-1").code == 0
    assert nvplan("index", bare, "--till", plan, "mal-3").code == 0


@pytest.mark.parametrize("name", ["/dev/full", "/dev/zero", "/proc/self/mem", "~ingen-sadan/x", "x" * 300, "", "a\nb"])
def test_what_is_no_file_of_ours_is_said_at_once(plan: str, name: str) -> None:
    """A device gives bytes for ever."""
    for arguments in (["index", name], ["indikatorer", plan, "--fran", name]):
        printed = nvplan(*arguments)
        assert (printed.code, printed.out, bool(printed.err.strip())) == (1, "", True)
        assert "Något gick fel i programmet" not in printed.err

"""Rows from spreadsheets, pasted into the answer to a table: as many as were copied, each cell as it stood."""

from __future__ import annotations

from nvplan.catalog.questions import all_questions
from nvplan.model.kinds.table import MOST_ROWS
from nvplan.model.values import Row, check_value
from nvplan.services.reading.pasted_rows import PastedRows, joined, read_pasted

#: As Excel puts it on the clipboard: a cell with a line break stands within quotation marks, a row ends with CR LF.
FORUM = ('Politisk styrgrupp\t"Ordförande i nämnderna\nSocialchefer"\tBeslutar om målbilden\tVarje kvartal\tRegionen'
         "\tKommunförbundet\t\r\nLänsgemensam ledning\tSocial- och omsorgschefer\tBereder\tVarje månad\tRegionen\tRSS"
         "\t\r\n")
GAPS = ('Utskrivning\t"Sjukhuset\nVårdcentralen"\tKommunen\tDröjsmål\t\r\n'
        "Hemsjukvård natt\tRegionen\tKommunen\tAmbulans\t\r\n")
HEADED = ("Var finns mellanrummet?\tVem släpper?\tVem borde ta vid?\tVad händer för personen?\tAnsvarig\r\n"
          "Utskrivning\tSjukhuset\tKommunen\tDröjsmål\tRSS\r\n")
FIGURES = ("Invånare i länet\t247\u00a0175\t2024\tSCB\r\nAndel 80+\t7,2 %\t2024\tSCB\r\n"
           "Invånare 20–66 år\t131.250\t2024\tSCB\r\n")


def read(question: str, pasted: str) -> PastedRows:
    found = read_pasted(all_questions()[question], pasted)
    assert check_value(all_questions()[question], found.rows or None) == (found.rows or None)
    return found


def test_a_line_break_within_a_cell_makes_no_row() -> None:
    found = read("1.4.forum", FORUM)
    assert [row["forum"] for row in found.rows] == ["Politisk styrgrupp", "Länsgemensam ledning"]
    assert found.rows[0]["roller"] == "Ordförande i nämnderna\nSocialchefer"
    assert found.rows[1]["sekretariat"] == "RSS"
    assert (found.faults, found.notes, found.refused) == ([], [], 0)


def test_two_rows_are_two_rows_and_the_empty_column_to_the_right_is_none() -> None:
    found = read("1.2.mellanrum", GAPS)
    assert [list(row.values()) for row in found.rows] == [
        ["Utskrivning", "Sjukhuset\nVårdcentralen", "Kommunen", "Dröjsmål"],
        ["Hemsjukvård natt", "Regionen", "Kommunen", "Ambulans"]]
    assert found.faults == []


def test_headings_are_no_row_and_a_column_too_many_is_told() -> None:
    found = read("1.2.mellanrum", HEADED)
    assert [list(row.values()) for row in found.rows] == [["Utskrivning", "Sjukhuset", "Kommunen", "Dröjsmål"]]
    assert found.faults == ["Kolumnen ”Ansvarig” finns inte här och är inte med: ”RSS”."]
    assert found.notes == ["Rubrikraden är utelämnad."]


def test_a_number_that_can_be_read_in_two_ways_stops_its_own_row_only() -> None:
    found = read("1.2.nyckeltal", FIGURES)
    assert found.rows == [{"matt": "Invånare i länet", "varde": "247175", "ar": "2024", "kalla": "SCB"},
                          {"matt": "Andel 80+", "varde": "7.2", "ar": "2024", "kalla": "SCB"}]
    assert found.refused == 1
    assert len(found.faults) == 1
    assert found.faults[0].startswith("Rad 3 (”Invånare 20–66 år”), Värde: ”131.250” kan läsas på två sätt.")
    assert found.notes == ["”7,2 %” är sparat som 7,2, för kolumnen ”Värde” har ingen enhet."]


def test_a_unit_is_read_where_it_is_the_columns_own_and_refused_where_it_is_another() -> None:
    found = read("2.8.lage", "Egen regi\t12\u00a0400 personer\t31,5 heltider\nPrivat regi\t20 procent\t3")
    assert found.rows == [{"regi": "Egen regi", "listade": "12400", "specialister": "31.5"}]
    assert "20 procent" in found.faults[0]
    assert read("2.3.andel-lakarkontakt", "Alla listade\t62,5 %\t40 procent").rows == [
        {"grupp": "Alla listade", "andel": "62.5", "aktivt_val": "40"}]


def test_a_pasted_row_fills_the_row_that_holds_its_heading_alone() -> None:
    question = all_questions()["1.2.nyckeltal"]
    standing: list[Row] = [{"matt": "Invånare i länet"}, {"matt": "Andel 80+", "varde": "7"}]
    rows = joined(question, standing, read("1.2.nyckeltal", FIGURES).rows)
    assert rows == [{"matt": "Invånare i länet", "varde": "247175", "ar": "2024", "kalla": "SCB"},
                    {"matt": "Andel 80+", "varde": "7"},
                    {"matt": "Andel 80+", "varde": "7.2", "ar": "2024", "kalla": "SCB"}]
    assert standing[0] == {"matt": "Invånare i länet"}


def test_more_rows_than_there_is_room_for_are_told_and_the_first_are_kept() -> None:
    found = read("1.2.mellanrum", "\n".join(f"nr {number}" for number in range(MOST_ROWS + 3)))
    assert len(found.rows) == MOST_ROWS
    assert found.rows[-1] == {"mellanrum": f"nr {MOST_ROWS - 1}"}
    assert found.faults == ["Tabellen rymmer högst 500 rader. 3 av de inklistrade får inte plats."]


def test_only_headings_are_nothing() -> None:
    found = read("1.2.mellanrum", HEADED.split("\r\n")[0])
    assert (found.rows, found.notes) == ([], ["Det inklistrade är bara rubriker."])


def test_a_dash_alone_is_an_empty_cell_and_that_is_told() -> None:
    found = read("1.2.nyckeltal", "Invånare i länet\t247175\t–\t-\nAndel 80+\t7,2\t2024\tSCB\n")
    assert found.rows == [{"matt": "Invånare i länet", "varde": "247175"},
                          {"matt": "Andel 80+", "varde": "7.2", "ar": "2024", "kalla": "SCB"}]
    assert (found.faults, found.notes) == ([], ["Ett streck ensamt i en cell är läst som att cellen är tom."])

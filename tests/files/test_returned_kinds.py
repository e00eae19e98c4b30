"""What people do to a list before they send it back, kind by kind: each with what is right for it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

from nvplan.files.ports import READER
from nvplan.services.exchange.importing import Imported, import_file
from nvplan.services.writing.commands import SetObject
from nvplan.services.writing.returned.form import Choices
from nvplan.services.writing.session import PlanSession
from tests.cli.runner import nvplan

from .returning import KOMMUN, cell, fill_in, filled_plan, left, numbers, opened, sheet_with, take_in, written

SIP = "insats-sip"


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    session = filled_plan(tmp_path)
    session.do(SetObject("insats", "fast", {"title": "Fast läkarkontakt", "state": "pagaende", "actor": KOMMUN,
                                            "resources": "Två tjänster", "reached": 3, "reach_of": 12}))
    session.do(SetObject("insats", "team", {"title": "Mobilt team", "state": "planerad", "actor": KOMMUN,
                                            "resources": "Ett team", "output": "Tio besök"}))
    return session


@pytest.fixture
def path(session: PlanSession, tmp_path: Path) -> Path:
    return written(session, tmp_path / "ut", "insatser", "xlsx")


class Sheet:
    """The list's sheet, to be written in."""

    def __init__(self, path: Path) -> None:
        self.path, self.book = path, opened(path)
        self.sheet: Any = sheet_with(self.book, SIP)

    def cell(self, key: str, title: str) -> Any:
        return cell(self.sheet, key, title)

    def column(self, title: str) -> int:
        return int(self.cell(SIP, title).column)

    @property
    def header(self) -> int:
        return next(int(row[0].row) for row in self.sheet.iter_rows(max_row=10)
                    if any(one.value == "Nyckel" for one in row))

    def row(self, key: str) -> int:
        return int(self.cell(key, "Rubrik").row)

    def take_in(self, session: PlanSession, choices: Choices | None = None) -> Imported:
        self.book.save(self.path)
        session.watch()
        preview = import_file(session, self.path, preview=True, choices=choices, reader=READER)
        found = import_file(session, self.path, preview=False, choices=choices, reader=READER)
        assert numbers(preview) == numbers(found)
        return found


def effort(session: PlanSession, identity: str = "sip") -> dict[str, Any]:
    return session.state.objects["insats"][identity].model_dump()


# -- keys and rows -------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("heading", ["nyckel", " NYCKEL ", "Radnummer", None])
def test_a_key_column_under_another_heading_is_known_by_its_keys(session: PlanSession, path: Path, heading: str | None
                                                                ) -> None:
    form = Sheet(path)
    form.cell(SIP, "Resurser").value = "En halvtid"
    form.sheet.cell(form.header, form.column("Nyckel")).value = heading
    assert numbers(form.take_in(session)) == (1, 0, 0)
    assert effort(session)["resources"] == "En halvtid"


def test_sorting_all_but_the_hidden_keys_mixes_nothing_up(session: PlanSession, path: Path) -> None:
    form = Sheet(path)
    first, second = form.row(SIP), form.row("insats-fast")
    for column in range(1, form.column("Nyckel")):
        one, other = form.sheet.cell(first, column), form.sheet.cell(second, column)
        one.value, other.value = other.value, one.value
    before = [effort(session, one) for one in ("sip", "fast")]
    found = form.take_in(session)
    assert not found.account.taken
    assert all("Är bara en del av raden sorterad" in reason for _, reason in left(found))
    assert [effort(session, one) for one in ("sip", "fast")] == before


def test_a_row_dragged_down_gets_a_key_of_its_own_and_can_be_taken_in_as_new(session: PlanSession, path: Path) -> None:
    form = Sheet(path)
    row = form.sheet.max_row + 1
    for title, value in (("Rubrik", "En helt ny"), ("Resurser", "Fyra"), ("Nyckel", "insats-sip2")):
        form.sheet.cell(row, form.column(title)).value = value
    found = form.take_in(session)
    assert numbers(found) == (0, 2, 0)
    assert "Nyckeln insats-sip2 hör inte till dokumentet" in left(found)[0][1]
    assert numbers(form.take_in(session, Choices(new_rows=frozenset({row})))) == (2, 0, 0)
    assert [one.model_dump()["resources"] for one in session.state.objects["insats"].values()].count("Fyra") == 1


def test_two_rows_with_the_same_key_and_title_that_differ_are_both_listed(session: PlanSession, path: Path) -> None:
    form = Sheet(path)
    row = form.sheet.max_row + 1
    for column in range(1, form.column("Nyckel") + 1):
        form.sheet.cell(row, column).value = form.sheet.cell(form.row(SIP), column).value
    form.sheet.cell(row, form.column("Resurser")).value = "I kopian"
    form.cell(SIP, "Resurser").value = "I originalet"
    found = form.take_in(session)
    assert [text for text, _ in left(found)] == ["I originalet", "I kopian"]
    assert effort(session)["resources"] == ""


def test_two_sheets_that_say_different_things_are_both_listed(session: PlanSession, path: Path) -> None:
    form = Sheet(path)
    form.cell(SIP, "Resurser").value = "Ett"
    copy = form.book.copy_worksheet(form.sheet)
    cell(copy, SIP, "Resurser").value = "Två"
    cell(copy, SIP, "Syfte").value = "Bara i kopian"
    found = form.take_in(session)
    reason = "Två celler säger olika om samma sak."
    assert left(found) == [("Ett", reason), ("Två", reason)]
    assert effort(session)["purpose"] == "Bara i kopian"


def test_rows_and_columns_that_are_gone_take_nothing_away_and_are_told(session: PlanSession, path: Path) -> None:
    form = Sheet(path)
    form.sheet.delete_rows(form.row("insats-team"))
    form.sheet.delete_cols(form.column("Resurser"))
    found = form.take_in(session)
    assert numbers(found) == (0, 1, 0)
    assert [reason for _, reason in left(found)] == [
        "Raden är borttagen i filen. Välj själva: deras tar bort posten ur planen, vårt låter den stå kvar."]
    assert "team" in session.state.objects["insats"]
    assert found.notes == ["Kolumnen ”Resurser” finns inte på bladet ”Alla insatser”. Det som står i planen är kvar."]
    assert effort(session, "fast")["resources"] == "Två tjänster"
    form.book.remove(form.sheet)
    assert any("Tabellen ”Insatsförteckning” finns inte i filen." in note for note in form.take_in(session).notes)


def test_an_emptied_default_says_nothing_new_not_even_in_a_row_that_is_refused(session: PlanSession, tmp_path: Path
                                                                             ) -> None:
    path = written(session, tmp_path / "lista", "checklista", "xlsx")
    key = f"krav-sam-05@{KOMMUN}"
    fill_in(path, {(key, "Bedömning"): None})
    assert numbers(take_in(session, path)) == (0, 0, 0)
    fill_in(path, {(key, "Nyckel"): None})
    assert numbers(take_in(session, path)) == (0, 0, 0)


# -- columns -------------------------------------------------------------------------------------------------------
def test_moved_doubled_and_renamed_columns_are_read_by_what_is_there(session: PlanSession, path: Path) -> None:
    form = Sheet(path)
    form.sheet.move_range(f"A{form.header}:D{form.sheet.max_row}", cols=45)
    place = form.sheet.max_column + 2
    for row in range(form.header, form.sheet.max_row + 1):
        form.sheet.cell(row, place).value = form.sheet.cell(row, form.column("Resurser")).value
    form.sheet.cell(form.row(SIP), place).value = "I den andra kolumnen"
    for heading in form.sheet[form.header]:
        if heading.value == "Rubrik":
            heading.value = "Vad vi gör"
    form.book.save(path)
    session.watch()
    found = take_in(session, path)
    assert numbers(found) == (1, 0, 0)
    assert effort(session)["resources"] == "I den andra kolumnen"
    assert found.notes == [
        "Bladet ”Alla insatser”: kolumnen ”Vad vi gör” är läst som ”Rubrik”.",
        "Bladet ”Alla insatser” har rubriken ”Resurser” två gånger. Det som är ändrat i någon av kolumnerna är läst."]


def test_hidden_rows_are_read(session: PlanSession, path: Path) -> None:
    form = Sheet(path)
    form.cell(SIP, "Resurser").value = "Dold"
    form.sheet.row_dimensions[form.row(SIP)].hidden = True
    assert numbers(form.take_in(session)) == (1, 0, 0)
    assert effort(session)["resources"] == "Dold"


# -- cells ---------------------------------------------------------------------------------------------------------
def test_text_that_is_struck_out_is_no_value(session: PlanSession, path: Path) -> None:
    form = Sheet(path)
    form.cell("insats-fast", "Resurser").font = Font(strike=True)
    form.cell("insats-team", "Resurser").value = CellRichText(
        TextBlock(InlineFont(strike=True), "Ett team"), " Två team")
    found = form.take_in(session)
    assert [(text, "överstruken" in reason) for text, reason in left(found)] == [
        ("Två tjänster", True), ("Ett team Två team", True)]
    assert effort(session, "team")["resources"] == "Ett team"


def test_merged_cells_empty_nothing(session: PlanSession, path: Path) -> None:
    form = Sheet(path)
    first, column = form.row(SIP), form.column("Resurser")
    form.sheet.cell(first, column).value = "Gemensamt"
    form.sheet.merge_cells(start_row=first, end_row=first + 2, start_column=column, end_column=column)
    found = form.take_in(session)
    assert numbers(found) == (1, 0, 2)
    assert all("sammanfogad" in reason for _, reason in left(found))
    assert [effort(session, one)["resources"] for one in ("fast", "team")] == ["Två tjänster", "Ett team"]


@pytest.mark.parametrize(("title", "value", "shape", "name", "wanted"), [
    ("Start", 46447, "General", "start", "2027-03-01"),
    ("Start", "1 mars 2027", "@", "start", "2027-03-01"),
    ("Start", dt.datetime(2027, 3, 1), "yyyy-mm-dd", "start", "2027-03-01"),
    ("Start", dt.datetime(2027, 3, 1), "d-mmm", "start", "2027-03-01"),
    ("Når i dag", "14", "@", "reached", 14),
    ("Når i dag", 14.0, "0.00", "reached", 14),
    ("Kostnad", "13\u00a0000 kr", "@", "cost", 13000),
    ("Kostnad", 0.1 + 0.2, "General", "cost", 0.3),
    ("Resurser", "Rad ett_x000D_\nRad två", "@", "resources", "Rad ett\nRad två"),
    ("Syfte", "Talet _x0041_ blir A", "@", "purpose", "Talet A blir A"),
    ("Planer", "Gemensam plan för primärvård; Patientkontrakt", "@", "plans", ("gemensam", "patientkontrakt")),
    ("Planer", "• Gemensam plan för primärvård\n• Patientkontrakt", "@", "plans", ("gemensam", "patientkontrakt")),
])
def test_a_value_however_the_spreadsheet_stores_it(session: PlanSession, path: Path, title: str, value: object,
                                                  shape: str, name: str, wanted: object) -> None:
    form = Sheet(path)
    form.cell(SIP, title).value = value
    form.cell(SIP, title).number_format = shape
    assert numbers(form.take_in(session)) == (1, 0, 0)
    got = effort(session)[name]
    assert (float(got) if isinstance(wanted, float) else got) == wanted


@pytest.mark.parametrize(("title", "value", "shape", "text", "reason"), [
    ("Når i dag", "14 dagar", "@", "14 dagar", "Det är inget tal"),
    ("Når i dag", "ca 14", "@", "ca 14", "Det är inget tal"),
    ("Når i dag", 0.5, "0%", "50 %", "Det är inget tal"),
    ("Når i dag", -3, "General", "-3", "Talet är för litet. Minst 0."),
    ("Kostnad", "1,2 mkr", "@", "1,2 mkr", "Det är inget tal"),
    ("Kostnad", "ca 500 kr", "@", "ca 500 kr", "Det är inget tal"),
    ("Kostnad", "50 %", "@", "50 %", "Det är inget tal"),
    ("Rubrik", None, "@", "tömd", "Raden går inte ihop. Fältet ”Rubrik” är tomt. Fyll i det."),
    ("Resurser", dt.datetime(2027, 2, 1), "d-mmm", "2027-02-01", "gjort om det som skrevs till ett datum"),
    ("Läge", "Nästan klar, inte riktigt", "@", "Nästan klar, inte riktigt", "Det finns inte bland alternativen."),
    ("Syfte", "#VÄRDEFEL!", "@", "#VÄRDEFEL!", "felvärde"),
])
def test_what_is_no_value_is_quoted_whole(session: PlanSession, path: Path, title: str, value: object, shape: str,
                                          text: str, reason: str) -> None:
    form = Sheet(path)
    before = effort(session)
    form.cell(SIP, title).value = value
    form.cell(SIP, title).number_format = shape
    found = form.take_in(session)
    assert [(told, reason in why) for told, why in left(found)] == [(text, True)]
    assert effort(session) == before


# -- beside --------------------------------------------------------------------------------------------------------
def test_what_is_written_beside_the_table_is_listed_with_its_place(session: PlanSession, path: Path) -> None:
    form = Sheet(path)
    form.book["Om filen"]["D6"] = "Ring mig"
    form.sheet.cell(form.header, form.sheet.max_column + 1).value = "Prio"
    above = form.sheet.cell(1, form.sheet.max_column)
    above.value = "Ifyllt av nämnden"
    form.sheet.cell(form.row(SIP), form.sheet.max_column).value = "hög"
    form.book.create_sheet("Mötet")["B2"] = "Kom ihåg mötet"
    form.book["Översikt"]["B4"] = 77
    form.cell(SIP, "Läge").comment = Comment(
        "[Threaded comment]\n\nYour version of Excel allows you to read this.\n\nComment:\n    Stämmer det?", "Någon")
    found = form.take_in(session)
    assert sorted((one.where, one.text) for one in found.account.unclear) == sorted([
        ("bladet ”Om filen”, cell D6", "Ring mig"),
        (f"bladet ”Alla insatser”, cell {above.coordinate}", "Ifyllt av nämnden"),
        (f"bladet ”Alla insatser”, cell {form.sheet.cell(form.row(SIP), form.sheet.max_column).coordinate}", "hög"),
        ("bladet ”Mötet”, cell B2", "Kom ihåg mötet"), ("bladet ”Översikt”, cell B4", "77"),
        (f"bladet ”Alla insatser”, cell {form.cell(SIP, 'Läge').coordinate}", "Stämmer det?")])
    assert numbers(found) == (0, 0, 6)


def test_a_new_row_keeps_what_can_be_read_and_lists_the_rest(session: PlanSession, path: Path) -> None:
    form = Sheet(path)
    row = form.sheet.max_row + 1
    for title, value in (("Rubrik", "Nytt arbete"), ("Läge", "Planerad"), ("Når i dag", "många")):
        form.sheet.cell(row, form.column(title)).value = value
    found = form.take_in(session)
    assert numbers(found) == (2, 1, 0)
    assert left(found)[0][0] == "många"
    new = next(one.model_dump() for one in session.state.objects["insats"].values() if one.id not in ("sip", "fast",
                                                                                                     "team"))
    assert (new["title"], new["state"], new["reached"]) == ("Nytt arbete", "planerad", None)


def test_an_answer_for_the_whole_county_is_marked_in_a_kommuns_copy(session: PlanSession, tmp_path: Path) -> None:
    path = written(session, tmp_path / "ut", "checklista", "xlsx")
    fill_in(path, {("fraga-1.8.starker@lan", "Svar"): "Det gäller alla"})
    for preview in (True, False):
        found = import_file(session, path, preview=preview, reader=READER)
        assert [one.where.startswith("hela länets svar: ") for one in found.account.taken] == [True]
        assert "Filen ändrar svar som gäller hela länet: 1.8.starker. Stäm av det med de andra." in found.notes
        done = nvplan("importera", session.address, str(path), "--forhandsvisa")
        assert ("hela länets svar: 1.8.starker" in done.out) is preview
    whole = written(session, tmp_path / "hela", "checklista", "xlsx", None)
    fill_in(whole, {("fraga-1.8.starker@lan", "Svar"): "Något annat för alla"})
    assert "hela länets svar" not in import_file(session, whole, preview=True, reader=READER).account.taken[0].where

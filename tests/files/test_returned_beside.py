"""What people write beside the places that a form asks for, or behind them: read, or told with where it stands."""

from __future__ import annotations

import base64
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from nvplan.files.read.cells import linked
from nvplan.model.errors import InputError
from nvplan.services.exchange.import_told import left_told
from nvplan.services.writing.session import PlanSession

from .returning import KOMMUN, assessment, cell, filled_plan, left, numbers, opened, sheet_with, take_in, written
from .test_returned_word import below, write

KEY = f"krav-sam-03@{KOMMUN}"
FLAT = '<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument'
XDR = 'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"'
#: A picture of one pixel.
PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
                       "+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
BESIDE = "Det är skrivet vid sidan av det som fylls i."


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    """A plan in which a kommun has filled in a little of everything."""
    return filled_plan(tmp_path)


def word(session: PlanSession, folder: Path, change: Callable[[Any], None]) -> Path:
    """Return a Word checklist that someone has changed."""
    path = written(session, folder / "ut", "checklista", "docx", as_boxes=True)
    document = docx.Document(str(path))
    change(document)
    document.save(str(path))
    return path


def workbook(session: PlanSession, folder: Path, change: Callable[[Any], None]) -> Path:
    """Return an Excel checklist that someone has changed."""
    path = written(session, folder / "ut", "checklista", "xlsx")
    book = opened(path)
    change(sheet_with(book, KEY))
    book.save(path)
    return path


def add_part(path: Path, name: str, content: str) -> None:
    """Put a part in an Office file."""
    with zipfile.ZipFile(path, "a") as package:
        package.writestr(name, content)


def test_what_is_written_in_a_header_or_footer_is_told(session: PlanSession, tmp_path: Path) -> None:
    def change(document: Any) -> None:
        section = document.sections[0]
        section.header.paragraphs[0].add_run("\tIfylld i maj")
        section.footer.add_paragraph("Alvesta, diarienummer 2026/1")

    found = take_in(session, word(session, tmp_path, change))
    assert left(found) == [("Ifylld i maj", BESIDE), ("Alvesta, diarienummer 2026/1", BESIDE)]
    assert {one.where for one in found.account.unclear} == {"i sidhuvudet eller sidfoten"}


@pytest.mark.parametrize(("document", "actor"), [("checklista", KOMMUN), ("checklista", None), ("insatser", None)])
def test_our_own_headers_and_footers_are_nothing_new(session: PlanSession, tmp_path: Path, document: str,
                                                     actor: str | None) -> None:
    path = written(session, tmp_path / "ut", document, "docx", actor)
    assert not [one for one in take_in(session, path).account.places if "sidhuvudet" in one.where]


def test_a_line_that_is_gone_takes_nothing_away_and_is_told(session: PlanSession, tmp_path: Path) -> None:
    def change(document: Any) -> None:
        for item, label in (("SAM-03", "Motivering"), ("SAM-05", "Bedömning")):  # the latter has nothing filled in
            paragraph: Any = below(document, item, label)._p
            paragraph.getparent().remove(paragraph)

    found = take_in(session, word(session, tmp_path, change))
    assert numbers(found) == (0, 0, 0)
    assert found.notes == ["1 ifylld rad finns inte kvar i dokumentet. Det som står i planen är kvar."]
    assert assessment(session)["reason"] == "Påbörjat"


def test_where_a_link_leads_comes_with_its_text(session: PlanSession, tmp_path: Path) -> None:
    def change(document: Any) -> None:
        line = below(document, "SAM-03", "Motivering")
        write(line, "Se ")
        relation = document.part.relate_to("https://alvesta.se/plan", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link, run, text = OxmlElement("w:hyperlink"), OxmlElement("w:r"), OxmlElement("w:t")
        link.set(qn("r:id"), relation)
        text.text = "vår plan"
        run.append(text)
        link.append(run)
        line._p.append(link)

    assert numbers(take_in(session, word(session, tmp_path, change))) == (1, 0, 0)
    assert assessment(session)["reason"] == "Se vår plan (https://alvesta.se/plan)"

    def in_cell(sheet: Any) -> None:
        cell(sheet, KEY, "Motivering").value = "Protokollet"
        cell(sheet, KEY, "Motivering").hyperlink = "https://alvesta.se/protokoll"

    assert numbers(take_in(session, workbook(session, tmp_path / "b", in_cell))) == (1, 0, 0)
    assert assessment(session)["reason"] == "Protokollet (https://alvesta.se/protokoll)"


@pytest.mark.parametrize(("text", "target", "added"), [
    ("www.alvesta.se", "http://www.alvesta.se/", ""), ("https://a.se/b", "https://a.se/b", ""),
    ("info@alvesta.se", "mailto:info@alvesta.se", ""), ("Planen", "#Blad2!A1", ""), ("", "https://a.se", ""),
    ("Planen", "https://a.se", " (https://a.se)"),
])
def test_an_address_that_the_text_says_is_not_said_again(text: str, target: str, added: str) -> None:
    assert linked(text, target) == added


def test_a_number_in_a_text_keeps_its_own_digits(session: PlanSession, tmp_path: Path) -> None:
    def change(sheet: Any) -> None:
        cell(sheet, KEY, "Underlag").value = 20261234
        cell(sheet, KEY, "Motivering").value = 12.5

    assert numbers(take_in(session, workbook(session, tmp_path, change))) == (2, 0, 0)
    assert (assessment(session)["evidence"], assessment(session)["reason"]) == (("20261234",), "12,5")


def test_a_text_box_in_a_workbook_is_told(session: PlanSession, tmp_path: Path) -> None:
    path = written(session, tmp_path / "ut", "checklista", "xlsx")
    add_part(path, "xl/drawings/drawing77.xml", """<xdr:wsDr
        xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
        xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:sp><xdr:txBody>
        <a:p><a:r><a:t>Vi väntar </a:t></a:r><a:r><a:t>på regionen</a:t></a:r></a:p><a:p/>
        </xdr:txBody></xdr:sp></xdr:wsDr>""")
    found = take_in(session, path)
    assert [(one.where, one.text, one.reason) for one in found.account.unclear] == [
        ("i en textruta", "Vi väntar på regionen", BESIDE)]


def test_a_box_that_is_ticked_where_a_word_is_chosen_is_refused_in_its_own_words(session: PlanSession, tmp_path: Path
                                                                                 ) -> None:
    def change(sheet: Any) -> None:
        cell(sheet, KEY, "Arbetsstatus").value = True

    told, = left_told(take_in(session, workbook(session, tmp_path, change)))
    assert "”ikryssad”. Det finns inte bland alternativen." in told
    assert "”Ja”" not in told


@pytest.mark.parametrize(("name", "content", "told"), [
    ("a.txt", "Checklista\n☐\tSAM-03 Något\nRevision\t5\n", "Gå tillbaka till Word-filen"),
    ("a.fods", f'{FLAT}.spreadsheet">', "kalkylark i formatet .fods"),
    ("a.fodt", f'{FLAT}.text">', "textdokument i formatet .fodt"),
])
def test_other_kinds_are_told_by_their_right_names(session: PlanSession, tmp_path: Path, name: str, content: str,
                                                   told: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=told):
        take_in(session, path)


def test_a_picture_is_told_with_its_place(session: PlanSession, tmp_path: Path) -> None:
    def change(document: Any) -> None:
        picture = tmp_path / "bild.png"
        picture.write_bytes(PNG)
        below(document, "SAM-05", "Bedömning").add_run().add_picture(str(picture))
        document.add_picture(str(picture))

    found = take_in(session, word(session, tmp_path, change))
    assert numbers(found) == (0, 0, 2)
    assert left(found) == [("bild", "En bild går inte att läsa. Skriv det som står i den.")] * 2
    assert found.account.unclear[0].where == "vid ”Bedömning: inte bedömt”"
    path = written(session, tmp_path / "x", "checklista", "xlsx")
    add_part(path, "xl/drawings/drawing77.xml", f"<xdr:wsDr {XDR}><xdr:pic/></xdr:wsDr>")
    assert [one.where for one in take_in(session, path).account.unclear] == ["i arbetsboken"]


@pytest.mark.parametrize("typed", ["• Dnr 1\n• Dnr 2", "- Dnr 1\n- Dnr 2", "  * Dnr 1\n  * Dnr 2", "Dnr 1\nDnr 2"])
def test_the_signs_of_a_list_are_no_part_of_what_is_listed(session: PlanSession, tmp_path: Path, typed: str) -> None:
    def change(sheet: Any) -> None:
        cell(sheet, KEY, "Underlag").value = typed

    assert numbers(take_in(session, workbook(session, tmp_path, change))) == (1, 0, 0)
    assert assessment(session)["evidence"] == ("Dnr 1", "Dnr 2")


def test_both_cells_of_a_doubled_column_that_are_emptied_are_counted(session: PlanSession, tmp_path: Path) -> None:
    path = written(session, tmp_path / "ut", "insatser", "xlsx")
    book = opened(path)
    sheet = sheet_with(book, "insats-sip")
    first = cell(sheet, "insats-sip", "Start")
    sheet.cell(first.row, sheet.max_column + 1).value = None
    header = next(row for row in sheet.iter_rows(max_row=10) if any(one.value == "Nyckel" for one in row))
    sheet.cell(header[0].row, len(header) + 1).value = "Start"
    first.value = None
    book.save(path)
    assert numbers(take_in(session, path)) == (2, 0, 0)

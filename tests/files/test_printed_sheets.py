"""Workbooks as they are printed: what matters, as wide as a page, and no smaller than can be read."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import range_boundaries

from nvplan.files.write.registry import render
from nvplan.files.write.xlsx_tables import PRINTED_WIDTH
from nvplan.services.documents.registry import DOCUMENTS, Request
from nvplan.services.reading.actors import find_actor
from nvplan.services.writing.session import PlanSession
from nvplan.texts import documents_checklist as checklist_texts
from tests.example import example_session
from tests.services.documents.counties import western_plan

from .office import saved_by_libreoffice
from .returning import left, numbers, opened, take_in
from .test_pdf import checker

KOMMUN = "0764"
#: The least size of type on paper, in points, as far as a program that lays out pages rounds.
LEAST_TYPE = 7.95


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> PlanSession:
    """The example county; no test may change it."""
    return example_session(tmp_path_factory.mktemp("plan") / "exempel.nvplan")


def _content(session: PlanSession, name: str, actor: str = "") -> bytes:
    request = Request(actor=find_actor(session.state, actor)) if actor else Request()
    return render(DOCUMENTS[name].build(session, request), "xlsx")


def _book(session: PlanSession, name: str, actor: str = "") -> Any:
    return openpyxl.load_workbook(BytesIO(_content(session, name, actor)))


def _area(sheet: Any) -> tuple[int, int, int, int]:
    """Return the first column and row of what is printed, and the last."""
    found: Any = range_boundaries(sheet.print_area.rpartition("!")[2])
    return (found[0], found[1], found[2], found[3])


def _headings(sheet: Any) -> list[str]:
    return [cell.value for cell in sheet[3] if cell.value]


def _widths(sheet: Any) -> dict[int, float]:
    return {place: one.width for one in sheet.column_dimensions.values() for place in range(one.min, one.max + 1)}


def test_of_the_county_s_checklist_a_row_is_printed_for_each_requirement_and_question(example: PlanSession) -> None:
    book = _book(example, "checklista")
    for filled_in, printed in zip(("Krav", "Kärnfrågor"), checklist_texts.TO_PRINT, strict=True):
        sheet = book[filled_in]
        first, _, last, _ = _area(sheet)
        assert all(any(one.hidden for one in sheet.column_dimensions.values() if one.min <= place <= one.max)
                   for place in range(first, last + 1)), "nothing of it is printed, not even its heads on a page"
        assert printed in book[filled_in]["A2"].value
        assert book[filled_in].max_row > book[printed].max_row
        assert _area(book[printed])[3] == book[printed].max_row
    requirements = [row[1].value for row in book[checklist_texts.TO_PRINT[0]].iter_rows(min_row=4)]
    assert len(set(requirements)) == len(requirements) > 100


def test_what_someone_writes_on_a_sheet_to_print_is_told_and_changes_nothing(tmp_path: Path) -> None:
    session = example_session(tmp_path / "lan.nvplan")
    path = tmp_path / "checklista.xlsx"
    path.write_bytes(_content(session, "checklista"))
    book = opened(path)
    book[checklist_texts.TO_PRINT[0]]["F6"].value = "Ring Anna"
    book.save(path)
    found = take_in(session, path)
    assert numbers(found) == (0, 0, 1)
    assert [text for text, _ in left(found)] == ["Ring Anna"]


def test_an_actor_s_checklist_is_printed_whole_and_has_no_second_list(example: PlanSession) -> None:
    book = _book(example, "checklista", KOMMUN)
    assert not set(checklist_texts.TO_PRINT) & set(book.sheetnames)
    for name in ("Krav", "Kärnfrågor"):
        assert _area(book[name])[3] == book[name].max_row


@pytest.mark.parametrize("name", ["checklista", "insatser", "underlag"])
def test_no_id_is_seen_or_printed_and_what_is_printed_is_as_wide_as_a_page(example: PlanSession, name: str) -> None:
    for sheet in _book(example, name):
        if sheet.sheet_state != "visible" or not sheet.print_title_rows:
            continue
        last, widths = _area(sheet)[2], _widths(sheet)
        assert sum(widths.get(place, 9.1) for place in range(1, last + 1)) <= PRINTED_WIDTH + 1
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        for place, title in enumerate(_headings(sheet), 1):
            if title in ("Id", "Nyckel"):
                assert place > last
                assert any(one.hidden for one in sheet.column_dimensions.values() if one.min <= place <= one.max)


def test_a_table_that_no_page_is_wide_enough_for_keeps_its_type(example: PlanSession) -> None:
    from nvplan.model.document import Cell, Table, TableColumn

    from .samples import document
    wide = Table(caption="Bred", columns=tuple(TableColumn(title=f"Rubrik{number}") for number in range(12)),
                 rows=((Cell(text="specialistsjuksköterskor " * 9),) * 12,))
    sheet = next(one for one in openpyxl.load_workbook(BytesIO(render(document(wide), "xlsx")))
                 if one.print_title_rows)
    assert (sheet.page_setup.scale, sheet.print_title_cols) == (80, "$A:$A")


@pytest.mark.libreoffice
@pytest.mark.parametrize(("name", "most"), [("checklista", 25), ("insatser", 7), ("underlag", 5)])
@pytest.mark.parametrize("county", ["07", "14"])
def test_it_prints_on_as_few_pages_in_the_largest_county(
        example: PlanSession, tmp_path: Path, name: str, most: int, county: str) -> None:
    session = example if county == "07" else western_plan(tmp_path / "lan.nvplan")
    pages, smallest = _printed(_content(session, name), tmp_path)
    assert pages <= most
    assert smallest >= LEAST_TYPE


def _printed(content: bytes, folder: Path) -> tuple[int, float]:
    """Print a workbook, and return how many pages it takes and the size of the smallest type on them, in points."""
    printed = saved_by_libreoffice(content, "xlsx", folder, to="pdf")
    with checker("pymupdf").open(printed) as pages:
        return len(pages), min(span["size"] for page in pages for block in page.get_text("dict")["blocks"]
                                for line in block.get("lines", ()) for span in line["spans"] if span["text"].strip())


@pytest.mark.libreoffice
@pytest.mark.parametrize("name", ["rekvisition", "ekonomi"])
def test_a_form_is_one_page_to_sign_that_can_be_read(example: PlanSession, tmp_path: Path, name: str) -> None:
    built = DOCUMENTS[name].build(example, DOCUMENTS[name].requests(example, Request())[0])
    pages, smallest = _printed(render(built, "xlsx"), tmp_path)
    assert (pages, smallest >= LEAST_TYPE) == (2, True), "the form and its guidance"

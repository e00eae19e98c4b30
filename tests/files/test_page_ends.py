"""What belongs together stands on one page, and no page holds next to nothing: in pdf, and in Word as it is printed."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from nvplan.files.write.layout import stay_with_next
from nvplan.files.write.registry import render
from nvplan.model.document import (
    Block,
    Bullets,
    Document,
    Fact,
    Facts,
    FormField,
    FormFields,
    Heading,
    PageBreak,
    Paragraph,
    Table,
    TableColumn,
)
from nvplan.services.documents.registry import DOCUMENTS, Request
from nvplan.services.writing.session import PlanSession
from tests.example import example_session
from tests.services.documents.counties import island_plan, western_plan

from .office import saved_by_libreoffice
from .page_ends import lowest, parted
from .samples import cell, document
from .test_pdf import checker

#: How far down a last page is to be used, at least: below its third line, as a part of its height.
LEAST = 0.13
_ROWS = Table(caption="Tabell", columns=(TableColumn(title="A"), TableColumn(title="B")),
              rows=tuple((cell(f"rad {number}"), cell("b")) for number in range(4)))
_FORM = FormFields(caption="Att skriva", items=(FormField(label="Det här kom vi fram till", room="ink"),))


def _pairs(number: int) -> Iterator[tuple[Block, ...]]:
    """Yield blocks of which `led` and what comes first after it are to stand on one page."""
    led, first = f"led{number}x", f"sist{number}x"
    yield Paragraph(text=f"Påbörjade åtgärder {led}:"), Bullets(items=(first, "b", "c"))
    yield Paragraph(text=f"Tabellen visar {led}."), _ROWS.model_copy(update={"caption": first})
    yield (Heading(level=2, text=f"Fråga {led}"), Paragraph(text="Hjälp.", tone="note"),
           Paragraph(text="Hämtat.", tone="note"), Paragraph(text=f"Svar {first}"))
    yield Facts(items=(Fact(label="Fråga", value=led), Fact(label="Svar", value="b"))), _FORM.model_copy(update={
        "items": (FormField(label=first, room="ink"),)})
    yield (Paragraph(lead="Prognos", text=f"Den bygger på tre {led}:\n– {first}\n– b\n– c"),)
    yield (_ROWS.model_copy(update={"caption": led}), Paragraph(text=f"Om tabellen {first}.", tone="note"))


def _at_every_height() -> Document:
    """Return a document where each pair begins at every line of the lower part of a page."""
    blocks: list[Block] = []
    number = 0
    for kind in range(6):
        for above in range(26, 46):
            pair = list(_pairs(number))[kind]
            blocks += [PageBreak(), *(Paragraph(text=f"Rad {line}") for line in range(above)), *pair]
            number += 1
    return document(Heading(level=1, text="Allt"), *blocks)


def _torn(path: Path) -> list[str]:
    """Return which pairs a page ends between, and how many there were."""
    with checker("pymupdf").open(path) as opened:
        pages = [page.get_text() for page in opened]
    where = [{found: place for place, text in enumerate(pages) for found in re.findall(rf"{word}(\d+)x", text)}
             for word in ("led", "sist")]
    assert len(where[0]) == len(where[1]) == 120
    return [number for number in where[0] if where[0][number] != where[1][number]]


def test_what_leads_in_stands_with_what_it_leads_in_at_every_height_of_a_page(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(render(_at_every_height(), "pdf"))
    assert _torn(path) == []


@pytest.mark.libreoffice
def test_so_it_does_in_word_as_it_is_printed(tmp_path: Path) -> None:
    assert _torn(saved_by_libreoffice(render(_at_every_height(), "docx"), "docx", tmp_path, to="pdf")) == []


def test_a_text_before_another_heading_or_a_long_one_is_kept_with_nothing() -> None:
    short, long = Paragraph(text="Kort."), Paragraph(text="Lång. " * 100)
    heading, rows = Heading(level=1, text="A"), Bullets(items=("a",))
    assert stay_with_next([heading, short, heading, long, rows, short, long]) == [False] * 7
    assert stay_with_next([heading, short, rows]) == [False, True, False]
    note, below = Paragraph(text="Hjälp.", tone="note"), Heading(level=2, text="B")
    assert stay_with_next([heading, note, note, below, long]) == [False, True, True, False, False]
    assert stay_with_next([below, note, heading, long]) == [False] * 4, "the next chapter is another matter"


def test_a_text_stays_with_a_heading_below_the_one_that_it_stands_under() -> None:
    short, note, rows = Paragraph(text="Kort."), Paragraph(text="Tänk på det.", tone="note"), Bullets(items=("a",))
    first, deeper = Heading(level=1, text="A"), Heading(level=2, text="A 1")
    many = [Paragraph(text="Lång. " * 200)] * 3
    assert stay_with_next([first, short, deeper, rows, *many])[:2] == [False, True]
    assert stay_with_next([first, note, short, deeper, rows, *many])[:3] == [False, True, True]
    assert stay_with_next([deeper, short, first, rows, *many])[:2] == [False, False]


def test_a_last_heading_with_next_to_nothing_has_what_stands_before_it_for_company() -> None:
    heading, short, rows = Heading(level=1, text="A"), Paragraph(text="Kort."), Bullets(items=("a", "b"))
    signed = FormFields(caption="C", items=())
    begins: list[Block] = [Heading(level=1, text="B"), Paragraph(text="Lång. " * 100)]
    assert stay_with_next([*begins, rows, heading, short]) == [False, False, True, False, False]
    assert stay_with_next([*begins, rows, heading, signed, PageBreak(), short])[2]
    assert not any(stay_with_next([*begins, rows, heading, Paragraph(text="Lång. " * 100)]))
    assert not any(stay_with_next([*begins, _ROWS, heading, short])), "a table may be split, and is not moved"
    assert not any(stay_with_next([PageBreak(), heading, short]))


@pytest.fixture(scope="module")
def counties(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, PlanSession]]:
    """The example, Gotland and Västra Götaland; no test may change them."""
    folder = tmp_path_factory.mktemp("lan")
    found = {"example": example_session(folder / "exempel.nvplan"), "island": island_plan(folder / "go.nvplan"),
             "western": western_plan(folder / "vg.nvplan")}
    yield found
    for session in found.values():
        session.close()


@pytest.mark.parametrize("county", ["example", "island", "western"])
@pytest.mark.parametrize("name", ["gemensam-plan", "kontinuitet", "patientkontrakt", "handlingsplaner",
                                  "redovisning-region", "redovisning-rss", "vfu"])
def test_no_page_of_a_document_ends_with_what_leads_on_and_none_is_nearly_empty(
        counties: dict[str, PlanSession], county: str, name: str) -> None:
    session = counties[county]
    known = DOCUMENTS[name]
    asked = known.requests(session, Request())
    for request in [one for one in asked if one.actor == asked[0].actor]:
        content = render(known.build(session, request), "pdf")
        with pikepdf.open(io.BytesIO(content)) as opened:
            assert parted(opened) == []
        with checker("pymupdf").open(stream=content, filetype="pdf") as pages:
            assert len(pages) == 1 or lowest(pages[-1]) > LEAST

"""Every document that leaves: no id, no slug and no word of the program's own, in any format that it has.

A spreadsheet that comes back filled in (the checklist, the lists, the forms that are sent out) keeps the ids of its
rows, for they are how it is read; everything else is for readers.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
from itertools import pairwise

import openpyxl
import pytest
from pypdf import PdfReader

from nvplan.catalog.requirements import requirements
from nvplan.files.write.registry import render
from nvplan.model.document import Document, Heading, Table
from nvplan.services.documents.registry import DOCUMENTS, MAILING, Request
from nvplan.services.writing.session import PlanSession

#: A slug or a coded value, or a question's number with a word after it.
CODED = re.compile(r"\b[a-zåäö]+_[a-zåäö_]+\b|\b[123]\.\d{1,2}\.[a-zåäö][a-zåäö0-9-]+")
#: Words that are about the program and nothing to a reader.
INSIDE = re.compile(r"\bnvplan\b|källrad|\bslug\b|\bNone\b|Decimal\(", re.IGNORECASE)
#: Lines of an extract, which only who made the extract has; a bare question number for what it is about.
EXTRACT = re.compile(r"\brad \d{2,}(?:[–-]\d+)?|\bfråga \d\.\d", re.IGNORECASE)
#: The checklist's requirements say their lines to those who work with them.
WITH_LINES = {"checklista"}
#: What is filled in and comes back, and the data of the plan itself.
COMES_BACK = {"checklista", "insatser", "underlag", MAILING.name}
NAMES = [document.name for document in DOCUMENTS.values() if not document.is_data]
#: Those whose headings do not ask: the others have the questions of a receiver's form, or of a meeting.
NO_QUESTION = [name for name in NAMES if name not in (
    "checklista", "workshop-underlag", "protokoll", "redovisning-region", "redovisning-rss")]
PLANS = ("gemensam-plan", "kontinuitet", "patientkontrakt", "handlingsplaner")
_NUMBERED = re.compile(r"^[\d.]+ ")
#: Four digits or more in a row that are no year and no part of a number with other signs.
_LARGE = re.compile(r"(?<![\d.,/\-–:\u00a0])(?!(?:19|20)\d\d(?!\d))\d{4,}(?![\d/])")
_TAG = re.compile(r"<[^>]+>")


@pytest.fixture(params=["example", "empty", "island", "western"])
def plan(request: pytest.FixtureRequest) -> PlanSession:
    """The example, a plan that nobody has written in, Gotland with a handful of answers, and Västra Götaland."""
    found: PlanSession = request.getfixturevalue(request.param)
    return found


def documents(plan: PlanSession, name: str) -> list[Document]:
    """Return a document as it leaves: what is sent and its underlag, of the first recipient where there are several."""
    known = DOCUMENTS[name]
    asked = known.requests(plan, Request())
    return [known.build(plan, one) for one in asked if one.actor in (None, asked[0].actor)]


def text_of(document: Document, format_name: str) -> str:
    """Return what a reader sees of a document in a format."""
    content = render(document, format_name)
    if format_name == "docx":
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return html.unescape(_TAG.sub(" ", packed.read("word/document.xml").decode("utf-8")))
    if format_name == "pdf":
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    if format_name == "xlsx":
        sheets = [sheet for sheet in openpyxl.load_workbook(io.BytesIO(content)) if sheet.sheet_state == "visible"]
        return "\n".join(str(cell.value) for sheet in sheets for row in sheet.iter_rows() for cell in row
                         if cell.value is not None and not sheet.column_dimensions[cell.column_letter].hidden)
    text = content.decode("utf-8")
    if format_name == "html":
        return html.unescape(_TAG.sub(" ", text.partition("</head>")[2]))
    lines = text.replace("\\", "").replace("\r\n ", "").splitlines()
    return "\n".join(line for line in lines if not line.startswith(("UID:", "PRODID:")))  # what calendars keep apart by


@pytest.mark.parametrize("name", NAMES)
def test_no_id_no_slug_and_no_word_of_the_program_reaches_a_reader(plan: PlanSession, name: str) -> None:
    known = re.compile(rf"\b(?:{'|'.join(map(re.escape, requirements()))})\b")
    for document in documents(plan, name):
        for format_name in ("md", "html", "docx", "xlsx", "csv", "ics"):
            if format_name in DOCUMENTS[name].formats and not (format_name in ("xlsx", "csv") and name in COMES_BACK):
                text = text_of(document, format_name)
                for pattern in (CODED, INSIDE, known, *(() if name in WITH_LINES else (EXTRACT,))):
                    assert pattern.findall(text) == [], (format_name, pattern.pattern[:30])


@pytest.mark.parametrize(("county", "name"), [
    (county, name) for county in ("example", "island", "western") for name in NAMES
    if "pdf" in DOCUMENTS[name].formats and (county != "western" or name in PLANS)])
def test_nor_on_paper(request: pytest.FixtureRequest, county: str, name: str) -> None:
    """What stands on paper may be another than elsewhere; typesetting is slow, so of a large county the plans alone."""
    plan: PlanSession = request.getfixturevalue(county)
    known = re.compile(rf"\b(?:{'|'.join(map(re.escape, requirements()))})\b")
    for document in documents(plan, name):
        text = text_of(document, "pdf")
        assert len(text) > 80
        for pattern in (CODED, INSIDE, known, *(() if name in WITH_LINES else (EXTRACT,))):
            assert pattern.findall(text) == [], pattern.pattern[:30]


@pytest.mark.parametrize("name", NO_QUESTION)
def test_no_heading_asks(plan: PlanSession, name: str) -> None:
    for document in documents(plan, name):
        asks = [block.text for block in document.blocks if isinstance(block, Heading) and "?" in block.text]
        assert asks == []


@pytest.mark.parametrize("name", NAMES)
def test_no_table_is_called_what_the_heading_right_above_it_says(plan: PlanSession, name: str) -> None:
    for document in documents(plan, name):
        for above, block in pairwise(document.blocks):
            if isinstance(above, Heading) and isinstance(block, Table):
                assert block.caption != _NUMBERED.sub("", above.text)


@pytest.mark.parametrize("name", [name for name in NAMES if "md" in DOCUMENTS[name].formats])
def test_a_large_number_is_grouped_in_every_document(plan: PlanSession, name: str) -> None:
    """A year, a diary number, an organisation's number and 1177 are no amounts."""
    for document in documents(plan, name):
        assert [number for number in _LARGE.findall(text_of(document, "md")) if number != "1177"] == []


def test_an_event_of_the_calendar_is_told_without_a_question_and_its_number(plan: PlanSession) -> None:
    for event in documents(plan, "kalender")[0].events:
        assert CODED.findall(event.title) == []
        assert "?" not in event.title

"""Every document of the example county in every format it has: checked, the same bytes in another process, no leaks."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pikepdf
import pytest
from pypdf import PdfReader

from nvplan.files.ports import WRITER
from nvplan.files.write.registry import render
from nvplan.model.document import Document, Heading, Table
from nvplan.services.documents.registry import DOCUMENTS, DocumentType, Request
from nvplan.services.exchange.exporting import Piece, contents
from nvplan.services.exchange.package import export_package
from nvplan.services.writing.commands import SetAnswer, SetObject
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from nvplan.texts import documents_page as page_texts
from nvplan.texts import documents_statements as statements_texts
from nvplan.texts import exports as exports_texts
from tests.example import example_session

from .office import saved_by_libreoffice
from .pdf_checks import faults
from .test_pdf import checker

PAGES = [document for document in DOCUMENTS.values() if "pdf" in document.formats]
#: Prints the hash of each document in each format, in a process with other circumstances.
_HASHES = """
import hashlib, json, sys
from pathlib import Path
from nvplan.files.ports import WRITER
from nvplan.services.exchange.exporting import Piece, contents
from nvplan.model.document import Document, Table
from nvplan.services.documents.registry import DOCUMENTS, Request
from nvplan.services.writing.session import PlanSession
session = PlanSession.open(Path(sys.argv[1]))
print(json.dumps({f"{document.name}.{name}": hashlib.sha256(content).hexdigest() for document in DOCUMENTS.values()
                  for name, content in contents(session, Piece(document, document.requests(session, Request())[0]),
                                                document.formats, writer=WRITER)}))
"""


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> PlanSession:
    """The example county; no test may change it."""
    return example_session(tmp_path_factory.mktemp("plan") / "exempel.nvplan")


@pytest.fixture(scope="module")
def pdf_of(example: PlanSession) -> Any:
    """Gives a document's pdf, typeset once."""
    @cache
    def made(name: str) -> bytes:
        document = DOCUMENTS[name]
        return render(document.build(example, document.requests(example, Request())[0]), "pdf")

    return made


@pytest.mark.parametrize("document", PAGES, ids=lambda document: document.name)
def test_every_pdf_passes_both_checkers_and_our_own(pdf_of: Any, document: DocumentType, tmp_path: Path) -> None:
    page, outloud = checker("page"), checker("outloud")
    content = pdf_of(document.name)
    with pikepdf.open(io.BytesIO(content)) as opened:
        assert faults(opened) == []
    limits = page.SafetyLimits(max_reference_depth=100_000)
    for profile in ("PDF_UA_1", "PDF_A_3A"):
        found = page.validate_pdf_bytes(content, profile=getattr(page.ValidationProfile, profile), limits=limits)
        assert [one.rule_id for one in found.failures if one.rule_id != "PDFA3A-STREAM-LENGTH-001"] == []
    path = tmp_path / "file.pdf"
    path.write_bytes(content)
    assert [finding for finding in outloud.check(str(path)).findings if finding.severity == "error"] == []


#: How long a plan may be, its appendix of tables and charts apart: that has a heading of its own on a page of its own.
LENGTHS = [("gemensam-plan", 14), ("kontinuitet", 11), ("patientkontrakt", 9), ("handlingsplaner", 8)]
_LONG_WORD = re.compile(r"[^\W\d_]{9,23}")


def _length(pages: list[str]) -> int:
    appendix = [number for number, text in enumerate(pages) if number and statements_texts.APPENDIX in text
                and exports_texts.CONTENTS not in text]
    return appendix[0] if appendix else len(pages)


def _broken(document: Document, pages: list[str]) -> set[str]:
    """Return the long words of a document's tables that stand whole on no page."""
    tables = [block for block in document.pages if isinstance(block, Table)]
    told = [cell.text for table in tables for row in table.rows for cell in row]
    told += [column.title for table in tables for column in table.columns]
    return {word for text in told for word in _LONG_WORD.findall(text)} - set(_LONG_WORD.findall("\n".join(pages)))


def _built(session: PlanSession, name: str) -> Document:
    return DOCUMENTS[name].build(session, DOCUMENTS[name].requests(session, Request())[0])


@pytest.mark.parametrize(("name", "most"), LENGTHS)
def test_a_plan_is_as_long_as_its_reader_has_time_for(
        example: PlanSession, pdf_of: Any, name: str, most: int) -> None:
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf_of(name))).pages]
    assert _length(pages) <= most
    assert _broken(_built(example, name), pages) == set()


@pytest.mark.libreoffice
@pytest.mark.parametrize(("name", "most"), [*LENGTHS, ("insatser", 16)])
def test_it_is_no_longer_in_word_and_no_word_of_its_tables_is_broken(
        example: PlanSession, tmp_path: Path, name: str, most: int) -> None:
    built = _built(example, name)
    printed = saved_by_libreoffice(render(built, "docx"), "docx", tmp_path, to="pdf")
    pages = [page.extract_text() for page in PdfReader(printed).pages]
    assert _length(pages) <= most
    assert _broken(built, pages) == set()
    titles = [block.text for block in built.blocks if isinstance(block, Heading) and block.level == 1]
    if page_texts.PAGE in titles and len(pages) > 3:
        alone = next(number for number, text in enumerate(pages) if number and page_texts.PAGE in text)
        begins = pages[alone] + "\n".join(pages[alone + 1].splitlines()[:3])
        assert titles[titles.index(page_texts.PAGE) + 2] in begins, "the plan and its decision on a page"


def test_a_word_file_hyphenates_its_text_in_swedish(example: PlanSession) -> None:
    with zipfile.ZipFile(io.BytesIO(render(_built(example, "patientkontrakt"), "docx"))) as packed:
        assert b"<w:autoHyphenation/>" in packed.read("word/settings.xml")
        assert b'w:lang w:val="sv-SE"' in packed.read("word/styles.xml")
        assert "\u00ad" not in packed.read("word/document.xml").decode("utf-8"), "no soft hyphen in what a user wrote"


@pytest.mark.parametrize("name", ["rekvisition", "ekonomi"])
def test_a_form_is_one_page_to_sign_and_one_of_guidance(example: PlanSession, pdf_of: Any, name: str) -> None:
    with pikepdf.open(io.BytesIO(pdf_of(name))) as opened:
        assert len(opened.pages) == 2
    document = DOCUMENTS[name]
    book = openpyxl.load_workbook(io.BytesIO(render(document.build(
        example, document.requests(example, Request())[0]), "xlsx")))
    assert len(book.sheetnames) == 2
    for sheet in book:
        assert getattr(sheet.sheet_properties.pageSetUpPr, "fitToPage", False)
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight or 1) == (1, 1), "1 is what none means"


def test_every_file_has_the_same_bytes_in_another_process_at_another_time(example: PlanSession) -> None:
    environment = os.environ | {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Auckland", "LC_ALL": "C"}
    done = subprocess.run([sys.executable, "-c", _HASHES, example.address], capture_output=True, text=True,
                          check=True, env=environment)
    here = {f"{document.name}.{name}": hashlib.sha256(content).hexdigest() for document in DOCUMENTS.values()
            for name, content in contents(example, Piece(document, document.requests(example, Request())[0]),
                                          document.formats, writer=WRITER)}
    there = json.loads(done.stdout)
    assert [name for name in here if here[name] != there[name]] == []
    assert len(here) == sum(len(document.formats) for document in DOCUMENTS.values())


# -- what must not leave -------------------------------------------------------------------------------------------
MAIL, PHONE = "anna.andersson@region.example", "070-123 45 67"


def _texts(path: Path) -> Iterator[str]:
    """Yield every text in a file: the parts of a package, what a pdf shows and carries, or the file itself."""
    content = path.read_bytes()
    if path.suffix in (".docx", ".xlsx"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            yield from (packed.read(name).decode("utf-8", "replace") for name in packed.namelist())
    elif path.suffix == ".pdf":
        with checker("pymupdf").open(stream=content, filetype="pdf") as opened:
            yield "\n".join(page.get_text() for page in opened)
        with pikepdf.open(io.BytesIO(content)) as opened:
            yield str(opened.docinfo)
            for attached in opened.attachments.values():
                yield attached.get_file().read_bytes().decode("utf-8")
    else:
        yield content.decode("utf-8")


@pytest.mark.parametrize("without", [True, False])
def test_no_file_of_a_package_without_names_has_a_contact_detail(tmp_path: Path, without: bool) -> None:
    session = create_plan(tmp_path / "kontakt.nvplan", "07", 2027)
    session.do(SetAnswer("1.2.fungerar", f"Ring {PHONE} eller skriv till {MAIL}.", "lan"))
    session.do(SetObject("insats", "i", {"title": f"Ring {PHONE}", "plans": ["gemensam", "kontinuitet"], "role": MAIL,
                                         "state": "planerad"}))
    session.do(SetObject("mote", "m", {"title": "Möte", "participants": [f"MAS, {MAIL}"], "agreed": PHONE}))
    given = {"alla": {"epost": MAIL, "telefon": PHONE, "kontaktperson": "Anna Andersson"}}
    request = Request(without_names=without, contacts=given)
    formats = ["docx", "pdf", "xlsx", "html", "md", "csv"]
    holding = {path.suffix for path in export_package(session, tmp_path / "ut", request, formats, writer=WRITER)
               for text in _texts(path) if MAIL in text or PHONE in text or "Anna Andersson" in text}
    assert holding == (set() if without else {".docx", ".pdf", ".xlsx", ".html", ".md", ".csv", ".json"})

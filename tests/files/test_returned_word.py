"""What people do to the Word checklist before they send it back: what they type, tick, strike out and comment on."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.text.paragraph import Paragraph

from nvplan.files.ports import READER
from nvplan.services.exchange.importing import Imported, import_file
from nvplan.services.writing.session import PlanSession

from .office import saved_by_libreoffice
from .returning import KOMMUN, PER_ACTOR, assessment, filled_plan, left, numbers, turn, written

NAME = "Alvesta kommun"


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    return filled_plan(tmp_path)


@pytest.fixture
def path(session: PlanSession, tmp_path: Path) -> Path:
    return written(session, tmp_path / "ut", "checklista", "docx", as_boxes=True)


def below(document: docx.document.Document, item: str, label: str) -> Paragraph:
    """Return the line with a label below an item."""
    lines = iter(document.paragraphs)
    next(line for line in lines if item in line.text)
    return next(line for line in lines if line.text.startswith(f"{label}:"))


def edit(path: Path, change: Callable[[docx.document.Document], None]) -> None:
    document = docx.Document(str(path))
    change(document)
    document.save(str(path))


def take_in(session: PlanSession, path: Path) -> Imported:
    session.watch()
    preview = import_file(session, path, preview=True, reader=READER)
    found = import_file(session, path, preview=False, reader=READER)
    assert numbers(preview) == numbers(found)
    return found


def write(line: Paragraph, text: str) -> None:
    """Write over a labelled line's value, as one does in Word."""
    label = line.text.partition(":")[0]
    for run in line.runs[1:]:
        run.text = ""
    line.runs[0].text = f"{label}: {text}"


def test_what_is_typed_at_an_item_is_read(session: PlanSession, path: Path) -> None:
    def change(document: docx.document.Document) -> None:
        write(below(document, "SAM-03", "Bedömning"), "Uppfyllt")
        write(below(document, "SAM-03", "Arbetsstatus"), "klart")
        write(below(document, "SAM-03", "Motivering"), "Beslutat i maj")
        below(document, "SAM-05", "Bedömning").add_run(" delvis uppfyllt")
        for question, label in ((PER_ACTOR, NAME), ("1.8.starker", "Svar")):
            answer = below(document, f"({question})", label)
            write(answer, "Första stycket")
            answer._p.addnext(parse_xml('<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
                                        "<w:r><w:t>Andra stycket</w:t></w:r></w:p>"))
    edit(path, change)
    found = take_in(session, path)
    got = assessment(session)
    assert (got["judgement"], got["work"], got["reason"]) == ("uppfyllt", "klar", "Beslutat i maj")
    assert assessment(session, f"sam-05@{KOMMUN}")["judgement"] == "delvis"
    assert session.state.answer("1.8.starker", "lan").value == "Första stycket\nAndra stycket"
    assert found.account.taken[-1].where.startswith("hela länets svar: ")
    assert [text for text, _ in left(found)] == ["Första stycket\nAndra stycket"], "the question takes one line"
    assert session.state.answer(PER_ACTOR, KOMMUN).value == "kommunens svar"
    assert numbers(found) == (5, 1, 0)
    assert take_in(session, path).account.taken == []


def test_a_label_that_the_form_did_not_have_can_be_filled_in_and_a_locked_one_is_listed(
        session: PlanSession, path: Path) -> None:
    def change(document: docx.document.Document) -> None:
        below(document, "SAM-05", "Arbetsstatus").insert_paragraph_before("Motivering: Vi väntar på regionen")
        write(below(document, "SAM-05", "Innebörd"), "Något annat")
        below(document, "SAM-05", "Källa").insert_paragraph_before("Ring oss om det här")
    edit(path, change)
    found = take_in(session, path)
    assert assessment(session, f"sam-05@{KOMMUN}")["reason"] == "Vi väntar på regionen"
    assert numbers(found) == (1, 1, 1)
    assert [text for text, _ in left(found)] == ["Något annat", "Ring oss om det här"]
    assert "SAM-05" in found.account.unclear[0].where


@pytest.mark.parametrize(("sign", "wanted"), [("X", (1, 0, 0)), ("☒", (1, 0, 0)), ("☑", (1, 0, 0)), ("✓", (1, 0, 0)),
                                              ("☐", (0, 0, 0)), ("?", (0, 0, 1))])
def test_a_sign_typed_where_the_box_was(session: PlanSession, path: Path, sign: str, wanted: tuple[int, int, int]
                                        ) -> None:
    def change(document: docx.document.Document) -> None:
        line = next(one for one in document.paragraphs if "SAM-05 " in one.text)
        for box in line._p.xpath("./w:sdt"):
            line._p.remove(box)
        line.runs[0].text = f"{sign}\t"
    edit(path, change)
    found = take_in(session, path)
    assert numbers(found) == wanted
    assert (assessment(session, f"sam-05@{KOMMUN}")["judgement"] if f"sam-05@{KOMMUN}" in session.state.objects[
        "kravbedomning"] else "") == ("uppfyllt" if wanted[0] else "")


def _package(path: Path, change: Callable[[dict[str, str]], None]) -> None:
    with zipfile.ZipFile(path) as package:
        raw = {name: package.read(name) for name in package.namelist()}
    parts = {name: content.decode() for name, content in raw.items() if name.endswith((".xml", ".rels"))}
    change(parts)
    with zipfile.ZipFile(path, "w") as package:
        for name, content in raw.items():
            package.writestr(name, parts.get(name, content))
        for name in parts.keys() - raw.keys():
            package.writestr(name, parts[name])


def test_lost_bookmarks_and_properties(session: PlanSession, path: Path) -> None:
    turn(path, f"krav-sam-05@{KOMMUN}")

    def lose(parts: dict[str, str]) -> None:
        parts["word/document.xml"] = re.sub(r"<w:bookmark(Start|End)[^>]*/>", "", parts["word/document.xml"])
        parts["docProps/custom.xml"] = re.sub(r"<property .*</property>", "", parts["docProps/custom.xml"])
    _package(path, lose)
    found = take_in(session, path)
    assert numbers(found) == (1, 0, 0)
    assert assessment(session, f"sam-05@{KOMMUN}")["judgement"] == "uppfyllt"


def test_tracked_changes_are_read_as_accepted_and_told(session: PlanSession, path: Path) -> None:
    def track(parts: dict[str, str]) -> None:
        parts["word/document.xml"] = re.sub(
            r"<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t[^>]*>Påbörjat</w:t></w:r>",
            '<w:del w:id="9001" w:author="a"><w:r><w:delText>Påbörjat</w:delText></w:r></w:del>'
            '<w:ins w:id="9002" w:author="a"><w:r><w:t>Helt klart</w:t></w:r></w:ins>', parts["word/document.xml"],
            count=1)
    _package(path, track)
    found = take_in(session, path)
    assert numbers(found) == (1, 0, 0)
    assert assessment(session)["reason"] == "Helt klart"
    assert found.notes == ["Dokumentet har 2 spårade ändringar. De är lästa som godkända."]


def test_comments_and_text_that_is_struck_out_are_listed_with_their_place(session: PlanSession, path: Path) -> None:
    def change(document: docx.document.Document) -> None:
        line = below(document, "SAM-03", "Motivering")
        document.add_comment(line.runs, text="Stämmer det här?", author="Någon")
        for run in below(document, "SAM-03", "Underlag").runs[1:]:
            run.font.strike = True
    edit(path, change)
    found = take_in(session, path)
    assert [(one.told_kind, one.text) for one in found.account.unclear] == [
        ("inte förstått", "Dnr 2026/17"), ("kommentar", "Stämmer det här?")]
    assert found.account.unclear[1].where == "vid ”Motivering: Påbörjat”"
    assert assessment(session)["evidence"] == ("Dnr 2026/17",)


def test_a_tick_and_a_judgement_that_say_different_things_are_both_listed(session: PlanSession, path: Path) -> None:
    turn(path, f"krav-sam-03@{KOMMUN}")
    edit(path, lambda document: write(below(document, "SAM-03", "Bedömning"), "ej uppfyllt"))
    found = take_in(session, path)
    assert left(found) == [("ej uppfyllt", "Rutan och bedömningen säger olika."),
                           ("ikryssad", "Rutan och bedömningen säger olika.")]
    assert assessment(session)["judgement"] == "delvis"


@pytest.mark.libreoffice
def test_a_checklist_that_libreoffice_has_saved_with_text_in_it(session: PlanSession, path: Path, tmp_path: Path
                                                                ) -> None:
    turn(path, f"krav-sam-05@{KOMMUN}")
    edit(path, lambda document: write(below(document, "SAM-03", "Motivering"), "Skrivet i LibreOffice"))
    found = take_in(session, saved_by_libreoffice(path.read_bytes(), "docx", tmp_path))
    assert (numbers(found), left(found)) == ((2, 0, 0), [])
    assert assessment(session)["reason"] == "Skrivet i LibreOffice"
    assert assessment(session, f"sam-05@{KOMMUN}")["judgement"] == "uppfyllt"

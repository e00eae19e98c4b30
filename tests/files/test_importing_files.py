"""Other files that come back: a pdf of ours, another county's, foreign and damaged ones; and what the command says."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from pathlib import Path

import docx as python_docx
import openpyxl
import pikepdf
import pytest

from nvplan.model.errors import InputError, PlanFileError
from nvplan.services.writing.commands import SetAnswer, SetObject
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from tests.cli.runner import nvplan
from tests.example import example_session

from .returning import KOMMUN, PER_ACTOR, assessment, fill_in, filled_plan, kinds, take_in, written


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    return filled_plan(tmp_path)


# -- a pdf of ours -------------------------------------------------------------------------------------------------
def test_a_pdf_brings_back_what_it_shows(session: PlanSession, tmp_path: Path) -> None:
    path = written(session, tmp_path / "ut", "checklista", "pdf")
    empty = create_plan(tmp_path / "tom.nvplan", "07", 2027)
    preview = take_in(empty, path, preview=True)
    assert set(kinds(preview).values()) == {"adds"}
    assert empty.state.revision == 1
    take_in(empty, path)
    answer = empty.state.answer(PER_ACTOR, KOMMUN)
    assert (answer.value, answer.role) == ("kommunens svar", "samordnare")
    assert answer.changed.startswith("20")
    assert assessment(empty)["judgement"] == "delvis"
    assert take_in(empty, path).proposals == []
    session.do(SetAnswer(PER_ACTOR, None, KOMMUN))
    session.do(SetObject("kravbedomning", f"sam-03@{KOMMUN}", {"judgement": "uppfyllt"}))
    assert sorted(kinds(take_in(session, path)).values()) == ["adds", "contradicts"]
    assert session.state.answer(PER_ACTOR, KOMMUN).value == "kommunens svar"
    assert assessment(session)["judgement"] == "uppfyllt"


def test_a_pdf_without_data_and_foreign_and_broken_pdf_files(session: PlanSession, tmp_path: Path) -> None:
    bare = written(session, tmp_path / "ut", "checklista", "pdf", without_data=True)
    with pytest.raises(InputError, match="har inga uppgifter från nvplan"):
        take_in(session, bare)
    whole = written(session, tmp_path / "ut", "checklista", "pdf").read_bytes()
    for place, content in enumerate((b"%PDF-1.7\nx", whole[:len(whole) // 2], b"\0" * 10 + b"%PDF-" + b"\xff" * 5000)):
        broken = tmp_path / f"trasig{place}.pdf"
        broken.write_bytes(content)
        with pytest.raises(InputError, match=r"är skadad eller ingen riktig pdf"):
            take_in(session, broken)


def test_a_locked_pdf_gets_a_sentence(session: PlanSession, tmp_path: Path) -> None:
    with pikepdf.open(written(session, tmp_path / "ut", "checklista", "pdf")) as opened:
        opened.save(tmp_path / "last.pdf", encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(InputError, match="lösenord"):
        take_in(session, tmp_path / "last.pdf")


# -- another county, another kind of file --------------------------------------------------------------------------
@pytest.mark.parametrize(("document", "form"), [("checklista", "docx"), ("checklista", "xlsx"), ("insatser", "xlsx"),
                                                ("checklista", "pdf"), ("arkiv", "json")])
@pytest.mark.parametrize(("county", "year"), [("08", 2027), ("07", 2028)])
def test_another_county_or_year_is_refused_with_a_sentence(session: PlanSession, tmp_path: Path, document: str,
                                                          form: str, county: str, year: int) -> None:
    other = create_plan(tmp_path / "annan.nvplan", county, year)
    other.do(SetObject("insats", "x", {"title": "X", "actor": "region"}))
    other.do(SetObject("kravbedomning", "", {"requirement": "SAM-03", "actor": "region", "judgement": "delvis"}))
    path = written(other, tmp_path / "ut", document, form, "region")
    before = Path(session.address).read_bytes()
    told = "är från länets plan för 2028" if county == "07" and form in ("pdf", "json") else r"gäller .* län, plan "
    with pytest.raises(InputError, match=rf"{told}.*Den här planen gäller (Kronobergs län|2027)"):
        take_in(session, path)
    assert Path(session.address).read_bytes() == before


@pytest.mark.parametrize(("document", "form"), [("checklista", "docx"), ("checklista", "xlsx"), ("checklista", "pdf"),
                                                ("arkiv", "json")])
def test_invented_answers_never_come_into_a_real_plan_nor_real_ones_into_an_example(
        session: PlanSession, tmp_path: Path, document: str, form: str) -> None:
    example = example_session(tmp_path / "exempel.nvplan")
    real = create_plan(tmp_path / "riktig.nvplan", "07", example.state.info.year)
    real.do(SetObject("kravbedomning", "", {"requirement": "SAM-03", "actor": KOMMUN, "judgement": "delvis"}))
    for source, target, sentence in ((example, real, "påhittade svar"), (real, example, "planen är ett exempel")):
        with pytest.raises(InputError, match=sentence):
            take_in(target, written(source, tmp_path / Path(source.address).stem, document, form))
    assert not real.state.info.example


def test_a_document_that_is_not_filled_in_is_refused_with_a_sentence(session: PlanSession, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="som inte fylls i"):
        take_in(session, written(session, tmp_path / "ut", "gemensam-plan", "docx", None))


FOREIGN = ["tom.bin", "text.txt", "bild.png", "egen.docx", "egen.xlsx", "annat.zip", "kapad.xlsx", "kapad.docx",
           "json.json", "bomb.xlsx"]


@cache
def foreign_files() -> dict[str, bytes]:
    docx, xlsx, archive = io.BytesIO(), io.BytesIO(), io.BytesIO()
    python_docx.Document().save(docx)
    openpyxl.Workbook().save(xlsx)
    with zipfile.ZipFile(archive, "w") as package:
        package.writestr("readme.txt", "hej")
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", b"\0" * (80 * 1024 * 1024))
    return {"tom.bin": b"", "text.txt": b"hej", "bild.png": b"\x89PNG\r\n\x1a\n" + bytes(256),
            "egen.docx": docx.getvalue(),
            "egen.xlsx": xlsx.getvalue(), "annat.zip": archive.getvalue(), "kapad.xlsx": xlsx.getvalue()[:900],
            "kapad.docx": docx.getvalue()[:900], "json.json": b'{"a": 1}', "bomb.xlsx": bomb.getvalue()}


@pytest.mark.parametrize("name", FOREIGN)
def test_a_foreign_file_gets_one_sentence(session: PlanSession, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(foreign_files()[name])
    before = Path(session.address).read_bytes()
    done = nvplan("importera", session.address, str(tmp_path / name))
    assert done.code == 1
    assert done.out == ""
    assert name in done.err
    assert len(done.err.splitlines()) == 1
    assert Path(session.address).read_bytes() == before


def test_a_missing_file_a_folder_and_a_damaged_archive(session: PlanSession, tmp_path: Path) -> None:
    with pytest.raises(PlanFileError, match="finns inte"):
        take_in(session, tmp_path / "saknas.docx")
    with pytest.raises(PlanFileError, match="ingen fil"):
        take_in(session, tmp_path)
    path = written(session, tmp_path / "ut", "arkiv", "json")
    path.write_bytes(path.read_bytes().replace(b"delvis", b"helt  "))
    with pytest.raises(InputError, match="skadad"):
        take_in(session, path)


def test_the_command_shows_every_field_and_exits_1_where_some_are_left(session: PlanSession, tmp_path: Path) -> None:
    path = written(session, tmp_path / "ut", "checklista", "xlsx")
    session.do(SetObject("kravbedomning", f"sam-03@{KOMMUN}", {"judgement": "ej_uppfyllt"}))
    key = f"krav-sam-03@{KOMMUN}"
    fill_in(path, {(key, "Bedömning"): "uppfyllt", (key, "Arbetsstatus"): "klart", (key, "Motivering"): "Ny grund"})
    done = nvplan("importera", session.address, str(path), "--forhandsvisa")
    assert done.code == 3
    lines = [re.sub(r"\s{2,}", " | ", line) for line in done.out.splitlines()]
    assert lines[0].startswith("Slag | Var | Här | I ")
    assert any(line.startswith("ändrat | SAM-03 ") and line.endswith(" | Påbörjat | Ny grund") for line in lines)
    assert any(line.startswith("nytt | SAM-03 ") and line.endswith(" | inget | Klar") for line in lines)
    assert any("”uppfyllt”. Det står något annat i planen nu." in line for line in lines)
    assert lines[-1] == "3 ställen skiljer sig. Förs in: 2. Förs inte in, med skäl: 1. Förstås inte: 0."
    done = nvplan("importera", session.address, str(path))
    assert done.code == 3
    assert "3 ställen skiljer sig. Infört: 2. Inte infört, med skäl: 1. Inte förstått: 0." in done.out
    assert nvplan("importera", session.address, str(path)).code == 1

"""Files that come back in another kind than they were written in: taken in alike, or told by their right name."""

from __future__ import annotations

import codecs
import csv
import io
import zipfile
from pathlib import Path

import pytest

from nvplan.files.read.strict import is_strict
from nvplan.model.errors import InputError
from nvplan.services.documents.registry import KNOWN
from nvplan.services.writing.commands import SetObject
from nvplan.services.writing.example import create_example
from nvplan.services.writing.returned.exported import FILLABLE
from nvplan.services.writing.session import PlanSession
from tests.cli.runner import nvplan
from tests.files.returning import KOMMUN, assessment, fill_in, filled_plan, kinds, left, numbers, take_in, turn, written

#: A list of insatser that was filled in in LibreOffice and saved as .xls and .ods (2026): a choice, a day, a text on
#: two lines, a number, a value that could not be worked out, a text that is struck out, and a comment.
KEPT = Path(__file__).parent / "kept"
_STRICT = ((b"http://schemas.openxmlformats.org/%b/2006/" % name, b"http://purl.oclc.org/ooxml/%b/" % name)
           for name in (b"spreadsheetml", b"wordprocessingml", b"officeDocument", b"drawingml"))
STRICT = tuple(_STRICT)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> PlanSession:
    """A plan with answers to most questions, with charts and with warnings that they are invented."""
    return create_example(tmp_path_factory.mktemp("exempel") / "exempel.nvplan")


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    return filled_plan(tmp_path)


# -- taken in ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("form", ["xls", "ods"])
@pytest.mark.parametrize("name", ["insatser.{}", "insatser.xlsx", "insatser", "INSATSER.TXT"])
def test_other_spreadsheets_say_what_they_say_in_excel_whatever_they_are_called(
        session: PlanSession, tmp_path: Path, form: str, name: str) -> None:
    path = tmp_path / name.format(form)
    path.write_bytes((KEPT / f"insatser.{form}").read_bytes())
    before = numbers(take_in(session, path, preview=True))
    found = take_in(session, path)
    assert numbers(found) == before == (4, 0, 3)
    assert left(found) == [("#N/A", "Kalkylprogrammets felvärde."),
                           ("Struket syfte", "Text är överstruken. Ta bort den, eller ta bort strecket."),
                           ("Byt rubrik?", "Kommentarer läses av er och förs inte in.")]
    effort = session.state.objects["insats"]["sip"].model_dump()
    assert (effort["state"], effort["end"], effort["resources"], str(effort["cost"]), effort["purpose"]) == (
        "avslutad", "2028-05-31", "Två\nårsarbetare", "13000.25", "")


def strict(path: Path) -> Path:
    """Save an Office file in its strict form."""
    made = io.BytesIO()
    with zipfile.ZipFile(path) as package, zipfile.ZipFile(made, "w") as rewritten:
        for entry in package.infolist():
            part = package.read(entry)
            for usual, strictly in STRICT:
                part = part.replace(usual, strictly)
            rewritten.writestr(entry, part)
    path.write_bytes(made.getvalue())
    assert is_strict(path.read_bytes())
    return path


def test_a_strict_workbook_is_taken_in(session: PlanSession, tmp_path: Path) -> None:
    path = fill_in(written(session, tmp_path, "insatser", "xlsx"), {("insats-sip", "Läge"): "Avslutad"})
    found = take_in(session, strict(path))
    assert (kinds(found), left(found)) == ({("sip", "state"): "changes"}, [])


def test_a_strict_word_file_is_taken_in(session: PlanSession, tmp_path: Path) -> None:
    path = written(session, tmp_path, "checklista", "docx", as_boxes=True)
    turn(path, f"krav-sam-03@{KOMMUN}")
    take_in(session, strict(path))
    assert assessment(session)["judgement"] == "uppfyllt"


# -- csv -----------------------------------------------------------------------------------------------------------
def rows_of(path: Path) -> list[list[str]]:
    """Return the cells of csv as we write it."""
    return list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""), delimiter=";"))


def saved(rows: list[list[str]], between: str = ";") -> str:
    """Return csv as a spreadsheet saves it: every line as wide as the widest."""
    width = max(map(len, rows))
    made = io.StringIO(newline="")
    csv.writer(made, delimiter=between, lineterminator="\r\n").writerows(
        [*row, *[""] * (width - len(row))] for row in rows)
    return made.getvalue()


def change(rows: list[list[str]], first: str, title: str, value: str) -> None:
    """Write in the cell of the row with this id and the column with this heading."""
    place, identity = rows[0].index(title), rows[0].index("Id")
    next(row for row in rows if len(row) > identity and row[identity] == first)[place] = value


@pytest.mark.parametrize("document", ["insatser", "checklista", "underlag"])
@pytest.mark.parametrize("actor", [None, KOMMUN])
def test_csv_that_nobody_has_touched_says_nothing_new(
        session: PlanSession, tmp_path: Path, document: str, actor: str | None) -> None:
    found = take_in(session, written(session, tmp_path, document, "csv", actor))
    assert (numbers(found), found.notes) == ((0, 0, 0), [])


@pytest.mark.parametrize("form", ["xlsx", "docx", "csv"])
@pytest.mark.parametrize("actor", [None, KOMMUN, "region"])
def test_nothing_of_what_we_write_around_the_answers_of_a_full_plan_is_taken_for_someone_elses(
        example: PlanSession, tmp_path: Path, form: str, actor: str | None) -> None:
    for document in (one for one in FILLABLE if form in KNOWN[one].formats):
        if actor is None and KNOWN[document].recipients:
            continue  # there is a file for each and none for all
        found = take_in(example, written(example, tmp_path, document, form, actor), preview=True)
        assert (numbers(found), left(found), found.notes) == ((0, 0, 0), [], [])


def test_the_command_reads_csv_by_what_its_rows_are_called_and_misses_only_rows_that_are_gone(
        session: PlanSession, tmp_path: Path) -> None:
    session.do(SetObject("insats", "fast", {"title": "Fast läkarkontakt", "state": "pagaende", "actor": KOMMUN}))
    path = written(session, tmp_path, "insatser", "csv")
    rows = rows_of(path)
    change(rows, "sip", "Läge", "Avslutad")
    rows.remove(next(row for row in rows if "fast" in row))
    path.write_text(saved(rows), encoding="utf-8-sig", newline="")
    preview = nvplan("importera", session.address, str(path), "--forhandsvisa")
    done = nvplan("importera", session.address, str(path))
    assert "2 ställen skiljer sig. Förs in: 1. Förs inte in, med skäl: 1. Förstås inte: 0." in preview.out
    assert "2 ställen skiljer sig. Infört: 1. Inte infört, med skäl: 1. Inte förstått: 0." in done.out
    for told in (preview, done):
        assert (told.code, "Raden är borttagen i filen." in told.out) == (3, True)
    session.watch()
    assert session.state.objects["insats"]["sip"].model_dump()["state"] == "avslutad"


@pytest.mark.parametrize(("encoding", "mark", "between"), [
    ("utf-8", codecs.BOM_UTF8, ";"), ("utf-8", b"", ","), ("cp1252", b"", ";"),
    ("utf-16-le", codecs.BOM_UTF16_LE, "\t")])
def test_csv_of_ours_comes_back_however_it_was_saved(
        session: PlanSession, tmp_path: Path, encoding: str, mark: bytes, between: str) -> None:
    path = written(session, tmp_path, "insatser", "csv")
    rows = rows_of(path)
    change(rows, "sip", "Läge", "Avslutad")
    change(rows, "sip", "Kostnad", "13000,25")
    change(rows, "sip", "Resurser", "Två\nårsarbetare")
    change(rows, "sip", "Spridning", "överallt")
    end = next(place for place, row in enumerate(rows) if not row)
    rows.insert(end, [*rows[1][:2], "Mobilt team för äldre", "Planerad"])
    path.write_bytes(mark + saved(rows, between).encode(encoding))
    found = take_in(session, path)
    effort = session.state.objects["insats"]["sip"].model_dump()
    assert (effort["state"], str(effort["cost"]), effort["resources"], effort["title"]) == (
        "avslutad", "13000.25", "Två\nårsarbetare", "SIP för alla")
    assert [text for text, _ in left(found)] == ["överallt"]
    assert "Mobilt team för äldre" in [one.model_dump()["title"] for one in session.state.objects["insats"].values()]


def test_a_judgement_in_csv_comes_back_to_its_requirement_and_actor(session: PlanSession, tmp_path: Path) -> None:
    path = written(session, tmp_path, "checklista", "csv")
    rows = rows_of(path)
    change(rows, "SAM-03", "Bedömning", "uppfyllt")
    path.write_text(saved(rows), encoding="utf-8-sig", newline="")
    found = take_in(session, path)
    assert (kinds(found), left(found)) == ({(f"sam-03@{KOMMUN}", "judgement"): "changes"}, [])


def test_text_that_was_made_safe_for_spreadsheets_is_itself_again(session: PlanSession, tmp_path: Path) -> None:
    path = written(session, tmp_path, "insatser", "csv")
    rows = rows_of(path)
    change(rows, "sip", "Effekt", "'=1+1 är två")
    change(rows, "sip", "Prestation", "'kvällar")
    path.write_text(saved(rows), encoding="utf-8-sig", newline="")
    take_in(session, path)
    effort = session.state.objects["insats"]["sip"].model_dump()
    assert (effort["effect"], effort["output"]) == ("=1+1 är två", "'kvällar")


# -- told by their right name --------------------------------------------------------------------------------------
def compound(*names: str) -> bytes:
    """Return a compound file (MS-CFB) with streams of these names and nothing in them."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    entries = b"".join((name.encode("utf-16-le") + bytes(64))[:64] + bytes(64) for name in ("Root Entry", *names))
    return head + bytes(512) + entries


def packed(*names: str, **texts: str) -> bytes:
    """Return a zip with files of these names."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, text in {**dict.fromkeys(names, "x"), **texts}.items():
            package.writestr(name, text)
    return made.getvalue()


def open_document(kind: str, manifest: str = "") -> bytes:
    """Return an OpenDocument file of a kind."""
    return packed(mimetype=f"application/vnd.oasis.opendocument.{kind}", **{"META-INF/manifest.xml": manifest})


TOLD = {
    "protected.xlsx": (compound("EncryptionInfo", "EncryptedPackage"), "skyddad med lösenord. Ta bort lösenordet"),
    "protected.docx": (compound("\x06DataSpaces", "EncryptedPackage"), "skyddad med lösenord"),
    "labelled.docx": (compound("\x06DataSpaces", "DRMEncryptedDataSpace", "EncryptedPackage"), "känslighetsetikett"),
    "protected.ods": (open_document("spreadsheet", "<manifest:encryption-data/>"), "skyddad med lösenord"),
    "gammal.doc": (compound("WordDocument"), "gamla formatet .doc. Spara den som Word-dokument (.docx)"),
    "omdopt.docx": (compound("WordDocument"), "gamla formatet .doc"),
    "bilder.ppt": (compound("PowerPoint Document"), "en presentation"),
    "svar.msg": (compound("__properties_version1.0"), "ett mejl. Spara filen som är bifogad"),
    "svar.eml": (b"From: anna@example.se\r\nSubject: svar\r\n\r\nHej", "ett mejl"),
    "skadad.xls": (compound("Workbook"), "går inte att läsa som en gammal Excel-fil"),
    "ark.numbers": (packed("Index/CalculationEngine.iwa", "Index/Document.iwa"), "gjord i Numbers. Välj Arkiv"),
    "ark.xlsx": (packed("Index/CalculationEngine.iwa"), "gjord i Numbers"),
    "text.pages": (packed("Index/Document.iwa", "Index/Tables/x.iwa"), "gjord i Pages"),
    "ark.xlsb": (packed("xl/workbook.bin"), "binära formatet .xlsb"),
    "bilder.pptx": (packed("ppt/presentation.xml"), "en presentation"),
    "text.odt": (open_document("text"), "formatet .odt. Spara den som Word-dokument"),
    "text.rtf": (b"{\\rtf1\\ansi}", "formatet .rtf"),
    "sida.xls": (b"<html><table></table></html>", "en webbsida"),
    "ark.xml": (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', "gamla xml-formatet"),
    "bild.png": (b"\x89PNG\r\n\x1a\n", "en bild"), "foto.heic": (b"\0\0\0\x18ftypheic", "en bild"),
    "flera.zip": (packed("a.xlsx", "b.docx"), "en packad mapp med 2 filer. Packa upp den"),
    "en.zip": (packed("a.xlsx"), "en packad mapp med en fil"), "tom.zip": (packed(), "en packad mapp utan filer"),
    "skadad.ods": (open_document("spreadsheet"), "går inte att läsa som ett kalkylark i formatet .ods"),
    "skadad.xlsx": (b"PK\x03\x04" + bytes(50), "är skadad"),
    "ett blad.csv": ("Krav;;;\n;;;\nId;Bedömning;Nyckel\nSAM-03;uppfyllt;krav-sam-03@0764\n".encode(),
                     "ett av bladen i en Excel-fil, sparat som text (csv)"),
    "framsidan.csv": ("Checklista för krav och kärnfrågor,\nRevision,423\n".encode("cp1252"), "ett av bladen"),
    "annat.csv": ("namn;ålder\nAnna;50\n".encode("cp1252"), "går inte att föra in"),
    "brus.bin": (bytes(range(256)), "går inte att föra in"),
}


@pytest.mark.parametrize("name", TOLD)
def test_a_file_that_is_not_read_is_told_by_its_right_name(session: PlanSession, tmp_path: Path, name: str) -> None:
    content, sentence = TOLD[name]
    path = tmp_path / name
    path.write_bytes(content)
    before = Path(session.address).read_bytes()
    for preview in (True, False):
        with pytest.raises(InputError) as told:
            take_in(session, path, preview=preview)
        assert sentence in str(told.value)
        assert str(told.value).startswith(name)
    assert Path(session.address).read_bytes() == before


def test_a_zip_that_is_locked_is_told(session: PlanSession, tmp_path: Path) -> None:
    content = bytearray(packed("a.xlsx"))
    content[content.find(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "last.zip").write_bytes(content)
    with pytest.raises(InputError, match="låst med lösenord"):
        take_in(session, tmp_path / "last.zip")

"""Lists and checklists made by 0.1.0 as people returned them, kept as files: each with what is right for it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from nvplan.files.ports import READER
from nvplan.model.document import Document
from nvplan.services.documents.registry import DocumentType, Request
from nvplan.services.exchange.importing import import_file
from nvplan.services.writing.returned.form import Choices
from nvplan.services.writing.session import PlanSession
from tests.cli.runner import nvplan
from tests.robust.plans import said

from .returning import kinds, left, numbers

CASES = Path(__file__).parent / "returned_cases"


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    shutil.copy(CASES / "bas_kalmar.nvplan", tmp_path / "bas.nvplan")
    return PlanSession.open(tmp_path / "bas.nvplan")


def effort(session: PlanSession, number: int) -> dict[str, object]:
    return session.state.objects["insats"][f"insats-{number}"].model_dump()


@pytest.mark.parametrize(("name", "wanted"), [
    ("x1_formel_utan_varde.xlsx", (0, 0, 1)), ("x1b_formel_tal.xlsx", (0, 0, 1)), ("x3_kopierad_rad.xlsx", (0, 2, 0)),
    ("x4_kopierat_blad.xlsx", (1, 0, 0)), ("x5_x000D.xlsx", (1, 0, 0)), ("x6_fel.xlsx", (0, 0, 2)),
    ("x8_utan_nyckel.xlsx", (0, 1, 0)), ("x19_kommentar.xlsx", (0, 0, 1)), ("x22_summarad_anteckning.xlsx", (0, 0, 3)),
    ("x23_komma.xlsx", (1, 0, 0)), ("k23_komma.xlsx", (2, 0, 0)), ("d1_text_i_word.docx", (1, 3, 0)),
    ("d5_X_i_stallet.docx", (1, 0, 0))])
def test_preview_import_and_command_say_the_same_three_numbers(session: PlanSession, name: str,
                                                              wanted: tuple[int, int, int]) -> None:
    before = said(session.repository)
    preview = import_file(session, CASES / name, preview=True, reader=READER)
    assert said(session.repository) == before
    done = nvplan("importera", session.address, str(CASES / name))
    assert numbers(preview) == wanted
    assert "Infört: {}. Inte infört, med skäl: {}. Inte förstått: {}.".format(*wanted) in done.out
    assert done.code == (0 if not sum(wanted[1:]) else 3 if wanted[0] else 1)
    assert all(text in " ".join(done.out.split()) for text, _ in left(preview))
    session.watch()
    assert numbers(import_file(session, CASES / name, preview=False, reader=READER)) == (0, *wanted[1:])
    if not wanted[0]:
        assert said(PlanSession.open(session.address).repository) == before


def test_a_formula_without_a_value_empties_nothing(session: PlanSession) -> None:
    text, number = effort(session, 1)["resources"], effort(session, 1)["reached"]
    found = import_file(session, CASES / "x1_formel_utan_varde.xlsx", preview=False, reader=READER)
    assert [one.where for one in found.account.unclear] == [
        "Fast läkarkontakt på alla hälsocentraler: Resurser (bladet ”Alla insatser”, cell X4)"]
    assert left(found)[0][0] == '="Två "&"årsarbetare"'
    assert "Formel utan uträknat värde" in left(found)[0][1]
    assert left(import_file(session, CASES / "x1b_formel_tal.xlsx", preview=False, reader=READER))[0][0] == "=3+1"
    assert (effort(session, 1)["resources"], effort(session, 1)["reached"]) == (text, number)


def test_a_row_copied_with_its_key_is_listed_and_can_be_taken_in_as_new(session: PlanSession) -> None:
    case = CASES / "x3_kopierad_rad.xlsx"
    before = effort(session, 1)
    found = import_file(session, case, preview=False, reader=READER)
    assert effort(session, 1) == before
    assert [(one.text, one.row, one.choice) for one in found.account.refused] == [
        ("Fast vårdkontakt i hemsjukvården", 7, "new_row"), ("En årsarbetare", 7, "new_row")]
    assert "Samma nyckel två gånger, rad 4 och 7." in left(found)[0][1]
    done = nvplan("importera", session.address, str(case), "--nya-rader", "7")
    assert (done.code, "Inte infört, med skäl: 0. Inte förstått: 0." in done.out) == (0, True)
    session.watch()
    assert effort(session, 1) == before
    new = next(one.model_dump() for one in session.state.objects["insats"].values()
               if one.model_dump()["title"] == "Fast vårdkontakt i hemsjukvården")
    assert (new["resources"], new["state"], new["reached"], new["reach_of"]) == ("En årsarbetare", "paborjad", 3, 12)
    again = import_file(session, case, preview=False, choices=Choices(all_new=True), reader=READER)
    assert numbers(again) == (0, 0, 0)
    assert nvplan("importera", session.address, str(case), "--nya-rader", "sju").code == 1


def test_a_copied_sheet_hides_no_edit(session: PlanSession) -> None:
    found = import_file(session, CASES / "x4_kopierat_blad.xlsx", preview=False, reader=READER)
    assert effort(session, 1)["resources"] == "Fyra årsarbetare"
    assert found.notes == ["Samma tabell finns på flera blad: ”Alla insatser” och ”Alla insatser (2)”. "
                           "Det som är ändrat på något av dem är läst."]


def test_coded_line_breaks_are_line_breaks_and_error_values_no_text(session: PlanSession) -> None:
    import_file(session, CASES / "x5_x000D.xlsx", preview=False, reader=READER)
    assert effort(session, 2)["resources"] == "Rad ett\nRad två"
    found = import_file(session, CASES / "x6_fel.xlsx", preview=False, reader=READER)
    assert {text for text, _ in left(found)} == {"#REF!", "#N/A"}
    assert effort(session, 2)["resources"] == "Rad ett\nRad två"


def test_a_sheet_without_keys_is_told_and_read_by_id_and_title_where_that_is_chosen(session: PlanSession) -> None:
    case = CASES / "x8_utan_nyckel.xlsx"
    found = import_file(session, case, preview=False, reader=READER)
    assert left(found) == [
        ("Nytt", "Raden har ingen nyckel. Den ser ut att vara ”Fast läkarkontakt på alla hälsocentraler”.")]
    assert found.notes == ["Bladet ”Alla insatser” saknar kolumnen Nyckel, eller så är den tom."]
    done = nvplan("importera", session.address, str(case), "--efter-rubrik")
    assert done.code == 0
    session.watch()
    assert effort(session, 1)["resources"] == "Nytt"


def test_a_total_and_a_note_below_the_table_become_no_insats(session: PlanSession) -> None:
    found = import_file(session, CASES / "x22_summarad_anteckning.xlsx", preview=False, reader=READER)
    assert len(session.state.objects["insats"]) == 3
    assert [one.text for one in found.account.unclear] == ["Summa", "7", "OBS: kontrollera med ekonomi före 1/12"]


def test_several_values_in_a_cell(session: PlanSession) -> None:
    import_file(session, CASES / "x23_komma.xlsx", preview=False, reader=READER)
    groups = effort(session, 1)["target_groups"]
    assert isinstance(groups, tuple)
    assert len(groups) == 2
    import_file(session, CASES / "k23_komma.xlsx", preview=False, reader=READER)
    assert session.state.answer("1.2.malgrupper", "lan").value == ["skora_aldre", "barn_unga"]
    assert session.state.answer("1.4.svarstid", "lan").value == "14"


def test_text_typed_into_the_word_checklist(session: PlanSession) -> None:
    found = import_file(session, CASES / "d1_text_i_word.docx", preview=False, reader=READER)
    assert kinds(found) == {("sam-01@region", "evidence"): "adds"}
    assert session.state.objects["kravbedomning"]["sam-01@region"].model_dump()["evidence"] == (
        "Dnr 2026/123, beslut i regionstyrelsen",)
    assert [one.text for one in found.account.refused] == [
        "ej bedömt Dnr 2026/123, beslut i regionstyrelsen", "ej besvarad Antaget i regionfullmäktige 2023",
        "ej besvarad Antaget i regionfullmäktige 2023"]
    assert found.account.refused[2].where.startswith("hela länets svar: ")


def test_an_x_where_the_box_was_is_a_tick(session: PlanSession) -> None:
    import_file(session, CASES / "d5_X_i_stallet.docx", preview=False, reader=READER)
    assert session.state.objects["kravbedomning"]["sam-01@region"].model_dump()["judgement"] == "uppfyllt"


@pytest.mark.parametrize(("name", "wanted"), [("k23_komma.xlsx", (2, 0, 0)), ("d5_X_i_stallet.docx", (1, 0, 0))])
def test_what_we_have_corrected_since_is_nothing_that_they_have_written(
        session: PlanSession, monkeypatch: pytest.MonkeyPatch, name: str, wanted: tuple[int, int, int]) -> None:
    build = DocumentType.build

    def corrected(known: DocumentType, opened: PlanSession, request: Request) -> Document:
        """Build the document as a later version might: with other words wherever nothing is filled in."""
        text = build(known, opened, request).model_dump_json()
        for old, new in (("vårdens nav", "vårdens kärna"), ("Överenskommelsen 2023, ", "ÖK 2023, "),
                         ("Checklistan visar vad som begärs", "Listan säger vad som begärs"),
                         ("Vilka målgrupper behöver", "Vilka grupper behöver")):
            assert old in text or known.name != "checklista" or not request.as_boxes
            text = text.replace(old, new)
        return Document.model_validate_json(text)
    monkeypatch.setattr(DocumentType, "build", corrected)
    assert numbers(import_file(session, CASES / name, preview=True, reader=READER)) == wanted

"""Checklists and lists that are filled in and come back: untouched, changed by one, by both, unreadable, twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvplan.catalog.questions import all_questions
from nvplan.services.writing.commands import RemoveObject, SetAnswer, SetObject, Undo
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from tests.robust.plans import said

from .office import saved_by_libreoffice
from .returning import (
    KOMMUN,
    PER_ACTOR,
    assessment,
    cell,
    fill_in,
    filled_plan,
    kinds,
    left,
    numbers,
    opened,
    sheet_with,
    take_in,
    turn,
    written,
)


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    return filled_plan(tmp_path)


# -- what nobody has touched ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(("document", "form", "actor"), [
    ("checklista", "xlsx", KOMMUN), ("checklista", "xlsx", None), ("checklista", "docx", KOMMUN),
    ("checklista", "docx", None), ("insatser", "xlsx", None), ("insatser", "xlsx", KOMMUN), ("underlag", "xlsx", None),
    ("checklista", "pdf", KOMMUN), ("gemensam-plan", "pdf", None), ("arkiv", "json", None), ("arkiv", "json", KOMMUN)])
def test_a_file_that_nobody_has_touched_changes_nothing_whatever_has_happened_since(
        session: PlanSession, tmp_path: Path, document: str, form: str, actor: str | None) -> None:
    session.do(SetObject("underlag", "avtal", {"title": "Avtal", "date": "2026-03-01", "kind": "beslut"}))
    path = written(session, tmp_path / "ut", document, form, actor)
    found = take_in(session, path)
    assert (found.proposals, numbers(found), found.notes) == ([], (0, 0, 0), [])
    session.do(SetAnswer(PER_ACTOR, "nytt svar", KOMMUN))
    session.do(SetObject("insats", "sip", {"state": "pagaende", "cost": None}))
    session.do(SetObject("kravbedomning", f"sam-03@{KOMMUN}", {"judgement": "uppfyllt"}))
    before = said(session.repository)
    if form in ("xlsx", "docx"):
        assert kinds(take_in(session, path)) == {}
    assert said(session.repository) == before or form not in ("xlsx", "docx")


def test_a_document_without_names_is_not_taken_for_changed(session: PlanSession, tmp_path: Path) -> None:
    session.do(SetObject("insats", "sip", {"resources": "Ring 0470-123 45 eller skriv till anna@exempel.se"}))
    path = written(session, tmp_path / "ut", "insatser", "xlsx", None, without_names=True)
    assert take_in(session, path).proposals == []


# -- a checklist that is filled in ---------------------------------------------------------------------------------
def test_a_kommun_fills_in_the_checklist_in_excel(session: PlanSession, tmp_path: Path) -> None:
    path = written(session, tmp_path / "ut", "checklista", "xlsx")
    key, new = f"krav-sam-03@{KOMMUN}", f"krav-sam-05@{KOMMUN}"
    fill_in(path, {(key, "Bedömning"): "uppfyllt", (key, "Arbetsstatus"): "klart",
                   (key, "Motivering"): "Beslutat i maj", (key, "Underlag"): "Dnr 2026/17\nhttps://exempel.se/plan",
                   (new, "Bedömning"): "Ej uppfyllt",
                   (f"fraga-{PER_ACTOR}@{KOMMUN}", "Svar"): "Kommunens nya svar"})
    preview = take_in(session, path, preview=True)
    assert session.state.revision == 4
    assert kinds(preview) == {
        (f"sam-03@{KOMMUN}", "judgement"): "changes", (f"sam-03@{KOMMUN}", "work"): "adds",
        (f"sam-03@{KOMMUN}", "reason"): "changes", (f"sam-03@{KOMMUN}", "evidence"): "changes",
        (f"sam-05@{KOMMUN}", "judgement"): "adds",
        (f"{all_questions()[PER_ACTOR].chapter}@{KOMMUN}", PER_ACTOR): "changes"}
    found = take_in(session, path)
    assert kinds(found) == kinds(preview)
    assert not found.account.left
    got = assessment(session)
    assert (got["judgement"], got["work"], got["reason"], got["evidence"]) == (
        "uppfyllt", "klar", "Beslutat i maj", ("Dnr 2026/17", "https://exempel.se/plan"))
    assert assessment(session, f"sam-05@{KOMMUN}")["judgement"] == "ej_uppfyllt"
    assert session.state.answer(PER_ACTOR, KOMMUN).value == "Kommunens nya svar"
    assert session.state.revision == 5
    assert take_in(session, path).proposals == []
    assert session.state.revision == 5
    session.do(Undo())
    assert assessment(session)["judgement"] == "delvis"
    assert f"sam-05@{KOMMUN}" not in session.state.objects["kravbedomning"]


def test_what_both_have_changed_is_listed_and_not_written(session: PlanSession, tmp_path: Path) -> None:
    path = written(session, tmp_path / "ut", "checklista", "xlsx")
    session.do(SetObject("kravbedomning", f"sam-03@{KOMMUN}", {"judgement": "ej_uppfyllt"}))
    key = f"krav-sam-03@{KOMMUN}"
    fill_in(path, {(key, "Bedömning"): "uppfyllt", (key, "Motivering"): "Ny"})
    for _ in range(2):
        found = take_in(session, path)
        assert kinds(found)[f"sam-03@{KOMMUN}", "judgement"] == "contradicts"
        assert found.account.left
    assert assessment(session)["judgement"] == "ej_uppfyllt"
    assert assessment(session)["reason"] == "Ny"


def test_what_cannot_be_read_is_listed_with_the_reason(session: PlanSession, tmp_path: Path) -> None:
    path = written(session, tmp_path / "ut", "checklista", "xlsx")
    key = f"krav-sam-03@{KOMMUN}"
    fill_in(path, {(key, "Bedömning"): "kanske", (key, "Innebörd"): "Något annat", (key, "Arbetsstatus"): "pågår"})
    found = take_in(session, path)
    assert numbers(found) == (1, 2, 0)
    assert {text: "alternativen" in reason or reason for text, reason in left(found)} == {
        "kanske": True, "Något annat": "Det här är bara till för att läsa."}
    assert found.account.left
    assert assessment(session)["work"] == "pagar"


def test_columns_and_rows_that_someone_has_added(session: PlanSession, tmp_path: Path) -> None:
    path = written(session, tmp_path / "ut", "checklista", "xlsx")
    book = opened(path)
    sheet = sheet_with(book, f"krav-sam-03@{KOMMUN}")
    row = cell(sheet, f"krav-sam-03@{KOMMUN}", "Id").row
    header = next(one.row for one in sheet["B"] if one.value == "Innebörd")
    sheet.cell(header, sheet.max_column + 1).value = "Kommentar från nämnden"
    sheet.cell(row, sheet.max_column).value = "Vi vill träffas"
    sheet.cell(sheet.max_row + 1, 1).value = "EGEN-1"
    book.save(path)
    found = take_in(session, path)
    assert numbers(found) == (0, 1, 1)
    assert left(found) == [
        ("EGEN-1", "Raden saknar nyckel. Nya rader kan läggas till i insatslistan och underlagslistan."),
        ("Vi vill träffas", "Formuläret har ingen kolumn ”Kommentar från nämnden”.")]
    assert found.account.left


def test_a_row_of_another_part_is_not_taken_in(session: PlanSession, tmp_path: Path) -> None:
    path = written(session, tmp_path / "ut", "checklista", "xlsx")
    fill_in(path, {(f"krav-sam-03@{KOMMUN}", "Nyckel"): "krav-sam-03@0765"})
    fill_in(path, {("krav-sam-03@0765", "Bedömning"): "uppfyllt"})
    found = take_in(session, path)
    assert {reason for _, reason in left(found)} == {
        "Nyckeln krav-sam-03@0765 hör inte till dokumentet som skrevs ut."}
    assert "uppfyllt" in [text for text, _ in left(found)]
    assert "sam-03@0765" not in session.state.objects["kravbedomning"]


def test_ticks_in_word_become_judgements_and_at_questions_only_inform(session: PlanSession, tmp_path: Path) -> None:
    session.do(SetObject("kravbedomning", "", {"requirement": "SAM-05", "actor": KOMMUN, "judgement": "uppfyllt"}))
    path = written(session, tmp_path / "ut", "checklista", "docx", as_boxes=True)
    turn(path, f"krav-sam-03@{KOMMUN}", f"krav-sam-05@{KOMMUN}", f"fraga-{PER_ACTOR}@{KOMMUN}")
    found = take_in(session, path)
    assert kinds(found) == {(f"sam-03@{KOMMUN}", "judgement"): "changes", (f"sam-05@{KOMMUN}", "judgement"): "changes"}
    assert left(found) == [
        ("inte ikryssad", "Kryss vid frågor ändrar inget i planen: en fråga är klar när den har ett svar.")]
    assert assessment(session)["judgement"] == "uppfyllt"
    assert assessment(session, f"sam-05@{KOMMUN}")["judgement"] == "ej_bedomd"
    assert take_in(session, path).proposals == []


def test_ticks_for_the_whole_county_are_no_ones_judgement(session: PlanSession, tmp_path: Path) -> None:
    path = written(session, tmp_path / "ut", "checklista", "docx", None, as_boxes=True)
    turn(path, "krav-sam-03@lan")
    found = take_in(session, path)
    assert found.proposals == []
    assert found.account.left
    assert "säger inte vem som har bedömt" in left(found)[0][1]


# -- a list of insatser --------------------------------------------------------------------------------------------
def test_a_list_of_insatser_is_filled_in_and_rows_are_added(session: PlanSession, tmp_path: Path) -> None:
    path = written(session, tmp_path / "ut", "insatser", "xlsx")
    book = opened(path)
    sheet = sheet_with(book, "insats-sip")
    cell(sheet, "insats-sip", "Läge").value = "Pågående"
    cell(sheet, "insats-sip", "Kostnad").value = 20000.25
    cell(sheet, "insats-sip", "Slut").value = "31 december 2027"
    cell(sheet, "insats-sip", "Planer").value = "Gemensam plan för primärvård\nPatientkontrakt"
    row = sheet.max_row + 1
    for title, value in (("Rubrik", "Fast läkarkontakt"), ("Läge", "planerad"), ("Når i dag", 3), ("Av totalt", 8)):
        sheet.cell(row, cell(sheet, "insats-sip", title).column).value = value
    book.save(path)
    found = take_in(session, path)
    assert found.account.left == []
    assert kinds(found) == {("sip", "state"): "changes", ("sip", "cost"): "changes", ("sip", "end"): "adds",
                            ("sip", "plans"): "changes", ("ny", ""): "adds"}
    got = session.state.objects["insats"]
    assert str(got["sip"].model_dump()["cost"]) == "20000.25"
    assert got["sip"].model_dump()["history"][-1]["after"] == "pagaende"
    new = next(one for one in got.values() if one.id != "sip").model_dump()
    assert (new["title"], new["reached"], new["reach_of"], new["actor"]) == ("Fast läkarkontakt", 3, 8, KOMMUN)
    revision = session.state.revision
    assert take_in(session, path).proposals == []
    assert session.state.revision == revision


def test_a_row_that_does_not_go_together_is_left_to_a_person(session: PlanSession, tmp_path: Path) -> None:
    path = written(session, tmp_path / "ut", "insatser", "xlsx", None)
    fill_in(path, {("insats-sip", "Slut"): "2026-01-01", ("insats-sip", "Effekt"): "Bättre"})
    found = take_in(session, path)
    assert set(kinds(found).values()) == {"contradicts"}
    assert PlanSession.open(session.address).state.objects["insats"]["sip"].model_dump()["end"] == ""


def test_references_that_the_reader_does_not_see_are_not_taken_away(session: PlanSession, tmp_path: Path) -> None:
    session.do(SetObject("mal", "dolt", {"title": "Regionens mål", "actor": "region"}))
    session.do(SetObject("mal", "synligt", {"title": "Kommunens mål", "actor": KOMMUN}))
    session.do(SetObject("mal", "tredje", {"title": "Nästa mål", "actor": KOMMUN}))
    session.do(SetObject("insats", "sip", {"goals": ["dolt", "synligt"]}))
    path = written(session, tmp_path / "ut", "insatser", "xlsx")
    fill_in(path, {("insats-sip", "Mål"): "Kommunens mål\nNästa mål"})
    take_in(session, path)
    assert set(session.state.objects["insats"]["sip"].model_dump()["goals"]) == {"dolt", "synligt", "tredje"}


def test_an_insats_that_is_gone_is_told(session: PlanSession, tmp_path: Path) -> None:
    path = written(session, tmp_path / "ut", "insatser", "xlsx", None)
    fill_in(path, {("insats-sip", "Effekt"): "Bättre"})
    session.do(RemoveObject("insats", "sip"))
    assert left(take_in(session, path)) == [("Bättre", "Insats sip finns inte längre i planen.")]


def test_where_the_log_does_not_reach_only_what_is_empty_is_filled_in(session: PlanSession, tmp_path: Path) -> None:
    path = written(session, tmp_path / "ut", "checklista", "xlsx")
    key = f"krav-sam-03@{KOMMUN}"
    fill_in(path, {(key, "Bedömning"): "uppfyllt", (key, "Arbetsstatus"): "klart"})
    other = create_plan(tmp_path / "annan.nvplan", "07", 2027)
    other.do(SetObject("kravbedomning", "", {"requirement": "SAM-03", "actor": KOMMUN, "judgement": "delvis"}))
    found = take_in(other, path)
    assert kinds(found) == {(f"sam-03@{KOMMUN}", "judgement"): "contradicts", (f"sam-03@{KOMMUN}", "work"): "adds",
                            (f"sam-03@{KOMMUN}", "reason"): "adds", (f"sam-03@{KOMMUN}", "evidence"): "adds",
                            (f"{all_questions()[PER_ACTOR].chapter}@{KOMMUN}", PER_ACTOR): "adds"}
    assert any("Ändringsloggen når inte tillbaka" in note for note in found.notes)


# -- through LibreOffice -------------------------------------------------------------------------------------------
@pytest.mark.libreoffice
@pytest.mark.parametrize(("document", "form"), [("checklista", "xlsx"), ("checklista", "docx"), ("insatser", "xlsx")])
def test_a_file_that_libreoffice_has_saved(session: PlanSession, tmp_path: Path, document: str, form: str) -> None:
    path = written(session, tmp_path / "ut", document, form, as_boxes=form == "docx")
    if form == "docx":
        turn(path, f"krav-sam-03@{KOMMUN}")
    elif document == "checklista":
        fill_in(path, {(f"krav-sam-03@{KOMMUN}", "Bedömning"): "uppfyllt"})
    else:
        fill_in(path, {("insats-sip", "Läge"): "Avslutad"})
    found = take_in(session, saved_by_libreoffice(path.read_bytes(), form, tmp_path))
    wanted = ("sip", "state") if document == "insatser" else (f"sam-03@{KOMMUN}", "judgement")
    assert (kinds(found), left(found), found.notes) == ({wanted: "changes"}, [], [])

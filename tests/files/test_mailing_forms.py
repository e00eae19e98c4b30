"""The form that goes out to each actor and comes back: only hers, every kind of question, in Word and in Excel."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from nvplan.catalog.questions import all_questions
from nvplan.model.objects import Comment
from nvplan.services.documents.registry import MAILING, Request
from nvplan.services.reading.actors import find_actor
from nvplan.services.reading.own_part import binding_requirements, own_questions
from nvplan.services.writing.commands import SetAnswer, SetObject
from nvplan.services.writing.commands_plans import SwitchSet
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession

from .office import saved_by_libreoffice
from .returning import fill_in, numbers, row_of, take_in, tick, type_in, written

LESSEBO = "0761"
#: What is filled in, by question: what stands in the field, and what the plan then says.
FILLED: dict[str, tuple[str, Any]] = {
    "1.0.agare": ("Socialchef", "Socialchef"),
    "1.7.lakaravtal": ("Ja, det gäller", "galler"),
    "1.7.lakaravtal-till": ("31 december 2028", "2028-12-31"),
    "1.7.lakartid": ("12,5", "12.5"),
    "1.5.sakring": ("Ja", True),
    "1.5.sakring-hur": ("Nämnden frågar.\nAlltid.", "Nämnden frågar.\nAlltid."),
    "1.7.brist": ("Sjuksköterska\nDietist", ["sjukskoterska", "dietist"]),
    "1.1.beslut": ("Antagen", "antagen"),
}


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    session = create_plan(tmp_path / "lan.nvplan", "07", 2027)
    session.do(SetObject("insats", "sip", {"title": "SIP för alla", "state": "planerad", "actor": LESSEBO}))
    session.do(SetObject("insats", "annan", {"title": "Regionens egen sak", "actor": "region"}))
    session.do(SetAnswer("1.0.struktur", "byggs"))
    return session


def filled(session: PlanSession, folder: Path, form: str) -> Path:
    path = written(session, folder, "utskick", form, LESSEBO)
    if form == "xlsx":
        return fill_in(path, {(f"fraga-{one}@{LESSEBO}", "Svar"): typed for one, (typed, _) in FILLED.items()} | {
            (f"rad-1.7.vfu@{LESSEBO}/1", "År"): 2026, (f"rad-1.7.vfu@{LESSEBO}/1", "VFU-veckor"): "14",
            (f"rad-1.7.vfu@{LESSEBO}/1", "Platser"): "3", (f"krav-sam-01@{LESSEBO}", "Bedömning"): "delvis uppfyllt",
            (f"krav-sam-01@{LESSEBO}", "Underlag"): "Dnr 2026/17", ("insats-sip", "Läge"): "pågående",
            ("forslag-1.0.struktur@lan", "Ert förslag"): "Den används redan"})
    document = docx.Document(str(path))
    for one, (typed, _) in FILLED.items():
        type_in(row_of(document, all_questions()[one].label).cells[-1], typed)
    vfu = row_of(document, "Föregående vårtermin").cells
    for cell, text in zip(vfu[1:], ("2026", "14", "3"), strict=True):
        type_in(cell, text)
    judged = row_of(document, "Fortsätt ställa om till nära vård").cells
    type_in(judged[1], "delvis uppfyllt")
    type_in(judged[2], "Dnr 2026/17")
    type_in(row_of(document, "SIP för alla").cells[1], "pågående")
    type_in(row_of(document, all_questions()["1.0.struktur"].label).cells[-1], "Den används redan")
    document.save(str(path))
    return path


def test_the_form_has_her_questions_and_nothing_of_the_region_s(session: PlanSession) -> None:
    actor = find_actor(session.state, LESSEBO)
    document = MAILING.build(session, Request(actor=actor))
    keys = [key for block in document.blocks if block.type == "table" for key in block.row_keys]
    asked = {one.id for one in own_questions(session.state, actor)}
    told = {key.removeprefix("fraga-").removeprefix("rad-").partition("@")[0] for key in keys
            if key.startswith(("fraga-", "rad-"))}
    assert told == asked
    assert {one for one in all_questions() if all_questions()[one].actors == ("region",)} & told == set()
    assert {"1.7.vfu", "2.10.sabo"} <= told
    assert len(binding_requirements(session.state, actor)) == sum(key.startswith("krav-") for key in keys)
    assert not any("ambulans" in one.title.lower() for one in binding_requirements(session.state, actor))
    assert "Regionens egen sak" not in document.model_dump_json()
    assert all(key.endswith((f"@{LESSEBO}", "@lan")) or key in ("insats-sip", "insats-") or f"@{LESSEBO}/" in key
               for key in keys)


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_a_form_that_nobody_has_touched_says_nothing_new(session: PlanSession, tmp_path: Path, form: str) -> None:
    path = written(session, tmp_path / "ut", "utskick", form, LESSEBO)
    found = take_in(session, path)
    assert (numbers(found), found.notes) == ((0, 0, 0), [])


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_every_kind_of_answer_comes_back(session: PlanSession, tmp_path: Path, form: str) -> None:
    found = take_in(session, filled(session, tmp_path / "ut", form))
    assert [(one.where, one.text, one.reason) for one in found.account.left] == []
    assert {one: session.state.answer(one, LESSEBO).value for one in FILLED} == {
        one: value for one, (_, value) in FILLED.items()}
    assert session.state.answer("1.7.vfu", LESSEBO).value == [
        {"termin": "Föregående vårtermin, genomfört", "ar": "2026", "veckor": "14", "platser": "3"},
        {"termin": "Vårterminen därefter, uppskattat"}]
    judged = session.state.objects["kravbedomning"][f"sam-01@{LESSEBO}"].__dict__
    assert (judged["judgement"], judged["evidence"]) == ("delvis", ("Dnr 2026/17",))
    assert session.state.objects["insats"]["sip"].__dict__["state"] == "pagaende"
    # What is proposed about an answer of the county's is a synpunkt, and the answer is what it was.
    (comment,) = session.state.objects["kommentar"].values()
    assert isinstance(comment, Comment)
    assert (comment.actor, comment.question, comment.text) == (LESSEBO, "1.0.struktur", "Den används redan")
    assert session.state.answer("1.0.struktur").value == "byggs"
    assert numbers(take_in(session, tmp_path / "ut" / found.name)) == (0, 0, 0)


@pytest.mark.libreoffice
@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_libreoffice_saves_it_without_changing_what_it_says(session: PlanSession, tmp_path: Path, form: str) -> None:
    path = saved_by_libreoffice(filled(session, tmp_path / "ut", form).read_bytes(), form, tmp_path)
    found = take_in(session, path)
    assert [(one.where, one.text, one.reason) for one in found.account.left] == []
    assert {one: session.state.answer(one, LESSEBO).value for one in FILLED} == {
        one: value for one, (_, value) in FILLED.items()}


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_an_insats_on_an_empty_row_is_hers(session: PlanSession, tmp_path: Path, form: str) -> None:
    path = written(session, tmp_path / "ut", "utskick", form, LESSEBO)
    if form == "xlsx":
        from .returning import opened, sheet_with

        book = opened(path)
        sheet = sheet_with(book, "insats-sip")
        last = next(row for row in sheet.iter_rows() if any(cell.value == "insats-sip" for cell in row))[0].row
        sheet.cell(last + 2, 1).value = "Läkarstöd i hemsjukvården"
        book.save(path)
    else:
        document = docx.Document(str(path))
        table = next(one for one in document.tables if "SIP för alla" in one.rows[1].cells[0].text)
        table.rows[3].cells[0].paragraphs[0].add_run("Läkarstöd i hemsjukvården")
        document.save(str(path))
    found = take_in(session, path)
    assert numbers(found) == (1, 0, 0)
    titles = {one.__dict__["title"]: one for one in session.state.objects["insats"].values()}
    added = titles["Läkarstöd i hemsjukvården"]
    assert added.__dict__["actor"] == LESSEBO


def test_what_is_written_beside_the_fields_is_told(session: PlanSession, tmp_path: Path) -> None:
    path = written(session, tmp_path / "ut", "utskick", "docx", LESSEBO)
    document = docx.Document(str(path))
    document.add_paragraph("Ring mig om något är oklart")
    document.save(str(path))
    found = take_in(session, path)
    assert [one.text for one in found.account.unclear] == ["Ring mig om något är oklart"]


def test_a_form_from_before_the_plan_changed_set_is_told_and_taken_in_where_it_belongs_now(tmp_path: Path) -> None:
    session = create_plan(tmp_path / "lan.nvplan", "07", 2027, "OK2021")
    path = written(session, tmp_path / "ut", "utskick", "xlsx", LESSEBO)
    session.do(SwitchSet("OK2023"))
    found = take_in(session, fill_in(path, {
        (f"krav-21-sam-1@{LESSEBO}", "Bedömning"): "uppfyllt", (f"fraga-1.0.agare@{LESSEBO}", "Svar"): "Socialchef"}))
    assert numbers(found) == (2, 0, 0)
    assert any("Bedömningar förs till det krav som har ersatt det gamla" in note for note in found.notes)
    assert session.state.objects["kravbedomning"][f"sam-01@{LESSEBO}"].__dict__["judgement"] == "uppfyllt"
    assert f"21-sam-1@{LESSEBO}" not in session.state.objects["kravbedomning"]
    assert session.state.answer("1.0.agare", LESSEBO).value == "Socialchef"


def in_word(session: PlanSession, folder: Path) -> tuple[Path, Any]:
    path = written(session, folder, "utskick", "docx", LESSEBO)
    return path, docx.Document(str(path))


def test_two_ticks_at_a_question_with_one_answer_are_told(session: PlanSession, tmp_path: Path) -> None:
    path, document = in_word(session, tmp_path)
    tick(row_of(document, all_questions()["1.7.lakaravtal"].label).cells[-1], ["Nej", "Det har gått ut"])
    document.save(str(path))
    (place,) = take_in(session, path).account.refused
    assert place.reason.startswith("Två rutor är ikryssade")
    assert session.state.answer("1.7.lakaravtal", LESSEBO).value is None


def test_a_new_tick_beside_the_one_that_the_form_went_out_with_is_the_answer(session: PlanSession, tmp_path: Path
                                                                             ) -> None:
    session.do(SetAnswer("1.7.lakaravtal", "omforhandlas", LESSEBO))
    path, document = in_word(session, tmp_path)
    tick(row_of(document, all_questions()["1.7.lakaravtal"].label).cells[-1], ["Nej"])
    document.save(str(path))
    (place,) = take_in(session, path).account.taken
    assert (place.text, place.ours) == ("Nej", "Ja, men det omförhandlas")
    assert session.state.answer("1.7.lakaravtal", LESSEBO).value == "saknas"


def test_an_x_beside_a_box_is_a_tick_and_words_beside_one_that_is_not_ticked_are_told(session: PlanSession,
                                                                                      tmp_path: Path) -> None:
    path, document = in_word(session, tmp_path)
    for question, after in (("1.5.sakring", " x"), ("1.7.lakaravtal", ", men bara i norra kommundelen")):
        cell = row_of(document, all_questions()[question].label).cells[-1]
        run = next(one for one in cell._tc.iter(qn("w:t")) if (one.text or "").strip() in ("Ja", "Nej"))
        run.text = f"{run.text}{after}"
    document.save(str(path))
    found = take_in(session, path)
    assert session.state.answer("1.5.sakring", LESSEBO).value is True
    assert session.state.answer("1.7.lakaravtal", LESSEBO).value is None
    assert [one.text for one in found.account.unclear] == ["Nej, men bara i norra kommundelen"]


def test_what_is_written_anywhere_below_a_question_is_its_answer(session: PlanSession, tmp_path: Path) -> None:
    path, document = in_word(session, tmp_path)
    for table in document.tables:
        rows = list(table.rows)
        for number, row in enumerate(rows):
            if row.cells[0].text.isdecimal() and all_questions()["1.7.lakartid"].label in row.cells[1].text:
                rows[number + 1].cells[2].paragraphs[0].add_run("12,5")  # beside the box and not in it
    document.save(str(path))
    assert numbers(take_in(session, path)) == (1, 0, 0)
    assert session.state.answer("1.7.lakartid", LESSEBO).value == "12.5"


def test_a_word_form_that_has_lost_its_marks_tells_what_is_written_in_it(session: PlanSession, tmp_path: Path) -> None:
    path, document = in_word(session, tmp_path)
    type_in(row_of(document, all_questions()["1.0.agare"].label).cells[-1], "Socialchef")
    for mark in list(document.element.body.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
        mark.getparent().remove(mark)
    document.save(str(path))
    found = take_in(session, path)
    told = [one.text for one in (*found.account.taken, *found.account.left)]
    assert "Socialchef" in told

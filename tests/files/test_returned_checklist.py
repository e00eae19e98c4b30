"""The Word checklist with fields comes back: what is judged and answered in it, and nothing that is not asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest

from nvplan.catalog.questions import all_questions
from nvplan.catalog.requirements import requirements
from nvplan.services.writing.commands import SetObject
from nvplan.services.writing.session import PlanSession
from nvplan.texts import documents_checklist as checklist_texts

from .office import saved_by_libreoffice
from .returning import (
    KOMMUN,
    PER_ACTOR,
    assessment,
    cell,
    filled_plan,
    left,
    numbers,
    opened,
    row_of,
    sheet_with,
    take_in,
    tick,
    type_in,
    written,
)

COUNTY = next(one for one in all_questions().values() if one.core and one.per == "lan" and one.kind == "langtext"
              and not one.condition and not one.guest and one.plan == "gemensam")
GROUPS = all_questions()["1.2.malgrupper"]
#: One that every actor judges, and one that only the region does.
SEVERAL, REGION = requirements()["SAM-03"], requirements()["RES-01"]


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    return filled_plan(tmp_path)


def typed(path: Path, cells: dict[tuple[str, int], str]) -> Path:
    """Fill in cells, named by what stands in their row's first cell and by their place in it."""
    document: Any = docx.Document(str(path))
    for (row, place), text in cells.items():
        type_in(row_of(document, row).cells[place], text)
    document.save(str(path))
    return path


@pytest.mark.parametrize("actor", [KOMMUN, None])
def test_one_that_nobody_has_touched_says_nothing_new(session: PlanSession, tmp_path: Path, actor: str | None) -> None:
    found = take_in(session, written(session, tmp_path / "ut", "checklista", "docx", actor))
    assert (numbers(found), found.notes) == ((0, 0, 0), [])


@pytest.mark.parametrize("actor", [KOMMUN, None])
def test_every_question_open_says_nothing_new_either(session: PlanSession, tmp_path: Path, actor: str | None) -> None:
    found = take_in(session, written(session, tmp_path / "ut", "checklista", "docx", actor, every_question=True))
    assert (numbers(found), found.notes) == ((0, 0, 0), [])


def test_judgement_evidence_reason_and_answer_come_back(session: PlanSession, tmp_path: Path) -> None:
    path = typed(written(session, tmp_path / "ut", "checklista", "docx"), {
        (SEVERAL.title, 2): "uppfyllt", (SEVERAL.title, 3): "klart", (SEVERAL.title, 4): "Dnr 2026/17\nProtokoll 4",
        (SEVERAL.title, 5): "Beslutat i maj", (all_questions()[PER_ACTOR].label, 1): "Socialchef"})
    found = take_in(session, path)
    assert left(found) == []
    judged = assessment(session)
    assert (judged["judgement"], judged["work"], judged["reason"]) == ("uppfyllt", "klar", "Beslutat i maj")
    assert judged["evidence"] == ("Dnr 2026/17", "Protokoll 4")
    assert session.state.answer(PER_ACTOR, KOMMUN).value == "Socialchef"
    assert numbers(take_in(session, path)) == (0, 0, 0)


def test_the_county_s_copy_takes_what_one_alone_judges_and_refuses_what_several_do(
        session: PlanSession, tmp_path: Path) -> None:
    path = typed(written(session, tmp_path / "ut", "checklista", "docx", None), {
        (REGION.title, 2): "delvis uppfyllt", (REGION.title, 3): "Plan 2026", (SEVERAL.title, 3): "uppfyllt",
        (COUNTY.label, 1): "Länets ord", (all_questions()[PER_ACTOR].label, 1): "Alla svarar så"})
    found = take_in(session, path)
    judged = assessment(session, "res-01@region")
    assert (judged["judgement"], judged["evidence"]) == ("delvis", ("Plan 2026",))
    assert session.state.answer(COUNTY.id).value == "Länets ord"
    assert {reason for _, reason in left(found)} == {
        "Raden gäller flera. Var och en bedömer och svarar i sin egen checklista. Inget är infört."}
    assert {text for text, _ in left(found)} == {"uppfyllt", "1 av 9 har svarat.Alla svarar så"}
    assert assessment(session)["judgement"] == "delvis"


def test_what_is_typed_beside_the_fields_is_told(session: PlanSession, tmp_path: Path) -> None:
    path = written(session, tmp_path / "ut", "checklista", "docx")
    document: Any = docx.Document(str(path))
    document.add_paragraph("Vi hinner inte mer i år.")
    document.save(str(path))
    found = take_in(session, path)
    assert [text for text, _ in left(found)] == ["Vi hinner inte mer i år."]


def test_what_others_wrote_meanwhile_is_not_written_over(session: PlanSession, tmp_path: Path) -> None:
    path = typed(written(session, tmp_path / "ut", "checklista", "docx"), {(SEVERAL.title, 5): "Vårt ord"})
    session.do(SetObject("kravbedomning", f"sam-03@{KOMMUN}", {"reason": "Någon annans ord"}))
    found = take_in(session, path)
    assert assessment(session)["reason"] == "Någon annans ord"
    assert numbers(found) != (1, 0, 0)


def ticked_groups(session: PlanSession, folder: Path) -> Path:
    """Tick two groups in the county's copy, and write a third in words of one's own after its box."""
    path = written(session, folder, "checklista", "docx", None)
    document: Any = docx.Document(str(path))
    field = row_of(document, GROUPS.label).cells[1]
    tick(field, ["Sköra äldre", "Boende i glest befolkade områden", "Annan målgrupp"])
    last = next(one for one in field.paragraphs if "Annan" in one.text)
    last.add_run(": hemlösa")
    document.save(str(path))
    return path


def test_boxes_beside_each_other_come_back_one_by_one(session: PlanSession, tmp_path: Path) -> None:
    path = ticked_groups(session, tmp_path / "ut")
    document: Any = docx.Document(str(path))
    field = row_of(document, GROUPS.label).cells[1]
    assert len(field.paragraphs) == 2, "all on lines that flow, and the one with words of one's own below them"
    found = take_in(session, path)
    assert left(found) == []
    assert session.state.answer(GROUPS.id).value == ["skora_aldre", "glesbygd", "annan:hemlösa"]
    assert numbers(take_in(session, path)) == (0, 0, 0)


@pytest.mark.libreoffice
def test_libreoffice_may_save_boxes_and_a_workbook(session: PlanSession, tmp_path: Path) -> None:
    path = ticked_groups(session, tmp_path / "ut")
    (tmp_path / "word").mkdir()
    found = take_in(session, saved_by_libreoffice(path.read_bytes(), "docx", tmp_path / "word"))
    assert left(found) == []
    assert session.state.answer(GROUPS.id).value == ["skora_aldre", "glesbygd", "annan:hemlösa"]
    path = written(session, tmp_path / "bok", "checklista", "xlsx")
    book = opened(path)
    sheet = sheet_with(book, f"krav-sam-03@{KOMMUN}")
    cell(sheet, f"krav-sam-03@{KOMMUN}", "Bedömning").value = "uppfyllt"
    sheet = sheet_with(book, f"fraga-{PER_ACTOR}@{KOMMUN}")
    cell(sheet, f"fraga-{PER_ACTOR}@{KOMMUN}", "Svar").value = "Socialchef"
    book.save(path)
    (tmp_path / "excel").mkdir()
    found = take_in(session, saved_by_libreoffice(path.read_bytes(), "xlsx", tmp_path / "excel"))
    assert (left(found), numbers(found)) == ([], (2, 0, 0))
    assert assessment(session)["judgement"] == "uppfyllt"
    assert session.state.answer(PER_ACTOR, KOMMUN).value == "Socialchef"


@pytest.mark.libreoffice
def test_libreoffice_may_save_it(session: PlanSession, tmp_path: Path) -> None:
    path = typed(written(session, tmp_path / "ut", "checklista", "docx"), {
        (SEVERAL.title, 2): "uppfyllt", (SEVERAL.title, 5): "Beslutat i maj"})
    found = take_in(session, saved_by_libreoffice(path.read_bytes(), "docx", tmp_path))
    assert left(found) == []
    assert (assessment(session)["judgement"], assessment(session)["reason"]) == ("uppfyllt", "Beslutat i maj")


def test_it_says_first_what_comes_back_and_its_tables_lie_down(session: PlanSession, tmp_path: Path) -> None:
    document: Any = docx.Document(str(written(session, tmp_path / "ut", "checklista", "docx")))
    told = [one.text for one in document.paragraphs]
    assert told.index(checklist_texts.COMES_BACK_ACTOR[0]) < told.index("Krav")
    front, requirements_part, questions_part = document.sections
    assert front.page_width < front.page_height
    assert requirements_part.page_width > requirements_part.page_height
    assert questions_part.page_width < questions_part.page_height


def test_in_an_actor_s_workbook_the_county_s_answers_are_marked_and_its_own_are_not(
        session: PlanSession, tmp_path: Path) -> None:
    book = opened(written(session, tmp_path / "ut", "checklista", "xlsx"))
    own, county = f"fraga-{PER_ACTOR}@{KOMMUN}", f"fraga-{COUNTY.id}@lan"
    sheet = sheet_with(book, own)
    prompts = {str(one.sqref): one.prompt for one in sheet.data_validations.dataValidation if one.prompt}
    marked, free = cell(sheet, county, "Svar"), cell(sheet, own, "Svar")
    assert marked.fill.fgColor.rgb != free.fill.fgColor.rgb
    assert any(marked.coordinate in places for places in prompts)
    assert not any(free.coordinate in places.split() for places in prompts)
    whole = opened(written(session, tmp_path / "hela", "checklista", "xlsx", None))
    sheet = sheet_with(whole, county)
    assert cell(sheet, county, "Svar").fill.fgColor.rgb == cell(sheet, own, "Svar").fill.fgColor.rgb

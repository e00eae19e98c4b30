"""The checklist on paper: a row for each requirement by area, boxes to tick, room to write, and questions apart."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pikepdf
import pytest

from nvplan.catalog.questions import plan_form
from nvplan.catalog.requirements import requirements, requirements_in_force
from nvplan.files.write.pdf import render
from nvplan.files.write.registry import render as render_format
from nvplan.model.compliance import bound
from nvplan.model.document import Cell, Document, Heading, Paragraph, Table
from nvplan.model.requirement import PLANS
from nvplan.services.documents.checklist_answers import LONGEST_ANSWER
from nvplan.services.documents.frame import progress_shown
from nvplan.services.documents.registry import Request
from nvplan.services.documents.view import View
from nvplan.services.reading.actors import find_actor
from nvplan.services.reading.plan_names import plan_short
from nvplan.services.writing.commands import SetObject
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from nvplan.texts import documents_checklist as checklist_texts
from tests.services.documents.counties import island_plan, western_plan
from tests.services.documents.plans import KOMMUN, OTHER, build, mark

ALVESTA = "0764"
#: A box for each judgement, in the order of the columns.
JUDGEMENTS = ("uppfyllt", "delvis", "ej_uppfyllt", "ej_tillampligt")
#: A requirement that every huvudman judges.
SEVERAL = "SAM-03"
BOXES = ("Ja", "Delvis", "Nej", "Berör\u00a0inte")


def _tables(document: Document) -> tuple[list[Table], list[Table]]:
    """Return the tables of requirements and those of questions."""
    found = [block for block in document.paper_blocks if isinstance(block, Table)]
    with_boxes = [table for table in found if any(column.kind == "tick" for column in table.columns)]
    return with_boxes, [table for table in found if table not in with_boxes]


def test_every_requirement_has_one_row_and_the_most_binding_stand_first_in_their_area(example: PlanSession) -> None:
    document = build(example, "checklista")
    areas, _ = _tables(document)
    titles = [row[0].text.partition("\n")[0] for table in areas for row in table.rows]
    known = [one for one in requirements_in_force(example.state.info) if bound(one, example.state.actors)]
    assert len(titles) == len(known)
    for table in areas:
        assert tuple(column.title for column in table.columns if column.kind == "tick") == BOXES
        assert all(row[0].beside and row[-2].text and row[-1].blank for row in table.rows), "whom, how it shows, room"
        levels = [row[1].text for row in table.rows]
        order = ("Lag", "Ska", "Mål", "Bör", "Centralt", "Kan")
        assert levels == sorted(levels, key=order.index), table.caption


def test_what_is_judged_is_ticked_where_all_have_judged_so_and_else_counted(example: PlanSession) -> None:
    document = build(example, "checklista")
    areas, _ = _tables(document)
    for table in areas:
        for row in table.rows:
            boxes = row[3:7]
            told = [int(cell.text) for cell in boxes if cell.text]
            ticked = [place for place, cell in enumerate(boxes) if cell.ticked]
            assert len(ticked) <= 1
            if " av " in row[2].text:  # several may judge it
                given, everyone = map(int, row[2].text.split(" av "))
                assert sum(told) == given <= everyone
                assert not ticked or given == everyone
            else:  # nobody has, or the only one whom it is about
                assert not told
                assert bool(ticked) == (row[2].text != "inte bedömt")
    assert any(cell.ticked for table in areas for row in table.rows for cell in row[4:6]), "partly and not met are seen"
    legend = " ".join(block.text for block in document.paper_blocks if isinstance(block, Paragraph))
    assert "Ett tal är hur många som har bedömt så." in legend
    assert all(word in legend for word in ("Ska", "Lag".lower(), "Mål", "Bör", "Centralt", "Kan"))


@pytest.mark.parametrize("judgement", [*JUDGEMENTS])
def test_all_who_have_judged_alike_tick_the_box_and_one_for_whom_it_is_not_does_not_stop_it(
        tmp_path: Path, judgement: str) -> None:
    session = create_plan(tmp_path / "lan.nvplan", "07", 2027)
    asked = bound(requirements()[SEVERAL], session.state.actors)
    for actor in asked[1:]:
        session.do(SetObject("kravbedomning", "", {"requirement": SEVERAL, "actor": actor.id, "judgement": judgement}))
    place = JUDGEMENTS.index(judgement)
    row = _row_of(session)
    assert (row[3 + place].text, row[3 + place].ticked, row[2].text) == ("8", False, "8 av 9")
    session.do(SetObject("kravbedomning", "", {"requirement": SEVERAL, "actor": asked[0].id,
                                               "judgement": "ej_tillampligt"}))
    row = _row_of(session)
    assert [cell.ticked for cell in row[3:7]] == [judgement == one for one in JUDGEMENTS]
    read = _read(session).replace("\u00a0", " ")
    assert read == {"uppfyllt": "Uppfyllt: 8\nBerör inte: 1", "delvis": "Delvis: 8\nBerör inte: 1",
                    "ej_uppfyllt": "Inte uppfyllt: 8\nBerör inte: 1", "ej_tillampligt": "Berör inte: 9"}[judgement]


def _row_of(session: PlanSession) -> tuple[Cell, ...]:
    areas, _ = _tables(build(session, "checklista"))
    title = requirements()[SEVERAL].title
    return next(row for table in areas for row in table.rows if row[0].text.startswith(f"{title}\n"))


def _read(session: PlanSession) -> str:
    """Return how the requirement is judged in the form that is filled in on a screen."""
    title = requirements()[SEVERAL].title
    return next(row[2].text for table in build(session, "checklista").blocks if isinstance(table, Table)
                for row in table.rows if row[0].text.startswith(f"{title}\n"))


def test_an_actor_s_copy_has_its_judgements_ticked_and_no_other_s(example: PlanSession, marked: PlanSession) -> None:
    areas, questions = _tables(build(example, "checklista", actor=find_actor(example.state, ALVESTA)))
    assert any(row[3].ticked for table in areas for row in table.rows)
    assert all(sum(bool(cell.ticked) for cell in row[3:7]) <= 1 for table in areas for row in table.rows)
    assert any(row[1].text.startswith("Länets svar: ") for table in questions for row in table.rows)
    copy = build(marked, "checklista", actor=find_actor(marked.state, KOMMUN))
    text = "".join(cell.text for tables in _tables(copy) for table in tables for row in table.rows for cell in row)
    assert mark(KOMMUN) in text
    assert mark(OTHER) not in text


def test_core_questions_stand_apart_with_room_for_a_new_answer(example: PlanSession) -> None:
    document = build(example, "checklista")
    chapters = [block.text for block in document.paper_blocks if isinstance(block, Heading)]
    assert chapters == ["Krav", "Kärnfrågor"]
    _, questions = _tables(document)
    assert len(questions) == 3
    assert all(row[2].text == "" for table in questions for row in table.rows)
    assert all(len(row[1].text) <= LONGEST_ANSWER + 1 for table in questions for row in table.rows)


@pytest.mark.parametrize("make", ["example", "island", "western"])
def test_as_many_core_questions_stand_there_as_are_counted(example: PlanSession, tmp_path: Path, make: str) -> None:
    path = tmp_path / "lan.nvplan"
    session = example if make == "example" else island_plan(path) if make == "island" else western_plan(path)
    view = View(session, Request())
    document = build(session, "checklista")
    counted = [progress_shown(plan_form(plan), session.state, None).applicable for plan in PLANS]
    _, on_paper = _tables(document)
    on_screen = [block for block in document.blocks
                 if isinstance(block, Table) and any(key.startswith("fraga-") for key in block.row_keys)]
    to_print = next(block for block in document.grid_blocks
                    if isinstance(block, Table) and block.caption == checklist_texts.TO_PRINT[1])
    assert [len(table.rows) for table in on_paper] == counted
    assert [len(table.rows) for table in on_screen] == counted
    assert [sum(row[0].text == plan_short(view.state, plan) for row in to_print.rows) for plan in PLANS] == counted


def test_the_only_one_who_answers_is_told_with_its_answer_and_not_counted(tmp_path: Path) -> None:
    session = island_plan(tmp_path / "lan.nvplan")
    document = build(session, "checklista")
    tables = [block for blocks in (document.blocks, document.paper_blocks, document.grid_blocks) for block in blocks
              if isinstance(block, Table)]
    assert not [cell.text for table in tables for row in table.rows for cell in row if "1 av 1" in cell.text]


def test_a_question_without_a_field_says_why(tmp_path: Path) -> None:
    session = island_plan(tmp_path / "lan.nvplan")
    rows = [row for table in build(session, "checklista").blocks if isinstance(table, Table)
            for row, key in zip(table.rows, table.row_keys, strict=False) if key.startswith("fraga-")]
    closed = [row[1].text for row in rows if not row[1].blank]
    assert len(closed) > 8
    assert all(any(word in text for word in ("planen", "insatsförteckningen", "än.")) for text in closed), closed


@pytest.mark.parametrize(("actor", "most"), [("", 12), (ALVESTA, 9)])
def test_it_lies_down_and_is_a_third_of_the_pages_that_it_was(example: PlanSession, actor: str, most: int) -> None:
    document = build(example, "checklista", actor=find_actor(example.state, actor) if actor else None)
    with pikepdf.open(io.BytesIO(render(document))) as opened:
        assert len(opened.pages) <= most
        first = opened.pages[0].MediaBox
        assert float(first[2]) > float(first[3])


def test_the_requirements_of_the_county_stand_on_at_most_nine_pages(example: PlanSession) -> None:
    document = build(example, "checklista")
    questions = next(place for place, block in enumerate(document.paper_blocks)
                     if isinstance(block, Heading) and block.text == "Kärnfrågor")
    only = document.model_copy(update={"paper_blocks": document.paper_blocks[:questions]})
    with pikepdf.open(io.BytesIO(render(only))) as opened:
        assert len(opened.pages) <= 9


def test_a_field_that_nobody_has_filled_in_is_said_to_be_so_where_it_is_only_read(tmp_path: Path) -> None:
    document = build(island_plan(tmp_path / "lan.nvplan"), "checklista")
    fields = [cell for table in document.blocks if isinstance(table, Table) for row in table.rows for cell in row
              if cell.is_unfilled]
    assert fields
    for form in ("html", "md"):
        told = render_format(document, form).decode()
        assert told.count("inte besvarad") >= sum(cell.unfilled == "inte besvarad" for cell in fields) > 0
        assert told.count("inte bedömt") >= sum(cell.unfilled == "inte bedömt" for cell in fields) > 0
    assert "inte bedömt" not in xml_of(render_format(document, "docx")), "there it is a field to fill in"


def xml_of(word: bytes) -> str:
    """Return the text of a Word file's body as it is marked up."""
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        return re.sub(r"<w:listItem [^>]*>", "", package.read("word/document.xml").decode())

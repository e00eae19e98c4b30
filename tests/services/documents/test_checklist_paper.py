"""The checklist on paper: a row for each requirement by area, boxes to tick, room to write, and questions apart."""

from __future__ import annotations

import io

import pikepdf
import pytest

from nvplan.catalog.requirements import requirements_in_force
from nvplan.files.write.pdf import render
from nvplan.model.compliance import bound
from nvplan.model.document import Document, Heading, Table
from nvplan.services.reading.actors import find_actor
from nvplan.services.writing.session import PlanSession
from tests.services.documents.plans import KOMMUN, OTHER, build, mark

ALVESTA = "0764"
#: A box for each judgement, in the order of the columns.
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


def test_only_what_all_have_met_is_ticked_for_the_county_and_nothing_is_partly_met_of_those_not_judged(
        example: PlanSession) -> None:
    areas, _ = _tables(build(example, "checklista"))
    for table in areas:
        for row in table.rows:
            yes, partly, no, other = (cell.ticked for cell in row[3:7])
            assert [partly, no, other] == [False, False, False]
            if yes and row[2].text != "uppfyllt":  # by the only one whom it is about
                met, _, applicable = row[2].text.partition(", ")[0].partition(" av ")
                assert met == applicable


def test_an_actor_s_copy_has_its_judgements_ticked_and_no_other_s(example: PlanSession, marked: PlanSession) -> None:
    areas, questions = _tables(build(example, "checklista", actor=find_actor(example.state, ALVESTA)))
    assert any(row[3].ticked for table in areas for row in table.rows)
    assert all(sum(bool(cell.ticked) for cell in row[3:7]) <= 1 for table in areas for row in table.rows)
    assert any("(länets svar)" in row[1].text for table in questions for row in table.rows)
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
    assert all(len(row[1].text) < 200 for table in questions for row in table.rows)


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

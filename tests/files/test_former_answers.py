"""A checklist of 0.1.0 of a plan whose answers stand in registers now, which may say otherwise.

`kept/0.1.0-allt` has the checklists that 0.1.0 wrote of the plan that is kept in `tests/store/kept`.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import docx
import pytest

from nvplan.services.writing.session import PlanSession

from .returning import cell, numbers, opened, sheet_with, take_in
from .test_returned_word import below, write

FORMS = Path(__file__).parent / "kept" / "0.1.0-allt"
PLAN = Path(__file__).parents[1] / "store" / "kept" / "0.1.0-allt.nvplan"
#: A decision of which the register says another thing than the answer of 0.1.0 did.
DECISION, ACTOR = "1.1.beslut", "1080"


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    shutil.copy(PLAN, tmp_path / "lan.nvplan")
    return PlanSession.open(tmp_path / "lan.nvplan")


@pytest.mark.parametrize("name", ["checklista.docx", "checklista.xlsx"])
def test_what_nobody_has_touched_says_nothing_new(session: PlanSession, tmp_path: Path, name: str) -> None:
    before = session.state
    path = Path(shutil.copy(FORMS / name, tmp_path / name))
    assert numbers(take_in(session, path)) == (0, 0, 0)
    assert session.state.answers == before.answers
    assert session.state.objects == before.objects


def test_what_somebody_has_changed_in_the_sheet_comes_in_also_where_the_register_says_otherwise(
        session: PlanSession, tmp_path: Path) -> None:
    path = Path(shutil.copy(FORMS / "checklista.xlsx", tmp_path / "checklista.xlsx"))
    book = opened(path)
    key = f"fraga-{DECISION}@{ACTOR}"
    cell(sheet_with(book, key), key, "Svar").value = "Återremiss"
    gone = "fraga-3.6.bekrafta@lan"
    cell(sheet_with(book, gone), gone, "Svar").value = "Nej"
    book.save(path)
    assert session.state.answer(DECISION, ACTOR).value == "avslag"
    assert numbers(take_in(session, path)) == (1, 1, 0), "the question that is gone says why it is not taken in"
    assert session.state.answer(DECISION, ACTOR).value == "aterremiss"


def test_what_somebody_has_changed_on_the_page_comes_in(session: PlanSession, tmp_path: Path) -> None:
    path = Path(shutil.copy(FORMS / "checklista.docx", tmp_path / "checklista.docx"))
    document = docx.Document(str(path))
    write(below(document, "(2.4.lakare-basvarde)", "Svar"), "0,29")
    document.save(str(path))
    assert numbers(take_in(session, path)) == (1, 0, 0)
    assert session.state.answer("2.4.lakare-basvarde").value == "0.29"

"""One definition of progress: the same figures on the screen, in `status --json` and in every document."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvplan.model.document import Document, Table
from nvplan.services.documents.registry import DOCUMENTS, Request
from nvplan.services.reading.status import status_json
from nvplan.services.writing.session import PlanSession
from tests.example import example_plan
from tests.tui.planner import WIDE, planner, screen_text


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The example county."""
    path = tmp_path / "exempel.nvplan"
    example_plan(path)
    return path


def _percents(path: Path) -> list[str]:
    """Return what `status --json` says in whole per cent, as it is written."""
    return [f"{int(row['progress'] * 100 + 1e-9)}\u00a0%" for row in status_json(PlanSession.open(path).state)["plans"]]


def _cells(document: Document) -> set[str]:
    return {cell.text for block in document.blocks if isinstance(block, Table) for row in block.rows for cell in row}


async def test_the_overview_shows_what_status_tells(example: Path) -> None:
    async with planner(example, WIDE) as pilot:
        shown = screen_text(pilot)
    for percent in _percents(example):
        assert percent.replace("\u00a0", " ") in shown


def test_the_checklist_shows_what_status_tells(example: Path) -> None:
    cells = _cells(DOCUMENTS["checklista"].build(PlanSession.open(example), Request()))
    assert set(_percents(example)) <= cells


@pytest.mark.parametrize(("name", "place"), [("gemensam-plan", 0), ("kontinuitet", 1), ("patientkontrakt", 2)])
def test_each_plan_document_shows_its_own_figure(example: Path, name: str, place: int) -> None:
    document = DOCUMENTS[name].build(PlanSession.open(example), Request())
    whole = document.model_dump_json()
    assert _percents(example)[place] in whole or _percents(example)[place].replace("\u00a0", " ") in whole
